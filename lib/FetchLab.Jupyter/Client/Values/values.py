"""Values between this kernel and the notebook that has connected it.

A value crosses as JSON. What JSON has crosses as itself; everything else is an object {"t": what it is, "v": it}.
Numbers of one kind cross as the bytes of an array, in the machine's own order: both ends are on one machine.
Instants and durations count ticks of 100 ns, instants from 1970.
"""
import array
import base64
import dataclasses
import datetime
import decimal
import enum
import json
import keyword
import math
import os
import sys
import uuid

DEEPEST = 40
MIME = "application/vnd.fetchlab.value"
EPOCH = datetime.datetime(1970, 1, 1)
MICROSECOND = datetime.timedelta(microseconds=1)
# Instants that pandas can hold, a little within its bounds.
FIRST, LAST = -92_000_000_000_000_000, 92_000_000_000_000_000
CODES = {"int8": "b", "uint8": "B", "int16": "h", "uint16": "H", "int32": "i", "uint32": "I", "int64": "q", "uint64": "Q",
         "float32": "f", "float64": "d", "bool": "B", "datetime": "q", "timedelta": "q"}


class Uncrossable(Exception):
    """One sentence for whoever has asked."""


class Answer:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return "a value that crosses"

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {MIME: self.text}


def put(variables, name, text):
    if not name.isidentifier() or keyword.iskeyword(name):
        raise Uncrossable(f"'{name}' is no name of a variable in Python; share it under another, with --as.")
    variables[name] = decode(json.loads(text))


def get(variables, name):
    if name not in variables:
        raise Uncrossable(f"there is no variable '{name}' in Python.")
    try:
        return Answer(json.dumps(encode(variables[name])))
    except Uncrossable as reason:
        raise Uncrossable(f"'{name}' cannot leave Python: {reason}") from None


def library(name):
    """A library, where it is installed and works."""
    try:
        return __import__(name)
    except Exception:
        return None


# To Python.

def decode(value):
    if isinstance(value, list):
        return [decode(item) for item in value]
    return DECODERS[value["t"]](value["v"]) if isinstance(value, dict) else value


def numbers(kind, data):
    found = array.array(CODES[kind])
    found.frombytes(base64.b64decode(data))
    return found


def decode_instant(value):
    ticks, utc = value
    if ticks % 10 and FIRST < ticks < LAST and (pandas := library("pandas")):
        return pandas.Timestamp(ticks * 100, tz="UTC" if utc else None)
    instant = EPOCH + ticks // 10 * MICROSECOND
    return instant.replace(tzinfo=datetime.timezone.utc) if utc else instant


def decode_duration(ticks):
    if ticks % 10 and FIRST < ticks < LAST and (pandas := library("pandas")):
        return pandas.Timedelta(ticks * 100)
    return ticks // 10 * MICROSECOND


def decode_list(value):
    return numbers(value["type"], value["data"]).tolist()


def decode_frame(frame):
    pandas = library("pandas")
    if pandas:
        return pandas.DataFrame({column["name"]: pandas_column(pandas, column) for column in frame["columns"]}, index=pandas.RangeIndex(frame["rows"]))
    columns = {column["name"]: plain_column(column) for column in frame["columns"]}
    if not frame["records"]:
        return columns
    return [dict(zip(columns, row)) for row in zip(*columns.values())]


def mask_of(column):
    return column["missing"] and base64.b64decode(column["missing"])


def plain_column(column):
    kind, data, mask = column["type"], column["data"], mask_of(column)
    if kind == "values":
        return decode(data)
    values = numbers(kind, data).tolist()
    if kind == "bool":
        values = [value != 0 for value in values]
    elif kind == "datetime":
        values = [decode_instant((value, column["utc"])) for value in values]
    elif kind == "timedelta":
        values = [decode_duration(value) for value in values]
    return [None if gone else value for value, gone in zip(values, mask)] if mask else values


def pandas_column(pandas, column):
    kind, mask = column["type"], mask_of(column)
    if kind == "values":
        return pandas.Series(decode(column["data"]), dtype=object)
    numpy = library("numpy")
    values = numpy.frombuffer(base64.b64decode(column["data"]), dtype=CODES[kind]).copy()
    missing = numpy.frombuffer(mask, dtype=bool).copy() if mask else None
    if kind in ("datetime", "timedelta"):
        if len(values) and not (FIRST < values.min() and values.max() < LAST):
            return pandas.Series(plain_column(column), dtype=object)
        times = (values * 100).view("datetime64[ns]" if kind == "datetime" else "timedelta64[ns]")
        if mask:
            times[missing] = "NaT"
        times = pandas.Series(times)
        return times.dt.tz_localize("UTC") if kind == "datetime" and column["utc"] else times
    if kind == "bool":
        values = values.astype(bool)
    if not mask:
        return values
    # Such columns tell what is missing apart from NaN, and integers stay integers.
    made = pandas.arrays.BooleanArray if kind == "bool" else pandas.arrays.FloatingArray if kind.startswith("f") else pandas.arrays.IntegerArray
    return made(values, missing)


DECODERS = {
    "float": float,
    "dict": lambda pairs: {decode(key): decode(value) for key, value in pairs},
    "tuple": lambda items: tuple(map(decode, items)),
    "datetime": decode_instant,
    "timedelta": decode_duration,
    "date": datetime.date.fromisoformat,
    "time": datetime.time.fromisoformat,
    "decimal": decimal.Decimal,
    "uuid": uuid.UUID,
    "complex": lambda parts: complex(*map(decode, parts)),
    "bytes": base64.b64decode,
    "list": decode_list,
    "frame": decode_frame,
}


# From Python.

def tagged(kind, value):
    return {"t": kind, "v": value}


def type_name(value):
    kind = type(value)
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def encode(value, depth=0):
    if depth > DEEPEST:
        raise Uncrossable(f"it nests deeper than {DEEPEST} levels, or holds itself.")
    if value is None or is_missing_time(value):
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, enum.Enum):
        return encode(value.value, depth + 1)
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return encode_float(float(value))
    for types, encoder in ENCODERS:
        if isinstance(value, types):
            return encoder(value, depth)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return encode({field.name: getattr(value, field.name) for field in dataclasses.fields(value)}, depth)
    encoder = library_encoder(value)
    if encoder is None:
        raise Uncrossable(f"a value of type '{type_name(value)}' has no counterpart; numbers, texts, dates, lists, dictionaries, numpy arrays and pandas frames have.")
    return encoder(value, depth)


def plain_text(text):
    try:
        text.encode()
        return str(text)
    except UnicodeEncodeError:
        # Half a pair is no text outside Python.
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def encode_float(value):
    return value if math.isfinite(value) else tagged("float", repr(value))


def encode_instant(value, depth=0):
    if hasattr(value, "nanosecond"):
        return tagged("datetime", [value.value // 100, value.tzinfo is not None])
    utc = value.tzinfo is not None
    if utc:
        value = value.astimezone(datetime.timezone.utc).replace(tzinfo=None)
    return tagged("datetime", [(value - EPOCH) // MICROSECOND * 10, utc])


def encode_duration(value, depth=0):
    return tagged("timedelta", value.value // 100 if hasattr(value, "nanoseconds") and hasattr(value, "value") else value // MICROSECOND * 10)


def encode_time(value, depth):
    if value.tzinfo is not None:
        raise Uncrossable("a time of day with a time zone has no counterpart; take the zone away.")
    return tagged("time", value.isoformat())


def encode_dict(value, depth):
    return tagged("dict", [[encode(key, depth + 1), encode(item, depth + 1)] for key, item in value.items()])


def encode_list(value, depth):
    if hasattr(value, "_asdict"):
        return encode_dict(value._asdict(), depth)
    kinds = set(map(type, value))
    if kinds == {float}:
        return tagged("list", {"type": "float64", "data": in_bytes(array.array("d", value))})
    if kinds == {int} and all(-0x80000000_00000000 <= item <= 0x7FFFFFFF_FFFFFFFF for item in value):
        return tagged("list", {"type": "int64", "data": in_bytes(array.array("q", value))})
    return [encode(item, depth + 1) for item in value]


def in_bytes(values):
    return base64.b64encode(values).decode("ascii")


ENCODERS = [
    (datetime.datetime, encode_instant),
    (datetime.date, lambda value, depth: tagged("date", value.isoformat())),
    (datetime.time, encode_time),
    (datetime.timedelta, encode_duration),
    (decimal.Decimal, lambda value, depth: tagged("decimal", str(value))),
    (uuid.UUID, lambda value, depth: tagged("uuid", str(value))),
    (complex, lambda value, depth: tagged("complex", [encode_float(value.real), encode_float(value.imag)])),
    ((bytes, bytearray), lambda value, depth: tagged("bytes", in_bytes(value))),
    (os.PathLike, lambda value, depth: plain_text(os.fsdecode(value))),
    (dict, encode_dict),
    ((list, tuple, set, frozenset, range), encode_list),
]


def is_missing_time(value):
    # Looked up, not imported: whoever holds such a value has imported it.
    pandas = sys.modules.get("pandas")
    return pandas is not None and hasattr(pandas, "NaT") and (value is pandas.NaT or value is pandas.NA)


def library_encoder(value):
    numpy, pandas = sys.modules.get("numpy"), sys.modules.get("pandas")
    if pandas is not None and hasattr(pandas, "DataFrame"):
        if isinstance(value, pandas.DataFrame):
            return lambda value, depth: encode_frame(pandas, numpy, value)
        if isinstance(value, pandas.Series):
            return lambda value, depth: encode_frame(pandas, numpy, value.to_frame("value" if value.name is None else value.name))
        if isinstance(value, pandas.Index):
            return lambda value, depth: encode(value.tolist(), depth)
    if numpy is not None and hasattr(numpy, "ndarray"):
        if isinstance(value, numpy.ndarray):
            return lambda value, depth: encode_array(numpy, value, depth)
        if isinstance(value, (numpy.datetime64, numpy.timedelta64)):
            return lambda value, depth: encode_numpy_time(numpy, value)
        if isinstance(value, numpy.floating):
            return lambda value, depth: encode_float(float(value))
        if isinstance(value, numpy.generic) and not isinstance(value.item(), numpy.generic):
            return lambda value, depth: encode(value.item(), depth + 1)
    return None


def encode_numpy_time(numpy, value):
    kind = "datetime" if isinstance(value, numpy.datetime64) else "timedelta"
    if numpy.isnat(value):
        return None
    ticks = int(value.astype(f"{kind}64[ns]").astype("int64")) // 100
    return tagged(kind, [ticks, False] if kind == "datetime" else ticks)


def encode_array(numpy, value, depth):
    if value.ndim == 0:
        return encode(value.item(), depth + 1)
    if value.ndim > 1:
        return [encode_array(numpy, row, depth + 1) for row in value]
    if value.dtype.kind in "mM":
        return [encode_numpy_time(numpy, item) for item in value]
    if value.dtype.kind in "iufb":
        kind, data = number_kind(numpy, value)
        return tagged("array", {"type": kind, "data": in_bytes(data)})
    return [encode(item, depth + 1) for item in value.tolist()]


def number_kind(numpy, values):
    """The name of an array's kind, and the array in the bytes that cross."""
    kind = values.dtype.name
    if values.dtype.kind == "f" and kind not in CODES:
        kind = "float32" if kind == "float16" else "float64"
    return kind, numpy.ascontiguousarray(values, dtype=CODES[kind])


def encode_frame(pandas, numpy, frame):
    # A filter's gaps in the numbering tell nothing; names and anything but integers do.
    is_named = any(name is not None for name in frame.index.names)
    if is_named or (len(frame.index) > 0 and not pandas.api.types.is_integer_dtype(frame.index.dtype)):
        frame = frame.reset_index()
    names = [".".join(map(str, name)) if isinstance(name, tuple) else str(name) for name in frame.columns]
    if len(set(names)) < len(names):
        raise Uncrossable("two of its columns have one name; rename one.")
    columns = [encode_column(pandas, numpy, plain_text(name), frame.iloc[:, index]) for index, name in enumerate(names)]
    return tagged("frame", {"rows": len(frame), "columns": columns})


def column_of(kind, name, data, missing=None, utc=False):
    return {"name": name, "type": kind, "data": data if isinstance(data, list) else in_bytes(data),
            "missing": in_bytes(missing) if missing is not None and missing.any() else None, "utc": utc}


def encode_column(pandas, numpy, name, series):
    dtype = series.dtype
    if isinstance(dtype, pandas.CategoricalDtype):
        return encode_objects(pandas, numpy, name, series.astype(object))
    if isinstance(dtype, pandas.DatetimeTZDtype):
        return encode_times(numpy, name, series.dt.tz_convert("UTC").dt.tz_localize(None), utc=True)
    kind = getattr(dtype, "kind", "O")
    if kind in "mM":
        return encode_times(numpy, name, series)
    if kind in "iufb":
        missing = None
        if isinstance(dtype, numpy.dtype):
            values = series.to_numpy()
        else:
            missing = series.isna().to_numpy(dtype=bool)
            values = series.array.to_numpy(dtype=getattr(dtype, "numpy_dtype", numpy.float64), na_value=0)
        kind, data = number_kind(numpy, values)
        return column_of(kind, name, data, missing)
    return encode_objects(pandas, numpy, name, series.astype(object))


def encode_times(numpy, name, series, utc=False):
    kind = "datetime" if series.dtype.kind == "M" else "timedelta"
    times = series.to_numpy().astype(f"{kind}64[ns]")
    missing = numpy.isnat(times)
    ticks = times.view("int64") // 100
    ticks[missing] = 0
    return column_of(kind, name, ticks, missing, utc)


def encode_objects(pandas, numpy, name, series):
    values = [None if value is None or value is pandas.NaT or value is pandas.NA else value for value in series]
    kinds = {type(value) for value in values if value is not None}
    if float in kinds and kinds != {float} and not kinds <= {int, float}:
        # Among what is no number, NaN is pandas' word for nothing.
        values = [None if isinstance(value, float) and value != value else value for value in values]
        kinds = {type(value) for value in values if value is not None}
    missing = numpy.array([value is None for value in values], dtype=bool)
    present = [value for value in values if value is not None]
    if all(issubclass(kind, str) for kind in kinds):
        return column_of("text", name, [value if value is None else plain_text(value) for value in values])
    if kinds == {bool}:
        return column_of("bool", name, numpy.array([value is True for value in values], dtype="B"), missing)
    if kinds == {int} and all(-0x80000000_00000000 <= value <= 0x7FFFFFFF_FFFFFFFF for value in present):
        return column_of("int64", name, numpy.array([value or 0 for value in values], dtype="q"), missing)
    if kinds and kinds <= {int, float}:
        return column_of("float64", name, numpy.array([0 if value is None else value for value in values], dtype="d"), missing)
    if kinds == {decimal.Decimal}:
        return column_of("decimal", name, [value if value is None else str(value) for value in values])
    if kinds and all(issubclass(kind, datetime.datetime) for kind in kinds):
        times = [value if value is None else encode_instant(value)["v"] for value in values]
        if len(zones := {time[1] for time in times if time}) == 1:
            return column_of("datetime", name, numpy.array([time[0] if time else 0 for time in times], dtype="q"), missing, zones.pop())
    if kinds and all(issubclass(kind, datetime.timedelta) for kind in kinds):
        ticks = [0 if value is None else encode_duration(value)["v"] for value in values]
        return column_of("timedelta", name, numpy.array(ticks, dtype="q"), missing)
    if kinds == {datetime.date}:
        days = [0 if value is None else (value - EPOCH.date()).days for value in values]
        return column_of("datetime", name, numpy.array(days, dtype="q") * 864_000_000_000, missing)
    named = ", ".join(sorted({f"'{type_name(value)}'" for value in present}))
    raise Uncrossable(f"its column '{name}' holds values of {named}, for which a column has no type; convert it first, with .astype(str) for example.")

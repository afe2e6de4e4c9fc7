"""What the messages of a kernel must look like: the Jupyter messaging protocol, version 5.3, as a table.

A shape is a type; a set of values, one of which it is; a list with the shape of every item; or a dictionary with the
shape of every member. A member's name that ends with '?' may be absent; members that are not named here must be.
"""
import datetime


def text_of_every_kind(data):
    """A MIME bundle: text, but for the types that are JSON."""
    if not isinstance(data, dict):
        return f"is no MIME bundle but {data!r}"
    wrong = [kind for kind, value in data.items() if "/" not in kind or not (isinstance(value, str) or kind.endswith("json"))]
    return f"has a bad representation: {wrong}" if wrong else None


def shown(data):
    """A MIME bundle that also those see who have no picture."""
    return text_of_every_kind(data) or (None if "text/plain" in data else f"has no text/plain but {sorted(data)}")


OK, FAILED = {"status": {"ok"}}, {"status": {"error"}, "ename": str, "evalue": str, "traceback": [str]}
ABORTED = {"status": {"aborted"}}
DISPLAY = {"data": shown, "metadata": dict}
EXPRESSIONS = ({**OK, "data": text_of_every_kind, "metadata": dict}, FAILED)


def expressions(values):
    if not isinstance(values, dict):
        return f"is no dictionary but {values!r}"
    return next((why for value in values.values() if (why := mismatch(value, EXPRESSIONS, "an expression"))), None)


HEADER = {"msg_id": str, "session": str, "username": str, "date": datetime.datetime, "msg_type": str, "version": {"5.3"}}

# By type: one shape, or several of which one must fit.
CONTENT = {
    "kernel_info_reply": {
        **OK, "protocol_version": {"5.3"}, "implementation": str, "implementation_version": str, "banner": str,
        "language_info": {
            "name": str, "version": str, "mimetype": str, "file_extension": str, "pygments_lexer?": str, "codemirror_mode?": (str, dict),
            "nbconvert_exporter?": str,
        },
        "help_links?": [{"text": str, "url": str}],
    },
    "execute_reply": (
        {**OK, "execution_count": int, "payload?": list, "user_expressions": expressions},
        {**FAILED, "execution_count": int, "payload?": list, "user_expressions?": expressions},
        ABORTED,
    ),
    "inspect_reply": ({**OK, "found": bool, "data": text_of_every_kind, "metadata": dict}, FAILED),
    "complete_reply": ({**OK, "matches": [str], "cursor_start": int, "cursor_end": int, "metadata": dict}, FAILED),
    "history_reply": ({**OK, "history": [list]}, FAILED),
    "is_complete_reply": ({"status": {"complete", "invalid", "unknown"}}, {"status": {"incomplete"}, "indent": str}),
    "comm_info_reply": ({**OK, "comms": dict}, FAILED),
    "interrupt_reply": (OK, FAILED),
    "shutdown_reply": ({**OK, "restart": bool}, FAILED),
    "input_request": {"prompt": str, "password": bool},
    "status": {"execution_state": {"busy", "idle", "starting"}},
    "execute_input": {"code": str, "execution_count": int},
    "stream": {"name": {"stdout", "stderr"}, "text": str},
    "display_data": {**DISPLAY, "transient?": {"display_id?": str}},
    "update_display_data": {**DISPLAY, "transient": {"display_id": str}},
    "execute_result": {**DISPLAY, "execution_count": int, "transient?": {"display_id?": str}},
    "error": {"ename": str, "evalue": str, "traceback": [str]},
    "clear_output": {"wait": bool},
    "comm_close": {"comm_id": str, "data": dict},
}

# Where each may come; what is named nowhere must not come at all.
CHANNELS = {
    "stdin": {"input_request"},
    "iopub": {
        "status", "execute_input", "stream", "display_data", "update_display_data", "execute_result", "error", "clear_output", "comm_close",
        "shutdown_reply",
    },
    "control": {"kernel_info_reply", "interrupt_reply", "shutdown_reply"},
    "shell": {
        "kernel_info_reply", "execute_reply", "inspect_reply", "complete_reply", "history_reply", "is_complete_reply", "comm_info_reply",
        "shutdown_reply",
    },
}


def mismatch(value, shape, name):
    """Why a value has not the shape; None if it has."""
    if isinstance(shape, tuple):
        reasons = [mismatch(value, each, name) for each in shape]
        return None if None in reasons else " and ".join(reasons)
    if isinstance(shape, type):
        # To Python a bool is an int; on the wire it is not.
        fits = isinstance(value, shape) and not (shape is int and isinstance(value, bool))
        return None if fits else f"{name} is no {shape.__name__} but {value!r}"
    if isinstance(shape, set):
        return None if isinstance(value, str) and value in shape else f"{name} is none of {sorted(shape)} but {value!r}"
    if isinstance(shape, list):
        if not isinstance(value, list):
            return f"{name} is no list but {value!r}"
        return next((why for item in value if (why := mismatch(item, shape[0], f"an item of {name}"))), None)
    if isinstance(shape, dict):
        return _members(value, shape, name)
    why = shape(value)
    return why and f"{name} {why}"


def _members(value, shape, name):
    if not isinstance(value, dict):
        return f"{name} is no dictionary but {value!r}"
    if missing := [key for key in shape if not key.endswith("?") and key not in value]:
        return f"{name} lacks {missing}"
    known = {key.rstrip("?"): each for key, each in shape.items()}
    if unknown := [key for key in value if key not in known]:
        return f"{name} has {unknown}, which the protocol does not know"
    return next((why for key, item in value.items() if (why := mismatch(item, known[key], f"{name}.{key}"))), None)


def wrong(channel, message):
    """What is wrong with a message, whatever it answers; None if nothing is."""
    kind = message["header"]["msg_type"]
    if kind not in CHANNELS[channel]:
        return f"{kind} came on {channel}"
    if why := mismatch(message["header"], HEADER, "header") or mismatch(message["content"], CONTENT[kind], kind):
        return why
    if not isinstance(message["metadata"], dict) or message["buffers"]:
        return f"{kind} has metadata {message['metadata']!r} and buffers {message['buffers']!r}"
    return None

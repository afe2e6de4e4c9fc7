using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace FetchLab.Jupyter;

/// <summary>A type whose values cross as the bytes of an array, in this machine's order.</summary>
/// <param name="name">By which values.py knows it.</param>
/// <param name="isPlain">Whether what stands in the array is the value itself.</param>
/// <param name="bytes">Makes the bytes of values; of null, any.</param>
internal sealed class NumberKind(string name, bool isPlain, Func<object?[], byte[]> bytes)
{
    private static readonly FrozenDictionary<Type, NumberKind> _kinds = new Dictionary<Type, NumberKind>
    {
        [typeof(sbyte)] = Plain<sbyte>("int8"),
        [typeof(byte)] = Plain<byte>("uint8"),
        [typeof(short)] = Plain<short>("int16"),
        [typeof(ushort)] = Plain<ushort>("uint16"),
        [typeof(int)] = Plain<int>("int32"),
        [typeof(uint)] = Plain<uint>("uint32"),
        [typeof(long)] = Plain<long>("int64"),
        [typeof(ulong)] = Plain<ulong>("uint64"),
        [typeof(float)] = Plain<float>("float32"),
        [typeof(double)] = Plain<double>("float64"),
        [typeof(bool)] = As<bool, byte>("bool", value => value ? (byte)1 : (byte)0),
        [typeof(DateTime)] = As<DateTime, long>("datetime", Ticks.Of),
        [typeof(DateTimeOffset)] = As<DateTimeOffset, long>("datetime", value => Ticks.Of(value.UtcDateTime)),
        [typeof(TimeSpan)] = As<TimeSpan, long>("timedelta", value => value.Ticks),
    }.ToFrozenDictionary();

    public string Name => name;

    public bool IsPlain => isPlain;

    public static NumberKind? Of(Type type) => _kinds.GetValueOrDefault(type);

    public byte[] Bytes(object?[] values) => bytes(values);

    private static NumberKind Plain<T>(string name)
        where T : unmanaged => new(name, isPlain: true, values => Bytes<T, T>(values, value => value));

    private static NumberKind As<T, TStored>(string name, Func<T, TStored> convert)
        where T : struct
        where TStored : unmanaged => new(name, isPlain: false, values => Bytes(values, convert));

    private static byte[] Bytes<T, TStored>(object?[] values, Func<T, TStored> convert)
        where T : struct
        where TStored : unmanaged
    {
        var stored = new TStored[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is T value) stored[i] = convert(value);
        }

        return MemoryMarshal.AsBytes(stored.AsSpan()).ToArray();
    }
}

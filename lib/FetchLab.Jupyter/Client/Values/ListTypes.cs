using System.Runtime.InteropServices;
using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>The types of lists and arrays that came from Python: as narrow as their items.</summary>
internal static class ListTypes
{
    /// <summary>A list of the one type that all items have, or of objects.</summary>
    public static object Typed(List<object?> items)
    {
        var kinds = items.Where(item => item is not null).Select(item => item!.GetType()).Distinct().ToList();
        var hasNull = items.Contains(null);
        if (kinds is [var kind])
        {
            var type = hasNull && kind.IsValueType ? typeof(Nullable<>).MakeGenericType(kind) : kind;
            var typed = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type), items.Count)!;
            foreach (var item in items) typed.Add(item);
            return typed;
        }

        // Whole numbers among others are numbers like them.
        if (kinds.Count > 1 && kinds.TrueForAll(type => type == typeof(int) || type == typeof(long)))
            return hasNull ? items.ConvertAll(item => item is int small ? small : (long?)item) : items.ConvertAll(item => item is int small ? small : (long)item!);
        if (kinds.Count > 1 && kinds.TrueForAll(type => type == typeof(int) || type == typeof(double)))
            return hasNull ? items.ConvertAll(item => item is int small ? small : (double?)item) : items.ConvertAll(item => item is int small ? small : (double)item!);
        return items;
    }

    /// <summary>A list of floats or of integers, which are int where all of them are small enough.</summary>
    public static object List(string type, byte[] bytes)
    {
        if (type == "float64") return MemoryMarshal.Cast<byte, double>(bytes).ToArray().ToList();
        var numbers = MemoryMarshal.Cast<byte, long>(bytes).ToArray();
        return System.Array.TrueForAll(numbers, number => number is >= int.MinValue and <= int.MaxValue)
            ? numbers.Select(number => (int)number).ToList()
            : numbers.ToList();
    }

    /// <summary>An array of numpy's type.</summary>
    public static object Array(string type, byte[] bytes) => type switch
    {
        "int8" => MemoryMarshal.Cast<byte, sbyte>(bytes).ToArray(),
        "uint8" => bytes,
        "int16" => MemoryMarshal.Cast<byte, short>(bytes).ToArray(),
        "uint16" => MemoryMarshal.Cast<byte, ushort>(bytes).ToArray(),
        "int32" => MemoryMarshal.Cast<byte, int>(bytes).ToArray(),
        "uint32" => MemoryMarshal.Cast<byte, uint>(bytes).ToArray(),
        "int64" => MemoryMarshal.Cast<byte, long>(bytes).ToArray(),
        "uint64" => MemoryMarshal.Cast<byte, ulong>(bytes).ToArray(),
        "float32" => MemoryMarshal.Cast<byte, float>(bytes).ToArray(),
        "float64" => MemoryMarshal.Cast<byte, double>(bytes).ToArray(),
        "bool" => System.Array.ConvertAll(bytes, value => value != 0),
        "datetime" or "timedelta" => MemoryMarshal.Cast<byte, long>(bytes).ToArray(),
        _ => throw new NotebookException($"an array of '{type}' is not known here."),
    };
}

using System.Globalization;

namespace FetchLab.Notebooks;

/// <summary>Names that must differ, such as those of two tables' columns side by side.</summary>
internal static class UniqueName
{
    /// <summary>The name, or where it is taken the name with a number: <c>x</c>, <c>x_1</c>, <c>x_2</c>.</summary>
    public static string Of(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var number = 1; !taken.Add(unique); number++) unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
        return unique;
    }
}

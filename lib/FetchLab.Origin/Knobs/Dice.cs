using System.Text;

namespace FetchLab.Origin;

/// <summary>
/// The chance of one attempt at one page. It depends on the seed, the page and the attempt alone: whatever comes first, the
/// same attempt at the same page always has the same luck.
/// </summary>
internal readonly struct Dice
{
    private readonly ulong _state;

    /// <param name="seed">Another seed is another world.</param>
    /// <param name="host">The page's host.</param>
    /// <param name="index">The page's index.</param>
    /// <param name="attempt">From 1.</param>
    public Dice(long seed, string host, int index, int attempt) =>
        _state = Mix(Mix(Mix(Mix((ulong)seed) ^ Hash(host)) ^ (ulong)index) ^ (ulong)attempt);

    /// <summary>A number from 0 to less than 1, even over all pages; each use of it asks with a number of its own.</summary>
    public double Roll(int use) => (Mix(_state ^ (ulong)use) >> 11) * (1.0 / (1UL << 53));

    /// <remarks>SplitMix64: Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014.</remarks>
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <remarks>FNV-1a. A string's own hash is another one in each process.</remarks>
    private static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var one in Encoding.UTF8.GetBytes(text))
            hash = (hash ^ one) * 0x100000001B3;
        return hash;
    }
}

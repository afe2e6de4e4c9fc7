using System.Security.Cryptography;
using System.Text;

namespace FetchLab.Jupyter;

/// <summary>Signs messages and checks signatures: HMAC-SHA256 over header, parent header, metadata and content, in hexadecimal.</summary>
/// <param name="key">The key that both ends know; with an empty one nothing is signed, and nothing is checked.</param>
internal sealed class MessageSigner(string key)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    public byte[] Sign(ReadOnlySpan<byte[]> parts)
    {
        if (_key.Length == 0) return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (var part in parts) hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // In constant time: how long a wrong signature takes must not tell how much of it was right.
    public bool IsRight(ReadOnlySpan<byte> signature, ReadOnlySpan<byte[]> parts) =>
        _key.Length == 0 || CryptographicOperations.FixedTimeEquals(signature, Sign(parts));
}

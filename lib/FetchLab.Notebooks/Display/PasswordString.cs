namespace Microsoft.DotNet.Interactive;

/// <summary>A typed password: shown by accident, it shows nothing.</summary>
public sealed class PasswordString(string password)
{
    /// <summary>What was typed.</summary>
#pragma warning disable CA1024 // The name that notebooks call.
    public string GetClearTextPassword() => password;
#pragma warning restore CA1024

    public static implicit operator string(PasswordString value) => value.GetClearTextPassword();

    public override string ToString() => "******";
}

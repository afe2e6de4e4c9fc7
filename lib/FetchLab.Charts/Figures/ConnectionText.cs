namespace FetchLab.Charts;

/// <summary>What a record tells of the connection that its request went over.</summary>
internal static class ConnectionText
{
    /// <summary>Whether it tells anything: the reply named the connection, or one was made for the request.</summary>
    public static bool IsKnown(FetchRecord record) => record.Connection is not null || record.Connect is not null;

    /// <summary><c>new</c> for the first reply over a connection, then <c>reused</c>; <c>?</c> where nobody told.</summary>
    public static string Age(FetchRecord record) => !IsKnown(record) ? "?" : record.NewConnection ? "new" : "reused";
}

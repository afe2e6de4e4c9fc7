namespace FetchLab.Charts;

/// <summary>What a record tells of the connection that its request went over.</summary>
internal static class ConnectionText
{
    /// <summary>Whether it tells anything: the reply named the connection, or one was made for the request.</summary>
    public static bool IsKnown(FetchRecord record) => record.Connection is not null || record.Connect is not null;

    /// <summary>
    /// The connections of a run, numbered from 1 in the order of their first requests: a number is easier to follow from bar
    /// to bar than the origin's id, and takes a sixth of the room.
    /// </summary>
    public static IReadOnlyDictionary<string, int> Numbers(FetchRun run) => run.Records
        .Where(record => record.Connection is not null)
        .OrderBy(record => record.Started)
        .Select(record => record.Connection!)
        .Distinct()
        .Index()
        .ToDictionary(connection => connection.Item, connection => connection.Index + 1);

    /// <summary><c>new</c> for the first reply over a connection, then <c>reused</c>; <c>?</c> where nobody told.</summary>
    public static string Age(FetchRecord record) => !IsKnown(record) ? "?" : record.NewConnection ? "new" : "reused";
}

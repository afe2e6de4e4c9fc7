using DuckDB.NET.Data;

namespace FetchLab.Notebooks;

/// <summary>The database in memory that a session's SQL runs in.</summary>
internal static class SqlDatabase
{
    /// <summary>The schema of what SQL itself creates.</summary>
    public const string Own = "main";

    /// <summary>The schema of the C# variables, which is looked in after the other.</summary>
    public const string CSharp = "csharp";

    /// <param name="folder">Where relative paths of files that statements read start.</param>
    public static DuckDBConnection Open(string folder)
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        // An extension that is not there is not to be fetched: nothing here reaches for the network by itself.
        connection.Execute($"""
            CREATE SCHEMA {CSharp};
            SET search_path = '{Own},{CSharp}';
            SET file_search_path = '{folder.Replace("'", "''", StringComparison.Ordinal)}';
            SET autoinstall_known_extensions = false;
            """);
        return connection;
    }

    public static void Execute(this DuckDBConnection connection, string text)
    {
        using var command = connection.Command(text);
        command.ExecuteNonQuery();
    }

#pragma warning disable CA2100 // The text is the notebook's: whoever writes it may also run any other code.
    public static DuckDBCommand Command(this DuckDBConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
#pragma warning restore CA2100

    /// <summary>A name as SQL takes it whatever it is.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

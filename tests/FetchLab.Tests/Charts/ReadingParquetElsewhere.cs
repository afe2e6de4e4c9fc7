using System.Diagnostics.CodeAnalysis;
using DuckDB.NET.Data;
using FetchLab.Charts;

namespace FetchLab.Tests.Charts;

/// <summary>A saved run in DuckDB, a database that shares no code with what wrote the file.</summary>
public sealed class ReadingParquetElsewhere : IDisposable
{
    private readonly TemporaryFile file = new(".parquet");
    private readonly DuckDBConnection duck = new("Data Source=:memory:");

    public ReadingParquetElsewhere()
    {
        var run = Runs.OnThreads(10, 100);
        (run with { Records = [.. run.Records.Skip(1), Runs.Fetch(100, 3, 0, 0, 1, 1) with { Status = null, Held = null, Error = "the connection was refused." }] })
            .SaveParquet(file.Name);
        duck.Open();
    }

    [Fact]
    public void Every_record_is_a_row() => Assert.Equal([[100L]], Rows("SELECT count(*) FROM run"));

    [Fact]
    public void Every_column_has_its_type() => Assert.Equal(
        [
            "index INTEGER", "page VARCHAR", "attempt INTEGER", "worker INTEGER", "process INTEGER", "thread_start INTEGER",
            "thread_end INTEGER", "intended_ms DOUBLE", "queued_ms DOUBLE", "started_ms DOUBLE", "headers_ms DOUBLE",
            "finished_ms DOUBLE", "connect_ms DOUBLE", "duration_ms DOUBLE", "held_ms DOUBLE", "work_ms DOUBLE", "connection VARCHAR",
            "new_connection INTEGER", "status INTEGER", "bytes BIGINT", "error VARCHAR",
        ],
        Rows("DESCRIBE SELECT * FROM run").Select(row => $"{row[0]} {row[1]}"));

    [Fact]
    public void Values_can_be_asked_for_in_sql()
    {
        Assert.Equal(
            [["github/11", 50.45, 50.5, 2048L]],
            Rows("SELECT page, started_ms, held_ms, bytes FROM run WHERE index = 11"));
        Assert.Equal([[99L * 50.5, 99L]], Rows("SELECT sum(held_ms), count(status) FROM run"));
        Assert.Equal([[100]], Rows("SELECT index FROM run WHERE error IS NOT NULL AND held_ms IS NULL"));
    }

    public void Dispose()
    {
        duck.Dispose();
        file.Dispose();
    }

    [SuppressMessage("Security", "CA2100", Justification = "The queries are this file's own.")]
    private List<object[]> Rows(string sql)
    {
        using var command = duck.CreateCommand();
        command.CommandText = $"CREATE OR REPLACE VIEW run AS SELECT * FROM read_parquet('{file.Name}'); {sql}";
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}

using FetchLab.Charts;
using Microsoft.Data.Analysis;
using Parquet;

namespace FetchLab.Tests.Charts;

public class SavingFrames
{
    [Fact]
    public void Csv_has_a_heading_and_a_line_a_record()
    {
        using var file = new TemporaryFile(".csv");

        Runs.Small().SaveCsv(file.Name);

        Assert.Equal(
            [
                "index,page,attempt,worker,process,thread_start,thread_end,intended_ms,queued_ms,started_ms,headers_ms,finished_ms,connect_ms,duration_ms,held_ms,work_ms,connection,new_connection,status,bytes,error",
                "0,apple/0,1,0,4321,5,6,,0,1,51.5,52,,51,50.5,,,,200,2048,",
                "1,github/1,1,1,4321,7,7,,0.5,2,60,60,,58,,,,,,0,the connection was refused.",
            ],
            File.ReadAllLines(file.Name));
        Assert.Equal((byte)'i', File.ReadAllBytes(file.Name)[0]);
    }

    [Fact]
    public void Csv_reads_back_with_commas_and_quotes_in_its_texts()
    {
        const string Error = "refused, \"at once\"";
        using var file = new TemporaryFile(".csv");
        var record = Runs.Fetch(0, 1, 0, 0.2219, 1, 2) with { Error = Error };

        Runs.Run("one at a time", 1, [record]).SaveCsv(file.Name);

        Assert.Contains(",0.2219,", File.ReadAllText(file.Name), StringComparison.Ordinal);
        Assert.Equal(Error, DataFrame.LoadCsv(file.Name)["error"][0]);
    }

    [Fact]
    public async Task Parquet_reads_back_with_types_and_missing_values()
    {
        using var file = new TemporaryFile(".parquet");

        Runs.Small().SaveParquet(file.Name);

        await using var reader = await ParquetReader.CreateAsync(file.Name, cancellationToken: TestContext.Current.CancellationToken);
        using var group = reader.OpenRowGroupReader(0);
        var fields = reader.Schema.GetDataFields().ToDictionary(field => field.Name);
        Assert.Equal(Runs.Small().ToDataFrame().Columns.Select(column => column.Name), reader.Schema.GetDataFields().Select(field => field.Name));
        Assert.Equal(1, reader.RowGroupCount);

        var (held, status, bytes, error) = (new double?[2], new int?[2], new long?[2], new string?[2]);
        await group.ReadAsync<double>(fields["held_ms"], held.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        await group.ReadAsync<int>(fields["status"], status.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        await group.ReadAsync<long>(fields["bytes"], bytes.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        await group.ReadAsync(fields["error"], error.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([50.5, null], held);
        Assert.Equal([200, null], status);
        Assert.Equal([2048, 0], bytes);
        Assert.Equal([null, "the connection was refused."], error);
    }

    [Fact]
    public void A_summary_is_saved_as_well()
    {
        using var csv = new TemporaryFile(".csv");
        using var parquet = new TemporaryFile(".parquet");

        Lab.Summary(Runs.Small()).SaveCsv(csv.Name);
        Lab.Summary(Runs.Small()).SaveParquet(parquet.Name);

        Assert.StartsWith("strategy,workers,", File.ReadAllText(csv.Name), StringComparison.Ordinal);
        Assert.Equal("PAR1"u8.ToArray(), File.ReadAllBytes(parquet.Name)[..4]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/no/such/folder/run.csv")]
    public void A_file_that_cannot_be_written_is_refused_in_one_sentence(string path)
    {
        foreach (var save in new Action[] { () => Runs.Small().SaveCsv(path), () => Runs.Small().SaveParquet(path), () => Runs.Small().SaveTrace(path) })
        {
            var error = Assert.Throws<FetchLabException>(save).Message;

            Assert.Contains($"'{path}'", error, StringComparison.Ordinal);
            Assert.Contains("; try '", error, StringComparison.Ordinal);
        }
    }
}

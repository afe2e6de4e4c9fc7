using System.Text.Json;

namespace FetchLab.Course.Tests;

/// <summary><c>fetchlab origin</c>, as somebody would type it.</summary>
public sealed class ServingTheOrigin
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task TheFirstLine_HasBothAddresses_AndTheOptionsReachTheOrigin()
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(Deadline);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var program = Command.Start(
            Repository.Root, "dotnet", Command.Program, "origin", "--profile", "city", "--slots", "3", "--github.latencyMs", "uniform(1,2)");
        try
        {
            using var line = JsonDocument.Parse((await program.StandardOutput.ReadLineAsync(late.Token))!);
            var address = line.RootElement.GetProperty("http1").GetString();
            using var profile = JsonDocument.Parse(await http.GetStringAsync($"{address}/profile", late.Token));

            Assert.Equal(["http1", "http2"], line.RootElement.EnumerateObject().Select(member => member.Name));
            Assert.All(line.RootElement.EnumerateObject(), member => Assert.Matches(@"^http://127\.0\.0\.1:\d+$", member.Value.GetString()));
            Assert.Equal("city", profile.RootElement.GetProperty("name").GetString());
            Assert.Equal(3, profile.RootElement.GetProperty("slots").GetInt32());
            Assert.Equal("uniform(1,2)", profile.RootElement.GetProperty("hosts").GetProperty("github").GetProperty("latencyMs").GetString());

            program.Kill();
            await program.WaitForExitAsync(late.Token);

            // The origin ends with the program; until it has, it answers.
            while (await AnswersAsync(http, address!, late.Token))
                await Task.Delay(20, late.Token);
        }
        finally
        {
            if (!program.HasExited)
                program.Kill();
        }
    }

    [Fact]
    public async Task AWrongOption_IsOneSentence_AndExitCode2()
    {
        var run = await Command.FetchLabAsync(Repository.Root, "origin", "--slots", "none");

        Assert.Equal(
            (2, "", "origin: slots must be a whole number from 0 to 10000, but was 'none'; try 4."), (run.ExitCode, run.Out, run.Error.Trim()));
    }

    private static async Task<bool> AnswersAsync(HttpClient http, string address, CancellationToken late)
    {
        try
        {
            await http.GetStringAsync($"{address}/stats", late);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

using Nito.AsyncEx;

namespace FetchLab.Disasters;

/// <summary>
/// A loop of one thread, as a window's or this course's. <c>.Result</c> blocks that thread until the fetch is done, and the
/// fetch is done only when that thread takes up what comes after its await.
/// </summary>
internal static class ResultOnTheLoop
{
    public static void Happen(DisasterOptions options, Report report) => AsyncContext.Run(() =>
    {
        report.Say("asked", 0, 1);
        var page = FetchAsync(options.WaitMs).Result;
        report.Say("got", page, 1);
    });

    private static async Task<int> FetchAsync(int waitMs)
    {
        // No reply is there at once, however short its wait and however busy the machine.
        await Task.Yield();
        await Task.Delay(waitMs);
        return 1;
    }
}

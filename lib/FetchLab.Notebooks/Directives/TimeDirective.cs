using System.Diagnostics;
using System.Globalization;

namespace FetchLab.Notebooks;

/// <summary><c>#!time</c>: how long the rest of the cell took, compiling included.</summary>
internal sealed class TimeDirective : IDirective
{
    public IReadOnlyList<string> Names => ["#!time"];

    public string Sentence => "shows how long the cell took.";

    public Task RunAsync(DirectiveCall call)
    {
        var watch = Stopwatch.StartNew();
        call.Scope.Run.AtEnd(() => string.Create(CultureInfo.InvariantCulture, $"Wall time: {watch.Elapsed.TotalMilliseconds:0.0###}ms")
            .DisplayAs(MimeTypes.Plain));
        return Task.CompletedTask;
    }
}

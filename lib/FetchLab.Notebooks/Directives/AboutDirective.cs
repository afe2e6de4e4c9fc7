using System.Runtime.InteropServices;

namespace FetchLab.Notebooks;

/// <summary><c>#!about</c>: what runs the cells.</summary>
internal sealed class AboutDirective : IDirective
{
    public IReadOnlyList<string> Names => ["#!about"];

    public string Sentence => "says what runs the cells.";

    public Task RunAsync(DirectiveCall call)
    {
        var compiler = typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation).Assembly.GetName().Version!.ToString(2);
        $"""
        FetchLab notebook engine
        C# 14, compiler {compiler}
        {RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription} ({RuntimeInformation.ProcessArchitecture})
        """.ReplaceLineEndings("\n").DisplayAs(MimeTypes.Plain);
        return Task.CompletedTask;
    }
}

namespace FetchLab.Notebooks;

/// <summary>What a line such as <c>#!time</c> in a cell does.</summary>
internal interface IDirective
{
    /// <summary>Its names with their sign, the usual one first.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>What it does, in one sentence.</summary>
    string Sentence { get; }

    Task RunAsync(DirectiveCall call);
}

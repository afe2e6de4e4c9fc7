using FetchLab;
using FetchLab.Benchmarks;

try
{
    var arguments = Arguments.Read(args);
    return arguments.Verb switch
    {
        "kernel" => await KernelVerb.RunAsync(arguments),
        "record" => RecordVerb.Run(arguments),
        "overhead" => await OverheadVerb.RunAsync(arguments),
        "model" => ModelVerb.Run(arguments),
        "origin" => await OriginVerb.RunAsync(arguments),
        _ => await ClaimsVerb.RunAsync(arguments),
    };

    int Print(IReadOnlyList<Figure> figures) => FigureReport.Print(figures, arguments.Json);
}
catch (FetchLabException mistake)
{
    await Console.Error.WriteLineAsync(mistake.Message);
    return 2;
}

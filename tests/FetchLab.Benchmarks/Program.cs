using FetchLab;
using FetchLab.Benchmarks;

try
{
    var arguments = Arguments.Read(args);
    return arguments.Verb switch
    {
        BusyProcesses.Verb => BusyProcesses.Spin(),
        "kernel" => await KernelVerb.RunAsync(arguments),
        "causes" => Print(await CausesVerb.MeasureAsync()),
        "claims" => await ClaimsVerb.RunAsync(arguments),
        "model" => Print(await ModelVerb.MeasureAsync()),
        "origin" => Print(await OriginVerb.MeasureAsync()),
        "record" => Print(await RecordVerb.MeasureAsync(arguments)),
        "overhead" => Print(await OverheadVerb.MeasureAsync(arguments)),
        _ => Print(await SummaryVerb.MeasureAsync(arguments)),
    };

    int Print(IReadOnlyList<Figure> figures) => FigureReport.Print(figures, arguments.Json);
}
catch (FetchLabException mistake)
{
    await Console.Error.WriteLineAsync(mistake.Message);
    return 2;
}

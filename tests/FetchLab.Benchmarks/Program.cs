using FetchLab;
using FetchLab.Benchmarks;

try
{
    var arguments = Arguments.Read(args);
    return arguments.Verb == "kernel" ? await KernelVerb.RunAsync(arguments) : await ClaimsVerb.RunAsync(arguments);
}
catch (FetchLabException mistake)
{
    await Console.Error.WriteLineAsync(mistake.Message);
    return 2;
}

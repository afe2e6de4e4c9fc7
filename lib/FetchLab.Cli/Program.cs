using FetchLab.Cli;

return await CommandLine.RunAsync(args);

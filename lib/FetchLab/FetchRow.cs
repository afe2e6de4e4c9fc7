namespace FetchLab;

/// <summary>What a program in any language says of one of its fetches: the least that a record can be made of.</summary>
/// <param name="Program">The program's name, such as <c>python: requests</c>.</param>
/// <param name="Run">The run's id. Its requests carried the header <c>FetchLab-Run: run/index</c>, by which the origin knows them.</param>
/// <param name="Index">The page's place in the list, from 0.</param>
/// <param name="Process">The process that sent the request.</param>
/// <param name="Thread">The thread that sent the request, as the system or the language numbers it.</param>
/// <param name="StartedMs">When the request was begun, in ms from the start of the run.</param>
/// <param name="FinishedMs">When its body had been read, likewise.</param>
public sealed record FetchRow(string Program, string Run, int Index, int Process, int Thread, double StartedMs, double FinishedMs);

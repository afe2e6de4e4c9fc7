namespace FetchLab;

/// <summary>What can end a request from outside: its timeout, or the run's cancellation. Says afterwards which it was.</summary>
internal sealed class RequestDeadline : IDisposable
{
    private readonly RequestDeadlines _all;
    private readonly CancellationToken _stop;
    private readonly CancellationTokenSource _late;
    private readonly CancellationTokenRegistration _stopped;

    public RequestDeadline(RequestDeadlines all, CancellationToken stop)
    {
        _all = all;
        _stop = stop;
        _late = all.Start();
        // One source for both reasons: a linked one would be a second for each request.
        _stopped = stop.UnsafeRegister(late => ((CancellationTokenSource)late!).Cancel(), _late);
    }

    public CancellationToken Token => _late.Token;

    /// <summary>One sentence about why the request failed.</summary>
    /// <remarks>The exception is asked last: a reply that was closed under its reader fails in many ways.</remarks>
    public string Explain(Exception failure) => this switch
    {
        _ when _stop.IsCancellationRequested => "the run was cancelled while this page was in flight.",
        _ when _late.IsCancellationRequested => $"no complete reply came within {_all.Timeout.ToText()}.",
        _ => failure is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http
            ? $"{Title(http.HttpRequestError)}: {OneLine(http.GetBaseException().Message)}"
            : OneLine(failure.GetBaseException().Message),
    };

    public void Dispose()
    {
        _stopped.Dispose();
        _all.Return(_late);
    }

    private static string Title(HttpRequestError error) => error switch
    {
        HttpRequestError.ConnectionError => "no connection was made",
        HttpRequestError.NameResolutionError => "the host's name is not known",
        HttpRequestError.ResponseEnded => "the reply ended too early",
        _ => error.ToString(),
    };

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ') + ".";
}

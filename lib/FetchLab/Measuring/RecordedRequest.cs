using System.Text;

namespace FetchLab;

/// <summary>A request that knows who records it, so that a connection can tell which request it was opened for.</summary>
internal sealed class RecordedRequest(Uri url, FetchRecorder recorder) : HttpRequestMessage(HttpMethod.Get, url)
{
    [ThreadStatic]
    private static RecordedRequest? _beingWritten;

    public FetchRecorder Recorder => recorder;

    /// <summary>
    /// Handed to the client as its choice of an encoding for each header, of which it makes none. The client asks on the
    /// thread that writes the headers, right before that thread sends them: the one place outside it where a request and
    /// its connection meet. Whoever asked for a connection may be served by another that came free first.
    /// </summary>
    public static Encoding? Notice(string header, HttpRequestMessage request)
    {
        _beingWritten = request as RecordedRequest;
        return null;
    }

    /// <summary>The request whose headers the calling thread is about to send; asked once, it is forgotten.</summary>
    public static RecordedRequest? TakeBeingWritten()
    {
        var request = _beingWritten;
        _beingWritten = null;
        return request;
    }
}

namespace FetchLab;

public static partial class Lab
{
    /// <summary>
    /// The web API of this session: started by the first call, the same in every later one, gone with the session.
    /// <c>await Lab.RunAsync(Fetch.Async(40), (await Lab.ServiceAsync()).Blocking(80, ms: 100))</c>.
    /// </summary>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="FetchLabException">It is not built, or did not start.</exception>
    public static Task<ServiceSite> ServiceAsync(CancellationToken cancellationToken = default) =>
        ServiceSite.SharedAsync(cancellationToken: cancellationToken);
}

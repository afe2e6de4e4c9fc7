namespace FetchLab;

public static partial class Lab
{
    /// <summary>
    /// Lets a disaster happen in a process of its own, which ends at its deadline, with this session, or with the cell:
    /// <c>await Lab.DisasterAsync(Disaster.SleepOnThePool, TimeSpan.FromSeconds(8))</c>.
    /// </summary>
    /// <param name="disaster">What is to happen.</param>
    /// <param name="deadline">The most that it may take, from 100 ms to 10 minutes.</param>
    /// <param name="options">How large it is; null takes the defaults.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="FetchLabException">It is not built, a value is out of range, or its process failed.</exception>
    public static async Task<DisasterRun> DisasterAsync(
        Disaster disaster, TimeSpan deadline, DisasterOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Stopping());
        return await DisasterProcess.RunAsync(disaster, deadline, options, cancellationToken: either.Token).ConfigureAwait(false);
    }
}

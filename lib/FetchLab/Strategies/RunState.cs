namespace FetchLab;

/// <summary>Where a run on a virtual site stands.</summary>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Queued">Pages for which <see cref="FetchSession.Enqueue"/> was called.</param>
/// <param name="Begun">Pages whose fetch has begun.</param>
/// <param name="Finished">Those of them that are done with.</param>
/// <param name="Waiting">
/// Who waits for time to pass: each for a fetch of its own, in <see cref="FetchSession.WaitForStartAsync"/>, or in a delay on
/// <see cref="FetchSession.Clock"/>.
/// </param>
public readonly record struct RunState(int Pages, int Queued, int Begun, int Finished, int Waiting);

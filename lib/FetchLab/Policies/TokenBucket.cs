namespace FetchLab;

/// <summary>
/// A token bucket that tells each who asks when its permit is due. It keeps one instant, at which the bucket would be full
/// again, and no count of tokens: the generic cell rate algorithm (ITU-T I.371), which is the same.
/// </summary>
internal sealed class TokenBucket(double perSecond, int burst, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly long _start = clock.GetTimestamp();
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1 / perSecond);
    private TimeSpan _full;

    /// <summary>Takes the next permit, and says how long it is until it is due.</summary>
    public Permit Take()
    {
        lock (_gate)
        {
            var now = clock.GetElapsedTime(_start);
            var full = _full > now ? _full : now;
            _full = full + _interval;
            return new Permit(this, full - ((burst - 1) * _interval));
        }
    }

    /// <summary>A permit that is given already, and that may be used from an instant on.</summary>
    internal readonly record struct Permit(TokenBucket Bucket, TimeSpan Due)
    {
        /// <summary>How long it still is; 0 or less once it may be used.</summary>
        public TimeSpan Rest => Due - Bucket.Now;
    }

    private TimeSpan Now => clock.GetElapsedTime(_start);
}

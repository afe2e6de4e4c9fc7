using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;

namespace FetchLab.Origin;

/// <summary>Pages by the text of their address: to read the same one again and again would cost more than to serve it.</summary>
internal sealed class PageBook(OriginProfile profile)
{
    // Bounds on what a client can make the origin remember.
    private const int Most = 20_000;
    private const int Longest = 200;

    private readonly ConcurrentDictionary<string, PageRequest> _pages = new();
    private int _count;

    public bool TryFind(
        HttpContext context, [NotNullWhen(true)] out PageRequest? page, [NotNullWhen(false)] out Refusal? refusal)
    {
        refusal = null;
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (HttpMethods.IsGet(context.Request.Method) && _pages.TryGetValue(target, out page))
            return true;
        if (!PageRequest.TryRead(context.Request, profile, out page, out refusal))
            return false;
        if (Volatile.Read(ref _count) < Most && target.Length <= Longest && _pages.TryAdd(target, page))
            Interlocked.Increment(ref _count);
        return true;
    }
}

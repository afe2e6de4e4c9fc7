using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace FetchLab.Origin;

/// <summary>A page that was asked for: <c>/{host}/{index}?latencyMs=…&amp;bytes=…</c>, and so on for each <see cref="PageKnob"/>.</summary>
internal sealed record PageRequest(string Host, int Index, PageKnobs Knobs)
{
    /// <summary>The beginning of the page, no longer than the page.</summary>
    public ReadOnlyMemory<byte> Head { get; } = ComposeHead(Host, Index, Knobs.Bytes);

    public static bool TryRead(
        HttpRequest request, OriginProfile profile, [NotNullWhen(true)] out PageRequest? page, [NotNullWhen(false)] out Refusal? refusal)
    {
        page = null;
        if (!HttpMethods.IsGet(request.Method))
            refusal = new(405, $"a page is fetched with GET, but the method was {request.Method}; try GET.");
        else if (request.Path.Value!.Split('/') is not [_, var host, var indexText])
            refusal = new(404, $"a page is /host/index, but the path was {request.Path}; try /apple/0.");
        else if (!profile.Hosts.TryGetValue(host, out var hostProfile))
            refusal = new(404, $"the hosts here are {string.Join(" and ", profile.Hosts.Keys)}, but the path was {request.Path}; try /apple/0.");
        else if (!(indexText.All(char.IsAsciiDigit) && KnobText.Whole(indexText, 0, int.MaxValue) is { } index))
            refusal = new(400, $"index must be a whole number from 0, but was '{indexText}'; try /{host}/0.");
        else if (ReadKnobs(request.Query, hostProfile.Pages, out refusal) is { } knobs)
            page = new PageRequest(host, index, knobs);
        return page is not null;
    }

    private static PageKnobs? ReadKnobs(IQueryCollection query, PageKnobs knobs, out Refusal? refusal)
    {
        foreach (var (name, value) in query)
        {
            if (PageKnob.All.FirstOrDefault(knob => knob.Name == name) is not { } knob)
            {
                var names = string.Join(", ", PageKnob.All.Select(one => one.Name));
                refusal = new(400, $"the knobs of a page are {names}, but was '{name}'; try latencyMs=50.");
                return null;
            }

            if (knob.Set(knobs, value.ToString()) is not { } changed)
            {
                refusal = new(400, knob.Sentence(value.ToString()));
                return null;
            }

            knobs = changed;
        }

        refusal = null;
        return knobs;
    }

    private static ReadOnlyMemory<byte> ComposeHead(string host, int index, int bytes)
    {
        var name = FormattableString.Invariant($"{host}, page {index}");
        var head = Encoding.UTF8.GetBytes(
            $"<!doctype html>\n<html lang=\"en\">\n<title>{name}</title>\n<h1>{name}</h1>\n<p>");
        return head.AsMemory(0, Math.Min(bytes, head.Length));
    }
}

namespace FetchLab.Origin;

/// <summary>The command line: pairs of an option and its value.</summary>
/// <param name="Port">The port for HTTP/1.1, and the next one for HTTP/2; 0 lets the system choose both.</param>
/// <param name="Logs">Whether each request is noted.</param>
/// <param name="Profile">What the origin is like.</param>
internal sealed record OriginArguments(int Port, bool Logs, OriginProfile Profile)
{
    private const string Try = "try --profile city --port 8080 --slots 4";

    /// <returns>The arguments, or null with one sentence about what is wrong.</returns>
    public static OriginArguments? Read(IReadOnlyList<string> args, out string? mistake)
    {
        var options = new List<KeyValuePair<string, string>>();
        for (var place = 0; place < args.Count; place += 2)
        {
            if (!args[place].StartsWith("--", StringComparison.Ordinal) || place + 1 == args.Count)
                return Refuse($"options come as --name value, but was '{args[place]}'; {Try}.", out mistake);
            options.Add(new(args[place][2..], args[place + 1]));
        }

        // The name first, wherever it stands: the others change the profile that it stands for.
        var arguments = new OriginArguments(0, Logs: true, new());
        foreach (var (name, value) in options.OrderBy(option => option.Key != "profile"))
        {
            if (arguments.With(name, value, out mistake) is not { } changed)
                return null;
            arguments = changed;
        }

        mistake = null;
        return arguments;
    }

    private OriginArguments? With(string name, string value, out string? mistake)
    {
        mistake = null;
        switch (name)
        {
            case "profile":
                return NamedProfiles.Find(value) is { } found
                    ? this with { Profile = found }
                    : Refuse($"the profiles are {string.Join(", ", NamedProfiles.All.Select(one => one.Name))}, but was '{value}'; try --profile city.", out mistake);
            case "port":
                return KnobText.Whole(value, 0, 65_534) is { } port
                    ? this with { Port = port }
                    : Refuse($"port must be a whole number from 0 to 65534, but was '{value}'; try --port 8080.", out mistake);
            case "log":
                return value is "on" or "off"
                    ? this with { Logs = value == "on" }
                    : Refuse($"log must be on or off, but was '{value}'; try --log off.", out mistake);
            default:
                return Change(name, value, out mistake) is { } profile ? this with { Profile = profile } : null;
        }
    }

    private OriginProfile? Change(string name, string value, out string? mistake)
    {
        mistake = null;
        if (ProfileKnob.All.FirstOrDefault(knob => knob.Name == name) is { } one)
            return one.Set(Profile, value) ?? Refuse<OriginProfile>($"{one.Sentence(value)}", out mistake);

        // --latencyMs is for the pages of all hosts, --apple.latencyMs for those of one.
        var (host, knobName) = name.Split('.') is [var before, var after] ? (before, after) : (null, name);
        if (host is not null && !Profile.Hosts.ContainsKey(host))
            return Refuse<OriginProfile>($"the hosts are {string.Join(" and ", Profile.Hosts.Keys)}, but was '{host}'; try --apple.{knobName}.", out mistake);
        if (host is not null && knobName == "slots")
            return KnobText.Whole(value, 0, 10_000) is { } slots
                ? Profile.WithHosts(host, one => one with { Slots = slots })
                : Refuse<OriginProfile>($"slots must be a whole number from 0 to 10000, but was '{value}'; try 4.", out mistake);
        if (PageKnob.All.FirstOrDefault(knob => knob.Name == knobName) is not { } page)
            return Refuse<OriginProfile>($"there is no option --{name}; {Try}.", out mistake);
        if (page.Set(new(), value) is null)
            return Refuse<OriginProfile>(page.Sentence(value), out mistake);
        return Profile.WithHosts(host, one => one with { Pages = page.Set(one.Pages, value)! });
    }

    private static OriginArguments? Refuse(string sentence, out string? mistake) => Refuse<OriginArguments>(sentence, out mistake);

    private static T? Refuse<T>(string sentence, out string? mistake)
        where T : class
    {
        mistake = sentence;
        return null;
    }
}

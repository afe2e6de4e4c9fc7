namespace FetchLab.Benchmarks;

/// <summary>A measured figure beside what it must be; without a target it is printed for its reader.</summary>
internal sealed record Figure(string Name, double Value, string Unit, Target? Target)
{
    public bool Met => Target?.IsMetBy(Value) ?? true;

    public object ToJson() => new { name = Name, value = Value, unit = Unit, target = Target?.Bound, met = Met };
}

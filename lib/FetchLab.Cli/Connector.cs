using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary>What sessions of this program connect to other languages by.</summary>
internal static class Connector
{
    // Here goes the Jupyter client: new JupyterConnector().
    public static ILanguageConnector? Create() => null;
}

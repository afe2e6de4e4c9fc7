using FetchLab.Jupyter;
using FetchLab.Notebooks;

namespace FetchLab.Cli;

/// <summary>What sessions of this program connect to other languages by.</summary>
internal static class Connector
{
    public static ILanguageConnector Create() => new JupyterConnector();
}

namespace FetchLab.Notebooks;

/// <summary>Brings languages into a session that the engine does not run itself: what <c>#!connect</c> calls.</summary>
/// <remarks>An interface, because what a kernel elsewhere is reached by is no business of a session's: it opens no socket.</remarks>
public interface ILanguageConnector
{
    /// <summary>Starts an installed Jupyter kernel, and waits until it answers.</summary>
    /// <param name="name">What cells are to call it, such as <c>python</c>.</param>
    /// <param name="spec">The kernelspec's name, such as <c>python3</c>.</param>
    /// <param name="folder">The notebook's folder, where the kernel runs.</param>
    /// <param name="cancellationToken">Gives up; nothing is left running.</param>
    /// <exception cref="LanguageMissingException">There is no such kernelspec, or its program is not there.</exception>
    /// <exception cref="NotebookException">It did not answer within 20 s, or ended; says why.</exception>
    Task<ILanguage> ConnectAsync(string name, string spec, string folder, CancellationToken cancellationToken);
}

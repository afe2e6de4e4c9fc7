namespace FetchLab;

/// <summary>The programs that the build lays beside this library.</summary>
internal static class BuiltProgram
{
    /// <remarks>An assembly that was loaded from memory lies nowhere; then the program's own folder is the best guess.</remarks>
    public static string BesideThisLibrary(string fileName)
    {
        var library = typeof(BuiltProgram).Assembly.Location;
        var folder = library.Length > 0 ? Path.GetDirectoryName(library)! : AppContext.BaseDirectory;
        return Path.Combine(folder, fileName);
    }
}

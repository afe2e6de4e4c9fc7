using FetchLab.Notebooks;

namespace FetchLab.Jupyter;

/// <summary>The sentences for a kernel that is not on this machine: each says what to install.</summary>
internal static class MissingKernel
{
    public static LanguageMissingException Spec(string name, string spec) =>
        new(Language(name, spec), $"there is no Jupyter kernel '{spec}' on this machine; {Advice(spec)}.");

    public static LanguageMissingException Program(string name, string spec, string program) =>
        new(Language(name, spec), $"the Jupyter kernel '{spec}' is run by '{program}', which is not on this machine; {Advice(spec)}.");

    public static LanguageMissingException Package(string name, string spec, string program) =>
        new(Language(name, spec), $"the Jupyter kernel '{spec}' is run by '{program}', which has no ipykernel; {Advice(spec)}.");

    // A lesson marks its cells by the language, whatever name it is connected by.
    private static string Language(string name, string spec) => IsPython(spec) ? "python" : name;

    private static string Advice(string spec) => IsPython(spec)
        ? "install it with 'python3 -m pip install ipykernel', or as the system's package python3-ipykernel"
        : "install it as its documentation says; 'jupyter kernelspec list' shows those that are there";

    private static bool IsPython(string spec) => spec.StartsWith("python", StringComparison.OrdinalIgnoreCase);
}

namespace StaticNet.Tests.Files;

/// <summary>A folder for the length of a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("staticnet-").FullName;

    /// <summary>The folder.</summary>
    public string Path => _path;

    /// <summary>The names of all files in it.</summary>
    public string[] Names => [.. Directory.EnumerateFiles(_path).Select(path => System.IO.Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>A file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}

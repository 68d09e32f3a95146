using System.Reflection;

namespace StaticNet.Generators.Tests;

/// <summary>Where the files of this repository lie.</summary>
internal static class ProjectFiles
{
    /// <summary>The folder of this project.</summary>
    public static string ProjectDirectory { get; } = typeof(ProjectFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "ProjectDirectory").Value!;

    /// <summary>The text of a file, given from the root of the repository.</summary>
    public static string Read(string path) => File.ReadAllText(Locate(path)).ReplaceLineEndings("\n");

    /// <summary>The full path of a file or folder, given from the root of the repository.</summary>
    public static string Locate(string path) => Path.GetFullPath(Path.Combine(ProjectDirectory, "..", "..", path));
}

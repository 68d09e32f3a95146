using System.Globalization;
using System.Text;
using StaticNet.Files;

namespace StaticNet;

/// <summary>What <see cref="Model.LoadMatching(string)"/> took over from a file and what it did not.</summary>
/// <example>
/// <code>
/// LoadReport report = model.LoadMatching("pretrained.safetensors");
/// Console.WriteLine(report);                       // 6 of 8 parameters loaded; of another shape: dense_1/kernel: (64, 10) in the file, ...
/// if (report.Loaded.Count == 0)
///     throw new InvalidOperationException("no layer of that file has a name that this model knows");
/// </code>
/// </example>
public sealed class LoadReport
{
    internal LoadReport(IReadOnlyList<string> loaded, IReadOnlyList<string> missing, IReadOnlyList<ShapeMismatch> mismatches, IReadOnlyList<string> unknown)
    {
        Loaded = loaded;
        MissingInFile = missing;
        ShapeMismatches = mismatches;
        NotInModel = unknown;
    }

    /// <summary>The parameters that now hold the file's weights.</summary>
    public IReadOnlyList<string> Loaded { get; }

    /// <summary>The model's parameters that the file does not have; they are as they were.</summary>
    public IReadOnlyList<string> MissingInFile { get; }

    /// <summary>The parameters that the file has in another shape; they are as they were.</summary>
    public IReadOnlyList<ShapeMismatch> ShapeMismatches { get; }

    /// <summary>What the file has and the model does not.</summary>
    public IReadOnlyList<string> NotInModel { get; }

    /// <summary>Whether every parameter of the model now holds the file's weights.</summary>
    public bool IsComplete => MissingInFile.Count == 0 && ShapeMismatches.Count == 0;

    /// <summary>All of that in a line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Loaded.Count} of {Loaded.Count + MissingInFile.Count + ShapeMismatches.Count} parameters loaded");
        Append("missing in the file", MissingInFile);
        Append("of another shape", ShapeMismatches);
        Append("not in the model", NotInModel.Select(Quoted.Plain));
        return text.ToString();

        void Append<T>(string what, IEnumerable<T> which)
        {
            if (which.Any())
                text.Append("; ").Append(what).Append(": ").AppendJoin(", ", which);
        }
    }
}

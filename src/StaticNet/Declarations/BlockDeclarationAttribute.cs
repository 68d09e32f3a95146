using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// A block's declaration as data, for projects that use the compiled block: in its attributes what is computed from constants is a number by
/// then. Written by the generator.
/// </summary>
/// <param name="version">The version of the format.</param>
/// <param name="lines">The declaration.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BlockDeclarationAttribute(int version, params string[] lines) : Attribute
{
    /// <summary>The version of the format.</summary>
    public int Version { get; } = version;

    /// <summary>The declaration.</summary>
    public IReadOnlyList<string> Lines { get; } = [.. lines];
}

using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes of a table of embeddings, as constants.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEmbeddingShape
{
    /// <summary>The rows of the table.</summary>
    static abstract int Vocabulary { get; }

    /// <summary>The tokens of a sample.</summary>
    static abstract int Tokens { get; }

    /// <summary>From one row to the next: the width, rounded up to whole vectors.</summary>
    static abstract int Stride { get; }

    /// <summary>Whether the rows of a sample's tokens are averaged.</summary>
    static abstract bool Averages { get; }

    /// <summary>Whether token 0 stands for no token.</summary>
    static abstract bool MasksZero { get; }
}

using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes and options of one attention, as constants that the compiler folds into the kernel made for it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IAttentionShape
{
    /// <summary>The steps that ask.</summary>
    static abstract int Queries { get; }

    /// <summary>The steps that are asked.</summary>
    static abstract int Keys { get; }

    /// <summary>The heads, each with queries, keys and values of its own.</summary>
    static abstract int Heads { get; }

    /// <summary>Numbers of a head's query or key.</summary>
    static abstract int KeyDim { get; }

    /// <summary>The same rounded up to a multiple of 16: floats from one head of a query or key to the next.</summary>
    static abstract int KeyStride { get; }

    /// <summary>Numbers of a head's value.</summary>
    static abstract int ValueDim { get; }

    /// <summary>The same rounded up to a multiple of 16: floats from one head of a value to the next.</summary>
    static abstract int ValueStride { get; }

    /// <summary>Floats from one step of the output, in which heads lie without gaps, to the next.</summary>
    static abstract int OutputStride { get; }

    /// <summary>What scores are multiplied by.</summary>
    static abstract float Scale { get; }

    /// <summary>Whether a score is a sum of tanh(query + key), number by number, instead of their product.</summary>
    static virtual bool IsAdditive => false;

    /// <summary>
    /// Whether a learned number takes the place of <see cref="Scale"/>; of additive scores, which have none of their own, it multiplies query + key.
    /// </summary>
    static virtual bool LearnsScale => false;

    /// <summary>Whether the summands of additive scores have learned weights; else they have 1.</summary>
    static virtual bool LearnsWeights => false;

    /// <summary>Whether that is one weight for all of them.</summary>
    static virtual bool SharesWeight => false;

    /// <summary>Whether a query asks no later steps than its own.</summary>
    static abstract bool IsCausal { get; }

    /// <summary>Whether there is a mask over steps.</summary>
    static abstract bool HasMask { get; }

    /// <summary>Whether a query that its mask leaves out gets 0; else it asks all steps alike.</summary>
    static abstract bool ZeroesMasked { get; }
}

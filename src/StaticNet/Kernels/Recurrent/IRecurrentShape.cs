using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>The sizes and options of one recurrence, as constants that the compiler folds into the kernel made for it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRecurrentShape
{
    /// <summary>The steps of a sequence.</summary>
    static abstract int Steps { get; }

    /// <summary>Numbers in a step of the input.</summary>
    static abstract int Inputs { get; }

    /// <summary>Floats from one step of the input to the next.</summary>
    static abstract int InputStride { get; }

    /// <summary>Numbers of the state.</summary>
    static abstract int Units { get; }

    /// <summary>The units rounded up to a multiple of 16: the floats of a gate, of a state and of a row of the output.</summary>
    static abstract int UnitStride { get; }

    /// <summary>Whether there is an output for each step, and not for the last one alone.</summary>
    static abstract bool ReturnsSequences { get; }

    /// <summary>Whether it walks from the last step to the first.</summary>
    static abstract bool GoesBackwards { get; }

    /// <summary>
    /// Whether outputs lie in the order of time, as a recurrence in two directions needs it; else in the order in which they are made.
    /// </summary>
    static abstract bool KeepsTime { get; }

    /// <summary>Whether there is a mask over the state before the product with the recurrent kernel, one for a whole sequence.</summary>
    static abstract bool DropsState { get; }
}

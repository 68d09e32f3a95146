using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// What a recurrence computes at one step from its sums: x · kernel + bias, called the start, and h · recurrent kernel. Rows of all of
/// them are gates of whole vectors, one behind the other. Activations are ones whose slope is told from the result.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe interface IRecurrentCell
{
    /// <summary>The gates of kernel and recurrent kernel.</summary>
    internal static abstract int Gates { get; }

    /// <summary>How many rows of gates a step saves for the backward pass, which writes gradients in their place.</summary>
    internal static abstract int SavedRows { get; }

    /// <summary>Which of the saved rows becomes the first of the gradients by the start.</summary>
    internal static abstract int SavedStart { get; }

    /// <summary>Which of the saved rows becomes the gradient by the sum of a gate with the recurrent kernel.</summary>
    internal static abstract int SavedSum(int gate);

    /// <summary>Whether it carries a second state, c, from step to step.</summary>
    internal static abstract bool Carries { get; }

    /// <summary>Whether sums with the state have a bias of their own.</summary>
    internal static virtual bool HasSumBias => false;

    /// <summary>
    /// Whether the last gate's sum with the state is that with the state times the gate before it. Such a cell's step falls into two:
    /// <see cref="Reset"/> stands before that product.
    /// </summary>
    internal static virtual bool ResetsFirst => false;

    /// <summary>The state as the last gate's product takes it.</summary>
    /// <param name="stride">Floats of a gate.</param>
    /// <param name="start">The sums with the input.</param>
    /// <param name="sums">The sums with the state, but that of the last gate; what becomes of the gate before it goes in its place.</param>
    /// <param name="left">The state.</param>
    /// <param name="reset">Where the result goes.</param>
    internal static virtual void Reset<TV>(int stride, float* start, float* sums, float* left, float* reset)
        where TV : unmanaged, ISimd<TV>
    {
    }

    /// <summary>Back through <see cref="Reset"/>, when the gradient has passed the last gate's product.</summary>
    /// <param name="stride">Floats of a gate.</param>
    /// <param name="dReset">The gradient by what the product took.</param>
    /// <param name="dh">The gradient by the old state, to which a part is added.</param>
    /// <param name="saved">The saved gates, of which one is still to become a gradient.</param>
    /// <param name="dSums">Where that goes as well.</param>
    /// <param name="left">The state as the products took it.</param>
    /// <param name="dropout">What it was multiplied by before; null where nothing is dropped.</param>
    internal static virtual void ResetBack<TV>(int stride, float* dReset, float* dh, float* saved, float* dSums, float* left, float* dropout)
        where TV : unmanaged, ISimd<TV>
    {
    }

    /// <summary>One step of one sample.</summary>
    /// <param name="stride">Floats of a gate.</param>
    /// <param name="start">The sums with the input, one row a gate.</param>
    /// <param name="sums">The sums with the state.</param>
    /// <param name="h">The state, which becomes that of the next step.</param>
    /// <param name="c">The second state likewise, if there is one; of a cell that resets first, what <see cref="Reset"/> made.</param>
    /// <param name="saved">Where what the backward pass needs is saved; null in predictions.</param>
    internal static abstract void Forward<TV>(int stride, float* start, float* sums, float* h, float* c, float* saved)
        where TV : unmanaged, ISimd<TV>;

    /// <summary>
    /// The first half of a step that saves nothing, up to the new second state or to what else <see cref="End"/> needs, which goes in the place
    /// of sums. In halves, as each waits for exponentials: those of many units overlap. A cell that resets first has neither.
    /// </summary>
    /// <param name="stride">Floats of a gate.</param>
    /// <param name="start">The sums of a vector of units with the input, one row a gate.</param>
    /// <param name="sums">The sums with the state likewise.</param>
    /// <param name="c">The second state, which becomes the new one.</param>
    internal static virtual void Begin<TV>(int stride, float* start, float* sums, float* c)
        where TV : unmanaged, ISimd<TV>
    {
    }

    /// <summary>The second half.</summary>
    /// <param name="stride">Floats of a gate.</param>
    /// <param name="start">The sums of a vector of units with the input, one row a gate.</param>
    /// <param name="sums">The sums with the state likewise, or what <see cref="Begin"/> put in their place.</param>
    /// <param name="h">The state, which becomes the new one.</param>
    /// <param name="c">The new second state.</param>
    internal static virtual void End<TV>(int stride, float* start, float* sums, float* h, float* c)
        where TV : unmanaged, ISimd<TV>
    {
    }

    /// <summary>Back through one step of one sample. Gradients below 1e-30 become 0, before denormal numbers slow everything down.</summary>
    /// <param name="stride">Floats of a gate.</param>
    /// <param name="dh">The gradient by the new state; becomes that part of the one by the old state that did not pass the sums.</param>
    /// <param name="dc">The gradient by the new second state; becomes the one by the old.</param>
    /// <param name="saved">What the forward pass saved; becomes the gradients by the sums.</param>
    /// <param name="dSums">Where the gradients by the sums with the state go as well, one row a gate.</param>
    /// <param name="before">The old state.</param>
    /// <param name="carried">The new second state, if there is one.</param>
    /// <param name="carriedBefore">The old second state.</param>
    internal static abstract void Backward<TV>(
        int stride, float* dh, float* dc, float* saved, float* dSums, float* before, float* carried, float* carriedBefore)
        where TV : unmanaged, ISimd<TV>;
}

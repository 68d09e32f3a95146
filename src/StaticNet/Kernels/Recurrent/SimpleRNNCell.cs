using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The cell of a simple recurrence: h' = a(z).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct SimpleRNNCell<TActivation> : IRecurrentCell
    where TActivation : struct, IActivation
{
    /// <inheritdoc/>
    static int IRecurrentCell.Gates => RecurrentSizes.SimpleGates;

    /// <inheritdoc/>
    static int IRecurrentCell.SavedRows => RecurrentSizes.SimpleSavedRows;

    /// <inheritdoc/>
    static int IRecurrentCell.SavedStart => 0;

    /// <inheritdoc/>
    static bool IRecurrentCell.Carries => false;

    /// <inheritdoc/>
    static int IRecurrentCell.SavedSum(int gate) => gate;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Forward<TV>(int stride, float* start, float* sums, float* h, float* c, float* saved)
    {
        for (int u = 0; u < stride; u += TV.Count)
        {
            TV state = TActivation.Forward(TV.Load(start + u) + TV.Load(sums + u));
            state.Store(h + u);
            if (saved != null)
                state.Store(saved + u);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.End<TV>(int stride, float* start, float* sums, float* h, float* c)
        => TActivation.Forward(TV.Load(start) + TV.Load(sums)).Store(h);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Backward<TV>(
        int stride, float* dh, float* dc, float* saved, float* dSums, float* before, float* carried, float* carriedBefore)
    {
        for (int u = 0; u < stride; u += TV.Count)
        {
            TV gradient = Tiny.Flush(TV.Load(dh + u) * TActivation.Derivative(TV.Load(saved + u)));
            default(TV).Store(dh + u);
            gradient.Store(saved + u);
            gradient.Store(dSums + u);
        }
    }
}

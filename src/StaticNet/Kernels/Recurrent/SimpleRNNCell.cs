using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The cell of a simple recurrence: h' = a(z).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct SimpleRNNCell<TActivation> : IRecurrentCell
    where TActivation : struct, IActivation
{
    /// <inheritdoc/>
    static int IRecurrentCell.Gates => RecurrentRoom.SimpleGates;

    /// <inheritdoc/>
    static int IRecurrentCell.Notes => RecurrentRoom.SimpleNotes;

    /// <inheritdoc/>
    static int IRecurrentCell.StartNote => 0;

    /// <inheritdoc/>
    static bool IRecurrentCell.Carries => false;

    /// <inheritdoc/>
    static int IRecurrentCell.SumNote(int gate) => gate;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Forward<TV>(int stride, float* start, float* sums, float* h, float* c, float* notes)
    {
        for (int u = 0; u < stride; u += TV.Count)
        {
            TV state = TActivation.Forward(TV.Load(start + u) + TV.Load(sums + u));
            state.Store(h + u);
            if (notes != null)
                state.Store(notes + u);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.End<TV>(int stride, float* start, float* sums, float* h, float* c)
        => TActivation.Forward(TV.Load(start) + TV.Load(sums)).Store(h);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Backward<TV>(
        int stride, float* dh, float* dc, float* notes, float* dSums, float* before, float* carried, float* carriedBefore)
    {
        for (int u = 0; u < stride; u += TV.Count)
        {
            TV gradient = Tiny.Flush(TV.Load(dh + u) * TActivation.Derivative(TV.Load(notes + u)));
            default(TV).Store(dh + u);
            gradient.Store(notes + u);
            gradient.Store(dSums + u);
        }
    }
}

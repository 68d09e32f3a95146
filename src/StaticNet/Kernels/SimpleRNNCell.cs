using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The cell of a simple recurrence: h' = a(z).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct SimpleRNNCell<TActivation> : IRecurrentCell
    where TActivation : struct, IActivation
{
    /// <inheritdoc/>
    public static int Gates => RecurrentRoom.SimpleGates;

    /// <inheritdoc/>
    public static int Notes => RecurrentRoom.SimpleNotes;

    /// <inheritdoc/>
    public static int StartNote => 0;

    /// <inheritdoc/>
    public static bool Carries => false;

    /// <inheritdoc/>
    public static int SumNote(int gate) => gate;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Forward<TV>(int stride, float* start, float* sums, float* h, float* c, float* notes)
        where TV : unmanaged, ISimd<TV>
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
    public static void End<TV>(int stride, float* start, float* sums, float* h, float* c)
        where TV : unmanaged, ISimd<TV>
        => TActivation.Forward(TV.Load(start) + TV.Load(sums)).Store(h);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Backward<TV>(
        int stride, float* dh, float* dc, float* notes, float* dSums, float* before, float* carried, float* carriedBefore)
        where TV : unmanaged, ISimd<TV>
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

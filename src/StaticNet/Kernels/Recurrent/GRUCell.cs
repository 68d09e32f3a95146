using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The cell of a GRU that resets behind the product, gates in Keras' order: z = r(start_z + sum_z), q = r(start_r + sum_r),
/// g = a(start_h + q sum_h), h' = z h + (1 - z) g.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct GRUCell<TActivation, TRecurrentActivation> : IRecurrentCell
    where TActivation : struct, IActivation
    where TRecurrentActivation : struct, IActivation
{
    /// <inheritdoc/>
    static int IRecurrentCell.Gates => RecurrentSizes.GRUGates;

    /// <inheritdoc/>
    static int IRecurrentCell.SavedRows => RecurrentSizes.GRUSavedRows;

    /// <inheritdoc/>
    static int IRecurrentCell.SavedStart => 1;

    /// <inheritdoc/>
    static bool IRecurrentCell.Carries => false;

    /// <inheritdoc/>
    static bool IRecurrentCell.HasSumBias => true;

    /// <inheritdoc/>
    static int IRecurrentCell.SavedSum(int gate) => (gate + 1) % 3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Forward<TV>(int stride, float* start, float* sums, float* h, float* c, float* saved)
    {
        for (int u = 0; u < stride; u += TV.Count)
        {
            TV update = TRecurrentActivation.Forward(TV.Load(start + u) + TV.Load(sums + u));
            TV reset = TRecurrentActivation.Forward(TV.Load(start + stride + u) + TV.Load(sums + stride + u));
            TV sum = TV.Load(sums + (2 * stride) + u);
            TV candidate = TActivation.Forward(TV.MultiplyAdd(reset, sum, TV.Load(start + (2 * stride) + u)));
            TV.MultiplyAdd(update, TV.Load(h + u) - candidate, candidate).Store(h + u);
            if (saved != null)
            {
                sum.Store(saved + u);
                update.Store(saved + stride + u);
                reset.Store(saved + (2 * stride) + u);
                candidate.Store(saved + (3 * stride) + u);
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Begin<TV>(int stride, float* start, float* sums, float* c)
    {
        TRecurrentActivation.Forward(TV.Load(start) + TV.Load(sums)).Store(sums);
        TV reset = TRecurrentActivation.Forward(TV.Load(start + stride) + TV.Load(sums + stride));
        TV.MultiplyAdd(reset, TV.Load(sums + (2 * stride)), TV.Load(start + (2 * stride))).Store(sums + (2 * stride));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.End<TV>(int stride, float* start, float* sums, float* h, float* c)
    {
        TV candidate = TActivation.Forward(TV.Load(sums + (2 * stride)));
        TV.MultiplyAdd(TV.Load(sums), TV.Load(h) - candidate, candidate).Store(h);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Backward<TV>(
        int stride, float* dh, float* dc, float* saved, float* dSums, float* before, float* carried, float* carriedBefore)
    {
        for (int u = 0; u < stride; u += TV.Count)
        {
            TV sum = TV.Load(saved + u), update = TV.Load(saved + stride + u);
            TV reset = TV.Load(saved + (2 * stride) + u), candidate = TV.Load(saved + (3 * stride) + u);
            TV gradient = Tiny.Flush(TV.Load(dh + u));
            TV byCandidate = gradient * (TV.Create(1f) - update) * TActivation.Derivative(candidate);
            TV byUpdate = gradient * (TV.Load(before + u) - candidate) * TRecurrentActivation.Derivative(update);
            TV byReset = byCandidate * sum * TRecurrentActivation.Derivative(reset);
            TV bySum = byCandidate * reset;
            (gradient * update).Store(dh + u);
            bySum.Store(saved + u);
            byUpdate.Store(saved + stride + u);
            byReset.Store(saved + (2 * stride) + u);
            byCandidate.Store(saved + (3 * stride) + u);
            byUpdate.Store(dSums + u);
            byReset.Store(dSums + stride + u);
            bySum.Store(dSums + (2 * stride) + u);
        }
    }
}

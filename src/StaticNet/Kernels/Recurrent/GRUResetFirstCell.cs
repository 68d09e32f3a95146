using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The cell of a GRU that resets the state before the product, gates in Keras' order: z = r(start_z + sum_z), q = r(start_r + sum_r),
/// g = a(start_h + (q h) · recurrent_h), h' = z h + (1 - z) g.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct GRUResetFirstCell<TActivation, TRecurrentActivation> : IRecurrentCell
    where TActivation : struct, IActivation
    where TRecurrentActivation : struct, IActivation
{
    /// <inheritdoc/>
    static int IRecurrentCell.Gates => RecurrentSizes.GRUGates;

    /// <inheritdoc/>
    static int IRecurrentCell.SavedRows => RecurrentSizes.GRUSavedRows;

    /// <inheritdoc/>
    static int IRecurrentCell.SavedStart => 0;

    /// <inheritdoc/>
    static bool IRecurrentCell.Carries => false;

    /// <inheritdoc/>
    static bool IRecurrentCell.ResetsFirst => true;

    /// <inheritdoc/>
    static int IRecurrentCell.SavedSum(int gate) => gate;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Reset<TV>(int stride, float* start, float* sums, float* left, float* reset)
    {
        for (int u = 0; u < stride; u += TV.Count)
        {
            TV gate = TRecurrentActivation.Forward(TV.Load(start + stride + u) + TV.Load(sums + stride + u));
            gate.Store(sums + stride + u);
            (gate * TV.Load(left + u)).Store(reset + u);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Forward<TV>(int stride, float* start, float* sums, float* h, float* c, float* saved)
    {
        for (int u = 0; u < stride; u += TV.Count)
        {
            TV update = TRecurrentActivation.Forward(TV.Load(start + u) + TV.Load(sums + u));
            TV candidate = TActivation.Forward(TV.Load(start + (2 * stride) + u) + TV.Load(sums + (2 * stride) + u));
            TV.MultiplyAdd(update, TV.Load(h + u) - candidate, candidate).Store(h + u);
            if (saved != null)
            {
                update.Store(saved + u);
                TV.Load(sums + stride + u).Store(saved + stride + u);
                candidate.Store(saved + (2 * stride) + u);
                TV.Load(c + u).Store(saved + (3 * stride) + u);
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Backward<TV>(
        int stride, float* dh, float* dc, float* saved, float* dSums, float* before, float* carried, float* carriedBefore)
    {
        for (int u = 0; u < stride; u += TV.Count)
        {
            TV update = TV.Load(saved + u), candidate = TV.Load(saved + (2 * stride) + u);
            TV gradient = Tiny.Flush(TV.Load(dh + u));
            TV byCandidate = gradient * (TV.Create(1f) - update) * TActivation.Derivative(candidate);
            TV byUpdate = gradient * (TV.Load(before + u) - candidate) * TRecurrentActivation.Derivative(update);
            (gradient * update).Store(dh + u);
            byUpdate.Store(saved + u);
            byCandidate.Store(saved + (2 * stride) + u);
            byUpdate.Store(dSums + u);
            byCandidate.Store(dSums + (2 * stride) + u);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.ResetBack<TV>(int stride, float* dReset, float* dh, float* saved, float* dSums, float* left, float* dropout)
    {
        for (int u = 0; u < stride; u += TV.Count)
        {
            TV gate = TV.Load(saved + stride + u), gradient = TV.Load(dReset + u);
            TV byGate = gradient * TV.Load(left + u) * TRecurrentActivation.Derivative(gate);
            TV byState = dropout == null ? gradient * gate : gradient * gate * TV.Load(dropout + u);
            (TV.Load(dh + u) + byState).Store(dh + u);
            byGate.Store(saved + stride + u);
            byGate.Store(dSums + stride + u);
        }
    }
}

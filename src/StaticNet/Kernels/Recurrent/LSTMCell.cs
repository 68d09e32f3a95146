using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// The cell of an LSTM, gates in Keras' order: i = r(z_i), f = r(z_f), g = a(z_c), o = r(z_o), c' = f c + i g, h' = o a(c').
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct LSTMCell<TActivation, TRecurrentActivation> : IRecurrentCell
    where TActivation : struct, IActivation
    where TRecurrentActivation : struct, IActivation
{
    /// <inheritdoc/>
    static int IRecurrentCell.Gates => RecurrentSizes.LSTMGates;

    /// <inheritdoc/>
    static int IRecurrentCell.SavedRows => RecurrentSizes.LSTMSavedRows;

    /// <inheritdoc/>
    static int IRecurrentCell.SavedStart => 0;

    /// <inheritdoc/>
    static bool IRecurrentCell.Carries => true;

    /// <inheritdoc/>
    static int IRecurrentCell.SavedSum(int gate) => gate;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Forward<TV>(int stride, float* start, float* sums, float* h, float* c, float* saved)
    {
        for (int u = 0; u < stride; u += TV.Count)
        {
            TV input = TRecurrentActivation.Forward(TV.Load(start + u) + TV.Load(sums + u));
            TV forget = TRecurrentActivation.Forward(TV.Load(start + stride + u) + TV.Load(sums + stride + u));
            TV candidate = TActivation.Forward(TV.Load(start + (2 * stride) + u) + TV.Load(sums + (2 * stride) + u));
            TV output = TRecurrentActivation.Forward(TV.Load(start + (3 * stride) + u) + TV.Load(sums + (3 * stride) + u));
            TV carried = TV.MultiplyAdd(forget, TV.Load(c + u), input * candidate);
            carried.Store(c + u);
            (output * TActivation.Forward(carried)).Store(h + u);
            if (saved != null)
            {
                input.Store(saved + u);
                forget.Store(saved + stride + u);
                candidate.Store(saved + (2 * stride) + u);
                output.Store(saved + (3 * stride) + u);
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Begin<TV>(int stride, float* start, float* sums, float* c)
    {
        TV input = TV.Load(start) + TV.Load(sums), forget = TV.Load(start + stride) + TV.Load(sums + stride);
        TV candidate = TV.Load(start + (2 * stride)) + TV.Load(sums + (2 * stride));
        TV.MultiplyAdd(TRecurrentActivation.Forward(forget), TV.Load(c), Product(input, candidate)).Store(c);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.End<TV>(int stride, float* start, float* sums, float* h, float* c)
        => Product(TV.Load(start + (3 * stride)) + TV.Load(sums + (3 * stride)), TV.Load(c)).Store(h);

    // Of the usual pair of activations, a division is shared.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Product<TV>(TV gate, TV value)
        where TV : unmanaged, ISimd<TV>
        => typeof(TActivation) == typeof(Tanh) && typeof(TRecurrentActivation) == typeof(Sigmoid)
            ? SimdMath.SigmoidTimesTanh(gate, value)
            : TRecurrentActivation.Forward(gate) * TActivation.Forward(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void IRecurrentCell.Backward<TV>(
        int stride, float* dh, float* dc, float* saved, float* dSums, float* before, float* carried, float* carriedBefore)
    {
        for (int u = 0; u < stride; u += TV.Count)
        {
            TV input = TV.Load(saved + u), forget = TV.Load(saved + stride + u);
            TV candidate = TV.Load(saved + (2 * stride) + u), output = TV.Load(saved + (3 * stride) + u);
            TV squashed = TActivation.Forward(TV.Load(carried + u));
            TV gradient = Tiny.Flush(TV.Load(dh + u));
            TV carriedGradient = Tiny.Flush(TV.MultiplyAdd(gradient * output, TActivation.Derivative(squashed), TV.Load(dc + u)));

            TV byInput = carriedGradient * candidate * TRecurrentActivation.Derivative(input);
            TV byForget = carriedGradient * TV.Load(carriedBefore + u) * TRecurrentActivation.Derivative(forget);
            TV byCandidate = carriedGradient * input * TActivation.Derivative(candidate);
            TV byOutput = gradient * squashed * TRecurrentActivation.Derivative(output);
            (carriedGradient * forget).Store(dc + u);
            default(TV).Store(dh + u);
            byInput.Store(saved + u);
            byInput.Store(dSums + u);
            byForget.Store(saved + stride + u);
            byForget.Store(dSums + stride + u);
            byCandidate.Store(saved + (2 * stride) + u);
            byCandidate.Store(dSums + (2 * stride) + u);
            byOutput.Store(saved + (3 * stride) + u);
            byOutput.Store(dSums + (3 * stride) + u);
        }
    }
}

using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Recurrences: a state h, from 0 on, that each step of a sequence changes: z = x_t · kernel + bias + h · recurrent kernel, h = cell(z).
/// A step that a mask leaves out changes nothing. With dz the gradients by the sums, which the backward pass through the steps finds,
/// dkernel = Σ xᵀ · dz, drecurrent = Σ hᵀ · dz, dbias = Σ dz over steps and samples, dx = dz · kernelᵀ.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class RecurrentKernels
{
    /// <summary>Predicts: y = the last state, or all of them.</summary>
    /// <param name="x">The input.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="mask">For each step of each sample whether it counts, a byte, rows of whole 16 bytes; null where all count.</param>
    /// <param name="scratch">Scratch memory.</param>
    /// <param name="y">Where the output goes.</param>
    /// <param name="rows">The number of samples.</param>
    /// <param name="kept">Of one step of a sequence at a time, the state that the one before has left; null where all steps come at once.</param>
    /// <param name="position">How many steps there were before.</param>
    public static void Infer<TShape, TCell>(
        float* x, RecurrentWeights weights, byte* mask, float* scratch, float* y, int rows, float* kept = null, int position = 0)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        if (TCell.ResetsFirst || RecurrentSizes.WalksInBlocks(TCell.Gates, TShape.Units))
        {
            Walk<TShape, TCell>(x, weights, mask, default, scratch, y, rows, kept, position);
            return;
        }

        var starts = new ComputedStarts<TShape, TCell>(x, weights, scratch);
        float* states = scratch + RecurrentSizes.StatesAt(TCell.Gates, TShape.UnitStride);
        RecurrentTiles.Infer<TShape, TCell, ComputedStarts<TShape, TCell>>(starts, weights, mask, states, y, rows, kept, position);
    }

    /// <summary>Predicts from tokens, by a table of what their embeddings times the kernel, plus the bias, come to.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="table">The table, which <see cref="Tabulate"/> made.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="mask">For each step of each sample whether it counts, a byte, rows of whole 16 bytes; null where all count.</param>
    /// <param name="scratch">Scratch memory.</param>
    /// <param name="y">Where the output goes.</param>
    /// <param name="rows">The number of samples.</param>
    /// <param name="kept">Of one step of a sequence at a time, the state that the one before has left; null where all steps come at once.</param>
    /// <param name="position">How many steps there were before.</param>
    public static void InferTokens<TShape, TCell>(
        int* tokens, float* table, RecurrentWeights weights, byte* mask, float* scratch, float* y, int rows, float* kept = null, int position = 0)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        var starts = new TokenStarts<TShape, TCell>(tokens, table);
        if (RecurrentSizes.WalksInBlocks(TCell.Gates, TShape.Units))
        {
            Walk<TShape, TCell, TokenStarts<TShape, TCell>>(starts, weights, mask, default, scratch, y, rows, kept, position);
            return;
        }

        RecurrentTiles.Infer<TShape, TCell, TokenStarts<TShape, TCell>>(starts, weights, mask, scratch, y, rows, kept, position);
    }

    /// <summary>y = the last state, or all of them, and saves what the backward pass needs.</summary>
    /// <param name="x">The input.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="mask">As in predictions.</param>
    /// <param name="saved">Where that is saved.</param>
    /// <param name="scratch">Scratch memory.</param>
    /// <param name="y">Where the output goes.</param>
    /// <param name="rows">The number of samples.</param>
    public static void Forward<TShape, TCell>(
        float* x, RecurrentWeights weights, byte* mask, RecurrentSaved saved, float* scratch, float* y, int rows)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => Walk<TShape, TCell>(x, weights, mask, saved, scratch, y, rows, null, 0);

    private static void Walk<TShape, TCell>(
        float* x, RecurrentWeights weights, byte* mask, RecurrentSaved saved, float* scratch, float* y, int rows, float* kept, int position)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => Walk<TShape, TCell, ComputedStarts<TShape, TCell>>(
            new(x, weights, scratch), weights, mask, saved, scratch + RecurrentSizes.StatesAt(TCell.Gates, TShape.UnitStride), y, rows, kept, position);

    private static void Walk<TShape, TCell, TStarts>(
        TStarts starts, RecurrentWeights weights, byte* mask, RecurrentSaved saved, float* scratch, float* y, int rows, float* kept, int position)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TStarts : struct, IStarts
        => RecurrentWalk.Forward<TShape, TCell, TStarts>(starts, weights, mask, saved, scratch, y, rows, kept, position);

    /// <summary>The backward pass: makes gradients by the sums of the saved gates, in their place.</summary>
    /// <param name="dy">The gradient by the output.</param>
    /// <param name="transposed">The recurrent kernel, transposed: a row for each column, without gaps between gates.</param>
    /// <param name="mask">As in the forward pass.</param>
    /// <param name="saved">What that saved.</param>
    /// <param name="scratch">Scratch memory.</param>
    /// <param name="rows">The number of samples.</param>
    public static void Backward<TShape, TCell>(
        float* dy, float* transposed, byte* mask, RecurrentSaved saved, float* scratch, int rows)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => RecurrentWalk.Back<TShape, TCell>(dy, transposed, mask, saved, scratch, rows);

    /// <summary>dx = dz · kernelᵀ ∘ activation'(x), with the activation fused into the step that made x.</summary>
    /// <param name="gates">The saved gates, as the backward pass has left them: gradients by the sums.</param>
    /// <param name="transposed">The kernel, transposed.</param>
    /// <param name="x">The input.</param>
    /// <param name="dx">Where the result goes.</param>
    /// <param name="rows">The number of samples.</param>
    public static void BackwardInput<TShape, TCell, TInputActivation>(
        float* gates, float* transposed, float* x, float* dx, int rows)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TInputActivation : struct, IActivation
        => Product.Run<InputGradientShape<TShape, TCell>, TimesDerivative<TInputActivation>>(
            gates + (TCell.SavedStart * TShape.UnitStride), transposed, dx, rows * TShape.Steps, TShape.InputStride, RecurrentWalk.GateSteps<TShape>(TCell.Gates), new(x));

    /// <summary>The same, added to what is there: the second direction of a recurrence in two.</summary>
    /// <inheritdoc cref="BackwardInput"/>
    public static void AddBackwardInput<TShape, TCell, TInputActivation>(
        float* gates, float* transposed, float* x, float* dx, int rows)
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        where TInputActivation : struct, IActivation
        => Product.Run<InputGradientShape<TShape, TCell>, AddTimesDerivative<TInputActivation>>(
            gates + (TCell.SavedStart * TShape.UnitStride), transposed, dx, rows * TShape.Steps, TShape.InputStride, RecurrentWalk.GateSteps<TShape>(TCell.Gates), new(x, dx));

    /// <summary>
    /// Draws what the state of each sample is multiplied by in the product with the recurrent kernel: 1 / (1 - rate), or 0. It depends on
    /// the key, the sample's index in the batch, counted from <paramref name="first"/>, and the unit.
    /// </summary>
    public static void Draw<TShape>(float* dropout, float rate, uint key, int first, int rows)
        where TShape : struct, IRecurrentShape
        => DropoutKernels.Draw(dropout, rate, key, first * TShape.UnitStride, rows * TShape.UnitStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ParameterStride<TShape, TCell>()
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
        => Layout.Align(TCell.Gates * TShape.Units);

    private readonly struct InputGradientShape<TShape, TCell> : IProductShape
        where TShape : struct, IRecurrentShape
        where TCell : struct, IRecurrentCell
    {
        public static int LeftRow => TCell.SavedRows * TShape.UnitStride;

        public static int LeftStep => 1;

        public static int RightRow => Layout.Vector;

        public static int RightPanel => TCell.Gates * TShape.Units * Layout.Vector;

        public static int ResultRow => TShape.InputStride;
    }
}

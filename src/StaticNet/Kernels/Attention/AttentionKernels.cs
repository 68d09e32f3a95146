using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// Attention: each query takes a mean of all values, weighed by how well their keys fit. With scores s = q · kᵀ · scale and, row by row,
/// p = softmax(s), y = p · v; on the way back dv = pᵀ · dy, ds = p ∘ (dy · vᵀ - Σ dy y), dq = ds · k · scale, dk = dsᵀ · q · scale.
/// Scores live for a block of queries at a time: the way back computes them anew from what a query noted.
/// </summary>
/// <remarks>
/// A key that does not count, or comes later than its query in a causal attention, has probability 0. Where no key is left, all are asked
/// alike, as Keras has it, and no gradient goes by the scores.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class AttentionKernels
{
    /// <summary>y = softmax(q · kᵀ · scale) · v for each head.</summary>
    /// <param name="inputs">What it takes.</param>
    /// <param name="dropout">Which probabilities fall.</param>
    /// <param name="notes">What queries note, samples whole vectors apart; null in predictions.</param>
    /// <param name="scratch">Room.</param>
    /// <param name="y">Where the output goes.</param>
    /// <param name="rows">The number of samples.</param>
    public static void Forward<TShape>(
        AttentionInputs inputs, AttentionDropout dropout, float* notes, float* scratch, float* y, int rows)
        where TShape : struct, IAttentionShape
    {
        if (Simd.Is512) AttentionHead<Simd512, TShape>.Forward(inputs, dropout, notes, scratch, y, rows);
        else if (Simd.Is256) AttentionHead<Simd256, TShape>.Forward(inputs, dropout, notes, scratch, y, rows);
        else AttentionHead<Simd128, TShape>.Forward(inputs, dropout, notes, scratch, y, rows);
    }

    /// <summary>The same at one step of a sequence, which asks the steps before, as they have left their keys and values, and itself.</summary>
    /// <param name="inputs">Its query, key and value.</param>
    /// <param name="kept">The keys and values of the steps before, to which it adds its own.</param>
    /// <param name="scratch">Room.</param>
    /// <param name="y">Where the output goes.</param>
    /// <param name="position">How many steps there are before.</param>
    public static void Step<TShape>(AttentionInputs inputs, float* kept, float* scratch, float* y, int position)
        where TShape : struct, IAttentionShape
    {
        if (Simd.Is512) AttentionHead<Simd512, TShape>.Step(inputs, kept, scratch, y, position);
        else if (Simd.Is256) AttentionHead<Simd256, TShape>.Step(inputs, kept, scratch, y, position);
        else AttentionHead<Simd128, TShape>.Step(inputs, kept, scratch, y, position);
    }

    /// <summary>The gradients by queries, keys and values.</summary>
    /// <param name="inputs">What the forward pass took.</param>
    /// <param name="dropout">Which probabilities fell.</param>
    /// <param name="notes">What queries noted.</param>
    /// <param name="scratch">Room.</param>
    /// <param name="y">The output.</param>
    /// <param name="dy">The gradient by it.</param>
    /// <param name="gradients">Where the results go.</param>
    /// <param name="rows">The number of samples.</param>
    public static void Backward<TShape>(
        AttentionInputs inputs, AttentionDropout dropout, float* notes, float* scratch, float* y, float* dy, AttentionGradients gradients, int rows)
        where TShape : struct, IAttentionShape
    {
        if (Simd.Is512) AttentionHead<Simd512, TShape>.Backward(inputs, dropout, notes, scratch, y, dy, gradients, rows);
        else if (Simd.Is256) AttentionHead<Simd256, TShape>.Backward(inputs, dropout, notes, scratch, y, dy, gradients, rows);
        else AttentionHead<Simd128, TShape>.Backward(inputs, dropout, notes, scratch, y, dy, gradients, rows);
    }
}

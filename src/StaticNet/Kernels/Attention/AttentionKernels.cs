using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Attention: each query takes a mean of all values, weighed by how well their keys fit. With scores s = q · kᵀ · scale and, row by row,
/// p = softmax(s), y = p · v; in the backward pass dv = pᵀ · dy, ds = p ∘ (dy · vᵀ - Σ dy y), dq = ds · k · scale, dk = dsᵀ · q · scale.
/// Scores live for a block of queries at a time: the backward pass computes them anew from what the forward pass saved of each query. A scale
/// may be learned, and scores may be sums s = Σ weight tanh(scale (q + k)) instead of products.
/// </summary>
/// <remarks>
/// A key that does not count, or comes later than its query in a causal attention, has probability 0. Where no key is left, all are asked
/// alike, as Keras has it, and no gradient goes by the scores.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class AttentionKernels
{
    /// <summary>y = softmax(q · kᵀ · scale) · v for each head.</summary>
    /// <param name="inputs">What it takes.</param>
    /// <param name="dropout">Which probabilities are dropped.</param>
    /// <param name="saved">Where what the backward pass needs is saved, samples whole vectors apart; null in predictions.</param>
    /// <param name="scratch">Scratch memory.</param>
    /// <param name="y">Where the output goes.</param>
    /// <param name="rows">The number of samples.</param>
    public static partial void Forward<TShape>(
        AttentionInputs inputs, AttentionDropout dropout, float* saved, float* scratch, float* y, int rows)
        where TShape : struct, IAttentionShape;

    /// <summary>The same at one step of a sequence, which asks the steps before, as they have left their keys and values, and itself.</summary>
    /// <param name="inputs">Its query, key and value.</param>
    /// <param name="kept">The keys and values of the steps before, to which it adds its own.</param>
    /// <param name="scratch">Scratch memory.</param>
    /// <param name="y">Where the output goes.</param>
    /// <param name="position">How many steps there are before.</param>
    public static partial void Step<TShape>(AttentionInputs inputs, float* kept, float* scratch, float* y, int position)
        where TShape : struct, IAttentionShape;

    /// <summary>The gradients by queries, keys and values.</summary>
    /// <param name="inputs">What the forward pass took.</param>
    /// <param name="dropout">Which probabilities were dropped.</param>
    /// <param name="saved">What the forward pass saved.</param>
    /// <param name="scratch">Scratch memory.</param>
    /// <param name="y">The output.</param>
    /// <param name="dy">The gradient by it.</param>
    /// <param name="gradients">Where the results go.</param>
    /// <param name="rows">The number of samples.</param>
    public static partial void Backward<TShape>(
        AttentionInputs inputs, AttentionDropout dropout, float* saved, float* scratch, float* y, float* dy, AttentionGradients gradients, int rows)
        where TShape : struct, IAttentionShape;

    /// <summary>The gradient by a learned scale: the sums of all samples, for a part of the batch's update.</summary>
    /// <param name="sums">The sums of the whole batch.</param>
    /// <param name="sink">Where the gradient goes.</param>
    /// <param name="offset">Where the scale lies among the parameters.</param>
    /// <param name="batch">The number of samples.</param>
    /// <param name="part">Which part.</param>
    /// <param name="parts">Of how many.</param>
    public static void UpdateScale<TShape>(float* sums, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IAttentionShape
        => Update<TShape>(sums, AttentionSizes.SumsOfNumber, isNumber: true, sink, offset, batch, part, parts);

    /// <summary>The gradient by the learned weights of additive scores, or their one.</summary>
    /// <inheritdoc cref="UpdateScale"/>
    public static void UpdateWeights<TShape>(float* sums, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IAttentionShape
        => Update<TShape>(
            sums + (TShape.LearnsScale ? AttentionSizes.SumsOfNumber : 0), AttentionSizes.SumsOfWeights(TShape.SharesWeight, TShape.KeyDim), TShape.SharesWeight,
            sink, offset, batch, part, parts);

    private static void Update<TShape>(float* sums, int floats, bool isNumber, GradientSink sink, int offset, int batch, int part, int parts)
        where TShape : struct, IAttentionShape
    {
        (int first, int last) = Part.Of(floats, part, parts);
        float* block = sink.BlockFor(offset + first, part);
        Sum<TShape>(sums, isNumber, block, first, last, batch);
        sink.Consume(block, offset + first, last - first);
    }

    // A number's own sums are as many as a vector has lanes; what follows is padding.
    [EveryWidth]
    private static void Forward<TV, TShape>(
        AttentionInputs inputs, AttentionDropout dropout, float* saved, float* scratch, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IAttentionShape
        => AttentionHead<TV, TShape>.Forward(inputs, dropout, saved, scratch, y, rows);

    [EveryWidth]
    private static void Step<TV, TShape>(AttentionInputs inputs, float* kept, float* scratch, float* y, int position)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IAttentionShape
        => AttentionHead<TV, TShape>.Step(inputs, kept, scratch, y, position);

    [EveryWidth]
    private static void Backward<TV, TShape>(
        AttentionInputs inputs, AttentionDropout dropout, float* saved, float* scratch, float* y, float* dy, AttentionGradients gradients, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IAttentionShape
        => AttentionHead<TV, TShape>.Backward(inputs, dropout, saved, scratch, y, dy, gradients, rows);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Sum<TV, TShape>(float* sums, bool isNumber, float* block, int first, int last, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IAttentionShape
    {
        int stride = AttentionSizes.Sums(TShape.LearnsScale, TShape.LearnsWeights, TShape.SharesWeight, TShape.KeyDim);
        for (int c = first; c < last; c += TV.Count)
        {
            TV total = default;
            for (int sample = 0; sample < batch; sample++)
                total += TV.Load(sums + ((nint)sample * stride) + c);
            (isNumber ? Simd.KeepFirst(TV.Create(TV.Sum(total)), c == 0 ? 1 : 0) : total).Store(block + c - first);
        }
    }
}

using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Turns the scores of one query into probabilities, and back into gradients.</summary>
internal static unsafe class AttentionScores<TV, TShape>
    where TV : unmanaged, ISimd<TV>
    where TShape : struct, IAttentionShape
{
    /// <summary>
    /// Scores become the exponentials of what they are above the largest; returns that and what the exponentials are to be multiplied by. Those
    /// past the query's own keys, up to a multiple of 16, become 0.
    /// </summary>
    /// <param name="scores">The scores, replaced.</param>
    /// <param name="bias">What is added to each.</param>
    /// <param name="learned">What each is multiplied by before, where that is learned.</param>
    /// <param name="count">How many keys the query asks.</param>
    /// <param name="columns">How many there are to write.</param>
    [MethodImpl(Compiled.Alone)]
    public static (float Largest, float Factor) Exponentials(float* scores, float* bias, float learned, int count, int columns)
    {
        TV multiplier = TV.Create(learned);
        int whole = count - (count % TV.Count), rest = count - whole;
        TV last = rest == 0 ? default : Last(scores, bias, multiplier, whole, rest), largest = rest == 0 ? TV.Create(AttentionMask<TShape>.MaskedScore) : last;
        for (int i = 0; i < whole; i += TV.Count)
            largest = TV.Max(largest, At(scores, bias, multiplier, i));
        float max = TV.Max(largest);
        TV shift = TV.Create(max), sum = default;
        for (int i = 0; i < whole; i += TV.Count)
        {
            TV exponential = Exponential(At(scores, bias, multiplier, i), shift);
            exponential.Store(scores + i);
            sum += exponential;
        }

        if (rest > 0)
        {
            last = Exponential(last, shift);
            last.Store(scores + whole);
            sum += last;
            whole += TV.Count;
        }

        Clear(scores, whole, columns);
        return (max, 1 / TV.Sum(sum));
    }

    /// <summary>
    /// Probabilities, once more, and the gradients by the scores: ds = p ∘ (dp - Σ dy y) · scale. Returns the sums that the gradient by a learned
    /// scale is made of.
    /// </summary>
    /// <param name="scores">The scores, replaced by the probabilities that the values were multiplied with.</param>
    /// <param name="gradients">The gradients by those, replaced.</param>
    /// <param name="bias">What is added to each score.</param>
    /// <param name="learned">What each is multiplied by before, where that is learned.</param>
    /// <param name="saved">What the forward pass saved of the query.</param>
    /// <param name="mean">Σ dy y.</param>
    /// <param name="count">How many keys the query asks.</param>
    /// <param name="columns">How many there are to write.</param>
    /// <param name="dropout">Which probabilities are dropped.</param>
    /// <param name="index">The number of the first of them.</param>
    [MethodImpl(Compiled.Alone)]
    public static TV Back(
        float* scores, float* gradients, float* bias, float learned, (float Largest, float Factor) saved, float mean, int count, int columns,
        AttentionDropout dropout, uint index)
    {
        TV shift = TV.Create(saved.Largest), factor = TV.Create(saved.Factor), subtracted = TV.Create(mean), multiplier = TV.Create(learned);
        TV scale = AttentionProducts<TShape>.LearnsFactor ? multiplier : TV.Create(TShape.IsAdditive ? 1 : TShape.Scale), sums = default;
        int i = 0;
        for (; i < count; i += TV.Count)
        {
            TV score = i <= count - TV.Count ? At(scores, bias, multiplier, i) : Last(scores, bias, multiplier, i, count - i);
            TV probability = Exponential(score, shift) * factor, gradient = TV.Load(gradients + i);
            TV taken = probability;
            if (dropout.Rate > 0)
            {
                TV kept = DropoutKernels.Scale<TV>(dropout.Rate, dropout.Key, index + (uint)i);
                gradient *= kept;
                taken *= kept;
            }

            TV slope = Tiny.Flush(probability * (gradient - subtracted));
            if (AttentionProducts<TShape>.LearnsFactor)
            {
                // Products past the query's own keys do not count, whatever they are.
                TV product = TV.Load(scores + i);
                sums = TV.MultiplyAdd(slope, i <= count - TV.Count ? product : Simd.KeepFirst(product, count - i), sums);
            }

            taken.Store(scores + i);
            (slope * scale).Store(gradients + i);
        }

        Clear(scores, i, columns);
        Clear(gradients, i, columns);
        return sums;
    }

    /// <summary>The same of a query that asks all of so many keys alike, whatever their scores, or of none.</summary>
    /// <inheritdoc cref="Back"/>
    public static void BackWithoutScores(float* scores, float* gradients, int count, int columns, AttentionDropout dropout, uint index)
    {
        float factor = Fill(scores, count, columns).Factor;
        new Span<float>(scores, count).Fill(factor);
        if (dropout.Rate > 0)
            Drop(scores, columns, dropout, index);
        new Span<float>(gradients, columns).Clear();
    }

    /// <summary>1 for each of the first keys, and 0 for the others; returns what that is to be multiplied by.</summary>
    public static (float Largest, float Factor) Fill(float* scores, int count, int columns)
    {
        new Span<float>(scores, count).Fill(1);
        new Span<float>(scores + count, columns - count).Clear();
        return (0, count == 0 ? 0 : 1f / count);
    }

    /// <summary>Drops a part of a query's probabilities.</summary>
    [MethodImpl(Compiled.Alone)]
    public static void Drop(float* probabilities, int columns, AttentionDropout dropout, uint index)
    {
        for (int i = 0; i < columns; i += TV.Count)
            (TV.Load(probabilities + i) * DropoutKernels.Scale<TV>(dropout.Rate, dropout.Key, index + (uint)i)).Store(probabilities + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV At(float* scores, float* bias, TV multiplier, int i)
    {
        TV score = TV.Load(scores + i);
        if (AttentionProducts<TShape>.LearnsFactor)
            score *= multiplier;
        return TShape.HasMask ? score + TV.Load(bias + i) : score;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Last(float* scores, float* bias, TV multiplier, int i, int count)
        => Simd.KeepFirst(At(scores, bias, multiplier, i), count, AttentionMask<TShape>.MaskedScore);

    // What does not count is so far below that nothing is left of it: e^-69 is 1e-30, below which numbers do not matter.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Exponential(TV score, TV shift)
    {
        TV below = score - shift;
        return TV.Select(TV.GreaterThan(TV.Create(-69f), below), default, SimdMath.ExpOfNotPositive(below));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear(float* scores, int from, int columns)
    {
        for (int i = from; i < columns; i += TV.Count)
            default(TV).Store(scores + i);
    }
}

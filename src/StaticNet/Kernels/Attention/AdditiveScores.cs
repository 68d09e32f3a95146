using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Scores that are sums instead of products: s = Σ weight tanh(scale (q + k)) over the numbers of a query and a key. Nothing of a sum's many
/// summands is kept; the backward pass computes them anew.
/// </summary>
internal static unsafe class AdditiveScores<TV, TShape>
    where TV : unmanaged, ISimd<TV>
    where TShape : struct, IAttentionShape
{
    /// <summary>The scores of a block of queries, each of the keys that it may ask. Vectors run along keys, so that no sum goes across lanes.</summary>
    /// <param name="queries">The queries.</param>
    /// <param name="first">The step of the first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="keys">The keys, transposed.</param>
    /// <param name="inputs">What is learned.</param>
    /// <param name="scores">Where scores go.</param>
    [MethodImpl(Compiled.Alone)]
    public static void Run(float* queries, int first, int count, float* keys, AttentionInputs inputs, float* scores)
    {
        TV scale = Scale(inputs), shared = SharedWeight(inputs);
        int stride = AttentionProducts<TShape>.ScoreStride;
        for (int query = first; query < first + count; query++, queries += AttentionPointers<TShape>.KeyStep, scores += stride)
        {
            int asks = AttentionMask<TShape>.KeysOf(query);
            for (int i = 0; i < asks; i += TV.Count)
            {
                TV sum = default;
                float* key = keys + i;
                for (int c = 0; c < TShape.KeyDim; c++, key += stride)
                {
                    TV tangent = Tangent(TV.Create(queries[c]) + TV.Load(key), scale);
                    sum = HasWeightEach ? TV.MultiplyAdd(TV.Create(inputs.Weights[c]), tangent, sum) : sum + tangent;
                }

                (HasWeightEach ? sum : sum * shared).Store(scores + i);
            }
        }
    }

    /// <summary>
    /// The backward pass of one query: with ds by its scores and g = ds weight (1 - tanh²), its own gradient Σ g scale over the keys, theirs g
    /// scale, and the sums ds tanh by weights and g (q + k) by the scale. Vectors run along the numbers of a key.
    /// </summary>
    /// <param name="pointers">Queries and keys.</param>
    /// <param name="gradient">Where gradients go, to those of keys being added.</param>
    /// <param name="query">Which query.</param>
    /// <param name="slopes">The gradients by its scores.</param>
    /// <param name="count">How many keys it asks.</param>
    /// <param name="inputs">What is learned.</param>
    /// <param name="sums">What sums are added to.</param>
    [MethodImpl(Compiled.Alone)]
    public static void Back(
        AttentionPointers<TShape> pointers, AttentionPointers<TShape> gradient, int query, float* slopes, int count, AttentionInputs inputs, float* sums)
    {
        TV scale = Scale(inputs), weight = SharedWeight(inputs), one = TV.Create(1f), byScale = default, byShared = default;
        float* weightSums = sums + (TShape.LearnsScale ? AttentionSizes.SumsOfNumber : 0);
        int step = AttentionPointers<TShape>.KeyStep;
        bool adds = gradient.Key is not null;
        for (int c = 0; c < TShape.KeyDim; c += TV.Count)
        {
            TV asked = TV.Load(pointers.QueryAt(query) + c), own = default, byWeight = default;
            if (HasWeightEach)
                weight = TV.Load(inputs.Weights + c);
            float* key = pointers.Key + c, target = gradient.Key + c;
            for (int i = 0; i < count; i++, key += step, target += step)
            {
                // Keys that do not count are passed over.
                float slope = slopes[i];
                if (slope == 0)
                    continue;
                TV ds = TV.Create(slope), sum = asked + TV.Load(key);

                // The padding may hold anything.
                if (TShape.KeyDim % TV.Count != 0 && c + TV.Count > TShape.KeyDim)
                    sum = Simd.KeepFirst(sum, TShape.KeyDim - c);
                TV tangent = Tangent(sum, scale), slopeOfSum = ds * weight * (one - (tangent * tangent));
                if (TShape.LearnsWeights)
                    byWeight = TV.MultiplyAdd(ds, tangent, byWeight);
                if (TShape.LearnsScale)
                {
                    byScale = TV.MultiplyAdd(slopeOfSum, sum, byScale);
                    slopeOfSum *= scale;
                }

                own += slopeOfSum;
                if (adds)
                    (TV.Load(target) + slopeOfSum).Store(target);
            }

            if (gradient.Query is not null)
                own.Store(gradient.QueryAt(query) + c);
            if (HasWeightEach)
                (TV.Load(weightSums + c) + byWeight).Store(weightSums + c);
            else
                byShared += byWeight;
        }

        if (TShape.LearnsScale)
            (TV.Load(sums) + byScale).Store(sums);
        if (TShape.LearnsWeights && TShape.SharesWeight)
            (TV.Load(weightSums) + byShared).Store(weightSums);
    }

    private static bool HasWeightEach
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.LearnsWeights && !TShape.SharesWeight;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Tangent(TV sum, TV scale) => SimdMath.Tanh(TShape.LearnsScale ? sum * scale : sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Scale(AttentionInputs inputs) => TV.Create(TShape.LearnsScale ? *inputs.Scale : 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV SharedWeight(AttentionInputs inputs) => TV.Create(TShape.LearnsWeights && TShape.SharesWeight ? *inputs.Weights : 1);
}

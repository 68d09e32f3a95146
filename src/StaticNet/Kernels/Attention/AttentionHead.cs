using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The passes of an attention on vectors of one width: sample by sample, head by head, a block of queries at a time.</summary>
internal static unsafe class AttentionHead<TV, TShape>
    where TV : unmanaged, ISimd<TV>
    where TShape : struct, IAttentionShape
{
    /// <inheritdoc cref="AttentionKernels.Forward{TShape}"/>
    public static void Forward(AttentionInputs inputs, AttentionDropout dropout, float* saved, float* scratch, float* y, int rows)
    {
        for (int sample = 0; sample < rows; sample++, y += TShape.Queries * TShape.OutputStride)
        {
            var mask = new AttentionMask<TShape>(inputs, sample, scratch + AttentionSizes.BiasAt(TShape.Keys, TShape.KeyDim, TShape.ValueDim));
            for (int head = 0; head < TShape.Heads; head++)
            {
                var pointers = new AttentionPointers<TShape>(inputs.Query, inputs.Key, inputs.Value, saved, sample, head);
                Forward(pointers, mask, inputs, dropout, IndexOf(dropout, sample, head), scratch, y + (head * TShape.ValueDim));
            }

            ClearPadding(y, TShape.Queries, TShape.Heads * TShape.ValueDim, TShape.OutputStride, TShape.OutputStride);
        }
    }

    /// <inheritdoc cref="AttentionKernels.Step{TShape}"/>
    [MethodImpl(Compiled.Alone)]
    public static void Step(AttentionInputs inputs, float* kept, float* scratch, float* y, int position)
    {
        // Keys are kept as products take them. Scores of keys to come are computed up to a whole vector, and are not looked at.
        int keys = position + 1, columns = Layout.Align(keys), valueStep = AttentionPointers<TShape>.ValueStep, stride = AttentionProducts<TShape>.ScoreStride;
        float* values = kept + AttentionSizes.KeptValuesAt(TShape.Keys, TShape.Heads, TShape.KeyDim), outputs = scratch + stride;
        new ReadOnlySpan<float>(inputs.Value, valueStep).CopyTo(new Span<float>(values + ((nint)position * valueStep), valueStep));
        for (int head = 0; head < TShape.Heads; head++)
        {
            float* key = inputs.Key + (head * TShape.KeyStride), transposed = kept + ((nint)head * TShape.KeyDim * stride);
            for (int i = 0; i < TShape.KeyDim; i++)
                transposed[((nint)i * stride) + position] = key[i];
            Product.Run<TV, AttentionProducts<TShape>.Scores, AttentionProducts<TShape>.TimesScale>(
                inputs.Query + (head * TShape.KeyStride), transposed, scratch, 1, columns, new(TShape.KeyDim), default);
            float factor = AttentionScores<TV, TShape>.Exponentials(scratch, null, learned: 1, keys, columns).Factor;
            float* own = y + (head * TShape.ValueDim), target = AttentionProducts<TShape>.OutputIsAligned ? own : outputs;
            Product.Run<TV, AttentionProducts<TShape>.Outputs, ActivationOnly<Linear>>(
                scratch, values + (head * TShape.ValueStride), target, 1, TShape.ValueStride, new(keys), default);
            ScaleRows(target, &factor, own, 1);
        }

        ClearPadding(y, 1, TShape.Heads * TShape.ValueDim, TShape.OutputStride, TShape.OutputStride);
    }

    /// <inheritdoc cref="AttentionKernels.Backward{TShape}"/>
    public static void Backward(
        AttentionInputs inputs, AttentionDropout dropout, float* saved, float* scratch, float* y, float* dy, AttentionGradients gradients, int rows)
    {
        for (int sample = 0; sample < rows; sample++, y += TShape.Queries * TShape.OutputStride, dy += TShape.Queries * TShape.OutputStride)
        {
            var mask = new AttentionMask<TShape>(inputs, sample, scratch + AttentionSizes.BiasAt(TShape.Keys, TShape.KeyDim, TShape.ValueDim));
            float* sums = SumsOf(gradients, sample);
            for (int head = 0; head < TShape.Heads; head++)
            {
                var pointers = new AttentionPointers<TShape>(inputs.Query, inputs.Key, inputs.Value, saved, sample, head);
                var gradient = new AttentionPointers<TShape>(gradients.Query, gradients.Key, gradients.Value, null, sample, head);
                int own = head * TShape.ValueDim;
                Backward(pointers, gradient, mask, inputs, dropout, IndexOf(dropout, sample, head), scratch, y + own, dy + own, sums);
            }
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void Forward(
        AttentionPointers<TShape> pointers, AttentionMask<TShape> mask, AttentionInputs inputs, AttentionDropout dropout, uint index, float* scratch, float* y)
    {
        float learned = TShape.LearnsScale ? *inputs.Scale : 1;
        float* scores = scratch + AttentionSizes.ScoresAt(TShape.Keys, TShape.KeyDim, TShape.ValueDim);
        float* outputs = scratch + AttentionSizes.OutputsAt(TShape.Queries, TShape.Keys, TShape.KeyDim, TShape.ValueDim);
        float* factors = stackalloc float[AttentionSizes.QueriesInBlock(TShape.Queries, TShape.Keys)];
        Transpose.Run(pointers.Key, AttentionPointers<TShape>.KeyStep, scratch, AttentionProducts<TShape>.ScoreStride, TShape.Keys, TShape.KeyDim);
        int blocks = Blocks;
        for (int block = 0; block < blocks; block++)
        {
            int first = FirstOf(block, blocks), count = FirstOf(block + 1, blocks) - first;
            int keys = mask.KeysOf(first, first + count), columns = Layout.Align(keys);
            ComputeScores(pointers.QueryAt(first), first, count, scratch, columns, inputs, scores);
            float* row = scores;
            for (int query = first; query < first + count; query++, row += AttentionProducts<TShape>.ScoreStride)
            {
                (float Largest, float Factor) found = mask.IsZeroed(query) ? AttentionScores<TV, TShape>.Fill(row, 0, columns)
                    : mask.HasNoKey(query) ? AttentionScores<TV, TShape>.Fill(row, TShape.Keys, columns)
                    : AttentionScores<TV, TShape>.Exponentials(row, mask.Bias, learned, AttentionMask<TShape>.KeysOf(query), columns);
                pointers.Save(query, found);
                factors[query - first] = found.Factor;
                if (dropout.Rate > 0)
                    AttentionScores<TV, TShape>.Drop(row, columns, dropout, IndexOf(index, query));
            }

            float* target = AttentionProducts<TShape>.OutputIsAligned ? y + ((nint)first * TShape.OutputStride) : outputs;
            Product.Run<TV, AttentionProducts<TShape>.Outputs, ActivationOnly<Linear>>(
                scores, pointers.Value, target, count, TShape.ValueStride, new(keys), default);
            ScaleRows(target, factors, y + ((nint)first * TShape.OutputStride), count);
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void Backward(
        AttentionPointers<TShape> pointers, AttentionPointers<TShape> gradient, AttentionMask<TShape> mask, AttentionInputs inputs, AttentionDropout dropout,
        uint index, float* scratch, float* y, float* dy, float* sums)
    {
        float learned = TShape.LearnsScale ? *inputs.Scale : 1;
        TV byScale = default;
        int keyStep = AttentionPointers<TShape>.KeyStep, valueStep = AttentionPointers<TShape>.ValueStep, stride = AttentionProducts<TShape>.ScoreStride;
        float* values = scratch + AttentionSizes.ValuesAt(TShape.Keys, TShape.KeyDim);
        float* scores = scratch + AttentionSizes.ScoresAt(TShape.Keys, TShape.KeyDim, TShape.ValueDim);
        float* slopes = scratch + AttentionSizes.GradientsAt(TShape.Queries, TShape.Keys, TShape.KeyDim, TShape.ValueDim);
        float* outputs = scratch + AttentionSizes.OutputsAt(TShape.Queries, TShape.Keys, TShape.KeyDim, TShape.ValueDim);
        Transpose.Run(pointers.Key, keyStep, scratch, stride, TShape.Keys, TShape.KeyDim);
        Transpose.Run(pointers.Value, valueStep, values, stride, TShape.Keys, TShape.ValueDim);
        ClearPadding(gradient.Key, TShape.Keys, 0, TShape.KeyStride, keyStep);
        ClearPadding(gradient.Value, TShape.Keys, 0, TShape.ValueStride, valueStep);
        int blocks = Blocks;
        for (int block = 0; block < blocks; block++)
        {
            int first = FirstOf(block, blocks), count = FirstOf(block + 1, blocks) - first;
            int keys = mask.KeysOf(first, first + count), columns = Layout.Align(keys);
            nint at = (nint)first * TShape.OutputStride;
            ComputeScores(pointers.QueryAt(first), first, count, scratch, columns, inputs, scores);
            Product.Run<TV, AttentionProducts<TShape>.ProbabilityGradients, ActivationOnly<Linear>>(
                dy + at, values, slopes, count, columns, new(TShape.ValueDim), default);
            for (int i = 0; i < count; i++)
            {
                int query = first + i;
                float* row = scores + ((nint)i * stride), slope = slopes + ((nint)i * stride);
                nint own = (nint)query * TShape.OutputStride;
                uint number = IndexOf(index, query);
                if (mask.IsZeroed(query) || mask.HasNoKey(query))
                    AttentionScores<TV, TShape>.BackWithoutScores(row, slope, mask.IsZeroed(query) ? 0 : TShape.Keys, columns, dropout, number);
                else
                    byScale += AttentionScores<TV, TShape>.Back(row, slope, mask.Bias, learned, pointers.SavedOf(query), Dot(y + own, dy + own), AttentionMask<TShape>.KeysOf(query), columns, dropout, number);
            }

            if (gradient.Value is not null)
            {
                float* gradients = AttentionProducts<TShape>.OutputIsAligned ? dy + at : CopyPadded(dy + at, outputs, count);
                Product.Run<TV, AttentionProducts<TShape>.ValueGradients, AddTo>(
                    scores, gradients, gradient.Value, keys, TShape.ValueStride, new(count), new(gradient.Value));
            }

            if (TShape.IsAdditive)
            {
                for (int query = first; query < first + count; query++)
                    AdditiveScores<TV, TShape>.Back(pointers, gradient, query, slopes + ((nint)(query - first) * stride), AttentionMask<TShape>.KeysOf(query), inputs, sums);
                continue;
            }

            if (gradient.Key is not null)
            {
                Product.Run<TV, AttentionProducts<TShape>.KeyGradients, AddTo>(
                    slopes, pointers.QueryAt(first), gradient.Key, keys, TShape.KeyStride, new(count), new(gradient.Key));
            }

            if (gradient.Query is not null)
            {
                Product.Run<TV, AttentionProducts<TShape>.QueryGradients, ActivationOnly<Linear>>(
                    slopes, pointers.Key, gradient.QueryAt(first), count, TShape.KeyStride, new(keys), default);
            }
        }

        if (AttentionProducts<TShape>.LearnsFactor)
            (TV.Load(sums) + byScale).Store(sums);
        ClearPadding(gradient.Query, TShape.Queries, TShape.KeyDim, TShape.KeyStride, keyStep);
        ClearPadding(gradient.Key, TShape.Keys, TShape.KeyDim, TShape.KeyStride, keyStep);
        ClearPadding(gradient.Value, TShape.Keys, TShape.ValueDim, TShape.ValueStride, valueStep);
    }

    private static void ComputeScores(float* queries, int first, int count, float* transposedKeys, int columns, AttentionInputs inputs, float* scores)
    {
        if (TShape.IsAdditive)
        {
            AdditiveScores<TV, TShape>.Run(queries, first, count, transposedKeys, inputs, scores);
        }
        else
        {
            Product.Run<TV, AttentionProducts<TShape>.Scores, AttentionProducts<TShape>.TimesScale>(
                queries, transposedKeys, scores, count, columns, new(TShape.KeyDim), default);
        }
    }

    // The sums of a sample, set to 0.
    private static float* SumsOf(AttentionGradients gradients, int sample)
    {
        int floats = AttentionSizes.Sums(TShape.LearnsScale, TShape.LearnsWeights, TShape.SharesWeight, TShape.KeyDim);
        if (floats == 0)
            return null;
        float* sums = gradients.Sums + ((nint)sample * floats);
        new Span<float>(sums, floats).Clear();
        return sums;
    }

    // Equal blocks of queries rather than full ones and a small remainder.
    private static int Blocks
    {
        get
        {
            int max = AttentionSizes.QueriesInBlock(TShape.Queries, TShape.Keys);
            return (TShape.Queries + max - 1) / max;
        }
    }

    private static int FirstOf(int block, int blocks) => (int)((long)TShape.Queries * block / blocks);

    // The index of a random number by its place in the batch; beyond what an integer holds it wraps.
    private static uint IndexOf(AttentionDropout dropout, int sample, int head)
        => unchecked((((uint)(dropout.First + sample) * (uint)TShape.Heads) + (uint)head) * (uint)TShape.Queries * (uint)AttentionProducts<TShape>.ScoreStride);

    private static uint IndexOf(uint head, int query) => unchecked(head + ((uint)query * (uint)AttentionProducts<TShape>.ScoreStride));

    /// <summary>Multiplies each row of outputs by its factor and copies it to y.</summary>
    [MethodImpl(Compiled.Alone)]
    private static void ScaleRows(float* outputs, float* factors, float* y, int count)
    {
        for (int row = 0; row < count; row++, outputs += AttentionProducts<TShape>.OutputStride, y += TShape.OutputStride)
        {
            TV factor = TV.Create(factors[row]);
            int i = 0;
            for (; i <= TShape.ValueDim - TV.Count; i += TV.Count)
                (TV.Load(outputs + i) * factor).Store(y + i);
            for (; i < TShape.ValueDim; i++)
                y[i] = outputs[i] * factors[row];
        }
    }

    /// <summary>The gradients of a head, each padded to whole vectors.</summary>
    private static float* CopyPadded(float* dy, float* padded, int count)
    {
        for (int row = 0; row < count; row++)
        {
            var target = new Span<float>(padded + (row * TShape.ValueStride), TShape.ValueStride);
            new ReadOnlySpan<float>(dy + ((nint)row * TShape.OutputStride), TShape.ValueDim).CopyTo(target);
            target[TShape.ValueDim..].Clear();
        }

        return padded;
    }

    [MethodImpl(Compiled.Alone)]
    private static float Dot(float* y, float* dy)
    {
        TV sum = default;
        int i = 0;
        for (; i <= TShape.ValueDim - TV.Count; i += TV.Count)
            sum = TV.MultiplyAdd(TV.Load(y + i), TV.Load(dy + i), sum);
        float dot = TV.Sum(sum);
        for (; i < TShape.ValueDim; i++)
            dot += y[i] * dy[i];
        return dot;
    }

    private static void ClearPadding(float* rows, int count, int from, int to, int step)
    {
        if (rows is null || from == to)
            return;
        for (int row = 0; row < count; row++, rows += step)
            new Span<float>(rows + from, to - from).Clear();
    }
}

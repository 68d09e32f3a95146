using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>The products of an attention.</summary>
internal static unsafe class AttentionProducts<TShape>
    where TShape : struct, IAttentionShape
{
    /// <summary>From the scores of a query to those of the next.</summary>
    public static int ScoreStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Layout.Align(TShape.Keys);
    }

    /// <summary>
    /// Whether a head's part of an output is whole vectors where it lies; else it goes through scratch memory where it is.
    /// </summary>
    public static bool OutputIsAligned
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.Heads == 1 || TShape.ValueDim % Layout.Vector == 0;
    }

    /// <summary>From the output of a query to that of the next, where it is aligned.</summary>
    public static int OutputStride
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => OutputIsAligned ? TShape.OutputStride : TShape.ValueStride;
    }

    /// <summary>Whether products are multiplied by a learned number to become scores.</summary>
    public static bool LearnsFactor
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TShape.LearnsScale && !TShape.IsAdditive;
    }

    /// <summary>Scores: queries by keys, transposed.</summary>
    public readonly struct Scores : IProductShape
    {
        public static int LeftRow => AttentionPointers<TShape>.KeyStep;

        public static int LeftStep => 1;

        public static int RightRow => ScoreStride;

        public static int ResultRow => ScoreStride;
    }

    /// <summary>Outputs: probabilities by values.</summary>
    public readonly struct Outputs : IProductShape
    {
        // A step at a time has as many keys as there were steps; many at once have those of the last of a block.
        public static bool SplitsLongSums => false;

        public static int LeftRow => ScoreStride;

        public static int LeftStep => 1;

        public static int RightRow => AttentionPointers<TShape>.ValueStep;

        public static int ResultRow => OutputStride;
    }

    /// <summary>Gradients by probabilities: those by outputs by values, transposed.</summary>
    public readonly struct ProbabilityGradients : IProductShape
    {
        public static int LeftRow => TShape.OutputStride;

        public static int LeftStep => 1;

        public static int RightRow => ScoreStride;

        public static int ResultRow => ScoreStride;
    }

    /// <summary>Gradients by values: probabilities, transposed, by gradients by outputs.</summary>
    public readonly struct ValueGradients : IProductShape
    {
        public static int LeftRow => 1;

        public static int LeftStep => ScoreStride;

        public static int RightRow => OutputStride;

        public static int ResultRow => AttentionPointers<TShape>.ValueStep;
    }

    /// <summary>Gradients by keys: those by scores, transposed, by queries.</summary>
    public readonly struct KeyGradients : IProductShape
    {
        public static int LeftRow => 1;

        public static int LeftStep => ScoreStride;

        public static int RightRow => AttentionPointers<TShape>.KeyStep;

        public static int ResultRow => AttentionPointers<TShape>.KeyStep;
    }

    /// <summary>Gradients by queries: those by scores by keys.</summary>
    public readonly struct QueryGradients : IProductShape
    {
        public static int LeftRow => ScoreStride;

        public static int LeftStep => 1;

        public static int RightRow => AttentionPointers<TShape>.KeyStep;

        public static int ResultRow => AttentionPointers<TShape>.KeyStep;
    }

    /// <summary>Sums are multiplied by the scale of scores; where that is learned, only when they are read.</summary>
    public readonly struct TimesScale : IEpilogue<TimesScale>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TimesScale At(int column, nint element) => this;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TV Start<TV>(int column)
            where TV : unmanaged, ISimd<TV>
            => default;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TV Finish<TV>(TV sum, int element)
            where TV : unmanaged, ISimd<TV>
            => TShape.LearnsScale ? sum : sum * TV.Create(TShape.Scale);
    }
}

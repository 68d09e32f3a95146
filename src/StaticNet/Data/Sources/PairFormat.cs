namespace StaticNet.Data;

/// <summary>A sample and its target, or several, one behind the other, and theirs.</summary>
internal readonly struct PairFormat<TInput, TTarget> : ISampleFormat<(TInput[] Input, TTarget[] Target), TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    public static TInput[]? Inputs(in (TInput[] Input, TTarget[] Target) item) => item.Input;

    public static ReadOnlySpan<TTarget> Targets(ref readonly (TInput[] Input, TTarget[] Target) item, out bool exist)
    {
        exist = item.Target is not null;
        return item.Target;
    }
}

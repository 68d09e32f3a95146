namespace StaticNet.Data;

/// <summary>Several samples, one behind the other, and their targets.</summary>
internal readonly struct BatchFormat<TInput, TTarget> : ISampleFormat<(TInput[] Inputs, TTarget[] Targets), TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    public static bool IsBatch => true;

    public static TInput[]? Inputs(in (TInput[] Inputs, TTarget[] Targets) item) => item.Inputs;

    public static ReadOnlySpan<TTarget> Targets(ref readonly (TInput[] Inputs, TTarget[] Targets) item, out bool exist)
    {
        exist = item.Targets is not null;
        return item.Targets;
    }
}

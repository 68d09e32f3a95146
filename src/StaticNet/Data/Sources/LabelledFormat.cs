namespace StaticNet.Data;

/// <summary>A sample and its label or number.</summary>
internal readonly struct LabelledFormat<TInput, TTarget> : ISampleFormat<(TInput[] Input, TTarget Target), TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    public static TInput[]? Inputs(in (TInput[] Input, TTarget Target) item) => item.Input;

    public static ReadOnlySpan<TTarget> Targets(ref readonly (TInput[] Input, TTarget Target) item, out bool exist)
    {
        exist = true;
        return new ReadOnlySpan<TTarget>(in item.Target);
    }
}

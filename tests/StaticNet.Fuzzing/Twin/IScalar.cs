namespace StaticNet.Fuzzing;

/// <summary>A number of the twin: double precision, with or without a tape that gradients are read from.</summary>
internal interface IScalar<T>
    where T : struct, IScalar<T>
{
    double Value { get; }

    static abstract T Constant(double value);

    /// <summary>A function of one number, with its slope.</summary>
    static abstract T Apply(T x, double value, double slope);

    static abstract T operator +(T left, T right);

    static abstract T operator -(T left, T right);

    static abstract T operator *(T left, T right);

    static abstract T operator /(T left, T right);
}

namespace StaticNet.Fuzzing;

/// <summary>A number and nothing else.</summary>
internal readonly record struct Plain(double Value) : IScalar<Plain>
{
    public static Plain Constant(double value) => new(value);

    public static Plain Apply(Plain x, double value, double slope) => new(value);

    public static Plain operator +(Plain left, Plain right) => new(left.Value + right.Value);

    public static Plain operator -(Plain left, Plain right) => new(left.Value - right.Value);

    public static Plain operator *(Plain left, Plain right) => new(left.Value * right.Value);

    public static Plain operator /(Plain left, Plain right) => new(left.Value / right.Value);
}

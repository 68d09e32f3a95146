namespace StaticNet.Fuzzing;

/// <summary>A number that remembers what it was made of; constants stand at place -1 and remember nothing.</summary>
internal readonly record struct Taped(double Value, int Place) : IScalar<Taped>
{
    public static Taped Constant(double value) => new(value, -1);

    public static Taped Apply(Taped x, double value, double slope) => Tape.Current.Write(value, x.Place, slope, -1, 0);

    public static Taped operator +(Taped left, Taped right) => Tape.Current.Write(left.Value + right.Value, left.Place, 1, right.Place, 1);

    public static Taped operator -(Taped left, Taped right) => Tape.Current.Write(left.Value - right.Value, left.Place, 1, right.Place, -1);

    public static Taped operator *(Taped left, Taped right)
        => Tape.Current.Write(left.Value * right.Value, left.Place, right.Value, right.Place, left.Value);

    public static Taped operator /(Taped left, Taped right)
        => Tape.Current.Write(left.Value / right.Value, left.Place, 1 / right.Value, right.Place, -left.Value / right.Value / right.Value);
}

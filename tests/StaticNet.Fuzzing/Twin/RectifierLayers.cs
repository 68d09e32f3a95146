namespace StaticNet.Fuzzing;

/// <summary>x above a threshold and at most a largest value; below, a line through the threshold or, with an alpha, alpha (exp(x) - 1).</summary>
internal sealed class RectifierLayer(string attribute, int[] input, float? alpha, float slope, float most, float threshold) : Layer(attribute, input)
{
    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
        => x with
        {
            Values =
            [
                .. x.Values.Select(value => value.Value > threshold ? T.Apply(value, Math.Min(value.Value, most), value.Value < most ? 1 : 0)
                    : alpha is { } least ? T.Apply(value, least * (Math.Exp(value.Value) - 1), least * Math.Exp(value.Value))
                    : T.Apply(value, slope * (value.Value - threshold), slope)),
            ],
        };
}

/// <summary>x above 0, alpha x below.</summary>
internal sealed class PReLULayer : Layer
{
    private readonly int[] _sharedAxes;

    public PReLULayer(string attribute, int[] input, int[] sharedAxes)
        : base(attribute, input)
    {
        _sharedAxes = sharedAxes;
        Roles = ["alpha"];
    }

    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
        => x with { Values = [.. x.Values.Select((value, i) => value.Value > 0 ? value : value * weights[0][AlphaOf(i)])] };

    private int AlphaOf(int number)
    {
        int at = 0, rest = OutputSize;
        for (int axis = 0; axis < OutputShape.Length; axis++)
        {
            rest /= OutputShape[axis];
            if (!_sharedAxes.Contains(axis + 1))
                at = (at * OutputShape[axis]) + (number / rest % OutputShape[axis]);
        }

        return at;
    }
}

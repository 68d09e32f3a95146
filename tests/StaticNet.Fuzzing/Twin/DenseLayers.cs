namespace StaticNet.Fuzzing;

/// <summary>Dense, along the last axis.</summary>
internal sealed class DenseLayer : Layer
{
    private readonly Activation _activation;
    private readonly bool _useBias;

    public DenseLayer(string attribute, int[] input, int units, Activation activation, bool useBias)
        : base(attribute, [.. input[..^1], units])
    {
        (_activation, _useBias) = (activation, useBias);
        Roles = useBias ? ["kernel", "bias"] : ["kernel"];
        Operations = (long)OutputSize * input[^1];
    }

    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
    {
        int units = OutputShape[^1];
        var y = new T[OutputSize];
        for (int row = 0; row < x.Rows; row++)
        {
            for (int u = 0; u < units; u++)
            {
                T sum = _useBias ? weights[1][u] : T.Constant(0);
                for (int i = 0; i < x.Width; i++)
                    sum += x[row, i] * weights[0][(i * units) + u];
                y[(row * units) + u] = sum;
            }
        }

        return Functions.Activate(_activation, new Tensor<T>(OutputShape, y, x.Mask));
    }
}

/// <summary>An activation on its own.</summary>
internal sealed class ActivationLayer(string attribute, int[] input, Activation activation) : Layer(attribute, input)
{
    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights) => Functions.Activate(activation, x);
}

/// <summary>What predictions leave alone and training changes at random, or what passes numbers on in another shape.</summary>
internal sealed class PassingLayer : Layer
{
    private readonly bool _passesMask;

    public PassingLayer(string attribute, int[] output, bool isRandom, bool passesMask, bool isAugmentation = false)
        : base(attribute, output)
        => (IsRandom, IsAugmentation, _passesMask) = (isRandom, isAugmentation, passesMask);

    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights) => new(OutputShape, x.Values, _passesMask ? x.Mask : null);
}

/// <summary>x scale + offset.</summary>
internal sealed class RescalingLayer(string attribute, int[] input, float scale, float offset) : Layer(attribute, input)
{
    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
        => x with { Values = [.. x.Values.Select(value => (value * T.Constant(scale)) + T.Constant(offset))] };
}

/// <summary>Each number of the result is one of the input, or 0.</summary>
/// <param name="attribute">How it is declared.</param>
/// <param name="output">The shape of the result.</param>
/// <param name="source">Where each number comes from; below 0 for a 0.</param>
internal sealed class PickingLayer(string attribute, int[] output, Func<int[], int> source) : Layer(attribute, output)
{
    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
    {
        var y = new T[OutputSize];
        var place = new int[OutputShape.Length];
        for (int i = 0; i < y.Length; i++)
        {
            for (int axis = place.Length - 1, rest = i; axis >= 0; rest /= OutputShape[axis--])
                place[axis] = rest % OutputShape[axis];
            int from = source(place);
            y[i] = from < 0 ? T.Constant(0) : x.Values[from];
        }

        return new Tensor<T>(OutputShape, y);
    }
}

/// <summary>The row of each token in a table.</summary>
internal sealed class EmbeddingLayer : Layer
{
    private readonly bool _masksZero;

    public EmbeddingLayer(string attribute, int[] input, int width, bool masksZero)
        : base(attribute, [.. input, width])
    {
        _masksZero = masksZero;
        Roles = ["embeddings"];
    }

    /// <summary>The same for an input of another shape.</summary>
    public EmbeddingLayer Of(int[] input) => new(Attribute, input, OutputShape[^1], _masksZero);

    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
    {
        int width = OutputShape[^1];
        bool[]? mask = _masksZero ? [.. x.Values.Select(token => token.Value != 0)] : null;
        return new Tensor<T>(OutputShape, [.. x.Values.SelectMany(token => weights[0].AsSpan((int)token.Value * width, width).ToArray())], mask);
    }
}

/// <summary>Steps whose numbers all have one value become 0 and do not count.</summary>
internal sealed class MaskingLayer(string attribute, int[] input, float value) : Layer(attribute, input)
{
    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
    {
        bool[] mask = [.. x.Values.Chunk(x.Width).Select(step => step.Any(number => number.Value != value))];
        return new Tensor<T>(x.Shape, [.. x.Values.Select((number, i) => mask[i / x.Width] ? number : T.Constant(0))], mask);
    }
}

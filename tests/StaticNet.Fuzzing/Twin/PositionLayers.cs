namespace StaticNet.Fuzzing;

/// <summary>A learned row is added to each step.</summary>
internal sealed class PositionEmbeddingLayer : Layer
{
    public PositionEmbeddingLayer(string attribute, int[] input)
        : base(attribute, input)
        => Roles = ["embeddings"];

    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
        => x with { Values = [.. x.Values.Select((value, i) => value + weights[0][i])] };
}

/// <summary>Sines and cosines of its place are added to each step.</summary>
internal sealed class SinePositionEncodingLayer(string attribute, int[] input, double longest) : Layer(attribute, input)
{
    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
        => x with { Values = [.. x.Values.Select((value, i) => value + T.Constant(Wave(i / x.Width, i % x.Width, x.Width)))] };

    private double Wave(int step, int number, int width)
    {
        double angle = step / Math.Pow(longest, 2 * (number / 2) / (double)width);
        return number % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle);
    }
}

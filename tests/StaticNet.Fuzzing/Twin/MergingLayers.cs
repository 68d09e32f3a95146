namespace StaticNet.Fuzzing;

/// <summary>Values merged number by number; a single row counts for all rows of the others.</summary>
internal sealed class ElementwiseLayer(string kind, int[] output) : Layer(kind, output)
{
    public override Tensor<T>[] Merge<T>(Tensor<T>[][] inputs, T[][] weights, bool isTraining)
        => [.. inputs[0].Select((_, sample) => Merge([.. inputs.Select(batch => batch[sample])]))];

    private Tensor<T> Merge<T>(Tensor<T>[] inputs)
        where T : struct, IScalar<T>
    {
        var y = new T[OutputSize];
        for (int i = 0; i < y.Length; i++)
        {
            T merged = At(inputs[0], i);
            foreach (Tensor<T> other in inputs[1..])
            {
                T next = At(other, i);
                merged = Attribute switch
                {
                    "Subtract" => merged - next,
                    "Multiply" => merged * next,
                    "Maximum" => next.Value > merged.Value ? next : merged,
                    "Minimum" => next.Value < merged.Value ? next : merged,
                    _ => merged + next,
                };
            }

            y[i] = Attribute == "Average" ? merged / T.Constant(inputs.Length) : merged;
        }

        return new Tensor<T>(OutputShape, y, Masks.Common(inputs));

        T At(Tensor<T> tensor, int place) => tensor.Values[place % tensor.Values.Length];
    }
}

/// <summary>Values one behind the other along an axis.</summary>
internal sealed class ConcatenationLayer(string attribute, int[] output, int axis) : Layer(attribute, output)
{
    public override Tensor<T>[] Merge<T>(Tensor<T>[][] inputs, T[][] weights, bool isTraining)
        => [.. inputs[0].Select((_, sample) => Merge([.. inputs.Select(batch => batch[sample])]))];

    private Tensor<T> Merge<T>(Tensor<T>[] inputs)
        where T : struct, IScalar<T>
    {
        int inner = OutputShape[(axis + 1)..].Aggregate(1, (size, next) => size * next), outer = OutputShape[..axis].Aggregate(1, (size, next) => size * next);
        var y = new List<T>();
        for (int block = 0; block < outer; block++)
        {
            foreach (Tensor<T> tensor in inputs)
            {
                int length = tensor.Shape[axis] * inner;
                y.AddRange(tensor.Values.AsSpan(block * length, length));
            }
        }

        return new Tensor<T>(OutputShape, [.. y], OutputShape.Length > 1 && axis == OutputShape.Length - 1 ? Masks.Common(inputs) : null);
    }
}

/// <summary>The rows or columns of two values multiplied with one another.</summary>
internal sealed class DotLayer : Layer
{
    private readonly int _firstAxis;
    private readonly int _secondAxis;
    private readonly bool _normalizes;

    public DotLayer(string attribute, int[] first, int firstAxis, int[] second, int secondAxis, bool normalizes)
        : base(attribute, ShapeOf(first, firstAxis, second, secondAxis))
    {
        (_firstAxis, _secondAxis, _normalizes) = (firstAxis, secondAxis, normalizes);
        Operations = (long)OutputSize * first[firstAxis];
    }

    public override Tensor<T>[] Merge<T>(Tensor<T>[][] inputs, T[][] weights, bool isTraining)
        => [.. inputs[0].Select((first, sample) => Merge(first, inputs[1][sample]))];

    private static int[] ShapeOf(int[] first, int firstAxis, int[] second, int secondAxis)
    {
        int[] shape = [.. first.Where((_, axis) => axis != firstAxis), .. second.Where((_, axis) => axis != secondAxis)];
        return shape.Length == 0 ? [1] : shape;
    }

    private Tensor<T> Merge<T>(Tensor<T> first, Tensor<T> second)
        where T : struct, IScalar<T>
    {
        T[][] rows = Vectors(first, _firstAxis), columns = Vectors(second, _secondAxis);
        return new Tensor<T>(OutputShape, [.. rows.SelectMany(row => columns.Select(column => Functions.Sum(row.Zip(column, (a, b) => a * b))))]);
    }

    private T[][] Vectors<T>(Tensor<T> tensor, int axis)
        where T : struct, IScalar<T>
    {
        T[][] vectors = axis == tensor.Shape.Length - 1
            ? [.. tensor.Values.Chunk(tensor.Width)]
            : [.. Enumerable.Range(0, tensor.Width).Select(column => Enumerable.Range(0, tensor.Rows).Select(row => tensor[row, column]).ToArray())];
        return _normalizes ? [.. vectors.Select(Unit)] : vectors;
    }

    private static T[] Unit<T>(T[] vector)
        where T : struct, IScalar<T>
    {
        T square = Functions.Sum(vector.Select(value => value * value));
        T factor = square.Value > 1e-14 ? T.Constant(1) / Functions.Sqrt(square) : T.Constant(1e7);
        return [.. vector.Select(value => value * factor)];
    }
}

/// <summary>What becomes of masks where values are merged.</summary>
internal static class Masks
{
    /// <summary>The mask that all have; null where they differ.</summary>
    public static bool[]? Common<T>(Tensor<T>[] inputs)
        where T : struct, IScalar<T>
        => inputs.All(tensor => ReferenceEquals(tensor.Mask, inputs[0].Mask)) ? inputs[0].Mask : null;
}

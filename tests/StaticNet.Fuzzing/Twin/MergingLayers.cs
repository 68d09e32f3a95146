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

/// <summary>What becomes of masks where values are merged.</summary>
internal static class Masks
{
    /// <summary>The mask that all have; null where they differ.</summary>
    public static bool[]? Common<T>(Tensor<T>[] inputs)
        where T : struct, IScalar<T>
        => inputs.All(tensor => ReferenceEquals(tensor.Mask, inputs[0].Mask)) ? inputs[0].Mask : null;
}

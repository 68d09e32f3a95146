using System.ComponentModel;
using System.Numerics.Tensors;

namespace StaticNet.Kernels;

/// <summary>Gradients of weights that several layers share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class SharedWeightKernels
{
    /// <summary>Adds up, in their order, the gradients that each layer has found for a parameter, and gives the sum to the sink.</summary>
    /// <param name="gradients">Where it goes.</param>
    /// <param name="buffers">The gradients that the first of the layers has found, laid out as the parameter; it holds the sum afterwards.</param>
    /// <param name="distance">From there to those of the next.</param>
    /// <param name="layers">How many layers there are.</param>
    /// <param name="offset">The parameter.</param>
    /// <param name="stride">From one of its rows to the next.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="width">The numbers in each.</param>
    public static void Update(GradientSink gradients, float* buffers, int distance, int layers, int offset, int stride, int rows, int width)
    {
        for (int row = 0; row < rows; row++)
        {
            var sum = new Span<float>(buffers + ((nint)row * stride), width);
            for (int layer = 1; layer < layers; layer++)
                TensorPrimitives.Add(sum, new ReadOnlySpan<float>(buffers + ((nint)layer * distance) + ((nint)row * stride), width), sum);
        }

        gradients.Consume(buffers, stride, offset, stride, rows, width);
    }
}

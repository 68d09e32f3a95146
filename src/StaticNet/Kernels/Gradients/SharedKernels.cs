using System.ComponentModel;
using System.Numerics.Tensors;

namespace StaticNet.Kernels;

/// <summary>Gradients of weights that several layers share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class SharedKernels
{
    /// <summary>Adds up, in their order, what each layer has found for a parameter, and hands on the sum.</summary>
    /// <param name="gradients">Where it goes.</param>
    /// <param name="rooms">What the first of the layers has found, laid out as the parameter; it holds the sum afterwards.</param>
    /// <param name="distance">From there to what the next has found.</param>
    /// <param name="layers">How many layers there are.</param>
    /// <param name="offset">The parameter.</param>
    /// <param name="stride">From one of its rows to the next.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="width">The numbers in each.</param>
    public static void Take(GradientSink gradients, float* rooms, int distance, int layers, int offset, int stride, int rows, int width)
    {
        for (int row = 0; row < rows; row++)
        {
            var sum = new Span<float>(rooms + ((nint)row * stride), width);
            for (int layer = 1; layer < layers; layer++)
                TensorPrimitives.Add(sum, new ReadOnlySpan<float>(rooms + ((nint)layer * distance) + ((nint)row * stride), width), sum);
        }

        gradients.Take(rooms, stride, offset, stride, rows, width);
    }
}

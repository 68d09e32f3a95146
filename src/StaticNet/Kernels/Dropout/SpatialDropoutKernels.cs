using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Spatial dropout: whole channels of a sample are dropped. y = x / (1 - rate) in channels whose random number is at least the rate, else 0. The
/// backward pass draws the same numbers anew. They depend on the key, the sample's index in the batch and the channel.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class SpatialDropoutKernels
{
    /// <summary>y = spatial dropout of x; <paramref name="first"/> is the index in the batch of the first sample here.</summary>
    public static void Forward<TShape>(float* x, float* y, float rate, uint key, int first, int rows)
        where TShape : struct, IImageShape
        => Scale<TShape, Linear>(x, x, y, rate, key, first, rows);

    /// <summary>dx = spatial dropout of dy ∘ activation'(x), with the activation fused into the step that made x.</summary>
    public static void Backward<TShape, TInputActivation>(
        float* dy, float* x, float* dx, float rate, uint key, int first, int rows)
        where TShape : struct, IImageShape
        where TInputActivation : struct, IActivation
        => Scale<TShape, TInputActivation>(dy, x, dx, rate, key, first, rows);

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Scale<TV, TShape, TActivation>(float* source, float* x, float* result, float rate, uint key, int first, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IImageShape
        where TActivation : struct, IActivation
    {
        TV threshold = TV.Create(rate), factor = TV.Create(1 / (1 - rate));
        int lanes = Pixel.Lanes(TShape.Channels, TShape.Stride), floats = TShape.Height * TShape.Width * TShape.Stride;
        for (int row = 0; row < rows; row++, source += floats, x += floats, result += floats)
        {
            uint channel = (uint)(first + row) * (uint)TShape.Stride;
            for (int c = 0; c < lanes; c += TV.Count)
            {
                TV scale = TV.Select(TV.GreaterThan(threshold, SimdMath.Uniform<TV>(key, channel + (uint)c)), default, factor);
                int rest = lanes - c;
                for (int place = c; place < floats; place += TShape.Stride)
                {
                    // One channel after the other, not pixel after pixel: nothing may be written past the end of a pixel.
                    if (rest >= TV.Count) Slope.Times<TV, TActivation>(TV.Load(source + place) * scale, x + place).Store(result + place);
                    else Simd.StoreFirst(Simd.LoadFirst<TV>(source + place, rest) * scale, result + place, rest);
                }
            }
        }
    }
}

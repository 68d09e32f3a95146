using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// A dense layer with one unit: its kernel is a vector without gaps, so that vectors run along the inputs. Its output still has rows of
/// <see cref="IDenseShape.UnitStride"/> floats, of which the first counts; all are written, since what reads rows reads them whole.
/// </summary>
internal static unsafe partial class SingleUnit
{
    /// <summary>y = activation(x · kernel + bias) for each row.</summary>
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    public static void Forward<TV, TShape, TActivation>(float* x, float* kernel, float bias, float* y, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IDenseShape
        where TActivation : struct, IActivation
    {
        int whole = TShape.Inputs - (TShape.Inputs % TV.Count), rest = TShape.Inputs - whole;
        for (int row = 0; row < rows; row++, x += TShape.InputStride, y += TShape.UnitStride)
        {
            TV even = default, odd = default;
            int i = 0;
            for (; i < whole - TV.Count; i += 2 * TV.Count)
            {
                even = TV.MultiplyAdd(TV.Load(x + i), TV.Load(kernel + i), even);
                odd = TV.MultiplyAdd(TV.Load(x + i + TV.Count), TV.Load(kernel + i + TV.Count), odd);
            }

            if (i < whole)
                even = TV.MultiplyAdd(TV.Load(x + i), TV.Load(kernel + i), even);
            if (rest > 0)
                odd = TV.MultiplyAdd(Last<TV, TShape>(x + whole, rest), TV.Load(kernel + whole), odd);
            TV result = TActivation.Forward(TV.Create(TV.Sum(even + odd) + bias));
            for (int unit = 0; unit < TShape.UnitStride; unit += TV.Count)
                result.Store(y + unit);
        }
    }

    /// <summary>A part of dkernel = Σ x dz over the batch, whole vectors with zeros behind the last input.</summary>
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    public static void BackwardKernel<TV, TShape>(float* x, float* dz, float* dKernel, int first, int count, int batch)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IDenseShape
    {
        for (int i = 0; i < count; i += TV.Count)
        {
            int rest = TShape.Inputs - (first + i);
            TV sum = default;
            for (int row = 0; row < batch && rest > 0; row++)
            {
                float* inputs = x + ((nint)row * TShape.InputStride) + first + i;
                TV values = rest >= TV.Count ? TV.Load(inputs) : Last<TV, TShape>(inputs, rest);
                sum = TV.MultiplyAdd(values, TV.Create(dz[(nint)row * TShape.UnitStride]), sum);
            }

            sum.Store(dKernel + i);
        }
    }

    /// <summary>dx = dz kernel ∘ activation'(x).</summary>
    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    public static void BackwardInput<TV, TShape, TInputActivation>(float* dz, float* kernel, float* x, float* dx, int rows)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IDenseShape
        where TInputActivation : struct, IActivation
    {
        for (int row = 0; row < rows; row++, x += TShape.InputStride, dx += TShape.InputStride, dz += TShape.UnitStride)
        {
            TV gradient = TV.Create(*dz);
            for (int i = 0; i < TShape.InputStride; i += TV.Count)
                Tiny.Flush(gradient * TV.Load(kernel + i) * TInputActivation.Derivative(TV.Load(x + i))).Store(dx + i);
        }
    }

    // The caller's inputs have no padding to read.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Last<TV, TShape>(float* x, int count)
        where TV : unmanaged, ISimd<TV>
        where TShape : struct, IDenseShape
        => TShape.InputStride % 16 == 0 ? Simd.LoadPadded<TV>(x, count) : Simd.LoadFirst<TV>(x, count);
}

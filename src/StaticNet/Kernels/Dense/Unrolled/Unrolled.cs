using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Takes samples through small layers whose code is written out in the generated file: as many at a time as registers hold, and the last ones
/// one by one.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Unrolled
{
    /// <summary>How such code is compiled: fully optimised at once.</summary>
    public const MethodImplOptions Options = Compiled.Alone;

    /// <summary>The forward pass.</summary>
    /// <param name="parameters">The parameters of the model.</param>
    /// <param name="x">The input.</param>
    /// <param name="y">Where the result goes.</param>
    /// <param name="rows">How many rows.</param>
    public static void Forward<TLayer>(float* parameters, float* x, float* y, int rows)
        where TLayer : struct, IUnrolledForward
    {
        if (Simd.Is512) Forward<TLayer, Rows512, Row512>(parameters, x, y, rows);
        else if (Simd.Is256) Forward<TLayer, Rows256, Row256>(parameters, x, y, rows);
        else Forward<TLayer, Row128, Row128>(parameters, x, y, rows);
    }

    /// <summary>The backward pass.</summary>
    /// <param name="derived">What a training derives from the weights of the model.</param>
    /// <param name="dz">The gradient by the sums.</param>
    /// <param name="x">The input.</param>
    /// <param name="dx">Where the gradient by the input goes.</param>
    /// <param name="rows">How many rows.</param>
    public static void Backward<TLayer>(float* derived, float* dz, float* x, float* dx, int rows)
        where TLayer : struct, IUnrolledBackward
    {
        if (Simd.Is512) Backward<TLayer, Rows512, Row512>(derived, dz, x, dx, rows);
        else if (Simd.Is256) Backward<TLayer, Rows256, Row256>(derived, dz, x, dx, rows);
        else Backward<TLayer, Row128, Row128>(derived, dz, x, dx, rows);
    }

    /// <summary>The gradients of a kernel, and of the bias behind it, and what becomes of them. One thread does it for all.</summary>
    /// <param name="x">The input of the whole batch.</param>
    /// <param name="dz">The gradients by the sums of the whole batch.</param>
    /// <param name="sink">Where the gradients go.</param>
    /// <param name="offset">Where the kernel begins among the parameters.</param>
    /// <param name="count">How many parameters there are.</param>
    /// <param name="batch">How many rows.</param>
    /// <param name="part">Which part of the work.</param>
    public static void Update<TLayer>(float* x, float* dz, GradientSink sink, int offset, int count, int batch, int part)
        where TLayer : struct, IUnrolledUpdate
    {
        if (part > 0)
            return;
        float* gradients = sink.BlockFor(offset, part);
        if (Simd.Is512) TLayer.Update<Row512>(x, dz, gradients, batch);
        else if (Simd.Is256) TLayer.Update<Row256>(x, dz, gradients, batch);
        else TLayer.Update<Row128>(x, dz, gradients, batch);
        sink.Consume(gradients, offset, count);
    }

    /// <summary>Copies a kernel into its transpose, behind <see cref="Update"/>.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="transposed">Where the transpose goes.</param>
    /// <param name="inputs">Rows of the kernel.</param>
    /// <param name="units">Its columns.</param>
    /// <param name="part">Which part of the work.</param>
    public static void Transpose(float* kernel, float* transposed, int inputs, int units, int part)
    {
        if (part == 0)
            DenseKernels.Transpose(kernel, transposed, inputs, units, new(0, inputs, 0, Layout.Align(units) / Layout.Vector));
    }

    private static void Forward<TLayer, TRows, TRow>(float* parameters, float* x, float* y, int rows)
        where TLayer : struct, IUnrolledForward
        where TRows : unmanaged, IRows<TRows>
        where TRow : unmanaged, IRows<TRow>
    {
        for (; rows >= TRows.Samples; rows -= TRows.Samples, x += TRows.Samples * TLayer.XStride, y += TRows.Samples * TLayer.YStride)
            TLayer.Forward<TRows>(parameters, x, y);
        for (; rows > 0; rows--, x += TLayer.XStride, y += TLayer.YStride)
            TLayer.Forward<TRow>(parameters, x, y);
    }

    private static void Backward<TLayer, TRows, TRow>(float* derived, float* dz, float* x, float* dx, int rows)
        where TLayer : struct, IUnrolledBackward
        where TRows : unmanaged, IRows<TRows>
        where TRow : unmanaged, IRows<TRow>
    {
        for (; rows >= TRows.Samples; rows -= TRows.Samples, dz += TRows.Samples * TLayer.YStride, x += TRows.Samples * TLayer.XStride, dx += TRows.Samples * TLayer.XStride)
            TLayer.Backward<TRows>(derived, dz, x, dx);
        for (; rows > 0; rows--, dz += TLayer.YStride, x += TLayer.XStride, dx += TLayer.XStride)
            TLayer.Backward<TRow>(derived, dz, x, dx);
    }
}

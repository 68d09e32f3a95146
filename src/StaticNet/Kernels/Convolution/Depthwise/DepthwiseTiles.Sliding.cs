using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <content>The sums of neighbouring windows of three columns that move by one, and so share pixels.</content>
internal static unsafe partial class DepthwiseTiles
{
    // Each pixel is read once for the three windows that it is in. Of the first and last two pixels, those before the first one of the image
    // or from its end on are 0.
    [WrittenOut("Slide", MaxTileWindows + 2)]
    [MethodImpl(Compiled.Alone)]
    internal static void SlideByLoops<TV, TPlane, TEpilogue, [UpTo(MaxTileWindows)] TWindows>(
        float* x, float* kernel, float* result, int rows, int first, int end, nint line, nint kernelRow, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TPlane : struct, IDepthwisePlane
        where TEpilogue : struct, IEpilogue<TEpilogue>
        where TWindows : struct, IConstant
    {
        int windows = TWindows.Value, step = TPlane.TapStep, kernelStep = TPlane.KernelStep, resultStep = TPlane.ResultStep;
        var sum = Registers<TV>.Of(epilogue.Start<TV>(0));
        for (int i = 0; i < rows; i++, x += line, kernel += kernelRow)
        {
            TV left = TV.Load(kernel), middle = TV.Load(kernel + kernelStep), right = TV.Load(kernel + (2 * kernelStep));
            TV pixel = first > 0 ? default : TV.Load(x);
            sum[0] = TV.MultiplyAdd(pixel, left, sum[0]);
            pixel = first > 1 || end < 2 ? default : TV.Load(x + step);
            sum[0] = TV.MultiplyAdd(pixel, middle, sum[0]);
            if (windows > 1) sum[1] = TV.MultiplyAdd(pixel, left, sum[1]);
            for (int window = 0; window < MaxTileWindows; window++)
            {
                if (window < windows)
                {
                    // The last of its pixels.
                    pixel = windows < window + 3 && end < window + 3 ? default : TV.Load(x + ((window + 2) * step));
                    sum[window] = TV.MultiplyAdd(pixel, right, sum[window]);
                    if (window + 1 < windows) sum[window + 1] = TV.MultiplyAdd(pixel, middle, sum[window + 1]);
                    if (window + 2 < windows) sum[window + 2] = TV.MultiplyAdd(pixel, left, sum[window + 2]);
                }
            }
        }

        for (int window = 0; window < MaxTileWindows; window++)
        {
            if (window < windows)
                epilogue.Finish(sum[window], window * resultStep).Store(result + (window * resultStep));
        }
    }
}

using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <content>The sums of neighbouring windows of three columns that move by one, and so share pixels.</content>
internal static unsafe partial class DepthwiseTiles
{
    private static void Slide<TV, TPlane, TEpilogue>(
        int windows, float* x, float* kernel, float* result, int rows, int first, int end, nint line, nint kernelRow, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TPlane : struct, IDepthwisePlane
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        switch (windows)
        {
            case 1: Slide<TV, TPlane, TEpilogue, Constant1>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 2: Slide<TV, TPlane, TEpilogue, Constant2>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 3: Slide<TV, TPlane, TEpilogue, Constant3>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 4: Slide<TV, TPlane, TEpilogue, Constant4>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 5: Slide<TV, TPlane, TEpilogue, Constant5>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 6: Slide<TV, TPlane, TEpilogue, Constant6>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 7: Slide<TV, TPlane, TEpilogue, Constant7>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 8: Slide<TV, TPlane, TEpilogue, Constant8>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 9: Slide<TV, TPlane, TEpilogue, Constant9>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 10: Slide<TV, TPlane, TEpilogue, Constant10>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 11: Slide<TV, TPlane, TEpilogue, Constant11>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 12: Slide<TV, TPlane, TEpilogue, Constant12>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 13: Slide<TV, TPlane, TEpilogue, Constant13>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            case 14: Slide<TV, TPlane, TEpilogue, Constant14>(x, kernel, result, rows, first, end, line, kernelRow, epilogue); break;
            default: throw new UnreachableException();
        }
    }

    // Each pixel is read once for the three windows that it is in. Of the first and last two pixels, those before the first one of the image
    // or from its end on are 0.
    [MethodImpl(Compiled.Alone)]
    private static void Slide<TV, TPlane, TEpilogue, TWindows>(
        float* x, float* kernel, float* result, int rows, int first, int end, nint line, nint kernelRow, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TPlane : struct, IDepthwisePlane
        where TEpilogue : struct, IEpilogue<TEpilogue>
        where TWindows : struct, IConstant
    {
        int windows = TWindows.Value, step = TPlane.TapStep, kernelStep = TPlane.KernelStep, resultStep = TPlane.ResultStep;
        TV start = epilogue.Start<TV>(0);
        TV sum0 = start;
        TV sum1 = start;
        TV sum2 = start;
        TV sum3 = start;
        TV sum4 = start;
        TV sum5 = start;
        TV sum6 = start;
        TV sum7 = start;
        TV sum8 = start;
        TV sum9 = start;
        TV sum10 = start;
        TV sum11 = start;
        TV sum12 = start;
        TV sum13 = start;
        for (int i = 0; i < rows; i++, x += line, kernel += kernelRow)
        {
            TV left = TV.Load(kernel), middle = TV.Load(kernel + kernelStep), right = TV.Load(kernel + (2 * kernelStep));
            TV pixel = first > 0 ? default : TV.Load(x);
            sum0 = TV.MultiplyAdd(pixel, left, sum0);
            pixel = first > 1 || end < 2 ? default : TV.Load(x + step);
            sum0 = TV.MultiplyAdd(pixel, middle, sum0);
            if (windows > 1) sum1 = TV.MultiplyAdd(pixel, left, sum1);
            pixel = windows < 3 && end < 3 ? default : TV.Load(x + (2 * step));
            sum0 = TV.MultiplyAdd(pixel, right, sum0);
            if (windows > 1) sum1 = TV.MultiplyAdd(pixel, middle, sum1);
            if (windows > 2) sum2 = TV.MultiplyAdd(pixel, left, sum2);
            if (windows > 1)
            {
                pixel = windows < 4 && end < 4 ? default : TV.Load(x + (3 * step));
                sum1 = TV.MultiplyAdd(pixel, right, sum1);
                if (windows > 2) sum2 = TV.MultiplyAdd(pixel, middle, sum2);
                if (windows > 3) sum3 = TV.MultiplyAdd(pixel, left, sum3);
            }

            if (windows > 2)
            {
                pixel = windows < 5 && end < 5 ? default : TV.Load(x + (4 * step));
                sum2 = TV.MultiplyAdd(pixel, right, sum2);
                if (windows > 3) sum3 = TV.MultiplyAdd(pixel, middle, sum3);
                if (windows > 4) sum4 = TV.MultiplyAdd(pixel, left, sum4);
            }

            if (windows > 3)
            {
                pixel = windows < 6 && end < 6 ? default : TV.Load(x + (5 * step));
                sum3 = TV.MultiplyAdd(pixel, right, sum3);
                if (windows > 4) sum4 = TV.MultiplyAdd(pixel, middle, sum4);
                if (windows > 5) sum5 = TV.MultiplyAdd(pixel, left, sum5);
            }

            if (windows > 4)
            {
                pixel = windows < 7 && end < 7 ? default : TV.Load(x + (6 * step));
                sum4 = TV.MultiplyAdd(pixel, right, sum4);
                if (windows > 5) sum5 = TV.MultiplyAdd(pixel, middle, sum5);
                if (windows > 6) sum6 = TV.MultiplyAdd(pixel, left, sum6);
            }

            if (windows > 5)
            {
                pixel = windows < 8 && end < 8 ? default : TV.Load(x + (7 * step));
                sum5 = TV.MultiplyAdd(pixel, right, sum5);
                if (windows > 6) sum6 = TV.MultiplyAdd(pixel, middle, sum6);
                if (windows > 7) sum7 = TV.MultiplyAdd(pixel, left, sum7);
            }

            if (windows > 6)
            {
                pixel = windows < 9 && end < 9 ? default : TV.Load(x + (8 * step));
                sum6 = TV.MultiplyAdd(pixel, right, sum6);
                if (windows > 7) sum7 = TV.MultiplyAdd(pixel, middle, sum7);
                if (windows > 8) sum8 = TV.MultiplyAdd(pixel, left, sum8);
            }

            if (windows > 7)
            {
                pixel = windows < 10 && end < 10 ? default : TV.Load(x + (9 * step));
                sum7 = TV.MultiplyAdd(pixel, right, sum7);
                if (windows > 8) sum8 = TV.MultiplyAdd(pixel, middle, sum8);
                if (windows > 9) sum9 = TV.MultiplyAdd(pixel, left, sum9);
            }

            if (windows > 8)
            {
                pixel = windows < 11 && end < 11 ? default : TV.Load(x + (10 * step));
                sum8 = TV.MultiplyAdd(pixel, right, sum8);
                if (windows > 9) sum9 = TV.MultiplyAdd(pixel, middle, sum9);
                if (windows > 10) sum10 = TV.MultiplyAdd(pixel, left, sum10);
            }

            if (windows > 9)
            {
                pixel = windows < 12 && end < 12 ? default : TV.Load(x + (11 * step));
                sum9 = TV.MultiplyAdd(pixel, right, sum9);
                if (windows > 10) sum10 = TV.MultiplyAdd(pixel, middle, sum10);
                if (windows > 11) sum11 = TV.MultiplyAdd(pixel, left, sum11);
            }

            if (windows > 10)
            {
                pixel = windows < 13 && end < 13 ? default : TV.Load(x + (12 * step));
                sum10 = TV.MultiplyAdd(pixel, right, sum10);
                if (windows > 11) sum11 = TV.MultiplyAdd(pixel, middle, sum11);
                if (windows > 12) sum12 = TV.MultiplyAdd(pixel, left, sum12);
            }

            if (windows > 11)
            {
                pixel = windows < 14 && end < 14 ? default : TV.Load(x + (13 * step));
                sum11 = TV.MultiplyAdd(pixel, right, sum11);
                if (windows > 12) sum12 = TV.MultiplyAdd(pixel, middle, sum12);
                if (windows > 13) sum13 = TV.MultiplyAdd(pixel, left, sum13);
            }

            if (windows > 12)
            {
                pixel = end < 15 ? default : TV.Load(x + (14 * step));
                sum12 = TV.MultiplyAdd(pixel, right, sum12);
                if (windows > 13) sum13 = TV.MultiplyAdd(pixel, middle, sum13);
            }

            if (windows > 13)
            {
                pixel = end < 16 ? default : TV.Load(x + (15 * step));
                sum13 = TV.MultiplyAdd(pixel, right, sum13);
            }
        }

        epilogue.Finish(sum0, 0).Store(result);
        if (windows > 1) epilogue.Finish(sum1, resultStep).Store(result + resultStep);
        if (windows > 2) epilogue.Finish(sum2, 2 * resultStep).Store(result + (2 * resultStep));
        if (windows > 3) epilogue.Finish(sum3, 3 * resultStep).Store(result + (3 * resultStep));
        if (windows > 4) epilogue.Finish(sum4, 4 * resultStep).Store(result + (4 * resultStep));
        if (windows > 5) epilogue.Finish(sum5, 5 * resultStep).Store(result + (5 * resultStep));
        if (windows > 6) epilogue.Finish(sum6, 6 * resultStep).Store(result + (6 * resultStep));
        if (windows > 7) epilogue.Finish(sum7, 7 * resultStep).Store(result + (7 * resultStep));
        if (windows > 8) epilogue.Finish(sum8, 8 * resultStep).Store(result + (8 * resultStep));
        if (windows > 9) epilogue.Finish(sum9, 9 * resultStep).Store(result + (9 * resultStep));
        if (windows > 10) epilogue.Finish(sum10, 10 * resultStep).Store(result + (10 * resultStep));
        if (windows > 11) epilogue.Finish(sum11, 11 * resultStep).Store(result + (11 * resultStep));
        if (windows > 12) epilogue.Finish(sum12, 12 * resultStep).Store(result + (12 * resultStep));
        if (windows > 13) epilogue.Finish(sum13, 13 * resultStep).Store(result + (13 * resultStep));
    }
}

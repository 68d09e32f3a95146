namespace StaticNet.Kernels;

/// <summary>The distances in a convolution of each channel, in floats, as constants: they become displacements in instructions.</summary>
internal interface IDepthwisePlane
{
    /// <summary>From one pixel of the image to the next.</summary>
    static abstract int Stride { get; }

    /// <summary>From one window of a row to the next, in the image.</summary>
    static abstract int WindowStep { get; }

    /// <summary>From one tap of a window's row to the next, in the image.</summary>
    static abstract int TapStep { get; }

    /// <summary>The same in the kernel; below 0 where it is read backwards.</summary>
    static abstract int KernelStep { get; }

    /// <summary>From one result of a row to the next.</summary>
    static abstract int ResultStep { get; }
}

namespace StaticNet.Generators;

/// <summary>The sizes of a convolution as a type, and tells what follows from them.</summary>
internal static class ConvolutionShape
{
    /// <summary>The members that all types of convolutions have.</summary>
    public static ShapeMember[] Members(Window window, Value input, Value output)
        =>
        [
            ("InputHeight", window.Input.Height), ("InputWidth", window.Input.Width), ("Channels", input.Width), ("InputStride", input.Stride),
            ("ImageHeight", window.Image.Height), ("ImageWidth", window.Image.Width),
            ("OutputHeight", window.Output.Height), ("OutputWidth", window.Output.Width), ("Filters", output.Width), ("OutputStride", output.Stride),
            ("KernelHeight", window.Kernel.Height), ("KernelWidth", window.Kernel.Width),
            ("StrideHeight", window.Strides.Height), ("StrideWidth", window.Strides.Width),
            ("DilationHeight", window.Dilation.Height), ("DilationWidth", window.Dilation.Width),
            ("PaddingTop", window.Before.Height), ("PaddingLeft", window.Before.Width),
        ];

    /// <summary>The type.</summary>
    public static ShapeType Of(string name, Window window, Value input, Value output)
        => new(name, "IConvolutionShape", new(Members(window, input, output)));

    /// <summary>The image with the zeros that its windows reach; null where they stay inside.</summary>
    public static Value? AddPadded(Lowering lowering, string identifier, Window window, Value input)
    {
        if (!window.IsPadded)
            return null;

        // As the input, so the padded one: without gaps where it has none.
        Value padded = lowering.AddSaved(identifier + "Padded", window.ShapeOf(window.Image, input.Width));
        return padded with { Stride = input.Stride };
    }

    /// <summary>Memory for the gradient by one sample's output, padded with zeros.</summary>
    public static Value AddPaddedGradient(Lowering lowering, string identifier, Window window, Value output)
        => lowering.AddScratch(identifier + "ZeroPaddedGradient", PaddedGradient(window), output.Width);

    /// <summary>
    /// The size of a gradient by the output with zeros around it, as far as flipped windows reach, and between its pixels where windows move by more than one.
    /// </summary>
    public static Size PaddedGradient(Window window)
        => new(
            ConvolutionSizes.PaddedGradient(window.Input.Height, window.Before.Height, window.Kernel.Height, window.Strides.Height, window.Dilation.Height),
            ConvolutionSizes.PaddedGradient(window.Input.Width, window.Before.Width, window.Kernel.Width, window.Strides.Width, window.Dilation.Width));
}

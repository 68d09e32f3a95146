namespace StaticNet.Generators;

/// <summary>A window that moves over an image.</summary>
/// <param name="Kernel">Its pixels.</param>
/// <param name="Strides">How far it moves.</param>
/// <param name="Dilation">The distance of its pixels.</param>
/// <param name="Input">The pixels of the image.</param>
/// <param name="Output">The places of the window.</param>
/// <param name="Before">The rows and columns of padding above and to the left.</param>
internal sealed record Window(Size Kernel, Size Strides, Size Dilation, Size Input, Size Output, Size Before)
{
    private static readonly Size _one = new(1, 1);

    /// <summary>The rows and columns that the window spans, holes included.</summary>
    public Size Span => SpanOf(Kernel, Dilation);

    /// <summary>Whether it reaches over the edges.</summary>
    public bool IsPadded
        => Before != default
            || Reach(Output.Height, Strides.Height, Span.Height) > Input.Height || Reach(Output.Width, Strides.Width, Span.Width) > Input.Width;

    /// <summary>The rows and columns of the image in which it moves, padded where it reaches over the edges.</summary>
    public Size Image
        => IsPadded ? new(Reach(Output.Height, Strides.Height, Span.Height), Reach(Output.Width, Strides.Width, Span.Width)) : Input;

    /// <summary>Reads and checks the window of a layer; null, with a diagnostic, where it does not fit the image.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="kernel">The argument of its size: <c>kernel</c> or <c>pool</c>.</param>
    public static Window? Check(LayerChecking layer, string kernel)
    {
        bool isPool = kernel == "pool";
        Size? size = layer.GetSize(kernel + "Size", kernel + "Height", kernel + "Width");
        Size? strides = isPool
            ? layer.GetSize("Strides", "StrideHeight", "StrideWidth", zeroIs: size ?? _one)
            : layer.GetSize("Strides", "StrideHeight", "StrideWidth", unwritten: 1);
        Size? dilation = isPool ? _one : layer.GetSize("DilationRate", "DilationHeight", "DilationWidth", unwritten: 1);
        string? padding = layer.GetOption("Padding", "Valid");
        if (!layer.TakesImage() || size is not { } pixels || strides is not { } steps || dilation is not { } distance || padding is null
            || !GoTogether(layer, steps, distance))
        {
            return null;
        }

        var image = new Size(layer.InputShape[0], layer.InputShape[1]);
        Size span = SpanOf(pixels, distance);
        if (padding == "Same")
        {
            (int height, int top) = Same(image.Height, steps.Height, span.Height);
            (int width, int left) = Same(image.Width, steps.Width, span.Width);
            return new Window(pixels, steps, distance, image, new(height, width), new(top, left));
        }

        if (span.Height <= image.Height && span.Width <= image.Width)
        {
            return new Window(
                pixels, steps, distance, image,
                new(((image.Height - span.Height) / steps.Height) + 1, ((image.Width - span.Width) / steps.Width) + 1), default);
        }

        string argument = layer.Has(kernel + "Size") ? kernel + "Size" : span.Height > image.Height ? kernel + "Height" : kernel + "Width";
        string spans = distance == _one ? "" : $", which spans {Text.Of(span)} at a dilation rate of {Text.Of(distance)},";
        layer.Report(
            Rules.WindowTooLarge.Id, argument, layer.Title, Text.Of(pixels) + spans, Text.Of(image), Text.Shape(layer.InputShape), layer.InputName,
            $"use Padding = Padding.Same or a window of at most {Text.Of(Largest(image, distance))}");
        return null;
    }

    /// <summary>Whether one of strides and dilation is 1, as in Keras; reports them where not.</summary>
    public static bool GoTogether(LayerChecking layer, Size strides, Size dilation)
    {
        if (strides == _one || dilation == _one)
            return true;
        string argument = layer.Get<int>("DilationRate") > 1 ? "DilationRate" : dilation.Height > 1 ? "DilationHeight" : "DilationWidth";
        layer.Report(
            Rules.StridesAndDilation.Id, argument, layer.Title, Text.Of(strides), Text.Of(dilation), "the strides or the dilation rate");
        return false;
    }

    // Keras: as many places as strides fit into the image, the smaller half of the padding first.
    private static (int Places, int Before) Same(int size, int stride, int span)
    {
        int places = (size + stride - 1) / stride;
        return (places, Math.Max(0, ((places - 1) * stride) + span - size) / 2);
    }

    private static Size SpanOf(Size kernel, Size dilation)
        => new(((kernel.Height - 1) * dilation.Height) + 1, ((kernel.Width - 1) * dilation.Width) + 1);

    private static Size Largest(Size image, Size dilation)
        => new(((image.Height - 1) / dilation.Height) + 1, ((image.Width - 1) / dilation.Width) + 1);

    private static int Reach(int places, int stride, int span) => ((places - 1) * stride) + span;
}

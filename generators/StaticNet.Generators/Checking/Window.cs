namespace StaticNet.Generators;

/// <summary>A window that moves over an image, or along a sequence, which is an image of one row.</summary>
/// <param name="Kernel">Its pixels.</param>
/// <param name="Strides">How far it moves.</param>
/// <param name="Dilation">The distance of its pixels.</param>
/// <param name="Input">The pixels of the image.</param>
/// <param name="Output">The places of the window.</param>
/// <param name="Before">The rows and columns of padding above and to the left.</param>
internal sealed record Window(Size Kernel, Size Strides, Size Dilation, Size Input, Size Output, Size Before)
{
    private static readonly Size _one = new(1, 1);

    /// <summary>Whether it moves along a sequence.</summary>
    public bool IsSequence { get; init; }

    /// <summary>The rows and columns that the window spans, holes included.</summary>
    public Size Span => new(((Kernel.Height - 1) * Dilation.Height) + 1, ((Kernel.Width - 1) * Dilation.Width) + 1);

    /// <summary>Whether it reaches over the edges.</summary>
    public bool IsPadded
        => Before != default
            || Covered(Output.Height, Strides.Height, Span.Height) > Input.Height || Covered(Output.Width, Strides.Width, Span.Width) > Input.Width;

    /// <summary>The rows and columns of the image in which it moves, padded where it reaches over the edges.</summary>
    public Size Image
        => IsPadded ? new(Covered(Output.Height, Strides.Height, Span.Height), Covered(Output.Width, Strides.Width, Span.Width)) : Input;

    /// <summary>The window of a single pixel that moves over its places.</summary>
    public Window Pointwise => new(_one, _one, _one, Output, Output, default) { IsSequence = IsSequence };

    /// <summary>For comments: <c>3 x 5 window</c>, or <c>window of 3</c> along a sequence.</summary>
    public string InWords => IsSequence ? $"window of {Text.Number(Kernel.Width)}" : $"{Text.Of(Kernel)} window";

    /// <summary>The shape of its places, of so many numbers each.</summary>
    public EquatableArray<int> ShapeOf(int channels) => ShapeOf(Output, channels);

    /// <summary>The shape of pixels, of so many numbers each.</summary>
    public EquatableArray<int> ShapeOf(Size pixels, int channels)
        => new(IsSequence ? [pixels.Width, channels] : [pixels.Height, pixels.Width, channels]);

    /// <summary>The shape of a kernel, which has other axes behind the window's.</summary>
    public EquatableArray<int> KernelShape(params int[] axes)
        => new(IsSequence ? [Kernel.Width, .. axes] : [Kernel.Height, Kernel.Width, .. axes]);

    /// <summary>For people, as short as it can be written: <c>3x5</c>, or <c>3</c> along a sequence.</summary>
    public override string ToString() => IsSequence ? Text.Number(Kernel.Width) : Kernel.ToString();

    /// <summary>Reads and checks the window of a layer of images; null, with a diagnostic, where it does not fit the image.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="isPool">Whether its arguments are those of a pool and not of a kernel.</param>
    public static Window? Check(LayerCheckContext layer, bool isPool = false)
    {
        string kernel = SizeArgument(isPool);
        Size? size = layer.GetSize(kernel + "Size", kernel + "Height", kernel + "Width");
        Size? strides = isPool
            ? layer.GetSize("Strides", "StrideHeight", "StrideWidth", zeroIs: size ?? _one)
            : layer.GetSize("Strides", "StrideHeight", "StrideWidth", unwritten: 1);
        Size? dilation = isPool ? _one : layer.GetSize("DilationRate", "DilationHeight", "DilationWidth", unwritten: 1);
        Padding? padding = layer.GetPadding();
        return layer.RequireImage() && size is { } pixels && strides is { } steps && dilation is { } distance && padding is not null
            && CheckStridesAndDilation(layer, steps, distance)
            ? Place(layer, kernel, new(pixels, steps, distance, new(layer.InputShape[0], layer.InputShape[1]), default, default), padding.Value)
            : null;
    }

    /// <summary>The same for a layer of sequences.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="isPool">Whether its arguments are those of a pool and not of a kernel.</param>
    /// <param name="mayBeCausal">Whether the padding may stand before the first step alone.</param>
    public static Window? CheckSequence(LayerCheckContext layer, bool isPool = false, bool mayBeCausal = false)
    {
        string kernel = SizeArgument(isPool);
        int? size = layer.GetLength(kernel + "Size");
        int? strides = layer.GetLength("Strides", unwritten: 1, zeroIs: isPool ? size ?? 1 : null);
        int? dilation = isPool ? 1 : layer.GetLength("DilationRate", unwritten: 1);
        Padding? padding = layer.GetPadding(mayBeCausal);
        if (!layer.RequireSequence() || size is not { } length || strides is not { } steps || dilation is not { } distance || padding is null
            || !CheckStridesAndDilation(layer, new(1, steps), new(1, distance)))
        {
            return null;
        }

        var window = new Window(new(1, length), new(1, steps), new(1, distance), new(1, layer.InputShape[0]), default, default) { IsSequence = true };
        return Place(layer, kernel, window, padding.Value);
    }

    /// <summary>Reports strides and dilation that are both above 1, as Keras does; whether they are right.</summary>
    public static bool CheckStridesAndDilation(LayerCheckContext layer, Size strides, Size dilation)
    {
        if (strides == _one || dilation == _one)
            return true;
        string argument = layer.Get<int>("DilationRate") > 1 ? "DilationRate" : dilation.Height > 1 ? "DilationHeight" : "DilationWidth";
        layer.Report(
            Rules.StridesAndDilation.Id, argument, layer.Title, Of(layer, strides), Of(layer, dilation), "the strides or the dilation rate");
        return false;
    }

    // Finds the window's places; null, with a diagnostic, where there is none.
    private static Window? Place(LayerCheckContext layer, string kernel, Window window, Padding padding)
    {
        Size image = window.Input, strides = window.Strides, span = window.Span;
        if (padding != Padding.Valid)
        {
            var places = new Size(((image.Height - 1) / strides.Height) + 1, ((image.Width - 1) / strides.Width) + 1);

            // All before the first step; or, as in Keras, the smaller half first.
            Size before = padding == Padding.Causal
                ? new(0, span.Width - 1)
                : new(
                    Math.Max(0, Covered(places.Height, strides.Height, span.Height) - image.Height) / 2,
                    Math.Max(0, Covered(places.Width, strides.Width, span.Width) - image.Width) / 2);
            return window with { Output = places, Before = before };
        }

        if (span.Height <= image.Height && span.Width <= image.Width)
        {
            var places = new Size(((image.Height - span.Height) / strides.Height) + 1, ((image.Width - span.Width) / strides.Width) + 1);
            return window with { Output = places };
        }

        string argument = layer.Has(kernel + "Size") ? kernel + "Size" : span.Height > image.Height ? kernel + "Height" : kernel + "Width";
        string spans = window.Dilation == _one ? "" : $", which spans {Of(layer, span)} at a dilation rate of {Of(layer, window.Dilation)},";
        layer.Report(
            Rules.WindowTooLarge.Id, argument, layer.Title, Of(layer, window.Kernel) + spans,
            $"{Of(layer, image)} {(window.IsSequence ? "steps" : "pixels")}", Text.Shape(layer.InputShape), layer.InputName,
            $"use Padding = Padding.Same or a window of at most {Of(layer, Largest(image, window.Dilation))}");
        return null;
    }

    // What the names of the arguments for the size begin with.
    private static string SizeArgument(bool isPool) => isPool ? "pool" : "kernel";

    private static Size Largest(Size image, Size dilation)
        => new(((image.Height - 1) / dilation.Height) + 1, ((image.Width - 1) / dilation.Width) + 1);

    private static int Covered(int places, int stride, int span) => ((places - 1) * stride) + span;

    // For people: 3 x 5, or 3 along a sequence.
    private static string Of(LayerCheckContext layer, Size size) => layer.InputShape.Count == 2 ? Text.Number(size.Width) : Text.Of(size);
}

namespace StaticNet.Fuzzing;

internal sealed partial class LayerDrawing
{
    private bool IsImage => shape.Length == 3;

    private int Height => IsImage ? shape[0] : 1;

    private int Columns => shape[^2];

    private ConvolutionLayer? Convolution(string kind)
    {
        Padding padding = random.One(Padding.Valid, Padding.Valid, Padding.Same, IsImage ? Padding.Same : Padding.Causal);
        if (Window(padding) is not (Axis height, Axis width))
            return null;
        int groups = random.Chance(0.2) ? random.One([.. Enumerable.Range(1, Last).Where(count => Last % count == 0)]) : 1;
        int filters = groups == 1 ? random.Width(isLarge) : groups * random.Next(1, 20);
        Activation activation = random.Form(filters);
        bool useBias = random.Chance(0.8);
        Options options = (IsImage ? new Options(kind, filters, height.Kernel, width.Kernel, activation) : new Options(kind, filters, width.Kernel, activation))
            .With("Groups", groups, 1).With("UseBias", useBias, true);
        return new ConvolutionLayer(Write(options, height, width).ToString(), height, width, shape, filters, groups, activation, useBias);
    }

    private ConvolutionLayer? Depthwise(string kind)
    {
        if (Window(random.One(Padding.Valid, Padding.Same)) is not (Axis height, Axis width))
            return null;
        bool isSeparable = kind.StartsWith("Separable", StringComparison.Ordinal), useBias = random.Chance(0.8);
        int multiplier = random.Chance(0.6) ? 1 : random.Next(1, 5), filters = isSeparable ? random.Width(isLarge) : Last * multiplier;
        Activation activation = random.Form(filters);
        object[] window = IsImage ? [height.Kernel, width.Kernel, activation] : [width.Kernel, activation];
        Options options = new Options(kind, isSeparable ? [filters, .. window] : window).With("DepthMultiplier", multiplier, 1).With("UseBias", useBias, true);
        return new ConvolutionLayer(
            Write(options, height, width).ToString(), height, width, shape, filters, 1, activation, useBias, multiplier, isSeparable);
    }

    private TransposedConvolutionLayer Transposed()
    {
        // Either strides or dilation, as in a convolution.
        int stride = random.One(1, 1, 2, 2, 3), dilation = stride == 1 && random.Chance(0.25) ? 2 : 1, filters = random.Width(isLarge);
        Padding padding = random.One(Padding.Valid, Padding.Same);
        Axis height = Along(shape[0], random.Next(1, 5)), width = Along(shape[1], random.Next(1, 5));
        Activation activation = random.Form(filters);
        bool useBias = random.Chance(0.8);
        string attribute = new Options("Conv2DTranspose", filters, height.Kernel, width.Kernel, activation)
            .With("Strides", stride, 1).With("DilationRate", dilation, 1).With("Padding", padding, Padding.Valid).With("UseBias", useBias, true).ToString();
        return new TransposedConvolutionLayer(attribute, height, width, Last, filters, activation, useBias);

        Axis Along(int count, int kernel)
        {
            int reach = ((kernel - 1) * dilation) + 1;
            return new Axis((count * stride) + (padding == Padding.Same ? 0 : Math.Max(reach - stride, 0)), kernel, stride, dilation, padding);
        }
    }

    private PoolingLayer? Pooling(string kind)
    {
        Padding padding = random.One(Padding.Valid, Padding.Valid, Padding.Same);
        int rows = IsImage ? random.One(1, 2, 2, 2, 3) : 1, columns = random.One(1, 2, 2, 2, 3, 4);
        bool hasStrides = random.Chance(0.4);
        int down = hasStrides ? random.Next(1, 4) : rows, across = hasStrides ? random.Next(1, 4) : columns;
        Axis height = new(Height, rows, IsImage ? down : 1, 1, padding), width = new(Columns, columns, across, 1, padding);
        if (padding == Padding.Valid && (rows > Height || columns > Columns))
            return null;
        Options options = IsImage ? new Options(kind, rows, columns) : new Options(kind, columns);
        if (hasStrides)
            options = IsImage ? options.With("StrideHeight", down, 0).With("StrideWidth", across, 0) : options.With("Strides", across, 0);
        return new PoolingLayer(
            options.With("Padding", padding, Padding.Valid).ToString(), IsImage ? [height.Output, width.Output, Last] : [width.Output, Last], height, width,
            isMax: kind.StartsWith("Max", StringComparison.Ordinal));
    }

    private GlobalPoolingLayer GlobalPooling(string kind)
    {
        bool isMax = kind.Contains("Max", StringComparison.Ordinal), keeps = kind != "GlobalAveragePooling1D" && random.Chance(0.2);
        int[] output = !keeps ? [Last] : IsImage ? [1, 1, Last] : [1, Last];
        return new GlobalPoolingLayer(new Options(kind).With("KeepDims", keeps, false).ToString(), output, isMax, heedsMask: kind == "GlobalAveragePooling1D");
    }

    private (Axis Height, Axis Width)? Window(Padding padding)
    {
        bool hasStrides = random.Chance(0.3), hasHoles = !hasStrides && random.Chance(0.2);
        int rows = IsImage ? random.One(1, 2, 3, 3, 3, 5) : 1, columns = random.One(1, 2, 3, 3, 3, 4, 5);
        Axis height = new(Height, rows, hasStrides && IsImage ? random.Next(1, 4) : 1, hasHoles && IsImage ? random.Next(1, 4) : 1, padding);
        Axis width = new(Columns, columns, hasStrides ? random.Next(1, 4) : 1, hasHoles ? random.Next(1, 4) : 1, padding);
        if (!IsImage)
            height = height with { Padding = Padding.Valid };
        bool fits = padding != Padding.Valid || (((height.Kernel - 1) * height.Dilation < Height) && ((width.Kernel - 1) * width.Dilation < Columns));
        return fits ? (height, width) : null;
    }

    private Options Write(Options options, Axis height, Axis width)
        => (IsImage
                ? options.With("StrideHeight", height.Stride, 1).With("StrideWidth", width.Stride, 1)
                    .With("DilationHeight", height.Dilation, 1).With("DilationWidth", width.Dilation, 1)
                : options.With("Strides", width.Stride, 1).With("DilationRate", width.Dilation, 1))
            .With("Padding", width.Padding, Padding.Valid);

    private Layer Recurrent(string kind)
    {
        string cell = kind == "Bidirectional" ? random.One("SimpleRNN", "LSTM", "GRU") : kind;
        int units = random.Width(isLarge);
        Activation activation = random.StateForm();
        Activation gate = cell == "SimpleRNN" ? Activation.Linear : random.GateForm();
        bool drops = random.Chance(0.1), resets = cell != "GRU" || random.Chance(0.7);
        var recurrent = new RecurrentOptions(
            cell, units, activation, gate, random.Chance(0.8), random.Chance(0.5), kind != "Bidirectional" && random.Chance(0.3), resets, drops);
        string attribute = (cell == "SimpleRNN" ? new Options(cell, units, activation) : new Options(cell, units, activation, gate))
            .With("UseBias", recurrent.UseBias, true).With("ReturnSequences", recurrent.ReturnSequences, false)
            .With("GoBackwards", recurrent.GoBackwards, false).With("ResetAfter", resets, true)
            .With("Dropout", drops ? 0.2f : 0, 0f).With("RecurrentDropout", drops ? 0.3f : 0, 0f).ToString();
        if (kind != "Bidirectional")
            return new RecurrentLayer(attribute, shape, recurrent);
        MergeMode mode = random.One(MergeMode.Concat, MergeMode.Sum, MergeMode.Mul, MergeMode.Ave);
        return new BidirectionalLayer($"{new Options(kind, mode)}, {attribute}", shape, recurrent, mode);
    }
}

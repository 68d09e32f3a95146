namespace StaticNet.Fuzzing;

/// <summary>A window along one axis.</summary>
/// <param name="Input">Places that come in.</param>
/// <param name="Kernel">Places of the window.</param>
/// <param name="Stride">From one window to the next.</param>
/// <param name="Dilation">From one place of the window to the next.</param>
/// <param name="Padding">What lies beyond the edges.</param>
internal readonly record struct Axis(int Input, int Kernel, int Stride, int Dilation, Padding Padding)
{
    private int Reach => ((Kernel - 1) * Dilation) + 1;

    public int Output => Padding == Padding.Valid ? ((Input - Reach) / Stride) + 1 : (Input + Stride - 1) / Stride;

    public int Before => Padding switch
    {
        Padding.Valid => 0,
        Padding.Causal => Reach - 1,
        _ => Math.Max(((Output - 1) * Stride) + Reach - Input, 0) / 2,
    };

    /// <summary>The place that a place of a window meets; beyond the edges, where there is none.</summary>
    public int At(int window, int place) => (window * Stride) + (place * Dilation) - Before;

    public bool Has(int place) => place >= 0 && place < Input;
}

/// <summary>Convolutions of every kind: in groups, of which each channel may be one.</summary>
internal sealed class ConvolutionLayer : Layer
{
    private readonly Axis _height;
    private readonly Axis _width;
    private readonly int _channels;
    private readonly int _groups;
    private readonly Activation _activation;
    private readonly bool _useBias;
    private readonly int _multiplier;
    private readonly bool _isSeparable;

    /// <param name="attribute">How it is declared.</param>
    /// <param name="height">The window's rows.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="input">The shape that comes in.</param>
    /// <param name="filters">The channels that go out.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="activation">The activation.</param>
    /// <param name="useBias">Whether there is a bias.</param>
    /// <param name="multiplier">What each channel is convolved into, where each is convolved alone; else 0.</param>
    /// <param name="isSeparable">Whether a convolution of single pixels follows.</param>
    public ConvolutionLayer(
        string attribute, Axis height, Axis width, int[] input, int filters, int groups, Activation activation, bool useBias, int multiplier = 0,
        bool isSeparable = false)
        : base(attribute, input.Length == 3 ? [height.Output, width.Output, filters] : [width.Output, filters])
    {
        (_height, _width, _channels, _groups, _activation, _useBias) = (height, width, input[^1], groups, activation, useBias);
        (_multiplier, _isSeparable) = (multiplier, isSeparable);
        string[] kernels = isSeparable ? ["depthwise_kernel", "pointwise_kernel"] : ["kernel"];
        Roles = useBias ? [.. kernels, "bias"] : kernels;
        long pixels = (long)height.Output * width.Output, area = (long)height.Kernel * width.Kernel;
        Operations = multiplier == 0 ? pixels * area * _channels / groups * filters
            : pixels * _channels * multiplier * (area + (isSeparable ? filters : 0));
    }

    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
    {
        T[] bias = _useBias ? weights[^1] : [];
        int filters = OutputShape[^1];
        Tensor<T> sums;
        if (_multiplier == 0)
        {
            int channels = _channels / _groups, each = filters / _groups;
            sums = Convolve(x, filters, channels, filter => filter / each * channels, (tap, c, filter) => weights[0][(((tap * channels) + c) * filters) + filter], _isSeparable ? [] : bias);
        }
        else
        {
            int between = _channels * _multiplier;
            sums = Convolve(x, between, 1, filter => filter / _multiplier, (tap, _, filter) => weights[0][(tap * between) + filter], _isSeparable ? [] : bias);
        }

        if (_isSeparable)
        {
            int between = sums.Width;
            var y = new T[OutputSize];
            for (int row = 0; row < sums.Rows; row++)
            {
                for (int f = 0; f < filters; f++)
                {
                    T sum = _useBias ? bias[f] : T.Constant(0);
                    for (int c = 0; c < between; c++)
                        sum += sums[row, c] * weights[1][(c * filters) + f];
                    y[(row * filters) + f] = sum;
                }
            }

            sums = new Tensor<T>(OutputShape, y);
        }

        return Functions.Activate(_activation, sums);
    }

    private Tensor<T> Convolve<T>(Tensor<T> x, int filters, int channels, Func<int, int> firstChannel, Func<int, int, int, T> kernel, T[] bias)
        where T : struct, IScalar<T>
    {
        var y = new T[_height.Output * _width.Output * filters];
        for (int i = 0, at = 0; i < _height.Output; i++)
        {
            for (int j = 0; j < _width.Output; j++)
            {
                for (int filter = 0; filter < filters; filter++, at++)
                {
                    T sum = bias.Length > 0 ? bias[filter] : T.Constant(0);
                    int first = firstChannel(filter);
                    for (int tap = 0; tap < _height.Kernel * _width.Kernel; tap++)
                    {
                        int row = _height.At(i, tap / _width.Kernel), column = _width.At(j, tap % _width.Kernel);
                        for (int c = 0; c < channels && _height.Has(row) && _width.Has(column); c++)
                            sum += x.At(row, column, first + c) * kernel(tap, c, filter);
                    }

                    y[at] = sum;
                }
            }
        }

        return new Tensor<T>([.. OutputShape[..^1], filters], y);
    }
}

/// <summary>Each pixel spread over a window of the output.</summary>
internal sealed class TransposedConvolutionLayer : Layer
{
    private readonly Axis _height;
    private readonly Axis _width;
    private readonly Activation _activation;
    private readonly bool _useBias;
    private readonly int _channels;

    /// <param name="attribute">How it is declared.</param>
    /// <param name="height">The window's rows, of the convolution from the output back to the input.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="channels">The channels that come in.</param>
    /// <param name="filters">The channels that go out.</param>
    /// <param name="activation">The activation.</param>
    /// <param name="useBias">Whether there is a bias.</param>
    public TransposedConvolutionLayer(string attribute, Axis height, Axis width, int channels, int filters, Activation activation, bool useBias)
        : base(attribute, height.Input, width.Input, filters)
    {
        (_height, _width, _channels, _activation, _useBias) = (height, width, channels, activation, useBias);
        Roles = useBias ? ["kernel", "bias"] : ["kernel"];
        Operations = (long)height.Output * width.Output * height.Kernel * width.Kernel * channels * filters;
    }

    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
    {
        int filters = OutputShape[^1];
        T[] y = [.. Enumerable.Range(0, OutputSize).Select(i => _useBias ? weights[1][i % filters] : T.Constant(0))];
        for (int i = 0; i < _height.Output; i++)
        {
            for (int j = 0; j < _width.Output; j++)
            {
                for (int tap = 0; tap < _height.Kernel * _width.Kernel; tap++)
                {
                    int row = _height.At(i, tap / _width.Kernel), column = _width.At(j, tap % _width.Kernel);
                    for (int f = 0; f < filters && _height.Has(row) && _width.Has(column); f++)
                    {
                        for (int c = 0; c < _channels; c++)
                            y[(((row * _width.Input) + column) * filters) + f] += x.At(i, j, c) * weights[0][(((tap * filters) + f) * _channels) + c];
                    }
                }
            }
        }

        return Functions.Activate(_activation, new Tensor<T>(OutputShape, y));
    }
}

/// <summary>The largest or the mean of the numbers in each window; where a window reaches over the edges there are fewer.</summary>
internal sealed class PoolingLayer(string attribute, int[] output, Axis height, Axis width, bool isMax) : Layer(attribute, output)
{
    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
    {
        var y = new T[OutputSize];
        for (int i = 0, at = 0; i < height.Output; i++)
        {
            for (int j = 0; j < width.Output; j++)
            {
                for (int c = 0; c < x.Width; c++, at++)
                {
                    var met = new List<T>();
                    for (int tap = 0; tap < height.Kernel * width.Kernel; tap++)
                    {
                        int row = height.At(i, tap / width.Kernel), column = width.At(j, tap % width.Kernel);
                        if (height.Has(row) && width.Has(column))
                            met.Add(x.At(row, column, c));
                    }

                    y[at] = isMax ? met.Aggregate((largest, next) => next.Value > largest.Value ? next : largest) : Functions.Sum(met) / T.Constant(met.Count);
                }
            }
        }

        return new Tensor<T>(OutputShape, y);
    }
}

/// <summary>The largest or the mean of all pixels or steps; the mean is that of steps that count.</summary>
internal sealed class GlobalPoolingLayer(string attribute, int[] output, bool isMax, bool heedsMask) : Layer(attribute, output)
{
    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
    {
        var y = new T[x.Width];
        for (int c = 0; c < y.Length; c++)
        {
            T[] met = [.. Enumerable.Range(0, x.Rows).Where(row => !heedsMask || x.Mask is null || x.Mask[row]).Select(row => x[row, c])];
            y[c] = met.Length == 0 ? T.Constant(0)
                : isMax ? met.Aggregate((largest, next) => next.Value > largest.Value ? next : largest)
                : Functions.Sum(met) / T.Constant(met.Length);
        }

        return new Tensor<T>(OutputShape, y);
    }
}

/// <summary>Bilinear enlargement: centres of pixels meet centres, edges are continued.</summary>
internal sealed class BilinearLayer(string attribute, int[] input, int rows, int columns)
    : Layer(attribute, input[0] * rows, input[1] * columns, input[2])
{
    protected override Tensor<T> Forward<T>(Tensor<T> x, T[][] weights)
    {
        var y = new List<T>();
        for (int i = 0; i < OutputShape[0]; i++)
        {
            (int top, int bottom, double down) = Between(i, rows, x.Shape[0]);
            for (int j = 0; j < OutputShape[1]; j++)
            {
                (int left, int right, double across) = Between(j, columns, x.Shape[1]);
                for (int c = 0; c < OutputShape[2]; c++)
                {
                    y.Add((((x.At(top, left, c) * T.Constant(1 - across)) + (x.At(top, right, c) * T.Constant(across))) * T.Constant(1 - down))
                        + (((x.At(bottom, left, c) * T.Constant(1 - across)) + (x.At(bottom, right, c) * T.Constant(across))) * T.Constant(down)));
                }
            }
        }

        return new Tensor<T>(OutputShape, [.. y]);
    }

    private static (int Low, int High, double Share) Between(int place, int factor, int count)
    {
        double at = ((place + 0.5) / factor) - 0.5;
        int low = (int)Math.Floor(at);
        return (Math.Clamp(low, 0, count - 1), Math.Clamp(low + 1, 0, count - 1), at - low);
    }
}

namespace StaticNet.Fuzzing;

/// <summary>Draws layers that fit a shape. The same random numbers give the same layer for the same shape.</summary>
/// <param name="shape">The shape that comes in.</param>
/// <param name="random">The random numbers.</param>
/// <param name="isLarge">Whether sizes far beyond the cache may be drawn.</param>
internal sealed partial class LayerDrawing(int[] shape, Random random, bool isLarge)
{
    private static readonly string[] _any = ["Dense", "Activation", "Dropout", "LayerNormalization", "BatchNormalization", "Rescaling", "GaussianNoise", "ReLU", "LeakyReLU", "ELU", "PReLU", "Identity", "GaussianDropout", "RMSNormalization", "GroupNormalization", "AlphaDropout"];
    private static readonly string[] _rows = [.. _any, "Dense", "Dense", "Reshape", "RepeatVector"];

    private static readonly string[] _sequences =
    [
        .. _any, "Conv1D", "Conv1D", "Conv1D", "DepthwiseConv1D", "SeparableConv1D", "MaxPooling1D", "MaxPooling1D", "AveragePooling1D", "GlobalMaxPooling1D",
        "GlobalAveragePooling1D", "SpatialDropout1D", "UpSampling1D", "ZeroPadding1D", "Cropping1D", "Permute", "Flatten", "Reshape", "SimpleRNN", "LSTM", "LSTM",
        "GRU", "GRU", "Bidirectional", "Bidirectional", "TimeDistributed", "Masking", "MultiHeadAttention", "MultiHeadAttention", "Attention", "AdditiveAttention",
        "PositionEmbedding", "SinePositionEncoding",
    ];

    private static readonly string[] _images =
    [
        .. _any, "Conv2D", "Conv2D", "Conv2D", "Conv2D", "Conv2D", "DepthwiseConv2D", "SeparableConv2D", "Conv2DTranspose", "Conv2DTranspose", "MaxPooling2D", "MaxPooling2D",
        "MaxPooling2D", "AveragePooling2D", "GlobalMaxPooling2D", "GlobalAveragePooling2D", "SpatialDropout2D", "UpSampling2D", "ZeroPadding2D",
        "Cropping2D", "Permute", "Flatten", "Reshape", "RandomFlip", "RandomTranslation", "RandomRotation", "RandomZoom",
    ];

    private int Last => shape[^1];

    /// <summary>A kind of layer for inputs of this rank.</summary>
    public static string Kind(int rank, Random random)
        => random.One(rank switch { 1 => _rows, 2 => _sequences, 3 => _images, _ => [.. _any, "Flatten"] });

    /// <summary>Whether inputs of a rank may meet a kind of layer.</summary>
    public static bool Fits(string kind, int rank)
        => (rank switch { 1 => _rows, 2 => _sequences, 3 => _images, _ => [.. _any, "Flatten"] }).Contains(kind);

    /// <summary>A layer of a kind; null where the shape is too small for one.</summary>
    public Layer? Layer(string kind)
        => kind switch
        {
            "Dense" or "TimeDistributed" => Dense(kind),
            "Activation" => Activated(),
            "Dropout" or "SpatialDropout1D" or "SpatialDropout2D" => new PassingLayer(new Options(kind, random.One(0f, 0.3f)).ToString(), shape, isRandom: true, passesMask: true),
            "GaussianDropout" => new PassingLayer("GaussianDropout(0.2)", shape, isRandom: true, passesMask: true),
            "AlphaDropout" => new PassingLayer("AlphaDropout(0.2)", shape, isRandom: true, passesMask: true),
            "GroupNormalization" => GroupNormalization(),
            "PositionEmbedding" => PositionEmbedding(),
            "SinePositionEncoding" => new SinePositionEncodingLayer(kind, shape, 10_000),
            "Identity" => new PassingLayer(kind, shape, isRandom: false, passesMask: true),
            "ReLU" or "LeakyReLU" or "ELU" => Rectifier(kind),
            "PReLU" => PReLU(),
            "RMSNormalization" => new RMSNormalizationLayer(kind, shape, 1e-6f),
            "GaussianNoise" => new PassingLayer("GaussianNoise(0.1f)", shape, isRandom: true, passesMask: true),
            "RandomFlip" or "RandomRotation" or "RandomZoom" => Augmentation(kind == "RandomFlip" ? kind : $"{kind}(0.2f)"),
            "RandomTranslation" => Augmentation("RandomTranslation(0.2f, 0.1f)"),
            "LayerNormalization" or "BatchNormalization" => Normalization(kind),
            "Rescaling" => new RescalingLayer("Rescaling(0.5f, 0.25f)", shape, 0.5f, 0.25f),
            "Masking" => new MaskingLayer("Masking", shape, 0),
            "Flatten" => new PassingLayer(kind, [shape.Aggregate(1, (size, next) => size * next)], isRandom: false, passesMask: false),
            "Reshape" => Reshape(),
            "RepeatVector" => RepeatVector(),
            "Permute" => Permute(),
            "Conv1D" or "Conv2D" => Convolution(kind),
            "DepthwiseConv1D" or "DepthwiseConv2D" or "SeparableConv1D" or "SeparableConv2D" => Depthwise(kind),
            "Conv2DTranspose" => Transposed(),
            "MaxPooling1D" or "MaxPooling2D" or "AveragePooling1D" or "AveragePooling2D" => Pooling(kind),
            "GlobalMaxPooling1D" or "GlobalAveragePooling1D" or "GlobalMaxPooling2D" or "GlobalAveragePooling2D" => GlobalPooling(kind),
            "UpSampling1D" or "UpSampling2D" => UpSampling(kind),
            "ZeroPadding1D" or "ZeroPadding2D" or "Cropping1D" or "Cropping2D" => Frame(kind),
            "MultiHeadAttention" or "Attention" or "AdditiveAttention" => Attention(kind, shape),
            _ => Recurrent(kind),
        };

    /// <summary>An attention to a sequence of a shape.</summary>
    public Layer Attention(string kind, int[] value)
    {
        bool isCausal = random.Chance(0.4), drops = random.Chance(0.2);
        if (kind != "MultiHeadAttention")
        {
            bool isAdditive = kind == "AdditiveAttention";
            var score = new ScoreOptions(IsConcat: !isAdditive && random.Chance(0.3), isAdditive, UseScale: random.Chance(isAdditive ? 0.8 : 0.5));
            string declared = new Options(kind).With("UseScale", score.UseScale, isAdditive).With("ScoreMode", score.IsConcat ? ScoreMode.Concat : ScoreMode.Dot, ScoreMode.Dot)
                .With("Causal", isCausal, false).With("Dropout", drops ? 0.3f : 0, 0f).ToString();
            return new AttentionLayer(declared, shape, value, score, isCausal, drops);
        }

        int keyDim = random.Chance(0.5) ? random.Next(1, 9) : random.One(15, 16, 17, 32), valueDim = random.Chance(0.6) ? keyDim : random.One(1, 5, 16, 17);
        var options = new AttentionOptions(random.Next(1, 4), keyDim, valueDim, random.Chance(0.8), isCausal, drops);
        string attribute = new Options("MultiHeadAttention", options.Heads, keyDim).With("ValueDim", valueDim == keyDim ? 0 : valueDim, 0)
            .With("Causal", options.IsCausal, false).With("UseBias", options.UseBias, true).With("Dropout", options.Drops ? 0.3f : 0, 0f).ToString();
        return new MultiHeadAttentionLayer(attribute, shape, value, options);
    }

    private DenseLayer Dense(string kind)
    {
        int units = random.Width(isLarge);
        Activation activation = random.Form(units);
        bool useBias = random.Chance(0.8);
        string attribute = new Options("Dense", units, activation).With("UseBias", useBias, true).ToString();
        return new DenseLayer(kind == "Dense" ? attribute : $"TimeDistributed, {attribute}", shape, units, activation, useBias);
    }

    private ActivationLayer Activated()
    {
        Activation activation = random.Form(Last);
        return new ActivationLayer(new Options("Activation", activation).ToString(), shape, activation);
    }

    private RectifierLayer Rectifier(string kind)
    {
        if (kind == "ELU")
            return Of(random.One(1f, 0.5f), 0, float.PositiveInfinity, 0, alpha => new Options(kind, alpha));
        float slope = random.One(0, 0.2f, 0.3f, 1.5f), most = random.One(float.PositiveInfinity, 6, 0.5f), threshold = random.One(0, 0, 0.25f);
        return kind == "LeakyReLU"
            ? Of(0, slope, float.PositiveInfinity, 0, _ => new Options(kind, slope))
            : Of(0, slope, most, threshold, _ => new Options(kind).With("NegativeSlope", slope, 0).With("MaxValue", most, float.PositiveInfinity).With("Threshold", threshold, 0));

        RectifierLayer Of(float alpha, float negativeSlope, float largest, float from, Func<float, Options> written)
            => new(written(alpha).ToString(), shape, kind == "ELU" ? alpha : null, negativeSlope, largest, from);
    }

    private PReLULayer PReLU()
    {
        int[] shared = [.. Enumerable.Range(1, shape.Length).Where(_ => random.Chance(0.5))];
        return new PReLULayer(new Options("PReLU", [.. shared.Cast<object>()]).ToString(), shape, shared);
    }

    private PassingLayer Augmentation(string attribute) => new(attribute, shape, isRandom: true, passesMask: false, isAugmentation: true);

    private Layer Normalization(string kind)
    {
        (bool center, bool scale) = (random.Chance(0.7), random.Chance(0.7));
        float epsilon = random.One(1e-3f, 1e-2f);
        string attribute = new Options(kind).With("Center", center, true).With("Scale", scale, true).With("Epsilon", epsilon, 1e-3f).ToString();
        return kind == "LayerNormalization"
            ? new LayerNormalizationLayer(attribute, shape, epsilon, center, scale)
            : new BatchNormalizationLayer(attribute, shape, epsilon, center, scale);
    }

    private GroupNormalizationLayer GroupNormalization()
    {
        int groups = random.One([-1, .. Enumerable.Range(1, Last).Where(divisor => Last % divisor == 0)]);
        (bool center, bool scale) = (random.Chance(0.7), random.Chance(0.7));
        float epsilon = random.One(1e-3f, 1e-2f);
        string attribute = new Options("GroupNormalization").With("Groups", groups, 32).With("Center", center, true).With("Scale", scale, true).With("Epsilon", epsilon, 1e-3f).ToString();
        return new GroupNormalizationLayer(attribute, shape, groups < 0 ? Last : groups, epsilon, center, scale);
    }

    private PositionEmbeddingLayer PositionEmbedding()
    {
        int length = random.Chance(0.5) ? 0 : shape[0] + random.Next(0, 5);
        return new PositionEmbeddingLayer(length == 0 ? "PositionEmbedding" : $"PositionEmbedding({length})", shape);
    }

    private PassingLayer Reshape()
    {
        int size = shape.Aggregate(1, (product, next) => product * next);
        int first = Divisor(size), second = Divisor(size / first);
        int[] target = random.Chance(0.5) ? [first, size / first] : random.Chance(0.8) ? [first, second, size / first / second] : [size];
        return new PassingLayer(new Options("Reshape", [.. target.Cast<object>()]).ToString(), target, isRandom: false, passesMask: false);

        int Divisor(int number) => random.One([.. Enumerable.Range(1, Math.Min(number, 40)).Where(divisor => number % divisor == 0)]);
    }

    private PickingLayer RepeatVector()
    {
        int count = random.Next(1, 6);
        return new PickingLayer($"RepeatVector({count})", [count, Last], place => place[1]);
    }

    private PickingLayer Permute()
    {
        int[] order = [.. Enumerable.Range(0, shape.Length)];
        random.Shuffle(order);
        int[] target = [.. order.Select(axis => shape[axis])];
        return new PickingLayer(new Options("Permute", [.. order.Select(axis => (object)(axis + 1))]).ToString(), target, place =>
        {
            var source = new int[place.Length];
            for (int axis = 0; axis < place.Length; axis++)
                source[order[axis]] = place[axis];
            return source.Zip(shape).Aggregate(0, (at, axis) => (at * axis.Second) + axis.First);
        });
    }

    private Layer UpSampling(string kind)
    {
        int rows = random.Next(1, 4), columns = random.Next(1, 4);
        if (kind == "UpSampling1D")
            return new PickingLayer($"UpSampling1D({columns})", [shape[0] * columns, Last], place => (place[0] / columns * Last) + place[1]);
        return random.Chance(0.4)
            ? new BilinearLayer(new Options(kind, rows, columns).With("Interpolation", Interpolation.Bilinear, Interpolation.Nearest).ToString(), shape, rows, columns)
            : new PickingLayer(
                new Options(kind, rows, columns).ToString(), [shape[0] * rows, shape[1] * columns, Last],
                place => (((place[0] / rows * shape[1]) + (place[1] / columns)) * Last) + place[2]);
    }

    private PickingLayer? Frame(string kind)
    {
        bool isImage = kind.EndsWith("2D", StringComparison.Ordinal), crops = kind.StartsWith("Cropping", StringComparison.Ordinal);
        int[] sides = [.. Enumerable.Range(0, isImage ? 4 : 2).Select(_ => random.Next(0, 3))];
        (int top, int bottom, int left, int right) = isImage ? (sides[0], sides[1], sides[2], sides[3]) : (0, 0, sides[0], sides[1]);
        int sign = crops ? -1 : 1, height = isImage ? shape[0] : 1, width = shape[^2];
        int rows = height + (sign * (top + bottom)), columns = width + (sign * (left + right));
        if (rows < 1 || columns < 1)
            return null;
        return new PickingLayer(
            new Options(kind, [.. sides.Cast<object>()]).ToString(), isImage ? [rows, columns, Last] : [columns, Last],
            place =>
            {
                int row = (isImage ? place[0] : 0) - (sign * top), column = place[^2] - (sign * left);
                return row < 0 || row >= height || column < 0 || column >= width ? -1 : (((row * width) + column) * Last) + place[^1];
            });
    }
}

namespace StaticNet.Generators.Tests;

/// <summary>SNET011 and SNET018 to SNET024: what can be wrong with the shapes of images.</summary>
public sealed class ImageDiagnosticsTests
{
    public static TheoryData<string, string> ImageLayers => new()
    {
        { "Conv2D(8, 3)", "Conv2D 'conv2d'" },
        { "DepthwiseConv2D(3)", "DepthwiseConv2D 'depthwise_conv2d'" },
        { "SeparableConv2D(8, 3)", "SeparableConv2D 'separable_conv2d'" },
        { "Conv2DTranspose(8, 3)", "Conv2DTranspose 'conv2d_transpose'" },
        { "MaxPooling2D", "MaxPooling2D 'max_pooling2d'" },
        { "AveragePooling2D(2)", "AveragePooling2D 'average_pooling2d'" },
        { "GlobalMaxPooling2D", "GlobalMaxPooling2D 'global_max_pooling2d'" },
        { "GlobalAveragePooling2D(KeepDims = true)", "GlobalAveragePooling2D 'global_average_pooling2d'" },
        { "ZeroPadding2D", "ZeroPadding2D 'zero_padding2d'" },
        { "Cropping2D(1)", "Cropping2D 'cropping2d'" },
        { "UpSampling2D(Name = \"larger\")", "UpSampling2D 'larger'" },
        { "SpatialDropout2D(0.5f)", "SpatialDropout2D 'spatial_dropout2d'" },
        { "RandomFlip", "RandomFlip 'random_flip'" },
        { "RandomTranslation(0.1f, 0.1f)", "RandomTranslation 'random_translation'" },
        { "RandomRotation(0.1f)", "RandomRotation 'random_rotation'" },
        { "RandomZoom(0.1f)", "RandomZoom 'random_zoom'" },
    };

    [Theory]
    [MemberData(nameof(ImageLayers))]
    public void ALayerOfImagesTakesNoRow(string layer, string title)
    {
        Expect.Diagnostics(
            Model("784", $"{{|SNET011:{layer}|}}"),
            $"{title} takes an image of (height, width, channels), but (784) comes in from the input: put [Reshape(28, 28, 1)] above it");
        Expect.NoDiagnostics(Model("784", "Reshape(28, 28, 1)", layer));
    }

    [Theory]
    [InlineData("28, 28", "write [Model(28, 28, 1)]")]
    [InlineData("3072", "put [Reshape(32, 32, 3)] above it")]
    [InlineData("64", "put [Reshape(8, 8, 1)] above it")]
    [InlineData("10", "put [Reshape(height, width, channels)] above it")]
    [InlineData("1", "put [Reshape(height, width, channels)] above it")]
    [InlineData("4, 16, 16, 3", "put [Reshape(4, 16, 48)] above it")]
    public void WhatMakesAnImageOfAnotherRank(string shape, string remedy) => Expect.Diagnostics(
        Model(shape, "{|SNET011:GlobalMaxPooling2D|}"),
        $"GlobalMaxPooling2D 'global_max_pooling2d' takes an image of (height, width, channels), but ({shape}) comes in from the input: {remedy}");

    [Fact]
    public void AnImageWithoutChannelsFromAnotherLayer() => Expect.Diagnostics(
        Model("28, 28", "Dropout(0.1f, Name = \"noise\")", "{|SNET011:Conv2D(8, 3, ReLU)|}"),
        "Conv2D 'conv2d' takes an image of (height, width, channels), but (28, 28) comes in from Dropout 'noise': put [Reshape(28, 28, 1)] above it");

    [Fact]
    public void ALayerOfImagesBehindFlatten() => Expect.Diagnostics(
        Model("28, 28, 1", "Flatten", "{|SNET011:MaxPooling2D|}"),
        "MaxPooling2D 'max_pooling2d' takes an image of (height, width, channels), but (784) comes in from Flatten 'flatten': put [Reshape(28, 28, 1)] above it");

    [Fact]
    public void APermutationOfFourAxes() => Expect.Diagnostics(
        Model("2, 3, 4, 5", "{|SNET011:Permute(4, 3, 2, 1)|}"),
        "Permute 'permute' takes at most three axes, but (2, 3, 4, 5) comes in from the input: put [Reshape(2, 3, 20)] above it and permute that");

    [Theory]
    [InlineData("784", "Reshape(28, 28, 1)", "Conv2D(8, 3)")]
    [InlineData("2, 3, 4, 5", "Reshape(2, 3, 20)", "Permute(3, 2, 1)")]
    [InlineData("28, 28, 1", "Conv2D(8, 3)", "Permute(3, 1, 2)")]
    [InlineData("2, 3, 4, 5", "Permute(1, 2, 3, 4)", "Flatten")]
    public void WhatHasTheRightRank(string shape, string first, string second) => Expect.NoDiagnostics(Model(shape, first, second));

    // Dense works along the last axis of anything, as Keras' does.
    [Theory]
    [InlineData("784")]
    [InlineData("28, 28")]
    [InlineData("28, 28, 1")]
    [InlineData("2, 3, 4, 5")]
    public void LayersOfAnyRank(string shape)
    {
        Expect.NoDiagnostics(Model(shape, "Dense(2)"));
        Expect.NoDiagnostics(Model(shape, "BatchNormalization", "LayerNormalization", "GaussianNoise(0.1f)", "Rescaling(2)", "Activation(Tanh)", "Flatten"));
    }

    [Theory]
    [InlineData("3, 3, 8", "MaxPooling2D({|SNET018:5|})", "MaxPooling2D 'max_pooling2d': a window of 5 x 5", "3 x 3 pixels of (3, 3, 8)", "3 x 3")]
    [InlineData("1, 1, 2", "{|SNET018:MaxPooling2D|}", "MaxPooling2D 'max_pooling2d': a window of 2 x 2", "1 x 1 pixels of (1, 1, 2)", "1 x 1")]
    [InlineData("5, 4, 1", "AveragePooling2D({|SNET018:poolSize: 5|}, Strides = 1)", "AveragePooling2D 'average_pooling2d': a window of 5 x 5", "5 x 4 pixels of (5, 4, 1)", "5 x 4")]
    [InlineData("5, 4, 1", "AveragePooling2D(1, {|SNET018:5|})", "AveragePooling2D 'average_pooling2d': a window of 1 x 5", "5 x 4 pixels of (5, 4, 1)", "5 x 4")]
    [InlineData("2, 9, 3", "Conv2D(4, {|SNET018:3|}, 3, ReLU)", "Conv2D 'conv2d': a window of 3 x 3", "2 x 9 pixels of (2, 9, 3)", "2 x 9")]
    [InlineData("4, 4, 3", "DepthwiseConv2D({|SNET018:5|}, DepthMultiplier = 2)", "DepthwiseConv2D 'depthwise_conv2d': a window of 5 x 5", "4 x 4 pixels of (4, 4, 3)", "4 x 4")]
    [InlineData("4, 4, 3", "SeparableConv2D(2, {|SNET018:1_000|})", "SeparableConv2D 'separable_conv2d': a window of 1,000 x 1,000", "4 x 4 pixels of (4, 4, 3)", "4 x 4")]
    [InlineData("4, 4, 3", "Conv2D(8, {|SNET018:3|}, DilationRate = 2)", "Conv2D 'conv2d': a window of 3 x 3, which spans 5 x 5 at a dilation rate of 2 x 2,", "4 x 4 pixels of (4, 4, 3)", "2 x 2")]
    [InlineData("9, 4, 3", "SeparableConv2D(8, 3, {|SNET018:3|}, DilationWidth = 2)", "SeparableConv2D 'separable_conv2d': a window of 3 x 3, which spans 3 x 5 at a dilation rate of 1 x 2,", "9 x 4 pixels of (9, 4, 3)", "9 x 2")]
    [InlineData("28, 28, 1", "DepthwiseConv2D({|SNET018:3|}, DilationRate = 10_000)", "DepthwiseConv2D 'depthwise_conv2d': a window of 3 x 3, which spans 20,001 x 20,001 at a dilation rate of 10,000 x 10,000,", "28 x 28 pixels of (28, 28, 1)", "1 x 1")]
    public void AWindowLargerThanTheImage(string shape, string layer, string window, string pixels, string most) => Expect.Diagnostics(
        Model(shape, layer),
        $"{window} does not fit into the {pixels} that come in from the input: use Padding = Padding.Same or a window of at most {most}");

    [Fact]
    public void AWindowLargerThanWhatIsLeftOfTheImage() => Expect.Diagnostics(
        Model("8, 8, 1", "Conv2D(16, 3, ReLU)", "MaxPooling2D(2)", "Conv2D(16, 3, ReLU)", "MaxPooling2D({|SNET018:2|})"),
        "MaxPooling2D 'max_pooling2d_1': a window of 2 x 2 does not fit into the 1 x 1 pixels of (1, 1, 16) that come in from Conv2D 'conv2d_1': use Padding = Padding.Same or a window of at most 1 x 1");

    [Theory]
    [InlineData("3, 3, 8", "MaxPooling2D(3)")]
    [InlineData("3, 5, 8", "Conv2D(2, 3, 5)")]
    [InlineData("5, 5, 8", "Conv2D(2, 3, DilationRate = 2)")]
    [InlineData("1, 1, 8", "MaxPooling2D(5, Padding = Padding.Same)")]
    [InlineData("1, 1, 8", "Conv2D(2, 3, DilationRate = 4, Padding = Padding.Same)")]
    [InlineData("1, 1, 8", "Conv2DTranspose(2, 5)")]
    [InlineData("28, 28, 1", "Conv2D(2, 3, Strides = 100)")]
    [InlineData("28, 28, 1", "Conv2D(2, 3, Strides = 16_384)")]
    public void AWindowThatFits(string shape, string layer) => Expect.NoDiagnostics(Model(shape, layer));

    [Fact]
    public void StridesAsLargeAsCanBeLeaveOnePixel()
        => Assert.Equal([1, 1, 2], Plans.Of("[Model(28, 28, 1), Conv2D(2, 3, Strides = 16_384, Padding = Padding.Same)]").OutputShape);

    [Fact]
    public void TheWindowThatTheMessageNamesFits() => Messages.AreRightAbout(
        from height in Enumerable.Range(1, 4)
        from width in new[] { 1, 4 }
        from kernel in Enumerable.Range(1, 5)
        from dilation in Enumerable.Range(1, 3)
        select (height, width, kernel, dilation),
        model => $"[Model({model.height}, {model.width}, 2), Conv2D(3, {model.kernel}, DilationRate = {model.dilation})]",
        (model, message) =>
        {
            string[] most = message[(message.LastIndexOf("at most ", StringComparison.Ordinal) + "at most ".Length)..].Split(" x ");
            return
            [
                $"[Model({model.height}, {model.width}, 2), Conv2D(3, {most[0]}, {most[1]}, DilationRate = {model.dilation})]",
                $"[Model({model.height}, {model.width}, 2), Conv2D(3, {model.kernel}, DilationRate = {model.dilation}, Padding = Padding.Same)]",
            ];
        });

    [Theory]
    [InlineData("Conv2D(8, 3, Strides = 2, {|SNET019:DilationRate = 2|})", "Conv2D 'conv2d'", "2 x 2", "2 x 2")]
    [InlineData("Conv2D(8, 3, {|SNET019:DilationHeight = 2|}, StrideWidth = 3, Name = \"wide\")", "Conv2D 'wide'", "1 x 3", "2 x 1")]
    [InlineData("DepthwiseConv2D(3, {|SNET019:DilationWidth = 4|}, Strides = 2)", "DepthwiseConv2D 'depthwise_conv2d'", "2 x 2", "1 x 4")]
    [InlineData("SeparableConv2D(8, 3, {|SNET019:DilationRate = 3|}, StrideHeight = 2)", "SeparableConv2D 'separable_conv2d'", "2 x 1", "3 x 3")]
    [InlineData("Conv2DTranspose(8, 3, {|SNET019:DilationRate = 3|}, Strides = 2)", "Conv2DTranspose 'conv2d_transpose'", "2 x 2", "3 x 3")]
    public void StridesAndDilation(string layer, string title, string strides, string dilation) => Expect.Diagnostics(
        Model("28, 28, 4", layer),
        $"{title} has strides of {strides} and a dilation rate of {dilation}; only one of them may be above 1, as in Keras: remove the strides or the dilation rate");

    [Theory]
    [InlineData("Conv2D(8, 3, Strides = 2)")]
    [InlineData("Conv2D(8, 3, Strides = 2, DilationRate = 1)")]
    [InlineData("Conv2D(8, 3, DilationRate = 2, Strides = 1)")]
    [InlineData("Conv2D(8, 3, DilationRate = 2, DilationHeight = 1, DilationWidth = 1, Strides = 2)")]
    [InlineData("Conv2DTranspose(8, 3, DilationRate = 2)")]
    [InlineData("SeparableConv2D(8, 3, StrideHeight = 2)")]
    public void OneOfStridesAndDilation(string layer) => Expect.NoDiagnostics(Model("28, 28, 4", layer));

    [Theory]
    [InlineData("28, 28, 8", "Conv2D(10, 3, {|SNET020:Groups = 4|})", "4 groups do not divide the 10 filters: use 12 filters or 2 groups")]
    [InlineData("28, 28, 9", "Conv2D(10, 3, {|SNET020:Groups = 3|})", "3 groups do not divide the 10 filters: use 9 filters or one group")]
    [InlineData("28, 28, 9", "Conv2D(1, 3, {|SNET020:Groups = 3|})", "3 groups do not divide the 1 filters: use 3 filters or one group")]
    [InlineData("28, 28, 3", "Conv2D(8, 3, {|SNET020:Groups = 2|})", "2 groups do not divide the 3 channels of (28, 28, 3) that come in from the input: use one group")]
    [InlineData("28, 28, 6", "Conv2D(6, 3, {|SNET020:Groups = 4|})", "4 groups do not divide the 6 channels of (28, 28, 6) that come in from the input: use 3 groups")]
    [InlineData("28, 28, 8", "Conv2D(8, 3, {|SNET020:Groups = int.MaxValue|})", "2,147,483,647 groups do not divide the 8 channels of (28, 28, 8) that come in from the input: use 8 groups")]
    public void GroupsThatDoNotDivide(string shape, string layer, string message)
        => Expect.Diagnostics(Model(shape, layer), $"Conv2D 'conv2d': {message}");

    [Fact]
    public void GroupsThatDoNotDivideTheChannelsOfAnotherLayer() => Expect.Diagnostics(
        Model("28, 28, 1", "Conv2D(6, 3)", "Conv2D(8, 3, {|SNET020:Groups = 4|}, Name = \"grouped\")"),
        "Conv2D 'grouped': 4 groups do not divide the 6 channels of (26, 26, 6) that come in from Conv2D 'conv2d': use 2 groups");

    [Fact]
    public void TheGroupsThatTheMessageNamesDivide() => Messages.AreRightAbout(
        from channels in new[] { 1, 2, 3, 4, 6, 8, 9, 12 }
        from filters in new[] { 1, 2, 3, 4, 8, 9, 10 }
        from groups in Enumerable.Range(1, 6)
        select (channels, filters, groups),
        model => $"[Model(3, 3, {model.channels}), Conv2D({model.filters}, 3, Groups = {model.groups})]",
        (model, message) =>
        {
            string[] advice = message[(message.LastIndexOf(": use ", StringComparison.Ordinal) + ": use ".Length)..].Split(" or ");
            return advice.Select(words => (Number: words.Split(' ')[0].Replace("one", "1", StringComparison.Ordinal), What: words.Split(' ')[1]))
                .Select(change => change.What == "filters"
                    ? $"[Model(3, 3, {model.channels}), Conv2D({change.Number}, 3, Groups = {model.groups})]"
                    : $"[Model(3, 3, {model.channels}), Conv2D({model.filters}, 3, Groups = {change.Number})]");
        });

    [Theory]
    [InlineData("784", "Reshape({|SNET021:28|}, 27, 1)", "(28, 27, 1) holds 756 numbers", "(784) with 784", "(28, 28, 1)")]
    [InlineData("784", "Reshape({|SNET021:27|}, 28)", "(27, 28) holds 756 numbers", "(784) with 784", "(28, 28)")]
    [InlineData("28, 28", "Reshape({|SNET021:targetShape: 785|})", "(785) holds 785 numbers", "(28, 28) with 784", "(784)")]
    [InlineData("784", "Reshape({|SNET021:5|}, 5)", "(5, 5) holds 25 numbers", "(784) with 784", "(784)")]
    [InlineData("784", "Reshape({|SNET021:-1|}, 5)", "(-1, 5) holds a multiple of 5 numbers", "(784) with 784", "(-1, 4)")]
    [InlineData("784", "Reshape({|SNET021:30|}, -1, 1)", "(30, -1, 1) holds a multiple of 30 numbers", "(784) with 784", "(28, -1, 1)")]
    [InlineData("10", "Reshape({|SNET021:20|}, -1)", "(20, -1) holds a multiple of 20 numbers", "(10) with 10", "(10, -1)")]
    [InlineData("784", "Reshape({|SNET021:-1|}, 5, 3)", "(-1, 5, 3) holds a multiple of 15 numbers", "(784) with 784", "(784)")]
    [InlineData("40, 30", "Reshape({|SNET021:1_000|})", "(1000) holds 1,000 numbers", "(40, 30) with 1,200", "(1200)")]
    [InlineData("784", "Reshape({|SNET021:65536|}, 65536, 5)", "(65536, 65536, 5) holds far more numbers", "(784) with 784", "(784)")]
    [InlineData("784", "Reshape({|SNET021:int.MaxValue|}, int.MaxValue, int.MaxValue, 2)", "(2147483647, 2147483647, 2147483647, 2) holds far more numbers", "(784) with 784", "(784)")]
    public void ANewShapeOfAnotherCount(string shape, string layer, string holds, string comes, string remedy) => Expect.Diagnostics(
        Model(shape, layer), $"Reshape 'reshape': {holds}, but {comes} comes in from the input: use {remedy}");

    [Fact]
    public void ANewShapeOfAnotherCountThanALayerGives() => Expect.Diagnostics(
        Model("784", "Dense(48)", "Reshape({|SNET021:4|}, 4, 4, Name = \"image\")"),
        "Reshape 'image': (4, 4, 4) holds 64 numbers, but (48) with 48 comes in from Dense 'dense': use (4, 4, 3)");

    [Theory]
    [InlineData("Reshape({|SNET007:-1|}, -1)", "(-1, -1)")]
    [InlineData("Reshape({|SNET007:0|}, 784)", "(0, 784)")]
    [InlineData("Reshape({|SNET007:28|}, 28, 0)", "(28, 28, 0)")]
    [InlineData("Reshape({|SNET007:-2|}, 392)", "(-2, 392)")]
    [InlineData("{|SNET007:Reshape|}", "missing")]
    [InlineData("{|SNET007:Reshape()|}", "missing")]
    [InlineData("Reshape({|SNET007:null|})", "missing")]
    public void ANewShapeWithSizesThatAreNone(string layer, string shape) => Expect.Diagnostics(
        Model("784", layer), $"Reshape 'reshape': targetShape is {shape}; expected sizes of at least 1, of which one may be -1");

    [Theory]
    [InlineData("Reshape(784)")]
    [InlineData("Reshape(-1)")]
    [InlineData("Reshape(28, -1)")]
    [InlineData("Reshape(-1, 7, 1, 7)")]
    [InlineData("Reshape(784, -1, 1)")]
    public void ANewShapeThatHoldsAsMany(string layer) => Expect.NoDiagnostics(Model("784", layer));

    [Fact]
    public void TheNewShapeThatTheMessageNamesHoldsAsMany()
    {
        int[] sizes = [-1, 1, 2, 3, 5, 28, 900];
        Messages.AreRightAbout(
            from count in new[] { 784, 30 }
            from first in sizes
            from second in sizes
            from third in sizes
            where new[] { first, second, third }.Count(size => size == -1) < 2
            select (count, first, second, third),
            model => $"[Model({model.count}), Reshape({model.first}, {model.second}, {model.third})]",
            (model, message) => [$"[Model({model.count}), Reshape{message[message.LastIndexOf('(')..]}]"]);
    }

    [Theory]
    [InlineData("4, 3", "Permute({|SNET022:0|}, 1)", "(0, 1) does not name each of the axes 1 to 2 of (4, 3) once: use (2, 1)")]
    [InlineData("4, 3", "Permute({|SNET022:1|}, 1)", "(1, 1) does not name each of the axes 1 to 2 of (4, 3) once: use (1, 2)")]
    [InlineData("4, 3", "Permute({|SNET022:2|})", "(2) does not name each of the axes 1 to 2 of (4, 3) once: use (2, 1)")]
    [InlineData("4, 3", "Permute({|SNET022:1|}, 2, 3)", "(1, 2, 3) does not name each of the axes 1 to 2 of (4, 3) once: use (1, 2)")]
    [InlineData("4, 3, 2", "Permute({|SNET022:dims: new[] { 3, 4, 2 }|})", "(3, 4, 2) does not name each of the axes 1 to 3 of (4, 3, 2) once: use (3, 1, 2)")]
    [InlineData("4, 3, 2", "Permute({|SNET022:-1|}, 0, 2)", "(-1, 0, 2) does not name each of the axes 1 to 3 of (4, 3, 2) once: use (1, 3, 2)")]
    [InlineData("4", "{|SNET022:Permute|}", "() does not name each of the axes 1 to 1 of (4) once: use (1)")]
    [InlineData("4, 3", "Permute({|SNET022:null|})", "() does not name each of the axes 1 to 2 of (4, 3) once: use (1, 2)")]
    public void AxesThatAreNoPermutation(string shape, string layer, string message)
        => Expect.Diagnostics(Model(shape, layer), $"Permute 'permute': {message}");

    [Fact]
    public void ThePermutationThatTheMessageNamesIsOne()
    {
        int[] axes = [0, 1, 2, 3, 4];
        IEnumerable<string> dims =
        [
            "", .. axes.Select(axis => $"{axis}"),
            .. from first in axes from second in axes select $"{first}, {second}",
            .. from first in axes from second in axes from third in axes select $"{first}, {second}, {third}",
        ];
        Messages.AreRightAbout(
            from shape in new[] { "4", "4, 3", "4, 3, 2" }
            from written in dims
            select (shape, written),
            model => $"[Model({model.shape}), Permute({model.written})]",
            (model, message) => [$"[Model({model.shape}), Permute{message[message.LastIndexOf('(')..]}]"]);
    }

    [Theory]
    [InlineData("10, 28, 1", "Cropping2D({|SNET023:5|})", "10 of the 10 rows of (10, 28, 1)", "4 on each side")]
    [InlineData("10, 28, 1", "Cropping2D({|SNET023:cropping: 9|})", "18 of the 10 rows of (10, 28, 1)", "4 on each side")]
    [InlineData("10, 28, 1", "Cropping2D(2, {|SNET023:14|})", "28 of the 28 columns of (10, 28, 1)", "13 on each side")]
    [InlineData("10, 28, 1", "Cropping2D({|SNET023:height: 5|}, width: 2)", "10 of the 10 rows of (10, 28, 1)", "4 on each side")]
    [InlineData("10, 28, 1", "Cropping2D({|SNET023:4|}, 6, 2, 2)", "10 of the 10 rows of (10, 28, 1)", "9 in all")]
    [InlineData("10, 28, 1", "Cropping2D(4, 5, {|SNET023:28|}, 0)", "28 of the 28 columns of (10, 28, 1)", "27 in all")]
    [InlineData("1, 28, 1", "Cropping2D({|SNET023:1|}, 0)", "2 of the 1 rows of (1, 28, 1)", "0 on each side")]
    [InlineData("10, 28, 1", "Cropping2D({|SNET023:int.MaxValue|}, int.MaxValue, 0, 0)", "4,294,967,294 of the 10 rows of (10, 28, 1)", "9 in all")]
    public void CroppingThatLeavesNothing(string shape, string layer, string taken, string most) => Expect.Diagnostics(
        Model(shape, layer), $"Cropping2D 'cropping2d' takes {taken} that come in from the input: take at most {most}");

    [Fact]
    public void CroppingThatLeavesNothingOnEitherAxis() => Expect.Diagnostics(
        Model("8, 6, 1", "Conv2D(3, 3)", "Cropping2D({|SNET023:{|SNET023:3|}|}, Name = \"cut\")"),
        "Cropping2D 'cut' takes 6 of the 6 rows of (6, 4, 3) that come in from Conv2D 'conv2d': take at most 2 on each side",
        "Cropping2D 'cut' takes 6 of the 4 columns of (6, 4, 3) that come in from Conv2D 'conv2d': take at most 1 on each side");

    [Fact]
    public void TheCroppingThatTheMessageNamesLeavesPixels() => Messages.AreRightAbout(
        from rows in Enumerable.Range(1, 6)
        from crop in Enumerable.Range(0, 5)
        from form in new[] { "{0}, 0", "{0}, {0}, 0, 0", "{0}, 0, 0, 0" }
        select (rows, crop, form),
        model => $"[Model({model.rows}, 9, 1), Cropping2D({Form(model.form, model.crop)})]",
        (model, message) =>
        {
            string[] most = message[(message.LastIndexOf("at most ", StringComparison.Ordinal) + "at most ".Length)..].Split(' ', 2);
            return [$"[Model({model.rows}, 9, 1), Cropping2D({most[0]}, {(most[1] == "in all" ? "0, 0, 0" : "0")})]"];
        });

    public static TheoryData<string, string> Augmentations => new()
    {
        { "RandomFlip", "RandomFlip 'random_flip'" },
        { "RandomTranslation(0.1f, 0.1f)", "RandomTranslation 'random_translation'" },
        { "RandomRotation(0.1f, Name = \"turn\")", "RandomRotation 'turn'" },
        { "RandomZoom(0.1f)", "RandomZoom 'random_zoom'" },
    };

    [Theory]
    [MemberData(nameof(Augmentations))]
    public void AugmentationBehindWeights(string layer, string title)
    {
        string behind = $"{title} stands behind Conv2D 'conv2d', which has weights, but passes no gradients back to it: move it above that layer";
        Expect.Diagnostics(Model("28, 28, 3", "Conv2D(8, 3)", $"{{|SNET024:{layer}|}}"), behind);
        Expect.Diagnostics(Model("28, 28, 3", "Conv2D(8, 3)", "MaxPooling2D", "Conv2D(9, 3)", $"{{|SNET024:{layer}|}}", "Flatten"), behind);
        Expect.NoDiagnostics(Model("28, 28, 3", layer, "Conv2D(8, 3)"));
        Expect.NoDiagnostics(Model("784", "Reshape(28, 28, 1)", "Rescaling(0.5f)", "ZeroPadding2D", "AveragePooling2D", "Activation(Tanh)", layer, "Dense(2)"));
    }

    // Its moving averages are weights too.
    [Fact]
    public void AugmentationBehindANormalisation() => Expect.Diagnostics(
        Model("28, 28, 3", "BatchNormalization(Center = false, Scale = false)", "{|SNET024:RandomFlip(FlipMode.Horizontal)|}"),
        "RandomFlip 'random_flip' stands behind BatchNormalization 'batch_normalization', which has weights, but passes no gradients back to it: move it above that layer");

    [Fact]
    public void AugmentationOfARowBehindWeights() => Expect.Diagnostics(
        Model("10", "Dense(9)", "{|SNET024:{|SNET011:RandomFlip|}|}"),
        "RandomFlip 'random_flip' takes an image of (height, width, channels), but (9) comes in from Dense 'dense': put [Reshape(3, 3, 1)] above it",
        "RandomFlip 'random_flip' stands behind Dense 'dense', which has weights, but passes no gradients back to it: move it above that layer");

    private static string Form(string form, int number)
        => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, number);

    private static string Model(string shape, params string[] layers)
        => $"[Model({shape})]\n{string.Concat(layers.Select(layer => $"[{layer}]\n"))}public partial class M;";
}

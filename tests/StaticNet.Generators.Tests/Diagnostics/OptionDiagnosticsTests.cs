namespace StaticNet.Generators.Tests;

/// <summary>SNET007 and SNET008: every option of the layers of images and of normalisations, and the edges of its range.</summary>
public sealed class OptionDiagnosticsTests
{
    private const string Positive = "expected at least 1";
    private const string NotNegative = "expected at least 0";
    private const string FiniteNotNegative = "expected a finite number of at least 0";
    private const string Part = "expected from -1 to 1";
    private const string NearZero = "expected 0 itself or a number that a float can tell from it";
    private const string Finite = "expected a finite number";
    private const string Window = "expected at most 16,384";

    [Theory]
    [InlineData("Conv2D({|SNET007:0|}, 3)", "filters is 0", Positive)]
    [InlineData("Conv2D({|SNET007:-8|}, 3)", "filters is -8", Positive)]
    [InlineData("Conv2D({|SNET007:filters: 0|}, kernelSize: 3)", "filters is 0", Positive)]
    [InlineData("Conv2D(8, {|SNET007:0|})", "kernelSize is 0", Positive)]
    [InlineData("Conv2D(8, {|SNET007:-3|}, ReLU)", "kernelSize is -3", Positive)]
    [InlineData("Conv2D(8, {|SNET007:0|}, 3)", "kernelHeight is 0", Positive)]
    [InlineData("Conv2D(8, 3, {|SNET007:0|})", "kernelWidth is 0", Positive)]
    [InlineData("Conv2D(8, 3, {|SNET007:-2|}, ReLU)", "kernelWidth is -2", Positive)]
    [InlineData("Conv2D(8, 3, {|SNET007:Strides = 0|})", "Strides is 0", Positive)]
    [InlineData("Conv2D(8, 3, {|SNET007:Strides = -2|})", "Strides is -2", Positive)]
    [InlineData("Conv2D(8, 3, {|SNET007:StrideHeight = -1|})", "StrideHeight is -1", Positive)]
    [InlineData("Conv2D(8, 3, StrideHeight = 2, {|SNET007:StrideWidth = -1|})", "StrideWidth is -1", Positive)]
    [InlineData("Conv2D(8, 3, {|SNET007:DilationRate = 0|})", "DilationRate is 0", Positive)]
    [InlineData("Conv2D(8, 3, {|SNET007:DilationRate = int.MinValue|})", "DilationRate is -2,147,483,648", Positive)]
    [InlineData("Conv2D(8, 3, {|SNET007:DilationHeight = -1|})", "DilationHeight is -1", Positive)]
    [InlineData("Conv2D(8, 3, {|SNET007:DilationWidth = -1|})", "DilationWidth is -1", Positive)]
    [InlineData("Conv2D(8, 3, {|SNET007:Groups = 0|})", "Groups is 0", Positive)]
    [InlineData("Conv2D(8, 3, {|SNET007:Groups = -1|})", "Groups is -1", Positive)]
    [InlineData("Conv2D(8, {|SNET007:16_385|})", "kernelSize is 16,385", Window)]
    [InlineData("Conv2D(8, 3, {|SNET007:int.MaxValue|})", "kernelWidth is 2,147,483,647", Window)]
    [InlineData("Conv2D(8, 3, {|SNET007:Strides = int.MaxValue|})", "Strides is 2,147,483,647", Window)]
    [InlineData("Conv2D(8, 3, {|SNET007:StrideHeight = 20_000|})", "StrideHeight is 20,000", Window)]
    [InlineData("Conv2D(8, 3, {|SNET007:DilationRate = int.MaxValue|}, Padding = Padding.Same)", "DilationRate is 2,147,483,647", Window)]
    [InlineData("MaxPooling2D({|SNET007:int.MaxValue|}, Padding = Padding.Same)", "poolSize is 2,147,483,647", Window)]
    [InlineData("UpSampling2D({|SNET007:int.MaxValue|})", "size is 2,147,483,647", Window)]
    [InlineData("DepthwiseConv2D({|SNET007:0|})", "kernelSize is 0", Positive)]
    [InlineData("DepthwiseConv2D(3, {|SNET007:-1|})", "kernelWidth is -1", Positive)]
    [InlineData("DepthwiseConv2D(3, {|SNET007:DepthMultiplier = 0|})", "DepthMultiplier is 0", Positive)]
    [InlineData("DepthwiseConv2D(3, {|SNET007:Strides = 0|})", "Strides is 0", Positive)]
    [InlineData("DepthwiseConv2D(3, {|SNET007:DilationRate = 0|})", "DilationRate is 0", Positive)]
    [InlineData("SeparableConv2D({|SNET007:0|}, 3)", "filters is 0", Positive)]
    [InlineData("SeparableConv2D(8, {|SNET007:0|})", "kernelSize is 0", Positive)]
    [InlineData("SeparableConv2D(8, 3, {|SNET007:DepthMultiplier = -1|})", "DepthMultiplier is -1", Positive)]
    [InlineData("SeparableConv2D(8, 3, {|SNET007:Strides = 0|})", "Strides is 0", Positive)]
    [InlineData("SeparableConv2D(8, 3, {|SNET007:DilationRate = 0|})", "DilationRate is 0", Positive)]
    [InlineData("Conv2DTranspose({|SNET007:0|}, 3)", "filters is 0", Positive)]
    [InlineData("Conv2DTranspose(8, {|SNET007:0|})", "kernelSize is 0", Positive)]
    [InlineData("Conv2DTranspose(8, 3, {|SNET007:Strides = 0|})", "Strides is 0", Positive)]
    [InlineData("Conv2DTranspose(8, 3, {|SNET007:DilationRate = 0|})", "DilationRate is 0", Positive)]
    [InlineData("Conv2DTranspose(8, 3, {|SNET007:OutputPadding = 1|})", "OutputPadding is 1", "expected 0, or -1 for none")]
    [InlineData("Conv2DTranspose(8, 3, Strides = 2, {|SNET007:OutputPadding = 2|})", "OutputPadding is 2", "expected 0 to 1, or -1 for none")]
    [InlineData("Conv2DTranspose(8, 3, Strides = 3, {|SNET007:OutputPadding = -2|})", "OutputPadding is -2", "expected 0 to 2, or -1 for none")]
    [InlineData("Conv2DTranspose(8, 3, Strides = 3, StrideWidth = 2, {|SNET007:OutputPadding = 2|})", "OutputPadding is 2", "expected 0 to 1, or -1 for none")]
    [InlineData("MaxPooling2D({|SNET007:0|})", "poolSize is 0", Positive)]
    [InlineData("MaxPooling2D({|SNET007:poolSize: -1|})", "poolSize is -1", Positive)]
    [InlineData("MaxPooling2D({|SNET007:0|}, 2)", "poolHeight is 0", Positive)]
    [InlineData("MaxPooling2D(2, {|SNET007:0|})", "poolWidth is 0", Positive)]
    [InlineData("MaxPooling2D(2, {|SNET007:Strides = -1|})", "Strides is -1", Positive)]
    [InlineData("MaxPooling2D(2, {|SNET007:StrideHeight = -1|})", "StrideHeight is -1", Positive)]
    [InlineData("MaxPooling2D(2, {|SNET007:StrideWidth = -1|})", "StrideWidth is -1", Positive)]
    [InlineData("MaxPooling2D({|SNET007:16|})", "the pool is 16 x 16", "expected at most 255 pixels, or GlobalMaxPooling2D for those of the whole image")]
    [InlineData("MaxPooling2D({|SNET007:16|}, 17)", "the pool is 16 x 17", "expected at most 255 pixels, or GlobalMaxPooling2D for those of the whole image")]
    [InlineData("AveragePooling2D({|SNET007:0|})", "poolSize is 0", Positive)]
    [InlineData("AveragePooling2D(2, {|SNET007:-2|})", "poolWidth is -2", Positive)]
    [InlineData("AveragePooling2D(2, {|SNET007:Strides = -1|})", "Strides is -1", Positive)]
    [InlineData("ZeroPadding2D({|SNET007:-1|})", "padding is -1", NotNegative)]
    [InlineData("ZeroPadding2D({|SNET007:-1|}, 0)", "height is -1", NotNegative)]
    [InlineData("ZeroPadding2D(0, {|SNET007:-1|})", "width is -1", NotNegative)]
    [InlineData("ZeroPadding2D({|SNET007:-1|}, 0, 0, 0)", "top is -1", NotNegative)]
    [InlineData("ZeroPadding2D(0, {|SNET007:-1|}, 0, 0)", "bottom is -1", NotNegative)]
    [InlineData("ZeroPadding2D(0, 0, {|SNET007:-1|}, 0)", "left is -1", NotNegative)]
    [InlineData("ZeroPadding2D(0, 0, 0, {|SNET007:right: -1|})", "right is -1", NotNegative)]
    [InlineData("Cropping2D({|SNET007:-1|})", "cropping is -1", NotNegative)]
    [InlineData("Cropping2D(1, {|SNET007:-1|})", "width is -1", NotNegative)]
    [InlineData("Cropping2D(0, {|SNET007:int.MinValue|}, 0, 0)", "bottom is -2,147,483,648", NotNegative)]
    [InlineData("UpSampling2D({|SNET007:0|})", "size is 0", Positive)]
    [InlineData("UpSampling2D({|SNET007:0|}, 2)", "height is 0", Positive)]
    [InlineData("UpSampling2D(2, {|SNET007:-1|})", "width is -1", Positive)]
    [InlineData("BatchNormalization({|SNET007:Momentum = 1|})", "Momentum is 1", "expected at least 0 and less than 1")]
    [InlineData("BatchNormalization({|SNET007:Momentum = -0.1f|})", "Momentum is -0.1", "expected at least 0 and less than 1")]
    [InlineData("BatchNormalization({|SNET007:Momentum = float.NaN|})", "Momentum is NaN", "expected at least 0 and less than 1")]
    [InlineData("BatchNormalization({|SNET007:Epsilon = 0|})", "Epsilon is 0", "expected a number above 0")]
    [InlineData("BatchNormalization({|SNET007:Epsilon = -1e-3f|})", "Epsilon is -0.001", "expected a number above 0")]
    [InlineData("BatchNormalization({|SNET007:Epsilon = float.PositiveInfinity|})", "Epsilon is Infinity", "expected a number above 0")]
    [InlineData("LayerNormalization({|SNET007:Epsilon = 0|})", "Epsilon is 0", "expected a number above 0")]
    [InlineData("LayerNormalization({|SNET007:Epsilon = float.NaN|})", "Epsilon is NaN", "expected a number above 0")]
    [InlineData("BatchNormalization({|SNET007:Momentum = 0.9999999999|})", "Momentum is 0.9999999999, which is 1 as a float", "expected at least 0 and less than 1")]
    [InlineData("BatchNormalization({|SNET007:Momentum = 1e-50|})", "Momentum is 1E-50, which is 0 as a float", NearZero)]
    [InlineData("BatchNormalization({|SNET007:Epsilon = 1e-50|})", "Epsilon is 1E-50, which is 0 as a float", "expected a number above 0")]
    [InlineData("LayerNormalization({|SNET007:Epsilon = 1e39|})", "Epsilon is 1E+39, which is infinite as a float", "expected a number above 0")]
    [InlineData("Dropout({|SNET007:1.5|})", "rate is 1.5", "expected at least 0 and less than 1")]
    [InlineData("Dropout({|SNET007:double.NaN|})", "rate is NaN", "expected at least 0 and less than 1")]
    [InlineData("Dropout({|SNET007:1e-300|})", "rate is 1E-300, which is 0 as a float", NearZero)]
    [InlineData("Rescaling({|SNET007:-1e300|})", "scale is -1E+300, which is infinite as a float", Finite)]
    [InlineData("Rescaling({|SNET007:-1e-300|})", "scale is -1E-300, which is 0 as a float", NearZero)]
    [InlineData("RandomZoom({|SNET007:1.1|})", "factor is 1.1", Part)]
    [InlineData("SpatialDropout2D({|SNET007:1|})", "rate is 1", "expected at least 0 and less than 1")]
    [InlineData("SpatialDropout2D({|SNET007:-0.5f|})", "rate is -0.5", "expected at least 0 and less than 1")]
    [InlineData("SpatialDropout2D({|SNET007:float.NaN|})", "rate is NaN", "expected at least 0 and less than 1")]
    [InlineData("ReLU({|SNET007:MaxValue = -1|})", "MaxValue is -1", NotNegative)]
    [InlineData("ReLU({|SNET007:MaxValue = double.NaN|})", "MaxValue is NaN", NotNegative)]
    [InlineData("ReLU({|SNET007:NegativeSlope = -0.1|})", "NegativeSlope is -0.1", NotNegative)]
    [InlineData("ReLU({|SNET007:Threshold = -1|})", "Threshold is -1", FiniteNotNegative)]
    [InlineData("ReLU({|SNET007:Threshold = 1e39|})", "Threshold is 1E+39, which is infinite as a float", FiniteNotNegative)]
    [InlineData("LeakyReLU({|SNET007:-0.3|})", "negativeSlope is -0.3", FiniteNotNegative)]
    [InlineData("LeakyReLU({|SNET007:1e-60|})", "negativeSlope is 1E-60, which is 0 as a float", NearZero)]
    [InlineData("ELU({|SNET007:-1|})", "alpha is -1", FiniteNotNegative)]
    [InlineData("ELU({|SNET007:double.PositiveInfinity|})", "alpha is Infinity", FiniteNotNegative)]
    [InlineData("GaussianDropout({|SNET007:1|})", "rate is 1", "expected at least 0 and less than 1")]
    [InlineData("GaussianDropout({|SNET007:-0.5|})", "rate is -0.5", "expected at least 0 and less than 1")]
    [InlineData("RMSNormalization({|SNET007:Epsilon = 0|})", "Epsilon is 0", "expected a number above 0")]
    [InlineData("GaussianNoise({|SNET007:-0.1f|})", "stddev is -0.1", "expected from 0 to 1")]
    [InlineData("GaussianNoise({|SNET007:1.5f|})", "stddev is 1.5", "expected from 0 to 1")]
    [InlineData("GaussianNoise({|SNET007:float.NaN|})", "stddev is NaN", "expected from 0 to 1")]
    [InlineData("Rescaling({|SNET007:float.NaN|})", "scale is NaN", Finite)]
    [InlineData("Rescaling({|SNET007:scale: float.NegativeInfinity|})", "scale is -Infinity", Finite)]
    [InlineData("Rescaling(2, {|SNET007:float.PositiveInfinity|})", "offset is Infinity", Finite)]
    [InlineData("RandomRotation({|SNET007:2f|})", "factor is 2", Part)]
    [InlineData("RandomRotation({|SNET007:float.NaN|})", "factor is NaN", Part)]
    [InlineData("RandomRotation({|SNET007:-1.5f|}, 0)", "lower is -1.5", Part)]
    [InlineData("RandomRotation(0, {|SNET007:1.5f|})", "upper is 1.5", Part)]
    [InlineData("RandomRotation(0, {|SNET007:FillValue = float.NaN|})", "FillValue is NaN", Finite)]
    [InlineData("RandomTranslation({|SNET007:1.5f|}, 0)", "heightFactor is 1.5", Part)]
    [InlineData("RandomTranslation(0, {|SNET007:-1.5f|})", "widthFactor is -1.5", Part)]
    [InlineData("RandomTranslation({|SNET007:-1.5f|}, 0, 0, 0)", "heightLower is -1.5", Part)]
    [InlineData("RandomTranslation(0, {|SNET007:1.5f|}, 0, 0)", "heightUpper is 1.5", Part)]
    [InlineData("RandomTranslation(0, 0, {|SNET007:-1.5f|}, 0)", "widthLower is -1.5", Part)]
    [InlineData("RandomTranslation(0, 0, 0, {|SNET007:1.5f|})", "widthUpper is 1.5", Part)]
    [InlineData("RandomTranslation(0, 0, {|SNET007:FillValue = float.PositiveInfinity|})", "FillValue is Infinity", Finite)]
    [InlineData("RandomZoom({|SNET007:1.5f|})", "factor is 1.5", Part)]
    [InlineData("RandomZoom({|SNET007:1.5f|}, 0)", "heightFactor is 1.5", Part)]
    [InlineData("RandomZoom(0, {|SNET007:1.5f|})", "widthFactor is 1.5", Part)]
    [InlineData("RandomZoom(0, 0, {|SNET007:float.NaN|}, 0)", "widthLower is NaN", Part)]
    [InlineData("RandomZoom(0, {|SNET007:FillValue = float.NaN|})", "FillValue is NaN", Finite)]
    public void ANumberOutOfRange(string layer, string what, string expected)
        => Expect.Diagnostics(Model(layer), $"{Title(layer)}: {what}; {expected}");

    [Theory]
    [InlineData("Conv2D(1, 1)")]
    [InlineData("Conv2D(8, 3, Strides = 1, StrideHeight = 0, StrideWidth = 0, DilationRate = 1, DilationHeight = 0, DilationWidth = 0)")]
    [InlineData("Conv2D(8, 3, Groups = 4)")]
    [InlineData("Conv2DTranspose(8, 3, OutputPadding = -1)")]
    [InlineData("Conv2DTranspose(8, 3, OutputPadding = 0)")]
    [InlineData("Conv2DTranspose(8, 3, Strides = 2, OutputPadding = 1)")]
    [InlineData("MaxPooling2D(2, Strides = 0, StrideHeight = 0, StrideWidth = 0)")]
    [InlineData("MaxPooling2D(15, 17)")]
    [InlineData("AveragePooling2D(20)")]
    [InlineData("ZeroPadding2D(0)")]
    [InlineData("Cropping2D(0)")]
    [InlineData("UpSampling2D(1)")]
    [InlineData("BatchNormalization(Momentum = 0)")]
    [InlineData("BatchNormalization(Momentum = 0.99999994f, Epsilon = 1e-30f)")]
    [InlineData("SpatialDropout2D(0)")]
    [InlineData("Dropout(0.1)")]
    [InlineData("GaussianNoise(0.1)")]
    [InlineData("Rescaling(1.0 / 255, -0.5)")]
    [InlineData("RandomRotation(0.1)")]
    [InlineData("RandomTranslation(-0.1, 0.1, -0.2, 0.2, FillValue = 0.5)")]
    [InlineData("GaussianNoise(0)")]
    [InlineData("ReLU(MaxValue = 0, NegativeSlope = 0, Threshold = 0)")]
    [InlineData("ReLU(MaxValue = double.PositiveInfinity, NegativeSlope = 3e38)")]
    [InlineData("LeakyReLU(0)")]
    [InlineData("ELU(0)")]
    [InlineData("PReLU(3, 1)")]
    [InlineData("GaussianDropout(0)")]
    [InlineData("RMSNormalization(Epsilon = 1e-30)")]
    [InlineData("GaussianNoise(1)")]
    [InlineData("Rescaling(0, -3.4e38f)")]
    [InlineData("RandomRotation(1)")]
    [InlineData("RandomRotation(-1, 1)")]
    [InlineData("RandomRotation(0.5f, -0.5f)")]
    [InlineData("RandomTranslation(-1, 1)")]
    [InlineData("RandomZoom(-1, 1, 0, 0, FillValue = -1e30f)")]
    public void TheEdgesOfTheRange(string layer) => Expect.NoDiagnostics(Model(layer));

    // There 0 would leave an output without pixels.
    [Theory]
    [InlineData("Conv2DTranspose(8, 2, Strides = 3, {|SNET007:OutputPadding = 0|}, Padding = Padding.Same)", "expected 1 to 2, or -1 for none")]
    [InlineData("Conv2DTranspose(8, 2, {|SNET007:OutputPadding = 0|}, Padding = Padding.Same)", "expected -1 for none")]
    public void OutputPaddingThatLeavesNothing(string layer, string expected) => Expect.Diagnostics(
        $"[Model(1, 1, 1)]\n[{layer}]\npublic partial class M;", $"Conv2DTranspose 'conv2d_transpose': OutputPadding is 0; {expected}");

    [Theory]
    [InlineData("Conv2D(8, 3, {|SNET008:(Activation)99|})", "'99' is no Activation")]
    [InlineData("Conv2D(8, 3, {|SNET008:Padding = (Padding)3|})", "'3' is no Padding")]
    [InlineData("Conv2D(8, 3, {|SNET008:KernelInitializer = (Initializer)70|})", "'70' is no Initializer")]
    [InlineData("DepthwiseConv2D(3, {|SNET008:(Activation)(-1)|})", "'-1' is no Activation")]
    [InlineData("DepthwiseConv2D(3, {|SNET008:Padding = (Padding)3|})", "'3' is no Padding")]
    [InlineData("DepthwiseConv2D(3, {|SNET008:DepthwiseInitializer = (Initializer)70|})", "'70' is no Initializer")]
    [InlineData("SeparableConv2D(8, 3, {|SNET008:(Activation)99|})", "'99' is no Activation")]
    [InlineData("SeparableConv2D(8, 3, {|SNET008:DepthwiseInitializer = (Initializer)70|})", "'70' is no Initializer")]
    [InlineData("SeparableConv2D(8, 3, {|SNET008:PointwiseInitializer = (Initializer)70|})", "'70' is no Initializer")]
    [InlineData("SeparableConv2D(8, 3, {|SNET008:Padding = (Padding)(-1)|})", "'-1' is no Padding")]
    [InlineData("Conv2DTranspose(8, 3, {|SNET008:activation: (Activation)99|})", "'99' is no Activation")]
    [InlineData("Conv2DTranspose(8, 3, {|SNET008:Padding = (Padding)3|})", "'3' is no Padding")]
    [InlineData("Conv2DTranspose(8, 3, {|SNET008:KernelInitializer = (Initializer)70|})", "'70' is no Initializer")]
    [InlineData("MaxPooling2D({|SNET008:Padding = (Padding)3|})", "'3' is no Padding")]
    [InlineData("AveragePooling2D({|SNET008:Padding = (Padding)3|})", "'3' is no Padding")]
    [InlineData("UpSampling2D({|SNET008:Interpolation = (Interpolation)2|})", "'2' is no Interpolation")]
    [InlineData("RandomFlip({|SNET008:(FlipMode)3|})", "'3' is no FlipMode")]
    [InlineData("RandomFlip({|SNET008:mode: (FlipMode)(-1)|})", "'-1' is no FlipMode")]
    [InlineData("RandomTranslation(0, 0, {|SNET008:FillMode = (FillMode)4|})", "'4' is no FillMode")]
    [InlineData("RandomTranslation(0, 0, {|SNET008:Interpolation = (Interpolation)2|})", "'2' is no Interpolation")]
    [InlineData("RandomRotation(0, {|SNET008:FillMode = (FillMode)4|})", "'4' is no FillMode")]
    [InlineData("RandomRotation(0, {|SNET008:Interpolation = (Interpolation)2|})", "'2' is no Interpolation")]
    [InlineData("RandomZoom(0, {|SNET008:FillMode = (FillMode)4|})", "'4' is no FillMode")]
    [InlineData("RandomZoom(0, {|SNET008:Interpolation = (Interpolation)12_345|})", "'12345' is no Interpolation")]
    public void ACastToAValueThatAnEnumDoesNotHave(string layer, string what)
        => Expect.Diagnostics(Model(layer), $"{Title(layer)}: {what}; choose one of its named values");

    [Theory]
    [InlineData("Conv2D(8, 3, Padding = (Padding)1)")]
    [InlineData("RandomFlip((FlipMode)2)")]
    [InlineData("RandomZoom(0, FillMode = (FillMode)3, Interpolation = (Interpolation)1)")]
    public void ACastToAValueThatItHas(string layer) => Expect.NoDiagnostics(Model(layer));

    [Fact]
    public void SeveralMistakesAtOnce() => Expect.Diagnostics(
        Model("Conv2D({|SNET007:0|}, {|SNET007:0|}, {|SNET007:-1|}, {|SNET008:(Activation)50|}, {|SNET007:StrideHeight = -1|}, {|SNET007:Strides = 0|}, {|SNET007:Groups = 0|}, {|SNET008:Padding = (Padding)7|})"),
        "Conv2D 'conv2d': filters is 0; expected at least 1",
        "Conv2D 'conv2d': kernelHeight is 0; expected at least 1",
        "Conv2D 'conv2d': kernelWidth is -1; expected at least 1",
        "Conv2D 'conv2d': '50' is no Activation; choose one of its named values",
        "Conv2D 'conv2d': StrideHeight is -1; expected at least 1",
        "Conv2D 'conv2d': Strides is 0; expected at least 1",
        "Conv2D 'conv2d': Groups is 0; expected at least 1",
        "Conv2D 'conv2d': '7' is no Padding; choose one of its named values");

    [Fact]
    public void SeveralMistakesOfAnAugmentation() => Expect.Diagnostics(
        Model("RandomZoom({|SNET007:2|}, {|SNET007:float.NaN|}, 0, {|SNET007:-2|}, {|SNET008:FillMode = (FillMode)9|}, {|SNET007:FillValue = float.NaN|})"),
        "RandomZoom 'random_zoom': heightLower is 2; expected from -1 to 1",
        "RandomZoom 'random_zoom': heightUpper is NaN; expected from -1 to 1",
        "RandomZoom 'random_zoom': widthUpper is -2; expected from -1 to 1",
        "RandomZoom 'random_zoom': '9' is no FillMode; choose one of its named values",
        "RandomZoom 'random_zoom': FillValue is NaN; expected a finite number");

    // A layer whose output has the same shape whatever its options does not hide the mistakes below it.
    [Fact]
    public void MistakesOfSeveralLayers() => Expect.Diagnostics(
        Model("BatchNormalization({|SNET007:Momentum = 2|})", "GaussianNoise({|SNET007:2|})", "Dense({|SNET007:0|})"),
        "BatchNormalization 'batch_normalization': Momentum is 2; expected at least 0 and less than 1",
        "GaussianNoise 'gaussian_noise': stddev is 2; expected from 0 to 1",
        "Dense 'dense': units is 0; expected at least 1");

    private static string Title(string layer)
    {
        string kind = layer.Split('(')[0];
        return $"{kind} '{Text.Snake(kind)}'";
    }

    [Theory]
    [InlineData("PReLU({|SNET007:0|})", "(0)", "axes from 1 to 3, each at most once, of (28, 28, 4)")]
    [InlineData("PReLU({|SNET007:1|}, 4)", "(1, 4)", "axes from 1 to 3, each at most once, of (28, 28, 4)")]
    [InlineData("PReLU({|SNET007:2|}, 2)", "(2, 2)", "axes from 1 to 3, each at most once, of (28, 28, 4)")]
    [InlineData("Flatten, PReLU({|SNET007:-1|})", "(-1)", "1 at most, of (3136)")]
    public void AxesThatCannotBeShared(string layers, string axes, string expected)
        => Expect.Diagnostics(Model(layers), $"PReLU 'p_re_lu': sharedAxes is {axes}; expected {expected}");

    [Fact]
    public void AxesThatAreSharedByTurns() => Expect.Diagnostics(
        "[Model(2, 3, 2, 3, 4)]\n[PReLU({|SNET007:1|}, 3)]\npublic partial class M;",
        "PReLU 'p_re_lu': sharedAxes is (1, 3); expected axes that stand together: those before the last fall into 4 groups, of which 3 can be told apart");

    [Fact]
    public void ASoftmaxOfOneNumber() => Expect.Diagnostics(
        Model("Conv2D(1, 3)", "{|SNET013:Softmax|}"),
        "Softmax of the single number that Softmax 'softmax' gives is always 1: use Sigmoid for a yes-or-no answer, or at least two units or filters");

    [Theory]
    [InlineData("Dense(1, LogSoftmax)", "Dense 'dense'", "{|SNET013:LogSoftmax|}")]
    [InlineData("Dense(1), Activation(LogSoftmax)", "Activation 'activation'", "{|SNET013:LogSoftmax|}")]
    public void ALogarithmOfASoftmaxOfOneNumber(string layers, string title, string marked) => Expect.Diagnostics(
        Model(layers.Replace("LogSoftmax", marked, StringComparison.Ordinal)),
        $"LogSoftmax of the single number that {title} gives is always 0: use Sigmoid for a yes-or-no answer, or at least two units or filters");

    [Theory]
    [InlineData("GroupNormalization({|SNET020:Groups = 3|})", "3 groups do not divide the 4 channels: use 2 groups")]
    [InlineData("GroupNormalization({|SNET020:Groups = 5|})", "5 groups do not divide the 4 channels: use 4 groups")]
    [InlineData("{|SNET020:GroupNormalization|}", "32 groups do not divide the 4 channels: use 4 groups")]
    [InlineData("GroupNormalization({|SNET007:Groups = 0|})", "Groups is 0; expected at least 1, or -1 for a group of each channel")]
    [InlineData("GroupNormalization({|SNET007:Groups = -2|})", "Groups is -2; expected at least 1, or -1 for a group of each channel")]
    [InlineData("GroupNormalization(Groups = 2, {|SNET007:Epsilon = 0|})", "Epsilon is 0; expected a number above 0")]
    public void GroupsOfChannels(string layer, string message)
        => Expect.Diagnostics(Model(layer), $"GroupNormalization 'group_normalization': {message}");

    [Fact]
    public void PartsThatAlphaDropoutCannotDrop() => Expect.Diagnostics(
        Model("AlphaDropout({|SNET007:1|})", "AlphaDropout({|SNET007:-0.1|})"),
        "AlphaDropout 'alpha_dropout': rate is 1; expected at least 0 and less than 1",
        "AlphaDropout 'alpha_dropout_1': rate is -0.1; expected at least 0 and less than 1");

    private static string Model(params string[] layers)
        => $"[Model(28, 28, 4)]\n{string.Concat(layers.Select(layer => $"[{layer}]\n"))}public partial class M;";
}

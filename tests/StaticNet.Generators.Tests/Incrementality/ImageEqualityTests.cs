using System.Reflection;

namespace StaticNet.Generators.Tests;

/// <summary>The same of the layers of images: whatever makes a difference shows in every stage.</summary>
public sealed class ImageEqualityTests
{
    private const string Model = """
        [Model(20, 20, 4)]
        [RandomFlip(FlipMode.Horizontal)]
        [RandomTranslation(0.1f, 0.2f)]
        [RandomRotation(0.1f)]
        [RandomZoom(0.2f)]
        [Rescaling(2)]
        [Conv2D(8, 3, ReLU)]
        [MaxPooling2D(2)]
        [BatchNormalization]
        [DepthwiseConv2D(3)]
        [SpatialDropout2D(0.5f)]
        [GaussianNoise(0.1f)]
        [UpSampling2D(2)]
        [SeparableConv2D(6, 3)]
        [LayerNormalization]
        [AveragePooling2D(2)]
        [Conv2DTranspose(6, 3)]
        [ZeroPadding2D(1)]
        [Cropping2D(1)]
        [Permute(2, 1, 3)]
        [Reshape(-1, 1, 6)]
        [GlobalMaxPooling2D]
        [Dense(3)]
        [Loss(Loss.MeanSquaredError)]
        public partial class M;
        """;

    [Fact]
    public void TheSameSourceGivesEqualValues()
    {
        object[] one = EqualityTests.Stages(Model), other = EqualityTests.Stages(Model);
        Assert.NotSame(one[0], other[0]);
        Assert.Equal(one, other);
        Assert.Equal(one.Select(stage => stage.GetHashCode()), other.Select(stage => stage.GetHashCode()));
    }

    [Theory]
    [InlineData("Conv2D(8, 3, ReLU)", "Conv2D(activation: (Activation)1, kernelSize: 1 + 2, filters: 0x8)")]
    [InlineData("Permute(2, 1, 3)", "Permute(dims: new[] { 2, 1, 3 })")]
    [InlineData("RandomFlip(FlipMode.Horizontal)", "RandomFlip((FlipMode)1)")]
    [InlineData("RandomZoom(0.2f)", "RandomZoom(1 / 5f)")]
    [InlineData("MaxPooling2D(2)", "MaxPooling2D")]
    [InlineData("Rescaling(2)", "Rescaling(2, 0)")]
    [InlineData("UpSampling2D(2)", "UpSampling2D()")]
    [InlineData("ZeroPadding2D(1)", "ZeroPadding2D")]
    public void TheSameInOtherWordsGivesEqualValues(string written, string otherwise)
        => Assert.Equal(EqualityTests.Stages(Model), EqualityTests.Stages(Replace(written, otherwise)));

    // What means the same is declared differently but checked to the same.
    [Theory]
    [InlineData("Conv2D(8, 3, ReLU)", "Conv2D(8, 3, 3, ReLU)")]
    [InlineData("Conv2D(8, 3, ReLU)", "Conv2D(8, 3, ReLU, Strides = 1, StrideHeight = 1, Padding = Padding.Valid, DilationRate = 1, Groups = 1, UseBias = true)")]
    [InlineData("Conv2D(8, 3, ReLU)", "Conv2D(8, 3, ReLU, Strides = 7, StrideHeight = 1, StrideWidth = 1)")]
    [InlineData("MaxPooling2D(2)", "MaxPooling2D(2, 2, Strides = 2)")]
    [InlineData("MaxPooling2D(2)", "MaxPooling2D(2, Padding = Padding.Same)")]
    [InlineData("AveragePooling2D(2)", "AveragePooling2D(2, StrideWidth = 2)")]
    [InlineData("UpSampling2D(2)", "UpSampling2D(2, 2, Interpolation = Interpolation.Nearest)")]
    [InlineData("ZeroPadding2D(1)", "ZeroPadding2D(1, 1, 1, 1)")]
    [InlineData("Cropping2D(1)", "Cropping2D(1, 1)")]
    [InlineData("Reshape(-1, 1, 6)", "Reshape(64, -1, 6)")]
    [InlineData("BatchNormalization", "BatchNormalization(Momentum = 0.99f, Epsilon = 1e-3f, Center = true, Scale = true)")]
    [InlineData("RandomTranslation(0.1f, 0.2f)", "RandomTranslation(-0.1f, 0.1f, -0.2f, 0.2f)")]
    [InlineData("RandomRotation(0.1f)", "RandomRotation(-0.1f, 0.1f, FillMode = FillMode.Reflect, Interpolation = Interpolation.Bilinear, FillValue = 0)")]
    [InlineData("Conv2DTranspose(6, 3)", "Conv2DTranspose(6, 3, OutputPadding = -1)")]
    [InlineData("Conv2DTranspose(6, 3)", "Conv2DTranspose(6, 3, OutputPadding = 0)")]
    public void WhatIsADefaultAnywayGivesAnEqualSpecification(string written, string otherwise)
    {
        object[] one = EqualityTests.Stages(Model), other = EqualityTests.Stages(Replace(written, otherwise));
        Assert.NotEqual(one[0], other[0]);
        Assert.Equal(one[1..], other[1..]);
    }

    [Theory]
    [InlineData("Model(20, 20, 4)", "Model(20, 20, 5)")]
    [InlineData("RandomFlip(FlipMode.Horizontal)", "RandomFlip(FlipMode.Vertical)")]
    [InlineData("RandomFlip(FlipMode.Horizontal)", "RandomFlip")]
    [InlineData("RandomTranslation(0.1f, 0.2f)", "RandomTranslation(0.2f, 0.1f)")]
    [InlineData("RandomTranslation(0.1f, 0.2f)", "RandomTranslation(0, 0.1f, -0.2f, 0.2f)")]
    [InlineData("RandomRotation(0.1f)", "RandomRotation(0, 0.1f)")]
    [InlineData("RandomRotation(0.1f)", "RandomRotation(0.1f, FillMode = FillMode.Wrap)")]
    [InlineData("RandomRotation(0.1f)", "RandomRotation(0.1f, FillValue = 0.5f)")]
    [InlineData("RandomRotation(0.1f)", "RandomRotation(0.1f, Interpolation = Interpolation.Nearest)")]
    [InlineData("RandomZoom(0.2f)", "RandomZoom(0.2f, 0.2f)")]
    [InlineData("RandomZoom(0.2f)", "RandomZoom(-0.2f, 0, -0.2f, 0)")]
    [InlineData("Rescaling(2)", "Rescaling(2, 1)")]
    [InlineData("Rescaling(2)", "Rescaling(3)")]
    [InlineData("Conv2D(8, 3", "Conv2D(8, 5")]
    [InlineData("Conv2D(8, 3", "Conv2D(8, 3, 2")]
    [InlineData("Conv2D(8, 3", "Conv2D(12, 3")]
    [InlineData("3, ReLU)", "3, ELU)")]
    [InlineData("3, ReLU)", "3, ReLU, UseBias = false)")]
    [InlineData("3, ReLU)", "3, ReLU, Groups = 2)")]
    [InlineData("3, ReLU)", "3, ReLU, DilationRate = 2)")]
    [InlineData("3, ReLU)", "3, ReLU, KernelInitializer = Initializer.HeNormal)")]
    [InlineData("MaxPooling2D(2)", "MaxPooling2D(2, Strides = 1)")]
    [InlineData("MaxPooling2D(2)", "MaxPooling2D(4, Padding = Padding.Same)")]
    [InlineData("MaxPooling2D(2)", "AveragePooling2D(2)")]
    [InlineData("BatchNormalization", "BatchNormalization(Momentum = 0.9f)")]
    [InlineData("BatchNormalization", "BatchNormalization(Epsilon = 1e-4f)")]
    [InlineData("BatchNormalization", "BatchNormalization(Center = false)")]
    [InlineData("BatchNormalization", "BatchNormalization(Scale = false)")]
    [InlineData("BatchNormalization", "LayerNormalization(Name = \"batch_normalization\")")]
    [InlineData("DepthwiseConv2D(3)", "DepthwiseConv2D(3, DepthMultiplier = 2)")]
    [InlineData("DepthwiseConv2D(3)", "DepthwiseConv2D(3, DepthwiseInitializer = Initializer.Zeros)")]
    [InlineData("SpatialDropout2D(0.5f)", "SpatialDropout2D(0.50000006f)")]
    [InlineData("SpatialDropout2D(0.5f)", "Dropout(0.5f, Name = \"spatial_dropout2d\")")]
    [InlineData("GaussianNoise(0.1f)", "GaussianNoise(0.2f)")]
    [InlineData("UpSampling2D(2)", "UpSampling2D(2, Interpolation = Interpolation.Bilinear)")]
    [InlineData("SeparableConv2D(6, 3)", "SeparableConv2D(6, 3, PointwiseInitializer = Initializer.Zeros)")]
    [InlineData("SeparableConv2D(6, 3)", "SeparableConv2D(6, 3, DepthMultiplier = 2)")]
    [InlineData("[LayerNormalization]", "[LayerNormalization(Epsilon = 1e-4f)]")]
    [InlineData("Conv2DTranspose(6, 3)", "Conv2DTranspose(6, 3, UseBias = false)")]
    [InlineData("ZeroPadding2D(1)", "ZeroPadding2D(2, 0, 1, 1)")]
    [InlineData("Cropping2D(1)", "Cropping2D(0, 2, 1, 1)")]
    [InlineData("Permute(2, 1, 3)", "Permute(1, 2, 3)")]
    [InlineData("Reshape(-1, 1, 6)", "Reshape(1, -1, 6)")]
    [InlineData("GlobalMaxPooling2D", "GlobalAveragePooling2D(Name = \"global_max_pooling2d\")")]
    public void AnotherSourceGivesOtherValues(string written, string otherwise)
    {
        object[] one = EqualityTests.Stages(Model), other = EqualityTests.Stages(Replace(written, otherwise));
        Assert.All(one.Zip(other), stages => Assert.NotEqual(stages.First, stages.Second));
    }

    // A field that compares by reference would make everything new at each keystroke; one that nothing compares would keep it old.
    [Fact]
    public void WhatThePipelineHoldsIsComparedByValue()
    {
        var open = new Queue<Type>(typeof(LayerSpec).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(LayerSpec)) || type.IsSubclassOf(typeof(PlanStep))))
            .Append(typeof(ModelDeclaration)).Append(typeof(ModelSpec)).Append(typeof(ModelPlan)));
        var seen = new HashSet<Type>();
        while (open.TryDequeue(out Type? type))
        {
            if (!seen.Add(type) || type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(object))
                continue;
            bool isArray = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>);
            bool isRecord = type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;
            bool isOptional = Nullable.GetUnderlyingType(type) is not null;
            Assert.True(isArray || isRecord || isOptional, type.FullName);
            IEnumerable<Type> parts = isArray || isOptional ? type.GetGenericArguments()
                : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(field => field.FieldType);
            foreach (Type part in parts.Where(part => part != typeof(Type)))
                open.Enqueue(part);
        }

        Assert.Contains(typeof(Window), seen);
        Assert.Contains(typeof(Conv2DStep), seen);
    }

    private static string Replace(string written, string otherwise)
    {
        Assert.Contains(written, Model, StringComparison.Ordinal);
        return Model.Replace(written, otherwise, StringComparison.Ordinal);
    }
}

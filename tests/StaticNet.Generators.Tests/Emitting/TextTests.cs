namespace StaticNet.Generators.Tests;

/// <summary>Names of layers are Keras'.</summary>
public sealed class TextTests
{
    // As keras.src.utils.naming.to_snake_case gives them.
    [Theory]
    [InlineData("Dense", "dense")]
    [InlineData("Conv2D", "conv2d")]
    [InlineData("Conv2DTranspose", "conv2d_transpose")]
    [InlineData("DepthwiseConv2D", "depthwise_conv2d")]
    [InlineData("SeparableConv2D", "separable_conv2d")]
    [InlineData("MaxPooling2D", "max_pooling2d")]
    [InlineData("AveragePooling2D", "average_pooling2d")]
    [InlineData("GlobalMaxPooling2D", "global_max_pooling2d")]
    [InlineData("GlobalAveragePooling2D", "global_average_pooling2d")]
    [InlineData("ZeroPadding2D", "zero_padding2d")]
    [InlineData("Cropping2D", "cropping2d")]
    [InlineData("UpSampling2D", "up_sampling2d")]
    [InlineData("SpatialDropout2D", "spatial_dropout2d")]
    [InlineData("BatchNormalization", "batch_normalization")]
    [InlineData("LayerNormalization", "layer_normalization")]
    [InlineData("GaussianNoise", "gaussian_noise")]
    [InlineData("RandomFlip", "random_flip")]
    [InlineData("RandomTranslation", "random_translation")]
    [InlineData("Embedding", "embedding")]
    [InlineData("LSTM", "lstm")]
    [InlineData("GRU", "gru")]
    [InlineData("SimpleRNN", "simple_rnn")]
    [InlineData("RNN", "rnn")]
    [InlineData("TimeDistributed", "time_distributed")]
    [InlineData("ConvLSTM2D", "conv_lstm2d")]
    [InlineData("Conv1DTranspose", "conv1d_transpose")]
    [InlineData("MultiHeadAttention", "multi_head_attention")]
    [InlineData("ReLU", "re_lu")]
    [InlineData("LeakyReLU", "leaky_re_lu")]
    [InlineData("PReLU", "p_re_lu")]
    [InlineData("ELU", "elu")]
    [InlineData("GaussianDropout", "gaussian_dropout")]
    public void TheNameOfAKindIsKeras(string kind, string name) => Assert.Equal(name, Text.Snake(kind));

    // The property of the second layer's kernel is Conv2d1Kernel.
    [Theory]
    [InlineData("conv2d_1", "Conv2d1")]
    [InlineData("max_pooling2d", "MaxPooling2d")]
    [InlineData("up_sampling2d", "UpSampling2d")]
    [InlineData("lstm", "Lstm")]
    [InlineData("moving_mean", "MovingMean")]
    public void ANameAsPartOfAPropertys(string name, string identifier) => Assert.Equal(identifier, Text.Pascal(name));

    [Fact]
    public void EveryAttributeOfALayerHasItsKind()
    {
        string[] attributes = [.. typeof(LayerAttribute).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && type is { IsAbstract: false, IsGenericType: false } && type != typeof(ShareAttribute)).Select(type => type.Name)];
        Assert.Contains("Conv2DAttribute", attributes);
        Assert.All(attributes, name => Assert.NotNull(LayerKinds.ByName(name[..^"Attribute".Length])));
    }
}

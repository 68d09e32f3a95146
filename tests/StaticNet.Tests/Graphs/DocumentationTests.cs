using static StaticNet.Activation;

#pragma warning disable IDE0040 // Constants stand as most people write them.
namespace StaticNet.Tests.Graphs;

/// <summary>The snippets of docs/graphs.md: they stand here word by word, and run.</summary>
[Trait(Widths.Trait, Widths.Any)]
public sealed partial class DocumentationTests
{
    [Fact]
    public void Snippets_run()
    {
        float[] image = new float[SmallResNet.InputSize];
        try
        {
            Branches(image);
            Blocks(image);
        }
        finally
        {
            File.Delete("resnet.safetensors");
        }
    }

    [Fact]
    public void Snippets_are_those_of_the_page()
    {
        Snippets.AssertRun("docs/graphs.md");
        Snippets.AssertRun("README.md", snippet => snippet.Contains("[Block]", StringComparison.Ordinal));
    }

    [Fact]
    public void Blocks_nest()
    {
        var model = new Regressor(seed: 42);
        Assert.Equal([32, 128], model.EncoderFeedForward1DenseKernel.Shape);
    }

    [Fact]
    public void Attention_asks_another_layer()
    {
        var model = new Sensors(seed: 42);
        Assert.Equal([32], model.AdditiveAttentionScale.Shape);
        Assert.Single(model.Predict(new float[Sensors.InputSize]));
    }

    [Fact]
    public void Sharing_takes_one_set_of_weights()
    {
        var model = new Siamese(seed: 42);
        Assert.Equal(["read/kernel", "read/bias", "meaning/kernel", "meaning/bias", "dense_2/kernel", "dense_2/bias"], model.Parameters.Select(parameter => parameter.Name));
        float[] pair = [.. Enumerable.Range(0, Siamese.InputSize).Select(i => MathF.Sin(i % 12))];
        Assert.Equal(model.PredictMeaning(pair), model.PredictOther(pair));
        Assert.Equal(0.5f, model.Predict(pair)[0]);
    }

    // A text means the same however much room there is behind it.
    [Fact]
    public void Texts_of_different_lengths_are_read_by_the_same_layers()
    {
        var model = new Answers(seed: 42);
        Assert.Equal(["embedding/embeddings", "meaning/kernel", "meaning/recurrent_kernel", "meaning/bias", "dense/kernel", "dense/bias"], model.Parameters.Select(parameter => parameter.Name));
        int[,] question = new int[1, 40], answer = new int[1, 120];
        for (int i = 0; i < 40; i++)
            question[0, i] = answer[0, i] = 19_999 - i;
        Assert.Equal(model.PredictMeaning(question, answer), model.PredictOther(question, answer));
    }

    private static void Branches(float[] image)
    {
        var model = new SqueezeAndExcite(seed: 42);
        float[] features = model.PredictFeatures(image);
        Console.WriteLine(model.Summary());          // with a column that says what each layer takes
        Assert.Equal(SqueezeAndExcite.FeaturesSize, features.Length);
    }

    private static void Blocks(float[] image)
    {
        var model = new SmallResNet(seed: 42);
        model.Save("resnet.safetensors");            // "features/conv2d/kernel" and the like
        Parameter kernel = model.FeaturesConv2dKernel;
        float[] features = model.PredictFeatures(image);
        Assert.Equal([3, 3, 16, 32], kernel.Shape);
        Assert.Equal(SmallResNet.FeaturesSize, features.Length);
        var loaded = new SmallResNet();
        loaded.Load("resnet.safetensors");
        Assert.Equal(TestData.Bits(model), TestData.Bits(loaded));
    }

    [Model(28, 28, 1)]
    [Conv2D(16, 3, ReLU, Padding = Padding.Same, Name = "stem")]
    [Conv2D(16, 3, Padding = Padding.Same, Name = "body")]
    [GlobalAveragePooling2D]
    [Dense(16, Sigmoid)]                       // how much each channel counts
    [Multiply("body")]                         // the row above for every pixel of "body"
    [Add("stem"), Activation(ReLU, Name = "features")]
    [GlobalAveragePooling2D, Dense(10, Softmax)]
    [Loss(Loss.SparseCategoricalCrossentropy)]
    public partial class SqueezeAndExcite;

    [Model(50, 8)]
    [Bidirectional(Name = "encoder"), LSTM(16, ReturnSequences = true)]
    [Dense(32, From = "input")]
    [AdditiveAttention(Value = "encoder")]     // as Attention, MultiHeadAttention; Key where keys are others than values
    [GlobalAveragePooling1D, Dense(1)]
    [Loss(Loss.MeanSquaredError)]
    public partial class Sensors;

    [Block]
    [Conv2D(Filters, 3, Strides = Strides, Padding = Padding.Same, UseBias = false), BatchNormalization, Activation(ReLU)]
    [Conv2D(Filters, 3, Padding = Padding.Same, UseBias = false), BatchNormalization(Name = "body")]
    [Conv2D(Filters, 1, Strides = Strides, From = Block.Input, SkipIfSameShape = true)]
    [Add("body"), Activation(ReLU)]
    public partial class Residual
    {
        const int Filters = 16, Strides = 1;
    }

    [Model(28, 28, 1)]
    [Conv2D(16, 3, ReLU, Padding = Padding.Same)]
    [Use<Residual>(Times = 2)]
    [Use<Residual>("Filters", 32, "Strides", 2, Name = "features")]
    [GlobalAveragePooling2D, Dense(10, Softmax)]
    [Loss(Loss.SparseCategoricalCrossentropy)]
    public partial class SmallResNet;

    [Block]
    [LayerNormalization, Dense(Units, GELU), Dropout(Rate), Dense(Width)]
    [Add(Block.Input)]
    public partial class FeedForward
    {
        const int Width = 64, Units = Width * 4;
        const double Rate = 0.1;
    }

    [Block]
    [Dense(Width)]
    [Use<FeedForward>("Width", Width, Times = Depth)]
    [LayerNormalization]
    public partial class Encoder
    {
        const int Width = 64, Depth = 4;
    }

    [Model(20, 8)]
    [Use<Encoder>("Width", 32, "Depth", 2)]
    [GlobalAveragePooling1D, Dense(1)]
    [Loss(Loss.MeanSquaredError)]
    public partial class Regressor;

    [Model(2, 12)]
    [Cropping1D(0, 1), Flatten]
    [Dense(32, ReLU, Name = "read"), Dense(8, Name = "meaning")]
    [Cropping1D(1, 0, From = "input"), Flatten]
    [Share("read"), Share("meaning", Name = "other")]
    [Subtract("meaning"), Dense(1, Sigmoid)]
    [Loss(Loss.BinaryCrossentropy)]
    public partial class Siamese;

    [Model]
    [Input("question", 40, Tokens = 20_000)]
    [Input("answer", 120, Tokens = 20_000)]
    [Embedding(20_000, 32, MaskZero = true, From = "question"), LSTM(32, Name = "meaning")]
    [Share("embedding", From = "answer"), Share("meaning", Name = "other")]
    [Subtract("meaning"), Dense(1, Sigmoid)]
    [Loss(Loss.BinaryCrossentropy)]
    public partial class Answers;
}

namespace StaticNet.Tests;

/// <summary>A model of blocks is the model that is written without them.</summary>
public class BlockTests
{
    private const int Samples = 9;

    [Fact]
    public void Not_a_bit_differs_from_the_model_without_blocks()
    {
        OfBlocks blocks = Trained(new OfBlocks(seed: 4));
        WithoutBlocks flat = Trained(new WithoutBlocks(seed: 4));
        Assert.Equal(TestData.Bits(flat), TestData.Bits(blocks));
        Assert.NotEqual(TestData.Bits(new OfBlocks(seed: 4)), TestData.Bits(blocks));
        Assert.Equal(flat.Predict(Inputs), blocks.Predict(Inputs));
        Assert.Equal(flat.PredictFeatures(Inputs), blocks.PredictFeatures(Inputs));
        Assert.Equal(WithoutBlocks.FeaturesSize, OfBlocks.FeaturesSize);
    }

    [Fact]
    public void Names_have_those_of_the_blocks_before_them()
    {
        var model = new OfBlocks();
        Assert.Equal(
            [
                "conv2d",
                "residual_part/conv2d", "residual_part/conv2d_1", "residual_part/body/batch_normalization", "residual_part/add", "residual_part/activation",
                "residual_part_1/conv2d", "residual_part_1/conv2d_1", "residual_part_1/body/batch_normalization", "residual_part_1/add", "residual_part_1/activation",
                "features/conv2d", "features/conv2d_1", "features/body/batch_normalization",
                "features/projection/conv2d", "features/projection/normalization/batch_normalization", "features/add", "features/activation",
                "global_average_pooling2d", "dense",
            ],
            model.Info.Layers.Select(layer => layer.Name));
        Assert.Equal("features/body/batch_normalization/gamma", model.FeaturesBodyBatchNormalizationGamma.Name);
        Assert.Equal([1, 1, 4, 6], model.FeaturesProjectionConv2dKernel.Shape);
        Assert.Contains("features/projection/normalization/batch_normalization (BatchNormalization)", model.Summary(), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_keep_the_names()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.safetensors");
        try
        {
            OfBlocks trained = Trained(new OfBlocks(seed: 4)), loaded = new(seed: 5);
            trained.Save(path);
            loaded.Load(path);
            Assert.Equal(TestData.Bits(trained), TestData.Bits(loaded));
            Assert.Equal(TestData.Bits(Trained(trained)), TestData.Bits(Trained(loaded)));

            var refused = Assert.ThrowsAny<Exception>(() => new WithoutBlocks().Load(path));
            Assert.Contains("stem: ", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static float[] Inputs { get; } = [.. Enumerable.Range(0, Samples * 72).Select(i => MathF.Sin(i * 1.7f))];

    private static T Trained<T>(T model)
        where T : TrainableModel<float, int>
    {
        var adam = new Adam();
        for (int i = 0; i < 5; i++)
            model.TrainOnBatch(Inputs, [.. Enumerable.Range(0, Samples).Select(sample => sample % 3)], adam);
        return model;
    }
}

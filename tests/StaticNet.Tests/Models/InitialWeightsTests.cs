using System.Runtime.InteropServices;
using StaticNet.Tests.Files;

namespace StaticNet.Tests.Models;

/// <summary>Weights are drawn when somebody first looks at them. Whoever that is, and however, they are those of the seed.</summary>
public class InitialWeightsTests
{
    private const int Seed = 9;
    private static readonly int[] _drawn = TestData.Bits(new LargerClassifier(Seed));
    private static readonly float[] _inputs = [.. Enumerable.Range(0, 33 * 7).Select(i => (i % 13) - 6f)];

    public static TheoryData<string> Looks => [.. _looks.Keys];

    private static readonly Dictionary<string, Action<LargerClassifier>> _looks = new()
    {
        ["a weight"] = model => _ = model.DenseKernel[0, 0],
        ["a file"] = model => Weights.Saved(model),
        ["a copy to another"] = model => model.CopyTo(new LargerClassifier(1)),
        ["a prediction"] = model => model.Predict(_inputs),
        ["an evaluation"] = model => model.Evaluate(_inputs, new int[7]),
        ["gradients"] = model => model.ComputeGradients(_inputs, new int[7]),
        ["a file of another that is refused"] = model => Assert.Throws<InvalidDataException>(() => model.Load(new MemoryStream(Weights.Saved(new YesNo())))),
        ["a file of nothing of it"] = model => model.LoadMatching(new MemoryStream(Weights.File("{}"))),
        ["weights that do not fit"] = model => Assert.Throws<ArgumentException>(() => new YesNo().CopyTo(model)),
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public void Whoever_looks_first_sees_the_same(string look)
    {
        var model = new LargerClassifier(Seed);
        _looks[look](model);
        Assert.Equal(_drawn, TestData.Bits(model));
    }

    [Fact]
    public void A_step_begins_with_them()
    {
        LargerClassifier first = new(Seed), second = new(Seed);
        _ = first.DenseKernel[0, 0];
        first.TrainOnBatch(_inputs, new int[7], new SGD(0.01));
        second.TrainOnBatch(_inputs, new int[7], new SGD(0.01));
        Assert.Equal(TestData.Bits(first), TestData.Bits(second));
        Assert.NotEqual(_drawn, TestData.Bits(first));
    }

    [Fact]
    public void A_weight_that_is_set_first_stays_and_the_others_are_drawn()
    {
        var model = new LargerClassifier(Seed);
        model.DenseKernel[0, 0] = 42;
        int[] bits = TestData.Bits(model);
        Assert.Equal(42, BitConverter.Int32BitsToSingle(bits[0]));
        Assert.Equal(_drawn[1..], bits[1..]);
    }

    [Fact]
    public void A_parameter_that_is_loaded_first_stays_and_the_others_are_drawn()
    {
        float[] ones = [.. Enumerable.Repeat(1f, 130)];
        using var stream = new MemoryStream(Weights.File(
            "{\"dense/bias\":{\"dtype\":\"F32\",\"shape\":[130],\"data_offsets\":[0,520]}}", MemoryMarshal.AsBytes<float>(ones)));
        var model = new LargerClassifier(Seed);
        Assert.Single(model.LoadMatching(stream).Loaded);
        var bias = new float[130];
        model.DenseBias.CopyTo(bias);
        Assert.Equal(ones, bias);
        model.DenseBias.CopyFrom(new LargerClassifier(Seed).DenseBias);
        Assert.Equal(_drawn, TestData.Bits(model));
    }

    [Fact]
    public void A_model_that_is_loaded_has_the_weights_of_its_file()
    {
        var model = new LargerClassifier(Seed);
        model.Load(new MemoryStream(Weights.Saved(new LargerClassifier(1))));
        Assert.Equal(TestData.Bits(new LargerClassifier(1)), TestData.Bits(model));
    }

    [Fact]
    public void Many_who_look_first_at_once_see_the_same()
    {
        float[] expected = new LargerClassifier(Seed).Predict(_inputs);
        for (int round = 0; round < 50; round++)
        {
            var model = new LargerClassifier(Seed);
            Parallel.For(0, 8, caller =>
            {
                if (caller % 2 == 0)
                    Assert.Equal(expected, model.Predict(_inputs));
                else
                    Assert.Equal(_drawn, TestData.Bits(model));
            });
        }
    }
}

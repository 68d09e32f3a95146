using System.Numerics.Tensors;

namespace StaticNet.Tests;

/// <summary>What a model is before and beside training.</summary>
public class ModelTests
{
    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_seed_others()
    {
        Assert.Equal(TestData.Bits(new SmallClassifier(3)), TestData.Bits(new SmallClassifier(3)));
        Assert.NotEqual(TestData.Bits(new SmallClassifier(3)), TestData.Bits(new SmallClassifier(4)));
    }

    // What lies between rows and behind them is part of what kernels read, and nobody can write it.
    [Fact]
    public void Whoever_copies_all_parameters_in_has_them_all()
    {
        Type[] types = [.. typeof(ModelTests).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Model)) && type.GetConstructor([typeof(int)]) is not null)];
        int looked = 0;
        foreach (Type type in types)
        {
            var model = (Model)Activator.CreateInstance(type, [1])!;
            if (model.Weights.Length > 1_000_000)
                continue;
            float[][] parameters = [.. model.Parameters.Select(ValuesOf)];
            float[] before = model.Weights.Span.ToArray();
            model.Weights.Span.Fill(float.NaN);
            for (int i = 0; i < parameters.Length; i++)
                model.Parameters[i].CopyFrom(parameters[i]);
            Assert.True(model.Weights.Span.SequenceEqual(before), type.Name);
            looked++;
        }

        Assert.InRange(looked, 100, types.Length);
    }

    [Fact]
    public void Initializers_follow_Keras()
    {
        var model = new Initializers(1);
        // fan_in 300 and fan_out 200 in the first layer, 200 and 200 in the others.
        Check(model.DenseKernel, Math.Sqrt(2.0 / 500), Math.Sqrt(6.0 / 500));
        Check(model.Dense1Kernel, Math.Sqrt(2.0 / 400), 2 / 0.87962566103423978 * Math.Sqrt(2.0 / 400));
        Check(model.Dense2Kernel, Math.Sqrt(2.0 / 200), Math.Sqrt(6.0 / 200));
        Check(model.Dense3Kernel, Math.Sqrt(2.0 / 200), 2 / 0.87962566103423978 * Math.Sqrt(2.0 / 200));
        Check(model.Dense4Kernel, Math.Sqrt(1.0 / 200), 2 / 0.87962566103423978 * Math.Sqrt(1.0 / 200));
        Assert.All(ValuesOf(model.Dense5Kernel), value => Assert.Equal(0, value));
        Assert.All(ValuesOf(model.LastOneKernel), value => Assert.Equal(1, value));
        Assert.All(ValuesOf(model.DenseBias), value => Assert.Equal(0, value));

        static void Check(Parameter parameter, double deviation, double largest)
        {
            float[] values = ValuesOf(parameter);
            Assert.Equal(0, values.Average(), deviation / 50);
            Assert.Equal(deviation, Math.Sqrt(values.Average(value => (double)value * value)), deviation / 50);
            Assert.InRange(values.Max(Math.Abs), 0.97 * largest, largest * 1.000001);
        }
    }

    [Fact]
    public void Parameters_are_named_shaped_views_of_the_weights()
    {
        var model = new SmallClassifier();
        Assert.Equal(
            ["dense/kernel (5, 19)", "dense/bias (19)", "dense_1/kernel (19, 17)", "dense_1/bias (17)", "dense_2/kernel (17, 3)", "dense_2/bias (3)"],
            model.Parameters.Select(parameter => parameter.ToString()));
        float[] written = [.. Enumerable.Range(0, 19 * 17).Select(i => (float)i)];
        model.Dense1Kernel.CopyFrom(written);
        ReadOnlyTensorSpan<float> values = model.Dense1Kernel.Values;
        Assert.Equal([19, 17], values.Lengths.ToArray());
        Assert.Equal(written[(4 * 17) + 3], values[4, 3]);
        model.Dense1Kernel[18, 16] = -1;
        Assert.Equal(-1, ValuesOf(model.Dense1Kernel)[^1]);
        Assert.Equal(3, model.Dense2Bias.Values.FlattenedLength);
    }

    [Fact]
    public void Every_parameter_can_be_seen_by_index_whatever_its_shape()
    {
        foreach (Model model in new Model[] { new Narrow(1), new YesNo(1), new SmallClassifier(1) })
        {
            foreach (Parameter parameter in model.Parameters)
            {
                ReadOnlyTensorSpan<float> values = parameter.Values;
                Assert.Equal(parameter.Shape, values.Lengths.ToArray().Select(length => (int)length));
                float[] written = [.. Enumerable.Range(1, parameter.Count).Select(i => (float)i)];
                int width = parameter.Shape[^1];
                for (int i = 0; i < written.Length; i++)
                {
                    if (parameter.Shape.Count == 1) parameter[i] = written[i];
                    else parameter[i / width, i % width] = written[i];
                    Assert.Equal(written[i], parameter.Shape.Count == 1 ? parameter[i] : parameter[i / width, i % width]);
                }

                values = parameter.Values;
                for (int i = 0; i < written.Length; i++)
                    Assert.Equal(written[i], parameter.Shape.Count == 1 ? values[i] : values[i / width, i % width]);

                Assert.Equal(written, ValuesOf(parameter));
            }
        }
    }

    [Fact]
    public void The_plan_has_room_for_the_blocks_of_gradients_that_kernels_compute()
    {
        // All of the largest kernel: 19 rows of 17 units, and four of eight with their bias, whose code is written out.
        Assert.Equal(19 * 32, new SmallClassifier().Info.Memory.GradientBlock);
        Assert.Equal((4 + 1) * 16, new YesNo().Info.Memory.GradientBlock);
    }

    [Fact]
    public void A_parameter_refuses_another_number_of_values()
    {
        var model = new SmallClassifier();
        ArgumentException error = Assert.Throws<ArgumentException>(() => model.DenseBias.CopyFrom(new float[18]));
        Assert.StartsWith("The source of dense/bias has 18 values. Expected 19.", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => model.DenseBias.CopyTo(new float[20]));
        Assert.StartsWith("The target for dense/bias has 20 values. Expected 19.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_says_which_place_it_does_not_have()
    {
        Parameter kernel = new SmallClassifier().DenseKernel;
        Assert.Equal(kernel.Values[4, 18], kernel[4, 18]);
        Refused("Place 5 along axis 0 was asked of dense/kernel (5, 19). Expected 0 to 4.", 5, 0);
        Refused("Place -1 along axis 1 was asked of dense/kernel (5, 19). Expected 0 to 18.", 0, -1);
        Refused("1 places were asked for. Expected 2, one along each axis of dense/kernel (5, 19).", 0);
        Refused("0 places were asked for. Expected 2,");
        Refused("3 places were asked for. Expected 2,", 0, 0, 0);

        void Refused(string message, params nint[] index)
        {
            Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(() => kernel[index]).Message, StringComparison.Ordinal);
            Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(() => kernel[index] = 1).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_summary_is_the_table_of_Keras()
        => Assert.Equal(
            """
            Model: "SmallClassifier"
            ┌───────────────────┬──────────────┬─────────┐
            │ Layer (type)      │ Output Shape │ Param # │
            ├───────────────────┼──────────────┼─────────┤
            │ dense (Dense)     │ (None, 19)   │     114 │
            │ dropout (Dropout) │ (None, 19)   │       0 │
            │ dense_1 (Dense)   │ (None, 17)   │     340 │
            │ dense_2 (Dense)   │ (None, 3)    │      54 │
            └───────────────────┴──────────────┴─────────┘
             Total params: 508 (1.98 KB)
             Trainable params: 508 (1.98 KB)
             Non-trainable params: 0 (0.00 B)

            """.ReplaceLineEndings("\n"),
            new SmallClassifier().Summary());

    [Fact]
    public void Constants_agree_with_what_is_known_at_run_time()
    {
        var model = new SmallClassifier();
        Assert.Equal(SmallClassifier.InputSize, model.Info.InputSize);
        Assert.Equal(SmallClassifier.OutputSize, model.Info.OutputSize);
        Assert.Equal(SmallClassifier.ParameterCount, model.Info.ParameterCount);
        Assert.Equal(SmallClassifier.ParameterCount, model.Parameters.Sum(parameter => parameter.Count));
        Assert.Equal(SmallClassifier.ParameterBytes, model.Weights.Length * sizeof(float));
        Assert.Equal(SmallClassifier.InferenceBytes, model.Info.Memory.Inference * sizeof(float));
    }

    private static float[] ValuesOf(Parameter parameter)
    {
        var values = new float[parameter.Count];
        parameter.CopyTo(values);
        return values;
    }
}

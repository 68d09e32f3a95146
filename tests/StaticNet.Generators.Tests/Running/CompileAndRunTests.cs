using System.Globalization;
using System.Text;

namespace StaticNet.Generators.Tests;

/// <summary>
/// Generated code compiles without a warning at the highest level - nullable, checked, documented, safe, without implicit usings - and
/// runs.
/// </summary>
public sealed class CompileAndRunTests
{
    private static readonly string[] _activations =
        ["Linear", "ReLU", "LeakyReLU", "ELU", "SELU", "GELU", "SiLU", "Softplus", "Sigmoid", "Tanh", "Softmax", "ReLU6", "HardSigmoid", "HardSiLU", "Mish", "Softsign", "Exponential"];

    [Fact]
    public void EveryActivationWithEveryLoss()
    {
        // A cross-entropy of what are no probabilities is clipped, and trains.
        var source = new StringBuilder("#pragma warning disable SNET016\nnamespace Batch;\n");
        foreach (string activation in _activations)
        {
            foreach (string loss in LossesOf(activation))
            {
                source.Append(CultureInfo.InvariantCulture, $$"""
                    /// <summary>In a layer.</summary>
                    [Model(5)]
                    [Dense(20, {{activation}})]
                    [Dense(3, {{activation}})]
                    [Loss(Loss.{{loss}})]
                    public partial class {{activation}}_{{loss}};

                    /// <summary>As layers of their own, with dropout between.</summary>
                    [Model(5)]
                    [Activation({{activation}}), Dense(20, ReLU), Activation({{activation}}), Dropout(0.1f), Dense(3, ReLU), Activation({{activation}})]
                    [Loss(Loss.{{loss}})]
                    public partial class Layer_{{activation}}_{{loss}};

                    """);
            }

            source.Append(CultureInfo.InvariantCulture, $$"""
                /// <summary>For inference only.</summary>
                [Model(5)]
                [Dense(20, {{activation}})]
                [Dropout(0.5f)]
                [Dense(3, {{activation}}, UseBias = false)]
                public partial class Inference_{{activation}};

                /// <summary>Without weights.</summary>
                [Model(2, 3)]
                [Activation({{activation}})]
                public partial class Bare_{{activation}};

                """);
        }

        using CompiledModels models = CompiledModels.Compile(source.ToString());
        Model[] all = [.. models.CreateAll()];
        Assert.Equal(_activations.Sum(activation => (2 * LossesOf(activation).Count()) + 2), all.Length);
        Exercise.All(all);
    }

    // A layer and an activation may have one name: which is meant shows in where it stands.
    [Fact]
    public void LayersCalledAsActivations()
    {
        using CompiledModels models = CompiledModels.Compile("""
            using static StaticNet.Activation;

            namespace Both;

            /// <summary>Each as a layer and as an option.</summary>
            [Model(6)]
            [Dense(5, ReLU), ReLU, Dense(5, LeakyReLU), LeakyReLU, Dense(5, ELU), ELU(0.5), Dense(5, Softmax), Softmax, Activation(ReLU)]
            [Dense(5), ReLU(MaxValue = 2, Name = "relu")]
            [Dense(5), LeakyReLU(Name = "leaky")]
            [PReLU, Identity(Name = "same"), GaussianDropout(0.1), RMSNormalization]
            [Dense(3)]
            [Softmax]
            [Loss(Loss.SparseCategoricalCrossentropy)]
            public partial class Classifier;

            /// <summary>For inference only, with predictions that end at layers with options.</summary>
            [Model(4, 6)]
            [Dense(5), LeakyReLU(0.4, Name = "first"), LeakyReLU(0.5, Name = "second"), PReLU(1), ReLU(Threshold = 0.5), ELU(2)]
            public partial class Bare;
            """);
        Exercise.All(models.CreateAll());
    }

    [Fact]
    public void EveryInitializer()
    {
        IEnumerable<string> sources = Enum.GetNames<Initializer>().Select(initializer => $$"""
            /// <summary>A model.</summary>
            [Model(4)]
            [Dense(3, KernelInitializer = Initializer.{{initializer}})]
            [Loss(Loss.Huber)]
            public partial class From{{initializer}};
            """);
        using CompiledModels models = CompiledModels.Compile([.. sources]);
        Exercise.All(models.CreateAll());
    }

    [Fact]
    public void OddShapes()
    {
        using CompiledModels models = CompiledModels.Compile("""
            namespace Odd;

            /// <summary>Nothing to do.</summary>
            [Model(7), Flatten] public partial class Through;

            /// <summary>Several axes come out.</summary>
            [Model(2, 3, 4), Activation(Softmax), Dropout(0.3f)] public partial class Volume;

            /// <summary>Flat twice.</summary>
            [Model(2, 3, 4), Flatten, Flatten, Dense(17), Flatten, Activation(Linear), Loss(Loss.MeanSquaredError)] public partial class Flat;

            /// <summary>The smallest.</summary>
            [Model(1), Dense(1), Loss(Loss.MeanAbsoluteError)] public partial class Smallest;

            /// <summary>Two classes of one input.</summary>
            [Model(1), Dense(2, Softmax), Loss(Loss.SparseCategoricalCrossentropy)] public partial class Two;

            /// <summary>Begins with a dropout.</summary>
            [Model(6), Dropout(0.2f), Dense(3), Loss(Loss.Huber)] public partial class DropoutFirst;

            /// <summary>Ends in dropouts.</summary>
            [Model(6), Dense(3, ReLU), Dropout(0.2f), Dropout(0.1f), Loss(Loss.Huber)] public partial class DropoutLast;

            /// <summary>Ends in a dropout below a softmax.</summary>
            [Model(6), Dense(3, ReLU), Dropout(0.2f), Activation(Softmax), Loss(Loss.CategoricalCrossentropy)] public partial class DropoutBelow;

            /// <summary>Wider than a vector, not by whole vectors.</summary>
            [Model(33), Dense(65, Tanh), Dense(31), Loss(Loss.MeanSquaredError)] public partial class Wide;
            """);
        Exercise.All(models.CreateAll());
    }

    [Fact]
    public void NestedModels()
    {
        using CompiledModels models = CompiledModels.Compile(
            """
            namespace A.B
            {
                /// <summary>Outer.</summary>
                public partial interface IOuter
                {
                    /// <summary>Middle.</summary>
                    internal partial record struct Middle(int Number)
                    {
                        private static partial class Inner
                        {
                            [Model(2), Dense(1), Loss(Loss.Huber)]
                            private sealed partial class Tiny;
                        }

                        internal partial record Same
                        {
                            [Model(2), Dense(1)]
                            internal sealed partial class Tiny;
                        }
                    }
                }

                internal readonly ref partial struct Narrow
                {
                    [Model(2), Dense(1)]
                    internal partial class Tiny;
                }
            }

            internal partial struct Outer
            {
                [Model(2), Dense(1)]
                internal partial class Tiny;
            }
            """);
        Assert.Equal(
            ["A.B.IOuter+Middle+Inner+Tiny", "A.B.IOuter+Middle+Same+Tiny", "A.B.Narrow+Tiny", "Outer+Tiny"],
            models.CreateAll().Select(model => model.GetType().FullName).Order(StringComparer.Ordinal));
        Exercise.All(models.CreateAll());
    }

    // Keywords, what generated code calls its own, and names that look like its types.
    [Theory]
    [InlineData("class")]
    [InlineData("params")]
    [InlineData("rows")]
    [InlineData("step")]
    [InlineData("inputs")]
    [InlineData("outputs")]
    [InlineData("workspace")]
    [InlineData("targets")]
    [InlineData("totals")]
    [InlineData("unused")]
    [InlineData("x")]
    [InlineData("dz")]
    [InlineData("parameters")]
    [InlineData("gradients")]
    [InlineData("scratch")]
    [InlineData("head")]
    [InlineData("info")]
    [InlineData("global")]
    [InlineData("StaticNet")]
    [InlineData("float")]
    [InlineData("i_dense")]
    [InlineData("i_row")]
    [InlineData("dense_kernels")]
    [InlineData("ReLU")]
    [InlineData("input_size")]
    [InlineData("parameter_count")]
    public void AnyName(string name)
    {
        using CompiledModels models = CompiledModels.Compile($$"""
            /// <summary>One layer with a name, fused.</summary>
            [Model(4)]
            [Dense(3, ReLU, Name = "{{name}}")]
            [Dense(2)]
            [Loss(Loss.Huber)]
            public partial class Fused;

            /// <summary>With steps of their own.</summary>
            [Model(4)]
            [Dense(3, Softmax, Name = "{{name}}")]
            [Dropout(0.5f, Name = "{{name}}_2")]
            [Activation(GELU, Name = "{{name}}_3")]
            [Dense(2, Softmax, Name = "{{name}}_4")]
            [Loss(Loss.SparseCategoricalCrossentropy)]
            public partial class Apart;

            /// <summary>For inference.</summary>
            [Model(4)]
            [Activation(Softmax, Name = "{{name}}")]
            public partial class Bare;
            """);
        Exercise.All(models.CreateAll());
        Assert.Equal($"{name}/kernel", models.Create("Fused").Parameters[0].Name);
    }

    [Fact]
    public void TypesAndNamespacesNamedByKeywords()
    {
        using CompiledModels models = CompiledModels.Compile("""
            namespace @class.@namespace.value
            {
                /// <summary>A type.</summary>
                public partial record @record
                {
                    /// <summary>A model.</summary>
                    [Model(4), Dense(3), Loss(Loss.Huber)]
                    public partial class @params;
                }

                /// <summary>A model.</summary>
                [Model(4), Dense(3), Loss(Loss.Huber)]
                public partial class @required;
            }

            namespace Plain
            {
                /// <summary>A model whose name needs no @.</summary>
                [Model(4), Dense(3), Loss(Loss.Huber)]
                public partial class @Verbatim;

                /// <summary>A model whose name is not ASCII.</summary>
                [Model(4), Dense(3), Loss(Loss.Huber)]
                public partial class Größe;
            }
            """);
        Assert.Equal(
            ["Plain.Größe", "Plain.Verbatim", "class.namespace.value.record+params", "class.namespace.value.required"],
            models.CreateAll().Select(model => model.GetType().FullName).Order(StringComparer.Ordinal));
        Assert.Equal("params", models.Create("class.namespace.value.record+params").Info.Name);
        Exercise.All(models.CreateAll());
    }

    [Fact]
    public void ALossOverAFusedActivationHasTheGradientOfItsLoss()
    {
        using CompiledModels models = CompiledModels.Compile("""
            /// <summary>The softmax is the loss's, the slope of ReLU is not.</summary>
            [Model(4), Dense(3, ReLU), Activation(Softmax), Loss(Loss.SparseCategoricalCrossentropy)]
            public partial class M;
            """);
        var model = (TrainableModel<float, int>)models.Create("M");
        float[] inputs = Exercise.Inputs(4);
        int[] labels = [0, 1, 2, 0, 1];
        float[] weights = new float[12], moved = new float[12];
        Parameter kernel = model.Parameters[0];
        kernel.CopyTo(weights);
        model.TrainOnBatch(inputs, labels, new SGD(1));
        kernel.CopyTo(moved);

        Dataset<float, int> data = Dataset.From(inputs, labels);
        for (int i = 0; i < weights.Length; i++)
            Assert.Equal((LossAt(i, 1e-3f) - LossAt(i, -1e-3f)) / 2e-3, weights[i] - moved[i], 2e-3);

        double LossAt(int weight, float change)
        {
            float[] changed = [.. weights];
            changed[weight] += change;
            kernel.CopyFrom(changed);
            model.Parameters[1].CopyFrom(new float[3]);
            return model.Evaluate(data).Loss;
        }
    }

    [Fact]
    public void ThreadsDoNotMeet()
    {
        // From narrow to wide, so that on the way back narrow values find room where wide ones lay.
        using CompiledModels models = CompiledModels.Compile("""
            /// <summary>Widens.</summary>
            [Model(64), Dense(16, GELU), Dense(32, GELU), Dense(64, GELU), Dense(256), Loss(Loss.MeanSquaredError)]
            public partial class Widening;
            """);
        Assert.Equal(Train(threads: 1), Train(threads: 2));

        float[] Train(int threads)
        {
            var model = (TrainableModel<float, float>)models.Create("Widening");
            model.Threads = threads;
            float[] inputs = [.. Enumerable.Range(0, 500 * 64).Select(i => MathF.Sin(i * 1.7f))];
            float[] targets = [.. Enumerable.Range(0, 500 * 256).Select(i => MathF.Cos(i * 0.3f))];
            model.Fit(
                new Dataset<float, float>(inputs, targets, 500),
                new FitOptions { Epochs = 4, BatchSize = 250 });
            return Exercise.Weights(model);
        }
    }

    // Outputs below 0 have no categorical cross-entropy, which divides by their sum; Keras gives NaN too. Of outputs that are never below 1, or
    // never above 0, the binary one has no gradient.
    private static IEnumerable<string> LossesOf(string activation)
        => Enum.GetNames<Loss>().Where(loss => activation is not ("Exponential" or "LogSoftmax") || loss != "BinaryCrossentropy").Where(
            loss => activation is "Softplus" or "Sigmoid" or "Softmax" || !loss.EndsWith("CategoricalCrossentropy", StringComparison.Ordinal));
}

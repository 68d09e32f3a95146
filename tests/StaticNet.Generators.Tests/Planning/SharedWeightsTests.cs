namespace StaticNet.Generators.Tests;

/// <summary>Layers that share weights: each has its steps in the update, and room for what these find.</summary>
public sealed class SharedWeightsTests
{
    /// <summary>Every kind of layer with weights, but tables, each in a model that gives it what it takes.</summary>
    public static TheoryData<string, string> Kinds => new()
    {
        { "6", "Dense(6)" }, { "6", "LayerNormalization" }, { "6", "RMSNormalization" }, { "6", "PReLU" },
        { "4, 6", "TimeDistributed, Dense(6)" }, { "4, 6", "Conv1D(6, 3, Padding = Padding.Same)" },
        { "4, 6", "DepthwiseConv1D(3, Padding = Padding.Same)" }, { "4, 6", "SeparableConv1D(6, 3, Padding = Padding.Same)" },
        { "4, 6", "SimpleRNN(6, ReturnSequences = true)" }, { "4, 6", "LSTM(6, ReturnSequences = true)" }, { "4, 6", "GRU(6, ReturnSequences = true)" },
        { "4, 6", "Bidirectional, LSTM(3, ReturnSequences = true)" }, { "4, 6", "PositionEmbedding" }, { "4, 6", "MultiHeadAttention(2, 3)" },
        { "4, 6", "AdditiveAttention" }, { "4, 6", "Attention(UseScale = true, ScoreMode = ScoreMode.Concat)" },
        { "4, 6", "GroupNormalization(Groups = 3)" }, { "6", "BatchNormalization" }, { "6", "BatchNormalization(Scale = false)" },
        { "4, 4, 6", "Conv2D(6, 3, Padding = Padding.Same)" }, { "4, 4, 6", "Conv2D(6, 3, Padding = Padding.Same, Groups = 2)" },
        { "4, 4, 6", "DepthwiseConv2D(3, Padding = Padding.Same)" }, { "4, 4, 6", "SeparableConv2D(6, 3, Padding = Padding.Same)" },
        { "4, 4, 6", "Conv2DTranspose(6, 3, Padding = Padding.Same)" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryLayerHasItsStepsAndItsRoom(string shape, string layer)
    {
        string name = Text.Snake(layer.Split('(', ',')[0]);
        ModelPlan plan = Plans.Of($"[Model({shape}), {layer}, Share(\"{name}\"), Share(\"{name}\"), Flatten, Dense(2), Loss(Loss.Huber)]");
        SharedWeights shared = Assert.Single(plan.Shared);
        Assert.Equal(3, shared.Uses.Count);
        int steps = shared.Uses[0].Count;
        Assert.True(steps > 0);
        Assert.All(shared.Uses, use => Assert.Equal(steps, use.Count));
        Assert.Equal(plan.Steps.Count(step => step.Update is not null) - 1, steps * 3);

        // The weights are those of the first alone, and their rooms lie behind what steps derive, and end with it. Averages have no gradient.
        Assert.All(shared.Parameters, parameter => Assert.Equal(name, parameter.Layer));
        Assert.Equal(plan.Parameters.Count(parameter => parameter.Trainable) - 2, shared.Parameters.Count);
        Assert.True(shared.IsParallel);
        Assert.Equal(plan.DerivedFloats, shared.BuffersAt + (2 * shared.Floats));
        Assert.All(plan.Steps, step => Assert.True(step.DerivedAt + step.DerivedFloats <= shared.BuffersAt));
        Assert.True(shared.Parameters.All(parameter => parameter.Offset + ((long)parameter.Rows * parameter.Stride) - shared.Parameters[0].Offset <= shared.Floats));
    }

    [Fact]
    public void LayersThatDoNotFindGradientsAlikeHaveOneThread()
    {
        ModelPlan plan = Plans.Of("[Model(6, 6, 2), Conv2D(4, 3, Padding = Padding.Same, Name = \"c\"), MaxPooling2D, Share(\"c\", From = \"input\"), GlobalMaxPooling2D, Flatten(From = \"max_pooling2d\"), Concatenate(\"global_max_pooling2d\"), Dense(2), Loss(Loss.Huber)]");
        SharedWeights shared = Assert.Single(plan.Shared);
        Assert.False(shared.IsParallel);
        Assert.Equal(plan.DerivedFloats, shared.BuffersAt + (2 * shared.Floats));
    }

    // The rows that are read get gradients, whatever reads them: there is no room for those of the whole table.
    [Fact]
    public void ATableHasOneUpdateForAllThatReadIt()
    {
        ModelPlan plan = Plans.Of("[Model(6), Embedding(20_000, 32, MaskZero = true), GlobalAveragePooling1D(Name = \"a\"), Share(\"embedding\", From = \"input\"), LSTM(32), Share(\"embedding\", From = \"input\"), GlobalAveragePooling1D, Add(\"a\", \"lstm\"), Dense(2), Loss(Loss.Huber)]");
        Assert.Empty(plan.Shared);
        Assert.InRange(plan.DerivedFloats, 1, 20_000);
        PlanStep[] readers = [.. plan.Steps.Where(step => step.ReadsTable is not null)];
        Assert.Equal(["AveragedEmbedding embedding", "Embedding share", "AveragedEmbedding share_1"], Plans.Names(readers));
        Assert.NotNull(readers[0].Update);
        Assert.All(readers[1..], reader => Assert.Null(reader.Update));
        Assert.Equal([0, 0, 0], plan.Parameters[0].Inputs);

        // The gradient of each reading, and what averages were multiplied by, last until the update.
        Assert.Equal(5, readers[0].Update!.Operands.OfType<ValueOperand>().Distinct().Count());
        Assert.All(readers, reader => Assert.Contains(readers[0].Update!.Operands.OfType<ValueOperand>(), operand => operand.IsGradient && operand.Value == reader.Output));
        Assert.Equal(3, plan.Steps.Select(step => step.FindTableRows).OfType<KernelCall>().Count());
    }

    [Fact]
    public void NoKindIsForgotten()
    {
        string[] tried = [.. Kinds.Select(kind => ((string)kind[1]).Split('(', ',')[0]), "Embedding"];
        IEnumerable<string> weighty = LayerKinds.Names.Where(name => Weighty(name, "4, 4, 6") || Weighty(name, "4, 6") || Weighty(name, "6"));
        Assert.Empty(weighty.Except(tried));
    }

    private static bool Weighty(string kind, string shape)
    {
        var result = Expect.Run(Compilations.Create($"[Model({shape})] [{kind}{Arguments(kind)}] public partial class M;"));
        return result.GeneratedSources.Any(source => !Compilations.IsSkeleton(source) && source.SourceText.ToString().Contains("base.Parameters[0]", StringComparison.Ordinal));
    }

    private static string Arguments(string kind) => kind switch
    {
        "TimeDistributed" => ", Dense(6)",
        "Bidirectional" => ", LSTM(6)",
        _ => typeof(LayerAttribute).Assembly.GetType($"StaticNet.{kind}Attribute")!.GetConstructors().Min(constructor => constructor.GetParameters().Count(parameter => !parameter.HasDefaultValue && parameter.ParameterType == typeof(int))) switch
        {
            0 => "",
            1 => "(6)",
            _ => "(6, 3)",
        },
    };
}

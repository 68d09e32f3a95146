namespace StaticNet.Generators.Tests;

/// <summary>How the gradients by a value that several layers take are put together.</summary>
public sealed class GradientSumsTests
{
    [Theory]
    [InlineData("[Model(8), Dense(16, GELU), Dropout(0.1f), Dense(3, Softmax), Loss(Loss.SparseCategoricalCrossentropy)]")]
    [InlineData("[Model(12, 12, 3), Conv2D(8, 3), BatchNormalization, Activation(ReLU), MaxPooling2D, Flatten, Dense(3), Loss(Loss.Huber)]")]
    [InlineData("[Model(20), Embedding(50, 8), LSTM(8, ReturnSequences = true), GRU(4), Dense(3), Loss(Loss.Huber)]")]
    public void AChainCostsNothing(string attributes)
    {
        ModelPlan plan = Plans.Of(attributes);
        Assert.All(plan.Steps, step =>
        {
            Assert.Empty(GradientSums.Of(step));
            Assert.Empty(step.PartialGradients);
            Assert.False(step.AddsGradient);
        });
        Assert.DoesNotContain(Plans.Values(plan.Steps), value => value.Name.Contains("PartialGradient", StringComparison.OrdinalIgnoreCase));
    }

    // What parts at the input, which has no gradient, and meets again.
    [Fact]
    public void BranchesOfTheInputCostNothing()
        => Assert.DoesNotContain(
            Calls(Plans.Of("[Model(4), Dense(4, Name = \"a\"), Dense(4, From = \"input\"), Add(\"a\", \"input\"), Loss(Loss.Huber)]")),
            call => call.StartsWith("GradientKernels.Add", StringComparison.Ordinal));

    // The last on the way there is the first on the way back: it writes, the others add, nearest first.
    [Fact]
    public void ThreeReadersAddUpInTheOrderOfTheWayBack() => Assert.Equal(
        [
            "PairKernels.BackwardFirst addOutput', add1Output'",
            "PairKernels.BackwardSecond addOutput', aOutput'",
            "PairKernels.BackwardFirst add1Output', cOutput'",
            "PairKernels.BackwardSecond add1Output', bOutput'",
            "Unrolled.Backward cOutput', xOutput'",
            "Unrolled.Backward bOutput', bPartialGradient",
            "GradientKernels.Add xOutput', bPartialGradient",
            "ActivationKernels.Backward aOutput', aPartialGradient",
            "GradientKernels.Add xOutput', aPartialGradient",
        ],
        Calls(Plans.Of(
            "[Model(8), Dense(4, Name = \"x\"), Activation(Tanh, Name = \"a\"), Dense(4, From = \"x\", Name = \"b\"), Dense(4, From = \"x\", Name = \"c\"), Add(\"b\", \"a\"), Loss(Loss.Huber)]")));

    // The same step takes it twice: it writes for the first and adds for the second.
    [Fact]
    public void AValueThatIsMergedWithItselfAddsUpToo() => Assert.Equal(
        ["PairKernels.BackwardFirst multiplyOutput', xOutput'", "PairKernels.BackwardSecond multiplyOutput', multiplyPartialGradient2", "GradientKernels.Add xOutput', multiplyPartialGradient2"],
        Calls(Plans.Of("[Model(8), Dense(4, Name = \"x\"), Multiply(\"x\", \"x\"), Loss(Loss.Huber)]")));

    // A recurrence adds what it gives, step by step, to what is there.
    [Fact]
    public void ARecurrenceAddsWithoutRoomOfItsOwn()
    {
        ModelPlan plan = Plans.Of("[Model(6, 4), Dense(5, Name = \"x\"), LSTM(3, Name = \"a\"), GRU(3, From = \"x\"), Add(\"a\"), Loss(Loss.Huber)]");
        Assert.Equal([false, true, false, false], plan.Steps.Select(step => step.AddsGradient));
        Assert.DoesNotContain(Calls(plan), call => call.StartsWith("GradientKernels.Add", StringComparison.Ordinal));
    }

    // Rows are whole vectors behind a normalisation or an attention, whether or not there is something to learn. An augmentation passes no gradient on.
    [Theory]
    [InlineData("[Model(4, 6), GroupNormalization(Groups = 2, Center = false, Scale = false), Flatten, Reshape(6, 2, 2), RandomRotation(0.2f), Flatten, Dense(3), Loss(Loss.Huber)]")]
    [InlineData("[Model(4, 6), LayerNormalization(Center = false, Scale = false), Flatten, Reshape(6, 2, 2), Activation(Tanh), RandomFlip, Flatten, Dense(3), Loss(Loss.Huber)]")]
    [InlineData("[Model(4, 6), Attention, Flatten, Reshape(6, 2, 2), RandomFlip, Flatten, Dense(3), Loss(Loss.Huber)]")]
    [InlineData("[Model(4, 6, 2), LayerNormalization(Center = false, Scale = false), MaxPooling2D(2), Flatten, Dense(3), Loss(Loss.Huber)]")]
    public void NothingGoesBackBeforeTheFirstWeights(string attributes)
    {
        ModelPlan plan = Plans.Of(attributes);
        Assert.Empty(plan.Steps.Where(step => step.Layer.Name != "dense").SelectMany(step => step.BackwardMethods));
        Assert.DoesNotContain(plan.Phases.SelectMany(phase => phase.Backward).SelectMany(work => work.Statement.Operands).OfType<ValueOperand>(), operand => operand.IsGradient);
    }

    // Each call on the way back, with the gradients and parts of gradients that it touches.
    private static IEnumerable<string> Calls(ModelPlan plan)
        => from statement in plan.Phases.SelectMany(phase => phase.Backward).Select(work => work.Statement)
           from call in CallsOf(statement)
           let touched = call.Operands.OfType<ValueOperand>().Where(operand => operand.IsGradient || operand.Value.Name.Contains("PartialGradient", StringComparison.Ordinal))
           select $"{call.Kernel} {string.Join(", ", touched.Select(operand => operand.Value.Name + (operand.IsGradient ? "'" : "")))}";

    private static EquatableArray<KernelCall> CallsOf(Statement statement) => statement is Method method ? method.Body : new([(KernelCall)statement]);
}

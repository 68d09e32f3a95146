namespace StaticNet.Generators.Tests;

/// <summary>Which models predict step by step, and that this goes by the memory of the model that predicts whole sequences.</summary>
public sealed class StepByStepTests
{
    private const string Tokens = "[Model(20), Embedding(30, 8)", Numbers = "[Model(20, 8)", Causal = "MultiHeadAttention(2, 4, Causal = true)";

    [Theory]
    [InlineData($"{Tokens}, PositionEmbedding(40), {Causal}, Dense(30, Softmax), Loss(Loss.SparseCategoricalCrossentropy)]")]
    [InlineData($"{Tokens}, SinePositionEncoding, {Causal}, LayerNormalization, Dense(40, GELU), Dense(1, Sigmoid), Loss(Loss.BinaryCrossentropy)]")]
    [InlineData($"{Tokens}, LSTM(5, ReturnSequences = true, Dropout = 0.5), GRU(16, ReturnSequences = true, ResetAfter = false), SimpleRNN(7, ReturnSequences = true)]")]
    [InlineData($"{Numbers}, Rescaling(0.5), Attention(Causal = true), BatchNormalization, Activation(ReLU), LSTM(5, ReturnSequences = true), RMSNormalization]")]
    [InlineData($"{Numbers}, Dense(6, Tanh, Name = \"a\"), PReLU(1), Add(\"a\"), Concatenate(\"a\", Name = \"b\"), {Causal}, Share(\"a\", From = \"input\", Name = \"c\"), Concatenate(\"b\", \"multi_head_attention\"), Softmax]")]
    [InlineData($"{Numbers}, TimeDistributed, Dense(8), Dropout(0.1), AlphaDropout(0.1), GaussianDropout(0.1), GaussianNoise(0.1), SpatialDropout1D(0.1), Identity, ELU, {Causal}]")]
    [InlineData("[Model, Input(\"text\", 20, Tokens = 30), Embedding(30, 8, Name = \"words\"), MultiHeadAttention(1, 4, Value = \"words\", Causal = true), Output]")]
    [InlineData("[Model(1), Embedding(30, 8), GRU(3, ReturnSequences = true, Name = \"states\"), Dense(2)]")]
    public void PredictsWithTheParametersAndWhatIsDerivedFromThem(string attributes)
    {
        ModelPlan plan = Plans.Of(attributes), step = plan.Decoder!;
        Assert.Equal(plan.Parameters.Select(parameter => (parameter.Name, parameter.Offset, parameter.Stride)), step.Parameters.Select(parameter => (parameter.Name, parameter.Offset, parameter.Stride)));
        Assert.Equal(plan.InferenceSteps.Select(inference => (inference.PreparedFloats, Text(inference))), step.InferenceSteps.Select(inference => (inference.PreparedFloats, Text(inference))));
        Assert.All(step.InferenceSteps, inference => Assert.Equal(1, inference.Output.Shape[0]));
        Assert.Equal(plan.InputShape[0], step.Window);
        Assert.True(step.Kept.Floats > 0);

        static string? Text(PlanStep step) => step.PrepareInference?.At(CallSite.Prediction());
    }

    [Theory]
    [InlineData("each step stands alone", $"{Tokens}, PositionEmbedding, Dense(30, Softmax)]")]
    [InlineData("a query asks later steps", $"{Tokens}, {Causal}, MultiHeadAttention(2, 4)]")]
    [InlineData("so does another kind", $"{Numbers}, {Causal}, Attention]")]
    [InlineData("one output for all steps", $"{Tokens}, {Causal}, GlobalAveragePooling1D, Dense(3)]")]
    [InlineData("the last state alone", $"{Tokens}, LSTM(4, ReturnSequences = true), LSTM(4)]")]
    [InlineData("from the end", $"{Tokens}, LSTM(4, ReturnSequences = true), GRU(4, ReturnSequences = true, GoBackwards = true)]")]
    [InlineData("in both directions", $"{Tokens}, {Causal}, Bidirectional, LSTM(4, ReturnSequences = true)]")]
    [InlineData("a mask of tokens", $"[Model(20), Embedding(30, 8, MaskZero = true), {Causal}]")]
    [InlineData("a mask of steps", $"{Numbers}, Masking, LSTM(4, ReturnSequences = true)]")]
    [InlineData("windows of steps", $"{Numbers}, {Causal}, Conv1D(4, 3, Padding = Padding.Causal)]")]
    [InlineData("statistics of steps", $"{Numbers}, {Causal}, GroupNormalization(Groups = 2)]")]
    [InlineData("weights of each step", $"{Numbers}, {Causal}, PReLU]")]
    [InlineData("steps that change places", $"{Numbers}, {Causal}, Permute(2, 1)]")]
    [InlineData("steps one behind the other", $"{Numbers}, {Causal}, Concatenate(\"input\", Axis = 1)]")]
    [InlineData("several outputs", $"{Numbers}, LSTM(4, ReturnSequences = true), Output, Dense(3), Output]")]
    [InlineData("several inputs", "[Model, Input(\"a\", 20, 8), Input(\"b\", 20, 8), Add(\"a\"), LSTM(4, ReturnSequences = true)]")]
    [InlineData("no steps", "[Model(20), Dense(4)]")]
    public void HasNoSteps(string why, string attributes)
        => Assert.True(Plans.Of(attributes) is { Decoder: null, Window: 0 }, why);

    // Kept is what an attention's steps leave: keys as products take them, and values.
    [Fact]
    public void KeepsKeysAndValues()
    {
        ModelPlan plan = Plans.Of($"{Tokens}, {Causal}, MultiHeadAttention(3, 17, ValueDim = 5, Causal = true), LSTM(5, ReturnSequences = true)]");
        Assert.Equal((2 * 4 * 32) + (20 * 2 * 16) + (3 * 17 * 32) + (20 * 3 * 16) + (2 * 16), plan.Decoder!.Kept.Floats);
        Assert.Equal(0, plan.Kept.Floats);
    }
}

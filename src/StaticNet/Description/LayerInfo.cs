namespace StaticNet;

/// <summary>A layer, as the summary shows it.</summary>
/// <param name="Name">The layer's name in the model: <c>dense_1</c>.</param>
/// <param name="Kind">What it is: <c>Dense</c>.</param>
/// <param name="OutputShape">The shape of what it gives for one sample.</param>
/// <param name="ParameterCount">How many weights it has.</param>
/// <param name="NonTrainableCount">How many of them gradients do not change, such as moving averages.</param>
public sealed record LayerInfo(
    string Name, string Kind, IReadOnlyList<int> OutputShape, int ParameterCount, int NonTrainableCount = 0)
{
    /// <summary>The shape of what it gives for one sample.</summary>
    public IReadOnlyList<int> OutputShape { get; init => field = [.. value]; } = [.. OutputShape];

    /// <summary>
    /// The layers whose outputs it takes, <c>input</c> being the model's input; empty where it takes that of the layer before it, or as the first
    /// layer the input.
    /// </summary>
    public IReadOnlyList<string> Inputs { get; init => field = [.. value]; } = [];
}

using System.ComponentModel;
using System.Globalization;
using System.Text;
using StaticNet.Kernels;

namespace StaticNet;

/// <summary>What is known of a model before it runs: its layers, shapes and memory. Made by the generator.</summary>
public sealed class ModelInfo
{
    /// <summary>The class's name.</summary>
    public required string Name { get; init; }

    /// <summary>The number of what generated code and run time agreed on when the model was generated.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public required int Contract { get; init; }

    /// <summary>The shape of one sample; of several inputs, which lie one behind the other, the numbers in all of them.</summary>
    public required IReadOnlyList<int> InputShape
    {
        get;
        init => (field, InputSize) = ([.. value], SizeOf(value));
    }

    /// <summary>
    /// The number of different tokens, from 0 on, that a sample of a model of tokens is made of; 0 in a model of numbers, and where there are
    /// several inputs, each of which says it of itself.
    /// </summary>
    public int Vocabulary { get; init; }

    /// <summary>The inputs, in the order in which a sample holds them.</summary>
    public IReadOnlyList<InputInfo> Inputs
    {
        get => field ??= [new InputInfo("input", InputShape, Vocabulary)];
        init => field = [.. value];
    }

    /// <summary>The outputs, in the order in which they are predicted.</summary>
    public IReadOnlyList<OutputInfo> Outputs
    {
        get => field ??= [new OutputInfo("output", OutputShape, Loss)];
        init => field = [.. value];
    }

    /// <summary>The shape of the output for one sample; of several outputs, which lie one behind the other, the numbers in all of them.</summary>
    public required IReadOnlyList<int> OutputShape
    {
        get;
        init => (field, OutputSize) = ([.. value], SizeOf(value));
    }

    /// <summary>The layers, in order.</summary>
    public required IReadOnlyList<LayerInfo> Layers
    {
        get;
        init
        {
            field = [.. value];
            foreach (LayerInfo layer in value)
            {
                ParameterCount = checked(ParameterCount + layer.ParameterCount);
                NonTrainableCount = checked(NonTrainableCount + layer.NonTrainableCount);
            }
        }
    }

    /// <summary>What training makes small; null in a model for inference only, and where there are several outputs, each with a loss of its own.</summary>
    public Loss? Loss { get; init; }

    /// <summary>Where the parameters lie.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public required IReadOnlyList<ParameterInfo> Parameters { get; init => field = [.. value]; }

    /// <summary>The memory that the passes need.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public required MemoryPlan Memory { get; init; }

    /// <summary>The outputs of named layers that can be predicted.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public IReadOnlyList<LayerOutputInfo> LayerOutputs { get; init => field = [.. value]; } = [];

    /// <summary>What predictions of one step of a sequence at a time take; null where the model has none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DecodingInfo? Decoding { get; init; }

    /// <summary>The numbers in one sample.</summary>
    public int InputSize { get; private init; }

    /// <summary>The numbers in the output for one sample.</summary>
    public int OutputSize { get; private init; }

    /// <summary>The number of weights.</summary>
    public int ParameterCount { get; private init; }

    /// <summary>The number of weights that gradients do not change, such as the moving averages of batch normalisation.</summary>
    public int NonTrainableCount { get; private init; }

    /// <summary>The table that Keras' <c>model.summary()</c> prints.</summary>
    public override string ToString()
    {
        bool isGraph = Layers.Any(layer => layer.Inputs.Count > 0 || layer.Kind == "InputLayer");
        string[] titles = ["Layer (type)", "Output Shape", "Param #", "Connected to"];
        string[][] rows =
        [
            titles,
            .. Layers.Select((layer, at) => new[]
            {
                $"{layer.Name} ({layer.Kind})", Shape(layer.OutputShape), layer.ParameterCount.ToString("N0", CultureInfo.InvariantCulture), ConnectedTo(at),
            }),
        ];
        int[] widths = [.. Enumerable.Range(0, isGraph ? 4 : 3).Select(column => rows.Max(row => row[column].Length))];
        string Rule(char left, char middle, char right)
            => left + string.Join(middle, widths.Select(width => new string('─', width + 2))) + right;

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Model: \"{Name}\"\n{Rule('┌', '┬', '┐')}\n");
        for (int i = 0; i < rows.Length; i++)
        {
            string[] row = rows[i];
            string end = isGraph ? $" {row[3].PadRight(widths[3])} │" : "";
            text.Append(CultureInfo.InvariantCulture, $"│ {row[0].PadRight(widths[0])} │ {row[1].PadRight(widths[1])} │ {row[2].PadLeft(widths[2])} │{end}\n");
            if (i == 0)
                text.Append(Rule('├', '┼', '┤')).Append('\n');
        }

        text.Append(Rule('└', '┴', '┘')).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $" Total params: {Count(ParameterCount)}\n");
        text.Append(CultureInfo.InvariantCulture, $" Trainable params: {Count(ParameterCount - NonTrainableCount)}\n");
        text.Append(CultureInfo.InvariantCulture, $" Non-trainable params: {Count(NonTrainableCount)}\n");
        return text.ToString();
    }

    // 0 where there are more than an array can hold, which no model can have.
    internal static int SizeOf(IReadOnlyList<int> shape)
    {
        long size = 1;
        for (int axis = 0; axis < shape.Count; axis++)
            size = Math.Clamp(size * shape[axis], 0, 1L + int.MaxValue);
        return size > int.MaxValue ? 0 : (int)size;
    }

    private string ConnectedTo(int layer)
        => Layers[layer].Kind == "InputLayer" ? "-"
            : Layers[layer].Inputs.Count > 0 ? string.Join(", ", Layers[layer].Inputs) : layer == 0 ? "input" : Layers[layer - 1].Name;

    private static string Shape(IReadOnlyList<int> shape) => $"(None, {string.Join(", ", shape)})";

    private static string Count(int parameters)
    {
        double bytes = parameters * (double)sizeof(float);
        (double size, string unit) = bytes < 1024 ? (bytes, "B") : bytes < 1024 * 1024 ? (bytes / 1024, "KB") : (bytes / 1024 / 1024, "MB");
        return string.Create(CultureInfo.InvariantCulture, $"{parameters:N0} ({size:F2} {unit})");
    }
}

using StaticNet.Kernels;
using static System.FormattableString;

namespace StaticNet.Files;

/// <summary>Says in words, layer by layer, in what the weights of a file, or of another model, differ from those that a model has.</summary>
/// <param name="source">What messages call the file or the other model.</param>
internal sealed class WeightsDifference(string source)
{
    private const int MaxDifferences = 6;

    /// <summary>The differences of another model's weights; empty where all are there, in the same shapes, and no others.</summary>
    public static string Describe(ModelInfo info, ModelInfo other)
    {
        SafetensorsEntry[] tensors = [.. other.Parameters.Select(parameter => new SafetensorsEntry(
            parameter.Name, TensorType.F32, [.. parameter.Shape.Select(size => (long)size)], 0, 0))];
        LayerSchema[] layers = [.. other.Layers.Select(layer => new LayerSchema(
            layer.Name, layer.Kind, [.. layer.OutputShape.Select(size => (long)size)], layer.ParameterCount))];
        return new WeightsDifference(other.Name).Describe(info, tensors, layers);
    }

    /// <summary>The differences; empty where every weight of the model is in the file and nothing else.</summary>
    /// <param name="info">The model.</param>
    /// <param name="tensors">What the file holds.</param>
    /// <param name="layers">What it says of layers; null if it says nothing.</param>
    public string Describe(ModelInfo info, IReadOnlyList<SafetensorsEntry> tensors, IReadOnlyList<LayerSchema>? layers)
    {
        Dictionary<string, List<SafetensorsEntry>> inFile = tensors.GroupBy(tensor => Layer(tensor.Name)).ToDictionary(group => group.Key, group => group.ToList());
        Dictionary<string, string> fileKinds = [];
        foreach (LayerSchema layer in layers ?? [])
            fileKinds.TryAdd(layer.Name, layer.Kind);
        Dictionary<string, string> kinds = info.Layers.ToDictionary(layer => layer.Name, layer => layer.Kind);
        var differences = new List<string>();
        foreach (IGrouping<string, ParameterInfo> layer in info.Parameters.GroupBy(parameter => Layer(parameter.Name)))
        {
            string kind = kinds.GetValueOrDefault(layer.Key, "");
            string? fileKind = fileKinds.GetValueOrDefault(layer.Key);
            if (!inFile.Remove(layer.Key, out List<SafetensorsEntry>? ofLayer))
                differences.Add($"{layer.Key}: {source} has no such layer, in the model it is {Article(kind)}");
            else if (fileKind is not null && fileKind != kind)
                differences.Add($"{layer.Key}: in {source} it is {Article(Quoted.Show(fileKind))}, in the model {Article(kind)}");
            else
                AddOfLayer(differences, layer.Key, kind, [.. layer], ofLayer);
        }

        foreach (string name in inFile.Keys)
        {
            string what = fileKinds.TryGetValue(name, out string? kind) ? $" ({Quoted.Show(kind)})" : "";
            differences.Add($"the model has no layer {Quoted.Show(name)}{what}, which is in {source}");
        }

        string more = differences.Count > MaxDifferences ? Invariant($"; and {differences.Count - MaxDifferences} more differences") : "";
        return string.Join("; ", differences.Take(MaxDifferences)) + more;
    }

    /// <summary>Whether two shapes are the same.</summary>
    public static bool IsSame(long[] shape, IReadOnlyList<int> other)
    {
        if (shape.Length != other.Count)
            return false;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (shape[axis] != other[axis])
                return false;
        }

        return true;
    }

    /// <summary>
    /// Whether a file is as the model itself would write it, as nearly every one is that is loaded: then there is nothing to describe, and a
    /// program that begins with loading begins sooner.
    /// </summary>
    public static bool IsOwn(ModelInfo info, IReadOnlyList<SafetensorsEntry> tensors, List<LayerSchema>? layers)
    {
        if (tensors.Count != info.Parameters.Count || layers?.Count != info.Layers.Count)
            return false;
        for (int i = 0; i < tensors.Count; i++)
        {
            if (tensors[i].Name != info.Parameters[i].Name || !IsSame(tensors[i].Shape, info.Parameters[i].Shape))
                return false;
        }

        for (int i = 0; i < layers.Count; i++)
        {
            if (layers[i].Name != info.Layers[i].Name || layers[i].Kind != info.Layers[i].Kind)
                return false;
        }

        return true;
    }

    private void AddOfLayer(List<string> differences, string layer, string kind, ParameterInfo[] parameters, List<SafetensorsEntry> tensors)
    {
        Dictionary<string, SafetensorsEntry> inFile = tensors.ToDictionary(tensor => tensor.Name);
        var sizes = new List<string>();
        var shapes = new List<string>();
        foreach (ParameterInfo parameter in parameters)
        {
            string name = parameter.Name[Math.Min(layer.Length + 1, parameter.Name.Length)..];
            if (!inFile.Remove(parameter.Name, out SafetensorsEntry? tensor))
            {
                differences.Add($"{layer}: {source} has no {name}, the model has one");
            }
            else if (!IsSame(tensor.Shape, parameter.Shape))
            {
                shapes.Add($"{parameter.Name}: in {source} its shape is {Quoted.Shape(tensor.Shape)}, in the model {Quoted.Shape(parameter.Shape)}");
                AddSizes(sizes, Axes(kind, name), tensor.Shape, parameter.Shape);
            }
        }

        // A layer's sizes say all of its shapes; those have to be told where there are no words for them.
        differences.AddRange(sizes.Count > 0 ? sizes.Distinct().Select(size => $"{layer}: {size}") : shapes);
        differences.AddRange(inFile.Keys.Select(name => $"{layer}: {source} has {Quoted.Show(name)}, the model has not"));
    }

    private void AddSizes(List<string> sizes, string[] axes, long[] inFile, IReadOnlyList<int> inModel)
    {
        if (axes.Length != inFile.Length || axes.Length != inModel.Count)
            return;
        for (int axis = 0; axis < axes.Length; axis++)
        {
            if (inFile[axis] != inModel[axis] && axes[axis].Length > 0)
                sizes.Add(Invariant($"{source} has {inFile[axis]} {axes[axis]}, the model has {inModel[axis]}"));
        }
    }

    // What the axes of a parameter are; empty where another parameter of the layer says it better.
    private static string[] Axes(string kind, string parameter) => (kind, parameter.Split('_')[^1], parameter) switch
    {
        ("Dense" or "TimeDistributed", "kernel", _) => ["inputs", "units"],
        ("Dense" or "TimeDistributed", "bias", _) => ["units"],
        ("Embedding", _, _) => ["tokens", "numbers for each token"],
        ("Conv1D", "kernel", _) => ["steps in its kernel", "channels coming in", "filters"],
        ("Conv2D", "kernel", _) => ["rows in its kernel", "columns in its kernel", "channels coming in", "filters"],
        ("Conv2DTranspose", "kernel", _) => ["rows in its kernel", "columns in its kernel", "filters", "channels coming in"],
        ("Conv1D" or "Conv2D" or "Conv2DTranspose", "bias", _) => ["filters"],
        ("BatchNormalization" or "LayerNormalization" or "RMSNormalization", _, _) => ["channels"],
        ("SimpleRNN" or "LSTM" or "GRU" or "Bidirectional", "kernel", "recurrent_kernel" or "forward_recurrent_kernel" or "backward_recurrent_kernel") => ["units", ""],
        ("SimpleRNN" or "LSTM" or "GRU" or "Bidirectional", "kernel", _) => ["inputs", ""],
        _ => [],
    };

    private static string Layer(string parameter) => parameter.LastIndexOf('/') is > 0 and int slash ? parameter[..slash] : parameter;

    private static string Article(string kind) => kind.TrimStart('\'') is ['A' or 'E' or 'I' or 'O' or 'U' or 'L', ..] ? $"an {kind}" : $"a {kind}";
}

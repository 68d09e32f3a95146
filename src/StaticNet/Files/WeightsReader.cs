using System.Globalization;

namespace StaticNet.Files;

/// <summary>
/// Reads weights from a safetensors file: everything is checked and read before the first weight of the model changes.
/// </summary>
/// <remarks>
/// Files are read, not mapped into memory: a mapped file that somebody else cuts short ends the process instead of throwing, and what is read
/// has to be copied once more anyway, since weights must not change before the last of them is known to be good.
/// </remarks>
internal static class WeightsReader
{
    /// <summary>Reads all weights, or none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or of another model.</exception>
    public static void ReadAll(Model model, ContentReader content)
        => Read(model, content, (header, layers) =>
        {
            string differences = new WeightsDifference("the file").Describe(model.Info, header.Tensors, layers);
            if (differences.Length == 0)
                return;
            string from = header.Metadata.TryGetValue(WeightsWriter.ModelKey, out string? name) && layers is not null && name != model.Info.Name
                ? $", {Quoted.Show(name)}," : "";
            throw content.Refused(
                $"it holds the weights of another model than {model.Info.Name}: {differences}. Load it into the class that it was saved from{from} or take over what fits with LoadMatching");
        });

    /// <summary>Reads those weights that the model has under the same name in the same shape.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static LoadReport ReadMatching(Model model, ContentReader content) => Read(model, content, (_, _) => { });

    private static LoadReport Read(Model model, ContentReader content, Action<SafetensorsHeader, IReadOnlyList<LayerSchema>?> check)
    {
        // What would be refused in the end is refused before anything is read.
        _ = model.Gate.BeginReading();
        SafetensorsHeader header = SafetensorsHeader.Read(content);
        check(header, Layers(header, content));
        Dictionary<string, Parameter> parameters = model.Parameters.ToDictionary(parameter => parameter.Name);
        var loaded = new List<(Parameter Parameter, SafetensorsEntry Tensor)>();
        var mismatches = new List<ShapeMismatch>();
        var unknown = new List<string>();
        foreach (SafetensorsEntry tensor in header.Tensors)
        {
            if (!parameters.Remove(tensor.Name, out Parameter? parameter))
                unknown.Add(tensor.Name);
            else if (!IsSame(tensor.Shape, parameter.Shape))
                mismatches.Add(new ShapeMismatch(tensor.Name, tensor.Shape.AsReadOnly(), parameter.Shape));
            else
                loaded.Add((parameter, tensor));
        }

        // What is missing is told in the model's order.
        List<string> missing = [.. model.Parameters.Select(parameter => parameter.Name).Where(parameters.ContainsKey)];
        var report = new LoadReport(
            Array.AsReadOnly([.. loaded.Select(pair => pair.Parameter.Name)]), missing.AsReadOnly(), mismatches.AsReadOnly(), unknown.AsReadOnly());
        foreach ((_, SafetensorsEntry tensor) in loaded)
        {
            if (!FloatTensors.IsReadable(tensor.Type))
                throw content.Refused($"{tensor.Name} is of dtype {tensor.Type}, and weights are F32, F64, F16 or BF16");
        }

        Copy(model, ReadValues(header, loaded, content));
        return report;
    }

    private static List<(Parameter Parameter, float[] Values)> ReadValues(
        SafetensorsHeader header, List<(Parameter Parameter, SafetensorsEntry Tensor)> wanted, ContentReader content)
    {
        var read = new List<(Parameter, float[])>();
        long at = 0;
        foreach ((Parameter parameter, SafetensorsEntry tensor) in wanted)
        {
            content.Skip(tensor.Begin - at, "its data");
            float[] values = GC.AllocateUninitializedArray<float>(parameter.Count);
            FloatTensors.Read(content, tensor, values);
            read.Add((parameter, values));
            at = tensor.End;
        }

        content.Skip((header.Tensors.Count == 0 ? 0 : header.Tensors[^1].End) - at, "its data");
        content.RequireEnd();
        return read;
    }

    // Under one hold of the gate, so that nobody sees or saves half of it.
    private static void Copy(Model model, List<(Parameter Parameter, float[] Values)> read)
    {
        using TrainingGate.Writing writing = model.Gate.Write();
        model.Settle();
        Workers.Run(new CopiedRows(read), Workers.Paying(Environment.ProcessorCount, read.Sum(pair => (double)pair.Values.Length)));
    }

    // Null in a file that somebody else has written.
    private static List<LayerSchema>? Layers(SafetensorsHeader header, ContentReader content)
    {
        if (!header.Metadata.TryGetValue(WeightsWriter.FormatKey, out string? format) || format != WeightsWriter.Format)
            return null;
        if (!header.Metadata.TryGetValue(WeightsWriter.VersionKey, out string? version)
            || version != WeightsWriter.Version.ToString(CultureInfo.InvariantCulture))
        {
            throw content.Refused($"it is of version {Quoted.Show(version ?? "")} of StaticNet's format, and this StaticNet knows version {WeightsWriter.Version}");
        }

        return header.Metadata.TryGetValue(WeightsWriter.LayersKey, out string? layers)
            ? LayerSchema.Read(layers, content)
            : throw content.Refused("its metadata does not say what layers it is of");
    }

    private static bool IsSame(long[] shape, IReadOnlyList<int> other)
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

    /// <summary>Weights whose rows go where they belong.</summary>
    private sealed class CopiedRows(List<(Parameter Parameter, float[] Values)> read) : IParts
    {
        public void Do(int part, int parts)
        {
            foreach ((Parameter parameter, float[] values) in read)
                parameter.CopyRows(values, Place(parameter.Rows, part, parts), Place(parameter.Rows, part + 1, parts));
        }

        private static int Place(int rows, int part, int parts) => (int)((long)rows * part / parts);
    }
}

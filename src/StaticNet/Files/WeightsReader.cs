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
    public static void ReadAll(Model model, ContentReader content) => Read(model, content, header => RequireSame(model, header, content));

    /// <summary>Refuses weights that are not those of a model.</summary>
    /// <exception cref="InvalidDataException">They are of another model.</exception>
    public static void RequireSame(Model model, SafetensorsHeader header, ContentReader content)
    {
        List<LayerSchema>? layers = Layers(header, content);
        string differences = new WeightsDifference("the file").Describe(model.Info, header.Tensors, layers);
        if (differences.Length == 0)
            return;
        string from = header.Metadata.TryGetValue(WeightsWriter.ModelKey, out string? name) && layers is not null && name != model.Info.Name
            ? $", {Quoted.Show(name)}," : "";
        throw content.Refused(
            $"it holds the weights of another model than {model.Info.Name}: {differences}. Load it into the class that it was saved from{from} or take over what fits with LoadMatching");
    }

    /// <summary>Reads those weights that the model has under the same name in the same shape.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static LoadReport ReadMatching(Model model, ContentReader content) => Read(model, content, header => Layers(header, content));

    private static LoadReport Read(Model model, ContentReader content, Action<SafetensorsHeader> check)
    {
        // What would be refused in the end is refused before anything is read.
        _ = model.Gate.BeginReading();
        SafetensorsHeader header = SafetensorsHeader.Read(content).WithoutSlots();
        check(header);
        Dictionary<string, Parameter> parameters = model.Parameters.ToDictionary(parameter => parameter.Name);
        var loaded = new List<(Parameter Parameter, int Slot, SafetensorsEntry Tensor)>();
        var mismatches = new List<ShapeMismatch>();
        var unknown = new List<string>();
        foreach (SafetensorsEntry tensor in header.Tensors)
        {
            if (!parameters.Remove(tensor.Name, out Parameter? parameter))
                unknown.Add(tensor.Name);
            else if (!IsSame(tensor.Shape, parameter.Shape))
                mismatches.Add(new ShapeMismatch(tensor.Name, tensor.Shape.AsReadOnly(), parameter.Shape));
            else
                loaded.Add((parameter, ReadTensor.Weights, tensor));
        }

        // What is missing is told in the model's order.
        List<string> missing = [.. model.Parameters.Select(parameter => parameter.Name).Where(parameters.ContainsKey)];
        var report = new LoadReport(
            Array.AsReadOnly([.. loaded.Select(pair => pair.Parameter.Name)]), missing.AsReadOnly(), mismatches.AsReadOnly(), unknown.AsReadOnly());
        Copy(model, ReadValues(header, loaded, content), null);
        return report;
    }

    /// <summary>Reads all weights and what an optimizer keeps of each.</summary>
    /// <exception cref="InvalidDataException">There is not all of it, or it is damaged.</exception>
    public static List<ReadTensor> ReadTensors(Model model, SafetensorsHeader header, IReadOnlyList<string> slots, ContentReader content)
    {
        var wanted = new List<(Parameter, int, SafetensorsEntry)>();
        Dictionary<string, SafetensorsEntry> entries = header.Tensors.ToDictionary(tensor => tensor.Name);
        foreach (Parameter parameter in model.Parameters)
        {
            Add(parameter, ReadTensor.Weights, parameter.Name);
            for (int slot = 0; slot < slots.Count; slot++)
                Add(parameter, slot, NameOf(parameter, slots[slot]));
        }

        foreach (string name in entries.Keys)
            throw content.Refused($"it holds {Quoted.Show(name)}, which is not of this training");
        wanted.Sort((first, second) => first.Item3.Begin.CompareTo(second.Item3.Begin));
        return ReadValues(header, wanted, content);

        void Add(Parameter parameter, int slot, string name)
        {
            if (!entries.Remove(name, out SafetensorsEntry? tensor))
                throw content.Refused($"it lacks {name}");
            if (!IsSame(tensor.Shape, parameter.Shape))
                throw content.Refused($"{name} is of shape {Quoted.Shape(tensor.Shape)}, and {parameter.Name} of {Quoted.Shape(parameter.Shape)}");
            wanted.Add((parameter, slot, tensor));
        }
    }

    /// <summary>What a file names something that an optimizer keeps of a parameter. No parameter is named so.</summary>
    public static string NameOf(Parameter parameter, string slot) => $"{parameter.Name}/{slot}";

    /// <summary>Copies numbers to where they belong, under one hold of the gate, so that nobody sees or saves half of it.</summary>
    public static void Copy(Model model, IReadOnlyList<ReadTensor> read, Optimizer? optimizer)
    {
        using TrainingGate.Writing writing = model.Gate.Write();
        model.Settle();
        Workers.Run(new CopiedRows(model, read, optimizer), Workers.Paying(Environment.ProcessorCount, read.Sum(tensor => (double)tensor.Values.Length)));
    }

    // Every kind of number is looked at before any is read.
    private static List<ReadTensor> ReadValues(
        SafetensorsHeader header, List<(Parameter Parameter, int Slot, SafetensorsEntry Tensor)> wanted, ContentReader content)
    {
        foreach ((_, _, SafetensorsEntry tensor) in wanted)
        {
            if (!FloatTensors.IsReadable(tensor.Type))
                throw content.Refused($"{tensor.Name} is of dtype {tensor.Type}, and weights are F32, F64, F16 or BF16");
        }

        var read = new List<ReadTensor>();
        long at = 0;
        foreach ((Parameter parameter, int slot, SafetensorsEntry tensor) in wanted)
        {
            content.Skip(tensor.Begin - at, "its data");
            float[] values = GC.AllocateUninitializedArray<float>(parameter.Count);
            FloatTensors.Read(content, tensor, values);
            read.Add(new ReadTensor(parameter, slot, values));
            at = tensor.End;
        }

        content.Skip(header.End - at, "its data");
        content.RequireEnd();
        return read;
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

    /// <summary>Numbers whose rows go where they belong.</summary>
    private sealed class CopiedRows(Model model, IReadOnlyList<ReadTensor> read, Optimizer? optimizer) : IParts
    {
        public void Do(int part, int parts)
        {
            foreach (ReadTensor tensor in read)
            {
                Span<float> buffer = tensor.Slot == ReadTensor.Weights ? model.Weights.Span : optimizer!.Slot(tensor.Slot);
                int rows = tensor.Parameter.Rows;
                tensor.Parameter.CopyRows(buffer, tensor.Values, Place(rows, part, parts), Place(rows, part + 1, parts));
            }
        }

        private static int Place(int rows, int part, int parts) => (int)((long)rows * part / parts);
    }
}

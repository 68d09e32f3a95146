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
    public static void ReadAll(WeightStore store, ContentReader content) => Read(store, content, header => RequireSame(store.Info, header, content));

    /// <summary>Refuses weights that are not those of a model.</summary>
    /// <exception cref="InvalidDataException">They are of another model.</exception>
    public static void RequireSame(ModelInfo info, SafetensorsHeader header, ContentReader content)
    {
        List<LayerSchema>? layers = Layers(header, content);
        if (!WeightsDifference.IsOwn(info, header.Tensors, layers))
            RequireSame(info, header, layers, content);
    }

    private static void RequireSame(ModelInfo info, SafetensorsHeader header, List<LayerSchema>? layers, ContentReader content)
    {
        string differences = new WeightsDifference("the file").Describe(info, header.Tensors, layers);
        if (differences.Length == 0)
            return;
        string from = header.Metadata.TryGetValue(WeightsWriter.ModelKey, out string? name) && layers is not null && name != info.Name
            ? $", {Quoted.Show(name)}," : "";
        throw content.Refused(
            $"it holds the weights of another model than {info.Name}: {differences}. Load it into the class that it was saved from{from} or take over what fits with LoadMatching");
    }

    /// <summary>Reads those weights that the model has under the same name in the same shape.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static LoadReport ReadMatching(WeightStore store, ContentReader content) => Read(store, content, header => Layers(header, content));

    private static LoadReport Read(WeightStore store, ContentReader content, Action<SafetensorsHeader> check)
    {
        // What would be refused in the end is refused before anything is read.
        _ = store.Gate.BeginReading();
        SafetensorsHeader header = SafetensorsHeader.Read(content).WithoutSlots();
        check(header);
        var parameters = new Dictionary<string, Parameter>();
        foreach (Parameter parameter in store.Parameters)
            parameters.Add(parameter.Name, parameter);
        var read = new List<ReadTensor>();
        var loaded = new List<string>();
        var mismatches = new List<ShapeMismatch>();
        var unknown = new List<string>();
        foreach (SafetensorsEntry tensor in header.Tensors)
        {
            if (!parameters.Remove(tensor.Name, out Parameter? parameter))
            {
                unknown.Add(tensor.Name);
            }
            else if (!WeightsDifference.IsSame(tensor.Shape, parameter.Shape))
            {
                mismatches.Add(new ShapeMismatch(tensor.Name, tensor.Shape.AsReadOnly(), parameter.Shape));
            }
            else
            {
                read.Add(new ReadTensor(parameter, ReadTensor.Weights, tensor));
                loaded.Add(tensor.Name);
            }
        }

        // What is missing is told in the model's order.
        var missing = new List<string>();
        foreach (Parameter parameter in store.Parameters)
        {
            if (parameters.ContainsKey(parameter.Name))
                missing.Add(parameter.Name);
        }

        ReadValues(header, read, content);
        Copy(store, read, null);
        return new LoadReport(loaded.AsReadOnly(), missing.AsReadOnly(), mismatches.AsReadOnly(), unknown.AsReadOnly());
    }

    /// <summary>Reads all weights and what an optimizer keeps of each.</summary>
    /// <exception cref="InvalidDataException">There is not all of it, or it is damaged.</exception>
    public static List<ReadTensor> ReadTensors(WeightStore store, SafetensorsHeader header, IReadOnlyList<string> slots, ContentReader content)
    {
        var wanted = new List<ReadTensor>();
        Dictionary<string, SafetensorsEntry> entries = header.Tensors.ToDictionary(tensor => tensor.Name);
        foreach (Parameter parameter in store.Parameters)
        {
            Add(parameter, ReadTensor.Weights, parameter.Name);
            for (int slot = 0; slot < slots.Count; slot++)
                Add(parameter, slot, NameOf(parameter, slots[slot]));
        }

        foreach (string name in entries.Keys)
            throw content.Refused($"it holds {Quoted.Show(name)}, which is not of this training");
        wanted.Sort((first, second) => first.Tensor.Begin.CompareTo(second.Tensor.Begin));
        ReadValues(header, wanted, content);
        return wanted;

        void Add(Parameter parameter, int slot, string name)
        {
            if (!entries.Remove(name, out SafetensorsEntry? tensor))
                throw content.Refused($"it lacks {name}");
            if (!WeightsDifference.IsSame(tensor.Shape, parameter.Shape))
                throw content.Refused($"{name} is of shape {Quoted.Shape(tensor.Shape)}, and {parameter.Name} of {Quoted.Shape(parameter.Shape)}");
            wanted.Add(new ReadTensor(parameter, slot, tensor));
        }
    }

    /// <summary>What a file names something that an optimizer keeps of a parameter. No parameter is named so.</summary>
    public static string NameOf(Parameter parameter, string slot) => $"{parameter.Name}/{slot}";

    /// <summary>Copies numbers to where they belong, under one hold of the gate, so that nobody sees or saves half of it.</summary>
    public static void Copy(WeightStore store, IReadOnlyList<ReadTensor> read, Optimizer? optimizer)
    {
        using TrainingGate.Writing writing = store.Gate.Write();
        long count = 0;
        int replaced = 0;
        foreach (ReadTensor tensor in read)
        {
            count += tensor.Values.Length;
            replaced += tensor.Slot == ReadTensor.Weights ? 1 : 0;
        }

        if (replaced == store.Parameters.Count)
            store.ApplyPendingExceptInitial();
        else
            store.ApplyPending();
        Workers.Run(new CopiedRows(store, read, optimizer), Workers.ThreadsFor(Workers.Processors, count));
    }

    // Every kind of number is looked at before any is read.
    private static void ReadValues(SafetensorsHeader header, List<ReadTensor> wanted, ContentReader content)
    {
        foreach (ReadTensor read in wanted)
        {
            if (!FloatTensors.IsReadable(read.Tensor.Type))
                throw content.Refused($"{read.Tensor.Name} is of dtype {read.Tensor.Type}, and weights are F32, F64, F16 or BF16");
        }

        long at = 0;
        foreach (ReadTensor read in wanted)
        {
            content.Skip(read.Tensor.Begin - at, "its data");
            read.Read(content);
            at = read.Tensor.End;
        }

        content.Skip(header.End - at, "its data");
        content.RequireEnd();
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

    /// <summary>Numbers whose rows go where they belong.</summary>
    private sealed class CopiedRows(WeightStore store, IReadOnlyList<ReadTensor> read, Optimizer? optimizer) : IParts
    {
        public void Do(int part, int parts)
        {
            foreach (ReadTensor tensor in read)
            {
                Span<float> buffer = tensor.Slot == ReadTensor.Weights ? store.Buffer.Span : optimizer!.Slot(tensor.Slot);
                int rows = tensor.Parameter.Rows;
                tensor.Parameter.CopyRows(buffer, tensor.Values, Place(rows, part, parts), Place(rows, part + 1, parts));
            }
        }

        private static int Place(int rows, int part, int parts) => (int)((long)rows * part / parts);
    }
}

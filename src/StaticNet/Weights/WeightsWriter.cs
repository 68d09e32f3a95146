using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using static System.FormattableString;

namespace StaticNet.Files;

/// <summary>Writes a model's weights as a safetensors file.</summary>
internal static class WeightsWriter
{
    /// <summary>What our metadata names its format and its version, and where it holds the model's class and layers.</summary>
    public const string FormatKey = "format", Format = "StaticNet", VersionKey = "version", ModelKey = "model", LayersKey = "layers";

    /// <summary>What a reader must know to read the file.</summary>
    public const int Version = 1;

    // The data begins on a line of the cache, wherever the file is mapped.
    private const int Alignment = 64;

    // Of numbers that are gathered before they are written.
    private const int Chunk = 1 << 18;

    /// <summary>Writes all weights, as they are at one moment.</summary>
    /// <param name="store">The weights.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="isDiscarded">
    /// Whether what was written is thrown away if that is refused: weights are then looked at as they are written and not before.
    /// </param>
    /// <param name="optimizer">What keeps numbers of each weight, which are written as well; null for the weights alone.</param>
    /// <param name="record">What else the metadata of a checkpoint says, and under which name.</param>
    /// <exception cref="InvalidOperationException">
    /// A weight is not finite, or another thread trains the model or has changed weights meanwhile; what was written until then is void.
    /// </exception>
    public static void Write(
        WeightStore store, Stream stream, bool isDiscarded, Optimizer? optimizer = null, (string Key, string Text)? record = null)
    {
        long version = store.Gate.BeginReading();
        store.ApplyPending();
        if (!isDiscarded)
            RequireFinite();
        (string Name, Parameter Parameter, int Slot)[] tensors = [.. Tensors(store, optimizer)];
        stream.Write(Header(store.Info, optimizer, record, tensors));
        var gathered = new float[Math.Max(Chunk, tensors.Max(tensor => tensor.Parameter.Width))];
        int used = 0;
        foreach ((_, Parameter parameter, int slot) in tensors)
        {
            ReadOnlySpan<float> buffer = slot == ReadTensor.Weights ? store.Buffer.Span : optimizer!.Slot(slot);
            for (int row = 0, end; row < parameter.Rows; row = end)
            {
                if (used + parameter.Width > gathered.Length)
                    Flush();
                end = Math.Min(parameter.Rows, row + ((gathered.Length - used) / parameter.Width));
                parameter.Gather(buffer, gathered.AsSpan(used), row, end);
                used += (end - row) * parameter.Width;
            }
        }

        Flush();
        store.Gate.EndReading(version);

        void Flush()
        {
            WriteBytes(gathered.AsSpan(0, used));
            used = 0;
        }

        void WriteBytes(ReadOnlySpan<float> values)
        {
            for (; !values.IsEmpty; values = values[Math.Min(Chunk, values.Length)..])
            {
                ReadOnlySpan<float> piece = values[..Math.Min(Chunk, values.Length)];
                if (isDiscarded && !FiniteNumbers.AreAll(piece))
                    RequireFinite();
                stream.Write(MemoryMarshal.AsBytes(piece));
            }
        }

        void RequireFinite()
        {
            foreach (Parameter parameter in store.Parameters)
                WeightsWriter.RequireFinite(parameter, store.Buffer.Span);
        }
    }

    // A file of other weights would be refused by whoever loads it.
    private static void RequireFinite(Parameter parameter, ReadOnlySpan<float> weights)
    {
        if (FiniteNumbers.AreAll(parameter.Memory(weights)))
            return;
        var values = new float[parameter.Count];
        parameter.Gather(weights, values);
        int at = FiniteNumbers.FirstOther(values);
        throw new InvalidOperationException(
            Invariant($"{parameter.Name} holds {values[at]} at place {at}. Only finite weights are saved: a file of others could not be loaded again."));
    }

    private static IEnumerable<(string Name, Parameter Parameter, int Slot)> Tensors(WeightStore store, Optimizer? optimizer)
    {
        foreach (Parameter parameter in store.Parameters)
            yield return (parameter.Name, parameter, ReadTensor.Weights);
        for (int slot = 0; slot < optimizer?.Slots.Count; slot++)
        {
            foreach (Parameter parameter in store.Parameters)
                yield return (WeightsReader.NameOf(parameter, optimizer.Slots[slot]), parameter, slot);
        }
    }

    private static ReadOnlySpan<byte> Header(
        ModelInfo info, Optimizer? optimizer, (string Key, string Text)? record, IEnumerable<(string Name, Parameter Parameter, int Slot)> tensors)
    {
        var bytes = new ArrayBufferWriter<byte>();
        bytes.Write(stackalloc byte[sizeof(ulong)]);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartObject(SafetensorsHeader.MetadataName);
            json.WriteString(FormatKey, Format);
            json.WriteString(VersionKey, Version.ToString(CultureInfo.InvariantCulture));
            json.WriteString(ModelKey, info.Name);
            json.WriteString(LayersKey, LayerSchema.Write(info.Layers));
            if (optimizer is not null)
                json.WriteString(SafetensorsHeader.SlotsKey, string.Join(',', optimizer.Slots));
            if (record is { } said)
                json.WriteString(said.Key, said.Text);
            json.WriteEndObject();
            long at = 0;
            foreach ((string name, Parameter parameter, _) in tensors)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                foreach (int size in parameter.Shape)
                    json.WriteNumberValue(size);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(at);
                json.WriteNumberValue(at += (long)parameter.Count * sizeof(float));
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        int padding = (Alignment - (bytes.WrittenCount % Alignment)) % Alignment;
        bytes.GetSpan(padding)[..padding].Fill((byte)' ');
        bytes.Advance(padding);
        byte[] header = bytes.WrittenSpan.ToArray();
        BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)(header.Length - sizeof(ulong)));
        return header;
    }
}

using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Unicode;
using static System.FormattableString;

namespace StaticNet.Files;

/// <summary>
/// The header of a safetensors file: eight bytes that say its length, then JSON. Read as the format's own reader does: whatever it refuses is
/// refused, and besides tensors that do not begin at a multiple of the size of their numbers.
/// </summary>
/// <param name="Tensors">The tensors, in the order of their data.</param>
/// <param name="Metadata">What is written under <c>__metadata__</c>.</param>
/// <param name="End">The byte behind the last of all data.</param>
internal sealed record SafetensorsHeader(IReadOnlyList<SafetensorsEntry> Tensors, IReadOnlyDictionary<string, string> Metadata, long End)
{
    /// <summary>The name under which a header holds what is no tensor.</summary>
    public const string MetadataName = "__metadata__";

    /// <summary>What the metadata names what an optimizer keeps of each parameter, with a comma between.</summary>
    public const string SlotsKey = "optimizer_slots";

    // As much as the format's own reader takes.
    private const int MaxBytes = 100_000_000;

    // A tensor's shape lies in its object, which lies in the header's.
    private static readonly JsonReaderOptions _options = new() { MaxDepth = 4 };

    /// <summary>Reads the header and checks that the data is divided up among the tensors.</summary>
    /// <exception cref="InvalidDataException">It is no such header.</exception>
    public static SafetensorsHeader Read(ContentReader content)
    {
        Span<byte> start = stackalloc byte[sizeof(ulong)];
        content.Read(start, "the length of its header");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(start);
        if (length > MaxBytes)
            throw content.Refused(Invariant($"its header is said to have {length} bytes, more than the {MaxBytes} that safetensors allows; it is damaged or no safetensors file"));
        byte[] json = content.ReadArray<byte>((int)length, "its header");
        if (!Utf8.IsValid(json))
            throw content.Refused("its header is not UTF-8");
        SafetensorsHeader header;
        try
        {
            header = Parse(json, content);
        }
        // What the parser says of syntax, then of text that ends in half a surrogate pair.
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw content.Refused($"its header is no JSON of a safetensors file ({Quoted.Sentence(error.Message)})", error);
        }

        content.Require(header.End, "its data");
        return header;
    }

    /// <summary>The header without what a checkpoint's optimizer keeps: that of the weights alone.</summary>
    public SafetensorsHeader WithoutSlots() => Metadata.TryGetValue(SlotsKey, out string? slots) ? Without(slots) : this;

    private SafetensorsHeader Without(string slots)
    {
        string[] endings = [.. slots.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(slot => $"/{slot}")];
        return this with { Tensors = [.. Tensors.Where(tensor => !endings.Any(ending => tensor.Name.EndsWith(ending, StringComparison.Ordinal)))] };
    }

    private static SafetensorsHeader Parse(ReadOnlySpan<byte> bytes, ContentReader content)
    {
        var json = new Utf8JsonReader(bytes, _options);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            throw content.Refused("its header is no JSON object");
        var tensors = new List<SafetensorsEntry>();
        var metadata = new Dictionary<string, string>();
        var names = new HashSet<string>();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = json.GetString()!;
            if (!names.Add(name))
                throw content.Refused($"its header names {Quoted.Show(name)} twice");
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
                throw content.Refused($"{Quoted.Show(name)} of its header is no object");
            if (name == MetadataName)
                ReadMetadata(ref json, metadata, content);
            else
                tensors.Add(ReadTensor(ref json, name, content));
        }

        // Only spaces may follow; this looks for more.
        json.Read();
        tensors.Sort((first, second) => first.Begin != second.Begin ? first.Begin.CompareTo(second.Begin) : first.End.CompareTo(second.End));
        long end = RequireOrder(tensors, content);
        return new SafetensorsHeader(tensors, metadata, end);
    }

    private static void ReadMetadata(ref Utf8JsonReader json, Dictionary<string, string> metadata, ContentReader content)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string key = json.GetString()!;
            json.Read();
            if (json.TokenType != JsonTokenType.String)
                throw content.Refused($"{Quoted.Show(key)} of its metadata is no text");
            if (!metadata.TryAdd(key, json.GetString()!))
                throw content.Refused($"its metadata has {Quoted.Show(key)} twice");
        }
    }

    private static SafetensorsEntry ReadTensor(ref Utf8JsonReader json, string name, ContentReader content)
    {
        TensorType? type = null;
        long[]? shape = null, offsets = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string key = json.GetString()!;
            json.Read();
            bool isNew = true;
            switch (key)
            {
                case "dtype":
                    isNew = type is null;
                    type = ReadType(ref json, name, content);
                    break;
                case "shape":
                    isNew = shape is null;
                    shape = ReadNumbers(ref json, "shape", name, content);
                    break;
                case "data_offsets":
                    isNew = offsets is null;
                    offsets = ReadNumbers(ref json, "data_offsets", name, content);
                    break;
                default:
                    json.Skip();
                    break;
            }

            if (!isNew)
                throw content.Refused($"{Quoted.Show(name)} has {key} twice");
        }

        if (type is null || shape is null || offsets is not { Length: 2 })
            throw content.Refused($"{Quoted.Show(name)} lacks its dtype, its shape or its two data_offsets");
        return new SafetensorsEntry(name, type.Value, shape, offsets[0], offsets[1]);
    }

    private static TensorType ReadType(ref Utf8JsonReader json, string name, ContentReader content)
    {
        string type = json.TokenType == JsonTokenType.String ? json.GetString()! : throw content.Refused($"the dtype of {Quoted.Show(name)} is no text");
        foreach (TensorType known in Enum.GetValues<TensorType>())
        {
            if (known.ToString() == type)
                return known;
        }

        throw content.Refused($"{Quoted.Show(name)} is of dtype {Quoted.Show(type)}, which is none of safetensors'");
    }

    private static long[] ReadNumbers(ref Utf8JsonReader json, string what, string name, ContentReader content)
    {
        if (json.TokenType != JsonTokenType.StartArray)
            throw content.Refused($"the {what} of {Quoted.Show(name)} is no list");
        var numbers = new List<long>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType != JsonTokenType.Number || !json.TryGetInt64(out long number) || number < 0)
                throw content.Refused($"the {what} of {Quoted.Show(name)} holds what is no whole number from 0 to 2^63 - 1");
            numbers.Add(number);
        }

        return [.. numbers];
    }

    // Each tensor begins where the one before it ends, and is as long as its shape says.
    private static long RequireOrder(IReadOnlyList<SafetensorsEntry> tensors, ContentReader content)
    {
        long at = 0;
        foreach (SafetensorsEntry tensor in tensors)
        {
            if (WhyOutOfOrder(tensor, at) is string why)
                throw content.Refused($"{Quoted.Show(tensor.Name)} {why}");
            at = tensor.End;
        }

        return at;
    }

    // Null where it is as it should be behind a tensor that ended at a byte.
    private static string? WhyOutOfOrder(SafetensorsEntry tensor, long at)
    {
        if (tensor.End < tensor.Begin)
            return Invariant($"ends at byte {tensor.End}, before its beginning at {tensor.Begin}");
        if (tensor.Begin < at)
            return Invariant($"begins at byte {tensor.Begin}, inside the tensor before it, which ends at {at}");
        if (tensor.Begin > at)
            return Invariant($"begins at byte {tensor.Begin}, behind a hole from byte {at} on");
        int bits = Bits(tensor.Type);
        if (SizeOf(tensor.Shape, bits) is not long size)
            return "has a shape that takes more bytes than can be counted";
        if (size != tensor.End - tensor.Begin)
            return Invariant($"has {tensor.End - tensor.Begin} bytes, but its shape takes {size}");
        if (size > 0 && tensor.Begin % Math.Max(1, bits / 8) != 0)
            return Invariant($"is unaligned: it begins at byte {tensor.Begin}, no multiple of the {bits / 8} bytes of a number");
        return null;
    }

    private static long? SizeOf(long[] shape, int bits)
    {
        long count = 1;
        foreach (long size in shape)
        {
            if (size > 0 && count > long.MaxValue / size)
                return null;
            count *= size;
        }

        // Eight numbers take as many bytes as each has bits.
        long rest = count % 8 * bits;
        return rest % 8 == 0 && count / 8 < long.MaxValue / bits ? (count / 8 * bits) + (rest / 8) : null;
    }

    private static int Bits(TensorType type) => type switch
    {
        TensorType.F4 => 4,
        TensorType.F6_E2M3 or TensorType.F6_E3M2 => 6,
        TensorType.I16 or TensorType.U16 or TensorType.F16 or TensorType.BF16 => 16,
        TensorType.I32 or TensorType.U32 or TensorType.F32 => 32,
        TensorType.C64 or TensorType.F64 or TensorType.I64 or TensorType.U64 => 64,
        _ => 8,
    };
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace StaticNet.FileFuzzing;

/// <summary><see cref="Model.Load(Stream)"/>: a refused file changes no weight, and a stream is read as well where it cannot seek.</summary>
internal class WeightsTarget : Target
{
    private readonly FuzzedModel _model = new(seed: 1);
    private readonly FuzzedModel _other = new(seed: 1);
    private int[] _before = [];

    public override IEnumerable<(string Name, byte[] File)> Corpus
    {
        get
        {
            byte[] saved = Saved(new FuzzedModel(seed: 2));
            yield return ("saved", saved);
            yield return ("truncated", saved[..^5]);
            yield return ("not-a-number", [.. saved[..^4], 0, 0, 0xC0, 0x7F]);
            yield return ("trailing", [.. saved, 0]);
            yield return ("empty", []);
            yield return ("header-of-90-megabytes", [.. BitConverter.GetBytes(90_000_000L), .. "{}"u8]);

            const string Kernel = "{\"first/kernel\":{\"dtype\":\"F32\",\"shape\":[3,4],\"data_offsets\":[0,48]}";
            const string Bias = ",\"first/bias\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[48,64]}}";
            yield return ("of-others", File(Kernel + Bias, 64));
            yield return ("overlapping", File(Kernel + Bias.Replace("[48,64]", "[44,60]"), 64));
            yield return ("hole", File(Kernel + Bias.Replace("[48,64]", "[52,68]"), 68));
            yield return ("twice", File(Kernel + Bias.Replace("bias", "kernel"), 64));
            yield return ("huge-shape", File(Kernel.Replace("[3,4]", "[1152921504606846976,1152921504606846976]") + Bias, 64));
            yield return ("other-shape", File(Kernel.Replace("[3,4]", "[4,3]") + Bias, 64));
            yield return ("escaped", File("{\"first\\/kernel\\u001b\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[0,1]}}", 1));
            yield return ("deep", File("{\"a\":{\"b\":" + new string('[', 500), 0));
            yield return ("no-literal", File("{\"a\":n" + new string('x', 500) + "\u001b\n", 0));
            yield return ("other-kinds", File(
                "{\"first/bias\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[56,64]},\"first/kernel\":{\"dtype\":\"BF16\",\"shape\":[3,4],\"data_offsets\":[0,24]},\"last/bias\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[24,40]},\"x\":{\"dtype\":\"I64\",\"shape\":[2,1],\"data_offsets\":[40,56]}}",
                64));
        }
    }

    protected override string Called => "The stream";

    protected override void Prepare(byte[] input) => _before = Bits(_model);

    protected sealed override void Read(byte[] input) => Load(_model, new MemoryStream(input));

    protected override void AfterRefusal(byte[] input)
    {
        Require(Bits(_model).AsSpan().SequenceEqual(_before), "a refused file has changed weights");
        try
        {
            Load(_other, new Unseekable(input));
        }
        catch (InvalidDataException)
        {
            Require(Bits(_other).AsSpan().SequenceEqual(_before), "a file that was refused where its length is not known has changed weights");
            return;
        }

        throw new ViolationException("a file is refused only where its length is known");
    }

    protected override void AfterReading(byte[] input)
    {
        int[] bits = Bits(_model);
        Require(bits.All(one => float.IsFinite(BitConverter.Int32BitsToSingle(one))), "a weight is not finite");
        Load(_other, new Unseekable(input));
        Require(Bits(_other).AsSpan().SequenceEqual(bits), "what cannot seek is read to other weights");
        var again = new FuzzedModel(seed: 3);
        again.Load(new MemoryStream(Saved(_model)));
        Require(Bits(again).AsSpan().SequenceEqual(bits), "what was loaded is saved as something else");
    }

    protected virtual void Load(Model model, Stream stream) => model.Load(stream);

    private static byte[] Saved(Model model)
    {
        using var stream = new MemoryStream();
        model.Save(stream);
        return stream.ToArray();
    }

    private static byte[] File(string header, int bytes)
    {
        // Numbers of every kind that are finite.
        byte[] text = Bytes(header), data = new byte[bytes];
        data.AsSpan().Fill(0x3F);
        var length = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)text.Length);
        return [.. length, .. text, .. data];
    }

    private static int[] Bits(Model model)
    {
        var bits = new List<int>();
        foreach (Parameter parameter in model.Parameters)
        {
            var values = new float[parameter.Count];
            parameter.CopyTo(values);
            bits.AddRange(MemoryMarshal.Cast<float, int>(values));
        }

        return [.. bits];
    }
}

using System.Runtime.InteropServices;

namespace StaticNet.Tests.Files;

/// <summary>Files of other models and of other programs: taken where they fit, refused in words where they do not.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class OtherFilesTests
{
    private const string Kernel = """{"same/kernel":{"dtype":"TYPE","shape":[3,4],"data_offsets":[0,KERNEL]},"same/bias":{"dtype":"TYPE","shape":[4],"data_offsets":[KERNEL,ALL]}}""";

    [Fact]
    public void Another_models_file_is_refused_with_the_difference()
        => Refused(
            new Saved(), new OtherSizes(), "it holds the weights of another model than OtherSizes: conv2d: the file has 4 filters, the model has 5; "
            + "dense: the file has 64 inputs, the model has 80; dense_1: the file has 64 units, the model has 32; dense_2: the file has 64 inputs, the model has 32. "
            + "Load it into the class that it was saved from, 'Saved', or take over what fits with LoadMatching.");

    [Fact]
    public void Layers_that_only_one_has_are_named()
        => Refused(
            new Saved(), new OtherLayers(), "conv2d: the file has 'conv2d/bias', the model has not; answer: the file has no such layer, in the model it is a Dense; "
            + "the model has no layer 'dense_2' ('Dense'), which is in the file.");

    [Fact]
    public void A_missing_bias_is_named() => Refused(new OtherLayers(), new Saved(), "conv2d: the file has no bias, the model has one; dense_2: the file has no such layer");

    [Fact]
    public void Units_of_a_recurrence_are_told_as_they_were_declared()
        => Refused(new FourUnits(), new SixUnits(), "another model than SixUnits: lstm: the file has 4 units, the model has 6. Load");

    [Fact]
    public void Another_kind_of_layer_is_refused_though_its_weights_fit()
    {
        Refused(new ByStep(), new ByRow(), "same: in the file it is a 'TimeDistributed', in the model a Dense.");
        Assert.True(new ByRow().LoadMatching(new MemoryStream(Weights.Saved(new ByStep()))).IsComplete);
    }

    [Fact]
    public void What_fits_can_be_taken_over_by_name()
    {
        Saved source = new(1);
        OtherLayers model = new(2), untouched = new(2);
        using var folder = new TemporaryFolder();
        source.Save(folder.File("w"));
        LoadReport report = model.LoadMatching(folder.File("w"));
        Assert.Equal(["conv2d/kernel", "dense/kernel", "dense/bias", "dense_1/kernel", "dense_1/bias"], report.Loaded);
        Assert.Equal(["answer/kernel", "answer/bias"], report.MissingInFile);
        Assert.Equal(["conv2d/bias", "dense_2/kernel", "dense_2/bias"], report.NotInModel);
        Assert.False(report.IsComplete);
        foreach (Parameter parameter in model.Parameters)
        {
            Model from = report.Loaded.Contains(parameter.Name) ? source : untouched;
            var expected = new float[parameter.Count];
            from.Parameters.Single(other => other.Name == parameter.Name).CopyTo(expected);
            var actual = new float[parameter.Count];
            parameter.CopyTo(actual);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void A_report_says_shapes()
    {
        LoadReport report = new OtherSizes().LoadMatching(new MemoryStream(Weights.Saved(new Saved())));
        Assert.Equal("conv2d/kernel: (3, 3, 1, 4) in the file, (3, 3, 1, 5) in the model", report.ShapeMismatches[0].ToString());
        Assert.Equal(
            "2 of 8 parameters loaded; of another shape: conv2d/kernel: (3, 3, 1, 4) in the file, (3, 3, 1, 5) in the model, "
            + "conv2d/bias: (4,) in the file, (5,) in the model, dense/kernel: (64, 128) in the file, (80, 128) in the model, ",
            report.ToString()[..report.ToString().IndexOf("dense_1", StringComparison.Ordinal)]);
    }

    [Theory]
    [InlineData("F32", 4)]
    [InlineData("F64", 8)]
    [InlineData("F16", 2)]
    [InlineData("BF16", 2)]
    public void Files_without_our_metadata_are_loaded_and_converted(string type, int size)
    {
        float[] values = [.. Enumerable.Range(0, 16).Select(i => (i - 7) / 4f)];
        byte[] data = [.. values.SelectMany(value => Bytes(value, type))];
        var model = new ByRow();
        Weights.Load(model, Weights.File(Header(type, size), data));
        var kernel = new float[12];
        model.SameKernel.CopyTo(kernel);
        Assert.Equal(values[..12], kernel);
    }

    [Fact]
    public void Numbers_of_64_bits_are_rounded_to_the_nearest()
    {
        double[] values = [.. Enumerable.Repeat(0.1, 16)];
        var model = new ByRow();
        Weights.Load(model, Weights.File(Header("F64", 8), MemoryMarshal.AsBytes<double>(values)));
        Assert.Equal(0.1f, model.SameKernel[2, 3]);
    }

    [Theory]
    [InlineData("I64", 8, "same/kernel is of dtype I64, and weights are F32, F64, F16 or BF16")]
    [InlineData("F8_E4M3", 1, "same/kernel is of dtype F8_E4M3, and weights are")]
    [InlineData("F31", 4, "'same/kernel' is of dtype 'F31', which is none of safetensors'")]
    public void Other_kinds_of_numbers_are_refused_by_name(string type, int size, string message)
        => Refused(Weights.File(Header(type, size), new byte[16 * size]), message);

    [Theory]
    [InlineData("F64", 0x7FE0000000000000, "Infinity")]
    [InlineData("F16", 0x7C00, "Infinity")]
    [InlineData("BF16", 0xFF80, "-Infinity")]
    [InlineData("F32", 0x7F800001, "NaN")]
    public void Numbers_that_are_no_finite_floats_are_refused_by_place(string type, long bits, string shown)
    {
        int size = type switch { "F64" => 8, "F32" => 4, _ => 2 };
        var data = new byte[16 * size];
        BitConverter.GetBytes(bits).AsSpan(0, size).CopyTo(data.AsSpan(13 * size));
        Refused(Weights.File(Header(type, size), data), $"same/bias holds {shown} at place 1, where a weight is a finite number of 32 bits.");
    }

    [Fact]
    public void A_tensor_too_many_is_refused_and_one_of_no_numbers_is_fine()
    {
        string more = Header("F32", 4)[..^1] + ""","extra":{"dtype":"I64","shape":[1],"data_offsets":[64,72]}}""";
        Refused(Weights.File(more, new byte[72]), "the model has no layer 'extra', which is in the file");
        var model = new ByRow();
        Assert.Equal(["extra"], model.LoadMatching(new MemoryStream(Weights.File(more, new byte[72]))).NotInModel);
        string none = Header("F32", 4)[..^1] + ""","none":{"dtype":"I64","shape":[0,7],"data_offsets":[64,64]}}""";
        Assert.True(model.LoadMatching(new MemoryStream(Weights.File(none, new byte[64]))).IsComplete);
    }

    [Fact]
    public void The_order_of_the_header_does_not_matter()
    {
        const string Header = """{"same/bias":{"dtype":"F32","shape":[4],"data_offsets":[48,64]},"same/kernel":{"dtype":"F32","shape":[3,4],"data_offsets":[0,48]}}""";
        float[] values = [.. Enumerable.Range(0, 16).Select(i => (float)i)];
        var model = new ByRow();
        Weights.Load(model, Weights.File(Header, MemoryMarshal.AsBytes<float>(values)));
        Assert.Equal(15, model.SameBias[3]);
        Assert.Equal(11, model.SameKernel[2, 3]);
    }

    private static string Header(string type, int size)
        => Kernel.Replace("TYPE", type, StringComparison.Ordinal).Replace("KERNEL", $"{12 * size}", StringComparison.Ordinal).Replace("ALL", $"{16 * size}", StringComparison.Ordinal);

    private static byte[] Bytes(float value, string type) => type switch
    {
        "F32" => BitConverter.GetBytes(value),
        "F64" => BitConverter.GetBytes((double)value),
        "F16" => BitConverter.GetBytes((Half)value),
        _ => BitConverter.GetBytes((ushort)(BitConverter.SingleToUInt32Bits(value) >> 16)),
    };

    private static void Refused(Model from, Model to, string message) => Refused(to, Weights.Saved(from), message);

    private static void Refused(byte[] file, string message) => Refused(new ByRow(), file, message);

    private static void Refused(Model model, byte[] file, string message)
    {
        int[] before = TestData.Bits(model);
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Weights.Load(model, file)).Message, StringComparison.Ordinal);
        Assert.Equal(before, TestData.Bits(model));
    }
}

using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;

namespace StaticNet.Tests.Files;

/// <summary>What is saved and loaded again is the same, bit by bit; what does not fit is refused in words.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class SaveAndLoadTests
{
    public static TheoryData<string> Models => ["dense", "one axis", "batch normalisation and a table", "images", "recurrence"];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_file_brings_all_weights_back(string name)
    {
        (Model model, Model other) = (Make(name, 1), Make(name, 2));
        using var folder = new TemporaryFolder();
        string path = folder.File("weights.safetensors");
        model.Save(path);
        Assert.Equal(["weights.safetensors"], folder.Names);
        Assert.NotEqual(TestData.Bits(model), TestData.Bits(other));
        other.Load(path);
        Assert.Equal(TestData.Bits(model), TestData.Bits(other));
        Assert.Equal(File.ReadAllBytes(path), Weights.Saved(other));
    }

    [Fact]
    public void A_large_file_is_read_by_several_threads_and_refused_by_place()
    {
        Large model = new(1), other = new(2);
        using var folder = new TemporaryFolder();
        string path = folder.File("w");
        model.Save(path);
        other.Load(path);
        Assert.True(TestData.Bits(model).AsSpan().SequenceEqual(TestData.Bits(other)));
        byte[] file = File.ReadAllBytes(path);
        const int Place = 4_100_000;
        BitConverter.GetBytes(float.NaN).CopyTo(file, file.Length - (((2_100 * 2_001) + 2_001 - Place) * sizeof(float)));
        File.WriteAllBytes(path, file);
        model.DenseBias[3] = 5;
        int[] before = TestData.Bits(model);
        Assert.Contains("dense/kernel holds NaN at place 4100000, where", Assert.Throws<InvalidDataException>(() => model.Load(path)).Message, StringComparison.Ordinal);
        Assert.True(before.AsSpan().SequenceEqual(TestData.Bits(model)));
    }

    [Fact]
    public void Streams_are_read_from_where_they_stand_to_the_end_of_the_weights()
    {
        SmallClassifier first = new(1), second = new(2), third = new(3);
        using var stream = new MemoryStream();
        stream.WriteByte(7);
        first.Save(stream);
        second.Save(stream);
        stream.Position = 1;
        third.Load(stream);
        Assert.Equal(TestData.Bits(first), TestData.Bits(third));
        Assert.True(third.LoadMatching(stream).IsComplete);
        Assert.Equal(TestData.Bits(second), TestData.Bits(third));
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void A_stream_need_not_seek_and_may_give_a_byte_at_a_time()
    {
        SmallClassifier model = new(1), all = new(2), matching = new(3);
        byte[] file = Weights.Saved(model);
        all.Load(new Trickle(file));
        matching.LoadMatching(new Trickle(file));
        Assert.Equal(TestData.Bits(model), TestData.Bits(all));
        Assert.Equal(TestData.Bits(model), TestData.Bits(matching));
        Assert.Throws<InvalidDataException>(() => all.Load(new Trickle(file[..^1])));
    }

    [Fact]
    public void What_training_has_put_off_is_saved()
    {
        var model = new Training.Normalized(1);
        model.TrainOnBatch([1, 2, 3, 4], [1, 2], new Adam());
        model.TrainOnBatch([5, 6, 7, 8], [1, 2], new Adam());
        byte[] file = Weights.Saved(model);
        var other = new Training.Normalized(2);
        Weights.Load(other, file);
        Assert.Equal(TestData.Bits(model), TestData.Bits(other));
    }

    [Fact]
    public void Loading_changes_what_is_predicted()
    {
        YesNo model = new(1), other = new(2);
        float[] sample = [1, 2, 3, 4];
        float[] expected = model.Predict(sample);
        Assert.NotEqual(expected, other.Predict(sample));
        other.Load(new MemoryStream(Weights.Saved(model)));
        Assert.Equal(expected, other.Predict(sample));
    }

    [Fact]
    public void The_file_is_as_the_format_says_and_tells_of_the_model()
    {
        byte[] file = Weights.Saved(new YesNo(1));
        int header = (int)BitConverter.ToUInt64(file);
        Assert.Equal(0, (header + 8) % 64);
        using JsonDocument json = JsonDocument.Parse(file.AsMemory(8, header));
        JsonElement metadata = json.RootElement.GetProperty("__metadata__"), kernel = json.RootElement.GetProperty("dense/kernel");
        Assert.Equal("StaticNet", metadata.GetProperty("format").GetString());
        Assert.Equal("1", metadata.GetProperty("version").GetString());
        Assert.Equal("YesNo", metadata.GetProperty("model").GetString());
        Assert.Equal(
            """[{"name":"dense","kind":"Dense","output":[8],"parameters":40},{"name":"dense_1","kind":"Dense","output":[1],"parameters":9}]""",
            metadata.GetProperty("layers").GetString());
        Assert.Equal("""{"dtype":"F32","shape":[4,8],"data_offsets":[0,128]}""", kernel.GetRawText());
        Assert.Equal(8 + header + (49 * 4), file.Length);
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void Weights_that_are_not_finite_are_not_saved(float value, string shown)
    {
        var model = new SmallClassifier(1);
        using var folder = new TemporaryFolder();
        model.Save(folder.File("w"));
        byte[] before = File.ReadAllBytes(folder.File("w"));
        model.Dense1Kernel[2, 3] = value;
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-CH") { NumberFormat = { NegativeInfinitySymbol = "−∞", NaNSymbol = "kein" } };
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => model.Save(folder.File("w")));
        CultureInfo.CurrentCulture = culture;
        Assert.StartsWith($"dense_1/kernel holds {shown} at place 37.", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(folder.File("w")));
        Assert.Equal(["w"], folder.Names);
        using var stream = new MemoryStream();
        Assert.Throws<InvalidOperationException>(() => model.Save(stream));
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public void Weights_that_change_while_they_are_saved_are_refused()
    {
        var model = new SmallClassifier(1);
        using var meddling = new Meddling(() => model.DenseBias[0] = 3);
        Assert.Contains(
            "changed while another thread read them", Assert.Throws<InvalidOperationException>(() => model.Save(meddling)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_are_checked()
    {
        var model = new YesNo();
        Assert.Throws<ArgumentNullException>(() => model.Save((string)null!));
        Assert.Throws<ArgumentNullException>(() => model.Save((Stream)null!));
        Assert.Throws<ArgumentNullException>(() => model.Load((Stream)null!));
        Assert.Throws<ArgumentException>(() => model.Load(""));
        Assert.Throws<ArgumentException>(() => model.LoadMatching(""));
        Assert.Throws<ArgumentException>(() => model.Save(new MemoryStream([], writable: false)));
        Assert.Throws<ArgumentException>(() => model.Load(new Pipe().Writer.AsStream()));
        Assert.Throws<FileNotFoundException>(() => model.Load(Path.Combine(Path.GetTempPath(), "staticnet-no-such-file")));
    }

    private static Model Make(string name, int seed) => name switch
    {
        "dense" => new SmallClassifier(seed),
        "one axis" => new Narrow(seed),
        "images" => new Saved(seed),
        "recurrence" => new SixUnits(seed),
        _ => new Training.Normalized(seed),
    };

    /// <summary>Gives a byte at a time and cannot seek.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }

    /// <summary>Does something else whenever it is written to.</summary>
    private sealed class Meddling(Action action) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => action();
    }
}

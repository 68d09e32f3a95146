using System.Runtime.InteropServices;

namespace StaticNet.Tests.Files;

/// <summary>Whatever a file holds, loading it succeeds or is refused with one kind of exception, which names it, and changes no weight.</summary>
[Collection(AloneCollection.Name)]
[Trait(Widths.Trait, Widths.Any)]
public class HostileFileTests
{
    private const string Bias = ",\"same/bias\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[48,64]}}";
    private const string Kernel = "{\"same/kernel\":{\"dtype\":\"F32\",\"shape\":[3,4],\"data_offsets\":[0,48]}";

    public static TheoryData<string, string> Headers => new()
    {
        { Kernel + Bias.Replace("[48,64]", "[44,60]"), "'same/bias' begins at byte 44, inside the tensor before it, which ends at 48" },
        { Kernel.Replace("[0,48]", "[0,44]") + Bias, "'same/kernel' has 44 bytes, but its shape takes 48" },
        { Kernel.Replace("[0,48]", "[4,48]") + Bias, "'same/kernel' begins at byte 4, behind a hole from byte 0 on" },
        { Kernel.Replace("[0,48]", "[48,0]") + Bias, "'same/kernel' ends at byte 0, before its beginning at 48" },
        { Kernel.Replace("[0,48]", "[0,-48]") + Bias, "the data_offsets of 'same/kernel' holds what is no whole number" },
        { Kernel.Replace("[0,48]", "[0,18446744073709551616]") + Bias, "the data_offsets of 'same/kernel' holds what is no whole number" },
        { Kernel.Replace("[0,48]", "[0,48,48]") + Bias, "'same/kernel' lacks its dtype, its shape or its two data_offsets" },
        { Kernel.Replace("[3,4]", "[1152921504606846976,1152921504606846976]") + Bias, "'same/kernel' has a shape that takes more bytes than can be counted" },
        { Kernel.Replace("[3,4]", "[1152921504606846976]") + Bias, "but its shape takes 4611686018427387904" },
        { Kernel.Replace("[3,4],\"data_offsets\":[0,48]", "[1152921504606846976],\"data_offsets\":[0,4611686018427387904]") + "}", "its data would take 4611686018427387904 bytes" },
        { Kernel.Replace("[3,4]", "[3.5,4]") + Bias, "the shape of 'same/kernel' holds what is no whole number" },
        { Kernel.Replace("[3,4]", "12") + Bias, "the shape of 'same/kernel' is no list" },
        { Kernel.Replace("\"F32\"", "32") + Bias, "the dtype of 'same/kernel' is no text" },
        { Kernel.Replace("\"F32\"", "\"F32\",\"dtype\":\"F32\"") + Bias, "'same/kernel' has dtype twice" },
        { Kernel + Bias.Replace("bias", "kernel"), "its header names 'same/kernel' twice" },
        { Kernel + Bias[..^1], "its header is no JSON of a safetensors file" },
        { Kernel + Bias + "x", "its header is no JSON of a safetensors file" },
        { "[]", "its header is no JSON object" },
        { "{\"a\":1}", "'a' of its header is no object" },
        { "{\"__metadata__\":{\"a\":1}}", "'a' of its metadata is no text" },
        { "{\"__metadata__\":{\"a\":\"\",\"a\":\"\"}}", "its metadata has 'a' twice" },
        { "{\"a\":" + new string('[', 100_000), "'a' of its header is no object" },
        { "{\"a\":{\"b\":" + new string('[', 100_000), "its header is no JSON of a safetensors file" },
        { "{\"\\ud800\":{}}", "its header is no JSON of a safetensors file" },
        { "{\"__metadata__\":{\"format\":\"StaticNet\",\"version\":\"2\"}}", "it is of version '2' of StaticNet's format, and this StaticNet knows version 1" },
        { "{\"__metadata__\":{\"format\":\"StaticNet\",\"version\":\"1\"}}", "its metadata does not say what layers it is of" },
        { "{\"__metadata__\":{\"format\":\"StaticNet\",\"version\":\"1\",\"layers\":\"[{}]\"}}", "what its metadata says of layers is damaged" },
        { "{\"__metadata__\":{\"format\":\"StaticNet\",\"version\":\"1\",\"layers\":\"{\"}}", "what its metadata says of layers is damaged" },
        { "{\"a\\u001b[31m" + new string('x', 200) + "\":1}", "'a?[31mxxxxx" },
        { "{\"a\":{\"b\":n" + new string('x', 5_000) + "\u001b[31m\n", "its header is no JSON of a safetensors file ('nxxx" },
        { "{\"__metadata__\":{\"format\":\"StaticNet\",\"version\":\"1\",\"layers\":\"[n" + new string('x', 5_000) + "\"}}", "of layers is damaged ('nxxx" },
        { "", "its header is no JSON of a safetensors file" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void Headers_that_lie_are_refused_in_words(string header, string message) => Refused(Weights.File(header, new byte[64]), message);

    [Fact]
    public void Unaligned_numbers_are_refused()
        => Refused(
            Weights.File("{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[1,5]}}", new byte[5]),
            "'b' is unaligned: it begins at byte 1, no multiple of the 4 bytes of a number");

    [Fact]
    public void What_a_report_says_of_strange_names_can_be_printed()
    {
        string name = "\\u001b[31m" + new string('x', 200);
        LoadReport report = new ByRow().LoadMatching(
            new MemoryStream(Weights.File($"{{\"{name}\":{{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}}}", new byte[1])));
        Assert.Equal("\u001b[31m" + new string('x', 200), Assert.Single(report.NotInModel));
        Assert.EndsWith("; not in the model: ?[31m" + new string('x', 75) + "...", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] file = Weights.Saved(new YesNo(1));
        var model = new YesNo(2);
        int[] before = TestData.Bits(model);
        for (int length = 0; length < file.Length; length++)
            Assert.Throws<InvalidDataException>(() => model.Load(new MemoryStream(file, 0, length)));
        Assert.Equal(before, TestData.Bits(model));
    }

    [Theory]
    [InlineData(65, "its header would take 65 bytes from byte 8 on, but the file has 8")]
    [InlineData(100_000_001, "its header is said to have 100000001 bytes, more than")]
    [InlineData(long.MaxValue, "its header is said to have 9223372036854775807 bytes")]
    [InlineData(long.MinValue, "its header is said to have 9223372036854775808 bytes")]
    [InlineData(-1, "its header is said to have 18446744073709551615 bytes")]
    public void Lengths_of_headers_that_lie_are_refused(long length, string message) => Refused(BitConverter.GetBytes(length), message);

    [Fact]
    public void What_is_no_UTF_8_and_what_follows_the_end_is_refused()
    {
        Refused(Weights.File([(byte)'{', (byte)'"', 0xFF, (byte)'"'], []), "its header is not UTF-8");
        Refused([.. Weights.Saved(new ByRow()), 0], "there are bytes behind its end, which is at byte");
        Refused(new byte[8], "its header is no JSON of a safetensors file");
        Refused([], "it ends after 0 bytes, within the length of its header");
    }

    [Fact]
    public void Sizes_that_nobody_can_verify_take_no_memory()
    {
        // A header of 90 MB in a stream whose length is not known, and tensors as large that no model asked for.
        byte[] header = [.. BitConverter.GetBytes(90_000_000L), .. "{}"u8];
        byte[] tensor = Weights.File("{\"a\":{\"dtype\":\"F32\",\"shape\":[1000000000],\"data_offsets\":[0,4000000000]}}");
        var model = new ByRow();
        foreach (byte[] file in new[] { header, tensor })
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            Assert.Throws<InvalidDataException>(() => model.LoadMatching(new Unseekable(file)));
            Assert.Throws<InvalidDataException>(() => model.LoadMatching(new MemoryStream(file)));
            Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 300_000);
        }
    }

    [Fact]
    public void Mutations_of_all_formats_are_read_or_refused()
    {
        using var npz = new MemoryStream();
        Npz.Save(npz, [new("x", NpyArray.Create<float>([1, 2, 3, 4], 2, 2)), new("y", NpyArray.Create<long>([5]))]);
        ByRow model = new(1), other = new(2);
        float[] values = [.. Enumerable.Range(1, 16).Select(i => (float)i)];
        byte[] mixed = Weights.File(
            "{\"same/bias\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[48,56]},\"same/kernel\":{\"dtype\":\"BF16\",\"shape\":[3,4],\"data_offsets\":[0,24]},\"x\":{\"dtype\":\"F64\",\"shape\":[3],\"data_offsets\":[24,48]}}",
            MemoryMarshal.AsBytes<float>(values)[..56]);
        (byte[] File, Action<Stream> Load)[] formats =
        [
            (Weights.Saved(other), model.Load),
            (Weights.Saved(other), stream => model.LoadMatching(stream)),
            (mixed, stream => model.LoadMatching(stream)),
            (NumPyFiles.DoubleByColumns, stream => Whole(Npy.Load(stream))),
            (NumPyFiles.Boolean, stream => Whole(Npy.Load(stream))),
            (NumPyFiles.Compressed, WholeArchive),
            (NumPyFiles.Stored, WholeArchive),
            (npz.ToArray(), WholeArchive),
        ];
        var random = new Random(20);
        int refused = 0, read = 0;
        for (int i = 0; i < 20_000; i++)
        {
            (byte[] file, Action<Stream> load) = formats[i % formats.Length];
            byte[] mutated = Mutation.Of(file, random);
            int[] before = TestData.Bits(model);
            long memory = GC.GetTotalAllocatedBytes(precise: true);
            try
            {
                load(i % 3 == 0 && load != WholeArchive ? new Unseekable(mutated) : new MemoryStream(mutated));
                read++;
                Assert.All(TestData.Bits(model), bits => Assert.True(float.IsFinite(BitConverter.Int32BitsToSingle(bits))));
            }
            catch (InvalidDataException error)
            {
                refused++;
                Assert.StartsWith("The stream", error.Message, StringComparison.Ordinal);
                Assert.Equal(before, TestData.Bits(model));
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"mutation {i} of format {i % formats.Length} ({Convert.ToBase64String(mutated)}): {error}");
            }

            Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - memory, 0, 2_000_000);
        }

        Assert.InRange(refused, 5_000, 20_000);
        Assert.InRange(read, 1_000, 20_000);
    }

    private static void WholeArchive(Stream stream) => Assert.All(Npz.Load(stream).Values, Whole);

    // What was read is consistent: as many numbers as its shape says, each of which can be taken.
    private static void Whole(NpyArray array)
    {
        Assert.Equal(array.Shape.Aggregate(1L, (product, size) => product * size), array.Count);
        Assert.Equal(array.Count, array.ToSingle().Length);
    }

    private static void Refused(byte[] file, string message)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("hostile.safetensors");
        File.WriteAllBytes(path, file);
        var model = new ByRow(1);
        int[] before = TestData.Bits(model);
        foreach (Action load in new Action[] { () => model.Load(path), () => model.LoadMatching(path) })
        {
            string said = Assert.Throws<InvalidDataException>(load).Message;
            Assert.StartsWith($"{path} cannot be read: ", said, StringComparison.Ordinal);
            Assert.Contains(message, said, StringComparison.Ordinal);
            Assert.InRange(said.Length, 1, 1000);
            Assert.DoesNotContain(said, char.IsControl);
        }

        Assert.Equal(before, TestData.Bits(model));
    }

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}

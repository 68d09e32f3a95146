using System.Text;

namespace StaticNet.Tests.Files;

/// <summary>NumPy's files are read as NumPy reads them and written as it writes them.</summary>
[Trait(Widths.Trait, Widths.Any)]
public class NpyTests
{
    [Fact]
    public void Floats_are_read()
    {
        NpyArray array = Load(NumPyFiles.Single);
        Assert.Equal("float32 (2, 3)", array.ToString());
        Assert.Equal(typeof(float), array.ElementType);
        Assert.Equal([0, 0.25f, 0.5f, 0.75f, 1, 1.25f], array.Values<float>().ToArray());
        Assert.Throws<InvalidOperationException>(() => array.Values<int>().ToArray());
    }

    [Fact]
    public void Arrays_by_columns_are_turned()
    {
        NpyArray array = Load(NumPyFiles.DoubleByColumns);
        Assert.Equal("float64 (2, 3, 4)", array.ToString());
        Assert.Equal(Enumerable.Range(0, 24).Select(i => (double)i), array.Values<double>().ToArray());
    }

    [Fact]
    public void Other_types_are_read()
    {
        Assert.Equal([-1, 1L << 40], Load(NumPyFiles.Int64).Values<long>().ToArray());
        Assert.Equal([1, 255], Load(NumPyFiles.Byte).ToInt32());
        Assert.Equal([true, false], Load(NumPyFiles.Boolean).Values<bool>().ToArray());
        Assert.Equal([1, 0], Load(NumPyFiles.Boolean).ToSingle());
        Assert.Equal([1, 0], Load(NumPyFiles.Boolean).ToInt32());
        Assert.Equal("float16 ()", Load(NumPyFiles.HalfScalar).ToString());
        Assert.Equal([1.5f], Load(NumPyFiles.HalfScalar).ToSingle());
        Assert.Equal("int32 (0, 3)", Load(NumPyFiles.NoInt32).ToString());
        Assert.Equal("bool (2,)", Load(NumPyFiles.Boolean).ToString());
    }

    [Fact]
    public void What_is_written_is_what_NumPy_writes()
    {
        foreach (byte[] file in new[] { NumPyFiles.Single, NumPyFiles.Byte, NumPyFiles.Boolean, NumPyFiles.NoInt32, NumPyFiles.HalfScalar })
            Assert.Equal(file, Saved(Load(file)));
        Assert.Equal(NumPyFiles.Single, Saved(NpyArray.Create<float>([0, 0.25f, 0.5f, 0.75f, 1, 1.25f], 2, 3)));
    }

    [Fact]
    public void Every_type_comes_back()
    {
        Same<sbyte>(-128, 127);
        Same<byte>(0, 255);
        Same<short>(short.MinValue, 5);
        Same<ushort>(ushort.MaxValue, 5);
        Same(int.MinValue, 5);
        Same<uint>(uint.MaxValue, 5);
        Same<long>(long.MinValue, 5);
        Same<ulong>(ulong.MaxValue, 5);
        Same(Half.Epsilon, Half.NaN);
        Same(float.NaN, -0f);
        Same(double.Epsilon, double.NegativeInfinity);
        Same(true, false);
        Assert.Throws<ArgumentException>(() => NpyArray.Create<decimal>([1]));

        static void Same<T>(T first, T second)
            where T : unmanaged
        {
            NpyArray array = Load(Saved(NpyArray.Create<T>([first, second, first], 3, 1)));
            Assert.Equal([first, second, first], array.Values<T>().ToArray());
            Assert.Equal([3, 1], array.Shape);
        }
    }

    [Fact]
    public void A_file_is_written_whole_and_read_back()
    {
        using var folder = new TemporaryFolder();
        float[] values = [1, 2, 3, 4, 5, 6];
        Npy.Save<float>(folder.File("x.npy"), values, 2, 3);
        Npy.Save<float>(folder.File("y.npy"), values);
        Assert.Equal(["x.npy", "y.npy"], folder.Names);
        Assert.Equal([2, 3], Npy.Load(folder.File("x.npy")).Shape);
        Assert.Equal([6], Npy.Load(folder.File("y.npy")).Shape);
        Assert.Contains("x.npy cannot be read: there are bytes behind its end, which is at byte 152.", Refused([.. NumPyFiles.Single, 0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_may_hold_several_arrays()
    {
        using var stream = new MemoryStream([.. NumPyFiles.Single, .. NumPyFiles.Byte]);
        Assert.Equal("float32 (2, 3)", Npy.Load(stream).ToString());
        Assert.Equal("uint8 (2, 1)", Npy.Load(stream).ToString());
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(2147483648.0)]
    [InlineData(-2147483649.0)]
    [InlineData(1e300)]
    [InlineData(double.NaN)]
    public void Numbers_that_are_no_ints_are_refused_by_place(double value)
    {
        NpyArray array = NpyArray.Create<double>([2147483647, -2147483648, value]);
        Assert.Contains("at place 2, which is no int.", Assert.Throws<InvalidOperationException>(() => array.ToInt32()).Message, StringComparison.Ordinal);
        Assert.Equal([2147483647, -2147483648], NpyArray.Create<double>([2147483647, -2147483648]).ToInt32());
    }

    [Fact]
    public void A_shape_has_to_fit()
    {
        Assert.StartsWith(
            "5 values came for the shape (2, 3).", Assert.Throws<ArgumentException>(() => NpyArray.Create<int>([1, 2, 3, 4, 5], 2, 3)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Axis 0 has length -2.", Assert.Throws<ArgumentException>(() => NpyArray.Create<int>([1, 2], -2, -1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => NpyArray.Create<int>([], 1 << 16, 1 << 16));
    }

    [Theory]
    [InlineData("{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (1,), }", "it holds records, and only arrays of numbers are read.")]
    [InlineData("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", "it holds '|O', and only numbers are read")]
    [InlineData("{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }", "it holds '<c8', and only numbers are read")]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (1,), }", "fortran_order is neither True nor False")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1), }", "its shape is a number and no tuple")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", "its shape holds what is no whole number")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1073741824, 1073741824), }", "more numbers than an array of .NET can hold")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1152921504606846976,), }", "longer than an array of .NET can be")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1000000,), }", "its numbers would take 4000000 bytes from byte")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'shape': (1,), }", "has a key 'shape' that does not belong there, or has it twice")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, }", "it lacks descr, fortran_order or shape")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), } + x", "something follows its dictionary")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,", "its shape holds what is no whole number")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1 1)}", "there is no ')' at place")]
    [InlineData("", "there is no '{' at place 0")]
    public void Other_headers_are_refused_in_words(string header, string message) => Assert.Contains(message, Refused(File(header)), StringComparison.Ordinal);

    [Fact]
    public void Numbers_in_another_order_of_bytes_are_refused_with_a_remedy()
        => Assert.Contains("have their highest byte first; write them in NumPy with astype", Refused(NumPyFiles.BigEndian), StringComparison.Ordinal);

    [Fact]
    public void Headers_of_Python_2_and_without_a_last_comma_are_read()
    {
        Assert.Equal([1], Load(File("{'descr': '<f4', 'fortran_order': False, 'shape': (1L,)}")).Shape);
        Assert.Equal([1, 1], Load(File("{\"shape\":(1,1),\"fortran_order\":True,\"descr\":\"<f4\"}\n")).Shape);
    }

    private static byte[] File(string header)
        => [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8), .. Encoding.ASCII.GetBytes(header), 0, 0, 0x80, 0x3F];

    private static string Refused(byte[] file)
    {
        using var folder = new TemporaryFolder();
        System.IO.File.WriteAllBytes(folder.File("x.npy"), file);
        return Assert.Throws<InvalidDataException>(() => Npy.Load(folder.File("x.npy"))).Message;
    }

    private static NpyArray Load(byte[] file) => Npy.Load(new MemoryStream(file));

    private static byte[] Saved(NpyArray array)
    {
        using var stream = new MemoryStream();
        Npy.Save(stream, array);
        return stream.ToArray();
    }
}

using System.Runtime.InteropServices;
using StaticNet.Tests.Files;

namespace StaticNet.Tests.Data;

[Trait(Widths.Trait, Widths.Any)]
public sealed partial class NpySourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string X => _folder.File("x.npy");

    private string Y => _folder.File("y.npy");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(50)]
    public void Rows_are_read_and_converted(int rows)
    {
        byte[] pixels = [.. Enumerable.Range(0, 40).Select(i => (byte)i)];
        Npy.Save<byte>(X, pixels, 10, 2, 2);
        Npy.Save<long>(Y, [.. Enumerable.Range(0, 10).Select(i => (long)i)]);
        IDataSource<float, int> source = DataSource.FromNpy<float, int>(X, Y);
        Assert.Equal(10, source.Count);
        for (int epoch = 0; epoch < 2; epoch++)
        {
            var (inputs, targets) = source.All(4, 1, rows);
            Assert.Equal(pixels.Select(pixel => (float)pixel), inputs);
            Assert.Equal(Enumerable.Range(0, 10), targets);
        }

        Assert.Equal(pixels.Select(pixel => (int)pixel), DataSource.FromNpy<int, float>(X, Y).All(4, 1, rows).Inputs);
    }

    [Fact]
    public void Conversion_in_pieces_is_the_same_as_in_one()
    {
        double[] numbers = [.. Enumerable.Range(0, 100_000).Select(i => i / 8.0)];
        Npy.Save<double>(X, numbers, 10, 10_000);
        Npy.Save<bool>(Y, [true, false, true, false, true, false, true, false, true, false]);
        var (inputs, targets) = DataSource.FromNpy<float, float>(X, Y).All(10_000, 1, 10);
        Assert.Equal(numbers.Select(number => (float)number), inputs);
        Assert.Equal([1f, 0, 1, 0, 1, 0, 1, 0, 1, 0], targets);
    }

    [Fact]
    public void What_is_no_int_is_told_by_sample()
    {
        Npy.Save<float>(X, [1, 2, 3, 4, 5.5f, 6], 3, 2);
        Npy.Save<int>(Y, [0, 1, 2]);
        Assert.Contains("sample 2 holds 5.5 at place 0, which is no int", Assert.Throws<InvalidDataException>(() => DataSource.FromNpy<int, int>(X, Y).All(2, 1, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_do_not_fit_are_refused()
    {
        Npy.Save<float>(X, new float[6], 3, 2);
        Npy.Save<int>(Y, new int[2]);
        Assert.Contains("has 3 rows and", Assert.Throws<ArgumentException>(() => DataSource.FromNpy<float, int>(X, Y)).Message, StringComparison.Ordinal);
        Npy.Save<int>(Y, new int[3]);
        IDataSource<float, int> source = DataSource.FromNpy<float, int>(X, Y);
        Assert.Contains("has 2 numbers, by its shape (3, 2). Expected 4.", Assert.Throws<ArgumentException>(() => source.Open(4, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => source.Open(2, 5));
        Assert.Throws<NotSupportedException>(() => DataSource.FromNpy<double, int>(X, Y));
        File.WriteAllBytes(X, NumPyFile("(2, 3), ", isFortranOrder: true, 24));
        Assert.Contains("column by column", Assert.Throws<InvalidDataException>(() => DataSource.FromNpy<float, int>(X, Y)).Message, StringComparison.Ordinal);
        File.WriteAllBytes(X, NumPyFile("(), ", isFortranOrder: false, 4));
        Assert.Contains("a single number", Assert.Throws<InvalidDataException>(() => DataSource.FromNpy<float, int>(X, Y)).Message, StringComparison.Ordinal);
        File.WriteAllBytes(X, NumPyFile("(1152921504606846976, 1152921504606846976), ", isFortranOrder: false, 4));
        Assert.Throws<InvalidDataException>(() => DataSource.FromNpy<float, int>(X, Y));
        File.WriteAllBytes(X, NumPyFile("(1, 1152921504606846976), ", isFortranOrder: false, 4));
        Assert.Contains("its rows have more numbers", Assert.Throws<InvalidDataException>(() => DataSource.FromNpy<float, int>(X, Y)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_rows_are_an_end()
    {
        Npy.Save<float>(X, [], 0, 4);
        Npy.Save<int>(Y, []);
        Assert.Empty(DataSource.FromNpy<float, int>(X, Y).All(4, 1, 3).Inputs);
    }

    [Fact]
    public void A_file_that_is_cut_short_while_it_is_read_is_an_exception()
    {
        if (OperatingSystem.IsWindows())
            return;
        Npy.Save<float>(X, new float[40_000], 10, 4000);
        Npy.Save<int>(Y, new int[10]);
        using ISampleReader<float, int> reader = DataSource.FromNpy<float, int>(X, Y).Open(4000, 1);
        Assert.Equal(1, reader.Read(new float[4000], new int[1]));
        Assert.Equal(0, Truncate(X, 20_000));
        Assert.Contains("though it was longer", Assert.Throws<InvalidDataException>(() => reader.Read(new float[36_000], new int[9])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_has_changed_between_epochs_is_refused()
    {
        Npy.Save<float>(X, new float[4], 2, 2);
        Npy.Save<int>(Y, new int[2]);
        IDataSource<float, int> source = DataSource.FromNpy<float, int>(X, Y);
        Npy.Save<float>(X, new float[6], 3, 2);
        Assert.Contains("has 3 rows, and had 2", Assert.Throws<InvalidDataException>(() => source.Open(2, 1)).Message, StringComparison.Ordinal);
    }

    internal static byte[] NumPyFile(string shape, bool isFortranOrder, int bytes, string kind = "<f4")
    {
        string text = $"{{'descr': '{kind}', 'fortran_order': {(isFortranOrder ? "True" : "False")}, 'shape': {shape.TrimEnd(',', ' ')}, }}".PadRight(117) + "\n";
        return [0x93, .. "NUMPY"u8, 1, 0, 118, 0, .. System.Text.Encoding.ASCII.GetBytes(text), .. new byte[bytes]];
    }

    [LibraryImport("libc", EntryPoint = "truncate", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Truncate(string path, long length);
}

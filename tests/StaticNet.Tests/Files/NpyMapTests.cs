using StaticNet.Tests.Data;

namespace StaticNet.Tests.Files;

[Trait(Widths.Trait, Widths.Any)]
public sealed class NpyMapTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string X => _folder.File("x.npy");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_lie_in_memory_as_in_the_file()
    {
        float[] values = [.. Enumerable.Range(0, 24).Select(i => (float)i)];
        Npy.Save<float>(X, values, 4, 3, 2);
        using NpyMap<float> map = Npy.Map<float>(X);
        Assert.Equal([4L, 3, 2], map.Shape);
        Assert.Equal((24, 4, 6), (map.Count, map.Rows, map.RowSize));
        Assert.Equal(values, map.Memory.ToArray());
        Assert.Equal(values[6..18], map.Slice(1, 2).ToArray());
        Assert.Empty(map.Slice(4, 0).ToArray());
        var copy = new float[12];
        map.CopyTo(2, copy);
        Assert.Equal(values[12..], copy);
        using System.Buffers.MemoryHandle pin = map.Slice(1, 1).Pin();
    }

    [Fact]
    public void What_is_mapped_is_a_data_set_without_a_copy()
    {
        Npy.Save<float>(X, [0, 0, 1, 1, 2, 2], 3, 2);
        Npy.Save<int>(_folder.File("y.npy"), [0, 1, 2]);
        using NpyMap<float> x = Npy.Map<float>(X);
        using NpyMap<int> y = Npy.Map<int>(_folder.File("y.npy"));
        var data = new Dataset<float, int>(x.Memory, y.Memory, (int)x.Rows);
        Assert.Equal([2f, 2], data.Input(2).ToArray());
        Assert.Equal(3, data.Shuffle(1).Count);
    }

    [Fact]
    public void After_Dispose_all_that_asks_for_memory_is_refused_and_spans_stay_valid()
    {
        Npy.Save<float>(X, [1, 2, 3, 4], 2, 2);
        NpyMap<float> map = Npy.Map<float>(X);
        ReadOnlyMemory<float> memory = map.Memory;
        ReadOnlySpan<float> span = memory.Span;
        map.Dispose();
        map.Dispose();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal([1f, 2, 3, 4], span.ToArray());
        Assert.Throws<ObjectDisposedException>(() => memory.Span.Length);
        Assert.Throws<ObjectDisposedException>(() => memory.Pin());
        Assert.Throws<ObjectDisposedException>(() => map.Slice(0, 1).Span.Length);
        Assert.Throws<ObjectDisposedException>(() => map.CopyTo(0, new float[4]));
    }

    [Fact]
    public void A_span_outlives_its_owner_that_nobody_refers_to()
    {
        Npy.Save<float>(X, [1, 2, 3, 4], 2, 2);
        ReadOnlySpan<float> span = Spanned(X);
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal([1f, 2, 3, 4], span.ToArray());

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static ReadOnlySpan<float> Spanned(string path) => Npy.Map<float>(path).Memory.Span;
    }

    [Fact]
    public async Task Copies_race_with_Dispose()
    {
        Npy.Save<float>(X, [.. Enumerable.Repeat(7f, 100_000)], 100, 1000);
        for (int round = 0; round < 30; round++)
        {
            NpyMap<float> map = Npy.Map<float>(X);
            Task[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
            {
                var rows = new float[50_000];
                try
                {
                    while (true)
                    {
                        map.CopyTo(50, rows);
                        Assert.Equal(-1, rows.AsSpan().IndexOfAnyExcept(7f));
                    }
                }
                catch (ObjectDisposedException)
                {
                }
            }))];
            await Task.Delay(2);
            map.Dispose();
            await Task.WhenAll(readers);
        }
    }

    [Fact]
    public void More_numbers_than_an_array_holds_are_mapped()
    {
        const long Rows = 3_000_000;
        using (FileStream file = File.Create(X))
        {
            // The file has a hole: it takes no room on the disk.
            file.Write(NpySourceTests.NumPyFile("(3000000, 1000)", isFortranOrder: false, 0, "|u1"));
            file.SetLength(128 + (Rows * 1000));
            file.Position = file.Length - 1;
            file.WriteByte(9);
        }

        using NpyMap<byte> map = Npy.Map<byte>(X);
        Assert.Equal(3_000_000_000, map.Count);
        Assert.Equal(9, map.Slice(Rows - 1, 1).Span[^1]);
        var row = new byte[1000];
        map.CopyTo(Rows - 1, row);
        Assert.Equal((0, 9), (row[0], row[^1]));
        Assert.Contains("ask for some rows", Assert.Throws<InvalidOperationException>(() => map.Memory).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => map.Slice(0, 2_500_000));
        Assert.Throws<InvalidDataException>(() => Npy.Load(X));
    }

    [Fact]
    public void Ranges_outside_are_refused()
    {
        Npy.Save<float>(X, [1, 2, 3, 4], 2, 2);
        using NpyMap<float> map = Npy.Map<float>(X);
        Assert.Throws<ArgumentOutOfRangeException>(() => map.Slice(1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.Slice(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.Slice(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.Slice(long.MaxValue, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.CopyTo(2, new float[2]));
        Assert.Throws<ArgumentException>(() => map.CopyTo(0, new float[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.Slice(0, 1).Slice(0, 3));
    }

    [Fact]
    public void Files_that_cannot_be_mapped_are_refused_in_words()
    {
        Npy.Save<float>(X, [1, 2, 3, 4], 2, 2);
        Refused<int>("it holds System.Single, and System.Int32 was asked for");
        byte[] file = File.ReadAllBytes(X);
        File.WriteAllBytes(X, file[..^1]);
        Refused<float>("it is truncated or damaged");
        File.WriteAllBytes(X, [.. file, 0]);
        Refused<float>("there are bytes behind its end");
        File.WriteAllBytes(X, NpySourceTests.NumPyFile("(2, 3)", isFortranOrder: true, 24));
        Refused<float>("column by column");
        Npy.Save<bool>(X, [true], 1);
        Refused<bool>("no bool");
        File.WriteAllBytes(X, [0x93, .. "NUMPY"u8, 1, 0, 61, 0, .. System.Text.Encoding.ASCII.GetBytes("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }".PadRight(61)), 0, 0, 0, 0]);
        Refused<float>("its numbers begin at byte 71, no multiple of the 4");
        File.WriteAllBytes(X, []);
        Refused<float>("");
        Assert.Throws<FileNotFoundException>(() => Npy.Map<float>(_folder.File("none.npy")));
    }

    [Fact]
    public void An_array_without_numbers_is_mapped()
    {
        Npy.Save<float>(X, [], 0, 4);
        using NpyMap<float> map = Npy.Map<float>(X);
        Assert.Equal((0, 0, 0), (map.Count, map.Rows, map.RowSize));
        Assert.True(map.Memory.IsEmpty);
        map.CopyTo(0, []);
    }

    private void Refused<T>(string message)
        where T : unmanaged
        => Assert.Contains(message, Assert.Throws<InvalidDataException>(() => Npy.Map<T>(X)).Message, StringComparison.Ordinal);
}

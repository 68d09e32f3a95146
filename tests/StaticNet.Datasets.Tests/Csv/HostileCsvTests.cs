using System.Text;

namespace StaticNet.Datasets.Tests;

/// <summary>Whatever a CSV file holds, it is read or refused with one kind of exception, which names it.</summary>
public sealed class HostileCsvTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Contents => new()
    {
        { "", "it is empty" },
        { "\n\n", "it is empty" },
        { "\uFEFF", "it is empty" },
        { "a,y\n", "it has a header and no line behind it" },
        { "a,y\n1,2,3\n", "line 2 has 3 columns, and the first line has 2" },
        { "a,y\n1,2\n3\n", "line 3 has 1 columns, and the first line has 2" },
        { "a,y\n1,0\n2,\"0\n3,1\n4,0\n", "line 3, column 'y' holds '\"0?3,1?4,0" },
        { "a,b,y\n1,0,0\n2,\"0,1\n3,1,1\n", "it reaches over several lines, so that a quotation mark may not be closed" },
        { "a,y\nabc,1\n", "line 2, column 'a' holds 'abc', which is no number" },
        { "a,y\n1e400,1\n", "line 2, column 'a' holds '1e400', which is not finite or beyond the range of a float" },
        { "a,y\n-1e39,1\n", "which is not finite or beyond the range of a float" },
        { "a,y\nInfinity,1\n", "which is not finite or beyond the range of a float" },
        { "a,y\n1\0,1\n", "line 2 has a NUL character" },
        { "a,y\n\0,1\n", "line 2 has a NUL character" },
        { "a,y\n0x10,1\n", "holds '0x10', which is no number" },
        { "a,y\n1,1\n1,1.5\n", "line 3, column 'y' holds '1.5', which is no label" },
        { "a,y\n1,1\n1,99999999999\n", "line 3, column 'y' holds '99999999999', which is no label" },
        { "a,y\n1,1\n1,dog\n", "where labels are names, say NamedTarget = true" },
        { "a,y\n1,1\n\u001b[31m,1\n", "holds '?[31m', which is no number" },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void Nonsense_is_refused_in_words(string content, string message)
    {
        string path = _folder.Write("data.csv", Encoding.UTF8.GetBytes(content));
        string said = Assert.Throws<InvalidDataException>(() => Csv.Load<int>(path)).Message;
        Assert.StartsWith(path, said, StringComparison.Ordinal);
        Assert.Contains(message, said, StringComparison.Ordinal);
        Assert.DoesNotContain(said, char.IsControl);
    }

    [Fact]
    public void What_is_not_UTF8_is_refused()
    {
        string path = _folder.Write("data.csv", [.. "a,y\n1,caf"u8, 0xE9, .. "\n"u8]);
        Assert.Contains("it is not UTF-8", Assert.Throws<InvalidDataException>(() => Csv.Load<int>(path)).Message, StringComparison.Ordinal);
        path = _folder.Write("data.csv", [0xEF, 0xBB, 0xBF, .. "a,y\n1,caf"u8, 0xE9, .. "\n"u8]);
        Assert.Contains("it is not UTF-8", Assert.Throws<InvalidDataException>(() => Csv.Load<int>(path)).Message, StringComparison.Ordinal);
        path = _folder.Write("data.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a,y\n1,café\n")]);
        Assert.Equal(["café"], Csv.Source<int>(path).ClassNames);
    }

    [Fact]
    public void Long_lines_are_read_or_refused()
    {
        string path = _folder.Write("data.csv", Encoding.UTF8.GetBytes($"a,y\n1,{new string('x', 2_000_000)}\n2,z\n"));
        Assert.Equal(2_000_000, Csv.Source<int>(path).ClassNames[0].Length);
        path = _folder.Write("data.csv", Encoding.UTF8.GetBytes($"a,y\n1,{new string('x', 20_000_000)}\n2,z\n"));
        Assert.Contains("a line of more than 16 million characters", Assert.Throws<InvalidDataException>(() => Csv.Source<int>(path)).Message, StringComparison.Ordinal);
        path = _folder.Write("data.csv", Encoding.UTF8.GetBytes($"{new string(',', 999_999)}\n{string.Join(',', Enumerable.Repeat("1", 1_000_000))}\n"));
        Assert.Equal(999_999, Csv.Load<int>(path).InputSize);
    }

    [Fact]
    public void Columns_of_sentences_are_no_categories()
    {
        var text = new StringBuilder("a,b,y\n");
        for (int i = 0; i <= 10_000; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"1,sentence {i},0\n");
        string path = _folder.Write("data.csv", Encoding.UTF8.GetBytes(text.ToString()));
        Assert.Contains("column 'b' has more than 10000 different texts", Assert.Throws<InvalidDataException>(() => Csv.Load<int>(path, new CsvOptions { OneHot = ["b"] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutations_are_read_or_refused()
    {
        byte[] good = "a,color,\"b c\",y\r\n1.5,red,2,x\n,\"bl\"\"ue\",1e3,y\n-7,green,NA,x\n"u8.ToArray();
        var random = new Random(7);
        var options = new CsvOptions { OneHot = [1], MissingValue = 0 };
        int read = 0, refused = 0;
        for (int i = 0; i < 5000; i++)
        {
            byte[] content = [.. good];
            for (int change = random.Next(1, 4); change > 0; change--)
                content[random.Next(content.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : ",;\"\r\n\0\t|.eE+-19"u8[random.Next(15)];
            string path = _folder.Write("data.csv", content[..(random.Next(4) == 0 ? random.Next(content.Length) : content.Length)]);
            try
            {
                CsvSource<int> source = Csv.Source<int>(path, options);
                Dataset<float, int> data = source.ToDataset(source.InputSize, 1);
                Assert.DoesNotContain(data.Inputs.ToArray(), value => !float.IsFinite(value));
                read++;
            }
            catch (InvalidDataException)
            {
                refused++;
            }
            catch (ArgumentException error) when (error is not ArgumentOutOfRangeException)
            {
                // Of a header with another number of columns.
                refused++;
            }
        }

        Assert.True(read > 100 && refused > 100, $"{read} were read, {refused} refused");
    }
}

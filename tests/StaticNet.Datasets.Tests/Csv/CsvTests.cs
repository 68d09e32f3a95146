using System.Globalization;

namespace StaticNet.Datasets.Tests;

public sealed class CsvTests : IDisposable
{
    private const string Iris = "length,width,species\n5.1,3.5,setosa\n7.0,3.2,versicolor\n4.9,3.0,setosa\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_become_classes_in_ordinal_order()
    {
        CsvSource<int> iris = Csv.Source<int>(Write("a,b,kind\n1,2,zebra\n3,4,ant\n5,6,zebra\n"));
        Assert.Equal(["ant", "zebra"], iris.ClassNames);
        Assert.Equal(["ant", "zebra"], Csv.Load<int>(Write("a,b,kind\n1,2,zebra\n3,4,ant\n5,6,zebra\n")).ClassNames);
        Assert.Equal(["a", "b"], iris.InputNames);
        Assert.Equal(3, iris.Count);
        Dataset<float, int> data = iris.ToDataset(2, 1);
        Assert.Equal([1f, 2, 3, 4, 5, 6], data.Inputs.ToArray());
        Assert.Equal([1, 0, 1], data.Targets.ToArray());
    }

    [Fact]
    public void Without_a_type_targets_are_classes_and_their_names_stay()
    {
        string path = Write(Iris);
        Dataset<float, int> all = Csv.Load(path);
        Assert.Equal(["setosa", "versicolor"], all.ClassNames);
        Assert.Equal(["setosa", "versicolor"], Csv.Load(path, new CsvOptions { Columns = ["width"] }).ClassNames);
        CsvSource<int> source = Csv.Source(path);
        Assert.Equal(all.ClassNames, source.ToDataset().ClassNames);
        Assert.Equal(all.ClassNames, source.ToDataset(2, 1).ClassNames);
        Assert.Equal(all.Inputs.ToArray(), source.ToDataset().Inputs.ToArray());
        Assert.Null(Csv.Source(Write("a,y\n1,0\n")).ToDataset().ClassNames);
        Assert.Throws<ArgumentException>(() => source.ToDataset(3, 1));
        Assert.Contains("read the file with <float>", Assert.Throws<InvalidDataException>(() => Csv.Load(Write("a,price\n1,2.5\n"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_that_are_numbers_stay_and_the_file_is_not_read_twice()
    {
        CsvSource<int> source = Csv.Source<int>(Write("a;y\n1.5;2\n2.5;0\n3.5;1.0\n"));
        Assert.Null(source.Count);
        Assert.Empty(source.ClassNames);
        Assert.Equal([2, 0, 1], source.ToDataset(1, 1).Targets.ToArray());
        CsvSource<int> named = Csv.Source<int>(Write("a;y\n1.5;20\n2.5;100\n"), new CsvOptions { NamedTarget = true });
        Assert.Equal(["100", "20"], named.ClassNames);
    }

    [Fact]
    public void Targets_of_numbers_are_read_from_any_column()
    {
        string path = Write("price\trooms\tsize\n100.5\t3\t80\n-2e3\t1\t20\n");
        foreach (CsvColumn column in new CsvColumn[] { "price", 0, ^3 })
        {
            Dataset<float, float> data = Csv.Load<float>(path, new CsvOptions { Target = column });
            Assert.Equal([3f, 80, 1, 20], data.Inputs.ToArray());
            Assert.Equal([100.5f, -2000], data.Targets.ToArray());
        }

        Assert.Equal([80f, 3, 20, 1], Csv.Load<float>(path, new CsvOptions { Target = "price", Columns = ["size", 1] }).Inputs.ToArray());
    }

    [Fact]
    public void Names_become_numbers_as_the_model_has_outputs()
    {
        Assert.Equal([0f, 1, 0], Csv.Load<float>(Write(Iris)).Targets.ToArray());
        CsvSource<float> two = Csv.Source<float>(Write(Iris));
        Assert.Equal([1f, 0, 0, 1, 1, 0], two.ToDataset(2, 2).Targets.ToArray());
        CsvSource<float> three = Csv.Source<float>(Write("a,k\n1,x\n2,z\n3,y\n"));
        Assert.Equal(3, three.TargetSize);
        Assert.Equal([1f, 0, 0, 0, 0, 1, 0, 1, 0], three.ToDataset(1, 3).Targets.ToArray());
        Assert.Contains("Expected 3, one for each of the names", Assert.Throws<ArgumentException>(() => three.Open(1, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("has 1 numbers: 'a'. Expected 7", Assert.Throws<ArgumentException>(() => three.Open(7, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Categories_become_rows_or_codes()
    {
        string path = Write("color,age,city,y\nred,1,Rome,0\nblue,2,Oslo,1\nred,3,Bern,1\n");
        CsvSource<int> source = Csv.Source<int>(path, new CsvOptions { OneHot = ["color"], Codes = ["city"] });
        Assert.Equal(["color=blue", "color=red", "age", "city"], source.InputNames);
        Assert.Equal(["Bern", "Oslo", "Rome"], source.Categories["city"]);
        Assert.Equal([0f, 1, 1, 2, 1, 0, 2, 1, 0, 1, 3, 0], source.ToDataset(4, 1).Inputs.ToArray());
    }

    [Fact]
    public void Missing_values_are_refused_or_filled()
    {
        string path = Write("a,color,y\n,red,0\nNA,,1\n 2 ,blue,1\n");
        Assert.Contains("line 2, column 'a' holds '', which is a missing value; say by MissingValue", Refusal(path), StringComparison.Ordinal);
        CsvSource<int> source = Csv.Source<int>(path, new CsvOptions { MissingValue = -1, OneHot = ["color"] });
        Assert.Equal([-1f, 0, 1, -1, 0, 0, 2, 1, 0], source.ToDataset(3, 1).Inputs.ToArray());
        Assert.Equal([-1f, 1, -1, -1, 2, 0], Csv.Source<int>(path, new CsvOptions { MissingValue = -1, Codes = ["color"] }).ToDataset(2, 1).Inputs.ToArray());
        Assert.Contains("line 3, column 'y' holds '', which is a missing target", Refusal(Write("a,y\n1,0\n2,\n"), new CsvOptions { MissingValue = 0 }), StringComparison.Ordinal);
        Assert.Contains("line 3, column 'y' holds '', which is a missing target", Refusal(Write("a,y\n1,x\n2,\n"), new CsvOptions { MissingValue = 0 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_without_header_and_with_a_separator_of_their_own_are_read()
    {
        Dataset<float, int> data = Csv.Load<int>(Write("1:2:0\n3:4:1\n"), new CsvOptions { HasHeader = false, Separator = ':' });
        Assert.Equal([1f, 2, 3, 4], data.Inputs.ToArray());
        Assert.Equal(["column 0", "column 1"], Csv.Source<int>(Write("1:2:0\n"), new CsvOptions { HasHeader = false, Separator = ':' }).InputNames);
    }

    [Theory]
    [InlineData("a,y\r\n1,0\r\n2,1\r\n")]
    [InlineData("a,y\n1,0\n2,1")]
    [InlineData("\uFEFFa,y\n1,0\n2,1\n")]
    [InlineData("a,y\n\n1,0\n\n\n2,1\n\n")]
    [InlineData("\"a\",\"y\"\n\"1\",\"0\"\n\"2\",\"1\"\n")]
    [InlineData("a\ty\n1\t0\n2\t1\n")]
    [InlineData("a|y\n1|0\n2|1\n")]
    [InlineData("a;y\n1;0\n2;1\n")]
    public void Files_as_they_come_are_read(string content)
    {
        Dataset<float, int> data = Csv.Load<int>(Write(content), new CsvOptions { Target = "y", Columns = ["a"] });
        Assert.Equal([1f, 2], data.Inputs.ToArray());
        Assert.Equal([0, 1], data.Targets.ToArray());
    }

    [Fact]
    public void Quotation_marks_hold_separators_breaks_and_themselves()
    {
        CsvSource<int> source = Csv.Source<int>(Write("\"a \"\"b\"\"\",y\n1,\"x, y\"\n2,\"line\nbreak\"\n3,\"say \"\"no\"\"\"\n"));
        Assert.Equal(["a \"b\""], source.InputNames);
        Assert.Equal(["line\nbreak", "say \"no\"", "x, y"], source.ClassNames);
        Assert.Contains("line 5, column 'a' holds 'x'", Refusal(Write("a,b,y\n1,\"2\",k\n\"3\",4,\"\n\"\nx,5,k\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_language_of_the_machine_has_no_bearing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal([1.5f, -2000], Csv.Load<int>(Write("a;y\n1.5;0\n-2e3;1\n")).Inputs.ToArray());
            Assert.Contains("line 2, column 'a' holds '3,14', which is no number", Refusal(Write("a;y\n3,14;0\n")), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_file_is_read_anew_each_epoch_and_must_not_change()
    {
        CsvSource<int> source = Csv.Source<int>(Write(Iris));
        Assert.Equal(source.ToDataset(2, 1).Inputs.ToArray(), source.ToDataset(2, 1).Inputs.ToArray());
        Write("length,species\n1,setosa\n");
        Assert.Contains("Leave the file as it is", Assert.Throws<InvalidDataException>(() => source.Open(2, 1)).Message, StringComparison.Ordinal);
        Write("length,width,species\n1,1,virginica\n");
        Assert.Contains("line 2, column 'species' holds 'virginica', which was not there", Assert.Throws<InvalidDataException>(() => source.ToDataset(2, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Csv.Source<int>(Write(Iris), null, cancel.Token));
        using ISampleReader<float, int> reader = Csv.Source<int>(Write(Iris)).Open(2, 1, cancel.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => reader.Read(new float[2], new int[1]));
    }

    [Fact]
    public void Options_that_do_not_fit_are_refused()
    {
        string path = Write(Iris);
        Options(new CsvOptions { Target = "kind" }, "Target asks for column 'kind'. ");
        Options(new CsvOptions { Target = 3 }, "Target asks for column 3. ");
        Options(new CsvOptions { Target = ^4 }, "Target asks for column ^4. ");
        Options(new CsvOptions { Columns = ["width", 1] }, "Columns has a column twice");
        Options(new CsvOptions { Columns = [] }, "No column is left");
        Options(new CsvOptions { OneHot = ["species"] }, "which is the target or not among Columns");
        Options(new CsvOptions { OneHot = ["width"], Codes = ["width"] }, "is in OneHot and in Codes");
        Options(new CsvOptions { HasHeader = false, Target = "species" }, "has no names");
        Options(new CsvOptions { Separator = '"' }, "Separator is the character 34");
        Options(new CsvOptions { MissingValue = float.NaN }, "MissingValue is NaN");
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvOptions { Target = -1 });
        Assert.Throws<NotSupportedException>(() => Csv.Load<double>(path));
        Assert.Throws<FileNotFoundException>(() => Csv.Load<int>(_folder.Sub("none.csv")));
        path = Write("a,a,y\n1,2,0\n");
        Options(new CsvOptions { Columns = ["a"] }, "has two of that name, 0 and 1");
        Assert.Equal([1f, 2], Csv.Load<int>(path).Inputs.ToArray());

        void Options(CsvOptions options, string message)
            => Assert.Contains(message, Assert.Throws<ArgumentException>(() => Csv.Load<int>(path, options)).Message, StringComparison.Ordinal);
    }

    private string Write(string content) => _folder.Write("data.csv", System.Text.Encoding.UTF8.GetBytes(content));

    private static string Refusal(string path, CsvOptions? options = null)
        => Assert.Throws<InvalidDataException>(() => Csv.Load<int>(path, options)).Message;
}

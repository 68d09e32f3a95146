namespace StaticNet.Datasets.Tests;

/// <summary>The snippets of docs/data.md that are about files of this package.</summary>
public class DocumentationTests
{
    [Fact]
    public void CSV_files()
    {
        const string Text = "sepal_length,petal_length,petal_width,species\n5.1,1.4,0.2,setosa\n7.0,4.7,1.4,versicolor\n4.9,1.4,0.2,setosa\n";
        File.WriteAllText("iris.csv", Text);
        try
        {
            Dataset<float, int> all = Csv.Load("iris.csv");                  // in memory; the last column is the class

            CsvSource<int> iris = Csv.Source("iris.csv", new CsvOptions { Target = "species", Columns = ["petal_length", "petal_width"] });
            Console.WriteLine(string.Join(", ", iris.ClassNames));           // read anew each epoch, of any size
            Assert.Equal((3, 3), (all.Count, all.InputSize));
            Assert.Equal(["setosa", "versicolor"], iris.ClassNames);
            Assert.Equal([1.4f, 0.2f, 4.7f, 1.4f, 1.4f, 0.2f], iris.ToDataset(2, 1).Inputs.ToArray());
        }
        finally
        {
            File.Delete("iris.csv");
        }
    }

    [Fact]
    public void Folders_of_texts()
    {
        try
        {
            foreach ((string name, string text) in new[] { ("formal/1", "dear sir"), ("formal/2", "dear madam"), ("formal/3", "yours truly"), ("private/1", "hello you"), ("private/2", "see you") })
            {
                Directory.CreateDirectory(Path.Combine("letters", Path.GetDirectoryName(name)!));
                File.WriteAllText(Path.Combine("letters", name + ".txt"), text);
            }

            LabelledTexts letters = TextFolder.Load("letters");
            var (train, test) = letters.Split(0.2, seed: 1);

            var vectorization = new TextVectorization { MaxTokens = 10_000, OutputSequenceLength = 100 };
            vectorization.Adapt(train.Texts);
            Dataset<int, int> data = train.ToDataset(vectorization);
            Assert.Equal((4, 1), (data.Count, test.Texts.Count));
        }
        finally
        {
            Directory.Delete("letters", recursive: true);
        }
    }
}

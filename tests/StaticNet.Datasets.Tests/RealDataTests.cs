namespace StaticNet.Datasets.Tests;

public sealed class RealDataTests
{
    [RealDataFact]
    public void Mnist_is_the_published_set()
    {
        ImageDatasets sets = Mnist.Load();

        Check(sets, Mnist.ClassNames);
        Assert.Equal([5, 0, 4, 1, 9, 2, 1, 3, 1, 4], sets.Train.Take(10).Targets.ToArray());
        Assert.Equal([7, 2, 1, 0, 4, 1, 4, 9, 5, 9], sets.Test.Take(10).Targets.ToArray());
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], Histogram(sets.Train));
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], Histogram(sets.Test));
        Assert.Equal(1_567_298_545, SumOfBytes(sets.Train.Inputs.Span));
        Assert.Equal(264_923_200, SumOfBytes(sets.Test.Inputs.Span));
        Assert.Equal(27_525, SumOfBytes(sets.Train.Input(0)));
        Assert.Equal(18_454, SumOfBytes(sets.Test.Input(0)));
    }

    [RealDataFact]
    public void Fashion_mnist_is_the_published_set()
    {
        ImageDatasets sets = FashionMnist.Load();

        Check(sets, FashionMnist.ClassNames);
        Assert.Equal([9, 0, 0, 3, 0, 2, 7, 2, 5, 5], sets.Train.Take(10).Targets.ToArray());
        Assert.Equal([9, 2, 1, 1, 6, 1, 4, 6, 5, 7], sets.Test.Take(10).Targets.ToArray());
        Assert.Equal(Enumerable.Repeat(6000, 10), Histogram(sets.Train));
        Assert.Equal(Enumerable.Repeat(1000, 10), Histogram(sets.Test));
        Assert.Equal(3_431_114_169, SumOfBytes(sets.Train.Inputs.Span));
        Assert.Equal(573_469_082, SumOfBytes(sets.Test.Inputs.Span));
    }

    [RealDataFact]
    public void The_folder_may_be_given()
    {
        string folder = Path.Combine(Environment.GetEnvironmentVariable(DatasetLocations.Variable)!, "mnist");

        Assert.Equal(10_000, Mnist.Load(new DatasetOptions { Folder = folder }).Test.Count);
    }

    [RealDataFact]
    public void Imdb_is_the_published_set()
    {
        (IReadOnlyList<Review> train, IReadOnlyList<Review> test) = Imdb.LoadText();

        Assert.Equal((25_000, 25_000), (train.Count, test.Count));
        Assert.Equal([0, 1, 0, 1, 0, 1], train.Take(6).Select(review => review.Label));
        Assert.Equal([3, 9, 1, 7, 1, 9], train.Take(6).Select(review => review.Rating));
        Assert.StartsWith("Story of a man who has unnatural feelings for a pig.", train[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Bromwell High is a cartoon comedy.", train[1].Text, StringComparison.Ordinal);
        Assert.Equal(12_500, train.Count(review => review.Label == 1));
        Assert.Equal(12_500, test.Count(review => review.Label == 1));
    }

    // The numbers are those of an independent program in Python, of the words that its own split() and lower() give.
    [RealDataFact]
    public void Imdb_has_the_same_numbers_as_an_independent_program()
    {
        ReviewSequences imdb = Imdb.Load(numWords: 10_000);
        Dataset<int, int> train = imdb.Train.Pad(200), test = imdb.Test.Pad(200);

        Assert.Equal((25_000, 200), (train.Count, train.InputSize));
        Assert.Equal(
            [17, 47, 50, 623, 32, 702, 86, 2, 2, 702, 380, 3510, 2, 4, 2, 8486, 68, 28, 108, 3354], train.Input(0)[^20..].ToArray());
        Assert.Equal([40, 2, 55, 1233, 131, 10, 14, 30, 11, 98, 79, 7, 399, 37, 1586, 10, 123, 33, 532, 9], test.Input(0)[^20..].ToArray());
        Assert.Equal((2_847_315_955, 319_123_280_204, 35_544_970_867_829), Sums(train));
        Assert.Equal((2_734_075_618, 307_546_789_298, 34_039_993_974_716), Sums(test));
        Assert.Equal(216_954, Count(train, 2));
        Assert.Equal(232_230, Count(test, 2));
        Assert.Equal([0, 1, 0, 1, 0, 1], test.Targets.Span[..6].ToArray());
    }

    [RealDataFact]
    public void Imdb_has_the_same_words_as_an_independent_program()
    {
        ReviewSequences imdb = Imdb.Load();

        Assert.Equal(88_075, imdb.WordIndex.Count);
        Assert.Equal(1, imdb.WordIndex["the"]);
        Assert.Equal((13_385_630_354, 37_549_500_838_131, 167_495_298_963_367), Sums(imdb.Train.Pad(3000)));
        Assert.Equal((11_565_924_610, 32_466_895_206_035, 144_188_079_335_995), Sums(imdb.Test.Pad(3000)));
    }

    private static int Count(Dataset<int, int> data, int number) => data.Inputs.Span.Count(number);

    /// <summary>The sum of all numbers, the sum weighted by their places in a row and the one weighted by rows, both counted from 1.</summary>
    private static (long Plain, long ByPlace, long ByRow) Sums(Dataset<int, int> data)
    {
        long plain = 0, byPlace = 0, byRow = 0;
        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<int> numbers = data.Input(row);
            long sum = 0;
            for (int place = 0; place < numbers.Length; place++)
            {
                sum += numbers[place];
                byPlace += (long)numbers[place] * (place + 1);
            }

            plain += sum;
            byRow += sum * (row + 1);
        }

        return (plain, byPlace, byRow);
    }

    private static void Check(ImageDatasets sets, IReadOnlyList<string> classNames)
    {
        Assert.Equal(60_000, sets.Train.Count);
        Assert.Equal(10_000, sets.Test.Count);
        Assert.Equal(784, sets.Train.InputSize);
        Assert.Equal(784, sets.Test.InputSize);
        Assert.Equal((28, 28, 1), (sets.Height, sets.Width, sets.Channels));
        Assert.Equal(classNames, sets.ClassNames);
        Assert.Equal(10, classNames.Count);
    }

    private static IEnumerable<int> Histogram(Dataset<float, int> data)
        => data.Targets.ToArray().CountBy(label => label).OrderBy(pair => pair.Key).Select(pair => pair.Value);

    /// <summary>The sum of the pixels before they were scaled.</summary>
    private static long SumOfBytes(ReadOnlySpan<float> pixels)
    {
        long sum = 0;
        foreach (float pixel in pixels)
            sum += (long)MathF.Round(pixel * 255);
        return sum;
    }
}

using System.Globalization;
using StaticNet.Datasets;

namespace StaticNet.Samples.TinyGpt;

/// <summary>Texts to learn from, as tokens.</summary>
/// <param name="Train">What to learn from.</param>
/// <param name="Test">What to test with, which is not learned from.</param>
internal sealed record Corpus(int[] Train, int[] Test)
{
    /// <summary>The texts of a name: <c>imdb</c>, <c>counting</c> or the path of a file.</summary>
    /// <exception cref="InvalidDataException">There is too little text.</exception>
    public static Corpus Load(string name, CancellationToken cancellation)
    {
        Corpus corpus = name switch
        {
            "imdb" => Reviews(cancellation),
            "counting" => Split(Alphabet.Encode(Counting())),
            _ => Split(Alphabet.Encode(File.ReadAllText(name))),
        };
        int least = Gpt.Length + 1;
        return corpus.Test.Length >= least
            ? corpus
            : throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} has {corpus.Train.Length + corpus.Test.Length} characters. Expected at least {20 * least}, a twentieth of which is for the test."));
    }

    private static Corpus Reviews(CancellationToken cancellation)
    {
        var (train, test) = Imdb.LoadText(cancellationToken: cancellation);
        return new Corpus(Tokens(train), Tokens(test));

        static int[] Tokens(IReadOnlyList<Review> reviews)
            => Alphabet.Encode(string.Join("\n\n", reviews.Select(review => review.Text.Replace("<br />", "\n", StringComparison.Ordinal))));
    }

    private static Corpus Split(int[] tokens)
    {
        int test = tokens.Length / 20;
        return new Corpus(tokens[..^test], tokens[^test..]);
    }

    // A text that is there without any data: numbers in words, from one to nine thousand nine hundred and ninety-nine.
    private static string Counting()
    {
        string[] small =
        [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ];
        string[] tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        return string.Join('\n', Enumerable.Range(1, 9_999).Select(Words));

        string Words(int number) => number switch
        {
            < 20 => small[number],
            < 100 => number % 10 == 0 ? tens[number / 10] : $"{tens[number / 10]}-{small[number % 10]}",
            < 1000 => $"{small[number / 100]} hundred{Rest(number % 100)}",
            _ => $"{small[number / 1000]} thousand{Rest(number % 1000)}",
        };

        string Rest(int number) => number == 0 ? "" : number < 100 ? $" and {Words(number)}" : $" {Words(number)}";
    }
}

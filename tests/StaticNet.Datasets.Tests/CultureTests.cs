using System.Globalization;

namespace StaticNet.Datasets.Tests;

/// <summary>Messages are the same whatever the culture of the thread, one with another minus sign among them.</summary>
public class CultureTests
{
    [Fact]
    public void Messages_do_not_depend_on_the_culture()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("file.json", """{"format": "StaticNet.TextVectorization", "version": -3}"""u8.ToArray());
        Same<ArgumentException>("maxLength is -3.", () => Sequences.PadSequences([[1]], -3));
        Same<ArgumentException>("numWords is -3.", () => Imdb.Load(numWords: -3));
        Same<ArgumentException>("maxLength is -3.", () => Imdb.Load(maxLength: -3));
        Same<ArgumentException>("MaxTokens is -3.", () => new TextVectorization { MaxTokens = -3 });
        Same<ArgumentException>("Ngrams is -3.", () => new TextVectorization { Ngrams = -3 });
        Same<ArgumentException>("NgramSizes is [1, -3].", () => new TextVectorization { NgramSizes = [1, -3] });
        Same<ArgumentException>("OutputSequenceLength is -3.", () => new TextVectorization { OutputSequenceLength = -3 });
        Same<ArgumentException>("Threads is -3.", () => new TextVectorization { Threads = -3 });
        Same<InvalidDataException>($"{path} cannot be read: its version is -3,", () => TextVectorization.Load(path));

        static void Same<TError>(string message, Func<object> action)
            where TError : Exception
        {
            CultureInfo before = CultureInfo.CurrentCulture;
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.NumberFormat.NegativeSign = "−";
            CultureInfo.CurrentCulture = other;
            try
            {
                Assert.StartsWith(message, Assert.ThrowsAny<TError>(action).Message, StringComparison.Ordinal);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }
}

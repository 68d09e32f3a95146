using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace StaticNet.Generators.Tests;

/// <summary>What the generator says of many models at once, to try what its messages advise.</summary>
internal static class Messages
{
    /// <summary>For each model, given by its attributes, the only message; null where there is none and code is generated.</summary>
    public static string?[] Of(IReadOnlyList<string> models)
    {
        var source = new StringBuilder();
        for (int i = 0; i < models.Count; i++)
            source.Append(CultureInfo.InvariantCulture, $"{models[i]} public partial class M{i};\n");
        GeneratorRunResult result = Expect.Run(Compilations.Create(source.ToString()));
        var messages = new string?[models.Count];
        foreach (Diagnostic diagnostic in result.Diagnostics)
        {
            ref string? message = ref messages[diagnostic.Location.GetLineSpan().StartLinePosition.Line];
            Assert.Null(message);
            message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        }

        Assert.Equal(models.Count, result.GeneratedSources.Length);
        Assert.Equal(messages.Count(message => message is not null), result.GeneratedSources.Count(Compilations.IsSkeleton));
        return messages;
    }

    /// <summary>The only message for a model.</summary>
    public static string Of(string model) => Assert.Single(Of([model]))!;

    /// <summary>
    /// Does to each model in error what its message advises, and expects that nothing is wrong then. Something is wrong with some models
    /// and nothing with others, or the test says nothing.
    /// </summary>
    /// <param name="models">What the models are made from.</param>
    /// <param name="write">The attributes of a model.</param>
    /// <param name="mend">The attributes of the model as the message advises.</param>
    public static void AreRightAbout<T>(IEnumerable<T> models, Func<T, string> write, Func<T, string, IEnumerable<string>> mend)
    {
        T[] all = [.. models];
        string?[] messages = Of([.. all.Select(write)]);
        Assert.Contains(messages, message => message is null);
        Assert.Contains(messages, message => message is not null);
        string[] mended = [.. all.Zip(messages).Where(pair => pair.Second is not null).SelectMany(pair => mend(pair.First, pair.Second!)).Distinct()];
        Assert.All(mended.Zip(Of(mended)), pair => Assert.True(pair.Second is null, $"{pair.First}: {pair.Second}"));
    }
}

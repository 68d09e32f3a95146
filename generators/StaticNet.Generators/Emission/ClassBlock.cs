namespace StaticNet.Generators;

/// <summary>The namespace and the types around a model class, and the line that the class begins with.</summary>
internal static class ClassBlock
{
    /// <summary>Opens what stands around a class; all of it closes when the result is disposed.</summary>
    public static IDisposable Open(SourceWriter writer, ClassIdentity identity)
    {
        var blocks = new Closing();
        if (identity.Namespace.Length > 0)
        {
            writer.Line($"namespace {Text.Identifier(identity.Namespace)}");
            blocks.Push(writer.Block());
        }

        foreach (ContainingType type in identity.ContainingTypes)
        {
            writer.Line($"partial {type.Keyword} {Text.TypeIdentifier(type.Name)}");
            blocks.Push(writer.Block());
        }

        return blocks;
    }

    /// <summary>The class with its base.</summary>
    /// <param name="identity">The class.</param>
    /// <param name="inputType">What its input is made of.</param>
    /// <param name="targetType">What a target is made of; null in a model for inference only.</param>
    public static string Head(ClassIdentity identity, string inputType, string? targetType)
    {
        string arguments = targetType is null ? $"Model<{inputType}>" : $"TrainableModel<{inputType}, {targetType}>";
        return $"partial class {Text.TypeIdentifier(identity.Name)} : global::StaticNet.{arguments}";
    }

    private sealed class Closing : Stack<IDisposable>, IDisposable
    {
        public void Dispose()
        {
            while (Count > 0)
                Pop().Dispose();
        }
    }
}

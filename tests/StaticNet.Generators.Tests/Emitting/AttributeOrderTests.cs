namespace StaticNet.Generators.Tests;

/// <summary>Layers apply in the order in which they are written, however the attributes are grouped.</summary>
public sealed class AttributeOrderTests
{
    private const string Expected = """
        dense (Dense, ReLU)      (3)                    15
        dropout (Dropout, 0.5)   (3)                     0
        dense_1 (Dense, Tanh)    (4)                    16
        dense_2 (Dense)          (2)                    10
        """;

    [Theory]
    [InlineData("[Model(4)]\n[Dense(3, ReLU)]\n[Dropout(0.5f)]\n[Dense(4, Tanh)]\n[Dense(2)]\n[Loss(Loss.Huber)]")]
    [InlineData("[Model(4), Dense(3, ReLU), Dropout(0.5f), Dense(4, Tanh), Dense(2), Loss(Loss.Huber)]")]
    [InlineData("[Model(4), Dense(3, ReLU)] [Dropout(0.5f), Dense(4, Tanh)] [Dense(2), Loss(Loss.Huber)]")]
    [InlineData("[Dense(3, ReLU)]\n[Loss(Loss.Huber)]\n[Dropout(0.5f)]\n[Dense(4, Tanh)]\n[Model(4)]\n[Dense(2)]")]
    [InlineData("[Loss(Loss.Huber)] [Dense(3, ReLU)] [System.Obsolete] [Dropout(0.5f)]\n\n// A comment.\n[Dense(4, Tanh)] [Dense(2)] [Model(4)]")]
    [InlineData("[type: Model(4)]\n[type: Dense(3, ReLU), Dropout(0.5f)]\n[Dense(4, Tanh)]\n[DenseAttribute(2)]\n[global::StaticNet.Loss(Loss.Huber)]")]
    public void LayersApplyAsWritten(string attributes)
    {
        string[] lines = Compilations.Generate($"{attributes}\npublic partial class M;").Split('\n');
        int table = Array.FindIndex(lines, line => line.StartsWith("/// Layer ", StringComparison.Ordinal));
        Assert.Equal(Expected, string.Join('\n', lines.Skip(table + 1).Take(4).Select(line => line["/// ".Length..])));
    }
}

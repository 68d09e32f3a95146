namespace StaticNet;

/// <summary>An input of a model that has several, which then has no shape at its <see cref="ModelAttribute"/>: Keras' <c>Input</c>.</summary>
/// <param name="name">What layers call it by <see cref="LayerAttribute.From"/>, and what it is called as a parameter of <c>Predict</c> and <c>Fit</c>.</param>
/// <param name="shape">The shape of one sample, without the batch.</param>
/// <remarks>
/// A layer below it that names no other takes it. It is made of <see cref="int"/> tokens where an <see cref="EmbeddingAttribute"/> takes it, and else
/// of <see cref="float"/> numbers.
/// </remarks>
/// <example>
/// <code>
/// [Model]
/// [Input("title", 20, Tokens = 20_000)]
/// [Input("tags", 12)]
/// [Embedding(20_000, 64, From = "title")]
/// [LSTM(32, Name = "read")]
/// [Concatenate("tags")]
/// [Dense(1, Sigmoid, Name = "urgent"), Output(Loss.BinaryCrossentropy)]
/// [Dense(4, Softmax, Name = "department", From = "concatenate"), Output(Loss.CategoricalCrossentropy, Weight = 0.2)]
/// public partial class Tickets;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute(string name, params int[] shape) : Attribute
{
    /// <summary>What it is called.</summary>
    public string Name { get; } = name;

    /// <summary>The shape of one sample.</summary>
    public IReadOnlyList<int> Shape { get; } = [.. shape];

    /// <summary>
    /// The number of different tokens, from 0 on, that it is made of; every <see cref="EmbeddingAttribute"/> that takes it needs as many rows. By
    /// default as many as the smallest of those has, or 0 in an input of numbers.
    /// </summary>
    public int Tokens { get; set; }
}

namespace StaticNet;

/// <summary>
/// Every step takes a mean of all values, weighed by how well what it asks for goes with their keys (Bahdanau et al. 2015), Keras'
/// <c>AdditiveAttention</c>: softmax(score) · value with score = Σ scale tanh(query + key) over the numbers of both.
/// </summary>
/// <remarks>
/// <para>
/// Queries (steps, n) come from the layer above, or the one that From names, values (others, m) from <see cref="Value"/>, and so do keys (others, n)
/// where <see cref="Key"/> names no other layer. The output has the shape (steps, m).
/// </para>
/// <para>
/// Values that their mask leaves out are not asked; where none is left, the plain mean of all is taken. Queries that theirs leaves out get 0.
/// The output has the mask of the queries.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Model(50, 8)]
/// [Bidirectional(Name = "encoder"), LSTM(16, ReturnSequences = true)]
/// [Dense(32, From = "input")]
/// [AdditiveAttention(Value = "encoder")]
/// [GlobalAveragePooling1D]
/// [Dense(1)]
/// [Loss(Loss.MeanSquaredError)]
/// public partial class Sensors;
/// </code>
/// </example>
public sealed class AdditiveAttentionAttribute : LayerAttribute
{
    /// <summary>The layer that values come from, by its name. By default the same that asks.</summary>
    public string? Value { get; set; }

    /// <summary>The layer that keys come from, by its name, where that is not the one of the values; of as many steps.</summary>
    public string? Key { get; set; }

    /// <summary>Whether the numbers of a score have weights that are learned, the parameter scale of shape (n), which starts as a GlorotUniform.</summary>
    public bool UseScale { get; set; } = true;

    /// <summary>Whether a step asks none but itself and those before it.</summary>
    public bool Causal { get; set; }

    /// <summary>
    /// While training, the part of the weights of the mean that is set to 0, the others being divided by 1 - rate. From 0 up to, not including, 1.
    /// </summary>
    public double Dropout { get; set; }
}

namespace StaticNet;

/// <summary>
/// Every step takes a mean of all values, weighed by the products of what it asks with their keys (Luong et al. 2015), Keras' <c>Attention</c>:
/// softmax(query · keyᵀ) · value. Nothing in it is learned, unless <see cref="UseScale"/> or <see cref="ScoreMode"/> says so.
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
/// [Attention(Value = "encoder")]
/// [GlobalAveragePooling1D]
/// [Dense(1)]
/// [Loss(Loss.MeanSquaredError)]
/// public partial class Sensors;
/// </code>
/// </example>
public sealed class AttentionAttribute : LayerAttribute
{
    /// <summary>The layer that values come from, by its name. By default the same that asks.</summary>
    public string? Value { get; set; }

    /// <summary>The layer that keys come from, by its name, where that is not the one of the values; of as many steps.</summary>
    public string? Key { get; set; }

    /// <summary>
    /// Whether the products are multiplied by a number that is learned, the parameter scale of shape (), which starts from 1; where
    /// <see cref="ScoreMode"/> is Concat, the sums of queries and keys.
    /// </summary>
    public bool UseScale { get; set; }

    /// <summary>How a query and a key make a score. By default by their product.</summary>
    public ScoreMode ScoreMode { get; set; }

    /// <summary>Whether a step asks none but itself and those before it.</summary>
    public bool Causal { get; set; }

    /// <summary>
    /// While training, the part of the weights of the mean that is set to 0, the others being divided by 1 - rate. From 0 up to, not including, 1.
    /// </summary>
    public double Dropout { get; set; }
}

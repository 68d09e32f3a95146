namespace StaticNet;

/// <summary>
/// Every step takes a mean of all steps, weighed by how well they fit what it asks for, in several heads that each ask for something else
/// (Vaswani et al. 2017), Keras' <c>MultiHeadAttention</c>. For each head query = x · query_kernel + query_bias, key and value likewise,
/// and its result is softmax(query · keyᵀ / √keyDim) · value; the results of all heads, one behind the other, go through a last product.
/// </summary>
/// <param name="numHeads">The heads.</param>
/// <param name="keyDim">Numbers of a head's query and key.</param>
/// <remarks>
/// <para>
/// From a sequence (steps, n) to the same shape. Alone it is self-attention: queries, keys and values come from the layer above, or the one that
/// From names. With <see cref="Value"/> it is cross-attention: the layer above asks, and the named one is asked.
/// </para>
/// <para>
/// The kernels of query and key have the shape (n, numHeads, keyDim), that of value (n, numHeads, valueDim), that of attention_output
/// (numHeads, valueDim, n); the biases (numHeads, keyDim), (numHeads, valueDim) and (n).
/// </para>
/// <para>
/// Steps that a mask leaves out are not asked. A step to which none is left, as one that is itself left out, takes the plain mean of all
/// values, as in Keras. The output has the mask of the queries.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Model(200)]
/// [Embedding(20_000, 32, Name = "text")]
/// [MultiHeadAttention(2, 32)]
/// [Add("text")]
/// [LayerNormalization]
/// [GlobalAveragePooling1D]
/// [Dense(2, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class Reviews;
/// </code>
/// </example>
public sealed class MultiHeadAttentionAttribute(int numHeads, int keyDim) : LayerAttribute
{
    /// <summary>The heads.</summary>
    public int NumHeads { get; } = numHeads;

    /// <summary>Numbers of a head's query and key.</summary>
    public int KeyDim { get; } = keyDim;

    /// <summary>Numbers of a head's value; 0, the default, for as many as of a key.</summary>
    public int ValueDim { get; set; }

    /// <summary>
    /// The layer whose output is asked, by its name: values come from it, and keys where <see cref="Key"/> names no other. By default the same
    /// that asks.
    /// </summary>
    public string? Value { get; set; }

    /// <summary>The layer that keys come from, by its name, where that is not the one of the values; of as many steps.</summary>
    public string? Key { get; set; }

    /// <summary>Whether a step asks none but itself and those before it.</summary>
    public bool Causal { get; set; }

    /// <summary>
    /// While training, the part of the weights of the mean that is set to 0, the others being divided by 1 - rate. From 0 up to, not including, 1.
    /// </summary>
    public double Dropout { get; set; }

    /// <summary>Whether biases, starting from 0, are added to the products.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>What the kernels start from.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;
}

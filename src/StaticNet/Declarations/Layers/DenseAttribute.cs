namespace StaticNet;

/// <summary>
/// Every output is an activation of a weighted sum of all inputs of its row: y = activation(x · kernel + bias), Keras' <c>Dense</c>.
/// </summary>
/// <param name="units">How many outputs, at least 1.</param>
/// <param name="activation">What is applied to the sums; by default nothing.</param>
/// <remarks>
/// From (..., n) to (..., units): each row along the last axis on its own. The kernel has the shape (n, units), the bias (units).
/// </remarks>
/// <example>
/// <code>
/// [Model(784)]
/// [Dense(256, ReLU)]
/// [Dense(10, Softmax)]
/// [Loss(Loss.SparseCategoricalCrossentropy)]
/// public partial class FashionMlp;
/// </code>
/// </example>
public sealed class DenseAttribute(int units, Activation activation = Activation.Linear) : LayerAttribute
{
    /// <summary>How many outputs.</summary>
    public int Units { get; } = units;

    /// <summary>What is applied to the sums.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>Whether a bias, starting from 0, is added to the sums.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>What the kernel starts from.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;
}

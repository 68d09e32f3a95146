namespace StaticNet;

/// <summary>What training makes small. A model without it can predict but not train, and carries no training code.</summary>
/// <param name="loss">The loss; it must fit the last layer.</param>
/// <example>
/// <code>
/// [Model(10)]
/// [Dense(64, ReLU)]
/// [Dense(1)]
/// [Loss(Loss.MeanSquaredError)]
/// public partial class Prices;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LossAttribute(Loss loss) : Attribute
{
    /// <summary>The loss.</summary>
    public Loss Loss { get; } = loss;
}

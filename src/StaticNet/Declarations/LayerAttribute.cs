namespace StaticNet;

/// <summary>A layer of a model, at the place in the stack at which it is written.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute()
    {
    }

    /// <summary>
    /// What the layer is called in the summary and in the names of its weights; a C# identifier, unique in the model. By default the
    /// layer's kind with a number from the second of its kind on, as in Keras: <c>dense</c>, <c>dense_1</c>. A layer with a name of its own has
    /// methods that predict what it gives: <c>PredictFeatures</c> for <c>features</c>.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// The layer whose output this one takes, by its name, instead of the one written above; <c>"input"</c> for the model's input. A layer takes
    /// what stands above it only, so that values flow from top to bottom.
    /// </summary>
    /// <example>
    /// A branch of its own from the input on, which comes together with the other again:
    /// <code>
    /// [Model(8)]
    /// [Dense(16, ReLU, Name = "wide")]
    /// [Dense(16, Tanh, From = "input", Name = "other")]
    /// [Add("wide")]
    /// [Dense(1)]
    /// public partial class TwoWays;
    /// </code>
    /// </example>
    public string? From { get; set; }

    /// <summary>
    /// Whether the layer is left out where it gives the shape that it takes. Its name then stands for what it would have taken. The shortcut of a
    /// residual block needs a convolution only where the block changes the number of channels or the size of the image.
    /// </summary>
    public bool SkipIfSameShape { get; set; }
}

using StaticNet.Files;

namespace StaticNet;

/// <content>Weights that another model takes over.</content>
public abstract partial class Model
{
    /// <summary>Gives all weights to another model with the same layers: another of the class, or one of another class with equal layers.</summary>
    /// <param name="other">The model whose weights are overwritten.</param>
    /// <exception cref="ArgumentException">The other model has other layers, names or sizes, which the message tells. No weight has changed.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains one of the models, or has changed weights of this one meanwhile. No weight of the other has changed.</exception>
    /// <example>
    /// <code>
    /// var best = new MnistCnn();
    /// model.CopyTo(best);
    /// </code>
    /// </example>
    public void CopyTo(Model other)
    {
        ArgumentNullException.ThrowIfNull(other);
        string differences = WeightsDifference.Describe(other.Info, Info);
        if (differences.Length > 0)
        {
            throw new ArgumentException(
                $"{other.Info.Name} has other weights than {Info.Name}: {differences}. Copy to a model with the same layers, or save the weights and take over what fits with LoadMatching.",
                nameof(other));
        }

        // All are read before the first is written: nobody holds the gates of two models at once, and nothing is half done.
        long version = Gate.BeginReading();
        ApplyPending();
        var values = new Dictionary<string, float[]>();
        foreach (Parameter parameter in Parameters)
        {
            var copy = new float[parameter.Count];
            parameter.Gather(Weights.Span, copy);
            values.Add(parameter.Name, copy);
        }

        Gate.EndReading(version);
        using TrainingGate.Writing writing = other.Gate.Write();
        other.Store.ApplyPendingExceptInitial();
        foreach (Parameter parameter in other.Parameters)
            parameter.CopyRows(other.Weights.Span, values[parameter.Name], 0, parameter.Rows);
    }

    /// <summary>Takes over all weights of another model with the same layers: another of the class, or one of another class with equal layers.</summary>
    /// <param name="other">The model whose weights are taken over.</param>
    /// <exception cref="ArgumentException">The other model has other layers, names or sizes, which the message tells. No weight has changed.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains one of the models, or has changed weights of the other meanwhile. No weight has changed.</exception>
    public void CopyFrom(Model other)
    {
        ArgumentNullException.ThrowIfNull(other);
        other.CopyTo(this);
    }
}

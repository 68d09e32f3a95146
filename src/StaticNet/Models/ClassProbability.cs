using System.Globalization;

namespace StaticNet;

/// <summary>How probable a class is, by what a model says.</summary>
/// <param name="Class">The class, from 0.</param>
/// <param name="Name">What it means.</param>
/// <param name="Probability">What the model gives for it: a probability after a softmax or sigmoid.</param>
public readonly record struct ClassProbability(int Class, string Name, float Probability)
{
    /// <summary>Name and probability.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Probability:F4}");
}

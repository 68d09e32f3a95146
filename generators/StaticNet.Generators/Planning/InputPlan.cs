namespace StaticNet.Generators;

/// <summary>An input of the model.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">What steps take.</param>
/// <param name="Vocabulary">The number of different tokens that it is made of; 0 where it is made of numbers.</param>
internal sealed record InputPlan(string Name, Value Value, int Vocabulary)
{
    /// <summary>Where it lies among all inputs.</summary>
    public Column Column => new(Value.Constant, Value.Column);

    /// <summary>What it is made of, as code writes it.</summary>
    public string Type => Vocabulary > 0 ? "int" : "float";
}

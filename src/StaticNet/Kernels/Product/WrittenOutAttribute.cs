namespace StaticNet.Kernels;

/// <summary>
/// Of a method with <see cref="Registers{T}"/>: there is to be one that does the same with a local for each of them, and with its loops over them written
/// out, since the just-in-time compiler keeps no arrays in registers. Those are the loops from 0 to a constant whose body has an element <c>[i]</c> or
/// <c>[i + 1]</c>. The method itself is what tests compare with.
/// </summary>
/// <param name="name">The name of the method that is written.</param>
/// <param name="count">How many registers an array has.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WrittenOutAttribute(string name, int count) : Attribute
{
    /// <summary>The name of the method that is written.</summary>
    public string Name => name;

    /// <summary>How many registers an array has.</summary>
    public int Count => count;
}

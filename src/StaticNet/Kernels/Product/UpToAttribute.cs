namespace StaticNet.Kernels;

/// <summary>
/// Of a type parameter that is an <see cref="IConstant"/>, from 1 to a number: there is to be a method of the same name that takes the number itself, first
/// of its parameters, and calls the one with the constant.
/// </summary>
/// <param name="max">The largest number.</param>
[AttributeUsage(AttributeTargets.GenericParameter)]
internal sealed class UpToAttribute(int max) : Attribute
{
    /// <summary>The largest number.</summary>
    public int Max => max;
}

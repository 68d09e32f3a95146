namespace StaticNet.Kernels;

/// <summary>
/// Of a method over <see cref="ISimd{TSelf}"/>: there is to be one of the same name without that type, which calls it with the widest vectors of this machine.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryWidthAttribute : Attribute;

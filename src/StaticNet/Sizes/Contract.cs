namespace StaticNet.Kernels;

/// <summary>
/// What generated code and run time agree on: the kernels there are, what they take, and the memory they need. Code is generated for one
/// number, and a run time refuses any other: it would find its memory too small or its arguments in another order.
/// </summary>
internal static class Contract
{
    /// <summary>
    /// To be raised with every change of a public kernel's parameters, of a shape's members, or of anything in this folder. A test compares
    /// them with what they were when the number last changed.
    /// </summary>
    public const int Number = 1;
}

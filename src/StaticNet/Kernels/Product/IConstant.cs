namespace StaticNet.Kernels;

/// <summary>
/// A number as a type, so that a generic method is compiled anew, with the number in it. <c>Constant1</c> and so on are written by the generator of kernels, up to
/// the largest number of any <see cref="UpToAttribute"/>.
/// </summary>
internal interface IConstant
{
    /// <summary>The number.</summary>
    static abstract int Value { get; }
}

namespace StaticNet.Kernels;

/// <summary>A number as a type, so that a generic method is compiled anew, with the number in it.</summary>
internal interface IConstant
{
    /// <summary>The number.</summary>
    static abstract int Value { get; }
}

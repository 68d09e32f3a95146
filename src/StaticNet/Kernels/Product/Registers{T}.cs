using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Vectors that are to stay in registers: in a method that is <see cref="WrittenOutAttribute"/>, as many locals as it says.</summary>
[InlineArray(Max)]
internal struct Registers<T>
    where T : unmanaged
{
    private const int Max = 24;
    private T _first;

    /// <summary>The same in each.</summary>
    public static Registers<T> Of(T value)
    {
        Registers<T> all = default;
        for (int i = 0; i < Max; i++)
            all[i] = value;
        return all;
    }
}

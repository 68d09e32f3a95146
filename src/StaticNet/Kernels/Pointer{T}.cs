using System.ComponentModel;

namespace StaticNet.Kernels;

/// <summary>
/// A place in an aligned buffer. Generated code passes it around and adds constants to it; only kernels look through it. It is what
/// lets that code be fast and yet compile in projects that do not allow unsafe blocks.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Pointer<T>
    where T : unmanaged
{
    private readonly T* _address;

    internal Pointer(T* address) => _address = address;

    /// <summary>The place <paramref name="offset"/> numbers further on.</summary>
    public static Pointer<T> operator +(Pointer<T> start, nint offset) => new(start._address + offset);

    /// <summary>The same place, where numbers of another type lie.</summary>
    public Pointer<TOther> As<TOther>()
        where TOther : unmanaged
        => new((TOther*)_address);

    /// <summary>The address.</summary>
    public static implicit operator T*(Pointer<T> pointer) => pointer._address;
}

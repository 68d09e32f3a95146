using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Gaussian noise: y = x + a normally distributed number of the place, which depends on the key and the place's index in the batch,
/// counted from <c>first</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class GaussianNoiseKernels
{
    /// <summary>y = x + noise; the noise has mean 0 and the given standard deviation.</summary>
    public static void Forward(float* x, float* y, float deviation, uint key, int first, int count)
        => Add(x, y, deviation, key, first, count);

    /// <summary>dx = dy ∘ activation'(x), with the activation fused into the step that made x.</summary>
    public static void Backward<TInputActivation>(float* dy, float* x, float* dx, int count)
        where TInputActivation : struct, IActivation
        => RescalingKernels.Backward<TInputActivation>(dy, x, dx, 1, count);

    /// <summary>Normally distributed numbers with mean 0 and deviation 1 that depend on the key and each lane's index alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TV Normal<TV>(uint key, uint firstIndex)
        where TV : unmanaged, ISimd<TV>
    {
        // The middle of each of the 2^24 equal parts of -1 to 1, all of which are exact, through the inverse of the distribution function:
        // sqrt(2) times M. Giles' approximation of the inverse error function (2010), here with the factor in its coefficients.
        TV one = TV.Create(1f), u = SimdMath.Uniform<TV>(key, firstIndex);
        TV x = (u + u) - TV.Create(1f - (1f / (1 << 24)));
        TV w = default(TV) - Log((one - x) * (one + x));

        TV t = w - TV.Create(2.5f);
        TV middle = TV.Create(2.81022636e-8f);
        middle = TV.MultiplyAdd(middle, t, TV.Create(3.43273939e-7f));
        middle = TV.MultiplyAdd(middle, t, TV.Create(-3.5233877e-6f));
        middle = TV.MultiplyAdd(middle, t, TV.Create(-4.39150654e-6f));
        middle = TV.MultiplyAdd(middle, t, TV.Create(2.1858087e-4f));
        middle = TV.MultiplyAdd(middle, t, TV.Create(-1.25372503e-3f));
        middle = TV.MultiplyAdd(middle, t, TV.Create(-4.17768164e-3f));
        middle = TV.MultiplyAdd(middle, t, TV.Create(2.46640727e-1f));
        middle = TV.MultiplyAdd(middle, t, TV.Create(1.50140941f));

        t = TV.Sqrt(w) - TV.Create(3f);
        TV tail = TV.Create(-2.00214257e-4f);
        tail = TV.MultiplyAdd(tail, t, TV.Create(1.00950558e-4f));
        tail = TV.MultiplyAdd(tail, t, TV.Create(1.34934322e-3f));
        tail = TV.MultiplyAdd(tail, t, TV.Create(-3.67342844e-3f));
        tail = TV.MultiplyAdd(tail, t, TV.Create(5.73950773e-3f));
        tail = TV.MultiplyAdd(tail, t, TV.Create(-7.6224613e-3f));
        tail = TV.MultiplyAdd(tail, t, TV.Create(9.43887047e-3f));
        tail = TV.MultiplyAdd(tail, t, TV.Create(1.00167406f));
        tail = TV.MultiplyAdd(tail, t, TV.Create(2.83297682f));

        return TV.Select(TV.GreaterThan(TV.Create(5f), w), middle, tail) * x * TV.Create(1.41421356f);
    }

    /// <summary>The natural logarithm of normal numbers above 0, with the polynomial of Cephes (S. Moshier).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TV Log<TV>(TV x)
        where TV : unmanaged, ISimd<TV>
    {
        // x = 2^n m with m from sqrt(1/2) to sqrt(2): the exponent of x / sqrt(1/2) tells n.
        TV bits = TV.AddBits(x, TV.CreateBits(0x3F80_0000 - 0x3F35_04F3));
        TV n = TV.FromBits(TV.AddBits(TV.ShiftRightBits(bits, 23), TV.CreateBits(unchecked((uint)-127))));
        TV m = TV.AddBits(bits & TV.CreateBits(0x007F_FFFF), TV.CreateBits(0x3F35_04F3));

        TV r = m - TV.Create(1f), s = r * r;
        TV p = TV.Create(7.0376836292e-2f);
        p = TV.MultiplyAdd(p, r, TV.Create(-1.1514610310e-1f));
        p = TV.MultiplyAdd(p, r, TV.Create(1.1676998740e-1f));
        p = TV.MultiplyAdd(p, r, TV.Create(-1.2420140846e-1f));
        p = TV.MultiplyAdd(p, r, TV.Create(1.4249322787e-1f));
        p = TV.MultiplyAdd(p, r, TV.Create(-1.6668057665e-1f));
        p = TV.MultiplyAdd(p, r, TV.Create(2.0000714765e-1f));
        p = TV.MultiplyAdd(p, r, TV.Create(-2.4999993993e-1f));
        p = TV.MultiplyAdd(p, r, TV.Create(3.3333331174e-1f));
        p = TV.MultiplyAdd(TV.Create(-0.5f), s, p * r * s);
        return TV.MultiplyAdd(n, TV.Create(0.693147181f), p + r);
    }

    [EveryWidth]
    [MethodImpl(Compiled.Alone)]
    private static void Add<TV>(float* x, float* y, float deviation, uint key, int first, int count)
        where TV : unmanaged, ISimd<TV>
    {
        TV scale = TV.Create(deviation);
        int i = 0;
        for (; i <= count - TV.Count; i += TV.Count)
            TV.MultiplyAdd(scale, Normal<TV>(key, (uint)(first + i)), TV.Load(x + i)).Store(y + i);
        if (i < count)
        {
            TV value = Simd.LoadFirst<TV>(x + i, count - i);
            Simd.StoreFirst(TV.MultiplyAdd(scale, Normal<TV>(key, (uint)(first + i)), value), y + i, count - i);
        }
    }
}

using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Sums start from a bias; an activation is applied to them.</summary>
internal readonly unsafe struct BiasAndActivation<TActivation>(float* bias) : IEpilogue<BiasAndActivation<TActivation>>
    where TActivation : struct, IActivation
{
    private readonly float* _bias = bias;

    public static bool IsCheap => typeof(TActivation) == typeof(Linear) || typeof(TActivation) == typeof(ReLU);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BiasAndActivation<TActivation> At(int column, nint element) => new(_bias + column);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Start<TV>(int column)
        where TV : unmanaged, ISimd<TV>
        => TV.Load(_bias + column);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Finish<TV>(TV sum, int element)
        where TV : unmanaged, ISimd<TV>
        => TActivation.Forward(sum);
}

/// <summary>Sums start from 0; an activation is applied to them.</summary>
internal readonly unsafe struct ActivationOnly<TActivation> : IEpilogue<ActivationOnly<TActivation>>
    where TActivation : struct, IActivation
{
    public static bool IsCheap => typeof(TActivation) == typeof(Linear) || typeof(TActivation) == typeof(ReLU);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ActivationOnly<TActivation> At(int column, nint element) => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Start<TV>(int column)
        where TV : unmanaged, ISimd<TV>
        => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Finish<TV>(TV sum, int element)
        where TV : unmanaged, ISimd<TV>
        => TActivation.Forward(sum);
}

/// <summary>Sums start from 0 and are multiplied by the derivative of the activation that made the value at the same place.</summary>
internal readonly unsafe struct TimesDerivative<TActivation>(float* x) : IEpilogue<TimesDerivative<TActivation>>
    where TActivation : struct, IActivation
{
    private readonly float* _x = x;

    public static bool IsCheap => typeof(TActivation) == typeof(Linear);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TimesDerivative<TActivation> At(int column, nint element) => new(_x + element);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Start<TV>(int column)
        where TV : unmanaged, ISimd<TV>
        => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Finish<TV>(TV sum, int element)
        where TV : unmanaged, ISimd<TV>
        => Slope.Times<TV, TActivation>(sum, _x + element);
}

/// <summary>Sums are added to what lies at the same place.</summary>
internal readonly unsafe struct AddTo(float* before) : IEpilogue<AddTo>
{
    private readonly float* _before = before;

    public static bool AddsToResult => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AddTo At(int column, nint element) => new(_before + element);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Start<TV>(int column)
        where TV : unmanaged, ISimd<TV>
        => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Finish<TV>(TV sum, int element)
        where TV : unmanaged, ISimd<TV>
        => sum + TV.Load(_before + element);
}

/// <summary>Sums are multiplied by what lies at the same place of one matrix and added to what lies there in another.</summary>
internal readonly unsafe struct AddScaledTo(float* before, float* scale) : IEpilogue<AddScaledTo>
{
    private readonly float* _before = before;
    private readonly float* _scale = scale;

    public static bool AddsToResult => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AddScaledTo At(int column, nint element) => new(_before + element, _scale + element);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Start<TV>(int column)
        where TV : unmanaged, ISimd<TV>
        => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Finish<TV>(TV sum, int element)
        where TV : unmanaged, ISimd<TV>
        => TV.MultiplyAdd(sum, TV.Load(_scale + element), TV.Load(_before + element));
}

/// <summary>
/// Sums are multiplied by the derivative of the activation that made the value at the same place, and added to what lies there in another
/// matrix; tiny ones become 0.
/// </summary>
internal readonly unsafe struct AddTimesDerivative<TActivation>(float* x, float* before) : IEpilogue<AddTimesDerivative<TActivation>>
    where TActivation : struct, IActivation
{
    private readonly float* _x = x;
    private readonly float* _before = before;

    public static bool AddsToResult => true;

    public static bool IsCheap => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AddTimesDerivative<TActivation> At(int column, nint element) => new(_x + element, _before + element);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Start<TV>(int column)
        where TV : unmanaged, ISimd<TV>
        => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Finish<TV>(TV sum, int element)
        where TV : unmanaged, ISimd<TV>
        => Tiny.Flush(TV.MultiplyAdd(sum, TActivation.Derivative(TV.Load(_x + element)), TV.Load(_before + element)));
}

/// <summary>The first of several parts of sums: they start as another epilogue says, and are stored unfinished.</summary>
internal readonly struct StartOnly<TEpilogue>(TEpilogue whole) : IEpilogue<StartOnly<TEpilogue>>
    where TEpilogue : struct, IEpilogue<TEpilogue>
{
    private readonly TEpilogue _whole = whole;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StartOnly<TEpilogue> At(int column, nint element) => new(_whole.At(column, element));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Start<TV>(int column)
        where TV : unmanaged, ISimd<TV>
        => _whole.Start<TV>(column);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Finish<TV>(TV sum, int element)
        where TV : unmanaged, ISimd<TV>
        => sum;
}

/// <summary>The last of several parts of sums: they are added to what lies at the same place, and finished as another epilogue says.</summary>
internal readonly unsafe struct AddAndFinish<TEpilogue>(TEpilogue whole, float* before) : IEpilogue<AddAndFinish<TEpilogue>>
    where TEpilogue : struct, IEpilogue<TEpilogue>
{
    private readonly TEpilogue _whole = whole;
    private readonly float* _before = before;

    public static bool AddsToResult => true;

    public static bool IsCheap => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AddAndFinish<TEpilogue> At(int column, nint element) => new(_whole.At(column, element), _before + element);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Start<TV>(int column)
        where TV : unmanaged, ISimd<TV>
        => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TV Finish<TV>(TV sum, int element)
        where TV : unmanaged, ISimd<TV>
        => _whole.Finish(sum + TV.Load(_before + element), element);
}

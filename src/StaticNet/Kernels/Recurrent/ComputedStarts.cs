using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>
/// Starts computed from the input. Of many samples one step is computed at a time, across them; of a few samples many steps of each, so
/// that products always see whole tiles of rows.
/// </summary>
/// <param name="x">The input.</param>
/// <param name="weights">The weights.</param>
/// <param name="scratch">Room for <see cref="RecurrentSizes.Starts"/> starts.</param>
internal unsafe struct ComputedStarts<TShape, TCell>(float* x, RecurrentWeights weights, float* scratch) : IStarts
    where TShape : struct, IRecurrentShape
    where TCell : struct, IRecurrentCell
{
    private readonly float* _inputs = x;
    private readonly RecurrentWeights _weights = weights;
    private readonly float* _starts = scratch;
    private float* _x = x;
    private int _from;
    private int _stepsOfSample;

    private static int Columns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TCell.Gates * TShape.UnitStride;
    }

    public void MoveTo(int row) => _x = _inputs + ((nint)row * TShape.Steps * TShape.InputStride);

    public int Prepare<TV>(int step, int rows)
        where TV : unmanaged, ISimd<TV>
    {
        int steps = rows >= Product.MaxTileRows ? 1 : Math.Min(TShape.Steps - step, RecurrentSizes.Starts / rows);
        _from = TShape.GoesBackwards ? TShape.Steps - step - steps : step;
        _stepsOfSample = steps;
        float* x = _x + ((nint)_from * TShape.InputStride);
        if (steps == 1)
        {
            Multiply<TV, AcrossSamples>(x, _starts, rows);
            return 1;
        }

        for (int row = 0; row < rows; row++)
            Multiply<TV, AlongSteps>(x + ((nint)row * TShape.Steps * TShape.InputStride), _starts + ((nint)row * steps * Columns), steps);
        return steps;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly float* At(int row, int time) => _starts + ((nint)((row * _stepsOfSample) + time - _from) * Columns);

    /// <summary>The starts of rows one behind the other.</summary>
    public static void Compute(float* x, RecurrentWeights weights, float* starts, int rows)
    {
        float* kernel = weights.Kernel, bias = weights.Bias;
        if (bias == null)
            Product.Run<AlongSteps, ActivationOnly<Linear>>(x, kernel, starts, rows, Columns, new(TShape.Inputs), default);
        else
            Product.Run<AlongSteps, BiasAndActivation<Linear>>(x, kernel, starts, rows, Columns, new(TShape.Inputs), new(bias));
    }

    private readonly void Multiply<TV, TProduct>(float* x, float* starts, int rows)
        where TV : unmanaged, ISimd<TV>
        where TProduct : struct, IProductShape
    {
        float* kernel = _weights.Kernel, bias = _weights.Bias;
        if (bias == null)
            Multiply<TV, TProduct, ActivationOnly<Linear>>(x, kernel, starts, rows, default);
        else
            Multiply<TV, TProduct, BiasAndActivation<Linear>>(x, kernel, starts, rows, new(bias));
    }

    private static void Multiply<TV, TProduct, TEpilogue>(float* x, float* kernel, float* starts, int rows, TEpilogue epilogue)
        where TV : unmanaged, ISimd<TV>
        where TProduct : struct, IProductShape
        where TEpilogue : struct, IEpilogue<TEpilogue>
    {
        if (Crew.IsWorthSharing((long)TShape.Inputs * Columns, rows)) Crew.Run(new ColumnsOfProduct<TProduct, TEpilogue>(x, kernel, starts, rows, Columns, TShape.Inputs, epilogue, isInBlocks: false));
        else Product.Run<TV, TProduct, TEpilogue>(x, kernel, starts, rows, Columns, new(TShape.Inputs), epilogue);
    }

    private readonly struct AcrossSamples : IProductShape
    {
        public static int LeftRow => TShape.Steps * TShape.InputStride;

        public static int LeftStep => 1;

        public static int RightRow => Layout.Vector;

        public static int RightPanel => TShape.Inputs * Layout.Vector;

        public static bool FetchesAhead => Product.FetchesAhead(TShape.Inputs, Columns);

        public static int ResultRow => Columns;
    }

    private readonly struct AlongSteps : IProductShape
    {
        public static int LeftRow => TShape.InputStride;

        public static int LeftStep => 1;

        public static int RightRow => Layout.Vector;

        public static int RightPanel => TShape.Inputs * Layout.Vector;

        public static bool FetchesAhead => Product.FetchesAhead(TShape.Inputs, Columns);

        public static int ResultRow => Columns;
    }
}

using System.Runtime.CompilerServices;

namespace StaticNet.Kernels;

/// <summary>Starts looked up by token: a table holds for each what its embedding times the kernel, plus the bias, comes to.</summary>
/// <param name="tokens">The tokens.</param>
/// <param name="table">The table, a row of all gates for each token.</param>
internal unsafe struct TokenStarts<TShape, TCell>(int* tokens, float* table) : IStarts
    where TShape : struct, IRecurrentShape
    where TCell : struct, IRecurrentCell
{
    /// <summary>The steps whose rows are asked for at a time.</summary>
    private const int Ahead = 4;

    private readonly int* _inputs = tokens;
    private readonly float* _table = table;
    private int* _tokens = tokens;

    public readonly int Prepare<TV>(int step, int rows)
        where TV : unmanaged, ISimd<TV>
    {
        // Rows lie anywhere in the table: those of the next steps are on their way when they are needed.
        int steps = Math.Min(Ahead, TShape.Steps - step);
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < steps; i++)
            {
                int time = TShape.GoesBackwards ? TShape.Steps - 1 - step - i : step + i;
                float* start = At(row, time);
                for (int gate = 0; gate < TCell.Gates * TShape.UnitStride; gate += 16)
                    Simd.Prefetch(start + gate);
            }
        }

        return steps;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly float* At(int row, int time)
        => _table + ((nint)_tokens[(row * TShape.Steps) + time] * (TCell.Gates * TShape.UnitStride));

    public void MoveTo(int row) => _tokens = _inputs + ((nint)row * TShape.Steps);
}

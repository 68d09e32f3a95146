namespace StaticNet;

/// <summary>Numbers of a source between two limits, drawn in runs and handed out in its order.</summary>
internal struct UniformNumbers(RandomSource source, double limit)
{
    private readonly float[] _drawn = new float[RandomRuns.Length];
    private RandomRuns _runs = new(source);
    private int _used = RandomRuns.Length;

    /// <summary>Draws the next.</summary>
    public void Draw(Span<float> values)
    {
        while (values.Length > 0)
        {
            if (_used == _drawn.Length && values.Length >= RandomRuns.Length)
            {
                _runs.Next(values, limit);
                values = values[RandomRuns.Length..];
                continue;
            }

            if (_used == _drawn.Length)
            {
                _runs.Next(_drawn, limit);
                _used = 0;
            }

            int some = Math.Min(values.Length, _drawn.Length - _used);
            _drawn.AsSpan(_used, some).CopyTo(values);
            _used += some;
            values = values[some..];
        }
    }
}

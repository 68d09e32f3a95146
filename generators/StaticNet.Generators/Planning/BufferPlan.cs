namespace StaticNet.Generators;

/// <summary>Where values lie in one buffer.</summary>
/// <param name="Floats">The buffer's size.</param>
/// <param name="Places">The places.</param>
internal sealed record BufferPlan(int Floats, EquatableArray<Place> Places);

/// <summary>Where a value lies, or its gradient.</summary>
/// <param name="Value">The value's number.</param>
/// <param name="IsGradient">Whether it is its gradient.</param>
/// <param name="Offset">Its first float, a multiple of 16.</param>
internal sealed record Place(int Value, bool IsGradient, int Offset);

/// <summary>
/// Lays out what lives at different times over the same memory: in order of birth, each at the lowest place that is free for its life.
/// </summary>
/// <param name="wholePlaces">
/// Whether a place is shared whole or not at all. Threads at different steps, each with samples of its own, need that: where values of
/// different widths overlap, one's samples lie over others of the other.
/// </param>
internal sealed class BufferPlanner(bool wholePlaces)
{
    private readonly List<Life> _lives = [];

    /// <summary>Something of so many floats is written or read at this time; its size is rounded up to whole vectors.</summary>
    public void Use(Value value, int floats, bool isGradient, int time)
    {
        // The model's input is the caller's.
        if (value.Id == 0)
            return;
        int known = _lives.FindIndex(life => life.Value == value.Id && life.IsGradient == isGradient);
        if (known >= 0)
            _lives[known] = _lives[known] with { First = Math.Min(_lives[known].First, time), Last = Math.Max(_lives[known].Last, time) };
        else
            _lives.Add(new Life(value.Id, isGradient, floats, Lowering.Align(floats), time, time));
    }

    public BufferPlan Plan()
    {
        var placed = new List<(Life Life, int Offset)>();
        foreach (Life life in _lives.OrderBy(life => life.First))
        {
            int offset = 0;
            while (placed.FirstOrDefault(other => Clash(life, offset, other.Life, other.Offset)) is { Life: not null } blocking)
                offset = blocking.Offset + blocking.Life.Floats;
            placed.Add((life, offset));
        }

        return new BufferPlan(
            placed.Select(place => place.Offset + place.Life.Floats).DefaultIfEmpty().Max(),
            new(placed.Select(place => new Place(place.Life.Value, place.Life.IsGradient, place.Offset))));
    }

    private bool Clash(Life life, int offset, Life other, int at)
        => offset < at + other.Floats && at < offset + life.Floats
            && ((other.First <= life.Last && life.First <= other.Last)
                || (wholePlaces && (offset != at || life.Width != other.Width)));

    private sealed record Life(int Value, bool IsGradient, int Width, int Floats, int First, int Last);
}

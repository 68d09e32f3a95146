namespace StaticNet.Generators;

/// <summary>Where values lie in one buffer.</summary>
/// <param name="Floats">The buffer's size.</param>
/// <param name="Places">The places.</param>
internal sealed record BufferPlan(long Floats, EquatableArray<Place> Places);

/// <summary>Where a value lies, or its gradient.</summary>
/// <param name="Value">The value's number.</param>
/// <param name="IsGradient">Whether it is its gradient.</param>
/// <param name="Offset">Its first float, a multiple of 16.</param>
internal sealed record Place(int Value, bool IsGradient, long Offset);

/// <summary>
/// Lays out what lives at different times over the same memory: in order of birth, each at the lowest place that is free for its life.
/// </summary>
/// <param name="wholePlaces">
/// Whether a place is shared whole or not at all. Threads at different steps, each with samples of its own, need that: where values of
/// different widths overlap, a sample of one covers other samples of the other.
/// </param>
internal sealed class BufferPlanner(bool wholePlaces)
{
    private readonly Dictionary<(int Value, bool IsGradient), Life> _lives = [];

    /// <summary>Something of so many floats is written or read at this time; its size is rounded up to whole vectors.</summary>
    public void Use(Value value, long floats, bool isGradient, int time)
    {
        // The model's inputs are the caller's.
        if (value.IsInput)
            return;
        (int Value, bool IsGradient) key = (value.Id, isGradient);
        _lives[key] = _lives.TryGetValue(key, out Life? known)
            ? known with { First = Math.Min(known.First, time), Last = Math.Max(known.Last, time) }
            : new Life(_lives.Count, floats, Layout.Align(floats), time, time);
    }

    public BufferPlan Plan()
    {
        // Sorted by where they begin.
        var placed = new List<(long Offset, Life Life)>();
        var places = new List<Place>();
        foreach (KeyValuePair<(int Value, bool IsGradient), Life> use in _lives.OrderBy(use => use.Value.First).ThenBy(use => use.Value.Order))
        {
            long offset = Find(use.Value, placed);
            int index = placed.FindIndex(other => other.Offset > offset);
            placed.Insert(index < 0 ? placed.Count : index, (offset, use.Value));
            places.Add(new Place(use.Key.Value, use.Key.IsGradient, offset));
        }

        return new BufferPlan(placed.Select(place => place.Offset + place.Life.Floats).DefaultIfEmpty().Max(), new(places));
    }

    private long Find(Life life, List<(long Offset, Life Life)> placed)
    {
        // Behind whatever is in the way. What was not in the way further down, as both would have shared a place, may be so here.
        long offset = 0;
        for (long from = -1; from != offset;)
        {
            from = offset;
            foreach ((long at, Life other) in placed)
            {
                if (at >= offset + life.Floats)
                    break;
                if (Clash(life, offset, other, at))
                    offset = at + other.Floats;
            }
        }

        return offset;
    }

    private bool Clash(Life life, long offset, Life other, long at)
        => offset < at + other.Floats && at < offset + life.Floats
            && ((other.First <= life.Last && life.First <= other.Last)
                || (wholePlaces && (offset != at || life.Width != other.Width)));

    private sealed record Life(int Order, long Width, long Floats, int First, int Last);
}

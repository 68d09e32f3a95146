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
internal sealed class BufferPlanner
{
    private readonly List<Life> _lives = [];

    /// <summary>Something is written or read at this time; its size is rounded up to whole vectors.</summary>
    public void Use(Value value, bool isGradient, int time)
    {
        // The model's input is the caller's.
        if (value.Id == 0)
            return;
        int known = _lives.FindIndex(life => life.Value == value.Id && life.IsGradient == isGradient);
        if (known >= 0)
            _lives[known] = _lives[known] with { First = Math.Min(_lives[known].First, time), Last = Math.Max(_lives[known].Last, time) };
        else
            _lives.Add(new Life(value.Id, isGradient, Lowering.Align(value.Floats), time, time));
    }

    public BufferPlan Plan()
    {
        var placed = new List<(Life Life, int Offset)>();
        foreach (Life life in _lives.OrderBy(life => life.First))
        {
            int offset = 0;
            foreach ((Life other, int at) in placed.Where(other => other.Life.First <= life.Last && life.First <= other.Life.Last).OrderBy(other => other.Offset))
            {
                if (offset + life.Floats <= at)
                    break;
                offset = Math.Max(offset, at + other.Floats);
            }

            placed.Add((life, offset));
        }

        return new BufferPlan(
            placed.Select(place => place.Offset + place.Life.Floats).DefaultIfEmpty().Max(),
            new(placed.Select(place => new Place(place.Life.Value, place.Life.IsGradient, place.Offset))));
    }

    private sealed record Life(int Value, bool IsGradient, int Floats, int First, int Last);
}

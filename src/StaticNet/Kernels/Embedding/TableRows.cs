using System.ComponentModel;
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace StaticNet.Kernels;

/// <summary>
/// Which rows of a table a batch reads, and where. The rows are shared out among parts by their numbers; each part keeps a list of its
/// own, and each row a chain of the places at which its token stands, the last one first. Of a table that is read several times the places of
/// one reading of the batch lie behind those of another.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class TableRows : GuardedMemory.IGuarded
{
    private readonly int _table;
    private readonly int _rows;
    private readonly int _tokens;

    // For each row the last place at which its token stood; places are counted on from batch to batch.
    private readonly AlignedBuffer<int> _marks;
    private readonly AlignedBuffer<int> _previous;
    private readonly AlignedBuffer<int> _lists;

    // Guard values between each list and the next.
    private readonly int _gap;
    private int[] _counts = [];
    private Optimizer? _optimizer;
    private int _start;
    private int _places;
    private int _samples;

    /// <param name="table">The table's number among those of the model.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="tokens">The tokens of a sample, of all readings.</param>
    /// <param name="maxSamples">The most samples of a batch.</param>
    /// <param name="guards">What looks after the memory; null where nobody does.</param>
    internal TableRows(int table, int rows, int tokens, int maxSamples, GuardedMemory? guards = null)
    {
        _table = table;
        _rows = rows;
        _tokens = tokens;
        _marks = new AlignedBuffer<int>(rows, "the last places of tokens", guards);
        _marks.Span.Fill(-1);
        _previous = new AlignedBuffer<int>((long)tokens * maxSamples, "the chains of tokens", guards, startsUndefined: true);

        _gap = guards is null ? 0 : MemoryCheck.GuardBytes / sizeof(int);
        _lists = new AlignedBuffer<int>(ListsLength(Workers.MaxParts), "the lists of rows that the batch reads", guards, startsUndefined: true);
        guards?.Add(this);
    }

    /// <summary>The table's number among those of the model.</summary>
    internal int Table => _table;

    /// <summary>How many lists there are.</summary>
    internal int Lists => _counts.Length;

    /// <summary>The samples of the batch.</summary>
    internal int Samples => _samples;

    /// <summary>For each place of the batch the place before it at which the same token stands; below 0 where there is none.</summary>
    internal int* Previous => _previous.Start;

    /// <summary>Begins a batch of so many samples, whose rows are shared out in so many parts.</summary>
    internal void Begin(Optimizer? optimizer, int samples, int parts)
    {
        int places = checked(samples * _tokens);
        _optimizer = optimizer;
        _previous.Use(places, isUndefined: true);
        _lists.Use(ListsLength(parts), isUndefined: true);
        if (_counts.Length != parts)
            _counts = new int[parts];
        Array.Clear(_counts);
        _start += _places;
        _places = places;
        _samples = samples;
        if (_start <= int.MaxValue - places)
            return;
        _start = 0;
        _marks.Span.Fill(-1);
    }

    /// <summary>Lists the rows of one part that the batch reads, and applies the steps that the optimizer has deferred for them.</summary>
    internal void Find(int* tokens, int part) => Find(tokens, 0, _tokens, part);

    /// <summary>The same of one of several readings, in their order.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="before">The tokens of a sample that the readings before it have.</param>
    /// <param name="count">Those that this one has.</param>
    /// <param name="part">The part.</param>
    internal void Find(int* tokens, int before, int count, int part)
    {
        (int first, int last) = Range(part);
        int* list = List(part);
        int known = _counts[part];
        int all = Find(tokens, before * _samples, count * _samples, first, last, list, known);
        _counts[part] = all;
        _optimizer?.ApplyDeferred(_table, list + known, all - known);
    }

    /// <summary>The rows of a list.</summary>
    internal int* List(int list, out int count)
    {
        count = _counts[list];
        return List(list);
    }

    /// <summary>The range of rows that a list covers.</summary>
    internal (int First, int Last) Range(int list)
        => ((int)((long)_rows * list / _counts.Length), (int)((long)_rows * (list + 1) / _counts.Length));

    /// <summary>The last place at which the token of a row in a list stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int LastPlace(int row) => _marks.Start[row] - _start;

    /// <inheritdoc/>
    string? GuardedMemory.IGuarded.FindOverrun()
    {
        for (int list = 0; list < Lists; list++)
        {
            (int first, int last) = Range(list);
            if (new ReadOnlySpan<uint>(List(list) + (last - first) + 1, _gap).ContainsAnyExcept(MemoryCheck.GuardValue))
                return Invariant($"the list of rows that the batch reads, of part {list}, of {last - first} numbers, was overwritten behind its end");
        }

        return null;
    }

    // A list has room for one row more: a row is written before it is known to be new.
    private long ListsLength(int lists) => _rows + (lists * (1L + _gap));

    private int* List(int list) => _lists.Start + Range(list).First + ((nint)list * (1 + _gap));

    [MethodImpl(Compiled.Alone)]
    private int Find(int* tokens, int firstPlace, int places, int first, int last, int* list, int count)
    {
        int* marks = _marks.Start, previous = Previous;
        uint rows = (uint)(last - first);
        int start = _start, end = firstPlace + places;
        tokens -= firstPlace;
        for (int place = firstPlace; place < end; place++)
        {
            int row = tokens[place];
            if ((uint)(row - first) >= rows)
                continue;

            // A mark of an earlier batch is below 0 as a place of this one, and so is none.
            int before = marks[row] - start;
            previous[place] = before;
            list[count] = row;
            count += (int)((uint)before >> 31);
            marks[row] = start + place;
        }

        return count;
    }
}

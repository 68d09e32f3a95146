using System.Buffers;

namespace StaticNet.Datasets;

/// <summary>
/// The tokens of one text, one behind the other with a space between them, so that neighbours are an n-gram as they stand. The memory
/// is borrowed and goes back with <see cref="Dispose"/>.
/// </summary>
internal ref struct TokenList : IDisposable
{
    private char[] _characters;
    private int[] _starts;
    private int _length;

    /// <summary>An empty list.</summary>
    /// <param name="characters">For how many characters there is room at first.</param>
    public TokenList(int characters)
    {
        _characters = ArrayPool<char>.Shared.Rent(characters + 1);
        _starts = ArrayPool<int>.Shared.Rent((characters / 4) + 2);
        _starts[0] = 0;
    }

    /// <summary>The number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>Tokens that follow each other, with a space between them.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    public readonly ReadOnlySpan<char> this[int first, int count]
        => new(_characters, _starts[first], _starts[first + count] - 1 - _starts[first]);

    /// <summary>Room for characters behind the last token. What is written there counts once it is taken.</summary>
    public Span<char> Reserve(int characters)
    {
        if (_characters.Length - _length < characters)
            Grow(ref _characters, _length, Math.Max(_length + characters, _length * 2));
        return _characters.AsSpan(_length);
    }

    /// <summary>Makes what was written a token.</summary>
    /// <param name="characters">The length of the token and 1 for the space behind it, which is written here.</param>
    public void Take(int characters)
    {
        _length += characters;
        _characters[_length - 1] = ' ';
        Count++;
        if (Count == _starts.Length)
            Grow(ref _starts, Count, Count * 2);
        _starts[Count] = _length;
    }

    /// <summary>Forgets all tokens and keeps the memory.</summary>
    public void Clear()
    {
        Count = 0;
        _length = 0;
    }

    public readonly void Dispose()
    {
        ArrayPool<char>.Shared.Return(_characters);
        ArrayPool<int>.Shared.Return(_starts);
    }

    private static void Grow<T>(ref T[] array, int used, int size)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(size);
        array.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }
}

using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Rows of numbers in aligned memory, with guards before and behind that must not be overwritten.</summary>
internal sealed unsafe class Block : IDisposable
{
    private const int GuardSize = 32;
    private const float GuardValue = 12345;
    private readonly AlignedBuffer _memory;
    private readonly int _rows;
    private readonly int _width;
    private readonly int _stride;

    /// <summary>Random numbers from -1 to 1 with padding at 0, or all 0; more padding behind the rows up to a number of floats.</summary>
    public Block(int rows, int width, int stride, Random? random = null, int floats = 0)
    {
        (_rows, _width, _stride) = (rows, width, stride);
        _memory = new AlignedBuffer(Math.Max(rows * stride, floats) + (2 * GuardSize));
        _memory.Span.Fill(GuardValue);
        Values.Clear();
        for (int row = 0; row < rows && random is not null; row++)
        {
            for (int column = 0; column < width; column++)
                _memory.Span[GuardSize + (row * stride) + column] = (2 * random.NextSingle()) - 1;
        }
    }

    public float* Start => _memory.Start + GuardSize;

    public Span<float> Values => _memory.Span[GuardSize..^GuardSize];

    public float this[int row, int column] => _memory.Span[GuardSize + (row * _stride) + column];

    public bool PaddingIsZero()
    {
        for (int i = 0; i < Values.Length; i++)
        {
            bool isPadding = i / _stride >= _rows || i % _stride >= _width;
            if (isPadding && Values[i] != 0)
                return false;
        }

        return true;
    }

    /// <summary>Whether who writes a row must write its padding, since what reads rows may read them whole.</summary>
    public bool HasWholeRows { get; init; }

    public void Dispose()
    {
        for (int i = 0; i < _rows * _stride && HasWholeRows; i++)
        {
            if (float.IsNaN(Values[i]) && !float.IsNaN(this[i / _stride, 0]))
                Assert.Fail($"Row {i / _stride} was written, but not number {i % _stride} of {_width}, {_stride} apart.");
        }

        Assert.All(_memory.Span[..GuardSize].ToArray(), value => Assert.Equal(GuardValue, value));
        Assert.All(_memory.Span[^GuardSize..].ToArray(), value => Assert.Equal(GuardValue, value));
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using static System.FormattableString;

namespace StaticNet.Files;

/// <summary>
/// The header of a .npy file: magic, version and length, then a dictionary as Python writes it, <c>{'descr': '&lt;f4', 'fortran_order': False,
/// 'shape': (2, 3), }</c>.
/// </summary>
internal sealed record NpyHeader(NumberKind Kind, bool IsFortranOrder, long[] Shape, long Count)
{
    /// <summary>The most axes that NumPy's arrays have.</summary>
    public const int MaxAxes = 64;

    // NumPy itself takes 10,000 bytes, unless told otherwise; 64 axes take fewer.
    private const int MaxBytes = 10_000;
    private const int Alignment = 64;

    /// <summary>Whether the numbers do not lie in row-major order; one axis longer than 1 lies the same in both orders.</summary>
    public bool IsTransposed => IsFortranOrder && Count > 0 && Shape.Count(size => size > 1) > 1;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads a header.</summary>
    /// <exception cref="InvalidDataException">It is none, or one of what are no numbers.</exception>
    public static NpyHeader Read(ContentReader content)
    {
        Span<byte> start = stackalloc byte[8];
        content.Read(start, "the beginning of its header");
        if (!start.StartsWith(Magic))
            throw content.Refused("it does not begin as .npy files do");
        if (start[6] is < 1 or > 3 || start[7] != 0)
            throw content.Refused(Invariant($"it is of version {start[6]}.{start[7]}, and 1.0, 2.0 and 3.0 are known"));
        Span<byte> length = stackalloc byte[sizeof(uint)];
        length.Clear();
        content.Read(start[6] == 1 ? length[..sizeof(ushort)] : length, "the length of its header");
        uint bytes = BinaryPrimitives.ReadUInt32LittleEndian(length);
        if (bytes > MaxBytes)
            throw content.Refused(Invariant($"its header is said to have {bytes} bytes, more than {MaxBytes}"));
        byte[] text = content.ReadArray<byte>((int)bytes, "its header");

        // Version 3 is of UTF-8; what earlier ones hold of Latin 1 besides ASCII are names of fields, which are no numbers.
        return Utf8.IsValid(text) ? new Parser(Encoding.UTF8.GetString(text), content).Parse() : throw content.Refused("its header is not UTF-8");
    }

    /// <summary>The shape of an array of .NET.</summary>
    /// <exception cref="InvalidDataException">There is no such array.</exception>
    public int[] ArrayShape(ContentReader content)
    {
        if (Array.Exists(Shape, size => size > int.MaxValue))
            throw content.Refused("its shape has an axis longer than an array of .NET can be");
        return Count <= Array.MaxLength ? Array.ConvertAll(Shape, size => (int)size)
            : throw content.Refused("its shape has more numbers than an array of .NET can hold");
    }

    /// <summary>The bytes of a header that NumPy would write for the same array.</summary>
    public static byte[] Write(NumberKind kind, ReadOnlySpan<int> shape)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{'descr': '{(kind.Size == 1 ? '|' : '<')}{kind.Code}', 'fortran_order': False, 'shape': (");
        for (int axis = 0; axis < shape.Length; axis++)
            text.Append(axis > 0 ? ", " : "").Append(CultureInfo.InvariantCulture, $"{shape[axis]}");
        text.Append(shape.Length == 1 ? ",), }" : "), }");
        int start = Magic.Length + 2 + sizeof(ushort), used = start + text.Length + 1;
        var header = new byte[(used + Alignment - 1) / Alignment * Alignment];
        header.AsSpan().Fill((byte)' ');
        Magic.CopyTo(header);
        header[Magic.Length] = 1;
        header[Magic.Length + 1] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(Magic.Length + 2), (ushort)(header.Length - start));
        Encoding.ASCII.GetBytes(text.ToString(), header.AsSpan(start));
        header[^1] = (byte)'\n';
        return header;
    }

    /// <summary>Reads the one dictionary that a header is, and nothing else of Python.</summary>
    private sealed class Parser(string text, ContentReader content)
    {
        private int _at;

        public NpyHeader Parse()
        {
            NumberKind? kind = null;
            bool? isFortranOrder = null;
            long[]? shape = null;
            Expect('{');
            while (!Take('}'))
            {
                string key = Text("a key");
                Expect(':');
                switch (key)
                {
                    case "descr" when kind is null:
                        kind = Kind();
                        break;
                    case "fortran_order" when isFortranOrder is null:
                        isFortranOrder = Word() switch { "True" => true, "False" => false, _ => throw Wrong("fortran_order is neither True nor False") };
                        break;
                    case "shape" when shape is null:
                        shape = Shape();
                        break;
                    default:
                        throw Wrong($"it has a key {Quoted.Show(key)} that does not belong there, or has it twice");
                }

                if (!Take(','))
                {
                    Expect('}');
                    break;
                }
            }

            Blanks();
            if (_at < text.Length)
                throw Wrong("something follows its dictionary");
            if (kind is null || isFortranOrder is null || shape is null)
                throw Wrong("it lacks descr, fortran_order or shape");
            return new NpyHeader(kind, isFortranOrder.Value, shape, Count(shape));
        }

        private NumberKind Kind()
        {
            Blanks();
            if (_at < text.Length && text[_at] is '[' or '(' or '{')
                throw content.Refused("it holds records, and only arrays of numbers are read");
            string descr = Text("descr");
            if (descr is ['>', _, not '1', ..])
                throw content.Refused($"its numbers, {Quoted.Show(descr)}, have their highest byte first; write them in NumPy with astype(a.dtype.newbyteorder('<'))");
            return (descr is ['<' or '|' or '=' or '>', ..] ? NumberKind.Find(descr[1..]) : null)
                ?? throw content.Refused($"it holds {Quoted.Show(descr)}, and only numbers are read: bool, int8 to uint64, float16 to float64");
        }

        private long[] Shape()
        {
            var shape = new List<long>();
            bool hasComma = false;
            Expect('(');
            while (!Take(')'))
            {
                if (shape.Count == MaxAxes)
                    throw Wrong(Invariant($"its shape has more than {MaxAxes} axes"));
                shape.Add(Size());
                hasComma = Take(',');
                if (!hasComma)
                {
                    Expect(')');
                    break;
                }
            }

            return shape.Count != 1 || hasComma ? [.. shape] : throw Wrong("its shape is a number and no tuple");
        }

        private long Size()
        {
            Blanks();
            int begin = _at;
            while (_at < text.Length && char.IsAsciiDigit(text[_at]))
                _at++;
            ReadOnlySpan<char> digits = text.AsSpan(begin, _at - begin);
            if (digits.IsEmpty)
                throw Wrong("its shape holds what is no whole number");
            if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long size))
                throw content.Refused("its shape has an axis longer than an array of .NET can be");

            // How Python 2 ended a long number.
            if (_at < text.Length && text[_at] == 'L')
                _at++;
            return size;
        }

        // Longer than any file, where the true number is longer still.
        private static long Count(long[] shape)
        {
            Int128 count = 1;
            foreach (long size in shape)
                count = Int128.Min(count * size, long.MaxValue);
            return shape.Contains(0) ? 0 : (long)count;
        }

        private string Text(string what)
        {
            Blanks();
            if (_at == text.Length || text[_at] is not ('\'' or '"'))
                throw Wrong($"{what} is no text");
            int end = text.IndexOf(text[_at], _at + 1);
            if (end < 0)
                throw Wrong($"{what} does not end");
            string found = text[(_at + 1)..end];
            _at = end + 1;
            return found;
        }

        private string Word()
        {
            Blanks();
            int begin = _at;
            while (_at < text.Length && char.IsAsciiLetter(text[_at]))
                _at++;
            return text[begin.._at];
        }

        private void Expect(char next)
        {
            if (!Take(next))
                throw Wrong($"there is no '{next}' at place {_at.ToString(CultureInfo.InvariantCulture)}");
        }

        private bool Take(char next)
        {
            Blanks();
            if (_at == text.Length || text[_at] != next)
                return false;
            _at++;
            return true;
        }

        private void Blanks()
        {
            while (_at < text.Length && text[_at] is ' ' or '\n' or '\t')
                _at++;
        }

        private InvalidDataException Wrong(string why) => content.Refused($"its header is none of .npy's: {why}");
    }
}

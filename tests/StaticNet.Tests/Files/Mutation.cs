using System.Buffers.Binary;
using System.Text;

namespace StaticNet.Tests.Files;

/// <summary>Changes a file as damage and malice do.</summary>
internal static class Mutation
{
    private static readonly long[] _numbers = [0, 1, -1, 2, 127, 128, 255, 65535, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue, 1L << 60];
    private static readonly string[] _words = ["[", "{", "}", "]", "\"", "'", "-1", "1e308", "0", "1152921504606846976", "F16", "BF16", "I64", "<f8", ">f4", "|O", "True", "\\ud800", "NaN", "PK\x05\x06"];

    /// <summary>A changed copy.</summary>
    public static byte[] Of(byte[] file, Random random)
    {
        List<byte> bytes = [.. file];
        for (int change = random.Next(3); change >= 0 && bytes.Count > 0; change--)
            Change(bytes, random);
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        // Half of the changes meet the beginning, where formats say sizes, and a few the end, where archives do.
        int near = random.Next(4) switch { 0 or 1 => Math.Min(bytes.Count, 200), _ => bytes.Count };
        int at = random.Next(8) == 0 ? bytes.Count - 1 - random.Next(Math.Min(bytes.Count, 80)) : random.Next(near);
        switch (random.Next(8))
        {
            case 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 1 or 2:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 3:
                bytes[at] = (byte)random.Next(256);
                break;
            case 4:
                Span<byte> number = stackalloc byte[sizeof(long)];
                BinaryPrimitives.WriteInt64LittleEndian(number, _numbers[random.Next(_numbers.Length)]);
                for (int i = 0, size = 1 << random.Next(4); i < size && at + i < bytes.Count; i++)
                    bytes[at + i] = number[i];
                break;
            case 5:
                byte[] word = Encoding.Latin1.GetBytes(_words[random.Next(_words.Length)]);
                if (random.Next(2) == 0)
                    bytes.RemoveRange(at, Math.Min(word.Length, bytes.Count - at));
                bytes.InsertRange(at, word);
                break;
            case 6:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 16), bytes.Count - at));
                break;
            default:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                break;
        }
    }
}

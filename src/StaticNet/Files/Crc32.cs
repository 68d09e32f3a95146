using System.Buffers.Binary;

namespace StaticNet.Files;

/// <summary>The checksum of zip archives, eight bytes at a time.</summary>
internal sealed class Crc32
{
    private const int Tables = 8, Bytes = 256;
    private static readonly uint[] _tables = MakeTables();
    private uint _value = uint.MaxValue;

    /// <summary>The checksum of all that was appended.</summary>
    public uint Value => ~_value;

    /// <summary>Takes more bytes in.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        uint value = _value;
        ReadOnlySpan<uint> tables = _tables;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            ulong next = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ value;
            value = 0;
            for (int table = Tables - 1; table >= 0; table--, next >>= 8)
                value ^= tables[(table * Bytes) + (byte)next];
        }

        foreach (byte next in bytes)
            value = tables[(byte)(value ^ next)] ^ (value >> 8);
        _value = value;
    }

    // The table behind another says what the same byte does when one more byte of zeros follows.
    private static uint[] MakeTables()
    {
        const uint Polynomial = 0xEDB88320;
        var tables = new uint[Tables * Bytes];
        for (uint first = 0; first < Bytes; first++)
        {
            uint value = first;
            for (int bit = 0; bit < 8; bit++)
                value = (value >> 1) ^ ((value & 1) * Polynomial);
            tables[first] = value;
        }

        for (int at = Bytes; at < tables.Length; at++)
            tables[at] = tables[(byte)tables[at - Bytes]] ^ (tables[at - Bytes] >> 8);
        return tables;
    }
}

namespace StaticNet;

/// <summary>
/// A way past some numbers of a <see cref="RandomSource"/> without drawing them, the same for every state. A draw multiplies the 256 bits of the state
/// by a matrix, which fulfils its characteristic polynomial: so many draws are a sum of less than 256, those whose coefficients in x to that power
/// modulo the polynomial are 1.
/// </summary>
internal readonly struct RandomJump
{
    /// <summary>The draws that may be in the sum.</summary>
    public const int Terms = 256;

    private readonly ulong _0, _1, _2, _3;

    /// <summary>Works out a jump over so many numbers.</summary>
    public RandomJump(long numbers)
    {
        RandomJump power = new(1, 0, 0, 0), square = new(2, 0, 0, 0);
        for (; numbers > 0; numbers >>= 1, square = square.Times(square))
        {
            if ((numbers & 1) == 1)
                power = power.Times(square);
        }

        this = power;
    }

    private RandomJump(ulong c0, ulong c1, ulong c2, ulong c3) => (_0, _1, _2, _3) = (c0, c1, c2, c3);

    /// <summary>Whether a draw is in the sum: all bits of a number, or none.</summary>
    public ulong Mask(int term)
    {
        ulong word = (term >> 6) switch { 0 => _0, 1 => _1, 2 => _2, _ => _3 };
        return 0 - ((word >> (term & 63)) & 1);
    }

    // From the highest coefficient down, as numbers are read.
    private RandomJump Times(RandomJump other)
    {
        RandomJump product = default;
        for (int term = Terms - 1; term >= 0; term--)
        {
            ulong mask = other.Mask(term);
            product = product.TimesX();
            product = new(product._0 ^ (_0 & mask), product._1 ^ (_1 & mask), product._2 ^ (_2 & mask), product._3 ^ (_3 & mask));
        }

        return product;
    }

    // What grows beyond 255 is replaced by the rest of the characteristic polynomial of xoshiro256.
    private RandomJump TimesX()
    {
        ulong mask = 0 - (_3 >> 63);
        return new(
            (_0 << 1) ^ (mask & 0x9D116F2BB0F0F001), ((_1 << 1) | (_0 >> 63)) ^ (mask & 0x0280002BCEFD1A5E),
            ((_2 << 1) | (_1 >> 63)) ^ (mask & 0x04B4EDCF26259F85), ((_3 << 1) | (_2 >> 63)) ^ (mask & 0x0003C03C3F3ECB19));
    }
}

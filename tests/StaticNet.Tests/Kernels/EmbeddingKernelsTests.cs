using System.Runtime.CompilerServices;
using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Tables of embeddings against their scalar twins.</summary>
[Collection("shapes")]
public unsafe class EmbeddingKernelsTests
{
    private const int Samples = 5;

    [Fact]
    public void Each_token_gives_its_row() => SweptEmbedding.ForEach(averages: false, masksZero: true, random =>
    {
        int places = SweptEmbedding.Tokens, stride = SweptEmbedding.Stride;
        int[] tokens = Tokens(random);
        using Block table = new(SweptEmbedding.Vocabulary, stride, stride, random), y = Images.Results(Samples, places, stride, stride);
        EmbeddingKernels.Forward<SweptEmbedding>(At(tokens), table.Start, y.Start, Samples);
        for (int i = 0; i < tokens.Length; i++)
        {
            for (int c = 0; c < stride; c++)
                Assert.Equal(table[tokens[i], c], y[i, c]);
        }

        int rows = (places + 15) & ~15;
        byte[] mask = GC.AllocateArray<byte>(Samples * rows, pinned: true);
        EmbeddingKernels.Mask<SweptEmbedding>(At(tokens), (byte*)Unsafe.AsPointer(ref mask[0]), Samples);
        for (int i = 0; i < tokens.Length; i++)
            Assert.Equal(tokens[i] == 0 ? 0 : 1, mask[(i / places * rows) + (i % places)]);
        GC.KeepAlive(tokens);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_mean_is_of_the_tokens_that_count(bool masksZero) => SweptEmbedding.ForEach(averages: true, masksZero, random =>
    {
        int stride = SweptEmbedding.Stride;
        int[] tokens = Tokens(random);
        using Block table = new(SweptEmbedding.Vocabulary, stride, stride, random), y = Images.Results(Samples, 1, stride, stride);
        using Block scales = new(Samples, 16, 16);
        EmbeddingKernels.Average<SweptEmbedding>(At(tokens), table.Start, scales.Start, y.Start, Samples);
        for (int s = 0; s < Samples; s++)
        {
            int[] own = Counting(tokens, s);
            for (int c = 0; c < stride; c++)
                Assert.Equal(own.Length == 0 ? 0 : own.Average(token => table[token, c]), y[s, c], 1e-6);
            if (masksZero)
                Assert.Equal(own.Length == 0 ? 0 : 1f / own.Length, scales[s, 0]);
        }

        GC.KeepAlive(tokens);
    });

    [Theory]
    [InlineData(false, false, 1)]
    [InlineData(false, false, 3)]
    [InlineData(true, false, 1)]
    [InlineData(true, false, 2)]
    [InlineData(true, true, 1)]
    [InlineData(true, true, 8)]
    public void A_row_gets_the_gradients_of_its_places(bool averages, bool masksZero, int parts) => SweptEmbedding.ForEach(averages, masksZero, random =>
    {
        int places = SweptEmbedding.Tokens, stride = SweptEmbedding.Stride, floats = SweptEmbedding.Vocabulary * stride;
        int[] tokens = Tokens(random);
        using Block dy = new(averages ? Samples : tokens.Length, stride, stride, random), scales = new(Samples, 16, 16);
        for (int s = 0; s < Samples; s++)
            scales.Values[s * 16] = Counting(tokens, s).Length is > 0 and int count ? 1f / count : 0;

        // Whatever stood there before, rows that no token names have a gradient of 0.
        var gradients = new AlignedBuffer(floats);
        gradients.Span.Fill(float.NaN);
        var sink = Sinks.Keeping(gradients, new AlignedBuffer(parts * 16 * stride), 16 * stride);
        var tableRows = new TableRows(0, SweptEmbedding.Vocabulary, 1, tokens.Length);
        tableRows.Begin(null, tokens.Length, parts);
        for (int part = 0; part < parts; part++)
            EmbeddingKernels.FindRows(At(tokens), tableRows, part);
        for (int part = 0; part < parts; part++)
            EmbeddingKernels.Update<SweptEmbedding>(dy.Start, scales.Start, tableRows, sink, 0, part, parts);

        for (int row = 0; row < SweptEmbedding.Vocabulary; row++)
        {
            int[] at = [.. Enumerable.Range(0, tokens.Length).Where(i => tokens[i] == row)];
            for (int c = 0; c < stride; c++)
            {
                double expected = at.Sum(i => !averages ? dy[i, c]
                    : !masksZero ? dy[i / places, c] / (double)places
                    : row == 0 ? 0
                    : dy[i / places, c] * (double)scales[i / places, 0]);
                Assert.Equal(expected, gradients.Span[(row * stride) + c], 1e-5);
            }
        }

        GC.KeepAlive(tokens);
    });

    // One sample of padding alone, and two tokens that never occur.
    private static int[] Tokens(Random random)
    {
        int[] tokens = GC.AllocateArray<int>(Samples * SweptEmbedding.Tokens, pinned: true);
        for (int i = SweptEmbedding.Tokens; i < tokens.Length; i++)
            tokens[i] = random.Next(SweptEmbedding.Vocabulary - 2);
        return tokens;
    }

    private static int[] Counting(int[] tokens, int sample)
        => [.. tokens.Skip(sample * SweptEmbedding.Tokens).Take(SweptEmbedding.Tokens).Where(token => token != 0 || !SweptEmbedding.MasksZero)];

    private static int* At(int[] tokens) => (int*)Unsafe.AsPointer(ref tokens[0]);
}

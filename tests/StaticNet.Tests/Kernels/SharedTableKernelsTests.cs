using System.Runtime.CompilerServices;
using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Gradients of a table that is read several times, against their scalar twin.</summary>
[Collection("shapes")]
public unsafe class SharedTableKernelsTests
{
    private const int Samples = 4, Others = 5;

    [Theory]
    [InlineData(false, false, 1)]
    [InlineData(false, true, 3)]
    [InlineData(true, false, 1)]
    [InlineData(true, false, 3)]
    [InlineData(true, true, 1)]
    [InlineData(true, true, 8)]
    public void A_row_gets_the_gradients_of_its_places_in_all_readings(bool averages, bool masksZero, int parts) => SweptEmbedding.ForEach(averages, masksZero, random =>
    {
        int places = SweptEmbedding.Tokens, stride = SweptEmbedding.Stride, floats = SweptEmbedding.Vocabulary * stride;
        (int Tokens, bool Averages)[] readings = [(places, averages), (Others, false), (2, true), (Others, false)];
        int[][] tokens = [.. readings.Select(reading => Tokens(reading.Tokens, random))];
        Block[] dy = [.. readings.Select(reading => new Block(reading.Averages ? Samples : reading.Tokens * Samples, stride, stride, random))];
        Block[] scales = [.. readings.Select(_ => new Block(Samples, 16, 16, random))];
        var gradients = new AlignedBuffer(floats);
        gradients.Span.Fill(float.NaN);
        var tableRows = new TableRows(0, SweptEmbedding.Vocabulary, readings.Sum(reading => reading.Tokens), Samples);
        tableRows.Begin(null, Samples, parts);
        for (int part = 0; part < parts; part++)
        {
            int before = 0;
            for (int i = 0; i < readings.Length; i++)
            {
                EmbeddingKernels.FindRows((int*)Unsafe.AsPointer(ref tokens[i][0]), tableRows, before, readings[i].Tokens, part);
                before += readings[i].Tokens;
            }
        }

        var sink = Sinks.Keeping(gradients, new AlignedBuffer(parts * 16 * stride), 16 * stride);
        for (int part = parts - 1; part >= 0; part--)
        {
            SharedTableKernels.Update<SweptEmbedding>(
                dy[0].Start, scales[0].Start, [Reading(1), Reading(2), Reading(3)], tableRows, sink, 0, part, parts);
        }

        for (int row = 0; row < SweptEmbedding.Vocabulary; row++)
        {
            for (int c = 0; c < stride; c++)
                Assert.Equal(Enumerable.Range(0, readings.Length).Sum(i => Expected(i, row, c)), gradients.Span[(row * stride) + c], 1e-4);
        }

        foreach (Block block in dy.Concat(scales))
            block.Dispose();
        GC.KeepAlive(tokens);

        TableReading Reading(int i)
            => new() { Gradient = dy[i].Start, Tokens = readings[i].Tokens, Averages = readings[i].Averages, Scales = readings[i].Averages ? scales[i].Start : null };

        double Expected(int i, int row, int c)
        {
            int count = readings[i].Tokens;
            IEnumerable<int> at = Enumerable.Range(0, tokens[i].Length).Where(place => tokens[i][place] == row);
            return at.Sum(place => !readings[i].Averages ? dy[i][place, c]
                : !masksZero ? dy[i][place / count, c] / (double)count
                : row == 0 ? 0
                : dy[i][place / count, c] * (double)scales[i][place / count, 0]);
        }
    });

    // Two tokens that never occur.
    private static int[] Tokens(int count, Random random)
    {
        int[] tokens = GC.AllocateArray<int>(Samples * count, pinned: true);
        for (int i = 0; i < tokens.Length; i++)
            tokens[i] = random.Next(SweptEmbedding.Vocabulary - 2);
        return tokens;
    }
}

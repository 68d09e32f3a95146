using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Which rows of a table a batch reads, and where.</summary>
public unsafe class TouchedRowsTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 5, 1)]
    [InlineData(12, 200, 1)]
    [InlineData(12, 200, 3)]
    [InlineData(13, 200, 4)]
    [InlineData(12, 5, 8)]
    [InlineData(1000, 90, 3)]
    public void Each_part_lists_its_rows_once_and_each_row_its_places(int rows, int places, int parts)
    {
        var touched = new TouchedRows(0, rows, 1, places);
        var random = new Random(rows + places);
        for (int batch = 0; batch < 3; batch++)
        {
            int[] tokens = [.. Enumerable.Range(0, places).Select(_ => random.Next(rows))];
            touched.Begin(null, places, parts);

            // Threads may finish in any order.
            int[] order = [.. Enumerable.Range(0, parts)];
            random.Shuffle(order);
            fixed (int* start = tokens)
            {
                foreach (int part in order)
                    touched.Find(start, part);
            }

            Assert.Equal(parts, touched.Lists);
            List<int> all = [];
            for (int list = 0; list < parts; list++)
            {
                int* own = touched.List(list, out int count);
                all.AddRange(new ReadOnlySpan<int>(own, count));
                (int first, int last) = touched.Range(list);
                Assert.All(all[^count..], row => Assert.InRange(row, first, last - 1));
            }

            Assert.Equal(tokens.Distinct().Order(), all.Order());
            foreach (int row in all)
            {
                List<int> chain = [];
                for (int place = touched.LastPlace(row); place >= 0; place = touched.Previous[place])
                    chain.Add(place);
                Assert.Equal(Enumerable.Range(0, places).Where(place => tokens[place] == row).Reverse(), chain);
            }
        }
    }
}

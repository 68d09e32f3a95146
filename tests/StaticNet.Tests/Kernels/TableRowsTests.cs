using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Which rows of a table a batch reads, and where.</summary>
public unsafe class TableRowsTests
{
    // The places of one reading lie behind those of another, and rows that an earlier one has found are not listed again.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 1)]
    [InlineData(9, 4)]
    [InlineData(400, 3)]
    public void Several_readings_are_one_behind_the_other(int rows, int parts)
    {
        const int Samples = 5;
        int[] counts = [3, 1, 4];
        var tableRows = new TableRows(0, rows, counts.Sum(), Samples);
        var random = new Random(rows);
        for (int batch = 0; batch < 3; batch++)
        {
            tableRows.Begin(null, Samples, parts);
            int before = 0;
            List<int> all = [];
            foreach (int count in counts)
            {
                int[] tokens = [.. Enumerable.Range(0, count * Samples).Select(_ => random.Next(rows))];
                fixed (int* start = tokens)
                {
                    for (int part = 0; part < parts; part++)
                        tableRows.Find(start, before, count, part);
                }

                all.AddRange(tokens);
                before += count;
            }

            List<int> listed = [];
            for (int list = 0; list < parts; list++)
                listed.AddRange(new ReadOnlySpan<int>(tableRows.List(list, out int count), count));
            Assert.Equal(all.Distinct().Order(), listed.Order());
            foreach (int row in listed)
            {
                List<int> chain = [];
                for (int place = tableRows.LastPlace(row); place >= 0; place = tableRows.Previous[place])
                    chain.Add(place);
                Assert.Equal(Enumerable.Range(0, all.Count).Where(place => all[place] == row).Reverse(), chain);
            }
        }
    }

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
        var tableRows = new TableRows(0, rows, 1, places);
        var random = new Random(rows + places);
        for (int batch = 0; batch < 3; batch++)
        {
            int[] tokens = [.. Enumerable.Range(0, places).Select(_ => random.Next(rows))];
            tableRows.Begin(null, places, parts);

            // Threads may finish in any order.
            int[] order = [.. Enumerable.Range(0, parts)];
            random.Shuffle(order);
            fixed (int* start = tokens)
            {
                foreach (int part in order)
                    tableRows.Find(start, part);
            }

            Assert.Equal(parts, tableRows.Lists);
            List<int> all = [];
            for (int list = 0; list < parts; list++)
            {
                int* own = tableRows.List(list, out int count);
                all.AddRange(new ReadOnlySpan<int>(own, count));
                (int first, int last) = tableRows.Range(list);
                Assert.All(all[^count..], row => Assert.InRange(row, first, last - 1));
            }

            Assert.Equal(tokens.Distinct().Order(), all.Order());
            foreach (int row in all)
            {
                List<int> chain = [];
                for (int place = tableRows.LastPlace(row); place >= 0; place = tableRows.Previous[place])
                    chain.Add(place);
                Assert.Equal(Enumerable.Range(0, places).Where(place => tokens[place] == row).Reverse(), chain);
            }
        }
    }
}

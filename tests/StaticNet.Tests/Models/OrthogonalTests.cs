using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace StaticNet.Tests.Models;

/// <summary>Orthogonal matrices have orthogonal columns, or rows where those are fewer, and come out of normal numbers as Keras makes them.</summary>
public class OrthogonalTests
{
    /// <summary>The first argument of a process that is to print numbers and not to run tests.</summary>
    public const string Command = "orthogonal";

    /// <summary>What the process does.</summary>
    public static int Print()
    {
        Console.WriteLine(Checksum());
        return 0;
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512=0")]
    [InlineData("DOTNET_EnableAVX2=0")]
    [InlineData("DOTNET_PROCESSOR_COUNT=1")]
    [InlineData("DOTNET_PROCESSOR_COUNT=7")]
    public void Neither_the_width_of_vectors_nor_the_number_of_threads_shows(string setting)
    {
        using Process process = ChildProcess.StartUnder(setting, Command);
        Assert.Equal(Checksum(), process.StandardOutput.ReadToEnd().Trim());
        process.WaitForExit();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(16, 4)]
    [InlineData(4, 16)]
    [InlineData(33, 132)]
    [InlineData(132, 33)]
    [InlineData(20, 41)]
    [InlineData(257, 64)]
    [InlineData(300, 1200)]
    public void The_fewer_of_rows_and_columns_are_orthogonal_and_of_length_1(int rows, int columns)
    {
        float[] matrix = Draw(rows, columns, 7);
        int count = Math.Min(rows, columns), length = Math.Max(rows, columns);
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double product = 0;
                for (int place = 0; place < length; place++)
                    product += (double)At(i, place) * At(j, place);
                Assert.Equal(i == j ? 1 : 0, product, 1e-6);
            }
        }

        float At(int vector, int place) => matrix[rows < columns ? (vector * columns) + place : (place * columns) + vector];
    }

    // Q R gives the normal numbers back, and the diagonal of R is positive: the triangle of products with the numbers says so.
    [Theory]
    [InlineData(5, 3)]
    [InlineData(3, 5)]
    [InlineData(8, 8)]
    public void It_is_the_Q_of_the_normal_numbers_that_were_drawn(int rows, int columns)
    {
        int count = Math.Min(rows, columns), length = Math.Max(rows, columns);
        float[] matrix = Draw(rows, columns, 11);
        var random = new RandomSource(11);
        var normal = new double[length, count];
        for (int place = 0; place < length; place++)
        {
            for (int i = 0; i < count; i++)
                normal[place, i] = random.NextNormal();
        }

        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                double product = 0;
                for (int place = 0; place < length; place++)
                    product += matrix[rows < columns ? (i * columns) + place : (place * columns) + i] * normal[place, j];
                Assert.True(i < j || (i == j ? product > 0 : Math.Abs(product) < 1e-5), $"R[{i}, {j}] is {product}.");
            }
        }
    }

    // Of matrices whose blocks are worth several threads, and of odd lengths.
    private static string Checksum()
        => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<float>([.. Draw(300, 1200, 3), .. Draw(77, 131, 4)])));

    private static float[] Draw(int rows, int columns, ulong seed)
    {
        var random = new RandomSource(seed);
        var matrix = new float[rows * columns];
        Orthogonal.Fill(matrix, rows, columns, ref random);
        return matrix;
    }
}

using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace StaticNet.Tests.Models;

/// <summary>
/// Weights are the numbers of their source in its order, however many are drawn at a time, by how many threads and on how wide vectors.
/// </summary>
public class DrawnWeightsTests
{
    /// <summary>The first argument of a process that is to print numbers and not to run tests.</summary>
    public const string Command = "drawn-weights";

    private static readonly Lazy<LargeWeights> _model = new(() => new LargeWeights(3));

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
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(100_003)]
    public void A_jump_goes_where_draws_go(long numbers)
    {
        RandomSource drawn = new(5), jumped = drawn;
        for (long i = 0; i < numbers; i++)
            drawn.NextDouble();
        jumped.Skip(new RandomJump(numbers));
        Assert.Equal(drawn.State, jumped.State);
    }

    [Fact]
    public void Jumps_add_up()
    {
        RandomSource once = new(6), thrice = once;
        once.Skip(new RandomJump((1L << 62) + (1L << 41) + 3));
        thrice.Skip(new RandomJump(1L << 41));
        thrice.Skip(new RandomJump(3));
        thrice.Skip(new RandomJump(1L << 62));
        Assert.Equal(thrice.State, once.State);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(RandomRuns.Length - 1)]
    [InlineData(RandomRuns.Length)]
    [InlineData((3 * RandomRuns.Length) + 7)]
    public void Numbers_in_runs_are_those_that_are_drawn_one_by_one(int count)
    {
        var source = new RandomSource(8);
        var numbers = new UniformNumbers(source, 0.37);
        foreach (int some in new[] { 0, count, 5, count })
        {
            var drawn = new float[some];
            numbers.Draw(drawn);
            Assert.Equal(OneByOne(ref source, some, 0.37), drawn);
        }
    }

    [Fact]
    public void A_large_table_starts_from_the_numbers_of_its_source()
        => AssertUniform(_model.Value.Parameters[0], 0, 0.05);

    [Fact]
    public void A_large_kernel_in_panels_does_as_well()
    {
        Parameter kernel = _model.Value.Parameters[1];
        AssertUniform(kernel, 1, Math.Sqrt(6.0 / (kernel.Shape[0] + kernel.Shape[1])));
    }

    [Fact]
    public void Normal_weights_are_the_draws_within_two_deviations()
    {
        Parameter kernel = _model.Value.Parameters[3];
        var source = new RandomSource(RandomSource.Combine(3, 3));
        double deviation = Math.Sqrt(2.0 / kernel.Shape[0]);
        float[] expected = new float[kernel.Count];
        for (int i = 0; i < expected.Length;)
        {
            double value = source.NextNormal();
            if (Math.Abs(value) <= 2)
                expected[i++] = (float)(value / 0.87962566103423978 * deviation);
        }

        Assert.Equal(expected, kernel.ToArray());
    }

    private static void AssertUniform(Parameter parameter, int number, double limit)
    {
        var source = new RandomSource(RandomSource.Combine(3, (ulong)number));
        Assert.Equal(OneByOne(ref source, parameter.Count, limit), parameter.ToArray());
    }

    private static float[] OneByOne(ref RandomSource source, int count, double limit)
    {
        var numbers = new float[count];
        for (int i = 0; i < count; i++)
            numbers[i] = (float)(((2 * source.NextDouble()) - 1) * limit);
        return numbers;
    }

    private static string Checksum()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Parameter parameter in _model.Value.Parameters)
            hash.AppendData(MemoryMarshal.AsBytes<float>(parameter.ToArray()));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}

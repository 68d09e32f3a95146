using StaticNet.Kernels;

namespace StaticNet.Tests.Kernels;

/// <summary>Which width kernels choose, and the primitive operations of each.</summary>
public unsafe class SimdTests
{
    /// <summary>Without this, a test run "without AVX-512" could test nothing new.</summary>
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    public void A_width_switched_off_is_not_used(string variable)
    {
        bool off = Environment.GetEnvironmentVariable(variable) == "0";
        Assert.False(off && Simd.Is512);
        Assert.False(off && variable == "DOTNET_EnableAVX2" && Simd.Is256);
    }

    [Fact]
    public void Operations_do_lane_by_lane_what_scalars_do() => SimdWidths.ForEach(new Operations());

    [Fact]
    public void Parts_of_a_vector_are_read_and_written_without_touching_the_rest() => SimdWidths.ForEach(new Parts());

    private sealed class Operations : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            float[] a = [1.5f, -2, 0, 3.25f, 1e-20f, 7, -0.5f, 100, 2, 4, 8, -16, 0.1f, 0.2f, -0.3f, 9];
            float[] b = [2, 3, -1, 0.5f, 1, -7, 0.25f, -100, 1, 5, 8, -15, 0.3f, 0.2f, -0.4f, 10];
            Check<TV>(a, b, (x, y) => x + y, (x, y) => x + y);
            Check<TV>(a, b, (x, y) => x - y, (x, y) => x - y);
            Check<TV>(a, b, (x, y) => x * y, (x, y) => x * y);
            Check<TV>(a, b, (x, y) => x / y, (x, y) => x / y);
            Check<TV>(a, b, TV.Max, MathF.Max);
            Check<TV>(a, b, TV.Min, MathF.Min);
            Check<TV>(a, b, (x, y) => TV.Sqrt(x * x), (x, _) => MathF.Sqrt(x * x));
            Check<TV>(a, b, (x, y) => TV.Select(TV.GreaterThan(x, y), x, y), (x, y) => x > y ? x : y);
            Check<TV>(a, b, (x, y) => TV.MultiplyAdd(x, y, x), (x, y) => MathF.FusedMultiplyAdd(x, y, x));
            fixed (float* p = a)
            {
                float[] lanes = a[..TV.Count];
                Assert.Equal(lanes.Max(), TV.Max(TV.Load(p)));
                Assert.Equal(lanes.Sum(), TV.Sum(TV.Load(p)), 1e-4f);
            }

            // NaN on the right goes through, as activations rely on.
            Assert.True(float.IsNaN(TV.Max(TV.Max(TV.Create(0f), TV.Create(float.NaN)))));
            Assert.True(float.IsNaN(TV.Max(TV.Min(TV.Create(0f), TV.Create(float.NaN)))));
        }

        private static void Check<TV>(float[] a, float[] b, Func<TV, TV, TV> vector, Func<float, float, float> scalar)
            where TV : unmanaged, ISimd<TV>
        {
            var result = new float[a.Length];
            fixed (float* x = a, y = b, r = result)
            {
                for (int i = 0; i < a.Length; i += TV.Count)
                    vector(TV.Load(x + i), TV.Load(y + i)).Store(r + i);
            }

            for (int i = 0; i < a.Length; i++)
                Assert.Equal(scalar(a[i], b[i]), result[i], 1e-6f * Math.Max(1, Math.Abs(result[i])));
        }
    }

    private sealed class Parts : IAtWidth
    {
        public void Run<TV>()
            where TV : unmanaged, ISimd<TV>
        {
            for (int count = 0; count <= TV.Count; count++)
            {
                float[] source = [.. Enumerable.Range(1, 16).Select(i => (float)i)], target = new float[16];
                var all = new float[16];
                fixed (float* from = source, to = target, whole = all)
                {
                    TV value = Simd.LoadFirst<TV>(from, count, -1);
                    value.Store(whole);
                    Simd.StoreFirst(value, to, count);
                }

                for (int i = 0; i < TV.Count; i++)
                {
                    Assert.Equal(i < count ? i + 1 : -1, all[i]);
                    Assert.Equal(i < count ? i + 1 : 0, target[i]);
                }
            }
        }
    }
}

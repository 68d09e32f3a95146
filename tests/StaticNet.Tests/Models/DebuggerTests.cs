using System.Diagnostics;
using System.Reflection;
using StaticNet.Kernels;

namespace StaticNet.Tests;

/// <summary>What a debugger shows: numbers, where there are pointers. It finds that by attributes, as these tests do.</summary>
[Trait(Widths.Trait, Widths.Any)]
public sealed unsafe class DebuggerTests
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    public void WorkSpaceShowsItsValuesByName()
    {
        // Four samples, of which the second and third are shown.
        const int Batch = 4;
        var memory = new AlignedBuffer(Batch * 64);
        for (int i = 0; i < memory.Length; i++)
            memory.Start[i] = i;
        byte* bytes = (byte*)(memory.Start + (Places.Choices * Batch));
        for (int i = 0; i < Batch * 16; i++)
            bytes[i] = (byte)i;

        object[] shown = Shown(new WorkSpaceView<Places>(memory.Start, Batch, first: 1, rows: 2));

        Assert.Equal(["Output", "Choices"], shown.Select(value => value.GetType().GetProperty("Name")!.GetValue(value)));
        Assert.Equal(new float[,,] { { { 32, 33, 34 }, { 48, 49, 50 } }, { { 64, 65, 66 }, { 80, 81, 82 } } }, Root(shown[0]));
        Assert.Equal(new byte[,] { { 16, 17, 18, 19, 20 }, { 32, 33, 34, 35, 36 } }, Root(shown[1]));
        Assert.Equal("(2, 2, 3): 32, 33, 34, 48, 49, 50, 64, 65, ...", shown[0].ToString());
        GC.KeepAlive(memory);
    }

    [Fact]
    public void WorkSpaceWithoutSamplesShowsNone()
    {
        Assert.Equal(new float[0, 2, 3], Root(Shown(new WorkSpaceView<Places>(null, 1, 0, 0))[0]));
        Assert.Equal("(0, 5): ", Shown(new WorkSpaceView<Places>(null, 1, 0, 0))[1].ToString());
    }

    [Fact]
    public void BuffersShowTheNumbersOfTheirRooms()
    {
        var buffer = new AlignedBuffer<int>(3, "a test", rooms: 2);
        for (int i = 0; i < 3; i++)
            (buffer.Start[i], buffer.Start[buffer.RoomStride + i]) = (i, 10 + i);

        Assert.Equal(new int[][] { [0, 1, 2], [10, 11, 12] }, Shown(buffer));
        Assert.Equal("a test: 3 numbers", Line(buffer));
        Assert.Equal(new float[] { 0, 0 }, Assert.Single(Shown(new AlignedBuffer(2))));
    }

    [Fact]
    public void ParametersShowTheirWeights()
    {
        Parameter kernel = new SmallClassifier(seed: 1).DenseKernel;

        var weights = (float[,])Root(Assert.Single(Shown(kernel)));

        Assert.Equal((5, 19), (weights.GetLength(0), weights.GetLength(1)));
        Assert.Equal(kernel.ToArray(), weights.Cast<float>());
        Assert.Equal("dense/kernel (5, 19)", Line(kernel));
    }

    // No array has as few axes as the shape () of a single number.
    [Fact]
    public void ParametersOfOneNumberShowIt()
    {
        Parameter scale = new Training.ScoresOfInput(seed: 1).AttentionScale;

        object shown = Assert.Single(Shown(scale));

        Assert.Equal([1f], (float[])Root(shown));
        Assert.Equal("(): 1", shown.ToString());
    }

    // Whoever looks is not refused, as another thread than the training's would be.
    [Fact]
    public void ParametersShowTheirWeightsDuringATraining()
    {
        var model = new SmallClassifier(seed: 1);
        float[]? shown = null;
        Exception? refused = null;
        var options = new FitOptions
        {
            Epochs = 1,
            LearningRateSchedule = (_, rate) =>
            {
                var other = new Thread(() =>
                {
                    refused = Record.Exception(() => model.DenseBias.ToArray());
                    shown = (float[])Root(Shown(model.DenseBias)[0]);
                });
                other.Start();
                other.Join();
                return rate;
            },
        };
        model.Fit(new Dataset<float, int>(new float[5 * 4], new int[4], 4), options);

        Assert.IsType<InvalidOperationException>(refused);
        Assert.Equal(new float[19], shown);
    }

    public static TheoryData<Type> GeneratedPlaces
        => [.. typeof(DebuggerTests).Assembly.GetTypes().Where(type => type.DeclaringType?.Namespace == "StaticNet.Generated" && type.Name == "Values")];

    // Of every model of these tests: what generated code tells debuggers lies in the work space that the training has.
    [Theory]
    [MemberData(nameof(GeneratedPlaces))]
    public void PlacesLieInWorkSpace(Type places)
    {
        var info = (ModelInfo)places.DeclaringType!.GetField("Info")!.GetValue(null)!;
        Assert.All(places.GetFields(), place =>
        {
            ShapeAttribute shape = place.GetCustomAttribute<ShapeAttribute>()!;
            int numbers = shape.Sizes.SkipLast(1).Aggregate(shape.Stride, (product, next) => product * next), floats = shape.IsBytes ? numbers / sizeof(float) : numbers;
            Assert.InRange(shape.Sizes[^1], 1, shape.Stride);
            Assert.InRange((int)place.GetRawConstantValue()!, 0, info.Memory.TrainingPerSample - floats);
        });
    }

    // What its proxy has in place of the target itself.
    private static object[] Shown(object target)
    {
        DebuggerTypeProxyAttribute attribute = Ancestry(target.GetType()).Select(type => type.GetCustomAttribute<DebuggerTypeProxyAttribute>(inherit: false)).OfType<DebuggerTypeProxyAttribute>().First();
        Type proxy = Type.GetType(attribute.ProxyTypeName, throwOnError: true)!;
        if (proxy.IsGenericTypeDefinition)
            proxy = proxy.MakeGenericType(Ancestry(target.GetType()).First(type => type.IsGenericType).GetGenericArguments());
        return [.. ((Array)Root(Activator.CreateInstance(proxy, target)!)).Cast<object>()];
    }

    private static object Root(object proxy)
        => proxy.GetType().GetProperties(All).Single(property => property.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State == DebuggerBrowsableState.RootHidden).GetValue(proxy)!;

    // Its line, with members in braces put in.
    private static string Line(object target)
    {
        string line = Ancestry(target.GetType()).Select(type => type.GetCustomAttribute<DebuggerDisplayAttribute>(inherit: false)).OfType<DebuggerDisplayAttribute>().First().Value;
        return System.Text.RegularExpressions.Regex.Replace(line, @"\{(\w+)(\(\))?(,nq)?\}", member
            => (member.Groups[2].Success ? target.ToString()
                : Ancestry(target.GetType()).Select(type => type.GetField(member.Groups[1].Value, All)?.GetValue(target) ?? type.GetProperty(member.Groups[1].Value, All)?.GetValue(target)).First(value => value is not null)!.ToString())!);
    }

    private static IEnumerable<Type> Ancestry(Type type)
    {
        for (Type? at = type; at is not null; at = at.BaseType)
            yield return at;
    }

    private readonly struct Places
    {
        [Shape(2, 3, Stride = 16)] public const int Output = 0;
        [Shape(5, Stride = 16, IsBytes = true)] public const int Choices = 32;
        public const int NotShown = 48;
    }
}

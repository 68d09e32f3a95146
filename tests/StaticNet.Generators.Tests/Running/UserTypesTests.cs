namespace StaticNet.Generators.Tests;

/// <summary>Whatever the user's own types are called, generated code means ours.</summary>
public sealed class UserTypesTests
{
    private const string Model = """
        /// <summary>A model.</summary>
        [global::StaticNet.Model(6, 6, 2)]
        [global::StaticNet.RandomFlip(global::StaticNet.FlipMode.Horizontal)]
        [global::StaticNet.RandomZoom(0.1f, FillMode = global::StaticNet.FillMode.Nearest, Interpolation = global::StaticNet.Interpolation.Nearest)]
        [global::StaticNet.Conv2D(17, 3, global::StaticNet.Activation.ReLU, Padding = global::StaticNet.Padding.Same)]
        [global::StaticNet.MaxPooling2D]
        [global::StaticNet.BatchNormalization]
        [global::StaticNet.UpSampling2D(Interpolation = global::StaticNet.Interpolation.Bilinear)]
        [global::StaticNet.Flatten]
        [global::StaticNet.Dense(3, global::StaticNet.Activation.ReLU)]
        [global::StaticNet.Dropout(0.5f)]
        [global::StaticNet.Activation(global::StaticNet.Activation.GELU)]
        [global::StaticNet.Dense(5, global::StaticNet.Activation.Softmax)]
        [global::StaticNet.Dense(2, global::StaticNet.Activation.Sigmoid)]
        [global::StaticNet.Loss(global::StaticNet.Loss.BinaryCrossentropy)]
        public partial class UsersModel;
        """;

    // Every type that we have, by its bare name.
    private static readonly string _types = string.Concat(
        typeof(Model).Assembly.GetTypes().Where(type => !type.IsNested && char.IsLetter(type.Name[0]))
            .Select(type => type.Name.Split('`')[0]).Append("Dense_Shape").Append("Conv2d_Shape").Append("HeadRow").Append("UsersModelCode").Distinct().Order(StringComparer.Ordinal)
            .Select(name => $"internal sealed class {name};\n"));

    [Fact]
    public void InTheGlobalNamespace() => CompileAndRun($"{_types}{Model}", "UsersModel");

    [Fact]
    public void InTheUsersNamespace() => CompileAndRun($"namespace MyApp;\n{_types}{Model}", "MyApp.UsersModel");

    [Fact]
    public void InBoth() => CompileAndRun([_types, $"namespace MyApp;\n{_types}{Model}"], "MyApp.UsersModel");

    [Fact]
    public void InTheModelItself()
        => CompileAndRun($"namespace MyApp;\n{Model.Replace("UsersModel;", $"UsersModel\n{{\n{_types}}}", StringComparison.Ordinal)}", "MyApp.UsersModel");

    [Theory]
    [InlineData("MyApp.StaticNet")]
    [InlineData("MyApp.System")]
    [InlineData("MyApp.StaticNet.Kernels")]
    [InlineData("MyApp.Generated")]
    [InlineData("StaticNet.Samples")]
    [InlineData("StaticNet.Kernels")]
    [InlineData("StaticNet.Generated")]
    [InlineData("StaticNet.Generated.Kernels")]
    [InlineData("StaticNet")]
    public void NamespacesLikeOurs(string name) => CompileAndRun($"namespace {name};\n{Model}", $"{name}.UsersModel");

    [Fact]
    public void MembersLikeOurNamespaces() => CompileAndRun(
        Model.Replace("UsersModel;", "UsersModel\n{\n    internal int StaticNet => 1;\n    internal int Kernels => StaticNet;\n}", StringComparison.Ordinal),
        "UsersModel");

    [Fact]
    public void AliasesOfOurAttributes() => CompileAndRun(
        """
        using D = global::StaticNet.DenseAttribute;
        using M = global::StaticNet.ModelAttribute;

        /// <summary>A model.</summary>
        [M(4), D(2)]
        public partial class UsersModel;
        """,
        "UsersModel");

    [Fact]
    public void ModelsOfOneNameInSeveralNamespaces() => CompileAndRun(
        [$"namespace A;\n{Model}", $"namespace B;\n{Model}", Model], "A.UsersModel", "B.UsersModel", "UsersModel");

    private static void CompileAndRun(string source, params string[] types) => CompileAndRun([source], types);

    private static void CompileAndRun(string[] sources, params string[] types)
    {
        using CompiledModels models = CompiledModels.Compile(Compilations.CreateBare(sources));
        foreach (string type in types)
            Exercise.One(models.Create(type));
    }
}

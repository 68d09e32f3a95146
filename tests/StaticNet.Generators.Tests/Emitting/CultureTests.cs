using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generators.Tests;

/// <summary>Code and messages are the same whatever the culture of the machine.</summary>
public sealed class CultureTests
{
    private static readonly string[] _sources =
    [
        """
        namespace Interior.Ile;

        [Model(28, 28, 1)]
        [Flatten]
        [Dense(1_234, GELU, Name = "initial_i")]
        [Dropout(0.125f)]
        [Dense(12, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class Iris;
        """,
        """
        [Model(28, 28, 3)]
        [Rescaling(0.00390625f, -0.5f)]
        [RandomRotation(-0.125f, 0.25f, FillMode = FillMode.Constant, FillValue = -1.5f)]
        [RandomTranslation(0.1f, 0.2f)]
        [Conv2D(1_234, 3, ReLU, Name = "initial_i", Padding = Padding.Same)]
        [BatchNormalization(Momentum = 0.9f, Epsilon = 1e-5f)]
        [SpatialDropout2D(0.25f)]
        [GaussianNoise(0.05f)]
        [MaxPooling2D]
        [Flatten]
        [Dense(12, Softmax)]
        [Loss(Loss.SparseCategoricalCrossentropy)]
        public partial class Image;
        """,
        "[Model(4)] [Dense(-3)] public partial class A;",
        "[Model(4)] [Dropout(-0.5f)] [Dropout(1e-7f)] [Dropout(-1e10f)] public partial class B;",
        "[Model(4)] [Dense(2, (Activation)(-7))] public partial class C;",
        "[Model(-28, 28)] [Flatten] public partial class D;",
        "[Model(4)] [Dense(600_000_000)] public partial class E;",
        "[Model(4)] [Dense(2, Name = \"I\"), Dense(2, Name = \"i\")] public partial class F;",
        "[Model(1_000, 9, 1)] [MaxPooling2D(1_500, 9)] public partial class G;",
        "[Model(9, 9, 1)] [RandomZoom(-1.5f)] public partial class H;",
        "[Model(1_234)] [Reshape(-1, 1_000)] public partial class I;",
        "[Model(1_234, 9, 1)] [Cropping2D(1_000, 0)] public partial class J;",
        "[Model(9, 9)] [Bidirectional(Name = \"i\"), LSTM(2)] [Dense(2, Name = \"i_forward\")] public partial class K;",
        "[Model(9, 9)] [Dense(2, Missing, Name = \"initial_i\")] public partial class ı\u203Fi; [Model(9, 9)] [bidi, LSTM(2)] public partial class I\u203FI;",
    ];

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("hi-IN")]
    public void TheOutputIsTheSameUnder(string name)
    {
        var culture = new CultureInfo(name);

        // The test says nothing where cultures are not installed.
        Assert.NotEqual(
            (-1234.5).ToString("N", CultureInfo.InvariantCulture) + "i".ToUpper(CultureInfo.InvariantCulture),
            (-1234.5).ToString("N", culture) + "i".ToUpper(culture));
        Assert.Equal(Output(CultureInfo.InvariantCulture), Output(culture));
    }

    [Fact]
    public void NumbersInMessagesAreReadable()
    {
        string[] output = Output(new CultureInfo("sv-SE"));
        Assert.Contains("SNET007 Dense 'dense': units is -3; expected at least 1", output);
        Assert.Contains("SNET009 The name 'i_forward' gives 'IForwardKernel', which already belongs to layer 1: give one of them another Name", output);
        Assert.Contains("SNET030 The generated code of 'A' needs C# 12, but the project is compiled as C# 11.0: remove <LangVersion> from the project file or set it to 12 or later", output);
        Assert.Contains("SNET007 Dropout 'dropout': rate is -0.5; expected at least 0 and less than 1", output);
        Assert.Contains("SNET007 Dropout 'dropout_2': rate is -1E+10; expected at least 0 and less than 1", output);
        Assert.Contains("SNET008 Dense 'dense': '-7' is no Activation; choose one of its named values", output);
        Assert.Contains("SNET007 RandomZoom 'random_zoom': factor is -1.5; expected from -1 to 1", output);
        Assert.Contains("SNET023 Cropping2D 'cropping2d' takes 2,000 of the 1,234 rows of (1234, 9, 1) that come in from the input: take at most 616 on each side", output);
    }

    private static string[] Output(CSharpCompilation compilation, CultureInfo culture)
    {
        GeneratorRunResult result = Expect.Run(compilation);
        return
        [
            .. result.GeneratedSources.Select(source => $"{source.HintName}\n{source.SourceText}"),
            .. result.Diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(culture)}"),
        ];
    }

    private static string[] Output(CultureInfo culture)
    {
        (CultureInfo before, CultureInfo beforeUI) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        try
        {
            CSharpCompilation compilation = Compilations.Create(_sources), older = Compilations.CreateBare(LanguageVersion.CSharp11, [Compilations.Usings, .. _sources]);
            return [.. Output(compilation, culture), .. Output(older.WithOptions(older.Options.WithAllowUnsafe(false)), culture)];
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUI);
        }
    }
}

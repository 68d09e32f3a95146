using StaticNet.Kernels;

namespace StaticNet.Benchmarks;

/// <summary>The sizes of the reference models' layers.</summary>
internal static unsafe partial class Roofline
{
    /// <summary>The images inside fashion_resnet, which are square.</summary>
    private interface IImage
    {
        /// <summary>Its rows and columns.</summary>
        static abstract int Side { get; }

        /// <summary>The numbers of a pixel.</summary>
        static abstract int Width { get; }
    }

    /// <summary>The units of a recurrence of the ladder.</summary>
    private interface IUnits
    {
        /// <summary>How many.</summary>
        static abstract int Value { get; }
    }

    private readonly struct ImdbEmbedding : IEmbeddingShape
    {
        public static int Vocabulary => 10_000;

        public static int Tokens => 200;

        public static int Stride => 32;

        public static bool Averages => true;

        public static bool MasksZero => false;
    }

    private readonly struct ImdbRecurrence : IRecurrentShape
    {
        public static int Steps => 100;

        public static int Inputs => 32;

        public static int InputStride => 32;

        public static int Units => 32;

        public static int UnitStride => 32;

        public static bool ReturnsSequences => false;

        public static bool GoesBackwards => false;

        public static bool KeepsTime => false;

        public static bool DropsState => false;
    }

    private readonly struct LadderRecurrence<TUnits> : IRecurrentShape
        where TUnits : struct, IUnits
    {
        public static int Steps => 100;

        public static int Inputs => 64;

        public static int InputStride => 64;

        public static int Units => TUnits.Value;

        public static int UnitStride => TUnits.Value;

        public static bool ReturnsSequences => false;

        public static bool GoesBackwards => false;

        public static bool KeepsTime => false;

        public static bool DropsState => false;
    }

    private readonly struct Units64 : IUnits
    {
        public static int Value => 64;
    }

    private readonly struct Units128 : IUnits
    {
        public static int Value => 128;
    }

    private readonly struct Units256 : IUnits
    {
        public static int Value => 256;
    }

    private readonly struct Units512 : IUnits
    {
        public static int Value => 512;
    }

    private readonly struct Square512 : IDenseShape
    {
        public static int Inputs => 512;

        public static int InputStride => 512;

        public static int Units => 512;

        public static int UnitStride => 512;
    }

    private readonly struct Square1024 : IDenseShape
    {
        public static int Inputs => 1024;

        public static int InputStride => 1024;

        public static int Units => 1024;

        public static int UnitStride => 1024;
    }

    private readonly struct Square2048 : IDenseShape
    {
        public static int Inputs => 2048;

        public static int InputStride => 2048;

        public static int Units => 2048;

        public static int UnitStride => 2048;
    }

    private readonly struct Fashion1 : IDenseShape
    {
        public static int Inputs => 784;

        public static int InputStride => 784;

        public static int Units => 256;

        public static int UnitStride => 256;
    }

    private readonly struct Fashion2 : IDenseShape
    {
        public static int Inputs => 256;

        public static int InputStride => 256;

        public static int Units => 128;

        public static int UnitStride => 128;
    }

    private readonly struct Fashion3 : IDenseShape
    {
        public static int Inputs => 128;

        public static int InputStride => 128;

        public static int Units => 10;

        public static int UnitStride => 16;
    }

    private readonly struct Tabular1 : IDenseShape
    {
        public static int Inputs => 10;

        public static int InputStride => 10;

        public static int Units => 128;

        public static int UnitStride => 128;
    }

    private readonly struct Tabular2 : IDenseShape
    {
        public static int Inputs => 128;

        public static int InputStride => 128;

        public static int Units => 64;

        public static int UnitStride => 64;
    }

    private readonly struct Tabular3 : IDenseShape
    {
        public static int Inputs => 64;

        public static int InputStride => 64;

        public static int Units => 1;

        public static int UnitStride => 16;
    }

    private readonly struct Mnist1 : IConvolutionShape
    {
        public static int InputHeight => 28;

        public static int InputWidth => 28;

        public static int Channels => 1;

        public static int InputStride => 1;

        public static int ImageHeight => 28;

        public static int ImageWidth => 28;

        public static int OutputHeight => 26;

        public static int OutputWidth => 26;

        public static int Filters => 32;

        public static int OutputStride => 32;

        public static int KernelHeight => 3;

        public static int KernelWidth => 3;

        public static int StrideHeight => 1;

        public static int StrideWidth => 1;

        public static int DilationHeight => 1;

        public static int DilationWidth => 1;

        public static int PaddingTop => 0;

        public static int PaddingLeft => 0;
    }

    private readonly struct Mnist2 : IConvolutionShape
    {
        public static int InputHeight => 13;

        public static int InputWidth => 13;

        public static int Channels => 32;

        public static int InputStride => 32;

        public static int ImageHeight => 13;

        public static int ImageWidth => 13;

        public static int OutputHeight => 11;

        public static int OutputWidth => 11;

        public static int Filters => 64;

        public static int OutputStride => 64;

        public static int KernelHeight => 3;

        public static int KernelWidth => 3;

        public static int StrideHeight => 1;

        public static int StrideWidth => 1;

        public static int DilationHeight => 1;

        public static int DilationWidth => 1;

        public static int PaddingTop => 0;

        public static int PaddingLeft => 0;
    }

    private readonly struct Image28 : IImage
    {
        public static int Side => 28;

        public static int Width => 16;
    }

    private readonly struct Image14 : IImage
    {
        public static int Side => 14;

        public static int Width => 32;
    }

    private readonly struct Image7 : IImage
    {
        public static int Side => 7;

        public static int Width => 64;
    }

    private readonly struct Ladder28x64 : IImage
    {
        public static int Side => 28;

        public static int Width => 64;
    }

    private readonly struct Ladder28x256 : IImage
    {
        public static int Side => 28;

        public static int Width => 256;
    }

    private readonly struct Ladder32x64 : IImage
    {
        public static int Side => 32;

        public static int Width => 64;
    }

    private readonly struct Ladder16x128 : IImage
    {
        public static int Side => 16;

        public static int Width => 128;
    }

    private readonly struct SameConvolution<TImage> : IConvolutionShape
        where TImage : struct, IImage
    {
        public static int InputHeight => TImage.Side;

        public static int InputWidth => TImage.Side;

        public static int Channels => TImage.Width;

        public static int InputStride => TImage.Width;

        public static int ImageHeight => TImage.Side + 2;

        public static int ImageWidth => TImage.Side + 2;

        public static int OutputHeight => TImage.Side;

        public static int OutputWidth => TImage.Side;

        public static int Filters => TImage.Width;

        public static int OutputStride => TImage.Width;

        public static int KernelHeight => 3;

        public static int KernelWidth => 3;

        public static int StrideHeight => 1;

        public static int StrideWidth => 1;

        public static int DilationHeight => 1;

        public static int DilationWidth => 1;

        public static int PaddingTop => 1;

        public static int PaddingLeft => 1;
    }

    private readonly struct Normalization<TImage> : INormalizationShape
        where TImage : struct, IImage
    {
        public static int Pixels => TImage.Side * TImage.Side;

        public static int Channels => TImage.Width;

        public static int InputStride => TImage.Width;

        public static int Stride => TImage.Width;

        public static bool UsesScale => true;

        public static bool UsesCenter => true;

        public static float Epsilon => 1e-3f;
    }

    private readonly struct Pair<TImage> : IPairShape
        where TImage : struct, IImage
    {
        public static int Rows => TImage.Side * TImage.Side;

        public static int Width => TImage.Width;

        public static int FirstStride => TImage.Width;

        public static int SecondStride => TImage.Width;

        public static int Stride => TImage.Width;

        public static bool RepeatsFirst => false;

        public static bool RepeatsSecond => false;

        public static float Scale => 1;
    }
}

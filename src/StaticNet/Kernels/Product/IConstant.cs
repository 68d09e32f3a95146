namespace StaticNet.Kernels;

/// <summary>A number as a type, so that a generic method is compiled anew, with the number in it.</summary>
internal interface IConstant
{
    /// <summary>The number.</summary>
    static abstract int Value { get; }
}

internal readonly struct Constant1 : IConstant
{
    public static int Value => 1;
}

internal readonly struct Constant2 : IConstant
{
    public static int Value => 2;
}

internal readonly struct Constant3 : IConstant
{
    public static int Value => 3;
}

internal readonly struct Constant4 : IConstant
{
    public static int Value => 4;
}

internal readonly struct Constant5 : IConstant
{
    public static int Value => 5;
}

internal readonly struct Constant6 : IConstant
{
    public static int Value => 6;
}

internal readonly struct Constant7 : IConstant
{
    public static int Value => 7;
}

internal readonly struct Constant8 : IConstant
{
    public static int Value => 8;
}

internal readonly struct Constant9 : IConstant
{
    public static int Value => 9;
}

internal readonly struct Constant10 : IConstant
{
    public static int Value => 10;
}

internal readonly struct Constant11 : IConstant
{
    public static int Value => 11;
}

internal readonly struct Constant12 : IConstant
{
    public static int Value => 12;
}

internal readonly struct Constant13 : IConstant
{
    public static int Value => 13;
}

internal readonly struct Constant14 : IConstant
{
    public static int Value => 14;
}

internal readonly struct Constant15 : IConstant
{
    public static int Value => 15;
}

internal readonly struct Constant16 : IConstant
{
    public static int Value => 16;
}

internal readonly struct Constant17 : IConstant
{
    public static int Value => 17;
}

internal readonly struct Constant18 : IConstant
{
    public static int Value => 18;
}

internal readonly struct Constant19 : IConstant
{
    public static int Value => 19;
}

internal readonly struct Constant20 : IConstant
{
    public static int Value => 20;
}

internal readonly struct Constant21 : IConstant
{
    public static int Value => 21;
}

internal readonly struct Constant22 : IConstant
{
    public static int Value => 22;
}

internal readonly struct Constant23 : IConstant
{
    public static int Value => 23;
}

internal readonly struct Constant24 : IConstant
{
    public static int Value => 24;
}

namespace StaticNet.Generators;

/// <summary>What is seen beyond the edges of an image that is moved. The members are those of the enum of this name that users write, as a test confirms.</summary>
internal enum FillMode
{
    Constant,
    Nearest,
    Reflect,
    Wrap,
}

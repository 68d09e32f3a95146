namespace StaticNet.Generators;

/// <summary>What is seen between the pixels of an image that is resampled. The members are those of the enum of this name that users write, as a test confirms.</summary>
internal enum Interpolation
{
    Nearest,
    Bilinear,
}

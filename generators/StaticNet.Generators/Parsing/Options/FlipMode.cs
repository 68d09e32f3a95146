namespace StaticNet.Generators;

/// <summary>How RandomFlip mirrors images. The members are those of the enum of this name that users write, as a test confirms.</summary>
internal enum FlipMode
{
    HorizontalAndVertical,
    Horizontal,
    Vertical,
}

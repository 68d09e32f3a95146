namespace StaticNet.Images;

/// <summary>What is done with an image whose sides have another proportion than asked for.</summary>
public enum ImageFit
{
    /// <summary>It is stretched; Keras' default.</summary>
    Stretch,

    /// <summary>What is too long is cut off, as much on either side: Keras' <c>crop_to_aspect_ratio</c>.</summary>
    Crop,

    /// <summary>It is surrounded by zeros, as many on either side: Keras' <c>pad_to_aspect_ratio</c>.</summary>
    Pad,
}

using StaticNet.Datasets;

namespace StaticNet.Images;

/// <summary>
/// Reads images from a folder that has a folder for each class, as Keras' <c>image_dataset_from_directory</c> does: all files that end with
/// <c>.bmp</c>, <c>.gif</c>, <c>.jpeg</c>, <c>.jpg</c>, <c>.png</c> or <c>.webp</c>, in ordinal order of their names. The classes are
/// numbered in ordinal order too.
/// </summary>
/// <example>
/// <code>
/// ImageFolderSource flowers = ImageFolder.Source("flowers", new ImageOptions { Height = 64, Width = 64 });
/// var (train, validation) = flowers.Split(0.2f, seed: 1);
/// model.Fit(train);                     // decoded anew each epoch
/// Console.WriteLine(string.Join(", ", flowers.ClassNames));
/// </code>
/// </example>
public static class ImageFolder
{
    private static readonly string[] _extensions = [".bmp", ".gif", ".jpeg", ".jpg", ".png", ".webp"];

    /// <summary>Lists the images, which are decoded as they are needed, anew each epoch.</summary>
    /// <param name="path">The folder of folders.</param>
    /// <param name="options">What the images become; Keras' defaults if left out.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">It has no image.</exception>
    public static ImageFolderSource Source(string path, ImageOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new ImageFolderSource(ClassFolders.List(path, _extensions), options ?? new ImageOptions());
    }

    /// <summary>Reads a single image, for a prediction.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What it becomes; Keras' defaults if left out.</param>
    /// <returns>Rows of pixels.</returns>
    /// <exception cref="InvalidDataException">The file is no image, is damaged or has too many pixels.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static float[] LoadImage(string path, ImageOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new ImageOptions();
        var image = new float[ImageFolderSource.SizeOf(options)];
        ImageFile.Read(path, options, image);
        return image;
    }
}

using StaticNet.Files;

namespace StaticNet;

/// <content>Saving and loading of weights.</content>
public abstract partial class Model
{
    /// <summary>
    /// Saves the weights to a safetensors file, which takes the place of one of that name. Whatever goes wrong, a full disk, a missing
    /// permission, the end of the process at any moment: the file of that name is the old one whole, or the new one.
    /// </summary>
    /// <param name="path">The file; its name usually ends in <c>.safetensors</c>.</param>
    /// <exception cref="InvalidOperationException">A weight is NaN or infinite, or another thread trains the model or has changed weights meanwhile.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or its folder may not be written to.</exception>
    /// <example>
    /// <code>
    /// model.Save("mnist.safetensors");
    /// var other = new MnistCnn();
    /// other.Load("mnist.safetensors");
    /// </code>
    /// </example>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => WeightsWriter.Write(Store, stream, isDiscarded: true));
    }

    /// <summary>Writes the weights to a stream, as a safetensors file from where the stream stands. Large pieces are written at a time.</summary>
    /// <param name="stream">Where to; it is not closed.</param>
    /// <exception cref="ArgumentException">The stream cannot be written to. Pass one that can, such as that of File.Create.</exception>
    /// <exception cref="InvalidOperationException">
    /// A weight is NaN or infinite, or another thread trains the model, and nothing was written; or another thread has changed weights
    /// meanwhile, and what was written is void.
    /// </exception>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
            throw new ArgumentException("The stream cannot be written to.", nameof(stream));
        WeightsWriter.Write(Store, stream, isDiscarded: false);
    }

    /// <summary>
    /// Loads all weights from a safetensors file: one that <see cref="Save(string)"/> has written, or another's in which every parameter has
    /// its name and shape. Numbers of F64, F16 and BF16 are converted. The whole file is checked before the first weight changes.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, holds numbers that are not finite, or is of another model: the message says in what it differs. The weights are
    /// as they were.
    /// </exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read. The weights are as they were.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model.</exception>
    public void Load(string path)
    {
        using FileStream file = Open(path);
        WeightsReader.ReadAll(Store, ContentReader.OfFile(file));
    }

    /// <summary>Loads all weights from a stream, which afterwards stands behind them. See <see cref="Load(string)"/>.</summary>
    /// <param name="stream">What to read; it need not be able to seek and is not closed.</param>
    /// <exception cref="ArgumentException">The stream cannot be read. Pass one that can, such as that of File.OpenRead.</exception>
    /// <exception cref="InvalidDataException">The content is damaged or of another model. The weights are as they were.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model.</exception>
    public void Load(Stream stream) => WeightsReader.ReadAll(Store, Content(stream));

    /// <summary>
    /// Takes over from a safetensors file the weights that this model has under the same name in the same shape, and leaves all others as
    /// they are: how a model begins with layers that another has learned. The whole file is checked before the first weight changes.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <returns>What was taken over, and what was not for which reason.</returns>
    /// <exception cref="InvalidDataException">The file is damaged, or weights that fit are not finite or of a kind that cannot be converted. The weights are as they were.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read. The weights are as they were.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model.</exception>
    /// <example>
    /// <code>
    /// LoadReport report = model.LoadMatching("pretrained.safetensors");
    /// Console.WriteLine(report);
    /// </code>
    /// </example>
    public LoadReport LoadMatching(string path)
    {
        using FileStream file = Open(path);
        return WeightsReader.ReadMatching(Store, ContentReader.OfFile(file));
    }

    /// <summary>Takes over what fits from a stream, which afterwards stands behind it. See <see cref="LoadMatching(string)"/>.</summary>
    /// <param name="stream">What to read; it need not be able to seek and is not closed.</param>
    /// <returns>What was taken over, and what was not for which reason.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    /// <exception cref="InvalidDataException">The content is damaged. The weights are as they were.</exception>
    /// <exception cref="InvalidOperationException">Another thread trains the model.</exception>
    public LoadReport LoadMatching(Stream stream) => WeightsReader.ReadMatching(Store, Content(stream));

    private static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ContentReader.Open(path);
    }

    private static ContentReader Content(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.CanRead ? ContentReader.OfStream(stream) : throw new ArgumentException("The stream cannot be read.", nameof(stream));
    }
}

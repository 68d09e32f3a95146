using System.Numerics;
using System.Runtime.ExceptionServices;
using StaticNet.Datasets;
using static System.FormattableString;

namespace StaticNet.Images;

/// <summary>Images with a class each. <see cref="ImageFolder.Source"/> makes it.</summary>
/// <remarks>
/// What the targets are is up to the model: labels for <see cref="Loss.SparseCategoricalCrossentropy"/>, a row of zeros and a 1 for
/// <see cref="Loss.CategoricalCrossentropy"/>, and 0 or 1 for <see cref="Loss.BinaryCrossentropy"/> where there are two classes: Keras'
/// <c>label_mode</c> int, categorical and binary.
/// </remarks>
public sealed class ImageFolderSource : IDataSource<float, int>, IDataSource<float, float>
{
    private readonly ClassFolders _files;
    private readonly ImageOptions _options;

    internal ImageFolderSource(ClassFolders files, ImageOptions options)
    {
        _files = files;
        _options = options;
        InputSize = SizeOf(options);
        Paths = Array.AsReadOnly(files.Paths);
    }

    /// <summary>The number of images.</summary>
    public int Count => Paths.Count;

    /// <summary>How many numbers an image has.</summary>
    public int InputSize { get; }

    /// <summary>What each label means: the folders' names.</summary>
    public IReadOnlyList<string> ClassNames => _files.ClassNames;

    /// <summary>The files.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The label of each file.</summary>
    public ReadOnlyMemory<int> Labels => _files.Labels;

    long? IDataSource<float, int>.Count => Count;

    long? IDataSource<float, float>.Count => Count;

    /// <summary>Parts the images in two, in random order, as Keras' <c>validation_split</c> with a seed does.</summary>
    /// <param name="fraction">The part that goes to the second, rounded down; at least 0 and less than 1.</param>
    /// <param name="seed">The same seed gives the same parts, on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction lies outside [0, 1).</exception>
    public (ImageFolderSource Head, ImageFolderSource Tail) Split(double fraction, int seed)
    {
        var (head, tail) = _files.Split(fraction, seed);
        return (new(head, _options), new(tail, _options));
    }

    /// <summary>The images in random order. They lie class by class otherwise, where a small buffer of a training does not mix them.</summary>
    /// <param name="seed">The same seed gives the same order, on every machine.</param>
    public ImageFolderSource Shuffle(int seed) => Split(0, seed).Head;

    /// <summary>Decodes all images into memory, with their labels.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">A file is no image, is damaged or has too many pixels.</exception>
    /// <exception cref="InvalidOperationException">The images do not fit into an array.</exception>
    public Dataset<float, int> ToDataset(CancellationToken cancellationToken = default)
    {
        Dataset<float, int> data = ((IDataSource<float, int>)this).ToDataset(InputSize, 1, cancellationToken);
        return new Dataset<float, int>(data.Inputs, data.Targets, data.Count, ClassNames);
    }

    ISampleReader<float, int> IDataSource<float, int>.Open(int inputSize, int targetSize, CancellationToken cancellationToken)
        => Opened<int>(inputSize, targetSize, targetSize == 1, cancellationToken);

    ISampleReader<float, float> IDataSource<float, float>.Open(int inputSize, int targetSize, CancellationToken cancellationToken)
        => Opened<float>(inputSize, targetSize, targetSize == ClassNames.Count || (targetSize == 1 && ClassNames.Count == 2), cancellationToken);

    internal static int SizeOf(ImageOptions options)
    {
        long size = (long)options.Height * options.Width;
        return size <= Array.MaxLength / (int)options.ColorMode ? (int)size * (int)options.ColorMode
            : throw new ArgumentException(Invariant($"Images of {options.Height} x {options.Width} pixels were asked for, which do not fit into an array of at most {Array.MaxLength} numbers."), nameof(options));
    }

    private Reader<TTarget> Opened<TTarget>(int inputSize, int targetSize, bool fits, CancellationToken cancellationToken)
        where TTarget : unmanaged, INumberBase<TTarget>
    {
        if (inputSize != InputSize)
        {
            throw new ArgumentException(
                Invariant($"An image has {InputSize} numbers: {_options.Height} x {_options.Width} x {(int)_options.ColorMode}. Expected {inputSize}; say the model's shape by Height, Width and ColorMode."), nameof(inputSize));
        }

        return fits ? new Reader<TTarget>(this, targetSize, cancellationToken)
            : throw new ArgumentException(
                Invariant($"Targets of {targetSize} numbers were asked of {ClassNames.Count} classes. Expected a label, {ClassNames.Count} numbers, or one number for two classes."), nameof(targetSize));
    }

    private sealed class Reader<TTarget>(ImageFolderSource source, int targetSize, CancellationToken cancellation) : ISampleReader<float, TTarget>
        where TTarget : unmanaged, INumberBase<TTarget>
    {
        // Images of this many numbers together are decoded at once.
        private const int MostNumbers = 1 << 24;

        private readonly float[][] _images = new float[Math.Clamp(MostNumbers / source.InputSize, 1, source._options.Threads)][];
        private int _next;

        public int Read(Span<float> inputs, Span<TTarget> targets)
        {
            int size = source.InputSize, count = Math.Min(source.Count - _next, Math.Min(inputs.Length / size, targets.Length / targetSize));
            for (int done = 0; done < count;)
            {
                cancellation.ThrowIfCancellationRequested();
                int some = Math.Min(_images.Length, count - done);
                Decode(some);
                for (int i = 0; i < some; i++, done++, _next++)
                {
                    _images[i].CopyTo(inputs[(done * size)..]);
                    Write(source._files.Labels[_next], targets.Slice(done * targetSize, targetSize));
                }
            }

            return count;
        }

        public void Dispose()
        {
        }

        private static void Write(int label, Span<TTarget> target)
        {
            target.Clear();
            if (target.Length == 1)
                target[0] = TTarget.CreateTruncating(label);
            else
                target[label] = TTarget.One;
        }

        // Of several errors the first file's is said, whichever thread was faster.
        private void Decode(int count)
        {
            var errors = new ExceptionDispatchInfo?[count];
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = count }, i =>
            {
                try
                {
                    _images[i] ??= new float[source.InputSize];
                    ImageFile.Read(source.Paths[_next + i], source._options, _images[i]);
                }
                catch (Exception error)
                {
                    errors[i] = ExceptionDispatchInfo.Capture(error);
                }
            });
            Array.Find(errors, error => error is not null)?.Throw();
        }
    }
}

using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using static System.FormattableString;

namespace StaticNet;

/// <summary>The batches of a source. Another thread reads ahead while steps are taken.</summary>
internal sealed class SourceBatches<TInput, TTarget> : Batches<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    // Handing over few samples would take longer than a small step on them; many large ones would take memory and win nothing.
    private const int SamplesOfBlock = 256;
    private const int BytesOfBlock = 1 << 20;
    private const int Blocks = 3;

    // How long to wait for a reader of the user's that does not heed its cancellation.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private readonly TrainableModel<TInput, TTarget> _model;
    private readonly IDataSource<TInput, TTarget> _source;
    private readonly SampleBuffer<TInput, TTarget> _shuffled;
    private readonly Block[] _blocks = new Block[Blocks];
    private readonly CancellationToken _cancellationToken;
    private readonly int _samplesOfBlock;
    private readonly FirstSamples<TInput, TTarget> _first;
    private int[]? _inOrder;
    private Pass? _pass;
    private Block? _block;
    private int _next;
    private int _batches;
    private int? _count;
    private long _samples;
    private long? _samplesOfFirstPass;

    public SourceBatches(
        TrainableModel<TInput, TTarget> model, IDataSource<TInput, TTarget> source, int batchSize, int shuffleBuffer, CancellationToken cancellationToken)
    {
        // A source may be wrong about its count: then batches are smaller than they might be, or there are more of them.
        long? count = source.Count is { } samples ? Math.Max(1, samples) : null;
        (_model, _source, _cancellationToken) = (model, source, cancellationToken);
        Largest = (int)Math.Min(batchSize, count ?? batchSize);
        _first = new FirstSamples<TInput, TTarget>(Largest, model.Info.InputSize, model.TargetSize);
        _count = count is { } known ? (int)Math.Min(((known - 1) / Largest) + 1, int.MaxValue) : null;

        // One more than is drawn from, as the reader wants, and no more than an array can hold.
        int max = (Array.MaxLength / Math.Max(model.Info.InputSize, model.TargetSize)) - 1;
        _shuffled = new SampleBuffer<TInput, TTarget>(
            model.Info.InputSize, model.TargetSize, 1 + (int)Math.Max(1, Math.Min(Math.Min(shuffleBuffer, count ?? shuffleBuffer), max)));
        _samplesOfBlock = Largest * (int)Math.Max(1, Math.Min(SamplesOfBlock, BytesOfBlock / model.BytesOfSample) / Largest);
        for (int i = 0; i < Blocks; i++)
            _blocks[i] = new Block(model, _samplesOfBlock);
    }

    /// <inheritdoc/>
    public override int Largest { get; }

    /// <inheritdoc/>
    public override int? Count => _count;

    /// <inheritdoc/>
    public override string Fingerprint()
    {
        // A block has a batch at least, or all that there is.
        if (_block is null)
            TakeBlock();
        return _block is null ? throw TrainableModel<TInput, TTarget>.NoSamples("data") : _first.ToString();
    }

    /// <inheritdoc/>
    public override void BeginPass(ulong? seed)
    {
        Dispose();

        // Not before it is known that there is memory for steps on so many samples.
        _inOrder ??= [.. Enumerable.Range(0, _samplesOfBlock)];
        ISampleReader<TInput, TTarget> reader;
        var stop = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken);
        try
        {
            reader = _first.Watch(new CheckedReader<TInput, TTarget>(_model, _source, "data", stop.Token));
        }
        catch
        {
            stop.Dispose();
            throw;
        }

        if (seed is { } value)
            reader = new ShufflingReader<TInput, TTarget>(reader, value, _shuffled);
        _pass = new Pass(reader, _blocks, stop);
        (_block, _next, _batches, _samples) = (null, 0, 0, 0);
    }

    /// <inheritdoc/>
    public override bool Next(out Batch<TInput, TTarget> batch)
    {
        if (_block is null || _next == _block.Data.Count)
            TakeBlock();
        batch = default;
        if (_block is null)
        {
            RequireSameLength();
            _count = _batches;
            return false;
        }

        int rows = Math.Min(Largest, _block.Data.Count - _next);
        batch = new Batch<TInput, TTarget>(_block.Data, _inOrder.AsMemory(_next, rows));
        _next += rows;
        _batches++;
        _samples += rows;
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _pass?.Dispose();
        _pass = null;
        _block = null;
    }

    private void TakeBlock()
    {
        try
        {
            _block = _pass!.Next(_block);
        }
        catch (OperationCanceledException) when (_cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(_cancellationToken);
        }

        _next = 0;
    }

    // A connection that broke looks like the end of the data. Only a source that does not count its samples may give others each time.
    private void RequireSameLength()
    {
        _samplesOfFirstPass ??= _samples;
        if (_source.Count is null || _samples == _samplesOfFirstPass)
            return;
        throw new InvalidDataException(
            Invariant($"{_source.GetType()} gave {_samples} samples in this pass and {_samplesOfFirstPass} in the first. Expected the same samples in every pass; a source whose number of samples changes says so by a Count of null."));
    }

    /// <summary>Samples that one thread has read and another trains on.</summary>
    private sealed class Block(TrainableModel<TInput, TTarget> model, int size)
    {
        private readonly SampleBuffer<TInput, TTarget> _buffer = new(model.Info.InputSize, model.TargetSize, size);

        /// <summary>The samples.</summary>
        public Dataset<TInput, TTarget> Data { get; private set; } = new(default, default, 0);

        /// <summary>Reads as many samples as there are, or as there is room for; whether there is one.</summary>
        public bool Read(ISampleReader<TInput, TTarget> reader)
        {
            int count = _buffer.Fill(reader);
            if (Data.Count != count)
                Data = _buffer.AsDataset(count);
            return count > 0;
        }
    }

    /// <summary>One reading of the source, by a thread of its own.</summary>
    private sealed class Pass : IDisposable
    {
        private readonly ISampleReader<TInput, TTarget> _reader;
        private readonly CancellationTokenSource _stop;
        private readonly BlockingCollection<Block> _free;
        private readonly BlockingCollection<Block> _read = [];
        private readonly Thread _thread;
        private ExceptionDispatchInfo? _error;

        public Pass(ISampleReader<TInput, TTarget> reader, Block[] blocks, CancellationTokenSource stop)
        {
            (_reader, _stop) = (reader, stop);
            _free = new BlockingCollection<Block>(new ConcurrentQueue<Block>(blocks));
            _thread = new Thread(ReadAll) { IsBackground = true, Name = "StaticNet reads ahead" };
            _thread.Start();
        }

        /// <summary>Gives a block back and takes the next; null behind the last.</summary>
        public Block? Next(Block? used)
        {
            if (used is not null)
                _free.Add(used);
            if (_read.TryTake(out Block? block, Timeout.Infinite, _stop.Token))
                return block;
            _error?.Throw();
            return null;
        }

        /// <summary>Ends the reading, and waits for that.</summary>
        public void Dispose()
        {
            _stop.Cancel();
            if (!_thread.Join(_patience))
                return;
            _stop.Dispose();
            _free.Dispose();
            _read.Dispose();
        }

        private void ReadAll()
        {
            try
            {
                using (_reader)
                {
                    while (_free.Take(_stop.Token) is { } block && block.Read(_reader))
                        _read.Add(block);
                }
            }
            catch (Exception error)
            {
                // Whoever takes the next block is told.
                _error = ExceptionDispatchInfo.Capture(error);
            }

            _read.CompleteAdding();
        }
    }
}

using static System.FormattableString;

namespace StaticNet.Files;

/// <summary>
/// A file that a training goes on from: the weights, as <see cref="Model.Load(string)"/> reads them, for each parameter what the optimizer keeps
/// of it (<c>dense_1/kernel/m</c>), and in the metadata what else there is to know.
/// </summary>
internal static class CheckpointFile
{
    /// <summary>What the metadata names the <see cref="CheckpointRecord"/>.</summary>
    public const string TrainingKey = "training";

    /// <summary>
    /// Refuses a path that no checkpoint can be written to or that holds what is none: a checkpoint takes the place of the file of its name.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="isRead">Whether the file is read first, which tells what it is.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="ArgumentException">There is a folder of that name, or a file that is no checkpoint.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is read-only, or the folder may not be written to.</exception>
    /// <exception cref="IOException">There cannot be such a file.</exception>
    public static void RequireWritable(string path, bool isRead)
    {
        const string Named = nameof(FitOptions.Checkpoint);
        string full = Path.GetFullPath(path), folder = Path.GetDirectoryName(full) ?? full;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{Named} is {path}, and there is no folder {folder}. Make it, or name a file in another.");
        if (Directory.Exists(full))
            throw new ArgumentException($"{Named} is {path}, and that is a folder. Name a file.");
        bool isLost;
        try
        {
            string target = AtomicFile.RequireWritable(full);
            isLost = !isRead && File.Exists(target) && !IsCheckpoint(target);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new UnauthorizedAccessException(Refused(error), error);
        }
        catch (IOException error)
        {
            throw new IOException(Refused(error), error);
        }

        if (isLost)
            throw new ArgumentException($"{Named} is {path}, and there is a file of that name which is no checkpoint and would be lost. Name another, or delete it.");

        string Refused(Exception error) => $"{Named} is {path}, which cannot be written: {error.Message} Allow it, or name another file.";
    }

    /// <summary>Writes weights, optimizer and record; no change of weights may be pending.</summary>
    public static void Write(string path, Model model, Optimizer optimizer, CheckpointRecord record)
        => AtomicFile.Write(path, stream => WeightsWriter.Write(model.Store, stream, isDiscarded: true, optimizer, (TrainingKey, record.Write())));

    /// <summary>Reads a checkpoint and checks that it is of this training.</summary>
    /// <param name="path">The file.</param>
    /// <param name="model">The model.</param>
    /// <param name="optimizer">Its optimizer.</param>
    /// <param name="settings">What must be the same.</param>
    /// <exception cref="InvalidDataException">It is damaged, is no checkpoint, or of another model.</exception>
    /// <exception cref="ArgumentException">It is of another training of the model.</exception>
    public static Checkpoint Read(string path, Model model, Optimizer optimizer, IReadOnlyDictionary<string, string> settings)
    {
        using FileStream file = ContentReader.Open(path);
        ContentReader content = ContentReader.OfFile(file);
        SafetensorsHeader header = SafetensorsHeader.Read(content);
        WeightsReader.RequireSame(model.Info, header.WithoutSlots(), content);
        if (!header.Metadata.TryGetValue(TrainingKey, out string? training))
            throw content.Refused("it holds weights alone and no checkpoint of a training: read it with Load, or begin a training without Resume");
        CheckpointRecord record = CheckpointRecord.Read(training, model.Info.Outputs.Count, content);
        RequireSame(path, record.Settings, settings);
        return new Checkpoint(record, WeightsReader.ReadTensors(model.Store, header, optimizer.Slots, content));
    }

    /// <summary>Refuses to go on with other data than a checkpoint was written with.</summary>
    /// <param name="path">The file.</param>
    /// <param name="then">What it says of the data.</param>
    /// <param name="now">What there is to say of the data now.</param>
    /// <exception cref="ArgumentException">They differ.</exception>
    public static void RequireSameData(string path, string then, string now)
    {
        const string Data = "the training data";
        RequireSame(path, new Dictionary<string, string> { [Data] = then }, new Dictionary<string, string> { [Data] = now });
    }

    private static bool IsCheckpoint(string path)
    {
        try
        {
            using FileStream file = ContentReader.Open(path);
            return SafetensorsHeader.Read(ContentReader.OfFile(file)).Metadata.ContainsKey(TrainingKey);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static void RequireSame(string path, IReadOnlyDictionary<string, string> then, IReadOnlyDictionary<string, string> now)
    {
        const string None = "none";
        string[] differences =
        [
            .. then.Keys.Union(now.Keys)
                .Select(name => (Name: name, Then: then.GetValueOrDefault(name, None), Now: now.GetValueOrDefault(name, None)))
                .Where(setting => setting.Then != setting.Now)
                .Select(setting => $"{Quoted.Show(setting.Name)} was {Quoted.Show(setting.Then)} and is {Quoted.Show(setting.Now)} now"),
        ];
        if (differences.Length > 0)
        {
            throw new ArgumentException(
                $"{path} is a checkpoint of another training: {string.Join("; ", differences)}. "
                + Invariant($"To go on from it, train as then; to begin anew, leave out {nameof(FitOptions.Resume)} or name another {nameof(FitOptions.Checkpoint)}."));
        }
    }
}

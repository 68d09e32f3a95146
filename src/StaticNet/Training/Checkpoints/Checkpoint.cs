namespace StaticNet.Files;

/// <summary>A checkpoint that was read whole.</summary>
/// <param name="Record">What it says of the training.</param>
/// <param name="Tensors">All of its numbers.</param>
internal sealed record Checkpoint(CheckpointRecord Record, IReadOnlyList<ReadTensor> Tensors)
{
    /// <summary>Makes weights and optimizer what they were.</summary>
    public void Restore(Model model, Optimizer optimizer)
    {
        WeightsReader.Copy(model.Store, Tensors, optimizer);
        optimizer.Restore(Record.OptimizerSteps, Record.LearningRate);
    }
}

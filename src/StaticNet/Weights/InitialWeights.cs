namespace StaticNet;

/// <summary>
/// Weights that are still to be drawn: a model whose weights are loaded draws none, which for a large one takes longer than to read them.
/// </summary>
internal sealed class InitialWeights(Model model) : IPendingWeights
{
    public void Settle()
    {
        for (int i = 0; i < model.Parameters.Count; i++)
            model.Parameters[i].Initialize(RandomSource.Combine((ulong)model.Seed, (ulong)i));
        model.Guards?.Check();
    }
}

namespace StaticNet;

/// <summary>
/// Weights that are still to be drawn: a model whose weights are loaded draws none, since for a large one that takes longer than to read them.
/// </summary>
internal sealed class InitialWeights(WeightStore store) : IPendingWeights
{
    public void Apply()
    {
        for (int i = 0; i < store.Parameters.Count; i++)
            store.Parameters[i].Initialize(RandomSource.Combine((ulong)store.Seed, (ulong)i));
        store.Guards?.Check();
    }
}

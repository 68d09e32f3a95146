namespace StaticNet.Samples.TinyGpt;

/// <summary>Continues a text, a character at a time.</summary>
/// <param name="model">What tells the next character.</param>
/// <param name="temperature">Below 1 likely characters become likelier still; 0 always takes the likeliest.</param>
/// <param name="seed">What characters are drawn from.</param>
/// <remarks>
/// Each character is a prediction of the whole window: the model predicts what follows each of its 64 characters, of which one is new.
/// </remarks>
internal sealed class Writer(Gpt model, double temperature, int seed)
{
    private readonly Random _random = new(seed);
    private readonly float[] _probabilities = new float[Gpt.OutputSize];
    private readonly double[] _weights = new double[Alphabet.Size];

    /// <summary>What follows a prompt, which has at least one character, without end.</summary>
    public IEnumerable<char> Continue(IEnumerable<int> prompt)
    {
        List<int> text = [.. prompt.TakeLast(Gpt.Length)];
        int[] window = new int[Gpt.Length];
        while (true)
        {
            // Attention looks back only, so that what stands behind the text does not matter.
            text.CopyTo(window);
            model.Predict(window, _probabilities);
            int next = Draw(_probabilities.AsSpan((text.Count - 1) * Alphabet.Size, Alphabet.Size));
            yield return Alphabet.Decode(next);
            if (text.Count == Gpt.Length)
                text.RemoveAt(0);
            text.Add(next);
        }
    }

    private int Draw(ReadOnlySpan<float> probabilities)
    {
        int likeliest = ArgMax.Of(probabilities);
        if (temperature == 0)
            return likeliest;

        // Of logarithms, and beside the largest, so that no temperature makes all of them 0.
        double sum = 0;
        for (int i = 0; i < _weights.Length; i++)
            sum += _weights[i] = Math.Exp((Math.Log(probabilities[i]) - Math.Log(probabilities[likeliest])) / temperature);
        double drawn = _random.NextDouble() * sum;
        for (int i = 0; i < _weights.Length; i++)
        {
            drawn -= _weights[i];
            if (drawn < 0)
                return i;
        }

        return likeliest;
    }
}

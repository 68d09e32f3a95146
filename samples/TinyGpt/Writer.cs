namespace StaticNet.Samples.TinyGpt;

/// <summary>Continues a text, a character at a time.</summary>
/// <param name="model">What tells the next character.</param>
/// <param name="temperature">Below 1 likely characters become likelier still; 0 always takes the likeliest.</param>
/// <param name="seed">What characters are drawn from.</param>
/// <remarks>
/// Each character goes through the model once: a decoder keeps what later ones ask of it. When the window is full, the last half of it is read anew.
/// </remarks>
internal sealed class Writer(Gpt model, double temperature, int seed)
{
    private readonly Decoder<int> _decoder = model.StartDecoding();
    private readonly Random _random = new(seed);
    private readonly float[] _probabilities = new float[Alphabet.Size];
    private readonly double[] _weights = new double[Alphabet.Size];

    /// <summary>What follows a prompt, which has at least one character, without end.</summary>
    public IEnumerable<char> Continue(IEnumerable<int> prompt)
    {
        List<int> text = [.. prompt.TakeLast(Gpt.Length)];
        _decoder.Reset();
        _decoder.Read([.. text], _probabilities);
        while (true)
        {
            int next = Draw();
            yield return Alphabet.Decode(next);
            text.Add(next);
            if (_decoder.Position < _decoder.Length)
            {
                _decoder.Next(next, _probabilities);
                continue;
            }

            text.RemoveRange(0, text.Count - (Gpt.Length / 2));
            _decoder.Reset();
            _decoder.Read([.. text], _probabilities);
        }
    }

    private int Draw()
    {
        int likeliest = ArgMax.Of(_probabilities);
        if (temperature == 0)
            return likeliest;

        // Of logarithms, and beside the largest, so that no temperature makes all of them 0.
        double sum = 0;
        for (int i = 0; i < _weights.Length; i++)
            sum += _weights[i] = Math.Exp((Math.Log(_probabilities[i]) - Math.Log(_probabilities[likeliest])) / temperature);
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

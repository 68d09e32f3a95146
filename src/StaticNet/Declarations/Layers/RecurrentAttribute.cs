namespace StaticNet;

/// <summary>What the recurrent layers <c>SimpleRNN</c>, <c>LSTM</c> and <c>GRU</c> have in common.</summary>
public abstract class RecurrentAttribute : LayerAttribute
{
    private protected RecurrentAttribute(int units, Activation activation) => (Units, Activation) = (units, activation);

    /// <summary>The size of the state.</summary>
    public int Units { get; }

    /// <summary>What is applied to what becomes the state.</summary>
    public Activation Activation { get; }

    /// <summary>Whether a bias is added to the sums.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>What the kernel starts from.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;

    /// <summary>What the recurrent kernel starts from.</summary>
    public Initializer RecurrentInitializer { get; set; } = Initializer.Orthogonal;

    /// <summary>
    /// While training, the part of the inputs that is set to 0, the others being divided by 1 - rate; the same at all steps of a
    /// sequence (Gal and Ghahramani 2016) and for all gates, where Keras draws anew for each gate. From 0 up to, not including, 1.
    /// </summary>
    public double Dropout { get; set; }

    /// <summary>The same for the state where it meets the recurrent kernel.</summary>
    public double RecurrentDropout { get; set; }

    /// <summary>Whether the output is h after each step, and not after the last one alone.</summary>
    public bool ReturnSequences { get; set; }

    /// <summary>Whether it walks from the last step to the first; outputs of all steps are then in that order too.</summary>
    public bool GoBackwards { get; set; }
}

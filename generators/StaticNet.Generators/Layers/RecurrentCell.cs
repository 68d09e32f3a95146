namespace StaticNet.Generators;

/// <summary>What a recurrence computes at a step.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Gates">The gates of its kernels.</param>
/// <param name="SavedGates">How many rows of gate values a step saves for the backward pass.</param>
/// <param name="Carries">Whether there is a second state.</param>
/// <param name="Activation">The activation of what becomes the state.</param>
/// <param name="RecurrentActivation">That of the gates that let through.</param>
/// <param name="ResetAfter">Whether a GRU resets behind the product.</param>
internal sealed record RecurrentCell(
    RecurrentKind Kind, int Gates, int SavedGates, bool Carries, Activation Activation, Activation RecurrentActivation, bool ResetAfter)
{
    public static RecurrentCell Of(RecurrentKind kind, Activation activation, Activation recurrentActivation, bool resetAfter)
        => kind switch
        {
            RecurrentKind.LSTM => new(kind, RecurrentSizes.LSTMGates, RecurrentSizes.LSTMSavedRows, true, activation, recurrentActivation, false),
            RecurrentKind.GRU => new(kind, RecurrentSizes.GRUGates, RecurrentSizes.GRUSavedRows, false, activation, recurrentActivation, resetAfter),
            _ => new(kind, RecurrentSizes.SimpleGates, RecurrentSizes.SimpleSavedRows, false, activation, Activation.Linear, false),
        };

    /// <summary>The type of the run time.</summary>
    public string Type
        => Kind == RecurrentKind.SimpleRNN ? $"SimpleRNNCell<{Activation.Name}>"
            : $"{(Kind == RecurrentKind.LSTM ? "LSTMCell" : ResetsFirst ? "GRUResetFirstCell" : "GRUCell")}<{Activation.Name}, {RecurrentActivation.Name}>";

    /// <summary>Whether the state is reset before the product with the last gate of the recurrent kernel.</summary>
    public bool ResetsFirst => Kind == RecurrentKind.GRU && !ResetAfter;

    /// <summary>The rows of the bias.</summary>
    public int BiasRows => Kind == RecurrentKind.GRU && !ResetsFirst ? 2 : 1;

    /// <summary>What becomes of the sums z, for comments.</summary>
    public string Formula => Kind switch
    {
        RecurrentKind.LSTM => $"i, f, o = {Of(RecurrentActivation)}, g = {Of(Activation)}, c = f c + i g, h = o {(Activation == Activation.Linear ? "c" : $"{Activation.Name}(c)")}",
        RecurrentKind.GRU => $"u, q = {Of(RecurrentActivation)}, g = {Of(Activation)} with {(ResetsFirst ? "q h in place of h" : "h · its recurrent kernel multiplied by q")}, h = u h + (1 - u) g",
        _ => $"h = {Of(Activation)}",
    };

    private static string Of(Activation activation) => activation == Activation.Linear ? "z" : $"{activation.Name}(z)";
}

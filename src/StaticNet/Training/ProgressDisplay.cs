namespace StaticNet;

/// <summary>
/// What is shown while a model trains. A person at a terminal sees what Keras shows; a program whose output goes elsewhere, such as a service or
/// one in a pipe, writes nothing unless asked: by <see cref="FitOptions.Output"/>, or by another value than <see cref="Auto"/>.
/// </summary>
public enum ProgressDisplay
{
    /// <summary>
    /// On a terminal the bar. Into <see cref="FitOptions.Output"/>, where that is set, a line an epoch. Nothing where the output of the process
    /// goes to a file or a pipe (<see cref="Console.IsOutputRedirected"/>).
    /// </summary>
    Auto,

    /// <summary>Nothing anywhere.</summary>
    Silent,

    /// <summary>A bar that moves, with the time left and the metrics so far, wherever it goes.</summary>
    Bar,

    /// <summary>A line an epoch, wherever it goes.</summary>
    Lines,
}

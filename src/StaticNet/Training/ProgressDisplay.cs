namespace StaticNet;

/// <summary>What is shown while a model trains.</summary>
public enum ProgressDisplay
{
    /// <summary>The bar where output goes to a console, a line an epoch where it is redirected.</summary>
    Auto,

    /// <summary>Nothing.</summary>
    Silent,

    /// <summary>A bar that moves, with the time left and the metrics so far.</summary>
    Bar,

    /// <summary>A line an epoch.</summary>
    Lines,
}

namespace StaticNet;

/// <summary>Makes a sample or target of another.</summary>
/// <typeparam name="TFrom">What the given one is made of.</typeparam>
/// <typeparam name="TTo">What the other one is made of.</typeparam>
/// <param name="given">The sample or target as it was read.</param>
/// <param name="made">Where the other one goes; zeros at first.</param>
public delegate void SampleMap<TFrom, TTo>(ReadOnlySpan<TFrom> given, Span<TTo> made);

namespace StaticNet;

/// <summary>Makes the numbers of one sample, or of one target, of those of another.</summary>
/// <typeparam name="TFrom">What was given.</typeparam>
/// <typeparam name="TTo">What is made.</typeparam>
/// <param name="given">The numbers of the one.</param>
/// <param name="made">Room for the numbers of the other, at 0.</param>
public delegate void SampleMap<TFrom, TTo>(ReadOnlySpan<TFrom> given, Span<TTo> made)
    where TFrom : unmanaged
    where TTo : unmanaged;

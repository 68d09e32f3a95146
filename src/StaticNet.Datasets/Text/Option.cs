namespace StaticNet.Datasets;

/// <summary>Checks of options.</summary>
internal static class Option
{
    /// <summary>A value that its enum has, and not a number cast to it.</summary>
    public static TEnum Defined<TEnum>(TEnum value, string argument)
        where TEnum : struct, Enum
        => Enum.IsDefined(value) ? value
            : throw new ArgumentOutOfRangeException(
                argument, value, $"{argument} is {value:D}, which is no {typeof(TEnum).Name}. Expected one of {string.Join(", ", Enum.GetNames<TEnum>())}.");
}

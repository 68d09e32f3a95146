namespace StaticNet.Generators;

/// <summary>A constant of a type of sizes and options; numbers and switches are written as pairs of name and value.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Code">Its value, as code writes it.</param>
internal readonly record struct ShapeMember(string Type, string Name, string Code)
{
    public static implicit operator ShapeMember((string Name, int Number) size) => new("int", size.Name, Text.Literal(size.Number));

    public static implicit operator ShapeMember((string Name, float Number) number) => new("float", number.Name, Text.Literal(number.Number));

    public static implicit operator ShapeMember((string Name, bool IsOn) option) => new("bool", option.Name, option.IsOn ? "true" : "false");

    /// <summary>An option, under the name of its enum.</summary>
    public static ShapeMember Of<TOption>(TOption option)
        where TOption : struct, Enum => new(typeof(TOption).Name, typeof(TOption).Name, $"{typeof(TOption).Name}.{option}");
}

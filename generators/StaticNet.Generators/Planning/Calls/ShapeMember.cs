namespace StaticNet.Generators;

/// <summary>A constant of a type of sizes and options; numbers and switches are written as pairs of name and value.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, as code writes it.</param>
internal readonly record struct ShapeMember(string Type, string Name, string Value)
{
    public static implicit operator ShapeMember((string Name, int Value) size) => new("int", size.Name, Text.Literal(size.Value));

    public static implicit operator ShapeMember((string Name, float Value) number) => new("float", number.Name, Text.Literal(number.Value));

    public static implicit operator ShapeMember((string Name, bool Value) option) => new("bool", option.Name, option.Value ? "true" : "false");

    /// <summary>A value of an enum, under the enum's name.</summary>
    public static ShapeMember Of(string @enum, string member) => new(@enum, @enum, $"{@enum}.{member}");
}

using System.Globalization;

namespace StaticNet.Generators;

/// <summary>
/// A block, and those that it uses, as text that an assembly carries: a line for each block, constant and layer. A value is <c>16</c>,
/// <c>0.5d</c>, <c>0.5f</c>, <c>true</c>, <c>null</c>, <c>'text'</c> or <c>Activation.ReLU</c>; one that depends on constants is
/// <c>(= int (* (get Filters) 4))</c>.
/// </summary>
internal static class BlockText
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    /// <summary>The lines of a block and of those that it uses.</summary>
    public static IEnumerable<string> Write(BlockDeclaration block, IReadOnlyList<BlockDeclaration> used)
    {
        string[] keys = [block.Key, .. used.Select(other => other.Key)];
        foreach (BlockDeclaration written in used.Prepend(block))
        {
            yield return $"block {TextNode.Quote(written.Name)}";
            foreach (BlockConstant constant in written.Constants.Where(constant => IsSupported(constant.Default)))
                yield return $"const {constant.Name} {constant.Type} {Of(constant.Default)}";
            foreach (AttributeDeclaration layer in written.Attributes)
            {
                string head = layer.Block is null ? $"layer {layer.Kind}" : $"use {Array.IndexOf(keys, layer.Block).ToString(CultureInfo.InvariantCulture)}";
                yield return string.Concat(layer.Arguments.Select(argument => $" ({argument.Name}{string.Concat(argument.Values.Select(value => " " + Of(value)))})").Prepend(head));
            }
        }
    }

    private static bool IsSupported(Expression expression) => expression switch
    {
        KnownValue known => known.Constant is not OtherValue,
        Computation operation => operation.Operands.All(IsSupported),
        Conversion conversion => IsSupported(conversion.Inner),
        _ => expression is ConstantReference,
    };

    private static string Of(Expression expression) => expression switch
    {
        KnownValue known => Of(known.Constant),
        ConstantReference reference => $"(get {reference.Name})",
        Conversion conversion => $"(cast {conversion.Type} {Of(conversion.Inner)})",
        Computation operation => $"({operation.Sign}{string.Concat(operation.Operands.Select(operand => " " + Of(operand)))})",
        _ => throw new InvalidOperationException(expression.ToString()),
    };

    private static string Of(object? value) => value switch
    {
        null => "null",
        int number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
        bool truth => truth ? "true" : "false",
        string text => TextNode.Quote(text),
        EnumValue other => $"{other.Type}.{other.Member}",
        Dependent dependent => $"(= {dependent.Type} {Of(dependent.Expression)})",
        _ => throw new InvalidOperationException(value.ToString()),
    };
}

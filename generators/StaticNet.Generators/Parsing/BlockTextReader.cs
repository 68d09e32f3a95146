using System.Globalization;
using Microsoft.CodeAnalysis;

namespace StaticNet.Generators;

/// <summary>
/// Reads what <see cref="BlockText"/> has written. Anybody may have written an assembly: nothing is taken over but what could have been written
/// in attributes, arguments of the right names and types, which is then checked as any other declaration.
/// </summary>
internal sealed class BlockTextReader(AttributeReader reader, Compilation compilation, string key)
{
    private const int MaxLines = 10_000, MaxLength = 1_000_000;

    private readonly List<BlockDeclaration> _blocks = [];

    /// <summary>The block, then those that it uses; null where the lines are none of ours.</summary>
    public IReadOnlyList<BlockDeclaration>? Read(IEnumerable<string> lines)
    {
        try
        {
            string[] written = [.. lines];
            if (written.Length > MaxLines || written.Sum(line => (long)line.Length) > MaxLength)
                return null;
            foreach (string line in written)
                Read(TextNode.Parse(line));
            int count = _blocks.Count;
            return count == 0 || _blocks.Any(block => block.Attributes.Any(attribute => attribute.Block is { } used && _blocks.All(other => other.Key != used))) ? null : _blocks;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private void Read(IReadOnlyList<TextNode> line)
    {
        switch (line.Count > 1 ? line[0].Word : null)
        {
            case "block" when line.Count == 2 && line[1].IsQuoted:
                _blocks.Add(new BlockDeclaration(KeyOf(_blocks.Count), line[1].Word!, BlockOrigin.Compiled, default, default));
                break;
            case "const" when line.Count == 4:
                AddTo(block => block with { Constants = new(block.Constants.Append(new BlockConstant(WordOf(line[1]), WordOf(line[2]), ExpressionOf(line[3])))) });
                break;
            case "layer" when reader.IsLayer(WordOf(line[1])):
                AddTo(block => block with { Attributes = new(block.Attributes.Append(LayerOf(WordOf(line[1]), line.Skip(2)))) });
                break;
            case "use" when int.TryParse(line[1].Word, NumberStyles.None, CultureInfo.InvariantCulture, out int used):
                AddTo(block => block with { Attributes = new(block.Attributes.Append(LayerOf(AttributeNames.Use, line.Skip(2)) with { Block = KeyOf(used) })) });
                break;
            default:
                throw new FormatException();
        }
    }

    private string KeyOf(int block) => block == 0 ? key : $"{key}>{block.ToString(CultureInfo.InvariantCulture)}";

    private void AddTo(Func<BlockDeclaration, BlockDeclaration> added)
    {
        if (_blocks.Count == 0)
            throw new FormatException();
        _blocks[_blocks.Count - 1] = added(_blocks[_blocks.Count - 1]);
    }

    private AttributeDeclaration LayerOf(string kind, IEnumerable<TextNode> written)
    {
        INamedTypeSymbol type = AttributeReader.TypeOf(kind, compilation) ?? throw new FormatException();
        Argument[] arguments = [.. written.Select(argument => argument.Items.Count > 0 ? new Argument(WordOf(argument.Items[0]), new(argument.Items.Skip(1).Select(ValueOf))) : throw new FormatException())];
        string[] names = [.. arguments.Select(argument => argument.Name)];
        IMethodSymbol constructor = type.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public)
            .Where(constructor => constructor.Parameters.All(parameter => names.Contains(parameter.Name) || parameter.HasExplicitDefaultValue))
            .OrderByDescending(constructor => constructor.Parameters.Count(parameter => names.Contains(parameter.Name)))
            .FirstOrDefault() ?? throw new FormatException();
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length)
            throw new FormatException();
        foreach (Argument argument in arguments)
        {
            ITypeSymbol expected = constructor.Parameters.FirstOrDefault(parameter => parameter.Name == argument.Name)?.Type
                ?? PropertyOf(type, argument.Name) ?? throw new FormatException();
            string scalar = ExpressionReader.TypeName(expected is IArrayTypeSymbol array ? array.ElementType : expected);
            if ((expected is not IArrayTypeSymbol && argument.Values.Count != 1) || argument.Values.Any(value => !Fits(value, scalar)))
                throw new FormatException();
        }

        return new AttributeDeclaration(kind, new([
            .. arguments,
            .. constructor.Parameters.Where(parameter => !names.Contains(parameter.Name))
                .Select(parameter => new Argument(parameter.Name, new([AttributeReader.ValueOf(parameter.Type, parameter.ExplicitDefaultValue)]))),
        ]));
    }

    private static bool Fits(object? value, string type) => value switch
    {
        Dependent dependent => dependent.Type == type,
        null => type == "string",
        _ => type == "object" || Evaluation.TypeOf(value) == type,
    };

    private static ITypeSymbol? PropertyOf(INamedTypeSymbol? attribute, string name)
        => attribute is null ? null
            : attribute.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(property => property.SetMethod is { DeclaredAccessibility: Accessibility.Public })?.Type
                ?? PropertyOf(attribute.BaseType, name);

    private object? ValueOf(TextNode node)
    {
        if (node is { Word: null, Items.Count: 3 } && WordOf(node.Items[0]) == "=")
            return new Dependent(ExpressionOf(node.Items[2]), WordOf(node.Items[1]));
        if (node.Word is not { } word)
            throw new FormatException();
        if (node.IsQuoted)
            return word;
        if (word is "null" or "true" or "false")
            return word == "null" ? null : word == "true";
        if (int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole))
            return whole;
        string digits = word.Substring(0, word.Length - 1);
        if (word.EndsWith("d", StringComparison.Ordinal) && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return number;
        if (word.EndsWith("f", StringComparison.Ordinal) && float.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out float single))
            return single;
        return EnumOf(word);
    }

    // An enum of ours has to have the member; what others have, no layer takes.
    private EnumValue EnumOf(string word)
    {
        int dot = word.LastIndexOf('.');
        if (dot <= 0 || dot == word.Length - 1)
            throw new FormatException();
        string type = word.Substring(0, dot), member = word.Substring(dot + 1);
        if (type.Contains("::"))
            return new EnumValue(type, member, true);
        return compilation.GetTypeByMetadataName("StaticNet." + type) is { TypeKind: TypeKind.Enum } known
            ? new EnumValue(type, member, known.GetMembers(member).OfType<IFieldSymbol>().Any(field => field.HasConstantValue))
            : throw new FormatException();
    }

    private Expression ExpressionOf(TextNode node)
    {
        if (node.Word is not null)
            return new KnownValue(ValueOf(node));
        if (node.Items.Count is < 2 or > 4)
            throw new FormatException();
        string sign = WordOf(node.Items[0]);
        return sign == "get" && node.Items.Count == 2 ? new ConstantReference(WordOf(node.Items[1]))
            : sign == "cast" && node.Items.Count == 3 ? new Conversion(WordOf(node.Items[1]), ExpressionOf(node.Items[2]))
            : new Computation(sign, new(node.Items.Skip(1).Select(ExpressionOf)));
    }

    private static string WordOf(TextNode node) => node is { Word: { } word, IsQuoted: false } ? word : throw new FormatException();
}

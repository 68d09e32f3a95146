using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.Generators;

/// <summary>Reads the blocks that a declaration uses, and those that they use.</summary>
internal sealed class BlockReader(AttributeReader reader, Compilation compilation, CancellationToken cancellationToken)
{
    public const string BlockAttribute = "StaticNet.BlockAttribute";

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<BlockDeclaration> _blocks = [];
    private readonly List<BlockLocations> _locations = [];

    /// <summary>The blocks.</summary>
    public EquatableArray<BlockDeclaration> Blocks => new(_blocks);

    /// <summary>Where those stand whose source is at hand.</summary>
    public EquatableArray<BlockLocations> Locations => new(_locations);

    /// <summary>Reads the blocks that attributes put in place.</summary>
    public void ReadUsed(IEnumerable<AttributeData> attributes)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass is { Name: "UseAttribute", TypeArguments: { Length: 1 } arguments } && _seen.Add(AttributeReader.KeyOf(arguments[0])!))
                Add(arguments[0]);
        }
    }

    /// <summary>Reads a block of the project, and those that it uses.</summary>
    public (BlockDeclaration Block, DeclarationLocations Locations) Read(INamedTypeSymbol type)
    {
        string key = AttributeReader.KeyOf(type)!;
        _seen.Add(key);
        AttributeData[] attributes = reader.InOrder(type);
        AttributeData mark = attributes.First(IsBlockAttribute);
        TypeDeclarationSyntax declaration = mark.ApplicationSyntaxReference!.GetSyntax(cancellationToken).FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        bool severalParts = attributes.Any(attribute => !ModelParser.IsInside(attribute, declaration));
        attributes = [.. attributes.Where(attribute => attribute != mark && ModelParser.IsInside(attribute, declaration))];
        ReadUsed(attributes);

        var expressions = new ExpressionReader(type, compilation.GetSemanticModel(declaration.SyntaxTree), cancellationToken);
        var block = new BlockDeclaration(
            key, type.Name, BlockOrigin.Source, new(ConstantsOf(type)),
            new(attributes.Select(attribute => expressions.WithDependents(reader.Read(attribute, compilation, cancellationToken), attribute))))
        {
            Flaw = FlawOf(type, declaration, severalParts),
        };
        return (block, new DeclarationLocations(
            declaration.Identifier.GetLocation(), new(attributes.Select(attribute => AttributeReader.Locate(attribute, cancellationToken))), default));
    }

    /// <summary>Whether an attribute makes a class a block.</summary>
    public static bool IsBlockAttribute(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() == BlockAttribute;

    private void Add(ITypeSymbol block)
    {
        string key = AttributeReader.KeyOf(block)!;
        if (!block.GetAttributes().Any(IsBlockAttribute))
            _blocks.Add(Unknown("is no block: write [Block] above its layers", BlockOrigin.Source));
        else if (!SymbolEqualityComparer.Default.Equals(block.ContainingAssembly, compilation.Assembly))
            AddCompiled();
        else if (block.TypeKind != TypeKind.Class || block is not INamedTypeSymbol type)
            _blocks.Add(Unknown("is no class", BlockOrigin.Source));
        else
            AddFromSource(type);

        void AddFromSource(INamedTypeSymbol type)
        {
            (BlockDeclaration read, DeclarationLocations locations) = Read(type);
            _blocks.Add(read);
            _locations.Add(new BlockLocations(key, locations));
        }

        void AddCompiled()
        {
            AttributeData? data = block.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == "StaticNet.Kernels.BlockDeclarationAttribute");
            if (data is not { ConstructorArguments.Length: 2 } || data.ConstructorArguments[0].Value is not int version
                || data.ConstructorArguments[1] is not { Kind: TypedConstantKind.Array, IsNull: false, Values: var lines })
            {
                _blocks.Add(Unknown($"was compiled into {block.ContainingAssembly.Name} without its declaration: build that again with StaticNet's generator, which a project has that refers to its package", BlockOrigin.Compiled));
            }
            else if (version != BlockText.Version)
            {
                _blocks.Add(Unknown($"was compiled into {block.ContainingAssembly.Name} by another version of StaticNet, whose blocks this one cannot read: use the same version in both", BlockOrigin.Compiled));
            }
            else
            {
                _blocks.AddRange(new BlockTextReader(reader, compilation, key).Read(lines.Select(line => line.Value as string ?? "")) ?? [Unknown($"has a declaration in {block.ContainingAssembly.Name} that cannot be read: build that again with this version of StaticNet", BlockOrigin.Compiled)]);
            }
        }

        BlockDeclaration Unknown(string why, BlockOrigin origin) => new(key, block.Name, origin, default, default) { Unknown = why };
    }

    private IEnumerable<BlockConstant> ConstantsOf(INamedTypeSymbol type)
    {
        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst && !field.IsImplicitlyDeclared))
        {
            if (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: var written } declarator)
            {
                var reader = new ExpressionReader(type, compilation.GetSemanticModel(declarator.SyntaxTree), cancellationToken);
                yield return new BlockConstant(field.Name, ExpressionReader.TypeName(field.Type), reader.Read(written));
            }
        }
    }

    private ClassFlaw? FlawOf(INamedTypeSymbol type, TypeDeclarationSyntax declaration, bool severalParts)
    {
        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            return new ClassFlaw(Rules.NotPartial.Id, new([type.Name]));
        if (ModelParser.ContainingTypesOf(type).FirstOrDefault(outer => !ModelParser.IsPartial(outer, cancellationToken)) is { } notPartial)
            return new ClassFlaw(Rules.ContainerNotPartial.Id, new([type.Name, notPartial.Name]));
        string? kind = type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == ModelParser.ModelAttribute)
                ? "a model, and no class can be both: move the layers of the block to a class of their own"
            : type.IsRecord ? "a record, but a block must be a class: write 'class'"
            : type.IsStatic ? "static, which Use cannot name: remove 'static'"
            : type.IsGenericType ? "generic, but a block must not be: let its constants say what differs"
            : type.IsFileLocal || ModelParser.ContainingTypesOf(type).Any(outer => outer.IsFileLocal)
                ? "local to its file, but a generated file adds a part to it: remove 'file'"
            : null;
        return kind is not null ? new ClassFlaw(Rules.WrongBlock.Id, new([type.Name, kind]))
            : severalParts ? new ClassFlaw(Rules.SeveralParts.Id, new([type.Name, AttributeNames.Block]))
            : null;
    }
}

namespace StaticNet.Generators;

/// <summary>
/// A model as its author wrote it: what Parse gives. It holds no symbol, node or location, and two declarations are equal if the same
/// was written; both keep the pipeline's later stages asleep while other code is edited.
/// </summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="ContainingTypes">The types around the class, outermost first.</param>
/// <param name="Name">The class's name.</param>
/// <param name="MemberNames">What the class's author called its members, in ordinal order.</param>
/// <param name="HasSeedConstructor">Whether it has a constructor of its author's that takes a whole number, as the generated one does.</param>
/// <param name="Flaw">Why the class cannot be a model, if so.</param>
/// <param name="ProjectFlaws">Why its project cannot compile generated code, if so.</param>
/// <param name="Attributes">The model, layer and loss attributes in source order.</param>
internal sealed record ModelDeclaration(
    string Namespace,
    EquatableArray<ContainingType> ContainingTypes,
    string Name,
    EquatableArray<string> MemberNames,
    bool HasSeedConstructor,
    ClassFlaw? Flaw,
    EquatableArray<ClassFlaw> ProjectFlaws,
    EquatableArray<AttributeDeclaration> Attributes)
{
    /// <summary>Where the class lives.</summary>
    public ClassIdentity Identity => new(Namespace, ContainingTypes, Name, HasSeedConstructor);

    /// <summary>The blocks that it uses, and those that they use.</summary>
    public EquatableArray<BlockDeclaration> Blocks { get; init; }

    /// <summary>Whether the compiler itself has something to say of an attribute.</summary>
    public bool IsBroken => Attributes.Any(attribute => attribute.IsBroken) || Blocks.Any(block => block.IsBroken);
}

/// <summary>A type around a model class.</summary>
/// <param name="Keyword">How its parts begin: <c>class</c>, <c>record struct</c> …</param>
/// <param name="Name">Its name.</param>
internal sealed record ContainingType(string Keyword, string Name);

/// <summary>Why a class cannot be a model, or not in its project.</summary>
/// <param name="Rule">The diagnostic.</param>
/// <param name="Arguments">What its message tells.</param>
internal sealed record ClassFlaw(string Rule, EquatableArray<string> Arguments);

/// <summary>One attribute.</summary>
/// <param name="Kind">Its name without "Attribute": <c>Dense</c>.</param>
/// <param name="Arguments">Its arguments, those with defaults included.</param>
internal sealed record AttributeDeclaration(string Kind, EquatableArray<Argument> Arguments)
{
    private static readonly string[] _sources = ["with", "Value", "Key"];

    /// <summary>Whether it is half typed or otherwise in error, so that some of its arguments are not known.</summary>
    public bool IsBroken { get; init; }

    /// <summary>The key of the block that it puts in place; null in a layer.</summary>
    public string? Block { get; init; }

    /// <summary>Whether it is left out where it gives the shape that it takes.</summary>
    public bool SkipsIfSameShape => Find("SkipIfSameShape")?.Values[0] is true;

    /// <summary>The layer that it takes the output of, by its name; null for the one written above.</summary>
    public string? From => Find("From")?.Values[0] as string;

    /// <summary>Whether it merges several outputs.</summary>
    public bool IsMerge => Find("with") is not null;

    /// <summary>The other layers whose outputs it takes, and the argument that names each: those that it merges, or where an attention's values and keys come from.</summary>
    public IEnumerable<(string Argument, string Layer)> With
        => _sources.SelectMany(argument => (Find(argument)?.Values.OfType<string>() ?? []).Select(layer => (argument, layer)));

    /// <summary>An argument; null where it is not written and has no default in the attribute's constructor.</summary>
    public Argument? Find(string name) => Arguments.FirstOrDefault(argument => argument.Name == name);

    /// <summary>Whether an argument is written, or has a default in the attribute's constructor.</summary>
    public bool Has(string name) => Find(name) is not null;
}

/// <summary>One argument of an attribute.</summary>
/// <param name="Name">The parameter's or property's name.</param>
/// <param name="Values">
/// Its value, or values of an array: <see cref="int"/>, <see cref="double"/>, <see cref="float"/>, <see cref="bool"/>, <see cref="string"/>,
/// null, <see cref="EnumValue"/> or, where no layer takes such a value, <see cref="OtherValue"/>. In a block that is not in place yet also
/// <see cref="Dependent"/>.
/// </param>
internal sealed record Argument(string Name, EquatableArray<object?> Values);

/// <summary>A value of an enum.</summary>
/// <param name="Type">The enum's name.</param>
/// <param name="Member">The member's name, or the number in digits where no member has it.</param>
/// <param name="IsDefined">Whether a member has it.</param>
internal sealed record EnumValue(string Type, string Member, bool IsDefined);

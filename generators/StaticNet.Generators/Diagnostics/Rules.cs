using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace StaticNet.Generators;

/// <summary>All that can be wrong with a declaration. Every message says what came, what was expected and what to do.</summary>
internal static class Rules
{
    /// <summary>The class is not partial.</summary>
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "SNET001", "A model class must be partial", "'{0}' is not partial: write 'partial class {0}', so that its code can be generated");

    /// <summary>A type around the class is not partial.</summary>
    public static readonly DiagnosticDescriptor ContainerNotPartial = Error(
        "SNET002",
        "The types around a model class must be partial",
        "'{0}' stands in '{1}', which is not partial: make '{1}' partial or move '{0}' out of it");

    /// <summary>The class is of a kind that cannot be a model.</summary>
    public static readonly DiagnosticDescriptor WrongClass = Error(
        "SNET003",
        "A model must be a plain class",
        "'{0}' is {1}: a model must be a non-generic class that is no record, neither static nor abstract nor file-local, and has neither base class nor primary constructor");

    /// <summary>Attributes are spread over parts.</summary>
    public static readonly DiagnosticDescriptor SeveralParts = Error(
        "SNET004",
        "A model's attributes must stand on one part of the class",
        "The layers of '{0}' stand on several parts of the class, which have no order: move all of them below [{1}]");

    /// <summary>There is no layer.</summary>
    public static readonly DiagnosticDescriptor NoLayer = Error(
        "SNET005", "A model or block needs a layer", "'{0}' has no layer: add one below {1}, such as [Dense(10)]");

    /// <summary>The input shape is missing or not positive.</summary>
    public static readonly DiagnosticDescriptor InputShape = Error(
        "SNET006",
        "The input shape must have positive sizes",
        "The input shape is {0}: expected one or more sizes of at least 1, such as [Model(784)] or [Model(28, 28, 1)]");

    /// <summary>A number is out of range.</summary>
    public static readonly DiagnosticDescriptor OutOfRange = Error(
        "SNET007", "A layer's option is out of range", "{0}: {1} is {2}; expected {3}");

    /// <summary>A number was cast to an enum that does not have it.</summary>
    public static readonly DiagnosticDescriptor UnknownOption = Error(
        "SNET008", "An option has no such value", "{0}: '{1}' is no {2}; choose one of its named values");

    /// <summary>Two layers have one name.</summary>
    public static readonly DiagnosticDescriptor DuplicateName = Error(
        "SNET009", "Layer names must differ", "The name '{0}' gives '{1}', which already belongs to {2}: give one of them another Name");

    /// <summary>A name is no identifier.</summary>
    public static readonly DiagnosticDescriptor InvalidName = Error(
        "SNET010",
        "A layer's name must be an identifier",
        "'{0}' cannot name {1}, since it becomes part of {2}: use letters from a to z, digits and underscores, beginning with a letter");

    /// <summary>A layer takes inputs of another rank.</summary>
    public static readonly DiagnosticDescriptor WrongRank = Error(
        "SNET011", "A layer's input has the wrong rank", "{0} takes {1}, but {2} comes in from {3}: {4}");

    /// <summary>The loss does not fit the output.</summary>
    public static readonly DiagnosticDescriptor LossDoesNotFit = Error(
        "SNET012", "The loss must fit the last layer", "{0} {1}, but {2} gives {3}: {4}");

    /// <summary>Softmax of one number.</summary>
    public static readonly DiagnosticDescriptor SoftmaxOfOne = Error(
        "SNET013",
        "Softmax needs at least two numbers",
        "{1} of the single number that {0} gives is always {2}: use Sigmoid for a yes-or-no answer, or at least two units or filters");

    /// <summary>A loss without weights to train.</summary>
    public static readonly DiagnosticDescriptor NothingToTrain = Error(
        "SNET014",
        "A model with a loss needs weights",
        "'{0}' has a loss but no layer with weights to train: add one, such as [Dense], or remove the loss");

    /// <summary>A size is beyond what can be addressed.</summary>
    public static readonly DiagnosticDescriptor TooLarge = Error(
        "SNET015", "A model must fit in memory", "{0} would need {1} numbers; at most {2} are possible: make it smaller");

    /// <summary>A cross-entropy of numbers that are no probabilities.</summary>
    public static readonly DiagnosticDescriptor NoProbabilities = Warning(
        "SNET016", "A cross-entropy expects probabilities", "{0} expects probabilities, but {1} ends in {2}: {3}");

    /// <summary>A generated member's name is taken.</summary>
    public static readonly DiagnosticDescriptor NameTaken = Error(
        "SNET017",
        "The names of generated members must be free",
        "'{0}' is the name of {1}, but the generated code of '{2}' has a member of that name: rename {3}");

    /// <summary>A window is larger than the image or the sequence.</summary>
    public static readonly DiagnosticDescriptor WindowTooLarge = Error(
        "SNET018", "A window must fit into its input", "{0}: a window of {1} does not fit into the {2} of {3} that come in from {4}: {5}");

    /// <summary>Strides and dilation exclude each other.</summary>
    public static readonly DiagnosticDescriptor StridesAndDilation = Error(
        "SNET019",
        "Strides and dilation exclude each other",
        "{0} has strides of {1} and a dilation rate of {2}; only one of them may be above 1, as in Keras: remove {3}");

    /// <summary>Groups do not divide the channels.</summary>
    public static readonly DiagnosticDescriptor Groups = Error(
        "SNET020", "Groups must divide channels and filters", "{0}: {1} groups do not divide the {2}: use {3}");

    /// <summary>A shape of another count.</summary>
    public static readonly DiagnosticDescriptor ReshapeCount = Error(
        "SNET021",
        "A new shape must hold as many numbers",
        "{0}: {1} holds {2} numbers, but {3} with {4} comes in from {5}: use {6}");

    /// <summary>Axes that are no permutation.</summary>
    public static readonly DiagnosticDescriptor Permutation = Error(
        "SNET022", "A permutation must name each axis once", "{0}: {1} does not name each of the axes 1 to {2} of {3} once: use {4}");

    /// <summary>Cropping leaves nothing.</summary>
    public static readonly DiagnosticDescriptor NothingLeft = Error(
        "SNET023", "Cropping must leave something", "{0} takes {1} of the {2} of {3} that come in from {4}: take at most {5}");

    /// <summary>Augmentation behind weights.</summary>
    public static readonly DiagnosticDescriptor AugmentationAfterWeights = Error(
        "SNET024",
        "Augmentation must come before the first weights",
        "{0} stands behind {1}, which has weights, but passes no gradients back to it: move it above that layer");

    /// <summary>A wrapper without a layer.</summary>
    public static readonly DiagnosticDescriptor NothingToWrap = Error(
        "SNET025",
        "A wrapper needs a layer to wrap",
        "{0} wraps the layer written below it, which must be {1}, but {2}: write [{0}, {3}(...)]");

    /// <summary>A mask that ends unheeded.</summary>
    public static readonly DiagnosticDescriptor MaskDropped = Warning(
        "SNET026",
        "A mask is dropped",
        "{0}, so the mask of {1} ends here and masked steps count like others: leave the mask out or use a layer that heeds it, such as a recurrence or GlobalAveragePooling1D");

    /// <summary>A table of tokens that does not come first.</summary>
    public static readonly DiagnosticDescriptor TokensFromLayer = Error(
        "SNET027",
        "Tokens must come from the input",
        "{0} looks up tokens, whole numbers that only the model's input can give, but {1} gives numbers: make it the first layer");

    /// <summary>An activation that a recurrence cannot take.</summary>
    public static readonly DiagnosticDescriptor RecurrentActivation = Error(
        "SNET028",
        "A recurrence takes activations whose slope their result tells",
        "{0}: {1} is {2}, whose slope cannot be told from its result number by number, which is all that a recurrence keeps of a step: use Tanh, Sigmoid, ReLU or another of those");

    /// <summary>Pointers are not allowed in the project.</summary>
    public static readonly DiagnosticDescriptor UnsafeNotAllowed = Error(
        "SNET029",
        "Generated code needs unsafe blocks",
        "The generated code of '{0}' works on pointers, which the project does not allow: add <AllowUnsafeBlocks>true</AllowUnsafeBlocks> to a PropertyGroup of the project file");

    /// <summary>The language is older than generated code.</summary>
    public static readonly DiagnosticDescriptor OldLanguage = Error(
        "SNET030",
        "Generated code needs C# 12",
        "The generated code of '{0}' needs C# 12, but the project is compiled as C# {1}: remove <LangVersion> from the project file or set it to 12 or later");

    /// <summary>Layers on a class that is no model.</summary>
    public static readonly DiagnosticDescriptor LayersWithoutModel = Error(
        "SNET032",
        "Layers belong to a model",
        "'{0}' has [{1}] but no [Model], so nothing is generated for it: write [Model(...)] with the shape of a sample above its first layer, or [Block] if models are to use it");

    /// <summary>The name of a layer that is not there.</summary>
    public static readonly DiagnosticDescriptor UnknownLayer = Error(
        "SNET033", "A layer takes the output of one above it", "{0} takes the output of '{1}', but no layer above it has that name: {2}");

    /// <summary>An output that no layer takes.</summary>
    public static readonly DiagnosticDescriptor NotTaken = Error(
        "SNET034", "Every output must be taken", "No layer takes what {0} gives, and it is {2}: name it in the layer that is to take it, such as [Add(\"{1}\")], or remove it");

    /// <summary>A merge of nothing.</summary>
    public static readonly DiagnosticDescriptor NothingToMerge = Error(
        "SNET035", "A merge needs another output", "{0} merges the output above with others, but names no other: write [{1}(\"name\")] with the name of another layer");

    /// <summary>A merge of shapes that do not fit.</summary>
    public static readonly DiagnosticDescriptor MergedShapes = Error(
        "SNET036", "Merged outputs must fit", "{0} merges {1} from {2} with {3} from {4}, which do not fit: {5}");

    /// <summary>An input that is taken as tokens and as numbers.</summary>
    public static readonly DiagnosticDescriptor TokensAsNumbers = Error(
        "SNET037", "Tokens are no numbers", "{0} takes {2} as numbers, but {1} takes it as tokens: let {0} take what {1} gives");

    /// <summary>A shape of the model beside inputs of their own.</summary>
    public static readonly DiagnosticDescriptor ShapeAndInputs = Error(
        "SNET044", "A model has one shape or inputs of its own", "'{0}' has the shape {1} at [Model] and inputs of its own: write [Model] without a shape, and [Input(\"name\", {2})] if it is another input");

    /// <summary>A layer above all inputs.</summary>
    public static readonly DiagnosticDescriptor NothingAbove = Error(
        "SNET045", "Inputs stand above what takes them", "{0} takes what stands above it, but no input does: move an [Input(...)] above it");

    /// <summary>An output of nothing.</summary>
    public static readonly DiagnosticDescriptor MisplacedOutput = Error(
        "SNET046", "An output is what a layer gives", "[Output] makes what the layer above it gives an output, but {0}: write it below the layer that gives the output, once");

    /// <summary>A loss of the model beside outputs of their own.</summary>
    public static readonly DiagnosticDescriptor LossAndOutputs = Error(
        "SNET047", "A model has one loss or outputs of its own", "'{0}' has [Loss] and outputs of its own: remove it and give each output its loss, as in [Output(Loss.{1})]");

    /// <summary>An output without a loss beside one that has one.</summary>
    public static readonly DiagnosticDescriptor OutputWithoutLoss = Error(
        "SNET048", "All outputs have a loss or none has", "The output of {0} has no loss, but that of {1} has one: give it one, as in [Output(Loss.MeanSquaredError)], or remove [Output] and give the layer a Name, by which it can be predicted");

    /// <summary>A class that cannot be a block.</summary>
    public static readonly DiagnosticDescriptor WrongBlock = Error("SNET038", "A block must be a plain class of layers", "'{0}' is {1}");

    /// <summary>The use of what is no block, or of one that is not known.</summary>
    public static readonly DiagnosticDescriptor NoBlock = Error("SNET039", "Use names a block", "{0}: '{1}' {2}");

    /// <summary>A block in itself.</summary>
    public static readonly DiagnosticDescriptor RecursiveBlock = Error(
        "SNET040", "A block cannot use itself", "'{0}' uses itself{1}, which has no end: remove the use, or write Times where blocks are to stand one behind the other");

    /// <summary>A constant of a block that is not there or of another type.</summary>
    public static readonly DiagnosticDescriptor WrongConstant = Error("SNET041", "A block's constants are set by name and value", "{0}: {1}");

    /// <summary>An argument that cannot be computed from the constants of a block.</summary>
    public static readonly DiagnosticDescriptor BlockExpression = Error(
        "SNET042",
        "A block's arguments must be computable",
        "The argument {1} in the block '{0}' cannot be computed: {2}; use its constants, literals, parentheses and + - * / % == != < <= > >= && || ! ?: and casts to numbers");

    /// <summary>Weights that cannot be shared.</summary>
    public static readonly DiagnosticDescriptor NotShared = Error("SNET043", "Shared weights must fit", "{0} cannot share the weights of '{1}': {2}");

    /// <summary>All rules by id.</summary>
    public static ImmutableDictionary<string, DiagnosticDescriptor> ById { get; } = new[]
    {
        NotPartial, ContainerNotPartial, WrongClass, SeveralParts, NoLayer, InputShape, OutOfRange, UnknownOption, DuplicateName,
        InvalidName, WrongRank, LossDoesNotFit, SoftmaxOfOne, NothingToTrain, TooLarge, NoProbabilities, NameTaken,
        WindowTooLarge, StridesAndDilation, Groups, ReshapeCount, Permutation, NothingLeft, AugmentationAfterWeights,
        NothingToWrap, MaskDropped, TokensFromLayer,
        RecurrentActivation, UnsafeNotAllowed, OldLanguage, LayersWithoutModel, UnknownLayer, NotTaken, NothingToMerge,
        MergedShapes, TokensAsNumbers, ShapeAndInputs, NothingAbove, MisplacedOutput, LossAndOutputs, OutputWithoutLoss,
        MergedShapes, TokensAsNumbers, WrongBlock, NoBlock, RecursiveBlock, WrongConstant, BlockExpression, NotShared,
    }.ToImmutableDictionary(rule => rule.Id);

    private static DiagnosticDescriptor Error(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity)
        => new(id, title, message, "StaticNet", severity, isEnabledByDefault: true, helpLinkUri: HelpLink(id));

    private static string HelpLink(string id) => $"https://github.com/staticnet/staticnet/blob/main/docs/diagnostics/{id}.md";
}

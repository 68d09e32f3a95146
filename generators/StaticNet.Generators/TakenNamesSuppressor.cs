using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StaticNet.Generators;

/// <summary>
/// Keeps the compiler quiet about a member of a model that hides one of the base class, which no generated file can leave out: SNET017 says
/// already that the member needs another name, and the compiler's advice, <c>override</c> or <c>new</c>, would not help.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TakenNamesSuppressor : DiagnosticSuppressor
{
    private static readonly ImmutableArray<SuppressionDescriptor> _all =
    [
        .. new[] { "CS0108", "CS0114" }.Select(hidden => new SuppressionDescriptor($"{Rules.NameTaken.Id}_{hidden}", hidden, "SNET017 says that the member needs another name.")),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => _all;

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            SyntaxNode node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            if (context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken) is not { ContainingType: { } type } member)
                continue;
            if (GeneratedMembers.Names.Contains(member.Name) && type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == ModelParser.ModelAttribute))
                context.ReportSuppression(Suppression.Create(_all.First(suppression => suppression.SuppressedDiagnosticId == diagnostic.Id), diagnostic));
        }
    }
}

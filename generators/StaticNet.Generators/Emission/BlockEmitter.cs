namespace StaticNet.Generators;

/// <summary>Writes what other projects are told of a block.</summary>
internal static class BlockEmitter
{
    public static void Write(SourceWriter writer, CheckedBlock block)
    {
        using (ClassBlock.Open(writer, block.Identity))
        {
            writer.Line("[global::StaticNet.Kernels.BlockDeclarationAttribute(");
            writer.Indented($"{BlockText.Version},");
            for (int i = 0; i < block.Lines.Count; i++)
                writer.Indented($"{Text.Quoted(block.Lines[i])}{(i < block.Lines.Count - 1 ? "," : ")]")}");
            writer.Line($"partial class {Text.TypeIdentifier(block.Identity.Name)} {{ }}");
        }
    }
}

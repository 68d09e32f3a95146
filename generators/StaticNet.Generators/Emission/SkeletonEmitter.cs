namespace StaticNet.Generators;

/// <summary>
/// Writes a class that compiles wherever the model does, in the oldest language and without pointers, and whose base throws as soon as one is made.
/// </summary>
internal static class SkeletonEmitter
{
    private const string Summary = "/// <summary>Not known until the errors in the declaration are mended.</summary>";

    public static void Write(SourceWriter writer, Skeleton skeleton)
    {
        string input = ColumnMembers.Qualified(skeleton.InputType);
        using (ClassBlock.Open(writer, skeleton.Identity))
        {
            writer.Line("/// <summary>A network whose declaration has errors: mend them to see it.</summary>");
            writer.Line(ClassBlock.Head(skeleton.Identity, input, skeleton.TargetType is { } target ? ColumnMembers.Qualified(target) : null));
            using (writer.Block())
            {
                foreach (string constant in skeleton.Constants)
                {
                    writer.Line(Summary);
                    writer.Line($"public const int {constant} = 1;");
                }

                foreach (string parameter in skeleton.Parameters)
                {
                    writer.Line(Summary);
                    writer.Member($"public global::StaticNet.Parameter {parameter} => base.Parameters[0];");
                }

                if (skeleton.Columns is { } columns)
                    new ColumnsEmitter(writer, columns, runs: false).Write("");
                foreach (string output in skeleton.Outputs)
                {
                    if (skeleton.Columns is { Inputs.Count: > 1 } several)
                    {
                        new ColumnsEmitter(writer, several, runs: false).WriteLayer(new OutputMembers(0, output, ""), "the layer", 0);
                        continue;
                    }

                    string inputs = $"global::System.ReadOnlySpan<{input}> inputs";
                    writer.Line(Summary);
                    writer.Member($"public void {output}({inputs}, global::System.Span<float> outputs) => base.Predict(inputs, outputs);");
                    writer.Line(Summary);
                    writer.Member($"public float[] {output}({inputs}) => base.Predict(inputs);");
                    writer.Line(Summary);
                    writer.Member($"public float[] {output}({input}[] inputs) => base.Predict(inputs);");
                    writer.Line(Summary);
                    writer.Member($"public float[,] {output}(global::StaticNet.Rows<{input}> x) => global::StaticNet.PredictExtensions.Predict(this, x);");
                    writer.Line(Summary);
                    writer.Member($"public float[,] {output}<TTarget>(global::StaticNet.Dataset<{input}, TTarget> data) where TTarget : unmanaged => global::StaticNet.PredictExtensions.Predict(this, data);");
                }

                if (skeleton.Decodes)
                {
                    writer.Line(Summary);
                    writer.Member($"public global::StaticNet.Decoder<{input}> {GeneratedMembers.StartDecoding}() => base.NewDecoder();");
                }

                if (skeleton.Identity.HasSeedConstructor)
                    return;
                writer.Line("/// <summary>Throws, since there is no code to run.</summary>");
                writer.Line("/// <param name=\"seed\">What the weights would be drawn from.</param>");
                writer.Member($"public {Text.Identifier(skeleton.Identity.Name)}(int seed = 0) : base(seed: seed) {{ }}");
            }
        }
    }
}

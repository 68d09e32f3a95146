namespace StaticNet.Generators;

/// <summary>Writes the members of a model with several inputs or outputs that have a parameter for each.</summary>
/// <param name="writer">Where to.</param>
/// <param name="columns">The inputs and outputs.</param>
/// <param name="runs">Whether there is code to call; without, all is written in the oldest language.</param>
internal sealed class ColumnsEmitter(SourceWriter writer, ColumnMembers columns, bool runs = true)
{
    private const string Rows = "global::StaticNet.Rows", Targets = "global::StaticNet.Targets", NoCode = "=> throw new global::System.InvalidOperationException();";

    private string Data => $"global::StaticNet.Dataset{Types}";

    private string Types => $"<{ColumnMembers.Qualified(columns.InputType)}, {ColumnMembers.Qualified(columns.TargetType!)}>";

    private string RowParameters => string.Join(", ", columns.Inputs.Select(input => $"{Rows}<{input.Type}> {input.Name}"));

    private string TargetParameters => string.Join(", ", columns.Outputs.Select(output => $"{Targets} {output}"));

    private string InputNames => string.Join(", ", columns.Inputs.Select(input => input.Name));

    private string AllNames => $"{InputNames}, {string.Join(", ", columns.Outputs)}";

    /// <summary>Writes what predicts all outputs, and in a model with a loss what takes columns of data.</summary>
    /// <param name="info">What is known of the model.</param>
    public void Write(string info)
    {
        writer.Line();
        Summary("Predicts all outputs for one sample or a batch of them, under the same rules as Predict of a single input. Allocates nothing after the first calls.");
        InputComments("one behind the other, each in row-major order");
        foreach (string output in columns.Outputs)
            Comment(output, "Where its numbers go, one sample behind the other.");
        WriteSpans("Predict", "", columns.Outputs, isOne: false);
        writer.Line();
        Summary("Predicts all outputs for rows of any kind.");
        InputComments("the first axis counts them");
        writer.Line($"/// <returns>A row for each sample{(columns.Outputs.Count == 1 ? "" : ", of each output")}.</returns>");
        WriteRows();
        if (columns.TargetType is not null)
            WriteTraining(info);
    }

    /// <summary>Writes what predicts a named layer.</summary>
    /// <param name="members">Its members.</param>
    /// <param name="title">What the layer gives, for comments.</param>
    /// <param name="number">Which of them.</param>
    public void WriteLayer(OutputMembers members, string title, int number)
    {
        string outputs = columns.Free("outputs");
        Summary($"Predicts what {title}, under the same rules as Predict. Allocates nothing after the first calls.");
        InputComments("one behind the other, each in row-major order");
        Comment(outputs, "Where its numbers go, one sample behind the other.");
        WriteSpans(members.Predict, $"{Text.Literal(number)}, ", [outputs], isOne: true);
        writer.Line();
        Summary($"Predicts what {title}, for rows of any kind.");
        InputComments("the first axis counts them");
        writer.Line("/// <returns>A row for each sample.</returns>");
        writer.Member($"public float[,] {members.Predict}({RowParameters}) {(runs ? $"=> base.PredictColumns({Text.Literal(number)}, [{InputNames}]);" : NoCode)}");
    }

    /// <summary>Writes the same for a named layer whose output is that of the model.</summary>
    public void WriteWhole(OutputMembers members, string title)
    {
        string outputs = columns.Free("outputs");
        string[] spans = [.. columns.Inputs.Select(input => $"global::System.ReadOnlySpan<{input.Type}> {input.Name}")];
        Summary($"Predicts what {title}, as Predict does.");
        InputComments("one behind the other, each in row-major order");
        Comment(outputs, "Where its numbers go, one sample behind the other.");
        writer.Member($"public void {members.Predict}({string.Join(", ", spans)}, global::System.Span<float> {outputs}) => Predict({InputNames}, {outputs});");
        writer.Line();
        Summary($"Predicts what {title}, for rows of any kind, as Predict does.");
        InputComments("the first axis counts them");
        writer.Line("/// <returns>A row for each sample.</returns>");
        writer.Member($"public float[,] {members.Predict}({RowParameters}) => Predict({InputNames});");
    }

    private void WriteRows()
    {
        bool isOne = columns.Outputs.Count == 1;
        string type = isOne ? "float[,]" : $"({string.Join(", ", columns.Outputs.Select(output => $"float[,] {ColumnMembers.ElementOf(output)}"))})";
        string head = $"public {type} Predict({RowParameters})";
        if (!runs)
        {
            writer.Member($"{head} {NoCode}");
        }
        else if (isOne)
        {
            writer.Member($"{head} => base.PredictColumns([{InputNames}])[0];");
        }
        else
        {
            writer.Member(head);
            using (writer.Block())
            {
                writer.Line($"float[][,] _outputs = base.PredictColumns([{InputNames}]);");
                writer.Line($"return ({string.Join(", ", columns.Outputs.Select((_, at) => $"_outputs[{at}]"))});");
            }
        }
    }

    // Names of the author's have no underscore in front.
    private void WriteSpans(string method, string which, IReadOnlyList<string> outputs, bool isOne)
    {
        string[] parameters =
        [
            .. columns.Inputs.Select(input => $"global::System.ReadOnlySpan<{input.Type}> {input.Name}"),
            .. outputs.Select(output => $"global::System.Span<float> {output}"),
        ];
        if (!runs)
        {
            writer.Member($"public void {method}({string.Join(", ", parameters)}) {NoCode}");
            return;
        }

        writer.Member($"public unsafe void {method}(");
        writer.Indented($"{string.Join(", ", parameters)})");
        using (writer.Block())
        {
            int number = 0;
            foreach ((string name, string type) in columns.Inputs.Concat(outputs.Select(output => (output, "float"))))
                writer.Line($"fixed ({type}* _{number++} = {name})");
            string[] given = [.. columns.Inputs.Select(input => input.Name).Concat(outputs).Select((name, at) => $"new(_{at}, {name}.Length)")];
            string taken = string.Join(", ", given.Take(columns.Inputs.Count)), results = string.Join(", ", given.Skip(columns.Inputs.Count));
            writer.Indented($"base.PredictColumns({which}[{taken}], {(isOne ? results : $"[{results}]")});");
        }
    }

    private void WriteTraining(string info)
    {
        string options = columns.Free("options"), validation = columns.Free("validation"), token = columns.Free("cancellationToken");
        string parameters = $"{RowParameters}, {TargetParameters}", orNull = runs ? "?" : "";
        writer.Line();
        Summary("Puts columns together to a data set: a sample has all inputs, a target those of all outputs, in the order in which they are declared.");
        InputComments("the first axis counts them; an array without axes has them one behind the other");
        TargetComments();
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">A column has another size than the model expects, or another number of samples than the first.</exception>");
        writer.Member($"public static {Data} Data(");
        writer.Indented($"{parameters})");
        writer.Indented(runs
            ? $"=> global::StaticNet.Kernels.DataColumns.Join{Types}({info}, [{InputNames}], [{string.Join(", ", columns.Outputs)}]);"
            : NoCode);
        writer.Line();
        Summary("Trains the model, as Keras' fit: see Fit of a data set.");
        InputComments("as for Data");
        TargetComments();
        Comment(options, "Epochs, batch size, optimizer and the like; by default Keras' defaults.");
        Comment(validation, "What to evaluate after each epoch, made by Data; takes precedence over FitOptions.ValidationSplit.");
        Comment(token, "Stops training between two steps; the weights of the last finished step stay.");
        writer.Line("/// <returns>The metrics of each epoch, of an output by its name.</returns>");
        writer.Member("public global::StaticNet.History Fit(");
        writer.Indented($"{parameters},");
        writer.Indented($"global::StaticNet.FitOptions{orNull} {options} = null,");
        writer.Indented($"{Data}{orNull} {validation} = null,");
        writer.Indented($"global::System.Threading.CancellationToken {token} = default(global::System.Threading.CancellationToken))");
        writer.Indented(runs ? $"=> base.Fit(Data({AllNames}), {options}, {validation}, {token});" : NoCode);
        writer.Line();
        Summary("Measures losses and accuracies, as Keras' evaluate.");
        InputComments("as for Data");
        TargetComments();
        writer.Member("public global::StaticNet.Evaluation Evaluate(");
        writer.Indented($"{parameters})");
        writer.Indented(runs ? $"=> base.Evaluate(Data({AllNames}));" : NoCode);
    }

    private void Summary(string text) => writer.Line($"/// <summary>{text}</summary>");

    private void InputComments(string how)
    {
        foreach ((string name, _) in columns.Inputs)
            Comment(name, $"The samples of {name.TrimStart('@')}, {how}.");
    }

    private void TargetComments()
    {
        foreach (string output in columns.Outputs)
            Comment(output, $"What {output.TrimStart('@')} should be for each sample: labels or numbers, as its loss takes them.");
    }

    private void Comment(string parameter, string text) => writer.Line($"/// <param name=\"{parameter.TrimStart('@')}\">{text}</param>");
}

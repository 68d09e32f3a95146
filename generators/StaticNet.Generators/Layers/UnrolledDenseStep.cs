namespace StaticNet.Generators;

/// <summary>
/// The product of a small dense layer, written out: a multiplication a line. A kernel would take longer to begin than such a layer takes in all. Sums
/// run in the order of the kernels' sums, and give the same bits.
/// </summary>
internal sealed record UnrolledDenseStep(
    string Identifier, LayerSpec Layer, Value Input, Value Output, ParameterPlan Kernel, ParameterPlan? Bias)
    : DenseStep(Identifier, Layer, Input, Output, Kernel, Bias)
{
    // Rows of a kernel's gradient that stay in registers, whatever the width of those, while the batch passes by.
    private const int RowsAtATime = 6;

    public override long GradientBlock => Floats;

    public override Method Forward
    {
        get
        {
            UnrolledCode code = Product(
                "Forward", "float* parameters, float* x, float* y", ("x", "XStride"), Input.Width, "units", Output.Stride, $"parameters + At.{Kernel.Property}",
                column => Bias is null ? "default" : $"T.Load({Plus($"parameters + At.{Bias.Property}", column)})",
                (sum, column) => $"{sum}{(Output.Activation == Activation.Linear ? "" : $".Apply<{Output.Activation.Name}>()")}.Store({Plus("y", column)}, YStride);");
            return base.Forward with { Code = code, Body = new([Call("Unrolled.Forward", [code.Name], AllParameters, X, Y, Samples(Input.Rows))]) };
        }
    }

    public override Method? Backward
    {
        get
        {
            if (base.Backward is not { } method)
                return null;
            string slope = Input.Activation == Activation.Linear ? "" : $".TimesSlope<{Input.Activation.Name}>";
            UnrolledCode code = Product(
                "Backward", "float* derived, float* dz, float* x, float* dx", ("dz", "YStride"), Output.Width, "inputs", Input.Stride, Transposed.Inside,
                _ => "default", (sum, column) => $"{sum}{(slope.Length == 0 ? "" : $"{slope}({Plus("x", column)}, XStride)")}.Store({Plus("dx", column)}, XStride);");
            return method with { Code = code, Body = new([Call("Unrolled.Backward", [code.Name], AllDerived, DZ, X, DX, Samples(Input.Rows))]) };
        }
    }

    public override Method Update
    {
        get
        {
            UnrolledCode code = Gradients();
            return base.Update with
            {
                Code = code,
                Body = new([Call("Unrolled.Update", [code.Name], X, DZ, Sink, GradientAt(Kernel), Floats, Batch(Input.Rows), Part)]),
            };
        }
    }

    public override IEnumerable<KernelCall> Derive
        => DerivedFloats == 0 ? [] : [Call("Unrolled.Transpose", [], At(Kernel), Transposed, Input.Width, Output.Width, Part)];

    public override IEnumerable<ShapeType> ShapeTypes => [];

    private int Floats => Kernel.Floats + (Bias is null ? 0 : Output.Stride);

    // Sums of several panels keep the multipliers busy, and are still few enough for the registers of every width.
    private const int PanelsAtATime = 2;

    // A matrix in panels: for each panel the products of the numbers of a row with the panel's rows, in their order.
    private UnrolledCode Product(
        string what, string signature, (string Name, string Stride) row, int count, string sums, int columns, string matrix,
        Func<int, string> start, Func<string, int, string> finish)
    {
        var lines = new List<string>();
        for (int first = 0; first < columns; first += PanelsAtATime * Layout.Vector)
        {
            int[] panels = [.. Enumerable.Range(0, PanelsAtATime).Select(panel => first + (panel * Layout.Vector)).Where(column => column < columns)];
            if (first > 0)
                lines.Add("");
            lines.AddRange(panels.Select(column => $"T {sums}{column} = {start(column)};"));
            for (int i = 0; i < count; i++)
                lines.AddRange(panels.Select(column => $"{sums}{column} = T.MultiplyAdd({Plus(row.Name, i)}, {row.Stride}, {Plus(matrix, (column * count) + (i * Layout.Vector))}, {sums}{column});"));
            lines.AddRange(panels.Select(column => finish(sums + column, column)));
        }

        return Code(what, signature, lines);
    }

    private UnrolledCode Gradients()
    {
        var lines = new List<string>();
        for (int column = 0; column < Output.Stride; column += Layout.Vector)
        {
            for (int first = 0; first < Input.Width; first += RowsAtATime)
            {
                if (lines.Count > 0)
                    lines.Add("");
                lines.AddRange(Gradients(column, first, Math.Min(RowsAtATime, Input.Width - first)));
            }
        }

        return Code("Update", "float* x, float* dz, float* gradients, int batch", lines);
    }

    // The first rows of a panel take its bias with them.
    private IEnumerable<string> Gradients(int column, int first, int count)
    {
        bool hasBias = first == 0 && Bias is not null;
        string bias = $"bias{column}";
        string[] rows = [.. Enumerable.Range(first, count).Select(row => $"row{row}Units{column}")];
        yield return $"T {string.Join(", ", (hasBias ? rows.Append(bias) : rows).Select(name => name + " = default"))};";
        yield return "for (int sample = 0; sample < batch; sample++)";
        yield return "{";
        yield return $"    T units{column} = T.Load({Plus("dz", column)} + (sample * YStride));";
        if (hasBias)
            yield return $"    {bias} += units{column};";
        for (int i = 0; i < count; i++)
            yield return $"    {rows[i]} = T.MultiplyAdd({Plus("x", first + i)} + (sample * XStride), units{column}, {rows[i]});";
        yield return "}";
        yield return "";
        for (int i = 0; i < count; i++)
            yield return $"{rows[i]}.Store({Plus("gradients", (column * Input.Width) + ((first + i) * Layout.Vector))}, YStride);";
        if (hasBias)
            yield return $"{bias}.Store({Plus($"gradients + (At.{Bias!.Property} - At.{Kernel.Property})", column)}, YStride);";
    }

    private UnrolledCode Code(string what, string signature, List<string> lines)
        => new($"{Identifier}{what}Code", $"IUnrolled{what}", Input.Stride, Output.Stride, $"{what}<T>({signature})", new([.. lines]));

    private static string Plus(string place, int offset) => offset == 0 ? place : $"{place} + {Text.Literal(offset)}";
}

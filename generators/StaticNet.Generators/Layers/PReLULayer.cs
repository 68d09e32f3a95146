namespace StaticNet.Generators;

/// <summary><c>[PReLU]</c>: x above 0, a learned part of it below.</summary>
internal sealed class PReLULayer : LayerKind
{
    public override string Name => "PReLU";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        int[] shared = [.. layer.GetAll<int>("sharedAxes")];
        int rank = layer.InputShape.Count;
        if (shared.Any(axis => axis < 1 || axis > rank) || shared.Distinct().Count() < shared.Length)
        {
            layer.Report(
                Rules.OutOfRange.Id, "sharedAxes", layer.Title, "sharedAxes", Text.Shape(shared),
                $"{(rank == 1 ? "1 at most" : $"axes from 1 to {Text.Number(rank)}, each at most once")}, of {Text.Shape(layer.InputShape)}");
            return null;
        }

        var spec = new PReLUSpec(layer.Name, layer.InputShape, new(shared.OrderBy(axis => axis)));
        if (spec.Groups.Count <= PReLUSpec.MaxGroups)
            return spec;
        layer.Report(
            Rules.OutOfRange.Id, "sharedAxes", layer.Title, "sharedAxes", Text.Shape(shared),
            $"axes that stand together: those before the last fall into {Text.Number(spec.Groups.Count)} groups, of which {Text.Number(PReLUSpec.MaxGroups)} can be told apart");
        return null;
    }
}

/// <summary>A checked PReLU.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="OutputShape">What it takes and gives for one sample.</param>
/// <param name="SharedAxes">The axes that share their alphas, counted from 1, in order.</param>
internal sealed record PReLUSpec(string Name, EquatableArray<int> OutputShape, EquatableArray<int> SharedAxes) : PlannedLayer(Name, OutputShape)
{
    /// <summary>How many groups of axes before the last kernels tell apart.</summary>
    public const int MaxGroups = 3;

    public override string Kind => "PReLU";

    public override string Description => SharedAxes.Count == 0 ? Kind : $"{Kind}, axes {string.Join(", ", SharedAxes.Select(axis => Text.Number(axis)))} shared";

    public override MaskUse Mask => MaskUse.Passes;

    // Else each step has alphas of its own.
    public override StepReach Reach => SharedAxes.Contains(1) ? StepReach.SameStep : StepReach.All;

    public override int ParameterCount => AlphaShape.Aggregate(1, (size, next) => size * next);

    public override IEnumerable<string> ParameterRoles => ["alpha"];

    /// <summary>The shape of alpha: that of the input, with 1 for shared axes.</summary>
    public EquatableArray<int> AlphaShape => new(OutputShape.Select((size, axis) => SharedAxes.Contains(axis + 1) ? 1 : size));

    /// <summary>The axes before the last: neighbours that are shared alike are one, and those of length 1 do not count.</summary>
    public IReadOnlyList<(int Length, bool IsShared)> Groups
    {
        get
        {
            var groups = new List<(int Length, bool IsShared)>();
            for (int axis = 0; axis < OutputShape.Count - 1; axis++)
            {
                bool isShared = SharedAxes.Contains(axis + 1);
                if (OutputShape[axis] == 1)
                    continue;
                if (groups.Count > 0 && groups[groups.Count - 1].IsShared == isShared)
                    groups[groups.Count - 1] = (groups[groups.Count - 1].Length * OutputShape[axis], isShared);
                else
                    groups.Add((OutputShape[axis], isShared));
            }

            return groups;
        }
    }

    public override Value Lower(Lowering lowering, Value input)
    {
        ParameterPlan alpha = lowering.AddParameter(this, "alpha", AlphaShape, Initializer.Zeros, ParameterCount, ParameterCount);
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        lowering.AddStep(new PReLUStep(Identifier, this, input, output, alpha));
        return output;
    }
}

/// <summary>PReLU: dx = dy above 0, alpha dy below, and dalpha = Σ dy min(x, 0) over the batch and all that share an alpha.</summary>
internal sealed record PReLUStep(string Identifier, PReLUSpec Spec, Value Input, Value Output, ParameterPlan Alpha)
    : PlanStep(Identifier, Spec, Input, Output)
{
    public override long GradientBlock => PReLUSizes.Block(AlphaFloats);

    public override IEnumerable<ShapeType> ShapeTypes
    {
        get
        {
            // From the last on: the rows of alpha from one place of an axis to the next are those that the axes behind it have.
            var members = new List<ShapeMember>();
            string[] axes = ["Inner", "Middle", "Outer"];
            int rows = 1;
            for (int i = 0; i < axes.Length; i++)
            {
                (int length, bool isShared) = i < Spec.Groups.Count ? Spec.Groups[Spec.Groups.Count - 1 - i] : (1, true);
                members.AddRange([(axes[i], length), (axes[i] + "Step", isShared ? 0 : rows)]);
                rows *= isShared ? 1 : length;
            }

            return [
                new ShapeType(Shape, "IPReLUShape", new([
                    .. members, ("Channels", Input.Width), ("SharesChannels", Spec.SharedAxes.Contains(Spec.OutputShape.Count)),
                    ("InputStride", Input.Stride), ("Stride", Output.Stride), ("AlphaStride", Alpha.Stride), ("AlphaFloats", (int)AlphaFloats),
                ])),
            ];
        }
    }

    public override Method Forward
        => NewMethod("Forward", SameShapeComment("y = x above 0, alpha · x below"), Call("PReLUKernels.Forward", [Shape], X, At(Alpha), Y, Samples()));

    public override Method? Backward
        => !Input.HasGradient ? null
            : NewMethod(
                "Backward", BackwardComment("dx = dy above 0, alpha · dy below"),
                Call("PReLUKernels.Backward", [Shape, Input.Activation.Name], DY, X, At(Alpha), DX, Samples()));

    public override Method? Update
        => NewMethod(
            "Update", $"{Layer.Name}, update: dalpha = Σ dy min(x, 0)",
            Call("PReLUKernels.Update", [Shape], DY, X, Sink, GradientAt(Alpha), Batch(), Part, Parts));

    private long AlphaFloats => Alpha.Shape.Take(Alpha.Shape.Count - 1).Aggregate((long)Alpha.Stride, (size, next) => size * next);
}

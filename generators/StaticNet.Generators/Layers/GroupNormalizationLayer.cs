namespace StaticNet.Generators;

/// <summary><c>[GroupNormalization]</c>: groups of channels of each sample, shifted and scaled to mean 0 and variance 1.</summary>
internal sealed class GroupNormalizationLayer : LayerKind
{
    public override string Name => "GroupNormalization";

    public override LayerSpec? Check(LayerCheckContext layer)
    {
        float epsilon = NormalizationShape.CheckEpsilon(layer);
        int channels = layer.InputShape[layer.InputShape.Count - 1], written = layer.Get("Groups", 32), groups = written == -1 ? channels : written;
        if (groups < 1)
            layer.Report(Rules.OutOfRange.Id, "Groups", layer.Title, "Groups", Text.Number(written), "at least 1, or -1 for a group of each channel");
        else if (channels % groups != 0)
            layer.Report(Rules.Groups.Id, "Groups", layer.Title, Text.Number(groups), $"{Text.Number(channels)} channels", NearestTo(channels, groups));
        return new GroupNormalizationSpec(layer.Name, layer.InputShape, groups < 1 || channels % groups != 0 ? 1 : groups, epsilon, layer.Get("Center", true), layer.Get("Scale", true));
    }

    private static string NearestTo(int channels, int groups)
        => GroupNormalizationSpec.Counted(
            Enumerable.Range(1, channels).Where(divisor => channels % divisor == 0).OrderBy(divisor => Math.Abs((long)divisor - groups)).First());
}

/// <summary>A checked group normalisation.</summary>
internal sealed record GroupNormalizationSpec(string Name, EquatableArray<int> OutputShape, int Groups, float Epsilon, bool Center, bool Scale)
    : PlannedLayer(Name, OutputShape)
{
    public override string Kind => "GroupNormalization";

    public override string Description => $"{Kind}, {Counted(Groups)}";

    public override MaskUse Mask => MaskUse.Passes;

    public override int ParameterCount => ParameterRoles.Count() * Channels;

    public override bool SharesBetween(EquatableArray<int> shape, EquatableArray<int> other) => HaveSameChannels(shape, other);

    public override IEnumerable<string> ParameterRoles => NormalizationShape.Roles(Scale, Center);

    /// <summary>A number of groups, for people.</summary>
    public static string Counted(int groups) => groups == 1 ? "one group" : $"{Text.Number(groups)} groups";

    private int Channels => OutputShape[OutputShape.Count - 1];

    public override Value Lower(Lowering lowering, Value input)
    {
        ParameterPlan? gamma = Scale ? Add("gamma", Initializer.Ones) : null, beta = Center ? Add("beta", Initializer.Zeros) : null;

        // Kernels write whole vectors, whether or not there is something to learn.
        Value output = lowering.AddValue(Identifier + "Output", OutputShape, hasGradient: true);
        Value statistics = lowering.AddSaved(Identifier + "Statistics", new([NormalizationSizes.GroupStatisticRows, Channels]));
        Value sums = lowering.AddSaved(Identifier + "Sums", new([NormalizationSizes.GroupSumRows, Channels]));
        lowering.AddStep(new GroupNormalizationStep(Identifier, this, input, output, gamma, beta, statistics, sums));
        return output;

        ParameterPlan Add(string role, Initializer initializer) => lowering.AddParameter(this, role, new([Channels]), initializer, Channels, Channels);
    }
}

/// <summary>
/// Group normalisation: y = gamma xhat + beta with xhat = (x - mean) / √(variance + epsilon) over all pixels and the channels of a group. With dz the
/// gradient by y before an activation, dgamma = Σ dz xhat and dbeta = Σ dz over all pixels, and with g = dz gamma
/// dx = (g - mean of g - xhat mean of g xhat) / √(variance + epsilon). The sums of each sample are saved for both.
/// </summary>
/// <param name="Identifier">What the names of its methods begin with.</param>
/// <param name="Group">The layer that it belongs to.</param>
/// <param name="Input">The value it takes.</param>
/// <param name="Output">The value it makes.</param>
/// <param name="Gamma">What results are multiplied by, if anything.</param>
/// <param name="Beta">What is added, if anything.</param>
/// <param name="Statistics">Mean and deviation of each channel's group.</param>
/// <param name="Sums">The sums of each sample's gradients.</param>
internal sealed record GroupNormalizationStep(
    string Identifier, GroupNormalizationSpec Group, Value Input, Value Output, ParameterPlan? Gamma, ParameterPlan? Beta, Value Statistics, Value Sums)
    : PlanStep(Identifier, Group, Input, Output)
{
    public override bool AppliesActivation => true;

    public override long GradientBlock => Update is null ? 0 : NormalizationSizes.Block(Output.Stride);

    public override IEnumerable<ShapeType> ShapeTypes
    {
        get
        {
            ShapeType sizes = NormalizationShape.Of(Shape, Input, Output, Gamma, Beta, Group.Epsilon);
            return [sizes with { Contract = "IGroupNormalizationShape", Members = new([.. sizes.Members, ("Groups", Group.Groups)]) }];
        }
    }

    public override Method Forward => Normalize("Forward");

    // Another activation may be fused into it when predicting.
    public override Method Infer => Normalize("Infer");

    public override Method? Backward
    {
        get
        {
            string gradient = Gamma is null ? "dz" : "g", with = Gamma is null ? "" : " with g = dz · gamma";
            return !Input.HasGradient && Update is null ? null
                : NewMethod(
                    "Backward",
                    !Input.HasGradient ? $"{Layer.Name}, backward: Σ dz and Σ dz xhat of each channel"
                        : BackwardComment($"dx = ({gradient} - mean of {gradient} - xhat · mean of {gradient} xhat) / {NormalizationShape.Deviation(Group.Epsilon)}{with}"),
                    Call(
                        "GroupNormalizationKernels.MeasureGradient", [Shape],
                        DZ, X, NormalizationShape.Place(Gamma), Optional(Statistics, "statistics"), Optional(Sums, "sums"), Samples()),
                    !Input.HasGradient ? null
                        : Call(
                            "GroupNormalizationKernels.Backward", [Shape, Input.Activation.Name],
                            DZ, X, Optional(Statistics, "statistics"), Optional(Sums, "sums"), DX, Samples()));
        }
    }

    public override Method? Update
        => Gamma is null && Beta is null ? null
            : NewMethod(
                "Update", $"{Layer.Name}, update: {string.Join(", ", new[] { Gamma is null ? null : "dgamma = Σ dz xhat", Beta is null ? null : "dbeta = Σ dz" }.OfType<string>())}",
                Gamma is null ? null : Call("GroupNormalizationKernels.UpdateScale", [Shape], Optional(Sums, "sums"), Sink, GradientAt(Gamma), Batch(), Part, Parts),
                Beta is null ? null : Call("GroupNormalizationKernels.UpdateCenter", [Shape], Optional(Sums, "sums"), Sink, GradientAt(Beta), Batch(), Part, Parts));

    private Method Normalize(string name)
        => NewMethod(
            name, SameShapeComment($"{NormalizationShape.Formula(Output, Gamma, Beta, Group.Epsilon)}, of each group of channels"),
            Call(
                "GroupNormalizationKernels.Forward", [Shape, Output.Activation.Name],
                X, NormalizationShape.Place(Gamma), NormalizationShape.Place(Beta), Optional(Statistics, "statistics"), Y, Samples()));
}

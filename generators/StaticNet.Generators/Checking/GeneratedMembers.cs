namespace StaticNet.Generators;

/// <summary>The names that generated code takes in every model class.</summary>
internal static class GeneratedMembers
{
    /// <summary>The names of the constants that every model class may get.</summary>
    public static readonly string[] Constants =
    [
        "InputSize", "OutputSize", "ParameterCount", "ParameterBytes", "InferenceBytes", "PreparedBytes", "TrainingBytesPerSample", "TrainingBytes",
    ];

    /// <summary>The names of those that a class with several inputs or outputs gets besides.</summary>
    public static readonly string[] OfColumns = ["Data"];

    /// <summary>What begins to predict step by step, in a class of a model that can.</summary>
    public const string StartDecoding = "StartDecoding";

    /// <summary>The names of all members that every model class may get, beside those of its parameters.</summary>
    public static readonly string[] Names =
        [.. Constants, "DescribeModel", "Infer", "PrepareInference", "Measure", "Prepare", "FindTableRows", "Propagate", "Reduce", "Update", "InferLayer", "PrepareLayer", "InferStep"];
}

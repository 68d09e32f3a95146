namespace StaticNet.FileFuzzing;

/// <summary><see cref="Model.LoadMatching(Stream)"/>: its report speaks of every parameter once.</summary>
internal sealed class MatchingWeightsTarget : WeightsTarget
{
    protected override void Load(Model model, Stream stream)
    {
        LoadReport report = model.LoadMatching(stream);
        string[] told = [.. report.Loaded, .. report.MissingInFile, .. report.ShapeMismatches.Select(mismatch => mismatch.Name)];
        Require(told.Order().SequenceEqual(model.Parameters.Select(parameter => parameter.Name).Order()), $"the report lacks parameters: {report}");
        Require(!report.ToString().Any(char.IsControl), $"the report would steer a terminal: {report}");
    }
}

namespace StaticNet.Generators;

/// <summary>Writes what a method does layer by layer: a line that names the layers, the locals that they are the first to take, and the calls.</summary>
/// <param name="writer">Where to.</param>
/// <param name="plan">The model.</param>
/// <param name="locals">The locals of the method.</param>
internal sealed class LayerWriter(SourceWriter writer, ModelPlan plan, PlanLocals locals)
{
    private readonly List<Entry> _parts = [];
    private LayerSpec[] _layers = [];

    /// <summary>Adds a part of a forward pass.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="statement">What it does.</param>
    /// <param name="site">Where that is called.</param>
    /// <param name="leftOut">The layers without anything to do that have not been named yet.</param>
    public void AddForward(IEnumerable<LayerSpec> layers, Statement statement, CallSite site, Queue<LayerSpec> leftOut)
    {
        // What goes on with a part of the same layers stays with it.
        LayerSpec[] fused = [.. layers];
        if (fused.All(layer => _layers.Any(before => before.Name == layer.Name)))
            fused = _layers;
        _layers = fused;
        int at = IndexOf(fused[0]);
        LeftOut(leftOut, at, site);
        string from = plan.TakesAbove(at) ? "" : $", of {Text.List(plan.InputsOf(at))}";
        LayerSpec? deferred = fused.FirstOrDefault(layer => DeferredTo(layer, site) is not null);
        string left = deferred is null ? "" : $"; its {deferred.FinalActivation!.Title} is {DeferredTo(deferred, site)}";
        Add($"{Text.List(fused.Select(Title))}{from}: {Text.Shape(fused[fused.Length - 1].OutputShape)}{left}", statement, site);
    }

    /// <summary>Adds those that have not been named yet, up to a layer.</summary>
    public void LeftOut(Queue<LayerSpec> leftOut, int end, CallSite site)
    {
        while (leftOut.Count > 0 && IndexOf(leftOut.Peek()) < end)
        {
            LayerSpec layer = leftOut.Dequeue();
            _parts.Add(new($"{Title(layer)}: {Text.Shape(layer.OutputShape)}, {DeferredTo(layer, site) ?? "nothing to do"}", null, null, site));
        }
    }

    /// <summary>Adds something under a title of its own.</summary>
    public void Add(string title, Statement statement, CallSite site, string? local = null) => _parts.Add(new(title, local, statement, site));

    /// <summary>Writes all that was added.</summary>
    public void Write()
    {
        for (int from = 0, to; from < _parts.Count; from = to)
        {
            for (to = from + 1; to < _parts.Count && _parts[to].Title == _parts[from].Title;)
                to++;
            if (from > 0)
                writer.Line();
            writer.Line($"// {_parts[from].Title}");
            List<Entry> group = _parts.GetRange(from, to - from);
            foreach (Entry part in group.Where(part => part.Statement is not null))
            {
                if (part.Local is not null)
                    writer.Line(part.Local);
                foreach (string local in locals.Declare(part.Statement!))
                    writer.Line(local);
            }

            foreach (Entry part in group.Where(part => part.Statement is not null))
                writer.Line(part.Statement!.At(part.Site));
        }
    }

    /// <summary>The layers of a plan that none of these steps works for.</summary>
    public static Queue<LayerSpec> LeftOutOf(ModelPlan plan, IEnumerable<PlanStep> steps)
    {
        var working = new HashSet<string>(steps.SelectMany(step => step.Layers).Select(layer => layer.Name));
        return new(plan.Layers.Where(layer => !layer.IsInput && !working.Contains(layer.Name)));
    }

    /// <summary>The names of layers.</summary>
    public static string Names(IEnumerable<LayerSpec> layers) => Text.List(layers.Select(layer => layer.Name));

    /// <summary>A layer's name and what it is.</summary>
    public static string Title(LayerSpec layer) => $"{layer.Name} ({layer.Description})";

    private int IndexOf(LayerSpec layer) => plan.Layers.TakeWhile(other => other.Name != layer.Name).Count();

    // What applies the activation of a layer in its place.
    private string? DeferredTo(LayerSpec layer, CallSite site)
        => !plan.Heads.Any(head => head.Deferred?.Name == layer.Name) ? null
            : site == CallSite.Training ? "left to the loss"
            : plan.IsTrainable ? "left to the output or the loss" : "left to the output";

    // What is written under a title; a layer without anything to do has a title alone.
    private readonly record struct Entry(string Title, string? Local, Statement? Statement, CallSite Site);
}

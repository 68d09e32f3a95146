using System.Reflection;
using System.Runtime.Loader;

namespace StaticNet.Fuzzing;

/// <summary>Runs models that were drawn and compiled.</summary>
internal static class Runner
{
    /// <summary>Draws, compiles and tries the models of some seeds; where several do not compile together each is tried alone.</summary>
    /// <param name="seeds">The seeds.</param>
    /// <param name="without">The layers to leave out.</param>
    /// <param name="begin">Told of each seed before it is tried.</param>
    /// <param name="fail">Told of each that fails.</param>
    public static void Run(IEnumerable<int> seeds, IReadOnlySet<int> without, Action<int> begin, Action<int, string> fail)
    {
        foreach (int[] some in seeds.Chunk(20))
        {
            Stack[] stacks = [.. some.Select(seed => Stack.Of(seed, without))];
            byte[]? assembly = TryCompile(stacks, out _);
            foreach (Stack stack in stacks)
            {
                begin(stack.Seed);
                string error = "";
                byte[]? own = assembly ?? TryCompile([stack], out error);
                string? failure = own is null ? error : Try(stack, own);
                if (failure is not null)
                    fail(stack.Seed, failure);
            }
        }
    }

    /// <summary>Compiles the models of some seeds into a file.</summary>
    public static void Write(IEnumerable<int> seeds, string path)
        => File.WriteAllBytes(path, Compiler.Compile(seeds.Select(seed => Stack.Of(seed))));

    /// <summary>What is wrong with a model; null where all is right.</summary>
    public static string? Try(Stack stack, byte[] assembly)
    {
        var context = new AssemblyLoadContext("Drawn", isCollectible: true);
        try
        {
            Type type = context.LoadFromStream(new MemoryStream(assembly)).GetType(stack.Name, throwOnError: true)!;
            Exercise.All(stack, () => (Model)Activator.CreateInstance(type, [stack.Seed])!);
            return null;
        }
        catch (Exception e)
        {
            return (e is TargetInvocationException { InnerException: { } inner } ? inner : e).ToString();
        }
        finally
        {
            context.Unload();
        }
    }

    private static byte[]? TryCompile(Stack[] stacks, out string error)
    {
        try
        {
            error = "";
            return Compiler.Compile(stacks);
        }
        catch (FailureException e)
        {
            error = e.Message;
            return null;
        }
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace StaticNet.Tests;

/// <summary>Runs tests of this assembly in this process, by xunit's own framework.</summary>
internal sealed class InProcessRunner : LongLivedMarshalByRefObject, IMessageSink
{
    private const string Root = "StaticNet.Tests.";

    private readonly ConcurrentBag<ITestCase> _found = [];
    private readonly ManualResetEventSlim _searched = new(), _ran = new();
    private int _passed, _failed;

    /// <summary>Runs tests, and prints what fails and, at the end, how many passed and failed.</summary>
    /// <param name="names">
    /// Classes and namespaces below <c>StaticNet.Tests</c>; none are all. <c>Name/3</c> is every third test of that name, <c>Name/0</c> is
    /// none, and of several names that a test has, the longest decides.
    /// </param>
    /// <returns>Whether there were tests of every name, and all passed.</returns>
    public static bool Run(string[] names)
    {
        Choice[] choices = names.Length == 0 ? [new Choice("", 1)] : [.. names.Select(Choice.Parse)];
        var runner = new InProcessRunner();
        Assembly assembly = typeof(InProcessRunner).Assembly;
        using var framework = new XunitTestFramework(runner);
        using ITestFrameworkDiscoverer discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        discoverer.Find(includeSourceInformation: false, runner, new Options());
        runner._searched.Wait();

        // In an order of their own: the bag keeps none.
        ILookup<Choice?, ITestCase> found = runner._found.OrderBy(test => test.DisplayName, StringComparer.Ordinal).ToLookup(
            test => choices.Where(choice => choice.Has(test)).MaxBy(choice => choice.Name.Length));
        ITestCase[] chosen = [.. choices.SelectMany(choice => found[choice].Where((_, place) => choice.Every > 0 && place % choice.Every == 0))];
        foreach (Choice choice in choices.Where(choice => !found.Contains(choice)))
            runner.Fail($"There are no tests in {Root}{choice.Name}");
        Console.WriteLine($"{chosen.Length} tests on {RuntimeInformation.ProcessArchitecture}");
        if (chosen.Length > 0)
        {
            using ITestFrameworkExecutor executor = framework.GetExecutor(assembly.GetName());
            executor.RunTests(chosen, runner, new Options());
            runner._ran.Wait();
        }

        Console.WriteLine($"{runner._passed} passed, {runner._failed} failed");
        return runner._failed == 0;
    }

    /// <inheritdoc/>
    bool IMessageSink.OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseDiscoveryMessage discovery:
                _found.Add(discovery.TestCase);
                break;
            case IDiscoveryCompleteMessage:
                _searched.Set();
                break;
            case ITestPassed:
                Interlocked.Increment(ref _passed);
                break;
            case ITestSkipped skipped:
                Fail($"{skipped.Test.DisplayName} was skipped: {skipped.Reason}");
                break;
            case IFailureInformation failure:
                Fail($"{(failure as ITestMessage)?.Test.DisplayName}\n{string.Join('\n', failure.Messages)}\n{string.Join('\n', failure.StackTraces)}");
                break;
            case ITestClassFinished ended:
                string name = ended.TestClass.Class.Name[Root.Length..];
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {ended.TestsRun} tests, {ended.TestsFailed} failed, {ended.ExecutionTime:F1} s"));
                break;
            case ITestAssemblyFinished:
                _ran.Set();
                break;
        }

        return true;
    }

    private void Fail(string what)
    {
        Interlocked.Increment(ref _failed);
        Console.WriteLine($"FAILED {what}");
    }

    /// <summary>The tests of one name, or a part of them, evenly spread.</summary>
    private sealed record Choice(string Name, int Every)
    {
        public static Choice Parse(string argument)
        {
            string[] parts = argument.Split('/');
            return new Choice(parts[0], parts.Length == 1 ? 1 : int.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        public bool Has(ITestCase test)
            => Name.Length == 0 || $"{test.TestMethod.TestClass.Class.Name}.".StartsWith($"{Root}{Name}.", StringComparison.Ordinal);
    }

    /// <summary>All of xunit's defaults: the set of options that comes with it is a part of its hosts.</summary>
    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = [];

        public TValue? GetValue<TValue>(string name)
            => _values.TryGetValue(name, out object? value) ? (TValue?)value : default;

        public void SetValue<TValue>(string name, TValue value)
            => _values[name] = value;
    }
}

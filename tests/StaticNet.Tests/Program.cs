using StaticNet.Tests;
using StaticNet.Tests.Files;

// `dotnet test` does not come here: its host loads the tests itself. This is for machines on which that host does not run, and for tests
// that need a process of their own.
if (args is [SavingProcess.Command, ..])
    return SavingProcess.Run(args[1..]);
return InProcessRunner.Run(args) ? 0 : 1;

using StaticNet.Tests;

// `dotnet test` does not come here: its host loads the tests itself. This is for machines on which that host does not run.
return InProcessRunner.Run(args) ? 0 : 1;

using Laminar.Cli;

// One line per command. What goes wrong with the command itself is one sentence on standard error and exit code 2.
try
{
    return args switch
    {
        [] or ["help"] or ["--help" or "-h", ..] => Usage.Print(Usage.All),
        ["--version"] => Usage.Print(Usage.Version),
        ["scan", .. var rest] => ScanCommand.Run(rest),
        ["pack", "test", .. var rest] => PackTestCommand.Run(rest),
        ["pack", ..] => throw new UsageException("Say what to do with the pack: laminar pack test DIR."),
        [var unknown, ..] => throw new UsageException($"There is no command \"{unknown}\"; laminar --help lists them."),
    };
}
catch (UsageException problem)
{
    Console.Error.WriteLine($"laminar: {problem.Message}");
    return ExitCode.CouldNotRun;
}
catch (IOException)
{
    // Whoever read our output has gone (laminar scan … | head).
    return ExitCode.CouldNotRun;
}

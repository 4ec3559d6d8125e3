using Laminar.Cli;

// One line per command. What goes wrong with the command itself is one sentence on standard error and exit code 2.
try
{
    return args switch
    {
        [] or ["help"] or ["--help" or "-h", ..] => Usage.Print(Usage.All),
        ["--version"] => Usage.Print(Usage.Version),
        ["scan", .. var rest] => ScanCommand.Run(rest),
        ["annotate", .. var rest] => WriteCommand.Annotate(rest),
        ["apply", .. var rest] => WriteCommand.Apply(rest),
        ["clear", .. var rest] => WriteCommand.Clear(rest),
        ["finalize", .. var rest] => WriteCommand.Finalize(rest),
        ["audit", "verify", .. var rest] => AuditVerifyCommand.Run(rest),
        ["audit", .. var rest] => AuditCommand.Run(rest),
        ["manifest", .. var rest] => ManifestCommand.Run(rest),
        ["template", "new", .. var rest] => TemplateNewCommand.Run(rest),
        ["template", "lint", .. var rest] => TemplateLintCommand.Run(rest),
        ["template", "--help" or "-h"] => Usage.Print(Usage.Template),
        ["template", ..] => throw new UsageException("Say what to do with the standard note: laminar template new or laminar template lint."),
        ["pack", "test", .. var rest] => PackTestCommand.Run(rest),
        ["pack", "diff", .. var rest] => PackDiffCommand.Run(rest),
        ["pack", "export", .. var rest] => PackZipCommand.Export(rest),
        ["pack", "import", .. var rest] => PackZipCommand.Import(rest),
        ["pack", ..] => throw new UsageException("Say what to do with the pack: laminar pack test, diff, export or import; laminar --help tells more."),
        [var unknown, ..] => throw new UsageException($"There is no command \"{unknown}\"; laminar --help lists them."),
    };
}
catch (UsageException problem)
{
    Console.Error.WriteLine($"laminar: {problem.Message}");
    return ExitCode.CouldNotRun;
}
catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
{
    // Reading has its own sentences, so this is the output. Whoever read it may have gone (laminar scan … | head): EPIPE, or
    // Windows' two codes for it.
    if (problem.HResult is not (32 or unchecked((int)0x8007006D) or unchecked((int)0x800700E8)))
    {
        Console.Error.WriteLine("laminar: The output could not be written.");
    }

    return ExitCode.CouldNotRun;
}
catch (Exception mistake) when (mistake is not OutOfMemoryException)
{
    // Its message may quote what was being read, so it goes no further than its kind and where it was made.
    Console.Error.WriteLine($"laminar: The program made a mistake ({mistake.GetType().FullName}); please report it.\n{mistake.StackTrace}");
    return ExitCode.CouldNotRun;
}

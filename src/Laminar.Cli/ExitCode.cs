namespace Laminar.Cli;

/// <summary>The contract's exit codes; of several, the greatest counts.</summary>
internal static class ExitCode
{
    public const int Clean = 0;

    /// <summary>Something of severity required or consistency is open, or a pack's example fails.</summary>
    public const int Open = 1;

    public const int CouldNotRun = 2;
}

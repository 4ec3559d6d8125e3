namespace Laminar.Web;

internal static partial class CrashDumps
{
    // The runtime takes either name; the newer one goes first.
    private static readonly string[] Switches = ["DOTNET_DbgEnableMiniDump", "COMPlus_DbgEnableMiniDump"];

    /// <summary>
    /// Says at the start where the runtime is told to write its memory to a file when it crashes: the drafts that are being read stand in
    /// it. That is the operator's to decide, and nobody should find out later.
    /// </summary>
    public static void WarnOfCrashDumps(this WebApplication app)
    {
        if (Array.Find(Switches, static name => Environment.GetEnvironmentVariable(name) is "1") is { } name)
        {
            LogDumps(app.Logger, name);
        }
    }

    [LoggerMessage(EventId = 16, Level = LogLevel.Warning, Message = "{Setting}=1: a crash would write this server's memory to a file, with the drafts that it is reading; take the setting away, or keep that file as you keep patients' records")]
    private static partial void LogDumps(ILogger logger, string setting);
}

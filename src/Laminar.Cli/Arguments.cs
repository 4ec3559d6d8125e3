namespace Laminar.Cli;

/// <summary>What all commands read from their arguments alike.</summary>
internal static class Arguments
{
    /// <summary><c>--format=json</c> is <c>--format json</c>.</summary>
    public static (string Name, string? Value) Split(string arg) =>
        arg.StartsWith("--", StringComparison.Ordinal) && arg.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            ? (arg[..at], arg[(at + 1)..])
            : (arg, null);

    /// <summary>The value of an option, which is its next argument.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Take(string command, ref ReadOnlySpan<string> args, string option)
    {
        if (args is not [var value, .. var rest])
        {
            throw new UsageException($"{option} wants a value; laminar {command} --help lists them.");
        }

        args = rest;
        return value;
    }
}

namespace Laminar.Cli;

internal static class TemplateLintCommand
{
    public static int Run(ReadOnlySpan<string> args) => args.Length;
}

using System.Text;
using Laminar.Hosts;

namespace Laminar.Cli;

/// <summary><c>laminar audit verify</c>: whether an exported audit trail is as it was recorded.</summary>
internal static class AuditVerifyCommand
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static int Run(ReadOnlySpan<string> args)
    {
        var (file, head, after, help) = Parse(args);
        if (help)
        {
            return Usage.Print(Usage.AuditVerify);
        }

        var path = file ?? throw new UsageException("Name the exported trail: laminar audit verify FILE.jsonl.");
        var check = new AuditCheck(after);
        Read(path, check);
        check.End(head);
        Console.Out.WriteLine(check.Problem ?? check.Summary);
        return check.Problem is null ? ExitCode.Clean : ExitCode.Open;
    }

    /// <summary>Line by line: a trail of years need not fit into memory.</summary>
    private static void Read(string path, AuditCheck check)
    {
        try
        {
            using var lines = new StreamReader(path, Strict);
            while (lines.ReadLine() is { } line && check.Take(Encoding.UTF8.GetBytes(line)))
            {
            }
        }
        catch (DecoderFallbackException)
        {
            // Bytes that are no text: what the server wrote is.
            check.Take(ReadOnlyMemory<byte>.Empty);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Plain.Text(path)} could not be read; see whether it is there and yours to read.");
        }
    }

    private static (string? File, string? Head, string? After, bool Help) Parse(ReadOnlySpan<string> args)
    {
        var (file, head, after, help) = ((string?)null, (string?)null, (string?)null, false);
        while (args is [var arg, .. var rest])
        {
            args = rest;
            switch (Arguments.Split(arg))
            {
                case ("--help" or "-h", _):
                    help = true;
                    break;
                case ("--head", var value):
                    head = Hash(value ?? Arguments.Take("audit verify", ref args, arg), arg);
                    break;
                case ("--after", var value):
                    after = Hash(value ?? Arguments.Take("audit verify", ref args, arg), arg);
                    break;
                case (['-', _, ..], _):
                    throw new UsageException($"audit verify has no option {arg}; laminar audit verify --help lists them.");
                default:
                    file = file is null ? arg : throw new UsageException("Verify one exported trail at a time: laminar audit verify FILE.jsonl.");
                    break;
            }
        }

        return (file, head, after, help);
    }

    private static string Hash(string value, string option) =>
        value.Length == AuditEntry.NoHash.Length && value.All(char.IsAsciiHexDigit)
            ? value.ToLowerInvariant()
            : throw new UsageException($"{option.Split('=')[0]} wants the hash of an entry, {AuditEntry.NoHash.Length} digits from 0 to f.");
}

using System.Text;

namespace Laminar.Cli;

/// <summary>
/// The add-in's manifest for the server that an organisation runs. The host is said once, by whoever deploys: a server behind a
/// proxy does not know its own name, and one that believed its requests would write anyone's name into a manifest.
/// </summary>
internal static class ManifestCommand
{
    /// <summary>The server that the repository's manifest is for.</summary>
    private const string Local = "https://localhost:5443";

    private const string HowToSayHost = "Say where the pane is served: laminar manifest --host https://laminar.example.org.";

    public static int Run(ReadOnlySpan<string> args)
    {
        var (host, output, help) = Parse(args);
        if (help)
        {
            return Usage.Print(Usage.Manifest);
        }

        var manifest = Encoding.UTF8.GetBytes(Template().Replace(Local, Origin(host), StringComparison.Ordinal));
        if (output is null)
        {
            using var standard = Console.OpenStandardOutput();
            standard.Write(manifest);
        }
        else
        {
            OutputFile.Write(output, manifest, keepsBackup: false);
        }

        return ExitCode.Clean;
    }

    private static (string? Host, string? Output, bool Help) Parse(ReadOnlySpan<string> args)
    {
        var (host, output, help) = ((string?)null, (string?)null, false);
        while (args is [var arg, .. var rest])
        {
            args = rest;
            (host, output, help) = Arguments.Split(arg) switch
            {
                ("--help" or "-h", _) => (host, output, true),
                ("--host", var value) => (value ?? Arguments.Take("manifest", ref args, arg), output, help),
                ("-o" or "--output", var value) => (host, value ?? Arguments.Take("manifest", ref args, arg), help),
                _ => throw new UsageException("manifest takes --host and -o alone; laminar manifest --help says how."),
            };
        }

        return output is "" ? throw new UsageException("The file after -o has no name; give it one.") : (host, output, help);
    }

    /// <summary>Scheme, name and port, in letters that need no quoting in XML.</summary>
    private static string Origin(string? host)
    {
        if (!Uri.TryCreate(host, UriKind.Absolute, out var uri) || uri.HostNameType is not (UriHostNameType.Dns or UriHostNameType.IPv4))
        {
            throw new UsageException(HowToSayHost);
        }

        return uri switch
        {
            _ when uri.Scheme != Uri.UriSchemeHttps => throw new UsageException("Word opens a pane over https alone; say the host with https://."),
            _ when uri is not { PathAndQuery: "/", Fragment: "", UserInfo: "" } =>
                throw new UsageException("Say the host and nothing behind it; the pages have fixed places there."),
            { IsDefaultPort: true } => $"https://{uri.IdnHost}",
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"https://{uri.IdnHost}:{uri.Port}"),
        };
    }

    /// <summary>The repository's manifest, which the program carries.</summary>
    public static string Template()
    {
        using var manifest = new StreamReader(typeof(ManifestCommand).Assembly.GetManifestResourceStream("manifest.xml")!);
        return manifest.ReadToEnd();
    }
}

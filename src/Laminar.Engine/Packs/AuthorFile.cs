using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Laminar.Engine.Packs;

/// <summary>A pack's file as its author sees it: every mistake is reported with line, column and the lines around it.</summary>
internal sealed class AuthorFile
{
    private readonly PackFile _file;
    private readonly List<PackError> _errors;

    public AuthorFile(PackFile file, List<PackError> errors)
    {
        _file = file;
        _errors = errors;
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(file.Text));
            Root = stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null;
        }
        catch (YamlException broken)
        {
            Error(broken.Start, "This is not YAML: " + OneSentence(broken));
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            // The parser gives up on some texts without saying where.
            Error(new Mark(0, 1, 1), "This is not YAML: a bracket or a quotation mark is not closed.");
        }
    }

    public string Path => _file.Path;

    public YamlNode? Root { get; }

    public void Error(YamlNode node, string message) => Error(node.Start, message);

    /// <summary>The entries of a mapping; an unknown key is an error that lists the known ones.</summary>
    public IReadOnlyDictionary<string, YamlNode> Map(YamlNode node, params ReadOnlySpan<string> known)
    {
        var entries = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        if (node is not YamlMappingNode mapping)
        {
            Error(node, "Here a list of \"key: value\" lines is expected.");
            return entries;
        }

        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? string.Empty;
            if (known.Length > 0 && !known.Contains(name))
            {
                Error(key, $"The key \"{name}\" is not known here; known are {string.Join(", ", known!)}.");
                continue;
            }

            entries[name] = value;
        }

        return entries;
    }

    /// <summary>The entries of a mapping whose keys are names that the author chooses.</summary>
    public IEnumerable<(string Name, YamlNode Key, YamlNode Value)> Entries(YamlNode node)
    {
        if (node is not YamlMappingNode mapping)
        {
            Error(node, "Here a list of \"name: …\" lines is expected.");
            yield break;
        }

        foreach (var (key, value) in mapping.Children)
        {
            yield return ((key as YamlScalarNode)?.Value ?? string.Empty, key, value);
        }
    }

    public string Text(YamlNode? node)
    {
        if (node is YamlScalarNode { Value: { } value })
        {
            return value.Trim();
        }

        if (node is not null)
        {
            Error(node, "Here a single text is expected, not a list.");
        }

        return string.Empty;
    }

    /// <summary>A list of texts; a single text is a list of one.</summary>
    public IReadOnlyList<(string Text, YamlNode Node)> Texts(YamlNode? node)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlSequenceNode sequence:
                return [.. sequence.Children.Select(n => (Text(n), n))];
            default:
                return [(Text(node), node)];
        }
    }

    public IReadOnlyList<YamlNode> Items(YamlNode? node)
    {
        if (node is null)
        {
            return [];
        }

        if (node is YamlSequenceNode sequence)
        {
            return [.. sequence.Children];
        }

        Error(node, "Here a list is expected: lines that start with \"- \".");
        return [];
    }

    private static string OneSentence(YamlException broken)
    {
        var message = broken.InnerException?.Message ?? broken.Message;
        var end = message.IndexOf("): ", StringComparison.Ordinal);
        return (end >= 0 ? message[(end + 3)..] : message).TrimEnd('.') + ".";
    }

    private void Error(Mark mark, string message)
        => _errors.Add(new PackError(Path, (int)mark.Line, (int)mark.Column, message, Excerpt((int)mark.Line, (int)mark.Column)));

    private string Excerpt(int line, int column)
    {
        var lines = _file.Text.Split('\n');
        var excerpt = new System.Text.StringBuilder();
        for (var i = Math.Max(1, line - 1); i <= Math.Min(lines.Length, line + 1); i++)
        {
            excerpt.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i,5} | {lines[i - 1].TrimEnd('\r')}\n");
            if (i == line)
            {
                excerpt.Append("      | ").Append(' ', Math.Max(0, column - 1)).Append("^\n");
            }
        }

        return excerpt.ToString();
    }
}

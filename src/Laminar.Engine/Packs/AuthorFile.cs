using System.Globalization;
using YamlDotNet.Core;

namespace Laminar.Engine.Packs;

/// <summary>A pack's file as its author sees it: every mistake is reported with line, column and the lines around it.</summary>
internal sealed class AuthorFile
{
    private readonly PackFile _file;
    /// <summary>Nobody reads more of them at once, and a file that is wrong throughout would make more of them than it has text.</summary>
    private const int MostErrors = 100;

    /// <summary>Nearly twenty times the longest file that ships: what is parsed takes a hundred times its length in memory.</summary>
    private const int MostCharacters = 512 * 1024;

    private readonly List<PackError> _errors;
    private readonly int _most;
    private readonly AuthorLines _lines;

    /// <param name="errors">Of all files that are read together.</param>
    /// <param name="most">How many of them are kept.</param>
    public AuthorFile(PackFile file, List<PackError> errors, int most = MostErrors)
    {
        (_file, _errors, _most) = (file, errors, most);
        var isTooLong = file.Text.Length > MostCharacters;
        _lines = new AuthorLines(isTooLong ? string.Empty : file.Text);
        if (isTooLong)
        {
            Error(1, 1, $"This file is longer than {MostCharacters / 1024} KB; divide it into several.");
            return;
        }

        var tree = new AuthorTree(file.Text);
        try
        {
            Root = tree.Read();
        }
        catch (YamlException broken)
        {
            Error(broken.Start, "This is not YAML: " + OneSentence(broken));
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            // The parser gives up on some texts without saying where.
            Error(tree.Reached, "This is not YAML: a bracket or a quotation mark is not closed.");
        }
    }

    public PackFile Source => _file;

    public string Path => _file.Path;

    public AuthorNode? Root { get; }

    public void Error(AuthorNode node, string message) => Error(node.Line, node.Column, message);

    /// <summary>The entries of a mapping; an unknown key is an error that lists the known ones.</summary>
    public IReadOnlyDictionary<string, AuthorNode> Map(AuthorNode node, params string[] known)
    {
        var entries = new Dictionary<string, AuthorNode>(StringComparer.Ordinal);
        if (node is not AuthorMap mapping)
        {
            Error(node, "Here a list of \"key: value\" lines is expected.");
            return entries;
        }

        foreach (var (name, key, value) in mapping.Entries)
        {
            if (known.Length > 0 && Array.IndexOf(known, name) < 0)
            {
                Error(key, $"The key \"{name}\" is not known here; known are {string.Join(", ", known)}.");
                continue;
            }

            entries[name] = value;
        }

        return entries;
    }

    /// <summary>The entries of a mapping whose keys are names that the author chooses.</summary>
    public IReadOnlyList<AuthorEntry> Entries(AuthorNode node)
    {
        if (node is AuthorMap mapping)
        {
            return mapping.Entries;
        }

        Error(node, "Here a list of \"name: …\" lines is expected.");
        return [];
    }

    public string Text(AuthorNode? node)
    {
        if (node is AuthorScalar scalar)
        {
            return scalar.Value.Trim();
        }

        if (node is not null)
        {
            Error(node, "Here a single text is expected, not a list.");
        }

        return string.Empty;
    }

    /// <summary>A switch: true or false, and <paramref name="otherwise"/> where the author says nothing.</summary>
    public bool Flag(AuthorNode? node, bool otherwise = false)
        => node is null ? otherwise : OneOf(node, "true", "false") == "true";

    /// <summary>A whole number; <paramref name="otherwise"/> where the author says nothing.</summary>
    public int Whole(AuthorNode? node, int otherwise = 0)
    {
        if (node is null)
        {
            return otherwise;
        }

        if (int.TryParse(Text(node), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Error(node, "Here a whole number is expected.");
        return 0;
    }

    /// <summary>A text that is one of a few words; null where the author says nothing or something else, which is an error.</summary>
    public string? OneOf(AuthorNode? node, params ReadOnlySpan<string> known)
    {
        if (node is null)
        {
            return null;
        }

        var text = Text(node);
        if (known.Contains(text))
        {
            return text;
        }

        Error(node, $"\"{text}\" is not known here; known are {string.Join(", ", known!)}.");
        return null;
    }

    /// <summary>A list of texts; a single text is a list of one.</summary>
    public IReadOnlyList<AuthorText> Texts(AuthorNode? node) => node switch
    {
        null => [],
        AuthorList list => list.Items.ConvertAll(item => new AuthorText(Text(item), item)),
        _ => [new AuthorText(Text(node), node)],
    };

    public IReadOnlyList<AuthorNode> Items(AuthorNode? node)
    {
        if (node is null)
        {
            return [];
        }

        if (node is AuthorList list)
        {
            return list.Items;
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

    private void Error(Mark mark, string message) => Error((int)mark.Line, (int)mark.Column, message);

    private void Error(int line, int column, string message)
    {
        if (_errors.Count < _most)
        {
            _errors.Add(new PackError(Path, line, column, message, _lines.Around(line, column)));
        }
        else if (_errors.Count == _most)
        {
            _errors.Add(new PackError(Path, line, column, $"There are more errors than these {_most}; mend them first.", _lines.Around(line, column)));
        }
    }
}

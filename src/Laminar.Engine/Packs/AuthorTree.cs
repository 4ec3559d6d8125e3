using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Laminar.Engine.Packs;

/// <summary>
/// Builds the nodes of a file from the parser's events. The library's own tree takes as long again to build as the text to
/// parse, most of it in preparing code, and a command that scans one file waits for it.
/// </summary>
internal sealed class AuthorTree(string text)
{
    private const int Deepest = 32;

    private readonly Parser _parser = new(new StringReader(text));

    // Behind the last text or bracket: where a block ends, whose own end the parser says only behind the comments that follow.
    private int _last;

    /// <summary>Up to where the text could be read.</summary>
    public Mark Reached { get; private set; } = new(0, 1, 1);

    /// <summary>The first document's root, or null for a file of comments. All of the file has to be YAML.</summary>
    /// <exception cref="YamlException">The text is not YAML, or uses what packs have no use for.</exception>
    public AuthorNode? Read()
    {
        AuthorNode? root = null;
        while (Next() is { } read)
        {
            if (root is null && read is NodeEvent or AnchorAlias)
            {
                root = Node(read, 0);
            }
        }

        return root;
    }

    private ParsingEvent? Next()
    {
        if (!_parser.MoveNext() || _parser.Current is not { } read)
        {
            return null;
        }

        Reached = read.Start;
        return read;
    }

    private AuthorNode Node(ParsingEvent? read, int depth)
    {
        if (read is AnchorAlias || read is NodeEvent { Anchor.IsEmpty: false })
        {
            throw new YamlException(read.Start, read.End, "Anchors (&) and aliases (*) are not read here; write the text out");
        }

        if (depth > Deepest)
        {
            throw new YamlException(Reached, Reached, "This is nested too deeply");
        }

        var (line, column, from) = ((int)Reached.Line, (int)Reached.Column, (int)Reached.Index);
        AuthorNode node = read switch
        {
            Scalar scalar => new AuthorScalar(line, column, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart list => List(new AuthorList(line, column, list.Style != SequenceStyle.Flow), depth),
            MappingStart => Map(new AuthorMap(line, column), depth),
            _ => throw new YamlException(Reached, Reached, "The text ends too early"),
        };
        _last = IsBlock(read) ? _last : End(from);
        (node.Start, node.End) = (from, _last);
        return node;
    }

    private static bool IsBlock(ParsingEvent? read) => read is SequenceStart { Style: not SequenceStyle.Flow } or MappingStart { Style: not MappingStyle.Flow };

    /// <summary>Behind what was read last; the parser says of a bracket that closes only where it stands.</summary>
    private int End(int from)
    {
        var end = (int)(_parser.Current?.End.Index ?? from);
        return _parser.Current is SequenceEnd or MappingEnd && end < text.Length && text[end] is ']' or '}' && end == _parser.Current.Start.Index ? end + 1 : end;
    }

    private AuthorList List(AuthorList list, int depth)
    {
        while (Next() is { } read and not SequenceEnd)
        {
            list.Items.Add(Node(read, depth + 1));
        }

        return list;
    }

    private AuthorMap Map(AuthorMap map, int depth)
    {
        while (Next() is { } read and not MappingEnd)
        {
            var key = Node(read, depth + 1);
            if (!map.Add(key, Node(Next(), depth + 1)))
            {
                throw new YamlException(read.Start, read.End, $"The key \"{((AuthorScalar)key).Value}\" stands here twice");
            }
        }

        return map;
    }
}

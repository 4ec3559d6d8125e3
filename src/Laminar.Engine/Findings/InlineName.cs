using Laminar.Engine.Elements;

namespace Laminar.Engine.Findings;

/// <summary>An element's name inside a sentence: "ligament, disc not stated".</summary>
internal static class InlineName
{
    /// <summary>The name with a small first letter, unless its first word is an abbreviation or a name: "CT", "C-arm".</summary>
    public static string Of(ElementRule element)
    {
        var name = element.Name;
        return name is [_, var second, ..] && char.IsLower(second) && !IsWrittenLarge(element.Question, name) && !IsWrittenLarge(element.Why, name)
            ? char.ToLowerInvariant(name[0]) + name[1..]
            : name;
    }

    /// <summary>Whether the author's own wording keeps the capital of the name's first word inside a sentence.</summary>
    private static bool IsWrittenLarge(string wording, string name)
    {
        var (words, first) = (wording.Split(' '), name.Split(' ')[0]);
        return words.Zip(words.Skip(1)).Any(pair => pair.First is [.., not ('.' or '?' or '!')] && pair.Second.TrimEnd('.', '?', '!', ',', ';', ':') == first);
    }
}

using System.Globalization;
using System.Text;

namespace Laminar.Cli;

/// <summary>A draft and its name are a stranger's text: nothing in them may steer the terminal.</summary>
internal static class Plain
{
    public static string Text(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (Column(character) is { } shown)
            {
                plain.Append(shown);
            }
            else if (StandsOnAnother(character))
            {
                plain.Append(character);
            }
        }

        return plain.ToString();
    }

    /// <summary>What is shown in the character's column; null where it takes none.</summary>
    public static char? Column(char character) => CharUnicodeInfo.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => ' ',
        UnicodeCategory.Format or UnicodeCategory.NonSpacingMark => null,
        UnicodeCategory.Surrogate when char.IsLowSurrogate(character) => null,
        _ => character,
    };

    /// <summary>Shown with the character before it, in no column of its own.</summary>
    public static bool StandsOnAnother(char character) =>
        char.IsLowSurrogate(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;
}

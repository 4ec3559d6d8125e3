namespace Laminar.Cli;

internal static class Wrap
{
    /// <summary>Breaks a text at spaces; a word that is longer than a line keeps one to itself.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        while (text.Length > width)
        {
            var space = text.LastIndexOf(' ', width);
            space = space > 0 ? space : text.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0)
            {
                break;
            }

            yield return text[..space];
            text = text[(space + 1)..];
        }

        yield return text;
    }
}

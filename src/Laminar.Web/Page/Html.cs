using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Laminar.Web;

/// <summary>
/// HTML written with interpolated strings: what stands in the source is markup, what stands in a hole is text and is encoded.
/// There is no other way in, so a draft can't bring markup of its own.
/// </summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text = new(16 * 1024);

    public Html Add([InterpolatedStringHandlerArgument("")] ref Markup markup)
    {
        _ = markup;
        return this;
    }

    public override string ToString() => text.ToString();

    public IResult Answer(int status = StatusCodes.Status200OK) =>
        Results.Content(ToString(), "text/html; charset=utf-8", statusCode: status);

    [InterpolatedStringHandler]
    internal readonly ref struct Markup(int literalLength, int formattedCount, Html html)
    {
        private readonly StringBuilder text = html.text.EnsureRoom(literalLength + (formattedCount * 16));

        public void AppendLiteral(string markup) => text.Append(markup);

        public void AppendFormatted(string? words) => text.Append(words is null ? "" : Encoder.Encode(words));

        public void AppendFormatted(int number) => text.Append(number);

        public void AppendFormatted(ReadOnlySpan<char> words) => AppendFormatted(words.ToString());
    }
}

file static class StringBuilderRoom
{
    public static StringBuilder EnsureRoom(this StringBuilder text, int more)
    {
        text.EnsureCapacity(text.Length + more);
        return text;
    }
}

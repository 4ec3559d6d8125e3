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

    public IResult Answer() => Results.Content(text.ToString(), "text/html; charset=utf-8");

    [InterpolatedStringHandler]
    internal readonly ref struct Markup
    {
        private readonly StringBuilder text;

        // The lengths are of no use: a builder told to make room copies its last chunk each time.
        public Markup(int literalLength, int formattedCount, Html html) => text = html.text;

        public void AppendLiteral(string markup) => text.Append(markup);

        public void AppendFormatted(string? words) => text.Append(words is null ? "" : Encoder.Encode(words));
    }
}

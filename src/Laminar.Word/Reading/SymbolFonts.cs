using System.Collections.Frozen;
using System.Globalization;

namespace Laminar.Word;

/// <summary>
/// Characters of <c>w:sym</c>, which names a font and a place in it. In the old symbol fonts the place says nothing by
/// itself; Word writes it moved up into the private area (F000 to F0FF).
/// </summary>
internal static class SymbolFonts
{
    private const char Mark = '\u2022';

    // Fonts in which the place is the character. Of any other font nobody knows what stands at the place of a letter.
    private static readonly FrozenSet<string> TextFonts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Aptos", "Arial", "Arial Black", "Arial Narrow", "Arial Unicode MS", "Book Antiqua", "Bookman Old Style", "Calibri", "Calibri Light", "Cambria",
        "Cambria Math", "Candara", "Century", "Century Gothic", "Consolas", "Constantia", "Corbel", "Courier", "Courier New", "DejaVu Sans", "Garamond",
        "Georgia", "Helvetica", "Liberation Mono", "Liberation Sans", "Liberation Serif", "Lucida Console", "Lucida Sans Unicode", "Microsoft Sans Serif",
        "MS Gothic", "MS Mincho", "Palatino Linotype", "Segoe UI", "Segoe UI Symbol", "Tahoma", "Times", "Times New Roman", "Trebuchet MS", "Verdana");

    // Adobe's encoding of the font Symbol, 20 to 7E and A0 to FE; its minus and its asterisk are read as typed ones.
    private const string SymbolLow = " !∀#∃%&∋()*+,-./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~";
    private const string SymbolHigh = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪•〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

    /// <summary>The character that a reader sees, or null where there is none.</summary>
    /// <param name="code">Hexadecimal, as in the file.</param>
    public static char? Read(string? font, string? code)
    {
        if (!ushort.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var place) || char.IsSurrogate((char)place))
        {
            return null;
        }

        var isPrivate = place is >= 0xF000 and <= 0xF0FF;
        var low = isPrivate ? place - 0xF000 : place;
        return font?.ToUpperInvariant() switch
        {
            "SYMBOL" when low <= 0xFF => Symbol(low),
            "WINGDINGS" when low <= 0xFF => Wingding(low),
            "WINGDINGS 2" when low <= 0xFF => Wingding2(low),
            "WINGDINGS 3" or "WEBDINGS" when low <= 0xFF => Mark,
            _ when low < ' ' => null,
            _ when font is not null && TextFonts.Contains(font) => (char)low,
            _ => low == ' ' ? ' ' : IsPlaceOnly(low) ? Mark : (char)low,
        };
    }

    /// <summary>Whether the code is only a place in its font: below 0100 as in the old symbol fonts, or in the private area.</summary>
    private static bool IsPlaceOnly(int place) => place is <= 0xFF or (>= 0xE000 and <= 0xF8FF);

    private static char Symbol(int place) => place switch
    {
        >= 0x20 and <= 0x7E => SymbolLow[place - 0x20],
        >= 0xA0 and <= 0xFE => SymbolHigh[place - 0xA0],
        _ => Mark,
    };

    // The signs that a report uses; any other picture is a mark without a meaning, and never the letter at its place.
    private static char Wingding(int place) => place switch
    {
        0x20 => ' ',
        0x6E => '\u25A0',
        0x6F or 0x70 or 0x71 or 0x72 or 0xA8 => '\u2610',
        0x78 or 0xFD => '\u2612',
        0xFE => '\u2611',
        0xFB => '\u2717',
        0xFC => '\u2713',
        0xDF or 0xE7 or 0xEF => '\u2190',
        0xE0 or 0xE8 or 0xF0 => '\u2192',
        0xE1 or 0xE9 or 0xF1 => '\u2191',
        0xE2 or 0xEA or 0xF2 => '\u2193',
        _ => Mark,
    };

    private static char Wingding2(int place) => place switch
    {
        0x20 => ' ',
        0x2A or 0x30 or 0xA3 => '\u2610',
        0x4F => '\u2717',
        0x50 => '\u2713',
        0x51 or 0x53 or 0x54 => '\u2612',
        0x52 => '\u2611',
        _ => Mark,
    };
}

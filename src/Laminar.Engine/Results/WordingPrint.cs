using System.Globalization;

namespace Laminar.Engine;

/// <summary>
/// The fingerprint of a confirmed sentence: enough to see whether it still stands in the draft, without keeping its words.
/// The text is folded first: lower case (invariant), each run of white space one space, none at the ends. The print is the
/// folded length and a polynomial hash modulo 2^61-1, so that a paragraph is searched in one pass.
/// </summary>
public static class WordingPrint
{
    private const ulong Modulus = (1UL << 61) - 1;

    // Any number below the modulus that is far from a small one; part of the format, since prints are kept in documents.
    private const ulong Base = 0x09E3779B97F4A7C1;

    /// <summary>The print of a sentence: its folded length, a hyphen, sixteen hexadecimal digits.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = Fold(text);
        return string.Create(CultureInfo.InvariantCulture, $"{folded.Length}-{Hash(folded):x16}");
    }

    /// <summary>Whether the sentence of a print stands in a paragraph. A text that is no print stands nowhere.</summary>
    public static bool IsIn(string print, string paragraphText)
    {
        ArgumentNullException.ThrowIfNull(print);
        ArgumentNullException.ThrowIfNull(paragraphText);
        return TryParse(print, out var length, out var hash) && IsIn(length, hash, Fold(paragraphText));
    }

    /// <summary>The length and hash of a print; false for a text that is none.</summary>
    internal static bool TryParse(ReadOnlySpan<char> print, out int length, out ulong hash)
    {
        hash = 0;
        var hyphen = print.IndexOf('-');
        return int.TryParse(print[..Math.Max(hyphen, 0)], NumberStyles.None, CultureInfo.InvariantCulture, out length) && length > 0
            && print.Length == hyphen + 17
            && ulong.TryParse(print[(hyphen + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out hash);
    }

    /// <summary>Searches a folded text: the hash of the window moves on by a character at a time.</summary>
    internal static bool IsIn(int length, ulong hash, ReadOnlySpan<char> folded)
    {
        if (folded.Length < length)
        {
            return false;
        }

        var (window, leaving) = (Hash(folded[..length]), Power(length - 1));
        for (var i = length; window != hash; i++)
        {
            if (i == folded.Length)
            {
                return false;
            }

            var left = window + Modulus - Times(folded[i - length], leaving);
            window = Plus(Times(left % Modulus, Base), folded[i]);
        }

        return true;
    }

    internal static string Fold(string text)
    {
        var folded = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                folded[length++] = char.ToLowerInvariant(c);
            }
            else if (length > 0 && folded[length - 1] != ' ')
            {
                folded[length++] = ' ';
            }
        }

        return new string(folded, 0, length > 0 && folded[length - 1] == ' ' ? length - 1 : length);
    }

    private static ulong Hash(ReadOnlySpan<char> folded)
    {
        var hash = 0UL;
        foreach (var c in folded)
        {
            hash = Plus(Times(hash, Base), c);
        }

        return hash;
    }

    private static ulong Power(int exponent)
    {
        var (power, factor) = (1UL, Base);
        for (; exponent > 0; exponent >>= 1)
        {
            power = (exponent & 1) != 0 ? Times(power, factor) : power;
            factor = Times(factor, factor);
        }

        return power;
    }

    private static ulong Plus(ulong one, ulong other) => (one + other) % Modulus;

    /// <summary>The product modulo 2^61-1: its bits above the 61st count as much as those below.</summary>
    private static ulong Times(ulong one, ulong other)
    {
        var high = Math.BigMul(one, other, out var low);
        return ((low & Modulus) + (low >> 61 | high << 3)) % Modulus;
    }
}

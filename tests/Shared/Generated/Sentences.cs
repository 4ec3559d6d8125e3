using CsCheck;

namespace Laminar.Tests.Generated;

/// <summary>Invented sentences of operative reports, some with characters that XML must escape.</summary>
internal static class Sentences
{
    private static readonly string[] All =
    [
        "The patient was positioned prone and the back was prepared and draped.",
        "A cannula was advanced percutaneously onto the lower edge of the T8 lamina.",
        "The interlaminar space at T8-T9 was entered on the right, and a laminotomy was made with a rongeur.",
        "Local anesthetic & saline were given; the pressure was < 20 mm.",
        "The “ligament” was thinned – bit by bit – until the thecal sac was free.",
        "Blood loss was small.",
        "No complication was seen.",
        "The instruments were withdrawn and the skin was closed with a strip.",
        "Consent: risks > benefits were discussed.",
        "Left",
        "See ______ for the level.",
    ];

    private static readonly string[] Leads =
        ["INDICATIONS:", "FINDINGS:", "DESCRIPTION OF PROCEDURE:", "ANESTHESIA:", "COMPLICATIONS:", "IMPLANTS:"];

    public static Gen<string> One { get; } = Gen.OneOf(All);

    public static Gen<string> Lead { get; } = Gen.OneOf(Leads);

    /// <summary>Some sentences, cut anywhere into pieces.</summary>
    public static Gen<string[]> Pieces { get; } = One.Array[1, 3].SelectMany(static sentences =>
    {
        var text = string.Join(' ', sentences);
        return Gen.Int[1, text.Length].Array[0, 5].Select(cuts => Cut(text, cuts));
    });

    private static string[] Cut(string text, int[] cuts)
    {
        int[] places = [0, .. cuts.Where(cut => cut < text.Length).Distinct().Order(), text.Length];
        return [.. places.Zip(places.Skip(1)).Select(pair => text[pair.First..pair.Second])];
    }
}

using CsCheck;
using Laminar.Engine;
using Laminar.Tests.Generated;

namespace Laminar.Word.Tests;

/// <summary>What holds for any edits of any draft.</summary>
public class AnyEditTests
{
    private const int Drafts = 100;

    private static readonly Gen<string> Text = Gen.Frequency(
        (4, Gen.OneOf("", "x", "left", " at T9-T10", "It was not done.")),
        (3, Gen.OneOf("a <w:t> & \"b\"", "one\ntwo", "\n", "\t", "a\vb", "one\n\tthree\n", "\U0001F600 ½ é")));

    private static readonly Gen<(int From, int Length, string Text)[]> Places = Gen.Select(Gen.Int[0, 999], Gen.Frequency((3, Gen.Int[0, 12]), (1, Gen.Int[0, 300])), Text).Array[1, 4];

    [Fact]
    public void They_are_made_lawfully_or_refused_as_a_whole()
    {
        var (made, refused) = (0, new Dictionary<string, int>());
        Gen.Select(GeneratedDraft.Docx, Places).Sample(
            (docx, places) =>
            {
                var code = Edited.Code(docx, [.. Edits(Written.Open(docx).Draft, places)]);
                lock (refused)
                {
                    made += code is null ? 1 : 0;
                    refused[code ?? ""] = refused.GetValueOrDefault(code ?? "") + 1;
                }
            },
            iter: Drafts);
        Assert.True(made > Drafts / 4 && refused.GetValueOrDefault(DraftErrorCodes.EditUnsafe) <= Drafts / 20, $"Of {Drafts} {made} were made; {string.Join(", ", refused)}");
    }

    /// <summary>Edits at places of the body's text as a whole, in order.</summary>
    private static IEnumerable<TextEdit> Edits(Draft draft, (int From, int Length, string Text)[] places)
    {
        var body = draft.Paragraphs.TakeWhile(static paragraph => paragraph.Part == DraftPart.Body).Select(static paragraph => paragraph.Text.Length + 1).ToList();
        var last = body.Sum() - 1;
        var at = 0;
        foreach (var (start, length, text) in places.Select(place => (Start: place.From * last / 999, place.Length, place.Text)).OrderBy(static place => place.Start))
        {
            var from = Math.Max(start, at);
            at = Math.Min(from + length, last);
            yield return new TextEdit(Place(body, from), Place(body, at), text);
        }
    }

    private static TextPlace Place(List<int> lengths, int at)
    {
        var paragraph = 0;
        while (at >= lengths[paragraph])
        {
            at -= lengths[paragraph++];
        }

        return new TextPlace(paragraph, at);
    }
}

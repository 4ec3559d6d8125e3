using CsCheck;
using Laminar.Engine;
using Laminar.Tests.Laws;
using Laminar.Tests.Generated;
using static Laminar.Word.Tests.Markup;

namespace Laminar.Word.Tests;

/// <summary>A draft is annotated again and again while findings come and go; cuts are made beside cuts, and joined one by one.</summary>
public class ComingAndGoingTests
{
    private static readonly string[] Sentences = ["One.", "Two.", "Three."];

    private static readonly Gen<(int Seed, AnnotationMode Mode)[]> Steps = Gen.Select(Gen.Int[0, 1 << 20], Gen.Enum<AnnotationMode>()).Array[2, 4];

    [Fact]
    public void Whatever_comes_and_goes_nothing_is_left_of_it() => Gen.Select(GeneratedDraft.Docx, Steps).Sample(
        static (docx, steps) => Goes(docx, [.. steps.Select(static step => (Some(step.Seed), step.Mode))]), iter: 20);

    [Fact]
    public void A_text_of_which_a_part_is_still_cut_off_keeps_its_spaces()
    {
        var docx = SamplePackage.Of(P("<w:r><w:t>One. Two. Three. Four.</w:t></w:r>"));
        Goes(docx, [(Asking.AboutEach("One.", "Two.", "Four."), AnnotationMode.Questions), (Asking.AboutEach("", "", "Four."), AnnotationMode.Questions)]);
    }

    public static TheoryData<string> Lines => new(
        R("One. Two. Three. Four."),
        "<w:r><w:t>One. Two. Three. Four.</w:t></w:r>",
        "<w:r><w:t>\n One. Two. Three. Four.\n </w:t></w:r>",
        "<w:r><w:t>One. Two.</w:t><w:tab/><w:t>Three. Four.</w:t></w:r>",
        "<w:r><w:t>One. Two.</w:t></w:r><w:r><w:t xml:space=\"preserve\"> Three. Four.</w:t></w:r>",
        "<w:r><w:t><![CDATA[One. Two. Three. Four.]]></w:t></w:r>",
        "<w:ins w:id=\"1\" w:author=\"B\" w:date=\"2026-01-06T09:30:00Z\"><w:r><w:t>One. Two. Three. Four.</w:t></w:r></w:ins>",
        "<w:r><w:t xml:space=\"preserve\">It was: One. So</w:t></w:r><w:ins w:id=\"1\" w:author=\"B\"><w:r><w:t>me. Two. Three. Four.</w:t></w:r></w:ins>",
        "<w:ins w:id=\"1\" w:author=\"B\"><w:r><w:t>One. Two. </w:t></w:r><w:r><w:t>Three. Four.</w:t></w:r></w:ins>",
        Control("<w:tag w:val=\"own\"/>", "<w:r><w:t>One. Two. Three. Four.</w:t></w:r>"));

    [Theory]
    [MemberData(nameof(Lines))]
    public void In_every_order(string line)
    {
        InEveryOrder(line, AnnotationMode.Suggestions);
        InEveryOrder(line, AnnotationMode.Questions);
    }

    private static void InEveryOrder(string line, AnnotationMode mode)
    {
        var docx = SamplePackage.Of(P(line));
        int[] all = [1, 4, 5];
        foreach (var (first, second) in all.SelectMany(one => all.Select(other => (one, other))))
        {
            Goes(docx, [(Which(7), AnnotationMode.Suggestions), (Which(first), mode), (Which(second), mode)]);
        }
    }

    /// <summary>Whatever stands in the draft between the steps, it is the draft with additions; cleared, it is the draft.</summary>
    private static void Goes(byte[] docx, (Func<Draft, ScanResult> Scan, AnnotationMode Mode)[] steps)
    {
        var at = docx;
        foreach (var (scan, mode) in steps)
        {
            at = Written.Annotated(at, scan, mode);
            Assert.Equal(WordText.Rejected(docx).Texts, WordText.Rejected(at).Texts);
        }

        Lawful.Kept(WritingLaws.Check(docx, at));
        Written.Same(docx, Written.Open(at).Clear(Written.At));
    }

    private static Func<Draft, ScanResult> Some(int seed) => draft => AskingEverywhere.Scan(draft) is var scan
        ? scan with { Findings = [.. scan.Findings.Where((_, number) => ((seed >> (number % 20)) & 1) == 1)] } : null!;

    /// <summary>Asks behind the first three sentences, each named by a bit.</summary>
    private static Func<Draft, ScanResult> Which(int bits) => draft => Asking.For(draft,
        [.. Sentences.Index().Where(sentence => ((bits >> sentence.Index) & 1) == 1)
            .Select(sentence => Asking.Gap(Asking.Behind(sentence.Item)(draft).Findings[0].Placement!, number: sentence.Index))]);
}

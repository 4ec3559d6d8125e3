namespace Laminar.Engine.Tests;

/// <summary>
/// Every phrase of the pack with every answer, written where its finding wants it: the question is gone on the next scan, from
/// the text alone wherever a text can say it, and nothing else has changed.
/// </summary>
public sealed class AnsweredPhraseTests
{
    /// <summary>What a surgeon might write where the options are not enough.</summary>
    private static readonly Dictionary<string, string> OwnWords = new(StringComparer.Ordinal)
    {
        ["levels"] = "C5-C6",
        ["devices"] = "a cannula and a rongeur",
        ["general.anesthesia"] = "general",
        ["general.blood-loss"] = "10 mL",
        ["general.complications"] = "a dural tear",
        ["general.condition"] = "stable",
        ["general.findings"] = "thick ligament",
        ["general.postoperative-diagnosis"] = "cervical stenosis",
        ["general.specimens"] = "ligament for pathology",
        ["general.surgeon"] = "B. Example",
    };

    /// <summary>What every operation has: no denial answers it (ruling 5), so that the answer itself is kept.</summary>
    private static readonly HashSet<string> Undeniable = ["procedure", "route", "access", "visualization", "levels", "region", "laterality", "indication", "target"];

    /// <summary>What a sentence on one element says of another by the report model: imaging that verifies a level is imaging (ruling 6), a study that was planned from is a study.</summary>
    private static readonly HashSet<(string Of, string Says)> Implied = [("level-confirmation", "guidance"), ("imaging.planning", "imaging.preoperative")];

    private static readonly string[] Adjuncts = ["adjunct.ligament", "adjunct.discectomy", "adjunct.facetectomy", "adjunct.foraminotomy"];

    private static IEnumerable<string> Asked => Shipped.Pack.Elements.Where(e => e.Asked && e.Group is null).Select(e => e.Id);

    public static TheoryData<string, string> Options { get; } = [.. from id in Asked from option in OptionsOf(id) select (id, option)];

    public static TheoryData<string> Elements { get; } = [.. Asked];

    public static TheoryData<string, string> GroupOptions { get; } =
        [.. from field in Shipped.Pack.Elements.Where(e => e.Group is not null).SelectMany(e => e.Fields) from option in field.Options where option != AnswerWords.Other select (field.Name, option)];

    [Fact]
    public void The_whole_draft_leaves_nothing_open()
        => Assert.Empty(OpenDraft.Scan(OpenDraft.Whole).Findings);

    [Theory]
    [MemberData(nameof(Options))]
    public void An_option_is_read_from_the_text_alone_and_changes_nothing_else(string element, string option)
    {
        var asked = Ask(element);
        foreach (var lines in new[] { asked.Write(option), asked.WriteAsParagraph(option) })
        {
            var after = OpenDraft.Scan(lines);

            Assert.Equal(ElementStatus.Documented, after.Element(element).Status);
            Assert.DoesNotContain(after.Findings, f => f.Element == element);
            Assert.Empty(asked.Changed(after));
        }
    }

    [Theory]
    [MemberData(nameof(Elements))]
    public void Not_done_is_read_from_the_text_alone_where_a_denial_answers_and_changes_nothing_else(string element)
    {
        var asked = Ask(element);
        var lines = asked.Write(asked.NotDone);
        var after = OpenDraft.Scan(lines);

        Assert.Empty(asked.Changed(after));
        Assert.Equal(
            Undeniable.Contains(element) ? ElementStatus.Missing : element.StartsWith("general.", StringComparison.Ordinal) ? ElementStatus.Documented : ElementStatus.NotPerformed,
            after.Element(element).Status);
        Assert.Equal(Undeniable.Contains(element), after.Findings.Any(f => f.Element == element));
        Assert.DoesNotContain(OpenDraft.Scan(lines, asked.Kept(asked.NotDone)).Findings, f => f.Element == element);
    }

    [Theory]
    [MemberData(nameof(Elements))]
    public void Unable_to_state_documents_nothing_and_is_kept_as_an_answer(string element)
    {
        var asked = Ask(element);
        var lines = asked.Write(AnswerWords.UnableToState);
        var after = OpenDraft.Scan(lines);

        Assert.Empty(asked.Changed(after));
        Assert.Equal(ElementStatus.Missing, after.Element(element).Status);
        Assert.Contains(after.Findings, f => f.Id == asked.Finding.Id);
        Assert.DoesNotContain(OpenDraft.Scan(lines, asked.Kept(AnswerWords.UnableToState)).Findings, f => f.Element == element);
    }

    [Theory]
    [MemberData(nameof(FindingTests.Texts), MemberType = typeof(FindingTests))]
    public void In_any_draft_the_sentences_without_an_answer_change_no_other_element(string text)
    {
        var lines = Draft.FromText("draft.txt", text).Paragraphs.Select(p => p.Text).ToList();
        var before = OpenDraft.Scan(lines);
        Assert.All(
            from finding in before.Findings
            where finding.Suggestion?.NotPerformed is not null
            from sentence in new[] { finding.Suggestion!.NotPerformed!, finding.Suggestion.UnableToState! }
            select (finding, sentence),
            s => Assert.Empty(Changes(before, OpenDraft.Scan(OpenDraft.With(lines, s.finding.Placement!, s.sentence)), s.finding.Element)));
    }

    [Theory]
    [MemberData(nameof(GroupOptions))]
    public void One_field_of_a_group_is_read_and_the_others_stay_unstated(string field, string option)
    {
        var before = OpenDraft.Without(Adjuncts);
        var finding = OpenDraft.Scan(before).Findings.Single(f => f.Element == "adjunct");
        var sentence = Wording.Of(finding.Suggestion!, finding.Suggestion!.Fields.ToDictionary(f => f.Name, f => f.Name == field ? option : AnswerWords.UnableToState));
        var lines = OpenDraft.With(before, finding.Placement!, sentence);
        var after = OpenDraft.Scan(lines);
        var told = AdjunctOf(field);

        Assert.Equal(
            option == AnswerWords.UnableToState ? ElementStatus.Missing : AnswerWords.IsNotDone(option) ? ElementStatus.NotPerformed : ElementStatus.Documented,
            after.Element(told).Status);
        Assert.All(Adjuncts.Where(a => a != told), a => Assert.Equal(ElementStatus.Missing, after.Element(a).Status));
        Assert.Empty(Changes(OpenDraft.Scan(before), after, Adjuncts));
        Assert.DoesNotContain(OpenDraft.Scan(lines, new DraftAnswer(finding.Id, AnswerWords.Other, WordingPrint.Of(sentence))).Findings, f => f.Element == "adjunct");
    }

    [Theory]
    [InlineData("thoracic")]
    [InlineData("lumbar")]
    public void A_region_that_the_junction_leaves_open_is_closed_by_its_phrase(string region)
    {
        var before = OpenDraft.Whole.Select(l => l.Replace("C5-C6", "T12-L1", StringComparison.Ordinal).Replace("cervical spine", "spine", StringComparison.Ordinal)).ToList();
        var finding = OpenDraft.Scan(before).Findings.Single(f => f.Element == "region");
        var sentence = Wording.Of(finding.Suggestion!, new Dictionary<string, string> { ["region"] = region });

        Assert.Equal("documented " + region, OpenDraft.Scan(OpenDraft.With(before, finding.Placement!, sentence)).Reads("region"));
    }

    private static IEnumerable<string> OptionsOf(string element)
    {
        var field = Shipped.Pack.Elements.Single(e => e.Id == element).Fields.Single();
        var options = field.Options.Where(o => !AnswerWords.IsAlwaysOffered(o)).ToList();
        return OwnWords.TryGetValue(element, out var own) ? options.Append(own) : options;
    }

    private static string AdjunctOf(string field) => field switch
    {
        "disc" => "adjunct.discectomy",
        "facet" => "adjunct.facetectomy",
        "foramen" => "adjunct.foraminotomy",
        _ => "adjunct.ligament",
    };

    private static Question Ask(string element)
    {
        var lines = OpenDraft.Without(element);
        var result = OpenDraft.Scan(lines);
        return new Question(element, lines, result, result.Findings.Single(f => f.Element == element && f.Kind == FindingKind.Missing));
    }

    private static IEnumerable<string> Changes(ScanResult before, ScanResult after, params IReadOnlyList<string> told)
        => from pair in before.Elements.Zip(after.Elements)
           where !told.Contains(pair.First.Id)
           let was = $"{pair.First.Status} {string.Join(", ", pair.First.Values)}"
           let now = $"{pair.Second.Status} {string.Join(", ", pair.Second.Values)}"
           where was != now
           select $"{pair.First.Id}: {was} -> {now}";

    private sealed record Question(string Element, List<string> Lines, ScanResult Before, Finding Finding)
    {
        public string NotDone => Finding.Suggestion!.Fields.Single().Options.First(AnswerWords.IsNotDone);

        public string Sentence(string answer)
            => Wording.Of(Finding.Suggestion!, new Dictionary<string, string> { [Finding.Suggestion!.Fields.Single().Name] = answer });

        public List<string> Write(string answer) => OpenDraft.With(Lines, Finding.Placement!, Sentence(answer));

        public List<string> WriteAsParagraph(string answer)
            => OpenDraft.With(Lines, Finding.Placement! with { OwnParagraph = true }, Sentence(answer));

        public DraftAnswer Kept(string answer) => new(Finding.Id, answer, WordingPrint.Of(Sentence(answer)));

        public IEnumerable<string> Changed(ScanResult after)
            => Changes(Before, after, [Element, .. Implied.Where(i => i.Of == Element).Select(i => i.Says)]);
    }
}

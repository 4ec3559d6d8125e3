using CsCheck;
using Laminar.Engine.Vocabulary;

namespace Laminar.Engine.Tests;

/// <summary>The loader is strict: what an author gets wrong is refused with its place, the lines around it and one sentence.</summary>
public sealed class PackLoaderTests
{
    /// <summary>What a slip of the hand does to a line.</summary>
    private static readonly Func<string, string>[] Changes =
    [
        _ => string.Empty,
        l => l + "\n" + l,
        l => "  " + l,
        l => l.TrimStart(),
        l => l.Replace(':', ' '),
        l => l.Replace("[", string.Empty, StringComparison.Ordinal),
        l => l.Replace('{', '['),
        l => l[..(l.IndexOf(':', StringComparison.Ordinal) + 1)],
        l => l + ": [[x]]",
        l => l[..(l.Length / 2)],
    ];

    [Fact]
    public void A_key_that_is_not_known_is_refused_with_the_known_ones()
    {
        var error = Refused("guidance.yaml", "severity: required", "severity: required\ncolour: red");

        Assert.Contains("\"colour\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("severity", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("elements/guidance.yaml", error.File, StringComparison.Ordinal);
        Assert.Equal(1, error.Column);
        Assert.Contains($"{error.Line,5} | colour: red", error.Excerpt, StringComparison.Ordinal);
        Assert.Contains("severity: required", error.Excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_key_inside_a_reading_is_refused()
        => Assert.Contains("\"vallue\"", Refused("guidance.yaml", "value: fluoroscopy,", "vallue: fluoroscopy,").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("states")]
    [InlineData("leaves-open")]
    public void An_element_without_examples_of_both_sorts_is_refused(string sort)
        => Assert.Contains($"\"{sort}\"", RefusedText("guidance.yaml", t => WithoutExamples(t, sort)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_element_without_any_examples_is_refused()
        => Assert.Contains("\"examples\"", RefusedText("guidance.yaml", t => t[..t.IndexOf("examples:", StringComparison.Ordinal)]).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("question")]
    [InlineData("why")]
    [InlineData("source")]
    [InlineData("phrase")]
    [InlineData("not-done")]
    [InlineData("unable")]
    public void An_element_that_lacks_a_part_is_refused(string key)
        => Assert.Contains($"\"{key}\"", RefusedText("guidance.yaml", t => string.Join('\n', t.Split('\n').Where(l => !l.StartsWith(key + ":", StringComparison.Ordinal)))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("deniable: true", "deniable: yes", "\"yes\"")]
    [InlineData("only: denied", "only: denyed", "\"denyed\"")]
    [InlineData("fallback: true", "fallback: ture", "\"ture\"")]
    [InlineData("values: [ultrasound, radiograph]", "values: [ultrasonic, radiograph]", "\"ultrasonic\"")]
    [InlineData("  gap: how the instruments were guided is not clear\n", "", "\"gap\"")]
    [InlineData("place: { section: description", "place: { section: descripton", "\"descripton\"")]
    public void A_word_that_is_none_of_the_known_ones_is_refused(string was, string now, string named)
        => Assert.Contains(named, Refused("guidance.yaml", was, now).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("pack.yaml", "- { id: access, has: [percutaneous], status", "- { id: acess, has: [percutaneous], status", "\"acess\"")]
    [InlineData("pack.yaml", "- element: visualization", "- element: visualisation", "\"visualisation\"")]
    [InlineData("contrast.assessment.yaml", "only-with: contrast", "only-with: contrst", "\"contrst\"")]
    [InlineData("adjunct.ligament.yaml", "group: adjunct", "group: adjuncts", "\"adjuncts\"")]
    [InlineData("shared/course.yaml", "closing-step:", "closing-steps:", "\"closing-step\"")]
    [InlineData("guidance.yaml", "name: Image guidance", "name: \"\"", "\"name\"")]
    public void A_name_that_the_pack_does_not_have_is_refused(string file, string was, string now, string named)
        => Assert.Contains(named, Refused(file, was, now).Message, StringComparison.Ordinal);

    [Fact]
    public void A_section_that_nobody_defines_is_refused()
        => Assert.Contains("\"somewhere\"", Refused("guidance.yaml", "first: [description,", "first: [somewhere,").Message, StringComparison.Ordinal);

    [Fact]
    public void A_term_that_nobody_defines_is_refused()
        => Assert.Contains("\"fluoroscoppy\"", Refused("guidance.yaml", "thing: fluoroscopy,", "thing: fluoroscoppy,").Message, StringComparison.Ordinal);

    [Fact]
    public void A_value_that_the_element_does_not_have_is_refused()
        => Assert.Contains("\"flouroscopy\"", Refused("guidance.yaml", "value: fluoroscopy,", "value: flouroscopy,").Message, StringComparison.Ordinal);

    [Fact]
    public void A_reading_of_a_choice_names_its_value()
        => Assert.Contains("lacks \"value\"", Refused("guidance.yaml", ", value: fluoroscopy,", ",").Message, StringComparison.Ordinal);

    [Fact]
    public void A_reading_of_the_drafts_own_words_names_no_value()
        => Assert.Contains("have no \"value\"", RefusedText("devices.yaml", t => t.Replace("  - { thing:", "  - { value: probe, thing:", StringComparison.Ordinal)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_source_that_is_no_text_is_refused()
        => Assert.Contains("single text", RefusedText("guidance.yaml", t => t.Replace("\nsource: ", "\nsource:\n  - ", StringComparison.Ordinal)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("other, ")]
    [InlineData("none used, ")]
    [InlineData(", unable to state")]
    public void A_field_must_offer_other_and_none_and_unable_to_state(string option)
        => Refused("guidance.yaml", option, string.Empty);

    [Fact]
    public void A_field_with_a_default_value_is_refused()
        => Refused("guidance.yaml", "guidance: { options:", "guidance: { default: CT, options:");

    [Fact]
    public void A_phrase_that_answers_its_own_question_is_refused()
        => Refused("guidance.yaml", "under {guidance} guidance", "under fluoroscopic guidance");

    [Theory]
    [InlineData("No image guidance was used.", "No {guidance} guidance was used.", "braces")]
    [InlineData("guidance was used can't be stated.", "guidance was used can't be stated", "period")]
    public void A_sentence_that_replaces_the_phrase_is_whole(string was, string now, string named)
        => Assert.Contains(named, Refused("guidance.yaml", was, now).Message, StringComparison.Ordinal);

    [Fact]
    public void A_field_that_the_phrase_does_not_use_is_refused()
        => Refused("guidance.yaml", "guidance: { options:", "modality: { options:");

    [Theory]
    [InlineData("phrase: \"Instruments were advanced", "phrase: \"12345 Instruments were advanced")]
    [InlineData("question: Which imaging", "question: To support payment, which imaging")]
    [InlineData("why: The description", "why: The claim is denied when the description")]
    [InlineData("name: Image guidance", "name: Add image guidance")]
    [InlineData("not-done: \"No image guidance", "not-done: \"For billing, no image guidance")]
    [InlineData("unable: \"Which image guidance", "unable: \"12345 Which image guidance")]
    public void Wording_about_codes_or_payment_or_with_the_answer_in_it_is_refused(string old, string changed)
        => Refused("guidance.yaml", old, changed);

    [Fact]
    public void An_element_that_the_manifest_does_not_list_is_refused()
        => Assert.Contains("\"target\"", RefusedText("pack.yaml", t => t.Replace("indication, target,", "indication,", StringComparison.Ordinal).Replace("      - { id: target, status: [missing] }\n", string.Empty, StringComparison.Ordinal)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_shared_element_is_read_only_where_the_manifest_lists_it()
    {
        var source = Shipped.With("pack.yaml", t => t.Replace(", general.condition]", "]", StringComparison.Ordinal));
        source = new PackSource([.. source.Files.Select(f => Path.GetFileName(f.Path) switch
        {
            "general.condition.yaml" => f with { Text = "nonsense: [" },
            "note.yaml" => f with { Text = f.Text.Replace("    - { label: Condition, field: general.condition }\n", string.Empty, StringComparison.Ordinal) },
            _ => f,
        })]);

        Assert.DoesNotContain(Pack.Compile(source).Outline, e => e.Id == "general.condition");
    }

    [Fact]
    public void A_packs_own_element_goes_before_the_shared_one_of_the_same_id()
    {
        var shared = Shipped.Source.Files.Single(f => f.Path == "shared/elements/general.condition.yaml");
        var own = new PackFile($"{Shipped.Pack.Id}/elements/state.yaml", shared.Text.Replace("name: Condition", "name: State", StringComparison.Ordinal));

        var pack = Pack.Compile(new PackSource([.. Shipped.Source.Files, own]));

        Assert.Equal("State", pack.Outline.Single(e => e.Id == "general.condition").Name);
    }

    [Fact]
    public void A_shared_element_is_named_after_its_file()
        => Assert.Contains("\"guidance\"", Refused("guidance.yaml", "id: guidance", "id: imaging").Message, StringComparison.Ordinal);

    [Fact]
    public void A_pack_without_an_order_comes_last()
        => Assert.Equal(int.MaxValue, Pack.Compile(Shipped.With("pack.yaml", t => t.Replace("order: 1\n", string.Empty, StringComparison.Ordinal))).Order);

    [Theory]
    [InlineData("order: 1", "order: first", "whole number")]
    [InlineData("order: 1", "order: 1\nchosen-when:\n  - { id: titel, has: [x] }", "\"titel\"")]
    public void What_a_draft_chooses_by_is_held_against_the_pack(string was, string now, string named)
        => Assert.Contains(named, Refused("pack.yaml", was, now).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("() ", 40)]
    [InlineData("(a) ", 40)]
    [InlineData("a|b ", 11)]
    [InlineData("a ", 65)]
    [InlineData("(a ", 100_000)]
    public void A_phrase_of_more_variants_than_are_read_is_refused_at_its_line(string piece, int times)
    {
        var phrase = string.Concat(Enumerable.Repeat(piece, times));

        Assert.Contains("1024 variants or 64 words", Refused("guidance.yaml", "terms:\n", $"terms:\n  much: {{ words: [\"{phrase}\"] }}\n").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Variants_stand_for_each_combination_once()
    {
        Assert.Equal(["a c d", "a c e", "a b c d", "a b c e"], PhraseNotation.Variants("a (b) c d|e"));
        Assert.Equal(["a"], PhraseNotation.Variants("(a)"));
        Assert.Equal(1023, PhraseNotation.Variants(string.Join(' ', Enumerable.Repeat("(a)", 10))).Count());
    }

    [Fact]
    public void Of_errors_without_number_the_first_hundred_are_told()
    {
        var wrong = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"key{i}: x\n"));

        var refused = Assert.Throws<PackException>(() => Pack.Compile(Shipped.With("guidance.yaml", t => wrong + t)));

        Assert.Equal(101, refused.Errors.Count);
        Assert.Contains("more errors than these 100", refused.Errors[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_line_without_end_an_error_shows_the_neighbourhood()
    {
        var excerpt = Refused("guidance.yaml", "severity: required", $"severity: required\n? \"{new string('x', 300_000)}\"\n: {{ {new string(' ', 900)} }}").Excerpt;

        Assert.InRange(excerpt.Length, 400, 1600);
    }

    [Fact]
    public void A_group_that_stands_twice_is_refused_at_its_line()
    {
        var error = Refused("pack.yaml", "groups:\n", "groups:\n  - id: adjunct\n    name: Adjuncts\n    question: Which?\n    why: It is open.\n    place: { section: description }\n");

        Assert.Contains("\"adjunct\" already", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{error.Line,5} |   - id: adjunct", error.Excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_listed_element_without_a_file_is_refused()
        => Assert.Contains("\"ghost\"", Refused("pack.yaml", "elements: [", "elements: [ghost, ").Message, StringComparison.Ordinal);

    [Fact]
    public void Text_that_is_not_YAML_is_refused_at_its_line()
        => Assert.True(Refused("guidance.yaml", "name: Image guidance", "name: [Image guidance").Line > 1);

    [Fact]
    public void A_key_that_stands_twice_is_refused_where_it_stands_again()
    {
        var error = Refused("guidance.yaml", "severity: required", "severity: required\nseverity: required");

        Assert.Contains("\"severity\" stands here twice", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{error.Line - 1,5} | severity: required\n{error.Line,5} | severity: required\n", error.Excerpt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("severity: &own required")]
    [InlineData("severity: *own")]
    public void An_anchor_or_an_alias_is_refused_in_one_sentence(string changed)
        => Assert.Contains("Anchors (&) and aliases (*)", Refused("guidance.yaml", "severity: required", changed).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_nested_without_end_is_refused()
        => Assert.Contains("nested too deeply", Refused("guidance.yaml", "severity: required", "severity: " + new string('[', 4000) + new string(']', 4000)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_pack_without_a_manifest_is_refused()
        => Assert.Throws<PackException>(() => Pack.Compile(new PackSource([])));

    [Fact]
    public void Whatever_an_author_breaks_is_an_authors_error_and_no_crash()
    {
        var files = Shipped.Source.Files;
        var broken =
            from file in Gen.Int[0, files.Count - 1]
            let lines = files[file].Text.Split('\n')
            from line in Gen.Int[0, lines.Length - 1]
            from change in Gen.Int[0, Changes.Length - 1].Select(i => Changes[i])
            select (file, Text: string.Join('\n', lines.Select((l, i) => i == line ? change(l) : l)));
        broken.Sample(b =>
        {
            var source = new PackSource([.. files.Select((f, i) => i == b.file ? f with { Text = b.Text } : f)]);
            try
            {
                Pack.Compile(source);
            }
            catch (PackException refused)
            {
                Assert.All(refused.Errors, e => Assert.EndsWith(".", e.Message, StringComparison.Ordinal));
            }
        }, iter: 300);
    }

    private static PackError Refused(string file, string old, string changed) => RefusedText(file, t =>
    {
        Assert.Contains(old, t, StringComparison.Ordinal);
        var at = t.IndexOf(old, StringComparison.Ordinal);
        return t[..at] + changed + t[(at + old.Length)..];
    });

    private static PackError RefusedText(string file, Func<string, string> change)
    {
        var refused = Assert.Throws<PackException>(() => Pack.Compile(Shipped.With(file, change)));
        var error = refused.Errors[0];
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        Assert.True(error.Line > 0 && error.Column > 0);
        return error;
    }

    private static string WithoutExamples(string text, string sort)
    {
        var start = text.IndexOf($"  {sort}:", StringComparison.Ordinal);
        var end = text.IndexOf("\n  leaves-open:", start + 1, StringComparison.Ordinal);
        return end < 0 ? text[..start] : text[..start] + text[(end + 1)..];
    }

    [Fact]
    public void A_file_that_no_author_writes_is_refused_unread()
    {
        var refused = Assert.Throws<PackException>(() => Pack.Compile(new PackSource([new PackFile("a/pack.yaml", string.Concat(Enumerable.Repeat("- a\n", 200_000)))])));
        Assert.Contains(refused.Errors, error => error.Message == "This file is longer than 512 KB; divide it into several.");
    }
}

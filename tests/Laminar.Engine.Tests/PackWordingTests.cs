namespace Laminar.Engine.Tests;

public sealed class PackWordingTests
{
    private const string Pack = "skin";

    private const string Element = """
        # Where the sample was taken.
        id: site   # the id
        name: Site
        severity: required
        question: >
          Where was the
          sample taken?
        why: 'The draft doesn''t say where.'
        phrase: "The sample was taken from {site}."
        terms:
          limb: { words: [arm, leg] }
          trunk:
            words:
              - chest
              - "back"
        fields:
          site: { options: [the arm, other, not performed, unable to state] }   # neutral
        examples:
          states:
            - "It was taken from the arm."
            # A list of two paragraphs.
            - { text: ["SITE:", "The leg."], is: documented, values: [leg] }
          leaves-open:
            - "It was taken."
        """;

    private static PackSource Source(string element = Element, string path = $"{Pack}/elements/site.yaml") =>
        new([new PackFile($"{Pack}/pack.yaml", "id: skin\nelements: [site, other]\n"), new PackFile(path, element)]);

    private static string Apply(WordingEdit edit, string element = Element) => PackWording.Apply(Source(element), Pack, edit).Text;

    [Fact]
    public void The_wording_of_an_element_is_read_with_its_places()
    {
        var site = Assert.Single(PackWording.Of(Source(), Pack));

        Assert.Equal(("site", "Site", false), (site.Id, site.Name, site.Shared));
        Assert.Equal(
            ["name@3: Site", "severity@4: required", "question@5: Where was the sample taken?", "why@8: The draft doesn't say where.", "phrase@9: The sample was taken from {site}.",
                "fields.site.options@17: the arm|other|not performed|unable to state", "terms.limb.words@11: arm|leg", "terms.trunk.words@14: chest|back"],
            site.Entries.Select(entry => $"{entry.Key}@{entry.Line}: {entry.Text ?? string.Join('|', entry.List!)}"));
        Assert.Equal(
            ["examples.states 0@20: It was taken from the arm.", "examples.states 1@22: SITE:|The leg. documented leg", "examples.leaves-open 0@24: It was taken."],
            site.Examples.Select(one => $"{one.Key} {one.Number}@{one.Line}: {string.Join('|', one.Text)} {one.Is} {string.Join('|', one.Values)}".TrimEnd()));
    }

    [Theory]
    [InlineData("name", "Site", "Place")]
    [InlineData("severity", "required", "recommended")]
    [InlineData("why", "'The draft doesn''t say where.'", "\"Nobody said \\\"where\\\": it is open.\"", "Nobody said \"where\": it is open.")]
    [InlineData("phrase", "\"The sample was taken from {site}.\"", "\"Taken from {site}.\"", "Taken from {site}.")]
    [InlineData("name", "Site", "\"- [site]: #1\"", "- [site]: #1")]
    [InlineData("name", "Site", "\"No\"", "No")]
    public void A_text_is_exchanged_where_it_stands_and_nothing_else(string key, string old, string written, string? said = null)
    {
        var edited = Apply(new WordingEdit("site", key, said ?? written));

        Assert.Equal(Element.Replace($"{key}: {old}", $"{key}: {written}", StringComparison.Ordinal), edited);
        Assert.Equal(said ?? written, Read(edited).Entries.Single(entry => entry.Key == key).Text);
    }

    [Fact]
    public void A_text_over_several_lines_becomes_one()
        => Assert.Equal(Element.Replace(">\n  Where was the\n  sample taken?", "\"Where?\"", StringComparison.Ordinal), Apply(new WordingEdit("site", "question", "Where?")));

    [Theory]
    [InlineData("fields.site.options", "[the arm, other, not performed, unable to state]", "[the arm, \"the leg, left\", other]")]
    [InlineData("terms.limb.words", "[arm, leg]", "[arm, \"no\", \"it's\"]")]
    public void A_list_is_exchanged_where_it_stands(string key, string old, string written)
    {
        string[] list = key.StartsWith("fields", StringComparison.Ordinal) ? ["the arm", "the leg, left", "other"] : ["arm", "no", "it's"];

        var edited = Apply(new WordingEdit("site", key, List: list));

        Assert.Equal(Element.Replace(old, written, StringComparison.Ordinal), edited);
        Assert.Equal(list, Read(edited).Entries.Single(entry => entry.Key == key).List);
    }

    [Fact]
    public void A_list_of_lines_becomes_one_in_brackets()
    {
        var edited = Apply(new WordingEdit("site", "terms.trunk.words", List: ["belly"]));

        Assert.Equal(["belly"], Read(edited).Entries.Single(entry => entry.Key == "terms.trunk.words").List);
        Assert.Contains("fields:\n", edited, StringComparison.Ordinal);
    }

    [Fact]
    public void Examples_are_added_behind_the_others_and_taken_out_with_their_line()
    {
        var added = Apply(new WordingEdit("site", "examples.states", Add: new NewExample(["A", "B: \"C\""], "ambiguous", ["arm"])));

        Assert.Equal(Element.Replace("values: [leg] }\n", "values: [leg] }\n    - { text: [A, \"B: \\\"C\\\"\"], is: ambiguous, values: [arm] }\n", StringComparison.Ordinal), added);
        Assert.Equal(Element, Apply(new WordingEdit("site", "examples.states", Remove: 2), added));
        Assert.Equal(Element.Replace("    - \"It was taken from the arm.\"\n", "", StringComparison.Ordinal), Apply(new WordingEdit("site", "examples.states", Remove: 0)));
        Assert.EndsWith("\n    - \"Nothing was.\"", Apply(new WordingEdit("site", "examples.leaves-open", Add: new NewExample(["Nothing was."], null, null))), StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_end_as_on_Windows_go_on_ending_so()
    {
        var windows = Element.Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.Equal(windows.Replace("name: Site", "name: Place", StringComparison.Ordinal), Apply(new WordingEdit("site", "name", "Place"), windows));
        var added = Apply(new WordingEdit("site", "examples.states", Add: new NewExample(["A."], null, null)), windows);
        Assert.Equal(windows.Replace("[leg] }\r\n", "[leg] }\r\n    - \"A.\"\r\n", StringComparison.Ordinal), added);
    }

    [Fact]
    public void A_shared_element_becomes_the_packs_own_by_an_edit()
    {
        var source = Source(path: "shared/elements/site.yaml");

        Assert.True(Assert.Single(PackWording.Of(source, Pack)).Shared);
        Assert.Equal("skin/elements/site.yaml", PackWording.Apply(source, Pack, new WordingEdit("site", "name", "Place")).Path);
    }

    [Theory]
    [InlineData("id: site\nname: [Site\n")]
    [InlineData("id: place\nname: Place\n")]
    public void A_shared_element_never_stands_in_for_a_file_of_the_packs_own(string own)
    {
        PackSource source = new([.. Source(own).Files, new PackFile("shared/elements/site.yaml", Element)]);

        Assert.DoesNotContain(PackWording.Of(source, Pack), element => element.Id == "site");
        Assert.Contains("mend its file first", Assert.Throws<ArgumentException>(() => PackWording.Apply(source, Pack, new WordingEdit("site", "name", "Place"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("skin/elements/site.yaml")]
    [InlineData("skin/elements/Site.yaml")]
    public void A_file_that_is_there_already_is_not_written_over(string path)
    {
        PackSource source = new([.. Source(path: "shared/elements/of-skin.yaml").Files, new PackFile(path, "id: [")]);

        Assert.Contains("mend its file first", Assert.Throws<ArgumentException>(() => PackWording.Apply(source, Pack, new WordingEdit("site", "name", "Place"))).Message, StringComparison.Ordinal);
    }

    /// <summary>What a file holds, the edit in it ("KEY = WORDS", words parted by |) and what it holds then.</summary>
    public static TheoryData<string, string, string> Odd { get; } = new()
    {
        { "why:\nphrase: P.", "why = It is open.", "why: \"It is open.\"\nphrase: P." },
        { "why:", "why = Open", "why: Open" },
        { "why: # asked often\nphrase: P.", "why = Open", "why: Open # asked often\nphrase: P." },
        { "fields: { site: { options: } }", "fields.site.options = a|b", "fields: { site: { options: [a, b] } }" },
        { "fields:\n  site:\n    options:\n    - a\n    - b\nwhy: W", "fields.site.options = a|c", "fields:\n  site:\n    options: [a, c]\nwhy: W" },
        { "fields:\n  site:\n    options: # neutral\n    - a\n    - b # last\n    # of the arm\nwhy: W", "fields.site.options = a|c", "fields:\n  site:\n    options: [a, c] # neutral # last\n    # of the arm\nwhy: W" },
        { "terms:\n  limb:\n    words:\n      - arm\n\n# What is asked.\nwhy: W", "terms.limb.words = leg", "terms:\n  limb:\n    words: [leg]\n\n# What is asked.\nwhy: W" },
        { "terms:\n  limb:\n    words:\n      - arm\n      -\n\n# What is asked.\nwhy: W", "terms.limb.words = leg", "terms:\n  limb:\n    words: [leg]\n\n# What is asked.\nwhy: W" },
        { "why: |\n  Line.\n\n# A remark.\nphrase: P.", "why = W", "why: \"W\"\n\n# A remark.\nphrase: P." },
        { "why: Line\n  more.\n# A remark.\nphrase: P.", "why = W", "why: W\n# A remark.\nphrase: P." },
        { "\"why\" : 'It''s: open'\nphrase: P.", "why = W: x", "\"why\" : \"W: x\"\nphrase: P." },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public void However_it_is_laid_out_the_file_stays_whole_and_keeps_its_comments(string before, string edit, string after)
    {
        var (key, words) = (edit.Split(" = ")[0], edit.Split(" = ")[1]);
        foreach (var line in new[] { "\n", "\r\n" })
        {
            string Whole(string rest) => $"id: site\nname: Site\n{rest}\n".Replace("\n", line, StringComparison.Ordinal);

            Assert.Equal(Whole(after), Apply(key.Contains('.', StringComparison.Ordinal) ? new WordingEdit("site", key, List: words.Split('|')) : new WordingEdit("site", key, words), Whole(before)));
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Remarks_between_examples_stay_where_they_are(string line)
    {
        string Lines(string text) => text.Replace("\n", line, StringComparison.Ordinal);
        const string Head = "id: site\nexamples:\n  states:\n    - text: A.\n      is: documented\n";
        const string Rest = "    # The second.\n    - text:\n        - B.\n    # Behind both.\n  # What says nothing.\n  leaves-open:\n    - C.\n    - D.\n# The end.\n";

        Assert.Equal(Lines(Head.Replace("    - text: A.\n      is: documented\n", "", StringComparison.Ordinal) + Rest), Apply(new WordingEdit("site", "examples.states", Remove: 0), Lines(Head + Rest)));
        Assert.Equal(Lines(Head + Rest.Replace("- B.\n", "- B.\n    - \"E.\"\n", StringComparison.Ordinal)), Apply(new WordingEdit("site", "examples.states", Add: new NewExample(["E."], null, null)), Lines(Head + Rest)));
        Assert.Equal(Lines(Head + Rest.Replace("    - D.\n", "", StringComparison.Ordinal)), Apply(new WordingEdit("site", "examples.leaves-open", Remove: 1), Lines(Head + Rest)));
    }

    [Theory]
    [InlineData("fields: { site: { options, other: [a] } }", "fields.site.options")]
    [InlineData("examples:\n  states:\n    -\n      text: A.\n    -\n      text: B.", "examples.states")]
    public void What_would_break_the_file_is_refused(string element, string key)
    {
        var edit = key.StartsWith("fields", StringComparison.Ordinal) ? new WordingEdit("site", key, List: ["a"]) : new WordingEdit("site", key, Add: new NewExample(["C."], null, null));

        Assert.Contains("edit the file", Assert.Throws<ArgumentException>(() => Apply(edit, $"id: site\n{element}\n")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("site", "unable", "has no \"unable\"")]
    [InlineData("site", "fields.other.options", "has no \"fields.other.options\"")]
    [InlineData("other", "name", "no element \"other\"")]
    public void What_is_not_there_is_said(string element, string key, string sentence)
    {
        var refused = Assert.Throws<ArgumentException>(() => Apply(new WordingEdit(element, key, "x")));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_example_of_its_sort_stays()
        => Assert.Throws<ArgumentException>(() => Apply(new WordingEdit("site", "examples.leaves-open", Remove: 0)));

    [Fact]
    public void Whatever_an_author_types_the_file_holds_it()
    {
        foreach (var text in new[] { "a: b", "#", "'", "\"", "{x}", "[", "* a", "&", "!", "%", "| ", "> ", "@", "`", "\\n", "é – “x”", "null", "1.0", "-", "a\tb", "~" })
        {
            Assert.Equal(text.Trim(), Read(Apply(new WordingEdit("site", "name", text))).Name);
            Assert.Equal([text.Trim()], Read(Apply(new WordingEdit("site", "terms.limb.words", List: [text]))).Entries.Single(entry => entry.Key == "terms.limb.words").List);
        }
    }

    [Fact]
    public void Every_text_of_the_shipped_packs_can_be_exchanged_for_itself()
    {
        foreach (var element in PackWording.Of(Shipped.Source, Shipped.Pack.Id))
        {
            PackSource alone = new([.. Shipped.Source.Files.Where(f => f.Path == element.File || f.Path == $"{Shipped.Pack.Id}/pack.yaml")]);
            foreach (var entry in element.Entries)
            {
                var edited = PackWording.Apply(alone, Shipped.Pack.Id, new WordingEdit(element.Id, entry.Key, entry.Text, entry.List));
                var again = Assert.Single(PackWording.Of(new PackSource([.. alone.Files.Where(f => f.Path != edited.Path), edited]), Shipped.Pack.Id));
                Assert.Equal(element.Entries.Select(e => (e.Key, e.Text, string.Join('|', e.List ?? []))), again.Entries.Select(e => (e.Key, e.Text, string.Join('|', e.List ?? []))));
                Assert.Equal(element.Examples.Count, again.Examples.Count);
            }
        }
    }

    private static WordingElement Read(string element) => Assert.Single(PackWording.Of(Source(element), Pack));
}

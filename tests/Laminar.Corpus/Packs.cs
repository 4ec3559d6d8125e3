using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Corpus;

/// <summary>The packs that files are annotated with.</summary>
internal static class Packs
{
    private static string Element(string id, string name, string phrase, string section) => $$"""
        id: {{id}}
        name: {{name}}
        kind: stated
        severity: required
        question: What is to be said of it?
        why: The draft does not say.
        source: an invented rule
        terms:
          {{id}}: { words: [{{id}}] }
        reads:
          - { thing: {{id}} }
        phrase: "{{phrase}}"
        not-done: "Nothing was done about it."
        unable: "Nothing can be said of it."
        fields:
          field: { options: [one, two, other, not performed, unable to state] }
        place: { section: {{section}} }
        examples:
          states: ["{{id}}."]
          leaves-open: ["The skin was closed."]
        """;

    private static PackSource Source { get; } = PackFolder.Read(Path.Combine(PackFolder.Shipped, PackFolder.Ids(PackFolder.Shipped)[0]));

    public static Pack Shipped { get; } = Pack.Compile(Source, examples: false);

    /// <summary>A pack that has something to ask of any draft: no draft holds its words.</summary>
    public static Pack Asking { get; } = Pack.Compile(new PackSource(
    [
        .. Source.Files.Where(static file => file.Path.StartsWith("shared/", StringComparison.Ordinal)),
        new PackFile("asking/pack.yaml", "id: asking\nversion: 1.0.0\ntitle: A pack that always asks\nelements: [zyxa, zyxb, zyxc]\nterms:\n  operation-start: { words: [was brought to the operating room] }\n  history-start: { words: [year old] }\n  closing-step: { words: [was closed] }\n"),
        new PackFile("asking/zyxa.yaml", Element("zyxa", "First", "The first thing was {field}.", "description")),
        new PackFile("asking/zyxb.yaml", Element("zyxb", "Second", "Second: {field}.", "title")),
        new PackFile("asking/zyxc.yaml", Element("zyxc", "Third", "The third thing was {field}.", "findings")),
    ]), examples: false);
}

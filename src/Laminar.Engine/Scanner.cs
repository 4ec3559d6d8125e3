using Laminar.Engine.Analysis;
using Laminar.Engine.Applying;
using Laminar.Engine.Elements;
using Laminar.Engine.Findings;
using Laminar.Engine.Levels;
using Laminar.Engine.Text;

namespace Laminar.Engine;

/// <summary>The way in: a draft and a pack go in, elements and findings come out.</summary>
public static class Scanner
{
    /// <summary>
    /// Reads <paramref name="draft"/> for <paramref name="pack"/> in time linear in its length. Any text is taken; none throws.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ScanResult Scan(Draft draft, Pack pack, CancellationToken cancellation = default) => Read(draft, pack, cancellation).Result;

    /// <summary>Reads the draft, and whether what it says is the pack's own by the pack's <c>chosen-when</c>.</summary>
    internal static (ScanResult Result, bool Claimed) Read(Draft draft, Pack pack, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(pack);
        var space = Workspace.Rent();
        try
        {
            var reading = DraftAnalysis.Analyse(draft, pack, space, cancellation);
            var terms = new TermSets(reading);
            var mentions = MentionReader.Read(reading, terms, cancellation);
            cancellation.ThrowIfCancellationRequested();
            var resolutions = Resolve(reading, mentions);
            return (Report(reading, terms, resolutions), pack.Claim.All(c => c.Holds(resolutions, [])));
        }
        finally
        {
            Workspace.Return(space);
        }
    }

    private static Dictionary<string, Resolution> Resolve(Reading reading, List<Mention>[] mentions)
    {
        var pack = reading.Pack;
        var resolutions = new Dictionary<string, Resolution>(StringComparer.Ordinal);
        Resolution? levels = null;
        foreach (var element in pack.Signs.Concat(pack.Elements).OrderBy(e => e.Kind == ElementKind.Levels ? 0 : e.Kind == ElementKind.Region || e.ByLevel ? 2 : 1))
        {
            var own = element.Superseded.Aggregate(mentions[element.Number], (all, rule) => GiveWay(all, rule, resolutions));
            own = element.ByLevel && levels is not null ? OfTreatedLevels(own, levels, reading.Sentences.Count) : own;
            var resolution = element.Kind switch
            {
                ElementKind.Levels => levels = new LevelResolver(pack.Spine, element, own).Resolve(),
                ElementKind.Side => new SideResolver(element, pack.SideContext, own).Resolve(),
                ElementKind.Region when levels is not null => new RegionResolver(pack, element, own).Resolve(levels),
                _ => ChoiceResolver.Resolve(element, own),
            };
            resolutions.Add(element.Id, resolution);
        }

        Derivation.Apply(pack, resolutions);
        foreach (var element in pack.Elements)
        {
            // Ruling 14: what was not given was not judged either; the question does not arise.
            if (element.OnlyWith is { } other && resolutions[other].Is(ElementStatus.NotPerformed) && resolutions[element.Id].Is(ElementStatus.NotPerformed))
            {
                resolutions[element.Id] = resolutions[element.Id] with { Status = ElementStatus.Missing, Deciding = [] };
            }
        }

        return resolutions;
    }

    /// <summary>Findings at levels that are left alone are no reason for the operation: "a disc at C3-4 of no consequence".</summary>
    private static List<Mention> OfTreatedLevels(List<Mention> mentions, Resolution levels, int sentences)
    {
        var treated = levels.Deciding.Concat(levels.Conflicts).Aggregate(0UL, (set, m) => set | (m.Level?.Interspaces ?? 0));
        if (treated == 0)
        {
            return mentions;
        }

        var named = new ulong[sentences];
        foreach (var level in levels.Mentions.Where(l => l.Level is { Interspaces: not 0 }))
        {
            named[level.Sentence] |= level.Level!.Interspaces;
        }

        return mentions.FindAll(m => Sorting.IsHeading(m.Section) || named[m.Sentence] == 0 || (named[m.Sentence] & treated) != 0);
    }

    /// <summary>What was only tried before the operation took another course counts as tried.</summary>
    private static List<Mention> GiveWay(List<Mention> mentions, SupersededRule rule, Dictionary<string, Resolution> resolutions)
        => resolutions.TryGetValue(rule.Sign, out var sign) && sign.Mentions.Any(m => m.State == MentionState.Performed && m.Value == rule.Has)
            ? mentions.ConvertAll(m => m.Value == rule.Value && m.State == MentionState.Performed && Sorting.IsBody(m.Section) ? m with { State = MentionState.Attempted } : m)
            : mentions;

    private static ScanResult Report(Reading reading, TermSets terms, Dictionary<string, Resolution> resolutions)
    {
        var pack = reading.Pack;
        var evidence = new EvidenceWriter(reading);
        var (status, reason, ground) = new ApplicabilityGate(pack.Applicability, resolutions).Judge();
        var elements = new List<ElementResult>(pack.Elements.Count);
        foreach (var element in pack.Elements)
        {
            var resolution = resolutions[element.Id];
            elements.Add(new ElementResult(element.Id, element.Name, resolution.Status, resolution.Values, evidence.Write(resolution.Mentions)));
        }

        var writer = new FindingWriter(reading, terms, evidence, resolutions);
        var answers = new AnswerBook(reading.Draft, pack);
        var findings = Findings(reading, resolutions, writer, status, reason, ground);
        findings.RemoveAll(answers.Closes);
        return new ScanResult(Document(reading), new PackInfo(pack.Id, pack.Version), new Applicability(status, reason, evidence.Write(ground)), elements,
            findings, new BlankFinder(reading, evidence).Find(), answers.Held);
    }

    private static List<Finding> Findings(Reading reading, Dictionary<string, Resolution> resolutions, FindingWriter writer, string status, string reason, IReadOnlyList<Mention> ground)
    {
        var pack = reading.Pack;
        var findings = new List<Finding>();
        if (status != ApplicabilityStatus.Applies)
        {
            findings.Add(writer.Gate(status, reason, ground));
        }

        foreach (var element in pack.Elements)
        {
            var resolution = resolutions[element.Id];
            var unplanned = Unplanned(pack, resolution);
            var wanted = status == ApplicabilityStatus.Applies ? IsWanted(element, resolution, resolutions)
                : element.Kind is ElementKind.Levels or ElementKind.Side && (resolution.Is(ElementStatus.Conflict) || unplanned.Count > 0);
            if (wanted && writer.Write(resolution, unplanned) is { } finding)
            {
                findings.Add(finding);
            }
        }

        if (status == ApplicabilityStatus.Applies)
        {
            findings.AddRange(pack.Groups.Select(g => writer.Group(g, [.. pack.Elements.Where(e => e.Group == g.Id && IsOpen(resolutions[e.Id]) && !IsBlank(resolutions[e.Id])).Select(e => resolutions[e.Id])])).OfType<Finding>());
        }

        return findings;
    }

    private static IReadOnlyList<Mention> Unplanned(Pack pack, Resolution resolution) => resolution.Element.Kind switch
    {
        ElementKind.Levels when resolution.Is(ElementStatus.Documented) => LevelResolver.Unplanned(resolution),
        ElementKind.Side => new SideResolver(resolution.Element, pack.SideContext, [.. resolution.Mentions]).Unplanned(resolution),
        _ => [],
    };

    private static bool IsWanted(ElementRule element, Resolution resolution, Dictionary<string, Resolution> resolutions)
        => (element.Group is null || !IsOpen(resolution) || IsBlank(resolution))
            && (element.OnlyWith is null || resolutions[element.OnlyWith].Is(ElementStatus.Documented) || resolution.Is(ElementStatus.Conflict));

    private static bool IsOpen(Resolution resolution) => resolution.Is(ElementStatus.Missing) || resolution.Is(ElementStatus.TitleOnly);

    /// <summary>Whether a blank of its own asks for it already.</summary>
    private static bool IsBlank(Resolution resolution) => resolution.Mentions.Any(m => m.State == MentionState.Placeholder);

    internal static DocumentInfo Document(Reading reading)
    {
        var words = 0;
        foreach (var token in reading.TokenList)
        {
            words += token.Kind == TokenKind.Word && !token.Is(TokenFlags.Joined) || token.Kind == TokenKind.Number && !token.Is(TokenFlags.Glued) ? 1 : 0;
        }

        return new DocumentInfo(reading.Draft.Name, reading.Draft.Sha256, reading.Draft.Paragraphs.Count, words, reading.Draft.Notices);
    }
}

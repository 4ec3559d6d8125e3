using Laminar.Engine;
using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>A pack's wording for a form, and what edits made of its files.</summary>
/// <param name="Elements">In the manifest's order; one whose file is no YAML is left out, and the pack's check names the place.</param>
/// <param name="Files">Those that the edits changed.</param>
internal sealed record PackWords(IReadOnlyList<WordingElement> Elements, IReadOnlyList<PackFileText> Files)
{
    public static (PackWords? Words, Problem? Problem) Of(PackContent content, IReadOnlyList<WordingEdit> edits)
    {
        var (now, files) = (content, new Dictionary<string, PackFileText>(StringComparer.Ordinal));
        foreach (var edit in edits)
        {
            if (!IsWhole(edit))
            {
                return (null, new Problem(422, "no-such-wording", "An edit, or a text in one of its lists, is null; send text in each place."));
            }

            try
            {
                var file = PackWording.Apply(now.Source(), content.Id, edit);
                files[file.Path] = new PackFileText(file.Path, file.Text, null);
            }
            catch (ArgumentException none)
            {
                return (null, new Problem(422, "no-such-wording", none.Message.Split(" (Parameter", 2)[0]));
            }

            var (changed, problem) = PackChanges.Apply(content, [.. files.Values]);
            if (changed is null)
            {
                return (null, problem);
            }

            now = changed;
        }

        return (new PackWords(PackWording.Of(now.Source(), content.Id), [.. files.Values]), null);
    }

    /// <summary>What JSON may hold in a list, whatever the list's type says.</summary>
    private static bool IsWhole(WordingEdit? edit) =>
        edit is not null && new[] { edit.List, edit.Add?.Text, edit.Add?.Values }.All(texts => texts is null || texts.All(text => text is not null));
}

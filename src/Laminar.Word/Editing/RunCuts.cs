using System.Text;

namespace Laminar.Word;

/// <summary>What is taken out of runs and put into them. A run that changes is written anew from its own bytes, in as many runs as it takes.</summary>
internal sealed class RunCuts(MarkupTree tree, WordMarkup markup, Ids ids, EditGround ground)
{
    private readonly SortedDictionary<int, Cuts> runs = [];

    /// <summary>The runs of which nothing is left.</summary>
    public HashSet<int> Gone { get; } = [];

    /// <summary>Takes characters out of an element of a run.</summary>
    /// <param name="text">All of the element's text, as it is read.</param>
    public void Delete(int run, int element, string text, int from, int to) => Of(run).Of(element, text).Deleted.Add((from, to));

    /// <summary>Puts markup into a run; it brings the ends and starts of what is cut around the run.</summary>
    public void Insert(int run, int element, string text, int unit, string inserted) => Of(run).Of(element, text).Inserted.Add((unit, inserted));

    public void WriteTo(Splices splices)
    {
        foreach (var (run, cuts) in runs)
        {
            var written = Write(run, cuts);
            splices.Replace(tree[run].Start, tree[run].End, written);
            if (written.Length == 0)
            {
                Gone.Add(run);
            }

            // Halves that no longer fit each other are never joined again.
            if (Seam.NextRun(tree, run, static _ => false) is var next and not MarkupTree.None && !runs.ContainsKey(next) && Seam.Of(tree, next) is var seam and not SeamKind.None)
            {
                splices.Delete(tree[next].ContentStart - 1 - (int)seam, tree[next].ContentStart - 1);
            }
        }
    }

    private string Write(int run, Cuts cuts)
    {
        var writer = new Writer(tree, markup, ids, run, isOwn: ground.IsInOwn(run));
        for (var child = tree.FirstContent(run); child != MarkupTree.None; child = tree.NextSibling(child))
        {
            if (tree.Is(child, "rPr"u8))
            {
                continue;
            }

            if (cuts.Elements.TryGetValue(child, out var cut))
            {
                Write(writer, child, cut);
            }
            else
            {
                writer.AddWhole(child);
            }
        }

        return writer.End();
    }

    private void Write(Writer writer, int element, ElementCuts cut)
    {
        int[] places = [0, .. cut.Deleted.SelectMany(static one => new[] { one.From, one.To }), .. cut.Inserted.Select(static one => one.Unit), cut.Text.Length];
        foreach (var (from, to) in places.Distinct().Order().Zip(places.Distinct().Order().Skip(1).Append(-1)))
        {
            cut.Inserted.FindAll(one => one.Unit == from).ForEach(one => writer.Insert(one.Markup));
            if (to >= 0)
            {
                var isDeleted = cut.Deleted.Exists(one => one.From <= from && to <= one.To);
                writer.Add(isDeleted, TextInMarkup.Part(tree, element, cut.Text, from, to, isDeleted));
            }
        }
    }

    private Cuts Of(int run) => runs.TryGetValue(run, out var cuts) ? cuts : runs[run] = new Cuts();

    private sealed class Cuts
    {
        public Dictionary<int, ElementCuts> Elements { get; } = [];

        public ElementCuts Of(int element, string text) => Elements.TryGetValue(element, out var cuts) ? cuts : Elements[element] = new ElementCuts(text);
    }

    private sealed record ElementCuts(string Text)
    {
        public List<(int From, int To)> Deleted { get; } = [];

        public List<(int Unit, string Markup)> Inserted { get; } = [];
    }

    /// <summary>Gathers what stays and what goes into runs of the same formatting.</summary>
    private sealed class Writer(MarkupTree tree, WordMarkup markup, Ids ids, int run, bool isOwn)
    {
        private readonly StringBuilder written = new();
        private readonly StringBuilder open = new();
        private bool isDeleting;
        private bool isFirst = true;

        public void Add(bool isDeleted, string content)
        {
            if (isDeleted != isDeleting)
            {
                Close();
                isDeleting = isDeleted;
            }

            open.Append(content);
        }

        /// <summary>An element that is not cut. What nobody sees goes the way of its neighbours.</summary>
        public void AddWhole(int element)
        {
            if (!TextInMarkup.IsEmpty(tree, element))
            {
                var isNeutral = tree.Is(element, "lastRenderedPageBreak"u8) || tree.Is(element, "softHyphen"u8);
                Add(isNeutral && isDeleting, tree.Text(tree[element].Start, tree[element].End));
            }
        }

        public void Insert(string inserted)
        {
            Close();
            written.Append(inserted);
        }

        public string End()
        {
            Close();
            return written.ToString();
        }

        private void Close()
        {
            if (open.Length > 0 && !(isDeleting && isOwn))
            {
                // The first has the run's own formatting, with the numbers of tracked changes that no second run may bear.
                var format = isFirst ? tree.Text(tree[run].ContentStart, tree.EndOfFormat(run)) : RunFormatMarkup.Copy(tree, run, ids);
                var content = $"{Seam.Marked(tree.StartTag(run), SeamKind.None)}{format}{open}{tree.EndTag(run)}";
                written.Append(isDeleting ? markup.Deletion(content) : content);
                isFirst = false;
            }

            open.Clear();
        }
    }
}

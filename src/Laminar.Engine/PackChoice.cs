namespace Laminar.Engine;

/// <summary>Which of several packs reads a draft that nobody has named a pack for.</summary>
public static class PackChoice
{
    /// <summary>
    /// Reads <paramref name="draft"/> with the pack that fits it: one that applies before one that is uncertain, and either only
    /// where the pack's own <c>chosen-when</c> holds; of equals the first, and where none fits the first of all.
    /// </summary>
    /// <param name="packs">In their order, at least one. None behind the first that applies is asked for.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ScanResult Scan(Draft draft, IEnumerable<Pack> packs, CancellationToken cancellation = default) =>
        Choose(draft, packs, cancellation).Result;

    /// <summary>The pack that <see cref="Scan"/> reads with.</summary>
    /// <inheritdoc cref="Scan"/>
    public static Pack For(Draft draft, IEnumerable<Pack> packs, CancellationToken cancellation = default) =>
        Choose(draft, packs, cancellation).Pack;

    private static (Pack Pack, ScanResult Result) Choose(Draft draft, IEnumerable<Pack> packs, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(packs);
        (Pack, ScanResult)? chosen = null;
        var uncertain = false;
        foreach (var pack in packs)
        {
            var (result, claimed) = Scanner.Read(draft, pack, cancellation);
            var status = claimed ? result.Applicability.Status : ApplicabilityStatus.DoesNotApply;
            if (status == ApplicabilityStatus.Applies)
            {
                return (pack, result);
            }

            if (chosen is null || !uncertain && status == ApplicabilityStatus.Uncertain)
            {
                (chosen, uncertain) = ((pack, result), status == ApplicabilityStatus.Uncertain);
            }
        }

        return chosen ?? throw new ArgumentException("There is no pack to read with.", nameof(packs));
    }
}

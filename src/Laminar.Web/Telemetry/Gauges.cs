using System.Diagnostics.Metrics;

namespace Laminar.Web;

/// <summary>What is not counted but looked at when somebody asks.</summary>
internal sealed class Gauges(DraftPlaces places, UploadMemory memory, Store store, AuditPending pending, PackShelf packs)
{
    public void Open()
    {
        Measures.Meter.CreateObservableGauge("laminar.drafts.waiting", () => places.Now.Waiting, "{draft}", "Drafts that wait for a place");
        Measures.Meter.CreateObservableGauge("laminar.drafts.working", () => places.Now.Working, "{draft}", "Drafts that are worked on");
        Measures.Meter.CreateObservableGauge("laminar.uploads.memory", () => memory.Held, "By", "Memory that uploads hold");
        Measures.Meter.CreateObservableGauge("laminar.store.open", () => store.IsOpen ? 1 : 0, null, "1 where the store answers, else 0");
        Measures.Meter.CreateObservableGauge("laminar.audit.pending", () => pending.Count, "{entry}", "Entries of the audit trail that wait for the store");
        Measures.Meter.CreateObservableGauge("laminar.pack.info", Packs, null, "1 for each pack in the version that is in use");
    }

    private IEnumerable<Measurement<int>> Packs() => packs.All.Select(static pack => new Measurement<int>(1, Measures.TagsOf(pack.Id, pack.Version)));
}

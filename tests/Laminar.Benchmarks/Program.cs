using Laminar.Benchmarks;

// dotnet run -c Release --project tests/Laminar.Benchmarks -- [scan|packs|write|http|process|load|audit|archive|hostile|pane|all|soak MINUTES]
return args switch
{
    [] or ["all"] => ScanTable.Run() + PacksTable.Run() + WriteTable.Run() + await HttpTable.RunAsync() + ProcessTable.Run() + await LoadTable.RunAsync() + AuditTable.Run() + await ArchiveTable.RunAsync() + HostileTable.Run() + await PaneTable.RunAsync(),
    ["scan"] => ScanTable.Run(),
    ["packs"] => PacksTable.Run(),
    ["write"] => WriteTable.Run(),
    ["http"] => await HttpTable.RunAsync(),
    ["process"] => ProcessTable.Run(),
    ["load"] => await LoadTable.RunAsync(),
    ["audit"] => AuditTable.Run(),
    ["archive"] => await ArchiveTable.RunAsync(),
    ["hostile"] => HostileTable.Run(),
    ["pane"] => await PaneTable.RunAsync(),
    ["soak"] => await SoakTable.RunAsync(30),
    ["soak", var minutes] => await SoakTable.RunAsync(int.Parse(minutes)),
    ["client", var address, var file, var connections, var seconds] => LoadClient.Run(new Uri(address), file, int.Parse(connections), int.Parse(seconds)),
    ["floor", var list, var workers] => AuditTable.RunFloor(list, int.Parse(workers)),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("Choose scan, packs, write, http, process, load, audit, archive, hostile, pane, all or soak, which takes half an hour or as many minutes as it is told.");
    return 2;
}

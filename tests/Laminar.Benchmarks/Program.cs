using Laminar.Benchmarks;

// dotnet run -c Release --project tests/Laminar.Benchmarks -- [scan|packs|write|http|process|pane|all]
return args switch
{
    [] or ["all"] => ScanTable.Run() + PacksTable.Run() + WriteTable.Run() + await HttpTable.RunAsync() + ProcessTable.Run() + await PaneTable.RunAsync(),
    ["scan"] => ScanTable.Run(),
    ["packs"] => PacksTable.Run(),
    ["write"] => WriteTable.Run(),
    ["http"] => await HttpTable.RunAsync(),
    ["process"] => ProcessTable.Run(),
    ["pane"] => await PaneTable.RunAsync(),
    ["client", var address, var file, var connections, var seconds] => LoadClient.Run(new Uri(address), file, int.Parse(connections), int.Parse(seconds)),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("Choose scan, packs, write, http, process, pane or all.");
    return 2;
}

using Laminar.Fuzz;
using SharpFuzz;

// Run by tests/fuzz.sh:  laminar-fuzz seeds FOLDER | fuzz TARGET | replay TARGET FILE…
switch (args)
{
    case ["seeds", var folder]:
        Seeds.Write(folder);
        return 0;
    case ["fuzz", var name]:
        // afl-fuzz runs this program, which answers for one input after the other until it is stopped.
        var target = Targets.All[name];
        Fuzzer.Run(stream => target(ReadAll(stream)));
        return 0;
    case ["replay", var name, .. var files]:
        return Replay.Run(Targets.All[name], files);
    default:
        Console.Error.WriteLine($"Say seeds FOLDER, fuzz TARGET or replay TARGET FILE…; targets are {string.Join(", ", Targets.All.Keys)}.");
        return 2;
}

static byte[] ReadAll(Stream stream)
{
    var bytes = new MemoryStream();
    stream.CopyTo(bytes);
    return bytes.ToArray();
}

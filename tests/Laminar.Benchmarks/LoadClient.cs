using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Laminar.Benchmarks;

/// <summary>
/// Posts the same bytes over and over on a few kept connections and prints the requests a second. In a process of its own and as
/// thin as a client can be, so that what is measured is the server; what processor time it took it prints as well.
/// </summary>
internal sealed class LoadClient : IDisposable
{
    private readonly Connection connection;
    private readonly ArraySegment<byte>[] request;

    public LoadClient(Uri address, byte[] body)
    {
        connection = new Connection(address);
        request = [Encoding.ASCII.GetBytes($"POST {address.PathAndQuery} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nContent-Length: {body.Length}\r\n\r\n"), body];
    }

    public static int Run(Uri address, string file, int connections, int seconds)
    {
        var body = File.ReadAllBytes(file);
        var before = Environment.CpuUsage.TotalTime;
        var until = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        var counts = new int[connections];
        var threads = Enumerable.Range(0, connections).Select(index => new Thread(() => counts[index] = Repeat(address, body, until))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(double)counts.Sum() / seconds} {(Environment.CpuUsage.TotalTime - before).TotalSeconds / seconds}"));
        return 0;
    }

    /// <summary>Runs it as a process.</summary>
    /// <param name="core">The only processor that it may run on; null is any.</param>
    /// <returns>Requests a second, and how many processors the client itself kept busy.</returns>
    public static async Task<(double PerSecond, double Cpu)> StartAsync(Uri address, string file, int connections, int seconds, int? core = null)
    {
        var start = Cores.Start(core, Environment.ProcessPath!, ["client", address.ToString(), file, $"{connections}", $"{seconds}"]);
        using var client = Process.Start(start)!;
        var output = await client.StandardOutput.ReadToEndAsync();
        await client.WaitForExitAsync();
        return client.ExitCode == 0 && output.Split(' ') is [var count, var cpu]
            ? (double.Parse(count, CultureInfo.InvariantCulture), double.Parse(cpu, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException("The load client failed.");
    }

    /// <summary>One request and its whole answer.</summary>
    public void Post()
    {
        if (connection.Exchange(request) is not 200 and var status)
        {
            throw new IOException($"The server answered with {status}.");
        }
    }

    public void Dispose() => connection.Dispose();

    private static int Repeat(Uri address, byte[] body, long until)
    {
        using var client = new LoadClient(address, body);
        var count = 0;
        while (Stopwatch.GetTimestamp() < until)
        {
            client.Post();
            count++;
        }

        return count;
    }
}

using System.Net;
using System.Net.Sockets;

namespace Laminar.Web.Tests.Nodes;

/// <summary>Ports for servers that come back on the same one.</summary>
internal static class Ports
{
    // Below those that the system gives to whoever connects: none of these is taken while its server is away.
    private const int First = 21_000;
    private const int Last = 29_000;

    public static List<int> Free(int count)
    {
        var free = new List<int>();
        while (free.Count < count)
        {
            var port = Random.Shared.Next(First, Last);
            if (!free.Contains(port) && IsFree(port))
            {
                free.Add(port);
            }
        }

        return free;
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

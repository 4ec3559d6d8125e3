using Laminar.Engine;
using Laminar.Word;

namespace Laminar.Cli;

/// <summary>One way of writing scan results, file after file.</summary>
internal interface IScanOutput : IDisposable
{
    void Result(Draft draft, ScanResult result);

    /// <param name="file">As it was named on the command line.</param>
    void Unreadable(string file, DraftError error);
}

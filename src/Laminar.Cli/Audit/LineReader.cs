namespace Laminar.Cli;

/// <summary>Reads the whole lines of a file with their places. What stands behind the last line end is no line.</summary>
internal sealed class LineReader
{
    private readonly FileStream file;
    private byte[] buffer = new byte[1 << 16];
    private long bufferAt;
    private int filled;
    private int next;

    public LineReader(FileStream file)
    {
        this.file = file;
        WholeLength = FindWholeLength();
    }

    /// <summary>Bytes of the file up to the end of its last whole line.</summary>
    public long WholeLength { get; private set; }

    public bool HasLine { get; private set; }

    /// <summary>Where the current line starts; behind the last line, where that ends.</summary>
    public long Start { get; private set; }

    /// <summary>The current line without its end; good until the next.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    public bool Next()
    {
        int end;
        while ((end = buffer.AsSpan(next, filled - next).IndexOf((byte)'\n')) < 0)
        {
            if (bufferAt + filled >= WholeLength || !Fill())
            {
                (HasLine, Line, Start) = (false, default, WholeLength);
                return false;
            }
        }

        (HasLine, Line, Start) = (true, buffer.AsMemory(next, end), bufferAt + next);
        next += end + 1;
        return true;
    }

    /// <summary>Whether the file begins so; a shorter file, whether it is a beginning of that.</summary>
    public bool IsBeginning(ReadOnlySpan<byte> text)
    {
        Span<byte> head = stackalloc byte[text.Length];
        var read = RandomAccess.Read(file.SafeFileHandle, head, 0);
        return text.StartsWith(head[..read]);
    }

    /// <summary>For a file that was emptied.</summary>
    public void Restart()
    {
        (WholeLength, Start, bufferAt, filled, next) = (0, 0, 0, 0, 0);
        (HasLine, Line) = (false, default);
    }

    private bool Fill()
    {
        if (next > 0)
        {
            buffer.AsSpan(next, filled - next).CopyTo(buffer);
            (bufferAt, filled, next) = (bufferAt + next, filled - next, 0);
        }

        if (filled == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var wanted = (int)Math.Min(buffer.Length - filled, WholeLength - bufferAt - filled);
        var read = RandomAccess.Read(file.SafeFileHandle, buffer.AsSpan(filled, wanted), bufferAt + filled);
        filled += read;
        return read > 0;
    }

    private long FindWholeLength()
    {
        var end = RandomAccess.GetLength(file.SafeFileHandle);
        while (end > 0)
        {
            var start = Math.Max(0, end - buffer.Length);
            var read = RandomAccess.Read(file.SafeFileHandle, buffer.AsSpan(0, (int)(end - start)), start);
            var found = buffer.AsSpan(0, read).LastIndexOf((byte)'\n');
            if (found >= 0)
            {
                return start + found + 1;
            }

            end = start;
        }

        return 0;
    }
}

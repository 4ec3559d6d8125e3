namespace Laminar.Word;

/// <summary>Ends a reading from wherever it has come to; <see cref="DraftReader"/> turns it into its answer.</summary>
#pragma warning disable CA1032, CA1064 // Never leaves this assembly: it carries an error, not a message.
internal sealed class RefusalException(DraftError error) : Exception(error.Code)
{
    public DraftError Error => error;
}

using Laminar.Hosts;

namespace Laminar.Web;

/// <summary>An answer that goes out when what it answers is recorded, and not otherwise.</summary>
internal sealed class Recorded(IResult answer, AuditEntry entry) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        if (await context.RequestServices.GetRequiredService<AuditTrail>().RecordAsync(entry) is { } problem)
        {
            await problem.Answer().ExecuteAsync(context);
            return;
        }

        await answer.ExecuteAsync(context);
    }
}

using Laminar.Engine;
using Laminar.Web;

// Settings stand beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});

if (StartRefusal.Of(builder) is { } refusal)
{
    await Console.Error.WriteLineAsync(refusal);
    return 1;
}

builder.UseLocalAddressByDefault();
builder.KeepDraftsOutOfLogs();
builder.AddLimits();
builder.AddTelemetry();
builder.AddStopping();
builder.AddIdentity();
builder.AddTraffic();
builder.AddPages();
builder.AddPacks();
builder.AddStore();
builder.AddKeys();
builder.AddArchive();
builder.AddStudio();
builder.AddScans();
builder.AddDrafts();
builder.AddProblems();
builder.AddApiDocument();
builder.WarmUpBeforeListening();

var app = builder.Build();

app.WarnOfCrashDumps();
app.UseTelemetry();
app.UseProblems();
app.UseSafeHeaders();
app.UseIdentity();
app.UseRateLimiter();
app.UseBodyLimits();

app.MapHealth();
app.MapMetrics();
app.MapStatus();
app.MapScans();
app.MapDrafts();
app.MapPacks();
app.MapSamples();
app.MapTemplates();
app.MapStudio();
app.MapAudit();
app.MapArchive();
app.MapApiDocument();
app.MapMe();
app.MapSignIn();
app.MapPages();
app.NeedPolicies();

var stopping = app.Lifetime.ApplicationStopping;
try
{
    await app.RunAsync();
    return 0;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    // Told to stop before it had started: that is an end as any other.
    return 0;
}
catch (PackException broken)
{
    // For whoever wrote the pack: each error with its file, line and sentence.
    await Console.Error.WriteLineAsync(broken.Message);
    return 1;
}

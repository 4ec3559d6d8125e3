using Laminar.Web;

// Settings stand beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});

builder.UseLocalAddressByDefault();
builder.KeepDraftsOutOfLogs();
builder.AddLimits();
builder.AddPages();
builder.AddPacks();
builder.AddStore();
builder.AddStudio();
builder.AddScans();
builder.AddDrafts();
builder.AddProblems();
builder.AddApiDocument();
builder.WarmUpBeforeListening();

var app = builder.Build();

app.UseProblems();
app.UseSafeHeaders();

app.MapHealth();
app.MapScans();
app.MapDrafts();
app.MapPacks();
app.MapSamples();
app.MapTemplates();
app.MapStudio();
app.MapApiDocument();
app.MapMe();
app.MapPages();

app.Run();

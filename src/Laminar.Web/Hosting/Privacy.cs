using Microsoft.Extensions.Options;

namespace Laminar.Web;

internal static class Privacy
{
    /// <summary>
    /// The framework's request log writes addresses with their query, and a query may name a patient. It stays silent whatever the
    /// configuration says; our own lines carry counts and codes only.
    /// </summary>
    public static void KeepDraftsOutOfLogs(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, QuietFramework>();

    /// <summary>
    /// The most specific rule decides, and a rule of the configuration can always be made more specific than one of ours. So each
    /// rule, wherever it comes from, is narrowed; also those that a changed settings file brings later.
    /// </summary>
    private sealed class QuietFramework : IPostConfigureOptions<LoggerFilterOptions>
    {
        public void PostConfigure(string? name, LoggerFilterOptions options)
        {
            // The least specific rule first: it stands for loggers that no other rule is about.
            LoggerFilterRule[] rules = [new(null, null, options.MinLevel, null), .. options.Rules];
            options.Rules.Clear();
            foreach (var rule in rules)
            {
                options.Rules.Add(Narrowed(rule));
            }
        }

        private static LoggerFilterRule Narrowed(LoggerFilterRule rule) => new(
            rule.ProviderName,
            rule.CategoryName,
            rule.LogLevel,
            (provider, category, level) => level >= LeastOf(category) && (rule.Filter?.Invoke(provider, category, level) ?? true));

        /// <summary>The least level at which a logger of the framework may write.</summary>
        private static LogLevel LeastOf(string? category) => category switch
        {
            null => LogLevel.Trace,
            _ when Within(category, "Microsoft.AspNetCore.Hosting.Diagnostics") || Within(category, "Microsoft.AspNetCore.HttpLogging") => LogLevel.None,
            _ when Within(category, "Microsoft.AspNetCore") => LogLevel.Warning,
            _ => LogLevel.Trace,
        };

        private static bool Within(string category, string name) => category.StartsWith(name, StringComparison.OrdinalIgnoreCase);
    }
}

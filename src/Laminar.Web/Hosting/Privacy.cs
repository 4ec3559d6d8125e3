using Microsoft.Extensions.Options;

namespace Laminar.Web;

internal static class Privacy
{
    /// <summary>
    /// The framework's request log writes addresses with their query, and a query may name a patient. It stays silent whatever the
    /// configuration says, and so do all other libraries below a warning; our own lines carry counts and codes only.
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

        /// <summary>
        /// The least level at which a logger may write. Below a warning, libraries tell what they work on: addresses, headers, values of
        /// statements. Only our own lines are known to hold none of it, and the host's, which tell where it listens.
        /// </summary>
        private static LogLevel LeastOf(string? category) => category switch
        {
            null => LogLevel.Trace,
            _ when Within(category, "Laminar.Web") => LogLevel.Trace,
            _ when Within(category, "Microsoft.AspNetCore.Hosting.Diagnostics") || Within(category, "Microsoft.AspNetCore.HttpLogging") => LogLevel.None,
            // What it finds wrong with a token is nobody's business, and anybody can send tokens as fast as a log fills.
            _ when Within(category, "Microsoft.IdentityModel") || Within(category, "Microsoft.Identity") => LogLevel.None,
            _ when Within(category, "Microsoft.Hosting.Lifetime") => LogLevel.Information,
            _ => LogLevel.Warning,
        };

        private static bool Within(string category, string name) => category.StartsWith(name, StringComparison.OrdinalIgnoreCase);
    }
}

namespace Laminar.Web;

/// <summary>
/// What a browser may do on a page: run this server's scripts, and in Word Office.js from the only address that Microsoft serves it
/// from. Nothing written into a page runs, and nothing is sent elsewhere but to the directory that people sign in at.
/// </summary>
internal sealed class PagePolicies
{
    private const string OfficeJs = "https://appsforoffice.microsoft.com";

    // Word on the web shows the pane in a frame; there is no official list of what stands around it. This one is of Teams'
    // documentation and of what people who run add-ins report; "Pane:FrameAncestors" is for an office whose Word stands elsewhere.
    private const string OfficeHosts =
        "'self' https://*.officeapps.live.com https://*.sharepoint.com https://*.office.com https://*.office365.com "
        + "https://*.microsoft365.com https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://onedrive.live.com";

    private readonly string pane;
    private readonly string workbench;
    private readonly string signedIn;

    /// <param name="paneAncestors">Who may show the pane in a frame, as CSP's frame-ancestors says it; null or empty for the hosts of Office.</param>
    /// <param name="directory">Where people sign in, to which pages talk then; null where nobody does.</param>
    public PagePolicies(string? paneAncestors, string? directory)
    {
        var ancestors = string.IsNullOrWhiteSpace(paneAncestors) ? OfficeHosts : paneAncestors.Trim();
        if (ancestors.Any(static letter => letter is ';' or ',' or < ' ' or > '~'))
        {
            throw new InvalidOperationException("The setting Pane:FrameAncestors is a list of addresses with spaces between them; take out what else is in it.");
        }

        var others = directory is null ? "" : $" {directory}";
        // A sign-in is renewed in a frame that nobody sees: it goes to the directory and comes back to a page of ours.
        var frames = directory is null ? "" : $" frame-src 'self'{others};";
        pane = Policy($"'self' {OfficeJs}", ancestors);
        workbench = Policy("'self'", "'none'");
        signedIn = Policy("'self'", "'self'");

        string Policy(string scripts, string ancestors) =>
            $"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; connect-src 'self'{others};{frames} form-action 'self'; base-uri 'none'; frame-ancestors {ancestors}";
    }

    public string Of(PageFile page) => page.Address switch
    {
        "/pane" => pane,
        "/signed-in" => signedIn,
        _ => workbench,
    };
}

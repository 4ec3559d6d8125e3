/**
 * Where the directory sends the browser back to: what it says goes to the page that asked, and this window closes.
 * It has been opened by hand where there is nothing to pass on; then it says so.
 */
await /** @type {any} */ (globalThis).msalRedirectBridge.broadcastResponseToMainFrame().catch(() => undefined);

export {};

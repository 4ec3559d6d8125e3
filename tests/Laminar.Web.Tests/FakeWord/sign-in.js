/**
 * Word's own sign-in for its add-ins (nested app authentication), as far as MSAL speaks with it: envelopes of JSON over a bridge.
 * @typedef {{ token: string, identity: string, name: string, asks?: boolean }} SignedIn what Word's user gets; where it `asks`, nothing is given without a question
 */

/** @param {any} page the window @param {SignedIn} user */
export function bridge(page, user) {
  /** @type {((message: string) => void)[]} */
  const listeners = [];
  const account = { environment: 'localhost', homeAccountId: 'home.tenant', localAccountId: 'home', tenantId: 'tenant', username: 'someone@example.org', name: user.name, idToken: user.identity };
  const token = { access_token: user.token, id_token: user.identity, expires_in: 3600, properties: null, scope: '' };
  page.fakeWord.asked = 0;
  page.nestedAppAuthBridge = {
    /** @param {string} kind @param {(message: string) => void} listener */
    addEventListener: (kind, listener) => kind === 'message' && listeners.push(listener),
    removeEventListener: () => {},
    /** @param {string} message */
    postMessage(message) {
      const { requestId, method } = JSON.parse(message);
      const refused = method === 'GetToken' && user.asks;
      if (method === 'GetTokenPopup') {
        page.fakeWord.asked++;
        user.asks = false;
      }

      const answer = {
        messageType: 'NestedAppAuthResponse', requestId, success: !refused,
        ...(method === 'GetInitContext' ? { initContext: { sdkName: 'fake', sdkVersion: '1', capabilities: {} } } : { token, account }),
        ...(refused ? { error: { status: 'USER_INTERACTION_REQUIRED' } } : {}),
      };
      setTimeout(() => listeners.forEach((listener) => listener(JSON.stringify(answer))), 0);
    },
  };
}

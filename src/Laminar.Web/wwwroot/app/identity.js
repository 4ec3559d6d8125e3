/** @import { IPublicClientApplication } from '@azure/msal-browser' */
/** @import * as Msal from '@azure/msal-browser' */

import { h } from './dom.js';

/** @typedef {{ app: IPublicClientApplication, scopes: string[] }} Client */

/** @type {Promise<Client> | null} */
let opening = null;

/** @type {Promise<void> | null} what every request waits for that came without a sign-in */
let signing = null;

/** A request with the token of whoever is signed in, where somebody is. @param {RequestInit} request @returns {Promise<RequestInit>} */
export async function signed(request) {
  try {
    const token = await silent();
    return { ...request, headers: { ...request.headers, Authorization: `Bearer ${token}` } };
  } catch {
    // Without one the server says so, and somebody is asked to sign in.
    return request;
  }
}

/**
 * Waits until somebody is signed in; asks for it where nobody is yet.
 * @param {AbortSignal | null} [signal] ends the waiting
 * @param {boolean} [again] the server has not taken the token that was at hand
 */
export async function signIn(signal, again = false) {
  signing ??= silent(again).then(() => undefined, () => asked()).finally(() => { signing = null; });
  await (signal ? Promise.race([signing, new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))]) : signing);
}

/** A token without a question, from the session's own store or anew from the directory. @param {boolean} [anew] */
async function silent(anew = false) {
  const { app, scopes } = await client();
  return (await app.acquireTokenSilent({ scopes, account: app.getActiveAccount() ?? app.getAllAccounts()[0], forceRefresh: anew })).accessToken;
}

/** Shows a quiet line with a button: browsers open no window that nobody has asked for. */
function asked() {
  return new Promise((done) => {
    const said = h('span', {}, 'Sign in to go on; nothing that you have written is lost.');
    const button = h('button', {
      type: 'button', class: 'button primary',
      onclick: async () => {
        button.disabled = true;
        try {
          const { app, scopes } = await client();
          app.setActiveAccount((await app.acquireTokenPopup({ scopes })).account);
          line.remove();
          done(undefined);
        } catch {
          said.textContent = 'You are not signed in yet. Try again; the browser has to allow this page to open a window.';
        } finally {
          button.disabled = false;
        }
      },
    }, 'Sign in');
    const line = h('div', { class: 'notice sign-in', role: 'alert' }, said, button);
    const pane = document.getElementById('pane');
    pane ? pane.prepend(line) : document.querySelector('main')?.before(line);
  });
}

/** @returns {Promise<Client>} */
function client() {
  opening ??= open().catch((failure) => {
    opening = null;
    throw failure;
  });
  return opening;
}

/** @returns {Promise<Client>} */
async function open() {
  const { clientId, authority, scope } = await (await fetch('/api/sign-in')).json();
  const msal = await library();
  const settings = {
    auth: { clientId, authority, knownAuthorities: [new URL(authority).host], redirectUri: `${location.origin}/signed-in` },
    // Gone with the window: a token lies nowhere longer than it is used.
    cache: { cacheLocation: 'sessionStorage' },
    system: { loggerOptions: { piiLoggingEnabled: false, loggerCallback: () => undefined } },
  };
  return { app: await (await isNested() ? msal.createNestablePublicClientApplication(settings) : msal.createStandardPublicClientApplication(settings)), scopes: [scope] };
}

/** Word signs in for its add-ins where it can. */
async function isNested() {
  return 'Office' in globalThis && (await import('./word/word-support.js')).supports('1.1', 'NestedAppAuth');
}

/** @returns {Promise<typeof Msal>} */
function library() {
  return new Promise((done, failed) => {
    const script = h('script', { src: '/lib/msal-browser.min.js', onload: () => done(/** @type {any} */ (globalThis).msal), onerror: failed });
    document.head.append(script);
  });
}

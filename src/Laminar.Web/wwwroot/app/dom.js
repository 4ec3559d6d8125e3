/**
 * Makes elements. What stands in the source is structure, what comes as a child is text: nothing that a draft says is ever
 * read as markup.
 */

/** @typedef {string | number | Node | null | undefined | false} Child */

/** @typedef {Record<string, string | number | boolean | ((event: any) => void) | null | undefined>} Properties */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties} properties attributes; `onclick` and the like are listeners; false, null and undefined set nothing
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }

  element.append(...nodes(children));
  return element;
}

/**
 * Puts children into an element in place of what is there; those that stand there already are not taken out and put in again,
 * so that focus, scroll and half-typed words stay.
 * @param {Element} parent
 * @param {...(Child | Child[])} children
 */
export function fill(parent, ...children) {
  const wanted = nodes(children);
  const kept = new Set(wanted);
  for (const child of [...parent.childNodes]) {
    if (!kept.has(child)) {
      child.remove();
    }
  }

  let at = parent.firstChild;
  for (const node of wanted) {
    if (node === at) {
      at = at.nextSibling;
    } else {
      parent.insertBefore(typeof node === 'string' ? document.createTextNode(node) : node, at);
    }
  }
}

/**
 * @param {Element} element
 * @param {string} text
 */
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/**
 * @param {(Child | Child[])[]} children
 * @returns {(string | Node)[]}
 */
function nodes(children) {
  return children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== '')
    .map((child) => (typeof child === 'number' ? String(child) : /** @type {string | Node} */ (child)));
}

const svg = 'http://www.w3.org/2000/svg';
const [width, height] = [300, 48];

/** One figure of each slot as a line over the last minutes. */
export class Chart {
  #line = document.createElementNS(svg, 'path');
  #area = document.createElementNS(svg, 'path');

  /** @param {string} kind its colour */
  constructor(kind) {
    this.element = document.createElementNS(svg, 'svg');
    this.element.setAttribute('viewBox', `0 0 ${width} ${height}`);
    this.element.setAttribute('preserveAspectRatio', 'none');
    this.element.setAttribute('class', `chart ${kind}`);
    this.element.setAttribute('role', 'img');
    this.#area.setAttribute('class', 'area');
    this.#line.setAttribute('class', 'line-of');
    this.element.append(this.#area, this.#line);
  }

  /** @param {(number | null)[]} values the oldest first @param {number} slots how many there can be @param {string} said what it shows, for whoever does not see it */
  show(values, slots, said) {
    const most = Math.max(...values.map((value) => value ?? 0), 0) || 1;
    const step = width / Math.max(1, slots - 1);
    const left = width - (values.length - 1) * step;
    const points = values.map((value, at) => `${(left + at * step).toFixed(1)} ${(height - 2 - (value ?? 0) / most * (height - 6)).toFixed(1)}`);
    this.#line.setAttribute('d', points.length > 1 ? `M${points.join('L')}` : '');
    this.#area.setAttribute('d', points.length > 1 ? `M${left.toFixed(1)} ${height}L${points.join('L')}L${width} ${height}Z` : '');
    this.element.setAttribute('aria-label', said);
  }
}

/** A column for each month: its reports, and below in another colour those of them with something open. */
export class MonthChart {
  #drawn = '';

  constructor() {
    this.element = document.createElementNS(svg, 'svg');
    this.element.setAttribute('class', 'months');
    this.element.setAttribute('role', 'img');
    this.element.setAttribute('preserveAspectRatio', 'none');
  }

  /** @param {Record<string, { reports: number, open: number }>} months by yyyy-MM, in order */
  show(months) {
    const shown = Object.entries(months);
    const drawn = JSON.stringify(shown);
    if (drawn === this.#drawn) {
      return;
    }

    this.#drawn = drawn;
    const most = Math.max(1, ...shown.map(([, { reports }]) => reports));
    const step = Math.min(24, width / Math.max(1, shown.length));
    this.element.setAttribute('viewBox', `0 0 ${(step * Math.max(1, shown.length)).toFixed(1)} ${height}`);
    this.element.style.maxWidth = `${(24 * shown.length).toFixed(0)}px`;
    this.element.classList.toggle('none', shown.length === 0);
    this.element.replaceChildren(...shown.flatMap(([month, { reports, open }], at) => [
      column('all', at * step, step, reports / most, `${month}: ${reports} reports`), column('open', at * step, step, open / most, `${month}: ${open} with something required open`),
    ]));
    const [first, last] = [shown[0]?.[0], shown.at(-1)?.[0]];
    this.element.setAttribute('aria-label', shown.length === 0 ? 'No report yet' : `Reports by month from ${first} to ${last}: ${shown.map(([month, { reports, open }]) => `${month} ${reports}, ${open} open`).slice(-24).join('; ')}`);
  }
}

/** @param {string} kind @param {number} left @param {number} step @param {number} share of the height @param {string} said */
function column(kind, left, step, share, said) {
  const tall = share * (height - 4);
  const box = document.createElementNS(svg, 'rect');
  const title = document.createElementNS(svg, 'title');
  title.textContent = said;
  for (const [name, value] of Object.entries({ x: left + step * 0.1, y: height - tall, width: step * 0.8, height: tall })) {
    box.setAttribute(name, value.toFixed(1));
  }

  box.setAttribute('class', kind);
  box.append(title);
  return box;
}

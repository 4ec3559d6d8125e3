// Numbers as people read them.

const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const whole = new Intl.NumberFormat();

/** @param {string} at */
export const when = (at) => days.format(new Date(at));

/** @param {number} number */
export const count = (number) => whole.format(number);

/** @param {number} number a second */
export const rate = (number) => (number >= 10 || number === 0 ? count(Math.round(number)) : number.toFixed(1));

/** @param {number | null} time in ms */
export function ms(time) {
  return time === null ? '–' : time >= 1000 ? `${(time / 1000).toFixed(1)} s` : `${time >= 10 ? Math.round(time) : time.toFixed(1)} ms`;
}

/** @param {number} bytes */
export const size = (bytes) => `${count(Math.round(bytes / (1024 * 1024)))} MB`;

/** @param {number} seconds */
export function span(seconds) {
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  return days > 0 ? `${days} d ${hours} h` : hours > 0 ? `${hours} h ${minutes} min` : minutes > 0 ? `${minutes} min` : `${Math.floor(seconds)} s`;
}

/**
 * Which paragraph of one reading is which of another: the server's of the Open XML, and those that the host shows now. Numbers
 * alone won't do: a host may leave out text boxes or add an empty paragraph at the end, and somebody may type meanwhile.
 */

/**
 * Text as it is compared: what programs write differently is the same. One unit stays one unit, so that offsets still hold.
 * @param {string} text
 */
export function plain(text) {
  return text.replace(/[\u00a0\u2007\u202f]/g, ' ').replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010\u2011\u2012\u2013\u001e]/g, '-').replace(/[\r\v\t\n\f]/g, ' ').replace(/[\u0001-\u0008\ufffc]/g, ' ');
}

/**
 * For each paragraph of `from` the number of the same paragraph in `to`, or -1. The longest row of equal paragraphs in the same
 * order; what is left between two of them is matched where it is the only one on both sides.
 * @param {string[]} from
 * @param {string[]} to
 * @returns {number[]}
 */
export function align(from, to) {
  const [left, right] = [from.map(plain), to.map(plain)];
  const found = new Array(from.length).fill(-1);
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) {
    found[start] = start++;
  }

  let [end, other] = [left.length, right.length];
  while (end > start && other > start && left[end - 1] === right[other - 1]) {
    found[--end] = --other;
  }

  middle(left.slice(start, end), right.slice(start, other)).forEach((number, index) => {
    found[start + index] = number < 0 ? -1 : start + number;
  });
  return found;
}

/**
 * The longest common subsequence, by its classic table: what differs between two readings is short.
 * @param {string[]} left
 * @param {string[]} right
 */
function middle(left, right) {
  const found = new Array(left.length).fill(-1);
  if (left.length * right.length > 4_000_000) {
    return found;
  }

  const width = right.length + 1;
  const table = new Uint32Array((left.length + 1) * width);
  for (let l = left.length - 1; l >= 0; l--) {
    for (let r = right.length - 1; r >= 0; r--) {
      table[l * width + r] = left[l] === right[r] && left[l].trim() !== ''
        ? table[(l + 1) * width + r + 1] + 1
        : Math.max(table[(l + 1) * width + r], table[l * width + r + 1]);
    }
  }

  for (let l = 0, r = 0; l < left.length && r < right.length;) {
    if (left[l] === right[r] && left[l].trim() !== '') {
      found[l++] = r++;
    } else if (table[(l + 1) * width + r] >= table[l * width + r + 1]) {
      l++;
    } else {
      r++;
    }
  }

  return found;
}

// What the tests serve instead of Office.js: the page keeps its script element and gets a Word that lives in memory.
// This file runs as a script, as Office.js does; the rest are modules that it brings along.
{
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const ready = import(String(new URL('start.js', src))).then((start) => start.begin());
  Object.assign(window, {
    Office: {
      onReady: async () => await ready,
      HostType: { Word: 'Word' },
      FileType: { Compressed: 'compressed' },
      context: {},
    },
  });
}

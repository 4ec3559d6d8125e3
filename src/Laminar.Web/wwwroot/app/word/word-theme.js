/**
 * Light or dark as Office is, which may differ from the system. Word tells of no change, so it is looked at again whenever the pane
 * is. Where Word says nothing of its theme, the system's counts.
 */
export function followTheme() {
  apply();
  document.addEventListener('visibilitychange', apply);
}

function apply() {
  const theme = Office.context?.officeTheme;
  if (theme) {
    document.documentElement.dataset.theme = isDark(theme) ? 'dark' : 'light';
  }
}

/** @param {Office.OfficeTheme} theme */
function isDark({ isDarkTheme, bodyBackgroundColor }) {
  return isDarkTheme ?? brightness(bodyBackgroundColor) < 0.5;
}

/** From 0 to 1; an older Word names its colour and nothing else. @param {string | undefined} colour as "#rrggbb" */
function brightness(colour) {
  const [red, green, blue] = (/[0-9a-f]{6}/i.exec(colour ?? '')?.[0].match(/../g) ?? ['ff', 'ff', 'ff']).map((part) => parseInt(part, 16));
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/*
 * Runs in <head> before the first paint: what a returning visitor has chosen must not change on screen when the program arrives.
 *
 * `src/app` writes both keys to localStorage. A browser may refuse localStorage, and anybody may have written nonsense there:
 * the page then starts as it does on a first visit.
 */
try {
  const root = document.documentElement;
  const { theme, source, problems, fitted } = JSON.parse(localStorage.getItem("link-preview-lab:preferences") ?? "{}");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  // Parts of the window in thousandths, and pixels; `style/layout.css` has the defaults.
  if (Number.isInteger(source)) root.style.setProperty("--source", `${source / 10}%`);
  if (Number.isInteger(problems)) root.style.setProperty("--lower", `${problems / 10}%`);
  else if (Number.isInteger(fitted)) root.style.setProperty("--lower", `min(${fitted}px, 40%)`);
  // The page was rendered with the example project: the style hides it from somebody who has a project of their own.
  if (localStorage.getItem("link-preview-lab:open")) root.dataset.returning = "";
} catch {}

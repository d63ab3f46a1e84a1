/*
 * Loads the program, and says so in words when that takes long or fails. When the program stops because of an error in it, this
 * offers the saved work as a file.
 *
 * A dynamic import, since the failure of a static one stops this module before its first line. Trunk writes the names of the
 * two files into `#program`, as `Trunk.toml` says.
 */
const SLOW = 8_000;

const show = (id, shown) => { document.getElementById(id).hidden = !shown; };
const url = (name) => new URL(name, document.baseURI);

const { script, wasm } = JSON.parse(document.getElementById("program").textContent);
document.querySelector("#not-loaded button").addEventListener("click", () => location.reload());

/** The keys and the database that `src/app/browser/storage` writes. */
const OPEN = "link-preview-lab:open";
const DATABASE = "link-preview-lab";
const STORE = "projects";

/** After a panic each further call fails too, so nothing on the page is to be trusted with a key. */
function stopped(reason) {
  if (!(reason instanceof WebAssembly.RuntimeError) || !document.getElementById("stopped").hidden) return;
  document.querySelector("#app").inert = true;
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  show("stopped", true);
  document.querySelector("#stopped button").focus();
}

/** The record of the project that this tab had open, at most a moment old. */
function saved() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const asked = opening.result.transaction(STORE).objectStore(STORE).get(sessionStorage.getItem(OPEN));
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => resolve(asked.result);
    };
  });
}

async function download() {
  const { name, project } = await saved();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([project], { type: "application/json" }));
  link.download = `${name || "project"}.json`;
  link.click();
}

/** Where the project itself stops the program, only another one lets the page start. */
function startWithAnother() {
  sessionStorage.removeItem(OPEN);
  localStorage.removeItem(OPEN);
  sessionStorage.setItem(OPEN, "none");
  location.reload();
}

addEventListener("error", (event) => stopped(event.error));
addEventListener("unhandledrejection", (event) => stopped(event.reason));
const press = (id, run) => document.getElementById(id).addEventListener("click", run);
press("stopped-save", () => download().catch(() => show("stopped-lost", true)));
press("stopped-reload", () => location.reload());
press("stopped-other", startWithAnother);

// A server that never answers is no failure: nobody but the person can say how long is too long.
const slow = setTimeout(show, SLOW, "still-loading", true);
try {
  const { default: init } = await import(url(script));
  await init({ module_or_path: url(wasm) });
} catch (reason) {
  console.error(reason);
  show("not-loaded", true);
}
clearTimeout(slow);
show("still-loading", false);

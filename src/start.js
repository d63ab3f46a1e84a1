/*
 * Loads the program, and says so in words when that takes long or fails.
 *
 * A dynamic import, since the failure of a static one stops this module before its first line. Trunk writes the names of the
 * two files into `#program`, as `Trunk.toml` says.
 */
const SLOW = 8_000;

const show = (id, shown) => { document.getElementById(id).hidden = !shown; };
const url = (name) => new URL(name, document.baseURI);

const { script, wasm } = JSON.parse(document.getElementById("program").textContent);
document.querySelector("#not-loaded button").addEventListener("click", () => location.reload());

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

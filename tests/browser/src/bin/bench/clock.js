// The clocks inside a page, put there before its own scripts: the same ones in the Lab and in the bare editor.
(() => {
  const bench = (window.bench = { wholes: [], shares: [] });

  const nextTask = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  };

  // Callbacks of a frame run before it is laid out and painted; the next task comes after both.
  const afterFrame = (then) => requestAnimationFrame(() => nextTask(then));

  let pressed = 0;
  addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);

  // Asked for at `input`, when the letter is in the document: keydown has a task of its own, and a frame may come between.
  addEventListener("input", () => {
    const start = pressed;
    afterFrame(() => bench.wholes.push(performance.now() - start));
  }, true);

  let share;
  const settle = () => {
    if (share) bench.shares.push(share.end - share.start);
    share = undefined;
  };

  // The frame comes before any other task, and in it the editor draws its own cursor: the first callback of all settles.
  addEventListener("beforeinput", () => requestAnimationFrame(settle), true);

  const writes = new MutationObserver(() => { if (share) share.end = performance.now(); });
  writes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  bench.timed = (change) => (text) => {
    // What the editor itself wrote until now is not ours.
    writes.takeRecords();
    share = { start: performance.now() };
    change(text);
    share.end = performance.now();
    nextTask(settle);
  };

  // From the last key to the frame in which the drawing of the attribute has `text` in it; null when that takes too long.
  bench.follow = (attribute, text) => {
    const shown = () => document.querySelector(`[data-view="preview"] [data-attribute="${attribute}"]`)?.textContent.includes(text);
    bench.followed = new Promise((done) => {
      const observer = new MutationObserver(() => {
        if (!shown()) return;
        observer.disconnect();
        afterFrame(() => done(performance.now() - pressed));
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      setTimeout(done, 30_000, null);
    });
  };
})();

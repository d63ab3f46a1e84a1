// The clocks inside a page, put there before its own scripts: the same ones in the Lab and in the bare editor.
(() => {
  const bench = (window.bench = { wholes: [], frames: [], shares: [], late: 0 });

  const nextTask = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  };

  // Callbacks of a frame run before it is laid out and painted; the next task comes after both.
  const afterFrame = (then) =>
    requestAnimationFrame(() => {
      const begun = performance.now();
      nextTask(() => then(begun));
    });

  // The drawing of the attribute that is typed into; the bare editor has none.
  const drawn = (text) => document.querySelector("[data-view=preview] [data-attribute=typed]")?.textContent.includes(text);

  let pressed = 0;
  let typed = "";
  addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);

  // Asked for at `input`, when the letter is in the document: keydown has a task of its own, and a frame may come between.
  addEventListener("input", (event) => {
    const start = pressed;
    typed += event.data;
    afterFrame((begun) => {
      const end = performance.now();
      bench.wholes.push(end - start);
      bench.frames.push(end - begun);
      if (!drawn(typed)) bench.late++;
    });
  }, true);

  let share;
  const settle = () => {
    if (share) bench.shares.push(share.end - share.start);
    share = undefined;
  };

  // This event comes when the microtasks are done, and before the frame in which the editor moves its own cursor.
  addEventListener("input", settle, true);

  const writes = new MutationObserver(() => { if (share) share.end = performance.now(); });
  writes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  bench.timed = (change) => (text) => {
    // What the editor itself wrote until now is not ours.
    writes.takeRecords();
    share = { start: performance.now() };
    change(text);
    share.end = performance.now();
  };

  // From the last key to the frame in which the drawing has `text` in it; null when that takes too long.
  bench.follow = (text) => {
    bench.followed = new Promise((done) => {
      const observer = new MutationObserver(() => {
        if (!drawn(text)) return;
        observer.disconnect();
        afterFrame(() => done(performance.now() - pressed));
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      setTimeout(done, 30_000, null);
    });
  };
})();

// The clocks inside a page, put there before its own scripts: the same ones in the Lab and in the bare editor.
(() => {
  const bench = (window.bench = { wholes: [], frames: [], shares: [], drawings: [], editors: {}, typed: "" });

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

  // Whether what was typed is drawn: the attribute that is typed into, unless a part of the bench looks elsewhere. The
  // bare editor has none.
  bench.drawn = (text) => document.querySelector("[data-view=preview] [data-attribute=typed]")?.textContent.includes(text);

  // The first frame from now on that has the text in the drawing. A bare editor has none, and is left in peace: who asks
  // for frames gets the next key's frame at the next tick of the screen and not at once.
  const shows = (text, then, left = 60) => {
    if (!document.querySelector("[data-view=preview], [data-board]")) return;
    if (bench.drawn(text)) then();
    else if (left) afterFrame(() => shows(text, then, left - 1));
  };

  // From a press on a command to the first task after the frame that has what it opens.
  bench.open = (action, there) =>
    new Promise((done) => {
      const start = performance.now();
      document.querySelector(`[data-action="${action}"]`).click();
      const wait = () => afterFrame(() => (there() ? done(performance.now() - start) : wait()));
      wait();
    });

  let pressed = 0;
  addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);

  // Asked for at `input`, when the letter is in the document: keydown has a task of its own, and a frame may come between.
  addEventListener("input", (event) => {
    const start = pressed;
    const text = (bench.typed += event.data);
    afterFrame((begun) => {
      const end = performance.now();
      bench.wholes.push(end - start);
      bench.frames.push(end - begun);
      shows(text, () => bench.drawings.push(performance.now() - start));
    });
  }, true);

  let share;
  const settle = () => {
    if (share) bench.shares.push(share.end - share.start);
    share = undefined;
  };

  const writes = new MutationObserver(() => { if (share) share.end = performance.now(); });
  writes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  bench.timed = (change) => (...edit) => {
    // What the editor itself wrote until now is not ours.
    writes.takeRecords();
    share = { start: performance.now() };
    change(...edit);
    share.end = performance.now();
    // What follows from the call runs in microtasks; the next task comes when they are done.
    nextTask(settle);
  };

  // From the last key to the frame in which the drawing has `text` in it; null when that takes too long.
  bench.follow = (text) => {
    bench.followed = new Promise((done) => {
      const observer = new MutationObserver(() => {
        if (!bench.drawn(text)) return;
        observer.disconnect();
        afterFrame(() => done(performance.now() - pressed));
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true });
      setTimeout(done, 30_000, null);
    });
  };
})();

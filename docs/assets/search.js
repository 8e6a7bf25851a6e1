// @ts-check
"use strict";

// Search costs nothing until it is used. In place of the worker that the theme would start, and feed
// with the whole index, on every page, it gets one that begins when the search opens. For what this
// leans on in the theme, see tests/browser/test_search.py, which fails where a later version differs.
{
  const SET_UP = 0;
  const { Worker } = window;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const index = new URL("../search/search_index.json", script.src).href;

  // Opened as a file, the site has another way for both (search_from_files.js).
  const { read, start } = /** @type {any} */ (window).searchFromFiles ?? {
    read: async () => (await fetch(index)).json(),
    start: (/** @type {string} */ address) => new Worker(address),
  };

  class LateWorker extends EventTarget {
    /** @type {any} */
    worker;

    constructor(/** @type {string} */ address) {
      super();
      window.Worker = Worker; // the theme has this one; whoever asks next gets a real one
      const box = document.querySelector("[data-md-toggle=search]");
      const open = /** @type {HTMLInputElement} */ (box);
      open.addEventListener("change", () => open.checked && this.begin(address));
    }

    /** Fetch what it needs, once; where that failed, again when the search opens again. */
    async begin(/** @type {string} */ address) {
      if (this.isSetUp) return;
      this.isSetUp = true;
      try {
        const worker = (this.worker ??= this.started(address));
        const data = { ...(await read(index)), options: { suggest: false } };
        worker.postMessage({ type: SET_UP, data });
      } catch (problem) {
        this.isSetUp = false;
        throw problem;
      }
    }

    started(/** @type {string} */ address) {
      const worker = start(address);
      worker.addEventListener("message", (/** @type {MessageEvent} */ { data }) =>
        this.dispatchEvent(new MessageEvent("message", { data })),
      );
      worker.addEventListener("error", () => {
        this.worker = undefined;
        this.isSetUp = false;
      });
      return worker;
    }

    postMessage(/** @type {unknown} */ message) {
      this.worker?.postMessage(message);
    }
  }

  window.Worker = /** @type {any} */ (LateWorker);
}

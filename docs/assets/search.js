// @ts-check
"use strict";

// Search costs nothing until it is used. By itself the theme fetches its index, the text of every
// page, and the program that searches it, as soon as any page opens. This script runs right before
// the theme's: it hands it, in place of its worker, one that begins when the search opens, which is
// how every way into it ends (a click, a key, the magnifier of a phone, an address with ?q=).
//
// What it knows of the theme: without a form named "search" (overrides/partials/search.html) no
// index is fetched on load; the first worker asked for is that of the search; its first message is
// of type SET_UP and holds the index; and a box, open or not, says whether the search is open.
// tests/browser/test_search.py fails where a later version of the theme has this differently.

(() => {
  const SET_UP = 0;
  const TheirWorker = window.Worker;
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const index = new URL("../search/search_index.json", here).href;
  const isFile = location.protocol === "file:";

  class LateWorker extends EventTarget {
    /** @param {string} address of the theme's worker */
    constructor(address) {
      super();
      window.Worker = TheirWorker; // the theme has this one; whoever asks next gets a real one
      this.address = address;
      this.isSetUp = false;
      /** @type {Worker | EventTarget & {postMessage: (message: unknown) => void} | undefined} */
      this.worker = undefined;
      const box = document.querySelector("[data-md-toggle=search]");
      const open = /** @type {HTMLInputElement} */ (box);
      open.addEventListener("change", () => open.checked && this.begin());
    }

    /** Fetch what the search needs, once; where that failed, again when the search opens again. */
    async begin() {
      if (this.isSetUp) return;
      this.isSetUp = true;
      try {
        this.worker = this.worker || this.start();
        const data = isFile ? await readAsScript() : await (await fetch(index)).json();
        this.worker.postMessage({ type: SET_UP, data: { ...data, options: { suggest: false } } });
      } catch (problem) {
        this.isSetUp = false;
        throw problem;
      }
    }

    start() {
      const worker = isFile ? workerInFrame(this.address) : new TheirWorker(this.address);
      worker.addEventListener("message", event => {
        const { data } = /** @type {MessageEvent} */ (event);
        this.dispatchEvent(new MessageEvent("message", { data }));
      });
      worker.addEventListener("error", () => {
        this.worker = undefined;
        this.isSetUp = false;
      });
      return worker;
    }

    /** @param {unknown} message from the theme, which sends none before the worker is ready */
    postMessage(message) {
      this.worker?.postMessage(message);
    }
  }

  // From a file a browser neither fetches nor starts a worker, but scripts run. So the offline site
  // has its index as a script too, and its worker runs in a frame that nobody sees.

  /** @param {HTMLElement} element @returns {Promise<unknown>} that resolves once it has loaded */
  function loaded(element) {
    return new Promise((done, failed) => {
      element.onload = done;
      element.onerror = () => failed(new Error("a part of the search cannot be read"));
      document.body.append(element);
    });
  }

  async function readAsScript() {
    const script = document.createElement("script");
    script.src = index.replace(/json$/, "js");
    await loaded(script);
    return /** @type {any} */ (window).__index;
  }

  /** @param {string} address of a worker, to run in a frame */
  function workerInFrame(address) {
    const outside = new EventTarget();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.srcdoc = `<script src="${address}"></script>`;
    const running = loaded(frame).then(() => {
      const inside = /** @type {any} */ (frame.contentWindow);
      inside.postMessage = (/** @type {unknown} */ data) =>
        outside.dispatchEvent(new MessageEvent("message", { data }));
      return inside;
    });
    return Object.assign(outside, {
      postMessage: async (/** @type {unknown} */ data) => {
        const inside = await running;
        inside.dispatchEvent(new inside.MessageEvent("message", { data }));
      },
    });
  }

  window.Worker = /** @type {any} */ (LateWorker);
})();

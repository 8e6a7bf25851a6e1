// @ts-check

// Search costs nothing until it is used. In place of the worker that the theme would start, and feed
// with the whole index, on every page, it gets one that begins when the search opens, with what
// search_opened.js does. For what this leans on in the theme, see tests/browser/test_search.py, which
// fails where a later version differs.
{
  const { Worker } = window;
  const { src } = /** @type {any} */ (document.currentScript);

  class LateWorker extends EventTarget {
    /** @type {any} */
    search;

    constructor(/** @type {string} */ address) {
      super();
      window.Worker = Worker; // the theme has this one; whoever asks next gets a real one
      const open = /** @type {any} */ (document.querySelector("[data-md-toggle=search]"));
      open.addEventListener("change", () => open.checked && this.begin(address));
    }

    /** Once; where something could not be had, again when the search opens again. */
    begin(/** @type {string} */ address) {
      if (this.search) return this.search.begin();
      const onload = () => {
        this.search ??= /** @type {any} */ (window).search(this, address);
        this.search.begin();
      };
      // Where the address asks for something, this runs before site.js.
      document.head.append(Object.assign(document.createElement("script"), {
        src: new URL("search_opened.js", src), onload,
      }));
    }

    /** The theme asks nothing before it hears that all is set up. */
    postMessage(/** @type {unknown} */ message) {
      this.search?.ask(message);
    }
  }

  window.Worker = /** @type {any} */ (LateWorker);
}

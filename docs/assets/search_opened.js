// @ts-check

// What the search does once it is open; search.js loads this then.
{
  const [SET_UP, QUERY, RESULT] = [0, 2, 3];
  const { src } = /** @type {any} */ (document.currentScript);
  const index = new URL("../search/search_index.json", src).href;

  // Opened as a file, the site has another way for both (search_from_files.js).
  const { read, start } = /** @type {any} */ (window).searchFromFiles ?? {
    read: async () => (await fetch(index)).json(),
    start: (/** @type {string} */ address) => new Worker(address),
  };

  /**
   * What to ask the theme's worker, for which a word finds all that begins with it. So a plural is
   * asked for as a singular; the whole word counts more; and a short one that is complete, such as
   * "a", finds only itself.
   */
  const asked = (/** @type {string[]} */ words) =>
    words
      .map((word, at) => {
        if (word.length < 4 && at < words.length - 1) return `${word}^1`;
        const one = word.replace(/([^su])s$/, "$1");
        return `${one}^3 ${one}`;
      })
      .join(" ");

  // The theme reads the field when a key is let go. Text comes from a menu or by voice as well.
  document.addEventListener("input", (/** @type {any} */ { target }) => {
    if (target.name === "query") target.dispatchEvent(new Event("keyup"));
  });

  class Search {
    /** @type {any} */
    worker;
    separator = /\s/;
    question = "";
    /** @type {Function[]} What waits for an answer, the first first. */
    waiting = [];

    constructor(/** @type {EventTarget} */ late, /** @type {string} */ address) {
      this.late = late;
      this.address = address;
    }

    /** Fetch what it needs, once; where that failed, again when the search opens again. */
    async begin() {
      if (this.isSetUp) return;
      this.isSetUp = true;
      try {
        const worker = (this.worker ??= this.started());
        const data = { ...(await read(index)), options: { suggest: false } };
        this.separator = new RegExp(data.config.separator);
        worker.postMessage({ type: SET_UP, data });
      } catch (problem) {
        this.isSetUp = false;
        throw problem;
      }
    }

    started() {
      const worker = start(this.address);
      worker.addEventListener("message", (/** @type {MessageEvent} */ { data }) =>
        data.type === RESULT ? this.waiting.shift()?.(data.data.items) : this.tell(data),
      );
      worker.addEventListener("error", () => {
        this.worker = undefined;
        this.isSetUp = false;
      });
      return worker;
    }

    tell(/** @type {unknown} */ data) {
      this.late.dispatchEvent(new MessageEvent("message", { data }));
    }

    /** @returns {Promise<any[][]>} */
    found(/** @type {string} */ data) {
      this.worker?.postMessage({ type: QUERY, data });
      return new Promise((answered) => this.waiting.push(answered));
    }

    /** Take a question of the theme's; for a word that is nowhere, ask for one that is spelt alike. */
    async ask(/** @type {any} */ { type, data }) {
      if (type !== QUERY) return;
      this.question = data;
      const words = data.toLowerCase().split(this.separator).filter(Boolean);
      let items = await this.found(asked(words));
      const known = items.flat().flatMap(({ terms }) => Object.keys(terms).filter((of) => terms[of]));
      for (const [at, word] of words.entries()) {
        if (!/^\D{4,}$/.test(word) || known.some((start) => word.startsWith(start))) continue;
        const alike = await this.found(`${word}~${word.length < 8 ? 1 : 2}`);
        words[at] = /<mark>(.*?)</.exec(JSON.stringify(alike))?.[1].toLowerCase() ?? word;
        items = await this.found(asked(words));
      }
      if (data === this.question) this.tell({ type: RESULT, data: { items } });
    }
  }

  Object.assign(window, {
    search: (/** @type {EventTarget} */ late, /** @type {string} */ address) =>
      new Search(late, address),
  });
}

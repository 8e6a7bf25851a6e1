// @ts-check

// How the search works in the site of `make offline`, which is opened as files: from a file a browser
// neither fetches nor starts a worker, but scripts run. So the index is a script too, and the worker
// runs in a frame that nobody sees. search.js asks here for both; no published page loads this.
{
  /** @type {(element: HTMLElement) => Promise<unknown>} */
  const loaded = (element) =>
    new Promise((done, failed) => {
      element.onload = done;
      element.onerror = () => failed(new Error("a part of the search cannot be read"));
      document.body.append(element);
    });

  /** The index, by the address that it would have on a server. */
  const read = async (/** @type {string} */ address) => {
    const element = document.createElement("script");
    element.src = address.replace(/json$/, "js");
    await loaded(element);
    return /** @type {any} */ (window).__index;
  };

  /** What stands for the worker with this address. */
  const start = (/** @type {string} */ address) => {
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
    const postMessage = async (/** @type {unknown} */ data) => {
      const inside = await running;
      inside.dispatchEvent(new inside.MessageEvent("message", { data }));
    };
    return Object.assign(outside, { postMessage });
  };

  Object.assign(window, { searchFromFiles: { read, start } });
}

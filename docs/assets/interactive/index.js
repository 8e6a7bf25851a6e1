// @ts-check

// Three forecasts of a harvest, each of which can be moved: its miss as a length and as a square.
interactive({
  given: ["actual", "forecasts"],

  numbers({ actual, forecasts }) {
    /** @type {any} */
    const misses = forecasts.map((/** @type {number} */ forecast) => Math.abs(actual - forecast));
    const squares = misses.map((/** @type {number} */ miss) => miss ** 2);
    return /** @type {any} */ ({ misses, squares, mae: mean(misses), mse: mean(squares) });
  },

  draw({ svg, panels: [{ x, y }], find }, /** @type {any} */ numbers, { actual, forecasts }) {
    const { misses, squares, mae, mse } = numbers;
    const [boxes, lengths, dots] = [find("figure-1"), find("figure-0"), find("figure-0", "use")];
    // Besides the numbers of the axis: its name, in each row how large both are, and the title at the end.
    const words = all("text:not(use + text)", svg);
    const [apple, foot, to] = [x.to(1) - x.to(0), y.to(8.4 / 19.6), x.to(actual)];
    forecasts.forEach((/** @type {number} */ forecast, /** @type {number} */ row) => {
      const from = x.to(forecast);
      const isNear = (/** @type {number} */ other) => Math.abs(other - forecast) < 1;
      const [left, right, top] = [Math.min(from, to), Math.max(from, to), foot - apple * misses[row]];
      lead(boxes[row], [[left, foot], [right, foot], [right, top], [left, top]], "z");
      const down = Number(dots[row].getAttribute("y"));
      lead(lengths[row], [[from, down], [to, down]]);
      set(dots[row], from);
      [squares, misses].forEach((sizes, at) => {
        const word = words[1 + 2 * row + at];
        // Of squares that nearly cover each other one has a number, or none could be read.
        const isClear = at || forecasts.findIndex(isNear) === row;
        word.textContent = isClear ? full(Number(sizes[row].toFixed(2))) : "";
        set(word, (left + right) / 2, ...(at ? [] : [top + 1.2 * apple]));
      });
    });
    for (const title of [words.at(-1), ...all("title", svg)])
      title.textContent = `L1 is ${fixed(mae)} apples, L2 ${fixed(mse, 0)} squared apples`;
  },

  say: ({ mae, mse }) => `L1 ${mae} apples, L2 ${mse} squared apples.`,

  x: { label: "", unit: "apples", step: 1 },
  handles: ["First", "Second", "Third"].map((label, at) => ({
    label: `${label} forecast`,
    x: ["forecasts", at],
    y: (5.4 - 2 * at) / 19.6,
  })),
});

// @ts-check

// One forecast for five trees: how far it is off in apples, in percent and in doublings.
interactive({
  given: ["trees", "forecast"],

  numbers({ trees, forecast }) {
    if (Math.min(...trees, forecast) <= 0) return "There is no percentage of no apples.";
    /** @type {number[]} */
    const actual = [...trees].sort((a, b) => a - b);
    const root = (/** @type {number[]} */ errors) => Math.sqrt(mean(errors.map((error) => error * error)));
    const losses = (/** @type {number} */ place) => {
      const apples = actual.map((tree) => Math.abs(tree - place));
      const doublings = actual.map((tree) => Math.abs(Math.log2(tree / place)));
      const percent = 100 * mean(apples.map((off, at) => off / actual[at]));
      return [mean(apples), root(apples), percent, mean(doublings), root(doublings)];
    };

    const weights = actual.map((tree) => 1 / tree);
    const whole = sum(weights);
    let counted = 0;
    const mape_best = actual[weights.findIndex((weight) => 2 * (counted += weight) >= whole)];
    const [l1_best, l2_best] = [actual[2], mean(actual)];
    const log_l2_best = 2 ** mean(actual.map(Math.log2));
    const bests = [l1_best, l2_best, mape_best, l1_best, log_l2_best];

    const [l1, l2, mape, log_l1, log_l2] = losses(forecast);
    const fives = Array.from({ length: 24 }, (_, at) => 5 * at + 5);
    const corners = trees.map((/** @type {number} */ tree) => within(tree, [1, 120]));
    const places = [1, 2, 3, ...fives, ...corners].sort((a, b) => a - b);
    const all = places.map(losses);
    return /** @type {any} */ ({
      l1, l2, mape, log_l1, log_l2,
      l1_best, l2_best, mape_best, log_l1_best: l1_best, log_l2_best,
      bests, least: bests.map((best, at) => losses(best)[at]),
      places, curves: bests.map((_, at) => all.map((each) => each[at])),
    });
  },

  // Only the last of the pictures, which lie below each other, has numbers along x.
  draw({ panels, find }, /** @type {any} */ { bests, least, places, curves }, { trees, forecast }) {
    const [[l1, log_l1], [l2, log_l2], [above, mape, ...below]] = [0, 1, 2].map((at) => find(`figure-${at}`));
    const { x } = panels[2];
    const [dots, squares, marks] = [0, 1, 2].map((at) => find(`figure-${at}`, "use"));
    [l1, l2, mape, log_l1, log_l2].forEach((line, at) => {
      const { y } = panels[[0, 0, 1, 2, 2][at]];
      lead(line, curves[at].map((/** @type {number} */ loss, /** @type {number} */ i) => [x.to(places[i]), y.to(loss)]));
      set([dots[0], squares[0], marks[0], dots[1], squares[1]][at], x.to(bests[at]), y.to(least[at]));
    });
    [above, ...below].forEach((line, at) => {
      lead(line, panels[at].y.ends.map((end) => [x.to(forecast), panels[at].y.to(end)]));
    });
    trees.forEach((/** @type {number} */ tree, /** @type {number} */ at) => set(marks[1 + at], x.to(tree)));
  },

  say: ({ l1, mape, mape_best, log_l1 }) =>
    `Off by ${l1} apples, ${mape} percent, ${log_l1} doublings. MAPE is lowest at ${mape_best}.`,

  chosen: 1,
  x: { label: "at", unit: "apples", step: 1, least: 1 },
  handles: [
    { label: "Young tree", x: ["trees", 0], y: -1.2, panel: 2 },
    { label: "Forecast", x: ["forecast"], y: (_, { log_l1 }) => log_l1, panel: 2 },
  ],

  tasks: [
    ({ mape_best }, { forecast }, start) => forecast === mape_best && mape_best === start.mape_best,
    ({ mape_best }) => mape_best === 20,
  ],
});

// @ts-check

// Five trees, the threshold of Huber's loss, and how hard each tree pulls at the forecast.
interactive({
  given: ["trees", "delta"],

  numbers({ trees, delta }) {
    if (delta <= 0) return "A threshold is above zero.";
    /** @type {number[]} */
    const apples = trees;
    let [low, high] = [Math.min(...apples), Math.max(...apples)];
    for (let halved = 0; halved < 60; halved++) {
      const middle = (low + high) / 2;
      if (sum(apples.map((tree) => within(tree - middle, [-delta, delta]))) > 0) low = middle;
      else high = middle;
    }
    const huber = (low + high) / 2;
    const median = [...apples].sort((one, other) => one - other)[2];
    const all = mean(apples);
    const [l1_error, error, l2_error] = [median, huber, all].map((best) => Math.abs(apples[4] - best));
    return {
      delta,
      median,
      huber,
      mean: all,
      l1_pull: delta * Math.sign(l1_error),
      huber_pull: Math.min(error, delta),
      l2_error,
      l1_cost: delta * l1_error,
      old_cost: Math.min(error, delta) * (error - Math.min(error, delta) / 2),
      l2_cost: l2_error ** 2 / 2,
    };
  },

  draw({ panels: [{ y: cost }, { x, y: pull }], find }, { median, huber, mean }, { trees, delta }) {
    const [left, right] = x.ends;
    const marks = find("figure-2", "use");
    const grid = Array.from({ length: 61 }, (_, at) => left + ((right - left) * at) / 60);
    const near = (/** @type {number} */ at) => Math.min(Math.abs(at - huber), delta);
    const price = (/** @type {number} */ at) => near(at) * (Math.abs(at - huber) - near(at) / 2);
    const along = (/** @type {number[]} */ all, /** @type {(at: number) => number} */ high, { to } = cost) =>
      all.map((at) => [x.to(at), to(high(at))]);
    // Where a pull is limited: flat, down to nothing at the forecast, and flat again.
    const limited = (/** @type {number[]} */ all) =>
      all.map((at, i) => [x.to(at), pull.to(i === 2 ? 0 : delta)]);
    // Between the lines of the two panels there is the sample of the legend.
    const [[l1, , l1Pull], [l2, , l2Pull], [own, , ownPull, ...lengths]] = [0, 1, 2].map((at) => find(`figure-${at}`));
    lead(l1, along(grid, (at) => delta * Math.abs(at - median)));
    lead(own, along(grid, price));
    lead(l2, along(grid, (at) => (at - mean) ** 2 / 2));
    lead(l1Pull, limited([left, median, median, median, right]));
    lead(ownPull, limited([left, huber - delta, huber, huber + delta, right]));
    lead(l2Pull, along([left, mean, right], (at) => Math.abs(at - mean), pull));
    [...along(trees, price), ...along(trees, near, pull)].forEach((spot, at) => {
      set(marks[at], ...spot);
      if (at > 4) lead(lengths[at - 5], [[spot[0], pull.to(0)], spot]);
    });
  },

  say: ({ median, huber, mean, huber_pull }) =>
    `Best forecasts: L1 ${median}, Huber ${huber}, L2 ${mean}. Under Huber the old tree pulls with ${huber_pull}.`,

  x: { label: "carries", unit: "apples" },
  y: { label: "of", unit: "apples", least: 1 },
  handles: [
    { label: "Old tree", x: ["trees", 4], y: (_, { huber_pull }) => huber_pull, panel: 1 },
    { label: "Threshold", x: ({ delta }, { huber }) => huber + delta, y: ["delta"], panel: 1 },
  ],

  tasks: [
    ({ huber, median }) => Math.abs(huber - median) < 1e-6,
    ({ huber, mean, delta }, _, start) => delta === start.delta && Math.abs(huber - mean) < 1e-6,
  ],
});

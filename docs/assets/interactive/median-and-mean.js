// @ts-check

// Five trees pull at a forecast: each equally hard, as hard as it is far away, or by a power of that.
interactive({
  given: ["trees", "forecast", "power"],

  numbers({ trees, forecast, power }) {
    /** @type {number[]} */
    const harvests = [...trees].sort((a, b) => a - b);
    const pulls = (/** @type {number} */ place, /** @type {number} */ power) =>
      harvests.map((tree) => Math.sign(tree - place) * Math.abs(tree - place) ** (power - 1));

    // Halve, and keep the half towards which all pull.
    let [low, , median, , high] = harvests;
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      if (sum(pulls(middle, power)) > 0) low = middle;
      else high = middle;
    }

    /** @type {Record<string, any>} */
    const found = {};
    for (const [name, p, best] of /** @type {[string, number, number][]} */ ([
      ["l1", 1, median],
      ["l2", 2, mean(harvests)],
      ["power", power, high],
    ])) {
      const miss = (/** @type {number} */ place) =>
        mean(harvests.map((tree) => Math.abs(tree - place) ** p)) ** (1 / p);
      const pull = pulls(forecast, p);
      const whole = sum(pull.map(Math.abs));
      if (!whole) return "All five trees stand at the forecast, and none pulls.";
      const parts = pull.map((each) => (100 * Math.abs(each)) / whole);
      const left = sum(parts.filter((_, at) => pull[at] < 0));
      let end = -left;
      found[`${name}_left`] = left;
      found[`${name}_joints`] = [end, ...parts.map((part) => (end += part))];
      found[`${name}_best`] = best;
      found[`${name}_least`] = miss(best);
      found[`${name}_curve`] = Array.from({ length: 27 }, (_, at) => miss(4 * at));
    }
    return found;
  },

  draw({ panels: [{ x, y }, rope], find }, numbers, { trees, forecast }) {
    const [comb] = find("figure-2");
    const down = (/** @type {number} */ at) => y.to(-20 - 30 * at);
    const teeth = [...trees, forecast].flatMap((end, at) =>
      [forecast, end, forecast].map((place) => [x.to(place), down(at)]),
    );
    lead(comb, [...teeth, [x.to(forecast), y.to(100)]]);
    const dots = find("figure-2", "use").slice(0, 5);
    dots.forEach((tree, at) => set(tree, x.to(trees[at])));

    ["l1", "l2", "power"].forEach((name, at) => {
      const of = (/** @type {string} */ what) => /** @type {any} */ (numbers)[`${name}_${what}`];
      const [curve, line] = find(`figure-${at}`).filter((path) => path !== comb);
      const [dot, ...marks] = find(`figure-${at}`, "use").slice(-7);
      /** @type {number[]} */
      const misses = of("curve");
      lead(curve, misses.map((miss, at) => [x.to(4 * at), y.to(miss)]));
      set(dot, x.to(of("best")), y.to(of("least")));
      // From all pull to the left to all pull to the right.
      lead(line, marks.map((mark, at) => {
        set(mark, rope.x.to(of("joints")[at] / 200 + 0.5));
        return ["x", "y"].map((each) => Number(mark.getAttribute(each)));
      }));
    });
  },

  say: ({ l1_left, l2_left, power_left, power_best }) =>
    `To the left: L1 ${l1_left} %, L2 ${l2_left} %, power ${power_left} %. Its best: ${power_best} apples.`,

  chosen: 5,
  handles: Array.from({ length: 6 }, (_, at) => ({
    label: at < 5 ? `Tree ${at + 1}` : "Forecast",
    x: at < 5 ? ["trees", at] : ["forecast"],
    y: -20 - 30 * at,
  })),
  sliders: [{ label: "Power", place: ["power"], ends: [1, 8], step: 0.5 }],

  tasks: [
    ({ l1_left, l2_best }, _, start) =>
      Math.abs(l1_left - 50) < 0.1 && Math.abs(l2_best - start.l2_best) >= 10,
    ({ l1_best, l2_best, power_best }, { power }) =>
      power > 2 && Math.abs(l1_best - l2_best) < 0.01 && Math.abs(power_best - l2_best) < 0.01,
  ],
});

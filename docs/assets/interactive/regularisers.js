// @ts-check
"use strict";

// The best pair of weights and a budget, which can be moved: the rings around the pair touch the
// diamond and the circle.
interactive({
  given: ["best_rain", "best_magpies", "corner", "spread"],

  numbers({ best_rain, best_magpies, corner, spread }) {
    if (!spread) return "without spread a column has no weight.";
    const budget = Math.abs(corner);
    const wide = spread * spread;
    const [rain, magpies] = [best_rain, best_magpies].map(Math.abs);

    const inside = rain + magpies <= budget;
    const place = (wide * rain + budget - magpies) / (wide + 1);
    const spent = inside ? rain : within(place, [0, budget]);
    const left = inside ? magpies : budget - spent;
    const l1_rain = best_rain > 0 ? spent : -spent;
    const l1_magpies = best_magpies > 0 ? left : -left;

    /** What is left of the rain's weight. @type {(part: number) => number} */
    const rainOf = (part) => ((wide * part) / (1 - part + wide * part)) * best_rain;
    let [low, high] = [0, 1];
    for (let halving = 0; halving < 200; halving++) {
      const part = (low + high) / 2;
      const [across, up] = [rainOf(part), part * magpies];
      if (across * across + up * up <= budget * budget) low = part;
      else high = part;
    }
    const l2_rain = rainOf(low);
    const l2_magpies = low * best_magpies;

    const up = (/** @type {number} */ rainOff, /** @type {number} */ magpiesOff) =>
      Math.sqrt(wide * rainOff * rainOff + magpiesOff * magpiesOff);
    const l1_up = up(l1_rain - best_rain, l1_magpies - best_magpies);
    const l2_up = up(l2_rain - best_rain, l2_magpies - best_magpies);
    return {
      l1_rain, l1_magpies, l1_up, l1_across: l1_up / spread,
      l2_rain, l2_magpies, l2_up, l2_across: l2_up / spread,
    };
  },

  draw({ panels: [{ x, y }], find }, numbers, { best_rain, best_magpies, corner }) {
    /** @type {[number, number]} */
    const best = [best_rain, best_magpies];
    /** Move a shape, and stretch it, so that it fits a box as it did at the beginning. */
    const fit = (/** @type {any} */ path, [rain, magpies] = [0, 0], across = corner, up = corner) => {
      const now = [x.to(rain), y.to(magpies), x.to(across) - x.to(0), y.to(up) - y.to(0)];
      path.begun ??= [path.getAttribute("d"), now];
      const [d, old] = path.begun;
      path.setAttribute("d", d.replace(/([\d.]+) ([\d.]+)/g, (/** @type {string[]} */ ...[, ...pair]) =>
        [0, 1].map((at) => now[at] + ((Number(pair[at]) - old[at]) / old[at + 2]) * now[at + 2]).join(" ")));
    };
    const [ring, diamond] = find("figure-0");
    const [dashed, circle] = find("figure-1");
    fit(ring, best, numbers.l1_across, numbers.l1_up);
    fit(dashed, best, numbers.l2_across, numbers.l2_up);
    fit(diamond);
    fit(circle);
    const marks = [2, 1, 0].map((paint) => find(`figure-${paint}`, "use")[0]);
    [best, [numbers.l2_rain, numbers.l2_magpies], [numbers.l1_rain, numbers.l1_magpies]].forEach(([rain, magpies], at) =>
      set(marks[at], x.to(rain), y.to(magpies)));
  },

  say: ({ l1_rain, l1_magpies, l2_rain, l2_magpies }) =>
    `L1: rain ${l1_rain}, magpies ${l1_magpies}. L2: rain ${l2_rain}, magpies ${l2_magpies}.`,

  x: { label: "rain" },
  y: { label: "magpies" },
  handles: [
    { label: "Best", x: ["best_rain"], y: ["best_magpies"] },
    { label: "Corner", x: ["corner"], y: 0 },
  ],
  sliders: [{ label: "Spread", place: ["spread"], ends: [0.5, 2], step: 0.1 }],

  // Both with the best pair outside of the circle.
  tasks: [
    ({ l2_rain, l2_magpies }, { best_rain, best_magpies, corner }) =>
      Math.hypot(best_rain, best_magpies) > Math.abs(corner) && l2_rain * l2_magpies === 0,
    ({ l1_rain, l1_magpies }, { best_rain, best_magpies, corner }) =>
      Math.hypot(best_rain, best_magpies) > Math.abs(corner) && l1_rain * l1_magpies !== 0,
  ],
});

// @ts-check

// Ten heights, each of which can be moved, and the line that each loss prefers.
interactive({
  given: ["days", "heights"],

  numbers({ days, heights }) {
    /** @type {number[]} */
    const x = days;
    /** @type {number[]} */
    const y = heights;
    if (new Set(x).size < 2) return "On a single day there is no line.";
    const squared = (/** @type {number[]} */ terms) => sum(terms.map((term) => term * term));
    const misses = (/** @type {number} */ start, /** @type {number} */ slope) =>
      y.map((height, at) => height - (start + slope * x[at]));

    const fromMiddle = x.map((day) => day - mean(x));
    const l2_slope = sum(fromMiddle.map((far, at) => far * (y[at] - mean(y)))) / squared(fromMiddle);
    const l2_start = mean(y) - l2_slope * mean(x);

    const lines = [];
    for (const one of x.keys())
      for (let other = one + 1; other < x.length; other++) {
        if (x[one] === x[other]) continue;
        const slope = (y[other] - y[one]) / (x[other] - x[one]);
        const start = y[one] - slope * x[one];
        lines.push([sum(misses(start, slope).map(Math.abs)), start, slope]);
      }
    // As Python compares tuples: by the first numbers that differ.
    const [l1_lengths, l1_start, l1_slope] = lines.reduce((best, line) => {
      const differs = line.findIndex((number, at) => number !== best[at]);
      return line[differs] < best[differs] ? line : best;
    });

    const l2_misses = misses(l2_start, l2_slope);
    return {
      l1_start,
      l1_slope,
      l1_lengths,
      l1_squares: squared(misses(l1_start, l1_slope)),
      l2_start,
      l2_slope,
      l2_lengths: sum(l2_misses.map(Math.abs)),
      l2_squares: squared(l2_misses),
    };
  },

  draw({ panels: [{ x, y }], find }, { l1_start, l1_slope, l2_start, l2_slope }, { days, heights }) {
    const lines = [[l1_start, l1_slope], [l2_start, l2_slope]].map(([start, slope]) =>
      x.ends.map((day) => [x.to(day), y.to(start + slope * day)]),
    );
    const labels = ["figure-0", "figure-1"].map((paint) => find(paint, "text")[0]);
    const ends = lines.map(([, [, px]]) => within(px, y.ends.map(y.to).reverse()));
    // A label stands above the upper line or below the lower one, as far away as at the beginning.
    labels.forEach((label, at) => (label.dataset.away ??= label.getAttribute("y") - ends[at]));
    const upper = Number(ends[0] > ends[1]);
    lines.forEach((points, at) => {
      lead(find(`figure-${at}`)[0], points);
      const { away } = labels[Number(at !== upper)].dataset;
      labels[at].setAttribute("y", ends[at] + Number(away));
    });
    find("figure-2", "use").forEach((mark, at) => set(mark, x.to(days[at]), y.to(heights[at])));
  },

  say: ({ l1_start, l1_slope, l2_start, l2_slope }) =>
    `L1: slope ${l1_slope}, from ${l1_start} cm. L2: slope ${l2_slope}, from ${l2_start} cm.`,

  chosen: 4,
  pick: "Point",
  x: { label: "Day" },
  y: { label: "Height", unit: "cm" },
  handles: Array.from({ length: 10 }, (_, at) => ({
    label: `Point ${at + 1}`,
    x: ["days", at],
    y: ["heights", at],
  })),

  tasks: [
    ({ l1_slope }, _, start) => Math.abs(l1_slope - start.l1_slope) > 0.001,
    ({ l1_slope, l2_slope }, { days }, start) =>
      Math.max(...days) >= 20
      && Math.abs(l1_slope - start.l1_slope) < 0.001
      && Math.abs(l2_slope - l1_slope) < 0.001,
  ],
});

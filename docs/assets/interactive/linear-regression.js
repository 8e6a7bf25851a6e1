// @ts-check

// A line through two ends, its misses as lengths and as squares, and where it lies among all lines.
interactive({
  given: ["ends", "heights", "days", "jars"],

  numbers({ days, jars, ends, heights }) {
    /** @type {number[]} */
    const x = days;
    const squared = (/** @type {number[]} */ terms) => sum(terms.map((each) => each * each));
    const missed = (/** @type {number} */ start, /** @type {number} */ rise) =>
      x.map((day, at) => jars[at] - (start + rise * day));
    const total = (/** @type {number[]} */ terms) => sum(terms.map(Math.abs));

    const slope = (heights[1] - heights[0]) / (ends[1] - ends[0]);
    const intercept = heights[0] - slope * ends[0];
    const misses = missed(intercept, slope);

    const far = x.map((day) => day - mean(x));
    const l2_slope = sum(far.map((each, at) => each * (jars[at] - mean(jars)))) / squared(far);
    const l2_intercept = mean(jars) - l2_slope * mean(x);
    const l2_misses = missed(l2_intercept, l2_slope);
    if (!isFinite(slope + l2_slope)) return "No line.";

    const rate = 0.8 / mean(x.map((day) => 1 + day * day));
    const way = [[intercept, slope]];
    for (const [start, rise] of way) {
      if (way.length > 50) break;
      const miss = missed(start, rise);
      way.push([
        start + 2 * rate * mean(miss),
        rise + 2 * rate * mean(miss.map((each, at) => each * x[at])),
      ]);
    }
    /** @type {any} */
    const found = {
      slope, intercept, misses, lengths: total(misses), squares: squared(misses),
      far, l2_slope, l2_intercept, l2_lengths: total(l2_misses), l2_squares: squared(l2_misses),
      way,
    };
    return found;
  },

  draw({ panels: [{ x, y }, map], find }, numbers, { days, jars }) {
    /** @type {any} */
    const { slope, intercept, misses, squares, far, l2_slope, l2_intercept, l2_squares, way } = numbers;
    const jar = y.to(0) - y.to(1);
    const [lengths, areas, [line, trail]] = [0, 1, 2].map((at) => find(`figure-${at}`));
    const marks = find("figure-2", "use");
    /** @type {(at: number, spot: number[], right: number, down: number) => void} */
    const box = (at, [left, top], right, down) => {
      const [x, y] = [left + right, top + down];
      const corners = [[left, top], [x, top], [x, y], [left, y], [left, top]];
      lead(areas[at], corners.slice(0, at < 6 ? 4 : 5)); // a frame is closed
    };

    let across = x.to(0.8); // where the next length is laid
    misses.forEach((/** @type {number} */ miss, /** @type {number} */ at) => {
      const spot = [x.to(days[at]), y.to(jars[at])];
      const down = jar * miss;
      set(marks[at], ...spot);
      box(at, spot, -down, down);
      lead(lengths[2 * at], [spot, [spot[0], spot[1] + down]]);
      const end = across + Math.abs(down);
      lead(lengths[2 * at + 1], [across, end].map((px) => [px, y.to(32)]));
      across = end + x.to(0.04) - x.to(0);
    });
    [squares, l2_squares].forEach((area, at) => {
      const side = jar * Math.sqrt(area);
      box(5 + at, [x.to(0.8), y.to(30)], side, side);
    });
    lead(line, x.ends.map((day) => [x.to(day), y.to(intercept + slope * day)]));

    const place = (/** @type {number[]} */ [start, rise]) => [map.x.to(start), map.y.to(rise)];
    [1, 5, 10, 20].forEach((ring, at) =>
      lead(areas[7 + at], Array.from({ length: 60 }, (_, part) => {
        const turn = (Math.PI * part) / 30;
        const rise = (ring * Math.sin(turn)) / Math.hypot(...far);
        const start = (ring * Math.cos(turn)) / Math.sqrt(days.length) - rise * mean(days);
        return place([l2_intercept + start, l2_slope + rise]);
      })),
    );
    lead(trail, way.map(place));
    set(marks[5], ...place([within(intercept, map.x.ends), within(slope, map.y.ends)]));
  },

  say: ({ lengths, squares }) => `Lengths ${lengths}, squares ${squares}.`,

  x: { label: "days", step: 0.5 },
  y: { label: "jars", step: 0.5 },
  handles: [
    { label: "Left", x: ["ends", 0], y: ["heights", 0] },
    { label: "Right", x: ["ends", 1], y: ["heights", 1] },
  ],
  presets: {
    "Let it learn": (now, { way }) => {
      const [start, rise] = way[50];
      return { ...now, heights: now.ends.map((/** @type {number} */ day) => start + rise * day) };
    },
  },

  tasks: [
    ({ squares, l2_squares }) => squares < l2_squares + 0.1,
    ({ lengths, l2_lengths }) => lengths < l2_lengths - 0.001,
  ],
});

// @ts-check

// A line that learns its intercept and its slope, and the valley that it walks through, in a column of
// weeks that counts from one mark, in the distance of another.
interactive({
  given: ["weeks", "apples", "rate", "step_count", "zero", "one"],

  numbers({ weeks, apples, rate, step_count, zero, one }) {
    const unit = Math.max(Math.abs(one - zero), 0.5);
    /** @type {number[]} */
    const column = weeks.map((/** @type {number} */ week) => (week - zero) / unit);
    let [intercept, slope] = [0, 0];
    const missed = () => column.map((each, at) => apples[at] - (intercept + slope * each));
    const times = (/** @type {number[]} */ terms, /** @type {number[]} */ others) =>
      mean(terms.map((each, at) => each * others[at]));
    const path = [[0, 0]];
    while (path.length <= Math.min(step_count, 24)) {
      const errors = missed();
      intercept += rate * 2 * mean(errors);
      slope += rate * 2 * times(errors, column);
      if (Math.abs(intercept) + Math.abs(slope) > 1000) break;
      path.push([intercept, slope]);
    }
    const steps = path.length - 1;
    [intercept, slope] = path[steps];
    const misses = missed();

    const middle = mean(column);
    const far = column.map((each) => each - middle);
    const square = times(far, far);
    const best_slope = times(far, apples) / square;
    const whole = middle * middle + square;
    const root = Math.sqrt((1 - whole) * (1 - whole) + 4 * middle * middle);
    const steepest = 1 + whole + root;
    const ratio = steepest / ((4 * square) / steepest);
    if (!isFinite(ratio)) return "All weeks are the same.";
    return /** @type {any} */ ({
      path, steps, intercept, slope, loss: times(misses, misses),
      unit, middle, square, best_slope, best_intercept: mean(apples) - best_slope * middle,
      ratio, limit: 2 / steepest,
    });
  },

  draw({ panels: [map, below], find }, /** @type {any} */ numbers, { zero, one }) {
    const { path, steps, unit, intercept, slope, middle, square, best_slope, best_intercept } = numbers;
    const spot = (/** @type {number[]} */ [start, rise]) => [map.x.to(start), map.y.to(rise)];
    [5, 12].forEach((size, at) => {
      const ring = Array.from({ length: 25 }, (_, part) => {
        const turn = (2 * Math.PI * part) / 24;
        const up = (size * Math.sin(turn)) / Math.sqrt(square);
        return spot([best_intercept + size * Math.cos(turn) - middle * up, best_slope + up]);
      });
      lead(find("figure-2")[at], ring);
    });
    const [way, line] = find("figure-1");
    lead(way, path.map(spot));
    find("figure-1", "use").forEach((mark, at) => set(mark, ...spot(path[Math.min(at, steps)])));
    lead(line, [0, 8].map((week) => [below.x.to(week), below.y.to(intercept + (slope * (week - zero)) / unit)]));
    const marks = find("figure-2", "use").slice(-2);
    [zero, one].forEach((week, at) => {
      set(marks[at], below.x.to(week));
      set(find("figure-2", "text")[at], below.x.to(week));
    });
  },

  say: ({ steps, loss, ratio, limit }) =>
    `Loss ${loss} after ${steps} steps. Condition number ${ratio}: rates below ${limit}.`,

  x: { label: "at", unit: "weeks", step: 0.25, least: 0 },
  handles: [
    { label: "Zero", x: ["zero"], y: 118, panel: 1 },
    { label: "One", x: ["one"], y: 118, panel: 1 },
  ],
  sliders: [
    { label: "Steps", place: ["step_count"], ends: [0, 24], step: 1 },
    { label: "Rate", place: ["rate"], ends: [0, 1.2], step: 0.005 },
  ],

  // A column whose mean is zero, and a valley, not a bowl; the foot, with one step.
  tasks: [
    ({ middle, ratio }) => Math.abs(middle) < 1e-9 && ratio > 1.01,
    ({ steps, loss }) => steps === 1 && loss < 4.805,
  ],
});

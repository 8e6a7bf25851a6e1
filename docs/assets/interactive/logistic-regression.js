// @ts-check

/** A score that fits into its field, and learns as well. */
const short = (/** @type {number} */ score) => Number(score.toFixed(3));

// A line of scores, the chances that it bends into, and how each loss pulls at each score.
interactive({
  given: ["weeks", "is_brown", "ends"],

  numbers({ weeks, is_brown, ends }) {
    /** @type {number[]} */
    const x = weeks;
    const side = is_brown.map((/** @type {number} */ each) => 2 * each - 1);
    const [first, last] = ends.map((/** @type {number} */ end) => within(end, [-99, 99]));
    const slope = (last - first) / (x[x.length - 1] - x[0]);
    const intercept = first - slope * x[0];
    if (!isFinite(slope)) return "No line.";

    const rightOf = (/** @type {number} */ start, /** @type {number} */ rise) =>
      x.map((week, at) => 1 / (1 + Math.exp(-side[at] * (start + rise * week))));
    const pullsOf = (/** @type {number[]} */ right) =>
      [0, 1, 2].map((loss) =>
        right.map((each, at) => {
          const [gap, flat] = [side[at] * (1 - each), each * (1 - each)];
          return [gap, side[at] * flat, 2 * gap * flat][loss];
        }),
      );
    /** How hard all pull at the intercept, and at the slope. @type {(pull: number[]) => number[]} */
    const along = (pull) => [mean(pull), mean(pull.map((each, at) => each * x[at]))];

    const right = rightOf(intercept, slope);
    const pulls = pullsOf(right);
    const [log_steep, l1_steep, l2_steep] = pulls.map((pull) => Math.hypot(...along(pull)));
    const [log_ends, l2_ends] = [0, 2].map((loss) => {
      let [start, rise] = [intercept, slope];
      for (let step = 0; step < 400; step++) {
        const [up, turn] = along(pullsOf(rightOf(start, rise))[loss]);
        start += 0.1 * up;
        rise += 0.1 * turn;
      }
      return [x[0], x[x.length - 1]].map((week) => start + rise * week);
    });
    /** @type {any} */
    const found = {
      slope, intercept, pulls, log_steep, l1_steep, l2_steep, log_ends, l2_ends,
      log_loss: -mean(right.map(Math.log)),
      l1_loss: mean(right.map((each) => 1 - each)),
      l2_loss: mean(right.map((each) => (1 - each) * (1 - each))),
    };
    return found;
  },

  draw({ panels: [line, curve, pull], find }, numbers, { weeks, ends }) {
    const { slope, intercept, pulls } = /** @type {any} */ (numbers);
    const [straight, bent, ...bars] = find("figure-2");
    const score = (/** @type {number} */ week) => intercept + slope * week;
    lead(straight, line.x.ends.map((week) => [line.x.to(week), line.y.to(score(week))]));
    const [low, high] = curve.x.ends;
    lead(bent, Array.from({ length: 45 }, (_, part) => {
      const week = low + ((high - low) * part) / 44;
      return [curve.x.to(week), curve.y.to(1 / (1 + Math.exp(-score(week))))];
    }));
    const dots = find("figure-2", "use");
    const marks = [0, 1].map((loss) => find(`figure-${loss}`, "use"));
    ends.forEach((/** @type {number} */ end, /** @type {number} */ at) =>
      dots[at].setAttribute("y", line.y.to(within(end, line.y.ends))),
    );
    weeks.forEach((/** @type {number} */ week, /** @type {number} */ at) => {
      const [left, right] = [-0.3, 0.3].map((far) => pull.x.to(week + far));
      const [zero, end, l1, l2] = [0, ...pulls.map((/** @type {number[]} */ each) => each[at])].map(pull.y.to);
      lead(bars[at], [[left, zero], [right, zero], [right, end], [left, end]], "z");
      [l1, l2].forEach((px, loss) => marks[loss][at].setAttribute("y", px));
    });
  },

  say: ({ log_loss, l1_loss, l2_loss }) => `Log loss ${log_loss}, L1 ${l1_loss}, L2 ${l2_loss}.`,

  y: { label: "score", step: 0.25 },
  handles: [
    { label: "First", x: ({ weeks }) => weeks[0], y: ["ends", 0] },
    { label: "Last", x: ({ weeks }) => weeks[weeks.length - 1], y: ["ends", 1] },
  ],
  presets: {
    "Learn by log loss": (now, { log_ends }) => ({ ...now, ends: log_ends.map(short) }),
    "Learn by L2": (now, { l2_ends }) => ({ ...now, ends: l2_ends.map(short) }),
  },

  tasks: [
    ({ log_steep }) => log_steep < 0.1,
    ({ log_steep, l2_steep }) => log_steep > 1 && l2_steep < 0.05,
  ],
});

// @ts-check

// A thousand samples of points, some of them bad, and how widely estimates by L1 and L2 scatter.
{
  const { PI, abs, cos, imul, log, sqrt } = Math;
  const [POINTS, ESTIMATES] = [201, 1000];
  const SIZE = POINTS * ESTIMATES;

  // What a seed gives, kept while a reader drags: each error as if all points were good, and how
  // large the share of bad points is when this one becomes bad.
  let [kept, errors, shares] = [NaN, new Float64Array(SIZE), new Float64Array(SIZE)];
  const uniform = (/** @type {number} */ at) => {
    const state = kept + imul(at + 1, 0x6d2b79f5);
    const one = imul(state ^ (state >>> 15), state | 1);
    const two = (one + imul(one ^ (one >>> 7), one | 61)) ^ one;
    return ((two ^ (two >>> 14)) >>> 0) / 2 ** 32;
  };

  interactive({
    given: ["bad", "times", "seed"],

    numbers({ bad, times, seed }) {
      if (seed % 1) return "A seed is a whole number.";
      if (seed !== kept) {
        kept = seed;
        errors = errors.map((_, at) => sqrt(-2 * log(1 - uniform(at))) * cos(2 * PI * uniform(at + SIZE)));
        shares = errors.map((_, at) => uniform(at + 2 * SIZE));
      }
      const share = bad / 1000;
      const sample = new Float64Array(POINTS);
      const estimates = Array.from({ length: ESTIMATES }, (_, at) => {
        let [total, misses, squares] = [0, 0, 0];
        for (let i = 0; i < POINTS; i++, at += ESTIMATES)
          total += sample[i] = shares[at] < share ? errors[at] * times : errors[at];
        const middle = total / POINTS;
        for (const each of sample) {
          misses += abs(each - middle);
          squares += (each - middle) ** 2;
        }
        return [misses / POINTS, sqrt(squares / POINTS), sample.sort()[(POINTS - 1) / 2], middle];
      });

      /** @type {number[][]} */
      const counts = [];
      const wobbles = [0, 1, 2, 3].map((at) => {
        const found = estimates.map((each) => each[at]);
        const middle = mean(found);
        const off = found.map((each) => 100 * (at < 2 ? each / middle - 1 : each));
        counts[at] = Array(20).fill(0);
        for (const each of off) counts[at][within(each / 3 + 10, [1, 18]) | 0]++;
        return sqrt(mean(off.map((each) => each ** 2)));
      });
      const [l1_spread, l2_spread, l1_middle, l2_middle] = wobbles;

      const power = (/** @type {number} */ of) => 1 - share + share * times ** of;
      return /** @type {any} */ ({
        l1_spread, l2_spread, l1_middle, l2_middle, wobbles, counts,
        spread: (l2_spread / l1_spread) ** 2,
        middle: (l2_middle / l1_middle) ** 2,
        spread_law: (3 * power(4) / power(2) ** 2 - 1) / 4 / (PI / 2 * power(2) / power(1) ** 2 - 1),
        middle_law: 2 / PI * power(2) * power(-1) ** 2,
      });
    },

    draw({ panels, find }, /** @type {any} */ numbers) {
      numbers.wobbles.forEach((/** @type {number} */ wobble, /** @type {number} */ at) => {
        const { x } = panels[at | 1];
        const [bars, line] = find(`figure-${at % 2}`).slice(at & 2);
        lead(bars, numbers.counts[at].flatMap((/** @type {number} */ count, /** @type {number} */ bar) =>
          [bar - 10, bar - 9].map((edge) => [x.to(3 * edge), panels[at].y.to(count / 360)])));
        lead(line, [-wobble, wobble].map((end) => [x.to(end), panels[at].y.to(0.05)]));
      });
      // The last four numbers are efficiencies, in the order of the marks.
      find("figure-2", "use").forEach((mark, at) =>
        set(mark, panels[4].x.to(Object.values(numbers).slice(-4)[at])));
    },

    say: ({ spread, middle, spread_law, middle_law }) =>
      `Efficiency: spread ${spread}, by the formula ${spread_law}; middle ${middle}, by the formula ${middle_law}.`,

    sliders: [
      { label: "Bad points", unit: "in a thousand", place: ["bad"], ends: [0, 200], step: 1 },
      { label: "Noise", unit: "×", place: ["times"], ends: [1, 4], step: 0.5 },
    ],
    presets: { "Draw again": (now) => ({ ...now, seed: now.seed + 1 }) },

    tasks: [
      ({ spread_law, middle_law }) => spread_law >= 2 && middle_law < 1,
      ({ middle, middle_law }) => middle > 1 && middle_law > 1,
    ],
  });
}

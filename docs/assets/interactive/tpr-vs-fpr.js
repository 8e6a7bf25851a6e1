// @ts-check

// A threshold through the scores of ten apples, and the share of a thousand that have a worm.
interactive({
  given: ["threshold", "worms", "wormy_scores", "sound_scores"],

  numbers({ threshold, worms, wormy_scores, sound_scores }) {
    /** @type {(scores: number[], from: number) => number} */
    const reached = (scores, from) => mean(scores.map((score) => Number(score >= from)));
    const tpr = reached(wormy_scores, threshold);
    const fpr = reached(sound_scores, threshold);
    const wormy = 10 * worms;
    const sound = 10 * (100 - worms);
    const caught = wormy * tpr;
    const false_alarms = sound * fpr;
    if (caught + false_alarms === 0) return "Without an alarm there is no precision.";
    /** @type {number[]} */
    const scores = [...wormy_scores, ...sound_scores].sort((one, other) => other - one);
    return /** @type {any} */ ({
      tpr, fpr, caught, false_alarms,
      missed: wormy - caught,
      passed: sound - false_alarms,
      precision: caught / (caught + false_alarms),
      across: [0, ...scores.map((score) => reached(sound_scores, score))],
      up: [0, ...scores.map((score) => reached(wormy_scores, score))],
    });
  },

  draw({ svg, panels: [rows, { x, y }, bars], find }, /** @type {any} */ numbers, state) {
    const [guide, line, , passed, alarms] = find("figure-2");
    // What is of one colour with the words is found by how it is painted.
    const [missed, caught] = all('path[style^="fill: currentColor"]', svg);
    const [curve] = all('path[style$="currentColor; stroke-width: 2.6"]', svg);
    const marks = all('use:not([style*="width: 0.8"])', svg);
    const { tpr, fpr, across, up } = numbers;
    const { threshold, worms, wormy_scores, sound_scores } = state;

    lead(line, [0, 1].map((end) => [rows.x.to(threshold), rows.y.to(end)]));
    [...wormy_scores, ...sound_scores].forEach((score, at) => {
      const { style } = marks[at];
      set(marks[at], rows.x.to(score));
      style.fill = style.stroke;
      style.fillOpacity = Number(score >= threshold);
    });

    lead(curve, across.map((/** @type {number} */ right, /** @type {number} */ at) => [x.to(right), y.to(up[at])]));
    set(marks.at(-1), x.to(fpr), y.to(tpr));
    // From the point over to the bar that is as high.
    const [from, to] = [x.to(fpr), bars.x.to(0)];
    lead(guide, [from, (from + to) / 2, to].map((px) => [px, y.to(tpr)]));

    // A bar is as wide as there are apples of its kind, and full as high as the rate.
    const labels = all("text", svg).slice(-3);
    [[missed, caught, tpr, 0, worms / 100], [passed, alarms, fpr, worms / 100, 1]].forEach(
      ([whole, full, rate, left, right], at) => {
        const [start, end] = [bars.x.to(left), bars.x.to(right)];
        for (const [bar, top] of [[whole, 1], [full, rate]])
          lead(bar, [[start, y.to(0)], [end, y.to(0)], [end, y.to(top)], [start, y.to(top)]]);
        // Its word stays within the panel, however narrow it is.
        set(labels[at], within((start + end) / 2, [24, -24].map((px, end) => bars.x.to(end) + px)));
      },
    );
  },

  say: ({ tpr, fpr, caught, false_alarms, precision }) =>
    `TPR ${tpr}, FPR ${fpr}, precision ${precision}: ${caught} caught, ${false_alarms} false alarms.`,

  handles: [{ label: "Threshold", x: ["threshold"], y: 0.5 }],
  sliders: [{ label: "Worms", unit: "%", place: ["worms"], ends: [0, 100], step: 1 }],

  tasks: [
    ({ tpr, fpr }) => tpr === 1 && fpr <= 0.5,
    ({ tpr, fpr, precision }, _, start) => tpr === start.tpr && fpr === start.fpr && precision < 0.5,
  ],
});

// @ts-check

// Three scores, the temperature that they are divided by, and the shares that softmax makes of them.
interactive({
  given: ["scores", "temperature"],

  numbers({ scores, temperature }) {
    /** @type {number[]} */
    const divided = scores.map((/** @type {number} */ score) => score / temperature);
    const behind = divided.map((each) => Math.max(...divided) - each);
    if (!behind.every(isFinite)) return "The scores cannot be divided by this temperature.";
    const powers = behind.map((each) => Math.exp(-each));
    const shares = powers.map((power) => power / sum(powers));
    /** @type {Record<string, any>} */
    const found = { divided, shares };
    ["apple", "pear", "quince"].forEach((fruit, at) => {
      found[`${fruit}_divided`] = divided[at];
      found[`${fruit}_behind`] = behind[at];
      found[`${fruit}_share`] = shares[at];
    });
    return found;
  },

  draw({ panels, find }, /** @type {any} */ { divided, shares }, { scores }) {
    const bars = find("figure-2");
    const dots = find("figure-2", "use");
    // The bars of each panel come first, then the line that they are seen against.
    [divided, shares].forEach((ends, at) => {
      const { x, y } = panels[at];
      ends.forEach((/** @type {number} */ end, /** @type {number} */ row) => {
        const [low, high] = [-0.08, 0.08].map((far) => y.to((5 - 2 * row) / 6 + far));
        const [from, to] = [0, end].map(x.to);
        lead(bars[4 * at + row], [[from, low], [to, low], [to, high], [from, high]]);
      });
    });
    dots.forEach((dot, at) => set(dot, panels[0].x.to(scores[at])));
  },

  say: ({ apple_share, pear_share, quince_share }) =>
    `Shares: apple ${apple_share}, pear ${pear_share}, quince ${quince_share}.`,

  x: { label: "", step: 0.5 },
  handles: ["Apple", "Pear", "Quince"].map((label, at) => ({
    label,
    x: ["scores", at],
    y: (5 - 2 * at) / 6,
  })),
  sliders: [{ label: "Temperature", place: ["temperature"], ends: [0.1, 5], step: 0.1 }],

  tasks: [
    ({ apple_share, pear_share, quince_share }) =>
      apple_share < 0.5 && apple_share > pear_share && pear_share > quince_share,
    // At the beginning the temperature is one, and the scores are as they were given.
    (/** @type {any} */ { shares }, { scores, temperature }, /** @type {any} */ start) =>
      temperature === 2
      && [0, 1, 2].every((at) => scores[at] > start.divided[at] && Math.abs(shares[at] - start.shares[at]) < 0.0005),
  ],
});

// @ts-check

// A basket of apples and pears, a belief about it, and what the belief costs.
interactive({
  given: ["apple_share", "apple_belief"],

  numbers({ apple_share, apple_belief }) {
    // What never comes never surprises.
    const term = (/** @type {number} */ share, /** @type {number} */ chance) =>
      share && share * -Math.log2(chance);
    const mean_surprise = (/** @type {number} */ share, /** @type {number} */ chance) =>
      term(share, chance) + term(1 - share, 1 - chance);
    const basket_entropy = mean_surprise(apple_share, apple_share);
    const cross_entropy = mean_surprise(apple_share, apple_belief);
    const belief_entropy = mean_surprise(apple_belief, apple_belief);
    if (cross_entropy === Infinity)
      return "What you call impossible can come: your surprise would have no limit.";
    // Of a negative number there is no logarithm.
    if (!isFinite(basket_entropy + belief_entropy)) return "A chance is between zero and one.";
    return { basket_entropy, cross_entropy, divergence: cross_entropy - basket_entropy, belief_entropy };
  },

  draw({ panels: [{ x, y }], find }, numbers, { apple_share, apple_belief }) {
    const { basket_entropy, cross_entropy, belief_entropy } = numbers;
    const [entropy, difference, , line, belief] = find("figure-2");
    const [left, right] = [-0.03, 0.03].map((far) => x.to(apple_share + far));
    const [zero, middle, top] = [0, basket_entropy, cross_entropy].map(y.to);
    const bar = (/** @type {any} */ path, /** @type {number} */ low, /** @type {number} */ high) =>
      lead(path, [[left, low], [right, low], [right, high], [left, high]], "z");
    bar(entropy, zero, middle);
    bar(difference, middle, top);
    const mean_surprise = (/** @type {number} */ share) =>
      -share * Math.log2(apple_belief) - (1 - share) * Math.log2(1 - apple_belief);
    lead(line, x.ends.map((share) => [x.to(share), y.to(mean_surprise(share))]));
    const [mark] = find("figure-2", "use");
    const [at, touch] = [x.to(apple_belief), y.to(belief_entropy)];
    lead(belief, [[at, zero], [at, touch]]);
    set(mark, at, touch);
  },

  say: ({ basket_entropy, divergence, cross_entropy }) =>
    `Entropy ${basket_entropy} + difference ${divergence} = ${cross_entropy} bits.`,

  x: { label: "chance of an apple" },
  handles: [{ label: "Believed", x: ["apple_belief"], y: 0 }],
  sliders: [
    { label: "True chance of an apple", place: ["apple_share"], ends: [0, 1], step: 0.01 },
  ],

  tasks: [
    ({ divergence }) => divergence < 0.00005, // shown as zero
    ({ basket_entropy, cross_entropy }) =>
      basket_entropy > 0.9999 && cross_entropy >= 2 * basket_entropy,
  ],
});

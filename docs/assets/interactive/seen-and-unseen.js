// @ts-check

// A curve of some degree through eight harvests, with ridge's penalty on its weights, and how far it
// misses springs that it has not seen.
interactive({
  given: ["degree", "alpha", "draw", "rain", "harvests", "unseen_rain"],

  numbers({ degree, alpha, draw, rain, harvests, unseen_rain }) {
    if (new Set(rain).size < 8) return "Two springs had the same rain.";
    const bends = within(Math.trunc(degree), [0, 7]);
    let number = Math.trunc(draw);
    /** @type {number[]} */
    const unseen = unseen_rain.map((/** @type {number} */ week) => {
      number = (number * 16807) % 2147483647;
      return 120 - 4 * (week - 5) ** 2 + ((number % 17) - 8);
    });

    const weeks = Array.from({ length: 113 }, (_, at) => 1 + at / 16);
    const places = [...rain, ...unseen_rain, ...weeks].map((week) => (week - 4.5) / 3.5);
    let [power, curve] = [places.map(() => 1), places.map(() => mean(harvests))];
    const curves = [curve];
    /** @type {number[][]} */
    const shapes = [];
    /** What two columns share in the springs and in alpha's rows. @type {(a: number[], b: number[]) => number} */
    const shared = (a, b) => sum(a.slice(0, 15).map((each, at) => each * b[at]));
    for (let column = 0; column < 7; column++) {
      power = power.map((each, at) => each * places[at]);
      const known = power.slice(0, 8);
      const middle = mean(known);
      const spread = Math.sqrt(mean(known.map((each) => (each - middle) * (each - middle))));
      const rows = Array(7).fill(0);
      rows[column] = Math.sqrt(alpha);
      let shape = [...rows, ...power.map((each) => (each - middle) / spread)];
      for (const other of shapes) {
        const part = shared(shape, other);
        shape = shape.map((each, at) => each - part * other[at]);
      }
      const size = Math.sqrt(shared(shape, shape));
      shape = shape.map((each) => each / size);
      shapes.push(shape);
      const own = shape.slice(7);
      const weight = sum(harvests.map((/** @type {number} */ apples, /** @type {number} */ at) => own[at] * apples));
      curve = curve.map((each, at) => each + weight * own[at]);
      curves.push(curve);
    }

    /** By how much each curve misses. @type {(apples: number[], from: number) => number[][]} */
    const missed = (apples, from) => curves.map((curve) => apples.map((each, at) => each - curve[from + at]));
    const [seenMisses, unseenMisses] = [missed(harvests, 0), missed(unseen, 8)];
    const squares = (/** @type {number[]} */ misses) => mean(misses.map((miss) => miss * miss));
    const [seenSquares, unseenSquares] = [seenMisses.map(squares), unseenMisses.map(squares)];
    return /** @type {any} */ ({
      bends, unseen,
      seen_l1: mean(seenMisses[bends].map(Math.abs)), seen_l2: seenSquares[bends],
      unseen_l1: mean(unseenMisses[bends].map(Math.abs)), unseen_l2: unseenSquares[bends],
      best: unseenSquares.indexOf(Math.min(...unseenSquares)),
      drawn: curves[bends].slice(15), told: curves[bends].slice(8, 15),
      seen_roots: seenSquares.map(Math.sqrt), unseen_roots: unseenSquares.map(Math.sqrt),
    });
  },

  draw({ panels: [{ x, y }, below], find }, /** @type {any} */ numbers, { rain, harvests, unseen_rain }) {
    const { bends, unseen, drawn, told, seen_roots, unseen_roots } = numbers;
    const [curve, ...lines] = find("figure-1");
    const [misses, dots, marks] = [find("figure-2"), find("figure-2", "use"), find("figure-1", "use")];
    harvests.forEach((/** @type {number} */ apples, /** @type {number} */ at) => set(dots[at], x.to(rain[at]), y.to(apples)));
    unseen.forEach((/** @type {number} */ apples, /** @type {number} */ at) => {
      const across = x.to(unseen_rain[at]);
      lead(misses[at], [apples, told[at]].map((each) => [across, y.to(each)]));
      set(dots[8 + at], across, y.to(apples));
    });
    lead(curve, drawn.map((/** @type {number} */ apples, /** @type {number} */ at) => [x.to(1 + at / 16), y.to(apples)]));
    [seen_roots, unseen_roots].forEach((roots, at) => {
      const points = roots.map((/** @type {number} */ root, /** @type {number} */ degree) => [below.x.to(degree), below.y.to(root)]);
      lead(lines[at], points);
      set(marks[at], ...points[bends]);
    });
  },

  say: ({ seen_l1, seen_l2, unseen_l1, unseen_l2 }) =>
    `Seen: L1 ${seen_l1}, L2 ${seen_l2}. Unseen: L1 ${unseen_l1}, L2 ${unseen_l2}.`,

  sliders: [
    { label: "Draw", place: ["draw"], ends: [1, 20], step: 1 },
    { label: "Degree", place: ["degree"], ends: [0, 7], step: 1 },
    { label: "Alpha", place: ["alpha"], ends: [0, 5], step: 0.1 },
  ],

  // The best one; another, of springs for which that is the best; and the long curve, tamed.
  tasks: [
    ({ bends, best }, _, start) => bends === best && best === start.best,
    ({ bends, best }, { draw }, start) => bends === best && best !== start.best && draw > 1,
    ({ bends, unseen_l2 }) => bends === 7 && unseen_l2 < 12,
  ],
});

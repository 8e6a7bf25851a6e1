// @ts-check

// The threshold of a camera that looks for worms, and what its two kinds of mistakes cost.
{
  const FIRST = 36;
  /** How many of so many scores along a bell curve reach a threshold. @type {(count: number, middle: number, from: number) => number} */
  const reached = (count, middle, from) => {
    const far = within((from - middle) / 8, [-9, 9]);
    let [total, term] = [far, far];
    for (let odd = 3; odd < 400; odd += 2) total += term *= far ** 2 / odd;
    const below = 0.5 + total * Math.exp(far ** 2 / -2) / Math.sqrt(2 * Math.PI);
    return count - Math.ceil(count * below - 0.5);
  };
  const boxes = (/** @type {number} */ from) => {
    const [tp, fp] = [reached(10, 56, from), reached(990, 32, from)];
    return { tp, fn: 10 - tp, fp, tn: 990 - fp, accuracy: (tp + 990 - fp) / 1000 };
  };
  const whole = Array.from({ length: 35 }, (_, at) => boxes(FIRST + at));

  interactive({
    given: ["threshold", "missed_price", "alarm_price"],

    numbers({ threshold, missed_price, alarm_price }) {
      const priced = (/** @type {typeof whole[0]} */ row) =>
        ({ ...row, cost: missed_price * row.fn + alarm_price * row.fp });
      const rows = whole.map(priced);
      const costs = rows.map(({ cost }) => cost);
      const at = costs.indexOf(Math.min(...costs));
      return /** @type {any} */ ({
        costs, ...priced(boxes(threshold)),
        cheapest_from: FIRST + at,
        ...Object.fromEntries(Object.entries(rows[at]).map(([name, number]) => [`cheapest_${name}`, number])),
        accurate_accuracy: Math.max(...rows.map(({ accuracy }) => accuracy)),
        alarm_costs: rows.map(({ fp }) => alarm_price * fp),
        pass_all_cost: missed_price * 10,
      });
    },

    draw(
      { svg, panels, find },
      /** @type {any} */
      { accuracy, cost, costs, alarm_costs, pass_all_cost, fn, cheapest_from, cheapest_cost },
      { threshold },
    ) {
      const [{ y: top }, { y: middle }, { x, y: bottom }] = panels;
      const [, upper, alarms, , central, , flagged, lower] = find("figure-2");
      const [all_costs] = all('path[style^="fill: currentColor"]', svg);
      const [own, cheapest, own_cost, ...worms] = all('use:not([style*="width: 0.8"])', svg).slice(1);
      const [most, name] = all("text", svg).slice(7);

      panels.forEach(({ y }, at) =>
        lead([upper, central, lower][at], y.ends.map((end) => [x.to(threshold), y.to(end)])));

      /** @type {(path: any, left: number, y: Axis, heights: number[], unit?: number) => void} */
      const stairs = (path, left, y, heights, unit = 1) => {
        const steps = [0, ...heights, 0].flatMap((height, at) =>
          [at - 1, at].map((edge) => [x.to(left + edge), y.to(height * unit)]));
        lead(path, steps.slice(1, -1));
      };
      // What passing all costs stays in its place, and all else is as high beside it as it costs.
      const unit = middle.ends[1] / 1.3 / pass_all_cost;
      stairs(all_costs, FIRST - 0.5, middle, costs, unit);
      stairs(alarms, FIRST - 0.5, middle, alarm_costs, unit);
      stairs(flagged, FIRST, bottom, whole.slice(1).map(({ fp }, at) =>
        FIRST + at >= threshold ? whole[at].fp - fp : 0));
      most.textContent = full(pass_all_cost);
      name.textContent = `cheapest: ${cheapest_from}`;
      set(name, x.to(cheapest_from + 1.5));

      /** @type {(y: Axis, height: number) => number} */
      const up = (y, height) => y.to(within(height, y.ends));
      set(own, x.to(threshold), up(top, accuracy));
      set(own_cost, x.to(threshold), up(middle, cost * unit));
      set(cheapest, x.to(cheapest_from), up(middle, cheapest_cost * unit));
      worms.forEach(({ style }, at) => {
        style.fill = at < fn ? "none" : style.stroke;
      });
    },

    say: ({ fn, fp, accuracy, cost, cheapest_from, cheapest_cost }, { threshold }) =>
      `From ${threshold}: missed ${fn}, false alarms ${fp}, accuracy ${accuracy}, cost ${cost}; cheapest ${cheapest_from}: ${cheapest_cost}.`,

    x: { label: "score" },
    handles: [{ label: "Threshold", x: ["threshold"], y: 24, panel: 2 }],
    sliders: [
      { label: "A missed worm costs", place: ["missed_price"], ends: [1, 60], step: 1 },
      { label: "A false alarm costs", place: ["alarm_price"], ends: [1, 60], step: 1 },
    ],

    tasks: [
      ({ cost, cheapest_cost }) => cost <= cheapest_cost,
      ({ cheapest_accuracy, accurate_accuracy }) => cheapest_accuracy === accurate_accuracy,
    ],
  });
}

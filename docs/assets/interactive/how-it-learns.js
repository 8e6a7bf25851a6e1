// @ts-check

// A forecast that goes down the hill of each loss, from any start, at any rate, for as many steps.
interactive({
  given: ["start", "l1_rate", "l2_rate", "step_count", "target"],

  numbers({ start, l1_rate, l2_rate, step_count, target }) {
    const learn = (/** @type {number} */ rate, /** @type {(tooHigh: number) => number} */ gradient) => {
      const path = [start];
      while (path.length <= Math.min(step_count, 60)) {
        const last = path[path.length - 1];
        const forecast = last - rate * gradient(last - target);
        if (Math.abs(forecast) > 1000) break;
        path.push(forecast);
      }
      const at = path.length - 1;
      return /** @type {any} */ ([path, at, path[at], path[at] - target]);
    };
    const [l1_path, l1_steps, l1_forecast, l1_miss] = learn(l1_rate, Math.sign);
    const [l2_path, l2_steps, l2_forecast, l2_miss] = learn(l2_rate, (tooHigh) => 2 * tooHigh);
    const [l1_loss, l2_loss] = [Math.abs(l1_miss), l2_miss * l2_miss];
    return { l1_path, l1_steps, l1_forecast, l1_loss, l2_path, l2_steps, l2_forecast, l2_loss };
  },

  draw({ panels, find }, { l1_path, l2_path }, { target }) {
    /** @type {any[]} */ ([l1_path, l2_path]).forEach((path, at) => {
      const [hill, walk] = [panels[at], panels[at + 2]];
      const onHill = (/** @type {number} */ forecast) => {
        const miss = Math.abs(forecast - target);
        return [hill.x.to(forecast), hill.y.to(at ? miss * miss : miss)];
      };
      const onWalk = (/** @type {number} */ forecast, /** @type {number} */ step) =>
        [walk.x.to(step), walk.y.to(forecast)];
      const [left, right] = hill.x.ends;
      const ground = Array.from({ length: 61 }, (_, part) => left + ((right - left) * part) / 60);
      lead(find("figure-2")[at], ground.map(onHill));

      const marks = find(`figure-${at}`, "use");
      const end = path.length - 1;
      const spots = marks.map((_, step) => onHill(path[Math.min(step, end)]));
      const [hops, line] = find(`figure-${at}`);
      lead(hops, spots.slice(0, -2));
      lead(line, path.map(onWalk));
      spots[marks.length - 1] = onWalk(path[end], end); // the last mark is below, where the path ends
      marks.forEach((mark, step) => set(mark, ...spots[step]));
    });
  },

  say: ({ l1_forecast, l1_loss, l1_steps, l2_forecast, l2_loss, l2_steps }) =>
    `L1: ${l1_forecast} after ${l1_steps} steps, loss ${l1_loss}. L2: ${l2_forecast} after ${l2_steps}, loss ${l2_loss}.`,

  chosen: 1,
  x: { label: "", step: 1 },
  handles: [
    { label: "Start", x: ["start"], y: ({ start, target }) => Math.abs(start - target) },
    { label: "Steps", x: ["step_count"], y: (_, { l1_forecast }) => l1_forecast, panel: 2 },
  ],
  sliders: [
    { label: "L1 rate", place: ["l1_rate"], ends: [0, 10], step: 0.5 },
    { label: "L2 rate", place: ["l2_rate"], ends: [0, 1.2], step: 0.05 },
  ],

  tasks: [
    ({ l2_loss }, { l2_rate }) => l2_rate === 1 && l2_loss > 0,
    ({ l1_steps, l1_loss, l2_loss }, { start, target }) =>
      l1_steps === 1 && start !== target && l1_loss + l2_loss === 0,
  ],
});

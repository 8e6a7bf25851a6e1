// @ts-check

// What every interactive shares; its numbers are moved, said and kept as numbers.js does it. A page that
// has one puts a program that draws, a table of its numbers and a list of tasks into
// <div class="interactive" markdown>. Its own script, which is named like it (interactive/<page>.js),
// calls interactive({…}) with an Interactive, as described below.
//
// - A state is what the program is given: lines of it such as `days = [1, 2]` or `rate = 0.5`.
// - `numbers` is pure: it computes what the program computes, in the same order, under the same names,
//   or says in a sentence why there is nothing to compute. A value in the table follows the number
//   that has its name, written as at the beginning: its format is `:z,.2f` or `:+z,.2f`.
// - `draw` moves what Matplotlib drew. Lines, marks and words are found by their colour.
//
// No number of the beginning stands in a script: all are read from the program on the page.
// tests/test_interactives.py runs `numbers` and the program on the same states, and compares.

/**
 * @typedef {Record<string, number>} Numbers
 * The name of a number in a state; of a list, its place in it too.
 * @typedef {[name: string, at?: number]} Place
 * Where a handle stands along an axis: what it moves there, or what it does not move.
 * @typedef {Place | number | ((state: State, numbers: Numbers) => number)} Along
 * @typedef {{label: string, x: Along, y: Along, panel?: number}} Handle
 * How a number is called, what it counts, by how much an arrow key changes it, and where a handle has
 * to end before its axis does.
 * @typedef {{label: string, unit?: string, step?: number, least?: number}} Measure
 * @typedef {Measure & {place: Place, ends: [number, number]}} Slider
 * @typedef {{
 *   given: string[],
 *   numbers: (state: State) => Numbers | string,
 *   draw: (figure: Figure, numbers: Numbers, state: State) => void,
 *   say: (written: Record<string, string>, state: State) => string,
 *   handles?: Handle[],
 *   chosen?: number,
 *   pick?: string,
 *   x?: Measure,
 *   y?: Measure,
 *   sliders?: Slider[],
 *   presets?: Record<string, (now: State, numbers: any) => State>,
 *   tasks?: ((numbers: Numbers, state: State, start: Numbers) => boolean)[],
 * }} Interactive
 * @typedef {{to: (number: number) => number, from: (px: number) => number, ends: number[]}} Axis
 * @typedef {{svg: any, panels: {x: Axis, y: Axis}[], find: (paint: string, tag?: string) => any[]}} Figure
 */

// Of many handles close together only one is a slider: that which was touched last, or whose number is
// typed into a field with the label `pick`. A preset glides to the state that it gives.

/** A number, written as another one is. @type {(number: number, like: string) => string} */
const written = (number, like) =>
  signed(number, like.split(".")[1]?.length ?? 0, like[0] === "+" ? "+" : "");

/** The axes of what Matplotlib drew, and what it painted in a colour, in its order. @type {(svg: any) => Figure} */
const figureOf = (svg) => {
  const ticks = all("use + text", svg).map((text) => ({
    isX: text.style.textAnchor === "middle",
    number: Number(text.textContent.replace("−", "-").replaceAll(",", "")),
    px: ["x", "y"].map((name) => Number(text.previousElementSibling.getAttribute(name))),
  }));
  const panels = all("path[style='fill: none']", svg).slice(1).map((path) => {
    const [left, bottom, right, , , top] = path.getAttribute("d").match(/[\d.]+/g).map(Number);
    /** @type {(at: number, edge: number, ends: number[]) => Axis} */
    const axis = (at, edge, ends) => {
      const [low, high] = ends;
      const own = ticks.filter(({ isX, number, px }) =>
        isX === !at && number === number && px[1 - at] === edge && (px[at] - low) * (px[at] - high) <= 0,
      );
      // An axis with fewer than two numbers goes from 0 to 1.
      const [one, last] = own[1] ? [own[0], ...own.slice(-1)] : [0, 1].map((number) => ({ number, px: [ends[number], ends[number]] }));
      const unit = (last.px[at] - one.px[at]) / (last.number - one.number);
      const from = (/** @type {number} */ px) => one.number + (px - one.px[at]) / unit;
      return { from, to: (number) => one.px[at] + (number - one.number) * unit, ends: ends.map(from) };
    };
    return { x: axis(0, bottom, [left, right]), y: axis(1, left, [bottom, top]) };
  });
  const find = (/** @type {string} */ paint, tag = "path") =>
    all(`:not(defs) > ${tag}[style*="(--${paint})"]`, svg);
  return { svg, panels, find };
};

/** Lead a line through points in px, but not endlessly far; with "z" back to the first. */
const lead = (/** @type {any} */ path, /** @type {number[][]} */ points, end = "") =>
  path.setAttribute(
    "d",
    `M${points.map((point) => point.map((px) => within(px, [-1e4, 1e4]))).join("L")}${end}`,
  );

/** Set a mark or a word to x px, or to x and y. */
const set = (/** @type {any} */ mark, /** @type {number[]} */ ...spot) =>
  spot.forEach((px, i) => mark.setAttribute("xy"[i], px));

/** Bring a page's interactive to life. */
const begin = (/** @type {Interactive} */ page, /** @type {any} */ root) => {
  const { given, handles = [], sliders = [], presets = {}, tasks = [], pick } = page;
  const [svg, desc, code] = all(".snippet-figure :is(svg, desc), .snippet-program code", root);
  const source = code.textContent;
  const figure = figureOf(svg);
  const { width, height } = svg.viewBox.baseVal;

  const line = (/** @type {string} */ name) => RegExp(`(?<=^${name} = ).*`, "m");
  /** A state, by what it holds of each name. @type {(value: (name: string) => any) => State} */
  const stateOf = (value) => Object.fromEntries(given.map((name) => [name, value(name)]));
  const start = stateOf((name) => JSON.parse(line(name).exec(source)?.[0] ?? ""));
  const first = /** @type {Numbers} */ (page.numbers(start));
  let [state, numbers, chosen] = [start, first, page.chosen ?? 0];
  let [frame, isOwn] = [0, true];
  /** What each number is shown as. @type {Record<string, string>} */
  const texts = {};

  const isPlace = Array.isArray;
  /** @type {(along: Along) => number} */
  const get = (along) => {
    if (!isPlace(along)) return typeof along === "number" ? along : along(state, numbers);
    const [name, at = -1] = along;
    return state[name][at] ?? state[name];
  };
  const put = (/** @type {Along} */ along, /** @type {number} */ number, next = structuredClone(state)) => {
    if (isPlace(along)) {
      const [name, at] = along;
      if (at === undefined) next[name] = number;
      else next[name][at] = number;
    }
    return next;
  };
  /** @type {(of: {label: string, unit?: string, along: Along}) => string} */
  const told = ({ label, unit = "", along }) => `${label} ${full(get(along))} ${unit}`.trim();

  const offer = (/** @type {Element} */ parent, /** @type {string} */ textContent, /** @type {() => void} */ onclick) =>
    make("button", { type: "button", textContent, onclick }, parent);

  // What is there without a script: values, and tasks.
  const values = all("data.value", root).map((data) => {
    const now = make("span");
    data.after(now);
    return { data, now, name: data.title.split(",")[0], like: data.textContent };
  });
  const items = all("li", root).slice(0, tasks.length);
  const words = items.map((item) => item.textContent);

  // What comes with it: handles over the drawing, and below all a sheet of fields and buttons.
  const stage = make("div", { className: "interactive-stage" }, svg.parentElement);
  stage.append(svg);
  const sheet = make("div", { className: "interactive-sheet" }, root);
  const fields = make("div", {}, sheet);
  const buttons = make("div", {}, sheet);
  const status = make("p", { role: "status" }, sheet);

  // Along x and along y, of each handle: what it moves there, and between which whole steps.
  const tracks = handles.map((handle) => /** @type {const} */ (["x", "y"]).map((axis) => {
    const { from, to, ends: [low, high] } = figure.panels[handle.panel ?? 0][axis];
    const { label = "", unit, step: wanted, least = low } = page[axis] ?? {};
    const step = wanted ?? 10 ** Math.floor(Math.log10((high - low) / 20));
    const ends = [Math.ceil(least / step - 1e-6), Math.floor(high / step + 1e-6)];
    const along = handle[axis];
    return { name: handle.label, label, unit, along, from, to, step, isMoved: isPlace(along), ends: ends.map((at) => clean(at * step)) };
  }));
  const grips = handles.map(({ label }, at) => {
    const [isX, isY] = tracks[at].map(({ isMoved }) => isMoved);
    return make("div", {
      className: `grip moves-${isX ? "x" : ""}${isY ? "y" : ""}`, ariaLabel: label,
      ariaOrientation: isX ? "horizontal" : "vertical",
      onfocus: () => choose(at),
    }, stage);
  });
  /** Where they belong, in px of the drawing, and where they stand. @type {number[][][]} */
  const [spots, seats] = [[], []];

  /** What shows the present state in the sheet. @type {(() => void)[]} */
  const shown = [];
  /**
   * A field in which a number is typed.
   * @type {(measure: Measure, now: () => number, take: (number: number) => unknown, ends?: number[]) => any}
   */
  const field = ({ label, unit = "" }, now, take, ends = LIMITS) => {
    const box = make("label", { textContent: `${label} ` }, fields);
    const input = make("input", {
      type: "number", min: ends[0], max: ends[1], step: "any", required: true,
    }, box);
    box.append(` ${unit}`);
    const isRight = () => input.validity.valid;
    input.oninput = () => {
      if (isRight()) take(input.valueAsNumber);
      else tell(`${label}: ${input.validationMessage}`);
    };
    input.onblur = () => (input.value = plain(now()));
    shown.push(() => {
      const isTyped = input === document.activeElement && (!isRight() || input.valueAsNumber === now());
      if (!isTyped) input.value = plain(now());
    });
    return box;
  };
  /** @type {(measure: Measure, along: () => Along, ends?: number[]) => any} */
  const fieldOf = (measure, along, ends) =>
    field(measure, () => get(along()), (number) => apply(put(along(), number)), ends);
  if (pick) {
    field({ label: pick }, () => chosen + 1, (number) => choose(Math.round(number) - 1), [1, handles.length]);
    tracks[0].forEach((track, i) => fieldOf(track, () => tracks[chosen][i].along));
  } else
    for (const track of tracks.flat())
      if (track.isMoved) fieldOf({ ...track, label: `${track.name} ${track.label}` }, () => track.along);
  for (const slider of sliders) {
    const { label, place, ends, step = "any" } = slider;
    const box = fieldOf(slider, () => place, ends);
    const range = make("input", { type: "range", ariaLabel: label, min: ends[0], max: ends[1], step }, box);
    range.oninput = () => apply(put(place, clean(range.valueAsNumber)));
    shown.push(() => {
      range.value = get(place);
      range.ariaValueText = told({ ...slider, along: place });
    });
  }

  const show = () => {
    page.draw(figure, numbers, state);
    const isStart = linkTo(state) === linkTo(start);
    for (const { data, now, name, like } of values)
      if (name in numbers) {
        texts[name] = written(numbers[name], like);
        data.hidden = !isStart;
        now.textContent = isStart ? "" : texts[name];
      }
    const room = (25 * width) / stage.clientWidth;
    grips.forEach((grip, at) => {
      spots[at] = tracks[at].map(({ along, to, ends }) => to(within(get(along), ends)));
      let [x, y] = spots[at];
      // What comes upon another one gives way upwards or down, so that each can be hit.
      if (!pick)
        for (const [left, top] of seats.slice(0, at)) {
          const far = Math.sqrt(room ** 2 - (x - left) ** 2); // none beside it
          if (Math.abs(y - top) < far) y = top + (y > top ? far : -far);
        }
      seats[at] = [x, y];
      grip.style.left = `${(100 * x) / width}%`;
      grip.style.top = `${(100 * y) / height}%`;
      const moved = tracks[at].filter(({ isMoved }) => isMoved);
      const [{ ends, along }] = moved.slice(-1);
      [grip.ariaValueMin, grip.ariaValueMax] = ends.map(plain);
      grip.ariaValueNow = get(along);
      grip.ariaValueText = moved.map(told).join(", ");
      const isSlider = at === chosen || !pick;
      grip.classList.toggle("chosen", at === chosen);
      [grip.role, grip.tabIndex, grip.ariaHidden] = isSlider ? ["slider", 0, null] : [null, -1, "true"];
    });
    for (const each of shown) each();
  };

  const choose = (/** @type {number} */ at) => {
    chosen = at;
    show();
  };

  /**
   * Once the reader has come to rest and holds nothing, notice what is done, and say it all; a preset
   * does nobody's task. What the page shows elsewhere already is said, but not seen.
   */
  const tell = (/** @type {string} */ text, unseen = "") =>
    rest(() => {
      if (held.size) return tell(text, unseen);
      items.forEach((item, at) => {
        if (!isOwn || item.className || !tasks[at](numbers, state, first)) return;
        item.className = "done";
        all("button", item)[0].textContent = "✓";
        unseen += `Done: ${words[at]} `;
      });
      keep(state);
      say(text);
      status.prepend(make("span", { textContent: unseen }));
    });

  /** Take a state, or say why not. */
  const apply = (/** @type {State} */ next) => {
    const found = page.numbers(next);
    if (typeof found === "string") {
      tell(found);
      return found;
    }
    [state, numbers, isOwn] = [next, found, true];
    show();
    desc.textContent = page.say(texts, state);
    tell(desc.textContent);
    return "";
  };

  /** Go to a state so that the eye can follow, and say so. */
  const glide = (/** @type {State} */ to, unseen = "") => {
    cancelAnimationFrame(frame);
    const [from, began] = [state, performance.now()];
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const go = (/** @type {number} */ now) => {
      const part = isCalm ? 1 : within((now - began) / 250, [0, 1]); // ms
      const mix = (/** @type {any} */ a, /** @type {any} */ b) =>
        isPlace(a) ? a.map((each, at) => each + (b[at] - each) * part) : a + (b - a) * part;
      if (part < 1 && !apply(stateOf((name) => mix(from[name], to[name])))) frame = requestAnimationFrame(go);
      else apply(to); // at once, where half way nothing can be computed: with half a seed
      isOwn = false;
      tell(desc.textContent, unseen);
    };
    go(began);
  };

  /** Move a handle to a number along x, one along y, or both. */
  const move = (/** @type {number} */ at, /** @type {number[]} */ goals) => {
    cancelAnimationFrame(frame);
    chosen = at;
    const next = structuredClone(state);
    goals.forEach((goal, i) => put(tracks[at][i].along, clean(goal), next));
    apply(next);
  };

  // A key moves along the axis that it points along; a handle that has one, along that.
  stage.onkeydown = (/** @type {any} */ event) => {
    const at = grips.indexOf(event.target);
    if (at < 0) return;
    const isAcross = /Left|Right/.test(event.key);
    const i = tracks[at][isAcross ? 0 : 1].isMoved === isAcross ? 0 : 1;
    const { along, step, ends } = tracks[at][i];
    const now = get(along);
    const goal = stepped(event, now, step, ends);
    if (goal === undefined) return;
    const goals = [];
    goals[i] = within(goal, [Math.min(ends[0], now), Math.max(ends[1], now)]); // a field leads farther
    move(at, goals);
  };

  /** Where a pointer is, in px of the drawing. */
  const spotOf = (/** @type {any} */ { clientX, clientY }) => {
    const box = svg.getBoundingClientRect();
    return [clientX - box.left, clientY - box.top].map((px) => (px / box.width) * width);
  };
  const held = dragged(stage, grips, (_, event) => {
    const spot = spotOf(event);
    const far = seats.map(([x, y]) => Math.hypot(spot[0] - x, spot[1] - y));
    far[chosen]--; // of several under a finger
    const at = far.indexOf(Math.min(...far));
    return { at, away: spots[at].map((px, i) => spot[i] - px), before: state };
  }, ({ at, away }, event) => {
    const spot = spotOf(event);
    move(at, tracks[at].map(({ from, step, ends }, i) =>
      within(Math.round(from(spot[i] - away[i]) / step) * step, ends)));
  }, ({ before }, isBack) => isBack && apply(before));

  for (const [label, change] of Object.entries(presets))
    offer(buttons, label, () => glide(change(state, numbers)));
  offer(buttons, "Reset", () => glide(start));
  offer(buttons, "Copy link", () => copyLink(state));
  offer(buttons, "Copy program", () => {
    const text = given.reduce((text, name) => text.replace(line(name), JSON.stringify(state[name])), source);
    copy(text, say, "the program");
  });
  items.forEach((item, at) => {
    const label = `Try: ${words[at]}`;
    offer(item, "Try", () => glide(start, label)).ariaLabel = label;
  });

  root.classList.add("live");
  show();
  follow(given[0], (asked) => {
    let fault = "";
    const next = stateOf((name) => {
      const ends = sliders.find(({ place }) => place[0] === name)?.ends ?? LIMITS;
      const numbers = (asked.get(name) ?? "").split(",").map((word) => (word.trim() ? Number(word) : NaN));
      const count = [start[name]].flat().length;
      if (numbers.length !== count || !numbers.every((number) => number === within(number, ends)))
        fault ||= `${name} takes ${count} number${count > 1 ? "s" : ""} from ${ends.join(" to ")}.`;
      return isPlace(start[name]) ? numbers : numbers[0];
    });
    fault ||= apply(next);
    if (fault) apply(start);
    isOwn = false; // a link does nobody's task
    return fault;
  });
};

/**
 * Bring a page's interactive to life when it comes near the screen, for a key that may lead there, or for
 * a link to a state: the page opens sooner. Where there is no page, as in the tests, give it back.
 */
const interactive = (/** @type {Interactive} */ page) => {
  if (typeof document === "undefined") return page;
  const [root] = all(".interactive");
  const start = () => root.classList.contains("live") || begin(page, root);
  for (const event of ["keydown", "hashchange"]) addEventListener(event, start);
  new IntersectionObserver(([{ isIntersecting }]) => (isIntersecting || location.hash) && start(), {
    rootMargin: "50%",
  }).observe(root);
  return page;
};

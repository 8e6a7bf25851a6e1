// @ts-check
"use strict";

// What every interactive shares. A page that has one puts a program that draws, a table of its numbers
// and a list of tasks into <div class="interactive" markdown>. Its own script, which is named like it
// (interactive/<page>.js), calls interactive({…}) with an Interactive, as described below.
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
 * Numbers and lists of numbers, by the names that the program gives them.
 * @typedef {Record<string, any>} State
 * @typedef {Record<string, number>} Numbers
 * The name of a number in a state; of a list, its place in it too.
 * @typedef {[name: string, at?: number]} Place
 * Where a handle stands along an axis: what it moves there, or what it does not move.
 * @typedef {Place | number | ((state: State, numbers: Numbers) => number)} Along
 * @typedef {{label: string, x: Along, y: Along, panel?: number}} Handle
 * How a number is called, what it counts, and by how much an arrow key changes it.
 * @typedef {{label: string, unit?: string, step?: number}} Measure
 * @typedef {Measure & {place: Place, ends: [number, number]}} Slider
 * What was moved last, and which answer was guessed: -1 for none.
 * @typedef {{chosen: number, guess: number}} Moment
 * @typedef {{
 *   given: string[],
 *   numbers: (state: State) => Numbers | string,
 *   draw: (figure: Figure, numbers: Numbers, state: State, moment: Moment) => void,
 *   say: (written: Record<string, string>, state: State) => string,
 *   handles?: Handle[],
 *   chosen?: number,
 *   pick?: string,
 *   x?: Measure,
 *   y?: Measure,
 *   sliders?: Slider[],
 *   presets?: Record<string, (state: State, shown: (name: string) => number) => void>,
 *   tasks?: ((numbers: Numbers, state: State, start: Numbers) => boolean)[],
 * }} Interactive
 * @typedef {{to: (number: number) => number, from: (px: number) => number, ends: number[]}} Axis
 * @typedef {{svg: any, panels: {x: Axis, y: Axis}[], find: (paint: string, tag?: string) => any[]}} Figure
 */

// Of many handles close together only one is a slider: that which was touched last, or whose number is
// typed into a field with the label `pick`.

/**
 * Numbers from 0 to below 1 that look like chance: mulberry32, by Tommy Ettinger. Each needs but the
 * seed and its place, so a program has all of them at once, in np.uint32 (CONTRIBUTING.md).
 * @type {(seed: number, count: number) => number[]}
 */
const drawn = (seed, count) =>
  Array.from({ length: count }, (_, at) => {
    const state = (seed + Math.imul(at + 1, 0x6d2b79f5)) | 0;
    const one = Math.imul(state ^ (state >>> 15), state | 1);
    const two = (one + Math.imul(one ^ (one >>> 7), one | 61)) ^ one;
    return ((two ^ (two >>> 14)) >>> 0) / 2 ** 32;
  });

/** A number, written as another one is. @type {(number: number, like: string) => string} */
const written = (number, like) =>
  signed(number, like[0] === "+" ? "+" : "", fixed, like.split(".")[1]?.length);

/** The axes of what Matplotlib drew, and what it painted in a colour, in its order. @type {(svg: any) => Figure} */
const figureOf = (svg) => {
  const ticks = all("use + text", svg).map((text) => ({
    isX: text.style.textAnchor === "middle",
    number: Number(text.textContent.replace("−", "-").replaceAll(",", "")),
    px: ["x", "y"].map((name) => Number(text.previousElementSibling.getAttribute(name))),
  }));
  const panels = all("path[style='fill: none']", svg).slice(1).map((path) => {
    const [left, bottom, right, , , top] = path.getAttribute("d").match(/[\d.]+/g).map(Number);
    /** @type {(at: number, ends: number[]) => Axis} */
    const axis = (at, ends) => {
      const [one, ...more] = ticks.filter(({ isX, number, px: [x, y] }) =>
        isX === !at && number === number && (at ? x === left : y === bottom && x >= left && x <= right),
      );
      const last = more.at(-1) ?? one;
      const unit = (last.px[at] - one.px[at]) / (last.number - one.number);
      const from = (/** @type {number} */ px) => one.number + (px - one.px[at]) / unit;
      return { from, to: (number) => one.px[at] + (number - one.number) * unit, ends: ends.map(from) };
    };
    return { x: axis(0, [left, right]), y: axis(1, [bottom, top]) };
  });
  const find = (/** @type {string} */ paint, tag = "path") =>
    all(`:not(defs) > ${tag}[style*="(--${paint})"]`, svg);
  return { svg, panels, find };
};

/** Lead a line through points in px, but not endlessly far. */
const lead = (/** @type {any} */ path, /** @type {number[][]} */ points) =>
  path.setAttribute(
    "d",
    `M${points.map((point) => point.map((px) => within(px, [-1e4, 1e4]))).join("L")}`,
  );

/** Bring a page's interactive to life; where there is no page, as in the tests, give it back. */
const interactive = (/** @type {Interactive} */ page) => {
  if (typeof document === "undefined") return page;
  const { given, handles = [], sliders = [], presets = {}, tasks = [], pick } = page;
  const LIMITS = [-1e9, 1e9];
  const AXES = /** @type {const} */ (["x", "y"]);
  const PAUSE = 700; // ms without a change, before it is spoken and kept in the address
  const GLIDE = 250; // ms from one state to another one far away
  const [root] = all(".interactive");
  const [svg, desc, code] = all(".snippet-figure :is(svg, desc), .snippet-program code", root);
  const source = code.textContent;
  const figure = figureOf(svg);

  const line = (/** @type {string} */ name) => RegExp(`(?<=^${name} = ).*`, "m");
  /** @type {State} */
  const start = Object.fromEntries(given.map((name) => [name, JSON.parse(line(name).exec(source)?.[0] ?? "")]));
  const first = /** @type {Numbers} */ (page.numbers(start));
  let [state, numbers, chosen, guess] = [start, first, page.chosen ?? 0, -1];
  let [timer, frame] = [0, 0];
  /** @type {Set<number>} */
  const done = new Set();

  const isPlace = Array.isArray;
  const get = (/** @type {Along} */ along, [name, at = -1] = isPlace(along) ? along : [""]) =>
    typeof along === "function" ? along(state, numbers) : name ? (state[name][at] ?? state[name]) : along;
  const put = (/** @type {Along} */ along, /** @type {number} */ number, next = structuredClone(state)) => {
    if (isPlace(along)) {
      const [name, at] = along;
      if (at === undefined) next[name] = number;
      else next[name][at] = number;
    }
    return next;
  };
  const counted = (/** @type {number} */ number, /** @type {Measure | undefined} */ measure) =>
    `${full(number)} ${measure?.unit ?? ""}`;

  /** @type {(tag: string, parent: Element, properties?: any) => any} */
  const make = (tag, parent, properties) => {
    const element = Object.assign(document.createElement(tag), properties);
    parent.append(element);
    return element;
  };
  const offer = (/** @type {Element} */ parent, /** @type {string} */ textContent, /** @type {() => void} */ onclick) =>
    make("button", parent, { type: "button", textContent, onclick });

  // What is there without a script: values, and tasks.
  const values = all("data.value", root).map((data) => {
    const now = make("span", data.parentElement);
    data.after(now);
    return { data, now, name: data.title.split(",")[0], like: data.textContent };
  });
  const items = all("li", root).slice(0, tasks.length);
  const words = items.map((item) => item.textContent);

  // What comes with it: handles over the drawing, and below all a sheet of fields and buttons.
  const stage = document.createElement("div");
  stage.className = "interactive-stage";
  svg.replaceWith(stage);
  stage.append(svg);
  const sheet = make("div", root, { className: "interactive-sheet" });
  const fields = make("div", sheet);
  const buttons = make("div", sheet);
  const status = make("p", sheet, { id: "interactive-status", role: "status" });

  const axisOf = (/** @type {number} */ at, /** @type {"x" | "y"} */ axis) => {
    const measured = figure.panels[handles[at].panel ?? 0][axis];
    const [low, high] = measured.ends;
    const step = page[axis]?.step ?? 10 ** Math.floor(Math.log10((high - low) / 20));
    const ends = [Math.ceil(low / step - 1e-6) * step, Math.floor(high / step + 1e-6) * step];
    return { ...measured, step, ends: ends.map(clean) };
  };
  const grips = handles.map(({ label, x, y }, at) => {
    const moves = `${isPlace(x) ? "x" : ""}${isPlace(y) ? "y" : ""}`;
    return make("div", stage, {
      className: `grip moves-${moves}`, ariaLabel: label,
      ariaOrientation: moves === "y" ? "vertical" : "horizontal",
      onfocus: () => choose(at),
    });
  });

  /** Where they stand, in px of the drawing. @type {number[][]} */
  const spots = [];

  const say = (/** @type {string} */ text) => {
    clearTimeout(timer);
    status.textContent = text;
  };
  const keep = () =>
    history.replaceState(null, "", `#${given.map((name) => `${name}=${[state[name]].flat().map(plain)}`).join("&")}`);
  const later = (/** @type {string} */ text) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      keep();
      say(text);
    }, PAUSE);
  };

  /** A field in which the number of a place is typed. @type {(measure: Measure, along: () => Along, ends?: number[]) => any} */
  const field = ({ label, unit = "" }, along, ends = LIMITS) => {
    const box = make("label", fields, { textContent: `${label} ` });
    const input = make("input", box, { type: "number", step: "any" });
    [input.min, input.max] = ends;
    input.setAttribute("aria-describedby", status.id);
    box.append(` ${unit}`);
    input.oninput = () => {
      const why = input.validity.valid && input.value
        ? apply(put(along(), Number(input.value)))
        : `give a number from ${ends.map(full).join(" to ")}.`;
      input.ariaInvalid = `${!!why}`;
      if (why) later(`${label}: ${why}`);
    };
    input.onblur = () => {
      input.ariaInvalid = "false";
      show();
    };
    return { box, show: () => {
      const isTyped = input === document.activeElement && (input.ariaInvalid === "true" || Number(input.value) === get(along()));
      if (!isTyped) input.value = plain(/** @type {number} */ (get(along())));
    } };
  };
  const name = make(pick ? "label" : "b", fields, { textContent: pick });
  if (pick) {
    const number = make("input", name, { type: "number", min: 1, max: handles.length });
    number.oninput = () => number.value && number.validity.valid && choose(number.value - 1);
    number.onblur = () => show();
  }
  const shown = AXES.flatMap((axis) => page[axis] ? [field(page[axis], () => handles[chosen][axis])] : []);
  for (const slider of sliders) {
    const { label, place, ends, step = "any" } = slider;
    const made = field(slider, () => place, ends);
    const range = make("input", made.box, { type: "range", ariaLabel: label, min: ends[0], max: ends[1], step });
    range.oninput = () => apply(put(place, clean(Number(range.value))));
    shown.push(made, { show: () => {
      range.value = get(place);
      range.ariaValueText = counted(range.value, slider);
    } });
  }

  const show = () => {
    page.draw(figure, numbers, state, { chosen, guess });
    const isStart = String(Object.values(state)) === String(Object.values(start));
    for (const { data, now, name, like } of values)
      if (name in numbers) {
        data.hidden = !isStart;
        now.textContent = isStart ? "" : written(numbers[name], like);
      }
    grips.forEach((grip, at) => {
      const { width, height } = svg.viewBox.baseVal;
      const [left, top] = spots[at] = AXES.map((axis) => {
        const { to, ends } = axisOf(at, axis);
        return to(within(/** @type {number} */ (get(handles[at][axis])), ends));
      });
      Object.assign(grip.style, { left: `${(100 * left) / width}%`, top: `${(100 * top) / height}%` });
      const moved = AXES.filter((axis) => isPlace(handles[at][axis]));
      const [main] = moved.slice(-1);
      [grip.ariaValueMin, grip.ariaValueMax] = axisOf(at, main).ends.map(plain);
      grip.ariaValueNow = get(handles[at][main]);
      grip.ariaValueText = moved
        .map((axis) => `${page[axis]?.label ?? ""} ${counted(/** @type {number} */ (get(handles[at][axis])), page[axis])}`)
        .join(", ");
      const isChosen = at === chosen;
      const isSlider = isChosen || !pick;
      grip.classList.toggle("chosen", isChosen);
      [grip.role, grip.tabIndex, grip.ariaHidden] = isSlider ? ["slider", 0, null] : [null, -1, "true"];
    });
    const number = name.lastElementChild;
    if (!number) name.textContent = handles[chosen]?.label ?? "";
    else if (number !== document.activeElement) number.value = chosen + 1;
    for (const each of shown) each.show();
  };

  const choose = (/** @type {number} */ at) => {
    chosen = at;
    show();
  };

  /** Take a state, or say why not; on the way to another one nothing is said or noticed. */
  const apply = (/** @type {State} */ next, isThere = true) => {
    const found = page.numbers(next);
    if (typeof found === "string") return found;
    [state, numbers] = [next, found];
    show();
    if (!isThere) return "";
    let text = page.say(Object.fromEntries(values.map(({ name, like }) => [name, written(found[name], like)])), state);
    desc.textContent = text;
    tasks.forEach((isDone, at) => {
      if (done.has(at) || !isDone(numbers, state, first)) return;
      done.add(at);
      items[at].classList.add("done");
      all("button", items[at])[0].textContent = "✓";
      text = `Done: ${words[at]} ${text}`;
    });
    later(text);
    return "";
  };

  /** Go to a state so that the eye can follow. */
  const glide = (/** @type {State} */ to) => {
    cancelAnimationFrame(frame);
    const [from, began] = [state, performance.now()];
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const go = (/** @type {number} */ now) => {
      const part = isCalm ? 1 : within((now - began) / GLIDE, [0, 1]);
      if (part === 1) return apply(to);
      const mix = (/** @type {any} */ a, /** @type {any} */ b) =>
        isPlace(a) ? a.map((each, at) => each + (b[at] - each) * part) : a + (b - a) * part;
      apply(Object.fromEntries(given.map((name) => [name, mix(from[name], to[name])])), false);
      frame = requestAnimationFrame(go);
    };
    go(began);
  };

  /** Move a handle along the axes for which there is a number. */
  const move = (/** @type {number} */ at, /** @type {Record<string, number>} */ to) => {
    cancelAnimationFrame(frame);
    chosen = at;
    apply(AXES.reduce((next, axis) => axis in to ? put(handles[at][axis], clean(to[axis]), next) : next, structuredClone(state)));
  };

  // A key moves along the axis that it points along; a handle that has one, along that.
  stage.onkeydown = (/** @type {any} */ event) => {
    const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
    const at = grips.indexOf(event.target);
    if (at < 0 || ctrlKey || altKey || metaKey) return;
    const isAcross = /Left|Right/.test(key);
    const axis = isPlace(handles[at][isAcross ? "x" : "y"]) === isAcross ? "x" : "y";
    const { step, ends: [Home, End] } = axisOf(at, axis);
    const far = step * (shiftKey ? 0.1 : 1);
    /** @type {Record<string, number>} */
    const ways = { ArrowUp: far, ArrowRight: far, ArrowDown: -far, ArrowLeft: -far, PageUp: 10 * far, PageDown: -10 * far };
    /** @type {Record<string, number>} */
    const ends = { Home, End };
    const goal = ends[key] ?? /** @type {number} */ (get(handles[at][axis])) + ways[key];
    if (goal !== goal) return;
    event.preventDefault();
    move(at, { [axis]: within(goal, LIMITS) });
  };

  /** Where a pointer is, in px of the drawing. */
  const spotOf = (/** @type {any} */ { clientX, clientY }) => {
    const { left, top, width } = svg.getBoundingClientRect();
    return [clientX - left, clientY - top].map((px) => (px / width) * svg.viewBox.baseVal.width);
  };
  /** What each pointer holds: a handle, how far off it was taken, and the state before. @type {Map<number, any>} */
  const held = new Map();
  stage.onpointerdown = (/** @type {any} */ event) => {
    if (event.button || !event.target.matches(".grip")) return;
    const spot = spotOf(event);
    const away = spots.map((own) => own.map((px, i) => spot[i] - px));
    const far = away.map((each) => Math.hypot(...each));
    const at = far.indexOf(Math.min(...far)); // several may lie under a finger
    if ([...held.values()].some((drag) => drag.at === at)) return;
    event.preventDefault();
    grips[at].setPointerCapture(event.pointerId);
    grips[at].focus({ preventScroll: true });
    held.set(event.pointerId, { at, away: away[at], before: state });
  };
  stage.onpointermove = (/** @type {any} */ event) => {
    const drag = held.get(event.pointerId);
    if (!drag) return;
    const spot = spotOf(event);
    move(drag.at, Object.fromEntries(AXES.map((axis, i) => {
      const { from, step, ends } = axisOf(drag.at, axis);
      return [axis, within(Math.round(from(spot[i] - drag.away[i]) / step) * step, ends)];
    })));
  };
  stage.onlostpointercapture = stage.onpointercancel = (/** @type {any} */ { type, pointerId }) => {
    const drag = held.get(pointerId);
    held.delete(pointerId);
    if (drag && type === "pointercancel") apply(drag.before); // the finger goes on to scroll
  };

  for (const [label, change] of Object.entries(presets))
    offer(buttons, label, () => {
      const next = structuredClone(start);
      change(next, (wanted) => Number(all(`data[title^="${wanted},"]`)[0].value));
      glide(next);
    });
  offer(buttons, "Reset", () => glide(start));
  offer(buttons, "Copy link", () => {
    keep();
    copy(location.href, say, "this link");
  });
  offer(buttons, "Copy program", () => {
    const text = given.reduce((text, name) => text.replace(line(name), JSON.stringify(state[name])), source);
    copy(text, say, "the program");
  });
  items.forEach((item, at) => {
    const button = offer(item, "Try", () => {
      glide(start);
      later(`Try: ${words[at]}`);
    });
    button.ariaLabel = `Try: ${words[at]}`;
  });

  // A link to a state.
  const follow = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (!asked.has(given[0])) return;
    let why = "";
    const next = Object.fromEntries(given.map((name) => {
      const text = asked.get(name) ?? "";
      const numbers = text.split(",").map((word) => (word.trim() ? Number(word) : NaN));
      const count = [start[name]].flat().length;
      if (numbers.length !== count || !numbers.every((number) => Math.abs(number) <= 1e9))
        why ||= `${name} is “${text}”, and not ${count} numbers up to ${full(1e9)}.`;
      return [name, isPlace(start[name]) ? numbers : numbers[0]];
    }));
    why ||= apply(next);
    if (!why) return;
    apply(start);
    say(`This link can't be followed: ${why}`);
  };
  addEventListener("hashchange", follow);

  // "Guess first": the guess is kept, and compared when the answer is opened.
  const [right] = all("li.right");
  const [answer] = all("li.right, details.success").slice(1);
  const options = right ? [...right.parentElement.children] : [];
  options.forEach((option, at) => {
    const label = document.createElement("label");
    label.append(...option.childNodes);
    option.append(label);
    label.prepend(make("input", label, { type: "radio", name: "guess", onchange: () => {
      guess = at;
      compare();
      show();
    } }));
  });
  const compare = () =>
    options.forEach((option, at) => {
      option.classList.toggle("hit", answer.open && guess >= 0 && option === right);
      option.classList.toggle("missed", answer.open && guess === at && option !== right);
    });
  if (answer) answer.ontoggle = compare;

  root.classList.add("live");
  show();
  follow();
  return page;
};

// @ts-check

// Numbers that a reader moves, on whichever page: how Python writes them and NumPy adds them, how keys
// and pointers move them, and how they are said and kept in the address. It knows no page, and what it
// computes runs in node as well (tests/test_interactives.py).

/**
 * Numbers and lists of numbers, by their names.
 * @typedef {Record<string, any>} State
 * What a pointer holds: a handle, and what else is to be known of it.
 * @typedef {{at: number, [more: string]: any}} Drag
 */

const LIMITS = [-1e6, 1e6]; // a float knows two digits behind the point of all their squares and sums

/** @type {(text: string) => string} */
const grouped = (text) => text.replace(/(?<!\.\d*)\B(?=(\d{3})+(?!\d))/g, ",");

/** Of two texts equally near the even one. @type {(text: string, isTie: boolean) => string} */
const even = (text, isTie) => {
  const last = Number(text.at(-1));
  return isTie && last % 2 ? text.slice(0, -1) + (last - 1) : text;
};

/** As Python's ",.2f". */
const fixed = (/** @type {number} */ number, places = 2) =>
  grouped(even(number.toFixed(places), Math.abs(number * 2 ** (places + 1)) % 2 === 1));

/** As Python's "+z,.2f", which knows no negative zero, with a minus; with "" for `plus` as "z,.2f". */
const signed = (/** @type {number} */ number, places = 2, plus = "+") => {
  const size = fixed(Math.abs(number), places);
  return (number < 0 && /[1-9]/.test(size) ? "−" : plus) + size;
};

/** Every digit, as Python's repr, but no .0. @type {(number: number) => string} */
const plain = (number) =>
  number && Math.abs(number) < 1e-4
    ? number.toExponential().replace(/-(\d)$/, "-0$1")
    : String(number);

/** Every digit, to read. @type {(number: number) => string} */
const full = (number) => grouped(plain(number));

/** Take off what binary fractions add: 0.1 + 0.2 is 0.3. @type {(number: number) => number} */
const clean = (number) => Number(number.toPrecision(15)) + 0;

/** @type {(number: number, ends?: number[]) => number} */
const within = (number, [low, high] = LIMITS) => Math.max(low, Math.min(high, number));

/** The sum, added in the order in which np.sum adds. @type {(terms: number[]) => number} */
const sum = (terms) => {
  const count = terms.length;
  if (count > 128) {
    const half = Math.floor(count / 16) * 8;
    return sum(terms.slice(0, half)) + sum(terms.slice(half));
  }
  const whole = count - (count % 8);
  const parts = Array(8).fill(0);
  for (let at = 0; at < whole; at++) parts[at % 8] += terms[at];
  const [a, b, c, d, e, f, g, h] = parts;
  const start = a + b + (c + d) + (e + f + (g + h));
  return terms.slice(whole).reduce((total, term) => total + term, start);
};

/** @type {(terms: number[]) => number} */
const mean = (terms) => sum(terms) / terms.length;

/** A state as the address has it. @type {(state: State) => string} */
const linkTo = (state) =>
  `#${Object.entries(state).map(([name, of]) => `${name}=${[of].flat().map(plain)}`).join("&")}`;

/** @type {(state: State) => void} */
const keep = (state) => history.replaceState(null, "", linkTo(state));

let pause = 0; // what waits for one

/** Say it in the first status of the page. @type {(words: string) => void} */
const say = (words) => {
  clearTimeout(pause);
  all("[role=status]")[0].textContent = words;
};

/** Do it once nothing has changed for a while. @type {(then: () => void) => void} */
const rest = (then) => {
  clearTimeout(pause);
  pause = setTimeout(then, 700); // ms
};

/** @type {(state: State) => void} */
const copyLink = (state) => {
  keep(state);
  copy(location.href, say, "this link");
};

/**
 * Follow a link to a state, which is known by its first name: now, and when another one is asked for.
 * @type {(name: string, take: (asked: URLSearchParams) => string | void) => void}
 */
const follow = (name, take) => {
  const go = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    const fault = asked.has(name) && take(asked);
    if (fault) say(`This link can't be followed: ${fault}`);
  };
  addEventListener("hashchange", go);
  go();
};

/**
 * Where a key leads from a number, by a step and between two ends; nowhere, if it is the browser's.
 * @type {(event: any, number: number, step: number, ends: number[]) => number | undefined}
 */
const stepped = (event, number, step, [Home, End]) => {
  const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
  const far = step / (shiftKey ? 10 : 1);
  /** @type {Record<string, number>} */
  const ways = { Up: far, Right: far, Down: -far, Left: -far };
  /** @type {Record<string, number>} */
  const goals = { Home, End, PageUp: number + 10 * far, PageDown: number - 10 * far };
  const goal = goals[key] ?? number + ways[key.replace("Arrow", "")];
  if (goal !== goal || ctrlKey || altKey || metaKey) return;
  event.preventDefault();
  return clean(within(goal));
};

/**
 * Let handles on a stage be dragged, each by one pointer: it is taken, moved and let go, or, where a
 * finger goes on to scroll the page, given back. Return what each pointer holds.
 * @param {any} stage
 * @param {any[]} handles
 * @param {(at: number, event: any) => Drag} take
 * @param {(drag: Drag, event: any) => void} move
 * @param {(drag: Drag, isBack: boolean) => void} drop
 */
const dragged = (stage, handles, take, move, drop) => {
  /** @type {Map<number, Drag>} */
  const held = new Map();
  stage.onpointerdown = (/** @type {any} */ event) => {
    const under = handles.findIndex((handle) => handle.contains(event.target));
    if (event.button || under < 0) return;
    const drag = take(under, event);
    if ([...held.values()].some(({ at }) => at === drag.at)) return;
    event.preventDefault();
    handles[drag.at].setPointerCapture(event.pointerId);
    handles[drag.at].focus({ preventScroll: true });
    held.set(event.pointerId, drag);
  };
  stage.onpointermove = (/** @type {any} */ event) => {
    const drag = held.get(event.pointerId);
    if (drag) move(drag, event);
  };
  stage.onlostpointercapture = stage.onpointercancel = (/** @type {any} */ { type, pointerId }) => {
    const drag = held.get(pointerId);
    held.delete(pointerId);
    if (drag) drop(drag, type === "pointercancel");
  };
  return held;
};

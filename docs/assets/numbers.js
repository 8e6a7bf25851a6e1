// @ts-check
"use strict";

// Numbers as NumPy adds them and as Python writes them, for what readers can move: the playground and
// the interactives. These names are those of all scripts of a page.

/** @type {(text: string) => string} */
const grouped = (text) => text.replace(/(?<!\.\d*)\B(?=(\d{3})+(?!\d))/g, ",");

/** As Python's ",.2f": of two texts equally near the even one. */
const fixed = (/** @type {number} */ number, places = 2) => {
  const text = number.toFixed(places);
  const isTie = Math.abs(number * 2 ** (places + 1)) % 2 === 1;
  const last = Number(text.at(-1));
  return grouped(isTie && last % 2 ? text.slice(0, -1) + (last - 1) : text);
};

/** As Python's "+z,.2f", which knows no negative zero; with "" for `plus` as "z,.2f". */
const signed = (/** @type {number} */ number, plus = "+", write = fixed, places = 2) => {
  const size = write(Math.abs(number), places);
  return (number < 0 && /[1-9]/.test(size) ? "-" : plus) + size;
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

/** @type {(number: number, ends: number[]) => number} */
const within = (number, [low, high]) => Math.max(low, Math.min(high, number));

/** The sum, added in the order in which np.sum adds. @type {(terms: number[]) => number} */
const sum = (terms) => {
  const count = terms.length;
  const whole = count - (count % 8);
  if (count > 128) {
    const half = Math.floor(count / 16) * 8;
    return sum(terms.slice(0, half)) + sum(terms.slice(half));
  }
  const parts = terms.slice(0, whole && 8);
  for (let at = 8; at < whole; at++) parts[at % 8] += terms[at];
  const [a, b, c, d, e, f, g, h] = parts;
  const start = whole ? a + b + (c + d) + (e + f + (g + h)) : 0;
  return terms.slice(whole).reduce((total, term) => total + term, start);
};

/** @type {(terms: number[]) => number} */
const mean = (terms) => sum(terms) / terms.length;

// @ts-check
"use strict";

// What this site does in the browser besides its theme: one classic script, run after the page has
// been read. It works from a file as well as from a server, and asks nobody for anything. Each part
// is a block of its own, so that no name leaks into another part or into the theme.

// The playground: forecasts on a line, each miss a length below it and a square above it. It takes
// the place of the static figure in a .playground. Its presets are the rows of the static table
// there, so that no number of the subject stands here. All is computed in the order in which NumPy
// does, and written as Python formats it.
{
  /**
   * One harvest, and one or two sets of forecasts of it.
   * @typedef {{actual: number, sets: number[][]}} State
   * @typedef {(number: number) => string} Write
   */
  const LIMIT = 1e9;
  const FEWEST = 3;
  const MOST = 7;
  const SETS = ["A", "B"];
  const PAUSE = 700; // ms without a change, before it is spoken and kept in the address
  // The drawing, in px: beside the outermost forecasts, above the squares, from the line to the rows
  // below, and a row, as high as a fingertip.
  const [MARGIN, TOP, BELOW, ROW] = [40, 46, 36, 44];

  /**
   * Write as Python's f"{number:.2f}". Of two texts equally near, toFixed takes the one away from
   * zero, and Python the even one.
   */
  const fixed = (/** @type {number} */ number, digits = 2) => {
    const text = number.toFixed(digits);
    const last = Number(text.at(-1));
    const isTie = Math.abs(number * 2 ** (digits + 1)) % 2 === 1;
    return isTie && last % 2 ? text.slice(0, -1) + (last - 1) : text;
  };

  /** Write as Python's f"{number:+z.2f}", which knows no negative zero. @type {Write} */
  const signed = (number) => {
    const size = fixed(Math.abs(number));
    return (number < 0 && Number(size) ? "-" : "+") + size;
  };

  /** Write two digits, but leave out .00. @type {Write} */
  const short = (number) => fixed(number).replace(".00", "");

  /** Write every digit, as Python's repr, but leave out .0. @type {Write} */
  const plain = (number) =>
    number && Math.abs(number) < 1e-4
      ? number.toExponential().replace(/e-(\d)$/, "e-0$1")
      : String(number);

  /** Take off what binary fractions add: 0.1 + 0.2 is 0.3. */
  const clean = (/** @type {number} */ number) => Number(number.toPrecision(15)) + 0;

  const clamp = (/** @type {number} */ number, /** @type {number[]} */ [low, high]) =>
    Math.max(low, Math.min(high, number));

  /**
   * Read a number as it was typed. A text tells what is wrong with it.
   * @returns {number | string}
   */
  const read = (/** @type {string} */ typed) => {
    const word = typed.trim().replace("−", "-");
    const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word);
    const number = isNumber ? Number(word) + 0 : NaN; // no negative zero
    if (Math.abs(number) <= LIMIT) return number;
    const isLarge = isNumber || /^[+-]?(inf(inity)?|∞)$/i.test(word);
    const what = word ? `“${word.slice(0, 24)}” is ${isLarge ? "out of range" : "no number"}` : "it is empty";
    return `${what}. Give a number from -${LIMIT} to ${LIMIT}.`;
  };

  const sum = (/** @type {number[]} */ terms) => terms.reduce((total, term) => total + term, 0);

  /** Return what a set of forecasts costs. */
  const judge = (/** @type {number} */ actual, /** @type {number[]} */ forecasts) => {
    const count = forecasts.length;
    const residuals = forecasts.map((forecast) => actual - forecast);
    const lengths = residuals.map(Math.abs);
    const squares = residuals.map((residual) => residual * residual);
    const sorted = [...residuals].sort((one, other) => one - other);
    const [length, area] = [sum(lengths), sum(squares)];
    return {
      lengths,
      squares,
      l1: length / count,
      l2: area / count,
      median: (sorted[(count - 1) >> 1] + sorted[count >> 1]) / 2,
      mean: sum(residuals) / count,
      // Where there is no loss, nobody has a share of it.
      l1Shares: lengths.map((each) => (100 * each) / (length || 1)),
      l2Shares: squares.map((each) => (100 * each) / (area || 1)),
    };
  };

  /** Return a program that prints the numbers of a state. */
  const program = (/** @type {State} */ { actual, sets }) => {
    /** @type {Write} */
    const float = (number) => plain(number).replace(/^-?\d+$/, "$&.0");
    const arrays = sets.map((set) => `np.array([${set.map(float).join(", ")}])`);
    const body = `residuals = actual - forecasts
lengths, squares = np.abs(residuals), residuals * residuals
l1, l2 = np.mean(lengths), np.mean(squares)
print(f"L1 {l1:.2f}, L2 {l2:.2f}, RMSE {np.sqrt(l2):.2f}")
print(f"best shift under L1: {np.median(residuals):+z.2f}")
print(f"best shift under L2: {np.mean(residuals):+z.2f}")
for length, square in zip(lengths, squares):
    l1_share = 100 * length / (np.sum(lengths) or 1)
    l2_share = 100 * square / (np.sum(squares) or 1)
    print(f"length {length:.2f}, {l1_share:.1f}% of L1; ", end="")
    print(f"square {square:.2f}, {l2_share:.1f}% of L2")
`;
    const rest = arrays[1]
      ? `a = ${arrays[0]}
b = ${arrays[1]}

for name, forecasts in [("A", a), ("B", b)]:
    print(f"set {name}")
${body.replace(/^(?=.)/gm, "    ")}`
      : `forecasts = ${arrays[0]}

${body}`;
    return `import numpy as np

actual = ${float(actual)}
${rest}`;
  };

  /** Return a loss with its numbers, as a formula. */
  const formula = (
    /** @type {number} */ actual,
    /** @type {number[]} */ forecasts,
    /** @type {number[]} */ terms,
    /** @type {number} */ loss,
    /** @type {boolean} */ isSquare,
  ) => {
    const number = (/** @type {string} */ text) => `<mn>${text.replace(/^-/, "−")}</mn>`;
    const sign = (/** @type {string} */ text) => `<mo>${text}</mo>`;
    const equals = (/** @type {boolean} */ isExact) => sign(isExact ? "=" : "≈");
    const mean = (/** @type {string[]} */ all) =>
      `<mfrac><mrow>${all.join(sign("+"))}</mrow>${number(String(all.length))}</mfrac>`;
    const differences = forecasts.map((forecast) => {
      const taken = number(plain(forecast));
      const inner = forecast < 0 ? sign("(") + taken + sign(")") : taken;
      const [open, close] = isSquare ? "()" : "||";
      const outer = sign(open) + number(plain(actual)) + sign("−") + inner + sign(close);
      return isSquare ? `<msup><mrow>${outer}</mrow><mn>2</mn></msup>` : `<mrow>${outer}</mrow>`;
    });
    return `<math display="block" class="formula"><mi>${isSquare ? "MSE" : "MAE"}</mi>${[
      sign("="),
      mean(differences),
      equals(terms.every((term) => Number(short(term)) === term)),
      mean(terms.map((term) => number(short(term)))),
      equals(Number(fixed(loss)) === loss),
      number(fixed(loss)),
    ].join("")}</math>`;
  };

  const link = (/** @type {State} */ { actual, sets }) =>
    `#actual=${plain(actual)}${sets.map((set, at) => `&${SETS[at]}=${set.map(plain)}`).join("")}`;

  /** Read the state in the address. A text tells what is wrong with it. @returns {State | string} */
  const linked = () => {
    const parts = [...new URLSearchParams(location.hash.slice(1)).values()];
    const numbers = parts.map((part) => part.split(",").map(read));
    const wrong = numbers.flat().find((number) => typeof number === "string");
    if (wrong) return String(wrong);
    const [[actual], ...sets] = /** @type {number[][]} */ (numbers);
    return [1, 2].includes(sets.length) && sets.every(({ length }) => length >= FEWEST && length <= MOST)
      ? { actual, sets }
      : `it does not hold ${FEWEST} to ${MOST} forecasts, or two such sets.`;
  };

  /** Read the presets of a static table: name, set, actual harvest, forecasts. */
  const presetsIn = (/** @type {Element} */ root) => {
    /** @type {Map<string, State>} */
    const presets = new Map();
    for (const row of root.querySelectorAll("tr")) {
      const [label, , [actual], forecasts] = [...row.cells].map((cell) =>
        [...cell.querySelectorAll("data.value")].map((data) => Number(data.getAttribute("value"))),
      );
      if (!forecasts?.length) continue;
      const name = row.cells[0].innerText;
      presets.set(name, { actual, sets: [...(presets.get(name)?.sets ?? []), forecasts] });
    }
    return presets;
  };

  const name = (/** @type {number} */ at) => (at ? `Forecast ${at}` : "Actual harvest");

  const SHEET = `
<div class="playground-buttons" role="group" aria-label="Presets"></div>
<table class="playground-duel"><thead><tr><th scope="col">loss</th>${SETS.map(
    (set, at) => `<th scope="col"><button type="button" data-set="${at}">Set ${set}</button></th>`,
  ).join("")}<th scope="col">prefers</th></tr></thead><tbody></tbody></table>
<p class="playground-sign l2">L2 adds the squares</p>
<div class="playground-stage"><svg aria-hidden="true"></svg><div></div></div>
<p class="playground-sign l1">L1 adds the lengths</p>
<dl></dl>
<div class="formula-box" tabindex="0" role="group" aria-label="L1 with its numbers"></div>
<div class="formula-box" tabindex="0" role="group" aria-label="L2 with its numbers"></div>
<div class="playground-scroll"><table class="playground-table">
<caption>Each forecast, and its share of each loss</caption>
<thead><tr><td></td><th scope="col">apples</th><th scope="col">length</th><th scope="col">square</th>
<th scope="col">of L1</th><th scope="col">of L2</th><td></td></tr></thead></table></div>
<div class="playground-buttons" role="group" aria-label="What to do with the forecasts">
<button type="button" data-do="add">Add a forecast</button>
<button type="button" data-do="reset">Reset</button>
<button type="button" data-do="link">Copy link</button>
<button type="button" data-do="numpy">Copy as NumPy</button></div>
<p class="playground-status" role="status"></p>
<details><summary>The same numbers from NumPy</summary><pre><code></code></pre></details>`;

  /** Put a playground in the place of the static figure. */
  const play = (/** @type {Element} */ root) => {
    const figure = root.querySelector(".snippet-figure");
    const presets = [...presetsIn(root)];
    if (!figure || !presets[0]) return;
    const sheet = document.createElement("div");
    sheet.className = "playground-play";
    sheet.innerHTML = SHEET;
    const find = (/** @type {string} */ selector) =>
      /** @type {HTMLElement} */ (sheet.querySelector(selector));
    const all = (/** @type {string} */ selector) =>
      /** @type {HTMLElement[]} */ ([...sheet.querySelectorAll(selector)]);
    const [stage, status, code, table] = [".playground-stage", ".playground-status", "code", ".playground-table"].map(find);

    let base = presets[0][1]; // what "Reset" brings back
    let state = structuredClone(base);
    let chosen = 0; // which of the sets is shown
    let [width, centre, scale] = [0, 0, 1]; // of the drawing; px, the number in its middle, px an apple
    let [timer, frame] = [0, 0];
    /** @type {{at: number, grip: number, before: number} | null} */
    let drag = null;

    // The actual harvest is number 0, the forecasts are numbered from 1.
    const forecasts = () => state.sets[chosen];
    const get = (/** @type {number} */ at) => (at ? forecasts()[at - 1] : state.actual);
    const put = (/** @type {number} */ at, /** @type {number} */ number) => {
      if (at) forecasts()[at - 1] = number;
      else state.actual = number;
      show();
    };

    // The axis
    const height = () => Math.min(0.62 * width, 300); // of the squares, in px
    const x = (/** @type {number} */ number) => width / 2 + (number - centre) * scale;
    const edges = (/** @type {number} */ px) => {
      const half = (width / 2 - px) / scale;
      return [centre - half, centre + half];
    };

    /** What an arrow key moves by: 1, from five apples to some hundred. */
    const unit = () => {
      const decades = (/** @type {number} */ part) => Math.floor(Math.log10(width / scale / part));
      return 10 ** Math.min(decades(5), Math.max(0, decades(100)));
    };

    /** How far a number can be moved: on the axis, and as high as a square fits. */
    const reach = (/** @type {number} */ at) => {
      const [low, high] = edges(MARGIN / 2);
      const room = height() / scale;
      const others = at ? [state.actual] : forecasts();
      return [
        Math.ceil(Math.max(low, -LIMIT, Math.max(...others) - room) / unit()),
        Math.floor(Math.min(high, LIMIT, Math.min(...others) + room) / unit()),
      ].map((count) => clean(count * unit()));
    };

    /** The centre and the scale by which all is seen, of both sets; and whether it is now. */
    const fitted = () => {
      const numbers = [state.actual, ...state.sets.flat()];
      const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
      const best = (least + most) / 2;
      const span = Math.max(most - least || 10, 1e-6, Math.abs(best) * 1e-12);
      const farthest = Math.max(most - state.actual, state.actual - least, span / 2);
      const wanted = Math.min((width - 2 * MARGIN) / span, (0.85 * height()) / farthest);
      const [low, high] = edges(MARGIN * 0.8);
      const change = wanted / scale;
      const fits = least >= low && most <= high && change > 0.9 && change < 1.8;
      return { best, wanted, fits };
    };

    /** Bring all into view, in a moment. */
    const move = (isStill = matchMedia("(prefers-reduced-motion: reduce)").matches) => {
      const { best, wanted } = fitted();
      const [from, first, start] = [centre, scale, performance.now()];
      const step = () => {
        const done = isStill ? 1 : Math.min(1, (performance.now() - start) / 250);
        const eased = 1 - (1 - done) ** 3;
        centre = from + (best - from) * eased;
        scale = first * (wanted / first) ** eased;
        draw();
        if (done < 1) frame = requestAnimationFrame(step);
      };
      cancelAnimationFrame(frame);
      step();
    };

    const draw = () => {
      const { lengths, squares } = judge(state.actual, forecasts());
      const axis = TOP + height();
      const rowsFrom = axis + BELOW;
      const bottom = rowsFrom + lengths.length * ROW;
      const middle = x(state.actual);
      let drawn = `<path class="axis" d="M0 ${axis}H${width}"/>`;
      const text = (/** @type {string} */ words, /** @type {number} */ at, /** @type {number} */ y) => {
        const half = words.length * 4 + 4; // the width of digits
        drawn += `<text x="${clamp(at, [half, width - half])}" y="${y}">${words}</text>`;
      };

      // Ticks: 1, 2, 5, 10 … apart, and as far as their numbers need.
      const [left, right] = edges(12);
      const far = Math.max(Math.abs(left), Math.abs(right));
      const digits = (/** @type {number} */ places) => far.toFixed(places).length * 9 + 20;
      const least = digits(Math.max(0, -Math.floor(Math.log10(50 / scale)))) / scale;
      const power = 10 ** Math.floor(Math.log10(least));
      const step = power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10);
      const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
      for (let tick = Math.ceil(left / step); tick * step <= right; tick++) {
        drawn += `<path class="axis" d="M${x(tick * step)} ${axis}v6"/>`;
        text((tick * step).toFixed(places), x(tick * step), axis + 20);
      }

      // The largest square first: the others lie on it. A number goes where it has room.
      const tops = [-ROW, -ROW];
      for (const at of [...lengths.keys()].sort((one, other) => lengths[other] - lengths[one])) {
        const end = x(get(at + 1));
        const side = Math.abs(end - middle);
        const y = axis - side;
        const half = end < middle ? 0 : 1;
        const words = short(squares[at]);
        drawn += `<rect class="l2" x="${Math.min(end, middle)}" y="${y}" width="${side}" height="${side}"/>`;
        if (side < Math.max(18, words.length * 8 + 6) || y - tops[half] < 16) continue;
        tops[half] = y;
        text(words, (end + middle) / 2, y + 16);
      }
      drawn += `<path class="actual" d="M${middle} ${TOP - 8}V${bottom}"/>`;
      lengths.forEach((length, at) => {
        const end = x(get(at + 1));
        const y = rowsFrom + ROW * (at + 0.6);
        drawn += `<path class="guide" d="M${end} ${axis}V${y}"/><path class="l1" d="M${end} ${y}H${middle}"/>
<path class="stop" d="M${middle} ${y - 9}v18"/>`;
        text(short(length), (end + middle) / 2, y - 14);
      });
      const svg = find("svg");
      svg.innerHTML = drawn;
      svg.setAttribute("height", String(bottom + 4));

      all("[role=slider]").forEach((handle, at) => {
        const number = plain(get(at));
        const told = `${number} apple${number === "1" ? "" : "s"}`;
        const miss = at ? `, misses by ${short(lengths[at - 1])}` : "";
        const [ariaValueMin, ariaValueMax] = reach(at).map(plain);
        const spoken = { ariaValueMin, ariaValueMax, ariaValueNow: number, ariaValueText: told + miss };
        Object.assign(handle, spoken);
        handle.children[0].textContent = at ? String(at) : `actual ${short(state.actual)}`;
        const half = handle.offsetWidth / 2;
        handle.style.left = `${clamp(x(get(at)), [half, width - half])}px`;
        handle.style.top = `${at ? rowsFrom + ROW * (at - 0.4) : TOP / 2}px`;
      });
    };

    /** Make as many handles and rows as there are numbers. */
    const build = () => {
      const numbers = [0, ...forecasts().map((_, at) => at + 1)];
      if (all("[role=slider]").length === numbers.length) return;
      stage.children[1].innerHTML = numbers
        .map((at) => `<div role="slider" tabindex="0" aria-label="${name(at)}" data-at="${at}"
          aria-orientation="horizontal"><span></span></div>`)
        .join("");
      all("tbody[data-at]").forEach((part) => part.remove());
      table.insertAdjacentHTML("beforeend", numbers
        .map((at) => `<tbody data-at="${at}"><tr><th scope="row">${at || "actual"}</th>
          <td><input inputmode="decimal" autocomplete="off" aria-label="${name(at)}"
          aria-describedby="playground-fault-${at}"></td>${at ? `
          <td></td><td></td><td class="l1"></td><td class="l2"></td>
          <td><button type="button" data-do="remove" aria-label="Remove forecast ${at}">×</button></td>` : ""}</tr>
          <tr hidden><td colspan="7" id="playground-fault-${at}"></td></tr></tbody>`)
        .join(""));
    };

    /** Tell what is wrong with a field, or that nothing is. */
    const complain = (/** @type {HTMLInputElement} */ field, words = "") => {
      const row = /** @type {HTMLTableRowElement} */ (field.closest("tbody")?.rows[1]);
      row.hidden = !words;
      row.cells[0].textContent = words;
      field.ariaInvalid = String(!!words);
    };

    const fields = () => /** @type {HTMLInputElement[]} */ (all("input"));

    /** Show the state, but leave alone the field in which somebody types. */
    const show = () => {
      const judged = judge(state.actual, forecasts());
      const { lengths, squares, l1, l2, median, mean, l1Shares, l2Shares } = judged;
      const rmse = Math.sqrt(l2);
      build();
      if (drag || fitted().fits) draw();
      else move();
      /** @type {(kind: string, words: string, loss: number, unit: string, more: string) => string} */
      const card = (kind, words, loss, unit, more) => `<div class="${kind}">
        <dt class="playground-sign">${words}</dt><dd><b>${fixed(loss)}</b> ${unit}</dd><dd>${more}</dd></div>`;
      find("dl").innerHTML =
        card("l1", "L1", l1, "apples", `best shift <b>${signed(median)}</b>, the median`) +
        card("l2", "L2", l2, "squared apples", `best shift <b>${signed(mean)}</b>, the mean`) +
        card("", "RMSE", rmse, "apples", "the root of L2");
      const [first, second] = all(".formula-box");
      first.innerHTML = formula(state.actual, forecasts(), lengths, l1, false);
      second.innerHTML = formula(state.actual, forecasts(), squares, l2, true);
      for (const [at, field] of fields().entries()) {
        complain(field);
        if (field !== document.activeElement || read(field.value) !== get(at)) field.value = plain(get(at));
        const cells = field.closest("tr")?.cells;
        if (!at || !cells) continue;
        [
          fixed(lengths[at - 1]),
          fixed(squares[at - 1]),
          `${fixed(l1Shares[at - 1], 1)}%`,
          `${fixed(l2Shares[at - 1], 1)}%`,
        ].forEach((words, column) => {
          cells[column + 2].textContent = words;
          cells[column + 2].style.setProperty("--share", words);
        });
      }
      const costs = state.sets.map((set) => judge(state.actual, set));
      find(".playground-duel").hidden = !costs[1];
      if (costs[1])
        find(".playground-duel tbody").innerHTML = /** @type {const} */ (["l1", "l2"])
          .map((key) => {
            const [a, b] = costs.map((cost) => cost[key]);
            const verdict = a === b ? "neither" : a < b ? "A" : "B";
            return `<tr class="${key}"><th scope="row" class="playground-sign">${key.toUpperCase()}</th>
              <td>${fixed(a)}</td><td>${fixed(b)}</td><td>${verdict}</td></tr>`;
          })
          .join("");
      code.textContent = program(state);
      for (const button of /** @type {HTMLButtonElement[]} */ (all("button"))) {
        const { preset, set, do: act } = button.dataset;
        const isPressed = preset ? link(state) === link(presets[Number(preset)][1]) : Number(set) === chosen;
        if (preset || set) button.setAttribute("aria-pressed", String(isPressed));
        if (act === "add") button.disabled = lengths.length >= MOST;
        if (act === "remove") button.disabled = lengths.length <= FEWEST;
      }
      later(`L1 ${fixed(l1)}, L2 ${fixed(l2)}, RMSE ${fixed(rmse)}`);
    };

    const begin = (/** @type {State} */ wanted) => {
      state = structuredClone(wanted);
      chosen = 0;
      move();
      show();
    };

    const say = (/** @type {string} */ words) => {
      clearTimeout(timer);
      status.textContent = words;
    };
    const keep = () => history.replaceState(null, "", link(state));
    const later = (/** @type {string} */ words) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        keep();
        say(words);
      }, PAUSE);
    };
    const copy = (/** @type {string} */ words, /** @type {string} */ what, /** @type {string} */ from) =>
      (navigator.clipboard?.writeText(words) ?? Promise.reject()).then(
        () => say(`${what} is copied.`),
        () => say(`${what} could not be copied. Take it from ${from}.`),
      );

    /** @type {Record<string, (at: number) => unknown>} */
    const acts = {
      add: () => {
        forecasts().push(state.actual); // a hit, to be pulled away
        show();
      },
      remove: (at) => {
        forecasts().splice(at - 1, 1);
        show();
        fields()[Math.min(at, forecasts().length)].focus();
      },
      reset: () => begin(base),
      link: () => {
        keep();
        copy(location.href, "The link", "the address bar");
      },
      numpy: () => copy(program(state), "The program", "below"),
    };
    const place = (/** @type {Event} */ event, selector = "[data-at]") => {
      const element = event.target instanceof Element && event.target.closest(selector);
      return element instanceof HTMLElement ? element : null;
    };
    const number = (/** @type {Event} */ event) => Number(place(event)?.dataset.at);

    sheet.addEventListener("click", (event) => {
      const { preset, set, do: act } = place(event, "button")?.dataset ?? {};
      if (preset) begin((base = presets[Number(preset)][1]));
      if (set) {
        chosen = Number(set);
        show();
      }
      if (act) acts[act](number(event));
    });

    sheet.addEventListener("input", (event) => {
      const field = /** @type {HTMLInputElement} */ (event.target);
      const typed = read(field.value);
      if (typeof typed === "number") return put(number(event), typed);
      complain(field, `${name(number(event))}: ${typed} It stays ${plain(get(number(event)))}.`);
      say("");
    });
    // Who leaves a field finds in it what counts.
    sheet.addEventListener("focusout", (event) => {
      if (!(event.target instanceof HTMLInputElement)) return;
      event.target.value = plain(get(number(event)));
      event.target.ariaInvalid = "false";
    });

    sheet.addEventListener("keydown", (event) => {
      const at = number(event);
      if (event.target instanceof HTMLInputElement && event.key === "Escape") {
        event.target.value = plain(get(at));
        complain(event.target);
      }
      if (!place(event, "[role=slider]") || event.ctrlKey || event.altKey || event.metaKey) return;
      const step = event.shiftKey ? unit() / 10 : unit();
      const [low, high] = reach(at);
      const now = get(at);
      const next = {
        ArrowRight: now + step,
        ArrowUp: now + step,
        ArrowLeft: now - step,
        ArrowDown: now - step,
        PageUp: now + 10 * step,
        PageDown: now - 10 * step,
        Home: low,
        End: high,
      }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      put(at, clamp(clean(next), [-LIMIT, LIMIT]));
    });

    stage.addEventListener("pointerdown", (event) => {
      const handle = place(event);
      if (!handle || event.button) return;
      const at = number(event);
      cancelAnimationFrame(frame);
      handle.setPointerCapture(event.pointerId);
      handle.focus({ preventScroll: true });
      drag = { at, grip: event.clientX - x(get(at)), before: get(at) };
      event.preventDefault();
    });
    stage.addEventListener("pointermove", (event) => {
      if (!drag) return;
      const step = event.shiftKey ? unit() / 10 : unit();
      const raw = centre + (event.clientX - drag.grip - width / 2) / scale;
      const next = clamp(clean(Math.round(raw / step) * step), reach(drag.at));
      if (next !== get(drag.at)) put(drag.at, next);
    });
    const drop = (/** @type {PointerEvent} */ event) => {
      if (!drag) return;
      const { at, before } = drag;
      drag = null;
      // Cancelled, where the finger goes on to scroll the page: it meant no change.
      put(at, event.type === "pointercancel" ? before : get(at));
    };
    stage.addEventListener("pointercancel", drop);
    stage.addEventListener("lostpointercapture", drop);

    const follow = () => {
      if (!location.hash.startsWith("#actual=")) return;
      const wanted = linked();
      begin(typeof wanted === "string" ? base : wanted);
      if (typeof wanted === "string") say(`This link leads to no forecasts. In it, ${wanted}`);
    };
    addEventListener("hashchange", follow);

    presets.forEach(([label], at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.preset = String(at);
      button.textContent = label;
      sheet.children[0].append(button);
    });
    figure.replaceWith(sheet);
    const resize = () => {
      if (!stage.clientWidth || stage.clientWidth === width) return;
      width = stage.clientWidth;
      move(true);
    };
    resize();
    new ResizeObserver(resize).observe(stage);
    show();
    clearTimeout(timer); // nothing has changed yet
    follow();
  };

  document.querySelectorAll(".playground").forEach(play);
}

// Sources: each program and each output goes to the clipboard as it is (what the theme offers for
// this is a landmark without a name in each block), and each number leads to the line it comes from.
{
  const REMEMBERED = "numbers-come-from";
  const FOR_READING = 4000; // milliseconds

  const note = document.createElement("p");
  note.className = "copy-note";
  note.setAttribute("role", "status");
  let hiding = 0;

  /**
   * Say something below the page, to the eye and, politely, to a screen reader.
   * @param {string} words
   */
  const say = (words) => {
    note.textContent = words;
    clearTimeout(hiding);
    hiding = setTimeout(() => (note.textContent = ""), FOR_READING);
  };

  /**
   * Return a button that copies a text.
   * @param {string} text
   * @param {string} what names it, behind the word "Copy"
   */
  const copier = (text, what) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.setAttribute("aria-label", `Copy ${what}`);
    button.addEventListener("click", () => {
      note.textContent = ""; // or the same words, said again, would go unheard
      navigator.clipboard.writeText(text).then(
        () => say(`Copied ${what}`),
        () => say("The browser did not allow this page to copy")
      );
    });
    return button;
  };

  /**
   * Put a button that says "Copy" into a row of a block.
   * @param {Element | null} row
   * @param {string | null | undefined} text
   * @param {string} what
   */
  const offer = (row, text, what) => {
    if (!row || !text) return;
    const button = copier(text, what);
    button.textContent = "Copy";
    row.append(button);
  };

  // Without a secure address (https, this machine, a file) browsers let no page copy.
  if (navigator.clipboard) {
    document.querySelector(".md-content__inner")?.append(note);

    for (const block of document.querySelectorAll(".snippet")) {
      const source = block.querySelector(".snippet-source");
      const name = source?.firstElementChild?.textContent?.split("/").pop() || "this program";
      const label = block.querySelector(".snippet-label");
      const command = block.querySelector(".snippet-command")?.textContent?.slice("$ ".length);
      if (command) {
        offer(label, command, `the command ${command}`);
      } else {
        offer(source, block.querySelector(".highlight pre")?.textContent, name);
        offer(label, label?.nextElementSibling?.textContent, `the output of ${name}`);
      }
    }

    document.querySelectorAll(".jp-CodeCell[id]").forEach((cell, index) => {
      const name = `cell ${index + 1}`;
      const input = cell.querySelector(".jp-InputArea");
      offer(input, input?.querySelector("pre")?.textContent, name);
      const output = cell.querySelector(".jp-OutputArea");
      offer(output, output?.querySelector("pre")?.textContent, `the output of ${name}`);
    });
  }

  /** @type {NodeListOf<HTMLDataElement>} */
  const numbers = document.querySelectorAll("data.value[data-source]");

  /**
   * Return a number as a link to its line, with a button that copies both.
   * @param {HTMLDataElement} number
   */
  const cited = (number) => {
    const shown = number.textContent || "";
    const link = document.createElement("a");
    link.className = "origin";
    link.href = number.dataset.source || "";
    link.textContent = shown;
    link.setAttribute("aria-label", `${shown}: ${number.title}`);
    const both = document.createElement("span");
    both.className = "cited";
    both.append(link);
    if (navigator.clipboard) {
      const line = `${shown} = ${number.title}: ${number.dataset.line} ${link.href}`;
      both.append(copier(line, `${shown} with its source line`));
    }
    return both;
  };

  /**
   * Return the numbers of a formula, each once. They stand behind it: a formula is read out as a
   * whole, and what is in it is reached neither by keyboard nor by a screen reader in every browser.
   * @param {Element} formula
   */
  const citedOfFormula = (formula) => {
    /** @type {Map<string, HTMLDataElement>} */
    const once = new Map();
    for (const number of formula.querySelectorAll("data")) {
      once.set(`${number.textContent} ${number.dataset.source}`, number);
    }
    const list = document.createElement("span");
    list.className = "formula-numbers";
    list.setAttribute("role", "group");
    list.setAttribute("aria-label", "Numbers of this formula");
    for (const number of once.values()) list.append(" ", cited(number));
    return list;
  };

  /** @type {HTMLButtonElement | null} */
  const origins = document.querySelector("button.origins");

  /** @param {MouseEvent} event */
  const follow = (event) => {
    const number = event.currentTarget;
    if (number instanceof HTMLElement) location.href = number.dataset.source || "";
  };

  /** @param {boolean} on */
  const turn = (on) => {
    origins?.setAttribute("aria-checked", `${on}`);
    /** @type {Set<Element>} */
    const formulas = new Set();
    for (const number of numbers) {
      const formula = number.closest("math");
      if (formula) {
        formulas.add(formula);
        number.classList.toggle("origin", on);
        if (on) number.addEventListener("click", follow);
        else number.removeEventListener("click", follow);
      } else if (on) number.replaceChildren(cited(number));
      else number.textContent = number.textContent; // what the buttons show is no text
    }
    for (const list of document.querySelectorAll(".formula-numbers")) list.remove();
    for (const formula of on ? formulas : []) {
      (formula.closest(".formula-box") || formula).after(citedOfFormula(formula));
    }
  };

  if (origins && numbers.length) {
    origins.hidden = false;
    origins.addEventListener("click", () => {
      const on = origins.getAttribute("aria-checked") !== "true";
      turn(on);
      try {
        localStorage.setItem(REMEMBERED, on ? "shown" : "");
      } catch {} // a browser that stores nothing forgets it on the next page
    });
    try {
      if (localStorage.getItem(REMEMBERED)) turn(true);
    } catch {} // as above
  }
}

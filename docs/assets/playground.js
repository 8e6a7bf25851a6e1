// @ts-check
"use strict";

// The playground, in the place of a static figure. No number of the subject stands here: the presets
// are the rows of a static table. All is computed in NumPy's order, and written as Python formats it.
{
  /**
   * One harvest, and one or two sets of forecasts of it.
   * @typedef {{actual: number, sets: number[][]}} State
   * @typedef {(number: number) => string} Write
   * @typedef {(number: number) => number} Turn
   */
  const LIMIT = 1e9;
  const FEWEST = 3;
  const MOST = 7;
  const PAUSE = 700; // ms without a change, before it is spoken and kept in the address
  // px beside the outermost forecasts, above the squares, below the line; a row's height
  const [MARGIN, TOP, BELOW, ROW] = [40, 46, 36, 44];

  /** As Python's ".2f": of two texts equally near the even one; toFixed takes the larger. */
  const fixed = (/** @type {number} */ number, digits = 2) => {
    const text = number.toFixed(digits);
    const last = Number(text.at(-1));
    const isTie = (number * 2 ** (digits + 1)) % 2 === 1;
    return isTie && last % 2 ? text.slice(0, -1) + (last - 1) : text;
  };

  /** As Python's "+z.2f", which knows no negative zero. @type {Write} */
  const signed = (number) => {
    const size = fixed(Math.abs(number));
    return (number < 0 && Number(size) ? "-" : "+") + size;
  };

  /** Two digits, but no .00. @type {Write} */
  const short = (number) => fixed(number).replace(".00", "");

  /** Every digit, as Python's repr, but no .0. @type {Write} */
  const plain = (number) =>
    number && Math.abs(number) < 1e-4
      ? number.toExponential().replace(/-(\d)$/, "-0$1")
      : String(number);

  /** Take off what binary fractions add: 0.1 + 0.2 is 0.3. @type {Turn} */
  const clean = (number) => Number(number.toPrecision(15)) + 0;

  /** What was typed, or a fault. @type {(typed: string) => number | string} */
  const read = (typed) => {
    const word = typed.trim().replace("−", "-");
    const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word);
    const number = isNumber ? Number(word) + 0 : NaN; // no negative zero
    if (Math.abs(number) <= LIMIT) return number;
    const isLarge = isNumber || /^[+-]?(inf|∞)/i.test(word);
    const fault = isLarge ? "is out of range" : "is no number";
    return `${word ? `“${word}” ${fault}` : "it is empty"}. Give a number from -${LIMIT} to ${LIMIT}.`;
  };

  /** @type {(number: number, ends: number[]) => number} */
  const within = (number, [low, high]) => Math.max(low, Math.min(high, number));

  /** What a set of forecasts costs. Where there is no loss, nobody has a share of it. */
  const judge = (/** @type {number} */ actual, /** @type {number[]} */ forecasts) => {
    const residuals = forecasts.map((forecast) => actual - forecast);
    const lengths = residuals.map(Math.abs);
    const squares = residuals.map((residual) => residual * residual);
    const sum = (/** @type {number[]} */ terms) => terms.reduce((total, term) => total + term, 0);
    const mean = (/** @type {number[]} */ terms) => sum(terms) / terms.length;
    const sorted = [...residuals].sort((one, other) => one - other);
    const half = sorted.length / 2;
    return {
      lengths,
      squares,
      L1: mean(lengths),
      L2: mean(squares),
      median: (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2,
      mean: mean(residuals),
      shares: [lengths, squares].map((terms) =>
        terms.map((term) => (100 * term) / (sum(terms) || 1)),
      ),
    };
  };

  const program = (/** @type {string} */ source, /** @type {State} */ { actual, sets }) => {
    /** @type {Write} */
    const float = (number) => plain(number).replace(/^-?\d+$/, "$&.0");
    return sets
      .map((set) =>
        source
          .replace(/(?<=^actual = ).*/m, float(actual))
          .replace(/(?<=^forecasts = np.array\(\[).*(?=\]\))/m, set.map(float).join(", ")),
      )
      .join("\n\n");
  };

  /**
   * A loss with its numbers, as a formula.
   * @type {(actual: number, all: number[], terms: number[], loss: number, isL2: boolean) => string}
   */
  const formula = (actual, forecasts, terms, loss, isL2) => {
    /** @type {Write} */
    const digits = (number) => `<mn>${plain(number).replace(/^-/, "−")}</mn>`;
    const mean = (/** @type {string[]} */ parts) =>
      `<mfrac><mrow>${parts.join("<mo>+</mo>")}</mrow><mn>${parts.length}</mn></mfrac>`;
    const equals = (/** @type {boolean} */ isExact) => `<mo>${isExact ? "=" : "≈"}</mo>`;
    const [open, close] = isL2 ? "()" : "||";
    const differences = forecasts.map((forecast) => {
      const taken = forecast < 0 ? `<mo>(</mo>${digits(forecast)}<mo>)</mo>` : digits(forecast);
      const term = `<mo>${open}</mo>${digits(actual)}<mo>−</mo>${taken}<mo>${close}</mo>`;
      return isL2 ? `<msup><mrow>${term}</mrow><mn>2</mn></msup>` : `<mrow>${term}</mrow>`;
    });
    return `<math display="block" class="formula"><mi>${isL2 ? "MSE" : "MAE"}</mi><mo>=</mo>${
      mean(differences) +
      equals(terms.every((term) => Number(short(term)) === term)) +
      mean(terms.map((term) => `<mn>${short(term)}</mn>`)) +
      equals(Number(fixed(loss)) === loss)
    }<mn>${fixed(loss)}</mn></math>`;
  };

  const link = (/** @type {State} */ { actual, sets }) =>
    `#actual=${plain(actual)}${sets.map((set, at) => `&${"AB"[at]}=${set.map(plain)}`).join("")}`;

  /** The state in the address, or a fault. @type {() => State | string} */
  const linked = () => {
    const parts = [...new URLSearchParams(location.hash.slice(1)).values()];
    const numbers = parts.map((part) => part.split(",").map(read));
    const fault = numbers.flat().find((number) => typeof number === "string");
    if (fault) return `in it, ${fault}`;
    const [[actual], ...sets] = /** @type {number[][]} */ (numbers);
    return sets[0] && !sets[2] && sets.every(({ length }) => length >= FEWEST && length <= MOST)
      ? { actual, sets }
      : `it does not hold one or two sets of ${FEWEST} to ${MOST} forecasts.`;
  };

  const [root] = all(".playground");
  const [template] = all("template.playground-template");
  if (root && template) {
    /** @type {Record<string, State>} */
    const presets = {};
    for (const { cells } of all("tr", root)) {
      const [, , [actual], forecasts] = [...cells].map((cell) =>
        all("data", cell).map((data) => Number(data.value)),
      );
      if (forecasts.length)
        (presets[cells[0].innerHTML] ??= { actual, sets: [] }).sets.push(forecasts);
    }

    const find = (/** @type {string} */ selector) => all(selector, root);
    find(".snippet-figure")[0].replaceWith(template.content);
    const [sheet, duel, stage, svg, status, code, output] = find(
      ".playground-sheet, .playground-duel, .playground-stage, .playground-stage svg,"
        + "[role=status], details .snippet code",
    );
    const handles = find("[role=slider]");
    const parts = find(".playground-table tbody");
    const fields = find("input");
    const source = code.textContent;
    output.closest(".snippet-output").remove(); // of another state, soon

    let [base] = Object.values(presets); // what "Reset" brings back
    let state = structuredClone(base);
    let chosen = 0; // which of the sets is shown
    let [width, centre, scale] = [0, 0, 1]; // px; the number in the middle; px an apple
    let timer = 0;
    /** Where a handle is held, and its number before. @type {any} */
    let drag;

    // The actual harvest is number 0.
    const forecasts = () => state.sets[chosen];
    const get = (/** @type {number} */ at) => (at ? forecasts()[at - 1] : state.actual);
    const put = (/** @type {number} */ at, /** @type {number} */ number) => {
      if (at) forecasts()[at - 1] = number;
      else state.actual = number;
      show();
    };

    /** @type {Turn} */
    const x = (number) => width / 2 + (number - centre) * scale;
    const height = () => Math.min(0.62 * width, 300);
    /** @type {Turn} */
    const half = (margin) => (width / 2 - margin) / scale;

    /** What an arrow key moves by: 1, where the line is between five and a thousand apples long. */
    const unit = () => {
      /** @type {Turn} */
      const decades = (part) => Math.floor(Math.log10(half(0) / part));
      return 10 ** Math.min(decades(2.5), Math.max(0, decades(50)));
    };

    /** How far a number can be moved: on the line, and as high as a square fits. */
    const reach = (/** @type {number} */ at) => {
      const others = at ? [state.actual] : forecasts();
      const [side, room] = [half(MARGIN / 2), height() / scale];
      const low = Math.max(centre - side, Math.max(...others) - room, -LIMIT);
      const high = Math.min(centre + side, Math.min(...others) + room, LIMIT);
      return [Math.ceil(low / unit()) * unit(), Math.floor(high / unit()) * unit()].map(clean);
    };

    /** Let all of both sets be seen; where they are seen well, the axis stays. */
    const fit = () => {
      if (drag) return;
      const numbers = [state.actual, ...state.sets.flat()];
      const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
      const middle = (least + most) / 2;
      const span = Math.max(most - least || 10, 1e-6, Math.abs(middle) * 1e-12);
      const farthest = Math.max(most - state.actual, state.actual - least, span / 2);
      const best = Math.min((width - 2 * MARGIN) / span, (0.85 * height()) / farthest);
      const isSeen = Math.max(most - centre, centre - least) < half(MARGIN * 0.8);
      if (!isSeen || best < 0.9 * scale || best > 1.8 * scale) [centre, scale] = [middle, best];
    };

    const draw = () => {
      const { lengths, squares } = judge(state.actual, forecasts());
      const axis = TOP + height();
      const middle = x(state.actual);
      const bottom = axis + BELOW + lengths.length * ROW + 4;
      /** @type {Turn} */
      const y = (at) => axis + BELOW + ROW * (at - 0.4);
      let texts = "";
      let drawn = `<path class="axis" d="M0 ${axis}H${width}"/>`;
      /** Nothing goes over an edge. @type {(at: number, side: number) => number} */
      const inside = (at, side) => within(at, [side, width - side]);
      /** @type {(words: string, at: number, y: number) => void} */
      const text = (words, at, y) => {
        texts += `<text x="${inside(at, words.length * 4 + 4)}" y="${y}">${words}</text>`;
      };

      const least = (String(Math.ceil(Math.abs(centre) + half(0))).length * 9 + 40) / scale;
      const decade = Math.floor(Math.log10(least));
      const step = ([1, 2, 5].find((each) => each * 10 ** decade >= least) ?? 10) * 10 ** decade;
      for (let tick = Math.ceil((centre - half(12)) / step); x(tick * step) < width - 12; tick++) {
        drawn += `<path class="axis" d="M${x(tick * step)} ${axis}v6"/>`;
        text((tick * step).toFixed(Math.max(0, -decade)), x(tick * step), axis + 20);
      }

      // The largest square first; a number where it has room.
      const tops = [0, 0];
      for (const at of [...lengths.keys()].sort((one, other) => lengths[other] - lengths[one])) {
        const end = x(get(at + 1));
        const [side, words] = [Math.abs(end - middle), short(squares[at])];
        const which = Number(end > middle);
        const left = Math.min(end, middle);
        drawn += `<rect x="${left}" y="${axis - side}" width="${side}" height="${side}"/>`;
        if (side < Math.max(18, words.length * 8 + 6) || axis - side < tops[which]) continue;
        tops[which] = axis - side + 16;
        text(words, (end + middle) / 2, tops[which]);
      }
      drawn += `<path class="actual" d="M${middle} ${TOP - 8}V${bottom}"/>`;
      lengths.forEach((length, at) => {
        const [end, row] = [x(get(at + 1)), y(at + 1)];
        drawn += `<path class="guide" d="M${end} ${axis}V${row}"/>
<path class="bar" d="M${end} ${row}H${middle}"/><path class="stop" d="M${middle} ${row - 9}v18"/>`;
        text(short(length), (end + middle) / 2, row - 14);
      });
      svg.innerHTML = drawn + texts;
      // In parts of the width, since paper may be narrower.
      svg.setAttribute("viewBox", `0 0 ${width} ${bottom}`);

      handles.slice(0, lengths.length + 1).forEach((handle, at) => {
        const number = plain(get(at));
        const apples = `${number} apple${number === "1" ? "" : "s"}`;
        [handle.ariaValueMin, handle.ariaValueMax] = reach(at).map(plain);
        handle.ariaValueNow = number;
        handle.ariaValueText = at ? `${apples}, misses by ${short(lengths[at - 1])}` : apples;
        if (!at) handle.children[0].textContent = `actual ${short(state.actual)}`;
        const side = at ? 22 : handle.textContent.length * 5 + 20; // px
        handle.style.left = `${(inside(x(get(at)), side) / width) * 100}%`;
        handle.style.top = `${((at ? y(at) : TOP / 2) / bottom) * 100}%`;
      });
    };

    const complain = (/** @type {number} */ at, words = "") => {
      const fault = parts[at].rows[1];
      fault.hidden = !words;
      fault.cells[0].textContent = words;
      fields[at].ariaInvalid = String(!!words);
    };

    const show = () => {
      const { lengths, squares, L1, L2, median, mean, shares } = judge(state.actual, forecasts());
      const rmse = fixed(Math.sqrt(L2));
      for (const each of [handles, parts])
        each.forEach((element, at) => (element.hidden = at > lengths.length));
      fit();
      draw();
      const told = [fixed(L1), signed(median), fixed(L2), signed(mean), rmse];
      find("dd b").forEach((element, at) => (element.textContent = told[at]));
      const [first, second] = find(".formula-box");
      first.innerHTML = formula(state.actual, forecasts(), lengths, L1, false);
      second.innerHTML = formula(state.actual, forecasts(), squares, L2, true);
      [state.actual, ...forecasts()].forEach((number, at) => {
        complain(at);
        const isTyped = fields[at] === document.activeElement && read(fields[at].value) === number;
        if (!isTyped) fields[at].value = plain(number);
        const numbers = [lengths, squares, ...shares].map((each) => each[at - 1]);
        for (const [column, cell] of [...parts[at].rows[0].cells].slice(2, 6).entries()) {
          cell.textContent = column < 2 ? fixed(numbers[column]) : `${fixed(numbers[column], 1)}%`;
          cell.style.setProperty("--share", cell.textContent);
        }
      });
      const costs = state.sets.map((set) => judge(state.actual, set));
      duel.hidden = !costs[1];
      const verdicts = /** @type {const} */ (["L1", "L2"]).flatMap((loss) => {
        const [a, b = a] = costs.map((cost) => cost[loss]);
        return [fixed(a), fixed(b), a === b ? "neither" : a < b ? "A" : "B"];
      });
      find(".playground-duel td").forEach((cell, at) => (cell.textContent = verdicts[at]));
      code.textContent = program(source, state);
      for (const button of find(".playground-sheet button")) {
        const label = button.innerHTML;
        const set = ["Set A", "Set B"].indexOf(label);
        if (presets[label]) button.ariaPressed = String(link(presets[label]) === link(state));
        if (set >= 0) button.ariaPressed = String(set === chosen);
        if (label === "×") button.disabled = lengths.length <= FEWEST;
        if (label === "Add a forecast") button.disabled = lengths.length >= MOST;
      }
      later(`L1 ${fixed(L1)}, L2 ${fixed(L2)}, RMSE ${rmse}`);
    };

    const begin = (/** @type {State} */ wanted) => {
      state = structuredClone(wanted);
      scale = 0;
      choose(0);
    };
    const choose = (/** @type {number} */ set) => {
      chosen = set;
      show();
    };

    const keep = () => history.replaceState(null, "", link(state));
    const say = (/** @type {string} */ words) => {
      clearTimeout(timer);
      status.textContent = words;
    };
    const later = (/** @type {string} */ words) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        keep();
        say(words);
      }, PAUSE);
    };

    /** What each button does, by its label. @type {Record<string, (at: number) => unknown>} */
    const acts = {
      "Set A": () => choose(0),
      "Set B": () => choose(1),
      "Add a forecast": () => {
        forecasts().push(state.actual);
        show();
      },
      "×": (at) => {
        forecasts().splice(at - 1, 1);
        show();
        fields[Math.min(at, forecasts().length)].focus();
      },
      Reset: () => begin(base),
      "Copy link": () => {
        keep();
        copy(location.href, say, "this link");
      },
      "Copy as NumPy": () => copy(code.textContent, say, "the program"),
    };
    for (const label in presets) acts[label] = () => begin((base = presets[label]));

    /**
     * Listen to what happens to elements of the sheet. Each belongs to a number.
     * @typedef {(at: number, event: any, label: string) => void} Act
     * @type {(kinds: string, selector: string, act: Act) => void}
     */
    const on = (kinds, selector, act) => {
      for (const kind of kinds.split(" "))
        sheet.addEventListener(kind, (/** @type {any} */ event) => {
          const target = event.target.closest(selector);
          const at = [...handles, ...parts].findIndex((part) => part.contains(target));
          if (target) act(at % handles.length, event, target.innerHTML);
        });
    };
    on("click", "button", (at, _, label) => acts[label](at));
    on("input", "input", (at) => {
      const number = read(fields[at].value);
      if (typeof number === "number") return put(at, number);
      complain(at, `${fields[at].ariaLabel}: ${number} It stays ${plain(get(at))}.`);
      later(parts[at].rows[1].innerText);
    });
    on("focusout", "input", (at) => {
      fields[at].value = plain(get(at));
      fields[at].ariaInvalid = "false";
    });
    on("keydown", "input", (at, { key }) => key === "Escape" && fields[at].blur());
    on("keydown", "[role=slider]", (at, event) => {
      const step = event.shiftKey ? unit() / 10 : unit();
      const [Home, End] = reach(at);
      const [up, down] = [get(at) + step, get(at) - step];
      const [PageUp, PageDown] = [get(at) + 10 * step, get(at) - 10 * step];
      /** @type {Record<string, number>} */
      const goals = { Home, End, PageUp, PageDown, ArrowUp: up, ArrowDown: down };
      const goal = goals[event.key.replace("Right", "Up").replace("Left", "Down")];
      if (goal === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      put(at, within(clean(goal), [-LIMIT, LIMIT]));
    });
    on("pointerdown", "[role=slider]", (at, event) => {
      if (event.button) return;
      event.preventDefault();
      handles[at].setPointerCapture(event.pointerId);
      handles[at].focus({ preventScroll: true });
      drag = { grip: event.clientX - x(get(at)), before: get(at) };
    });
    on("pointermove", "[role=slider]", (at, event) => {
      if (!drag) return;
      const step = event.shiftKey ? unit() / 10 : unit();
      const wanted = centre + (event.clientX - drag.grip - width / 2) / scale;
      put(at, within(clean(Math.round(wanted / step) * step), reach(at)));
    });
    on("pointercancel lostpointercapture", "[role=slider]", (at, { type }) => {
      if (!drag) return;
      // Cancelled, where a finger goes on to scroll the page.
      const number = type === "pointercancel" ? drag.before : get(at);
      drag = null;
      put(at, number);
    });

    const follow = () => {
      if (!location.hash.startsWith("#actual=")) return;
      const wanted = linked();
      if (typeof wanted !== "string") return begin(wanted);
      begin(base);
      say(`This link can't be followed: ${wanted}`);
    };
    addEventListener("hashchange", follow);
    const resize = () => {
      if (!stage.clientWidth || stage.clientWidth === width) return;
      width = stage.clientWidth;
      scale = 0;
      show();
      clearTimeout(timer);
    };
    for (const label in presets)
      find(".playground-buttons")[0].innerHTML += `<button type="button">${label}</button>`;
    parts.forEach((part, at) => {
      handles[at].ariaLabel = fields[at].ariaLabel = at ? `Forecast ${at}` : "Actual harvest";
      const [label, head] = [handles[at].children[0], part.rows[0].cells[0]];
      label.textContent = head.textContent = String(at || "actual");
      const remove = part.querySelector("button");
      if (remove) remove.ariaLabel = `Remove forecast ${at}`;
    });
    resize(); // before the first frame
    new ResizeObserver(resize).observe(stage);
    follow();
  }
}

// @ts-check
"use strict";

// What this site does in the browser besides its theme: one classic script, run after the page has
// been read. It works from a file as well as from a server, and asks nobody for anything. Each part
// is a block of its own, so that no name leaks into another part or into the theme.

// The playground: forecasts on a line, each miss a length below and a square above. It takes the
// place of a static figure. No number of the subject stands here: the presets are the rows of the
// static table. All is computed in NumPy's order, and written as Python formats it.
{
  /**
   * One harvest, and one or two sets of forecasts of it.
   * @typedef {{actual: number, sets: number[][]}} State
   * @typedef {(number: number) => string} Write
   */
  const LIMIT = 1e9;
  const FEWEST = 3;
  const MOST = 7;
  const PAUSE = 700; // ms without a change, before it is spoken and kept in the address
  // In px: beside the outermost forecasts, above the squares, below the line, and a row's height.
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

  /** Take off what binary fractions add: 0.1 + 0.2 is 0.3. */
  const clean = (/** @type {number} */ number) => Number(number.toPrecision(15)) + 0;

  /** Read what was typed. A text tells what is wrong with it. @returns {number | string} */
  const read = (/** @type {string} */ typed) => {
    const word = typed.trim().replace("−", "-");
    const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word);
    const number = isNumber ? Number(word) + 0 : NaN; // no negative zero
    if (Math.abs(number) <= LIMIT) return number;
    const isLarge = isNumber || /^[+-]?(inf|∞)/i.test(word);
    const fault = isLarge ? "is out of range" : "is no number";
    return `${word ? `“${word}” ${fault}` : "it is empty"}. Give a number from -${LIMIT} to ${LIMIT}.`;
  };

  const within = (/** @type {number} */ number, /** @type {number[]} */ [low, high]) =>
    Math.max(low, Math.min(high, number));

  const sum = (/** @type {number[]} */ terms) => terms.reduce((total, term) => total + term, 0);

  /** What a set of forecasts costs. */
  const judge = (/** @type {number} */ actual, /** @type {number[]} */ forecasts) => {
    const residuals = forecasts.map((forecast) => actual - forecast);
    const lengths = residuals.map(Math.abs);
    const squares = residuals.map((residual) => residual * residual);
    const mean = (/** @type {number[]} */ terms) => sum(terms) / terms.length;
    // Where there is no loss, nobody has a share of it.
    const shares = (/** @type {number[]} */ terms) =>
      terms.map((term) => (100 * term) / (sum(terms) || 1));
    const sorted = [...residuals].sort((one, other) => one - other);
    const half = sorted.length / 2;
    return {
      lengths,
      squares,
      L1: mean(lengths),
      L2: mean(squares),
      median: (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2,
      mean: mean(residuals),
      shares: [shares(lengths), shares(squares)],
    };
  };

  /** A program with the numbers of a state in it, once for each set. */
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
    const all = (number) => `<mn>${plain(number).replace(/^-/, "−")}</mn>`;
    const mean = (/** @type {string[]} */ parts) =>
      `<mfrac><mrow>${parts.join("<mo>+</mo>")}</mrow><mn>${parts.length}</mn></mfrac>`;
    const equals = (/** @type {boolean} */ isExact) => `<mo>${isExact ? "=" : "≈"}</mo>`;
    const [open, close] = isL2 ? "()" : "||";
    const differences = forecasts.map((forecast) => {
      const taken = forecast < 0 ? `<mo>(</mo>${all(forecast)}<mo>)</mo>` : all(forecast);
      const term = `<mo>${open}</mo>${all(actual)}<mo>−</mo>${taken}<mo>${close}</mo>`;
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

  /** The state in the address. A text tells what is wrong with it. @returns {State | string} */
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

  /** The presets in a static table: name, set, actual harvest, forecasts. */
  const presetsIn = (/** @type {Element} */ root) => {
    /** @type {Record<string, State>} */
    const presets = {};
    for (const { cells } of root.querySelectorAll("tr")) {
      const [, , [actual], forecasts] = [...cells].map((cell) =>
        [...cell.querySelectorAll("data")].map((data) => Number(data.value)),
      );
      if (!forecasts.length) continue;
      presets[cells[0].innerHTML] ??= { actual, sets: [] };
      presets[cells[0].innerHTML].sets.push(forecasts);
    }
    return presets;
  };

  /** Let the template show the state of a page, in the place of its static figure. */
  const play = (/** @type {HTMLElement} */ root, /** @type {HTMLTemplateElement} */ template) => {
    const presets = presetsIn(root);
    root.querySelector(".snippet-figure")?.replaceWith(template.content);
    const all = (/** @type {string} */ selector) =>
      /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);
    const [sheet, duel, stage, svg, table, status, code, output] = all(
      ".playground-sheet, .playground-duel, .playground-stage, .playground-stage svg, "
      + ".playground-table, [role=status], details .snippet code",
    );
    const handles = all("[role=slider]");
    const parts = /** @type {HTMLTableSectionElement[]} */ (all(".playground-table tbody"));
    const fields = /** @type {HTMLInputElement[]} */ (all("input"));
    const source = code.textContent ?? "";
    output.closest(".snippet-output")?.remove(); // of another state, soon

    let base = Object.values(presets)[0]; // what "Reset" brings back
    let state = structuredClone(base);
    let chosen = 0; // which of the sets is shown
    let [width, centre, scale] = [0, 0, 1]; // px; the number in the middle; px an apple
    let [timer, frame] = [0, 0];
    /** Where a handle is held, and its number before. @type {{grip: number, before: number} | null} */
    let drag = null;

    // The actual harvest is number 0, the forecasts are numbered from 1.
    const forecasts = () => state.sets[chosen];
    const get = (/** @type {number} */ at) => (at ? forecasts()[at - 1] : state.actual);
    const put = (/** @type {number} */ at, /** @type {number} */ number) => {
      if (at) forecasts()[at - 1] = number;
      else state.actual = number;
      show();
    };

    // The axis: where a number lies, and how far the squares and the line go.
    const x = (/** @type {number} */ number) => width / 2 + (number - centre) * scale;
    const height = () => Math.min(0.62 * width, 300);
    const half = (/** @type {number} */ margin) => (width / 2 - margin) / scale;

    /** What an arrow key moves by: 1, where the line is between five and a thousand apples long. */
    const unit = () => {
      const decades = (/** @type {number} */ part) => Math.floor(Math.log10(half(0) / part));
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

    /** The centre and the scale by which all of both sets is seen, and whether it is seen now. */
    const fitted = () => {
      const numbers = [state.actual, ...state.sets.flat()];
      const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
      const middle = (least + most) / 2;
      const span = Math.max(most - least || 10, 1e-6, Math.abs(middle) * 1e-12);
      const farthest = Math.max(most - state.actual, state.actual - least, span / 2);
      const best = Math.min((width - 2 * MARGIN) / span, (0.85 * height()) / farthest);
      const isSeen = Math.max(most - centre, centre - least) < half(MARGIN * 0.8);
      return { middle, best, fits: isSeen && best > 0.9 * scale && best < 1.8 * scale };
    };

    /** Bring all into view, in a moment. */
    const move = (isStill = matchMedia("(prefers-reduced-motion: reduce)").matches) => {
      const { middle, best } = fitted();
      const [from, first, start] = [centre, scale, performance.now()];
      const step = () => {
        const done = isStill ? 1 : Math.min(1, (performance.now() - start) / 250);
        centre = from + (middle - from) * done;
        scale = first * (best / first) ** done;
        draw();
        if (done < 1) frame = requestAnimationFrame(step);
      };
      cancelAnimationFrame(frame);
      step();
    };

    const draw = () => {
      const { lengths, squares } = judge(state.actual, forecasts());
      const axis = TOP + height();
      const middle = x(state.actual);
      const bottom = axis + BELOW + lengths.length * ROW;
      const y = (/** @type {number} */ at) => axis + BELOW + ROW * (at - 0.4);
      let texts = ""; // over all lines
      let drawn = `<path class="axis" d="M0 ${axis}H${width}"/>`;
      // Nothing goes over an edge.
      const inside = (/** @type {number} */ at, /** @type {number} */ side) =>
        within(at, [side, width - side]);
      /** @type {(words: string, at: number, y: number) => void} */
      const text = (words, at, y) => {
        texts += `<text x="${inside(at, words.length * 4 + 4)}" y="${y}">${words}</text>`;
      };

      // Ticks 1, 2, 5, 10 … apart, as far as their numbers need.
      const least = (String(Math.ceil(Math.abs(centre) + half(0))).length * 9 + 40) / scale;
      const decade = Math.floor(Math.log10(least));
      const step = ([1, 2, 5].find((each) => each * 10 ** decade >= least) ?? 10) * 10 ** decade;
      for (let tick = Math.ceil((centre - half(12)) / step); x(tick * step) < width - 12; tick++) {
        drawn += `<path class="axis" d="M${x(tick * step)} ${axis}v6"/>`;
        text((tick * step).toFixed(Math.max(0, -decade)), x(tick * step), axis + 20);
      }

      // The largest square first: the others lie on it. A number stands where it has room.
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
      svg.setAttribute("height", String(bottom + 4));

      handles.slice(0, lengths.length + 1).forEach((handle, at) => {
        const number = plain(get(at));
        const apples = `${number} apple${number === "1" ? "" : "s"}`;
        [handle.ariaValueMin, handle.ariaValueMax] = reach(at).map(plain);
        handle.ariaValueNow = number;
        handle.ariaValueText = at ? `${apples}, misses by ${short(lengths[at - 1])}` : apples;
        if (!at) handle.children[0].textContent = `actual ${short(state.actual)}`;
        handle.style.left = `${inside(x(get(at)), handle.offsetWidth / 2)}px`;
        handle.style.top = `${at ? y(at) : TOP / 2}px`;
      });
    };

    /** Tell what is wrong with a field, or that nothing is. */
    const complain = (/** @type {number} */ at, words = "") => {
      const fault = parts[at].rows[1];
      fault.hidden = !words;
      fault.cells[0].textContent = words;
      fields[at].ariaInvalid = String(!!words);
    };

    /** Show the state, but leave alone a field in which somebody types it. */
    const show = () => {
      const { lengths, squares, L1, L2, median, mean, shares } = judge(state.actual, forecasts());
      const rmse = fixed(Math.sqrt(L2));
      for (const each of [handles, parts])
        each.forEach((element, at) => (element.hidden = at > lengths.length));
      if (drag || fitted().fits) draw();
      else move();
      const told = [fixed(L1), signed(median), fixed(L2), signed(mean), rmse];
      all("dd b").forEach((element, at) => (element.textContent = told[at]));
      const [first, second] = all(".formula-box");
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
      all(".playground-duel td").forEach((cell, at) => (cell.textContent = verdicts[at]));
      code.textContent = program(source, state);
      for (const button of /** @type {HTMLButtonElement[]} */ (all(".playground-sheet button"))) {
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
      choose(0);
      move();
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
    const copy = async (/** @type {string | null} */ words, /** @type {string} */ from) => {
      try {
        await navigator.clipboard.writeText(words ?? "");
        say("Copied.");
      } catch {
        say(`The browser does not copy. Take it from ${from}.`);
      }
    };

    /** What each button does, by its label. @type {Record<string, (at: number) => unknown>} */
    const acts = {
      "Set A": () => choose(0),
      "Set B": () => choose(1),
      "Add a forecast": () => {
        forecasts().push(state.actual); // a hit, to be pulled away
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
        copy(location.href, "the address bar");
      },
      "Copy as NumPy": () => copy(code.textContent, "the end of the playground"),
    };
    for (const label in presets) acts[label] = () => begin((base = presets[label]));

    /**
     * Listen to what happens to elements of the sheet. Each belongs to a number.
     * @typedef {(at: number, event: any, label: string) => void} Act
     * @type {(kinds: string, selector: string, act: Act) => void}
     */
    const on = (kinds, selector, act) => {
      for (const kind of kinds.split(" "))
        sheet.addEventListener(kind, (event) => {
          const target = /** @type {Element} */ (event.target).closest(selector);
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
    // Who leaves a field finds in it what counts.
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
      cancelAnimationFrame(frame);
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
      // Cancelled, where a finger goes on to scroll the page: it meant no change.
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
      move(true);
    };
    for (const label in presets)
      all(".playground-buttons")[0].innerHTML += `<button type="button">${label}</button>`;
    parts.forEach((part, at) => {
      handles[at].ariaLabel = fields[at].ariaLabel = at ? `Forecast ${at}` : "Actual harvest";
      const [label, head] = [handles[at].children[0], part.rows[0].cells[0]];
      label.textContent = head.textContent = String(at || "actual");
      const remove = part.querySelector("button");
      if (remove) remove.ariaLabel = `Remove forecast ${at}`;
    });
    resize();
    new ResizeObserver(resize).observe(stage);
    show();
    clearTimeout(timer); // nothing has changed yet
    follow();
  };

  const root = document.querySelector(".playground");
  const template = document.querySelector("template.playground-template");
  if (root instanceof HTMLElement && template instanceof HTMLTemplateElement)
    play(root, template);
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

// The drawer of a narrow screen, by keyboard: the theme opens it by a label, which takes no focus.
{
  const drawer = document.querySelector("input[data-md-toggle=drawer]");
  const label = document.querySelector(".md-header label[for=__drawer]");
  const first = document.querySelector(".md-sidebar--primary a");
  if (drawer instanceof HTMLInputElement && label && first instanceof HTMLElement) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `${label.className} drawer-button`;
    button.ariaLabel = "Navigation";
    button.ariaExpanded = "false";
    button.append(...label.childNodes);
    label.replaceWith(button);

    button.addEventListener("click", () => {
      drawer.click();
      first.focus();
    });
    drawer.addEventListener("change", () => {
      button.ariaExpanded = String(drawer.checked);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.click();
      button.focus();
    });
    // An open drawer lies over the page: who leaves it must see where they are.
    document.addEventListener("focusin", (event) => {
      const place = event.target;
      if (drawer.checked && place instanceof Element && !place.closest(".md-sidebar--primary"))
        drawer.click();
    });
  }
}

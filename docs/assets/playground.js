// @ts-check

// The playground, in the place of a static figure. No number of the subject stands here: the presets
// are the rows of a static table. All is computed in the order of NumPy, and written as Python formats
// it; numbers.js moves, says and keeps it. Beyond that this page reads what is typed in any way.
{
  /**
   * One harvest, and one or two sets of forecasts of it.
   * @typedef {{actual: number, A: number[], B?: number[]}} Harvest
   * @typedef {(number: number) => string} Write
   * @typedef {(number: number) => number} Turn
   * @typedef {(text: string) => string} Reword
   */
  /** Once nothing has changed for a while, say it, and keep the state in the address. */
  const later = (/** @type {string} */ words, /** @type {State} */ state) =>
    rest(() => {
      keep(state);
      say(words);
    });
  const FEWEST = 3;
  const MOST = 7;
  // px beside the outermost forecasts, above the squares, below the line; a row's height
  const [MARGIN, TOP, BELOW, ROW] = [40, 46, 36, 44];
  // A reader may write 1,000.5 or 1.000,5. This page writes the first, but in what a reader edits.
  const [GROUP, POINT] = new Intl.NumberFormat().format(0.5).includes(",") ? ".," : ",.";

  /** Two digits, but no .00. @type {Write} */
  const short = (number) => fixed(number).replace(/\.00$/, "");

  /** Every digit, to edit. @type {Write} */
  const typed = (number) => plain(number).replace(".", POINT);

  /** What was typed, as this page writes numbers. @type {Reword} */
  const ours = (text) => {
    const word = text.trim().replace(/(?<=\d)[\s'’](?=\d{3})/g, "");
    const isGrouped = RegExp(`^\\D?[1-9]\\d?\\d?(\\${GROUP}\\d\\d\\d?)*\\${GROUP}\\d{3}(\\${POINT}|$)`);
    return (isGrouped.test(word) ? word.replaceAll(GROUP, "") : word).replace(POINT, ".");
  };

  /** A number, or a fault. @type {(text: string, word?: string) => number | string} */
  const read = (text, word = text) => {
    const isNumber = /^[+−-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(word.trim());
    const number = isNumber ? Number(word.replace("−", "-")) + 0 : NaN; // no negative zero
    if (number === within(number)) return number;
    const fault = isNumber || /^[+−-]?(inf|∞)/i.test(word) ? "is out of range" : "is no number";
    const range = `Give a number from ${LIMITS.map(full).join(" to ")}.`;
    return `${text.trim() ? `“${text.trim()}” ${fault}` : "it is empty"}. ${range}`;
  };

  /** What a set of forecasts costs. Where there is no loss, nobody has a share of it. */
  const judge = (/** @type {number} */ actual, /** @type {number[]} */ forecasts) => {
    const residuals = forecasts.map((forecast) => actual - forecast);
    const lengths = residuals.map(Math.abs);
    const squares = residuals.map((residual) => residual * residual);
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

  const program = (/** @type {string} */ source, /** @type {Harvest} */ { actual, ...sets }) => {
    /** @type {Write} */
    const float = (number) => plain(number).replace(/^-?\d+$/, "$&.0");
    return Object.values(sets)
      .map((set) =>
        source
          .replace(/(?<=^actual = ).*/m, float(actual))
          .replace(/(?<=^forecasts = np.array\(\[).*(?=\]\))/m, set.map(float).join(", ")),
      )
      .join("\n\n");
  };

  /**
   * A loss with its numbers, as a formula that breaks before a sign (site.css). Beside "=" both sides
   * are equal as they are shown: that is seen in hundredths, of which a float knows each.
   * @type {(actual: number, all: number[], terms: number[], loss: number, isL2: boolean) => string}
   */
  const formula = (actual, forecasts, terms, loss, isL2) => {
    const hundredths = (/** @type {string} */ text) =>
      /^-?[\d,]+(\.\d\d?)?$/.test(text) ? Math.round(Number(text.replaceAll(",", "")) * 100) : NaN;
    /** @type {Reword} */
    const digits = (text) => `<mn>${text.replace(/^-/, "−")}</mn>`;
    /** @type {(isExact: boolean, side: string) => string} */
    const equals = (isExact, side) =>
      `<mrow><mo form="infix">${isExact ? "=" : "≈"}</mo>${side}</mrow>`;
    const mean = (/** @type {string[]} */ parts) =>
      `<mfrac><mrow>${parts
        .map((part, at) => `<mrow>${at ? '<mo form="infix">+</mo>' : ""}${part}</mrow>`)
        .join("")}</mrow><mn>${parts.length}</mn></mfrac>`;
    const [open, close] = isL2 ? "()" : "||";
    const shown = terms.map(short);
    const differences = forecasts.map((forecast) => {
      const taken = digits(full(forecast));
      const term = `<mrow><mo>${open}</mo>${digits(full(actual))}<mo>−</mo>${
        forecast < 0 ? `<mo>(</mo>${taken}<mo>)</mo>` : taken
      }<mo>${close}</mo></mrow>`;
      return isL2 ? `<msup>${term}<mn>2</mn></msup>` : term;
    });
    const isExact = forecasts.every((forecast, at) => {
      const miss = Math.abs(hundredths(full(actual)) - hundredths(full(forecast)));
      // Tenths have a square of hundredths.
      return hundredths(shown[at]) === (isL2 ? (miss % 10 ? NaN : (miss / 10) ** 2) : miss);
    });
    const total = shown.map(hundredths).reduce((sum, part) => sum + part);
    return `<math display="block" class="formula"><mi>${isL2 ? "MSE" : "MAE"}</mi>${
      equals(true, mean(differences)) +
      equals(isExact, mean(shown.map(digits))) +
      equals(total === hundredths(fixed(loss)) * terms.length, digits(fixed(loss)))
    }</math>`;
  };

  /** A state that is asked for, or a fault. @type {(asked: URLSearchParams) => Harvest | string} */
  const linked = (asked) => {
    const parts = [...asked].map(([name, part]) => [name, part.split(",").map((word) => read(word))]);
    const { actual: [actual], ...sets } = Object.fromEntries(parts);
    const fault = [actual, ...Object.values(sets).flat()].find((each) => typeof each === "string");
    if (fault) return `in it, ${fault}`;
    return /^A(,B)?$/.test(`${Object.keys(sets)}`)
      && Object.values(sets).every(({ length }) => length >= FEWEST && length <= MOST)
      ? { actual, ...sets }
      : `it does not hold one or two sets of ${FEWEST} to ${MOST} forecasts.`;
  };

  const [root] = all(".playground");
  const [template] = all("template.playground-template");
  if (root && template) {
    /** By their labels. @type {Map<string, any>} */
    const presets = new Map();
    for (const row of all("tr:has(data)", root)) {
      const [label, set, [actual], forecasts] = [...row.cells].map((cell, at) =>
        at < 2 ? cell.textContent : all("data", cell).map((data) => Number(data.value)),
      );
      presets.set(label, { actual, ...presets.get(label), [set === "B" ? "B" : "A"]: forecasts });
    }

    const find = (/** @type {string} */ selector) => all(selector, root);
    find(".snippet-figure")[0].replaceWith(template.content);
    const [sheet, duel, stage, svg, code, output] = find(
      ".playground-sheet, .playground-duel, .playground-stage, .playground-stage svg,"
        + "details .snippet code",
    );
    const handles = find("[role=slider]");
    const parts = find(".playground-table tbody");
    const fields = find("input");
    const source = code.textContent;
    output.closest(".snippet-output").remove(); // of another state, soon

    let base = presets.values().next().value; // what "Reset" brings back
    /** @type {any} */
    let state = structuredClone(base);
    let chosen = "A"; // which of the sets is shown
    let [width, centre, scale] = [0, 0, 1]; // px; the number in the middle; px an apple

    // The actual harvest is number 0.
    const forecasts = () => state[chosen];
    const get = (/** @type {number} */ at) => (at ? forecasts()[at - 1] : state.actual);
    const put = (/** @type {number} */ at, /** @type {number} */ number) => {
      if (at) forecasts()[at - 1] = number;
      else state.actual = number;
      show();
    };

    /** @type {Turn} */
    const x = (number) => width / 2 + (number - centre) * scale;
    /** @type {Turn} */
    const under = (px) => centre + (px - width / 2) / scale;
    const height = () => Math.min(0.62 * width, 300);
    /** @type {Turn} */
    const half = (margin) => (width / 2 - margin) / scale;

    /**
     * What an arrow key moves by: 1, where the line is between five and a thousand apples long; with
     * the shift key a tenth of it.
     */
    const unit = (event = { shiftKey: false }) => {
      /** @type {Turn} */
      const decades = (part) => Math.floor(Math.log10(half(0) / part));
      return 10 ** (Math.min(decades(2.5), Math.max(0, decades(50))) - Number(event.shiftKey));
    };

    /** How far a number goes on the axis as it is: on the line, and as high as a square fits. In px. */
    const room = (/** @type {number} */ at, margin = MARGIN / 2) => {
      const others = (at ? [state.actual] : forecasts()).map(x);
      const ends = [Math.max(...others) - height(), Math.min(...others) + height()];
      return ends.map((end) => within(end, [margin, width - margin]));
    };

    /** The numbers there, in whole steps. */
    const reach = (/** @type {number} */ at) => {
      const [low, high] = room(at).map((px) => within(under(px)) / unit());
      const [least, most] = [Math.ceil(low), Math.floor(high)].map((steps) => clean(steps * unit()));
      return [Math.min(least, get(at)), Math.max(most, get(at))];
    };

    /** Let the axis give way to the finger that pulls farthest: its handle stays with it. */
    const give = () => {
      const { axis, past, px, goal } = [...held.values()].reduce((one, other) =>
        Math.abs(other.past) > Math.abs(one.past) ? other : one,
      );
      [centre, scale] = axis;
      if (!past) return;
      const edge = past > 0 ? 0 : width; // the other one, where the axis stays as it is
      const farthest = Math.max(...judge(state.actual, forecasts()).lengths);
      scale = Math.min((px - edge) / (goal - under(edge)), height() / farthest);
      centre = goal - (px - width / 2) / scale;
    };

    /** Let all of both sets be seen; where they are seen well, the axis stays. */
    const fit = () => {
      if (held.size) return give();
      const numbers = Object.values(state).flat();
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
        const place = y < axis ? ' class="area"' : "";
        texts += `<text${place} x="${inside(at, words.length * 4 + 4)}" y="${y}">${words}</text>`;
      };

      const least = (full(Math.ceil(Math.abs(centre) + half(0))).length * 9 + 40) / scale;
      const decade = Math.floor(Math.log10(least));
      const step = ([1, 2, 5].find((each) => each * 10 ** decade >= least) ?? 10) * 10 ** decade;
      for (let tick = Math.ceil((centre - half(12)) / step); x(tick * step) < width - 12; tick++) {
        drawn += `<path class="axis" d="M${x(tick * step)} ${axis}v6"/>`;
        text(grouped((tick * step).toFixed(Math.max(0, -decade))), x(tick * step), axis + 20);
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
        const apples = `${full(get(at))} apple${get(at) === 1 ? "" : "s"}`;
        [handle.ariaValueMin, handle.ariaValueMax] = reach(at).map(plain);
        handle.ariaValueNow = plain(get(at));
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
    const entered = (/** @type {number} */ at) => read(fields[at].value, ours(fields[at].value));

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
        // What is typed just now stays as it was typed.
        if (fields[at] !== document.activeElement || entered(at) !== number)
          fields[at].value = typed(number);
        const numbers = [lengths, squares, ...shares].map((each) => each[at - 1]);
        for (const [column, cell] of [...parts[at].rows[0].cells].slice(2, 6).entries()) {
          cell.textContent = column < 2 ? fixed(numbers[column]) : `${fixed(numbers[column], 1)}%`;
          cell.style.setProperty("--share", cell.textContent);
        }
      });
      const { actual, ...sets } = state;
      const costs = Object.values(sets).map((set) => judge(actual, set));
      duel.hidden = !costs[1];
      const verdicts = /** @type {const} */ (["L1", "L2"]).flatMap((loss) => {
        const [a, b = a] = costs.map((cost) => cost[loss]);
        return [fixed(a), fixed(b), a === b ? "neither" : a < b ? "A" : "B"];
      });
      find(".playground-duel td").forEach((cell, at) => (cell.textContent = verdicts[at]));
      code.textContent = program(source, state);
      for (const button of find(".playground-sheet button")) {
        const { name, value } = button;
        if (name === "preset") button.ariaPressed = linkTo(presets.get(value)) === linkTo(state);
        if (name === "set") button.ariaPressed = value === chosen;
        if (name === "remove") button.disabled = lengths.length <= FEWEST;
        if (name === "add") button.disabled = lengths.length >= MOST;
      }
      later(`L1 ${fixed(L1)}, L2 ${fixed(L2)}, RMSE ${rmse}`, state);
    };

    const begin = (/** @type {Harvest} */ wanted) => {
      state = structuredClone(wanted);
      scale = 0;
      choose("A");
    };
    const choose = (/** @type {string} */ set) => {
      held.clear();
      chosen = set;
      show();
    };

    /**
     * What each button does, by its name: its label may be in another language by then.
     * @type {Record<string, (at: number, value: any) => unknown>}
     */
    const acts = {
      preset: (_, value) => begin((base = presets.get(value))),
      set: (_, value) => choose(value),
      add: () => {
        forecasts().push(state.actual);
        show();
      },
      remove: (at) => {
        forecasts().splice(at - 1, 1);
        choose(chosen);
        fields[Math.min(at, forecasts().length)].focus();
      },
      reset: () => begin(base),
      link: () => copyLink(state),
      program: () => copy(program(source, state), say, "the program"),
    };

    /**
     * Listen to what happens to elements of the sheet. Each belongs to a number.
     * @typedef {(at: number, event: any, target: any) => void} Act
     * @type {(kind: string, selector: string, act: Act) => void}
     */
    const on = (kind, selector, act) =>
      sheet.addEventListener(kind, (/** @type {any} */ event) => {
        const target = event.target.closest(selector);
        const at = [...handles, ...parts].findIndex((part) => part.contains(target));
        if (target) act(at % handles.length, event, target);
      });
    on("click", "button", (at, _, { name, value }) => acts[name](at, value));
    on("input", "input", (at) => {
      const number = entered(at);
      if (typeof number === "number") return put(at, number);
      complain(at, `${fields[at].ariaLabel}: ${number} It stays ${typed(get(at))}.`);
      later(parts[at].rows[1].innerText, state);
    });
    on("focusout", "input", (at) => {
      fields[at].value = typed(get(at));
      fields[at].ariaInvalid = "false";
    });
    on("keydown", "input", (at, { key }) => key === "Escape" && fields[at].blur());
    on("keydown", "[role=slider]", (at, event) => {
      const goal = stepped(event, get(at), unit(), reach(at));
      if (goal !== undefined) put(at, goal);
    });

    // A drag knows the number before, the axis by then and where on the stage it gives way; and, now, how
    // far it is pulled past that, where the handle is (all in px) and which number the pointer means.
    const held = dragged(stage, handles, (at, event) => {
      const [before, px] = [get(at), x(get(at))];
      const [low, high] = room(at, 0.75 * MARGIN);
      const ends = [Math.min(low, px), Math.max(high, px)];
      return { at, before, ends, grip: event.clientX - px, axis: [centre, scale], past: 0 };
    }, (drag, event) => {
      const { at, ends, grip, axis } = drag;
      const px = event.clientX - grip;
      const past = px - within(px, ends);
      const edge = past > 0 ? width - ends[1] : ends[0];
      const more = Math.sign(past) * width * (past / Math.max(MARGIN, edge) * 2) ** 2;
      const goal = within(axis[0] + (px + more - width / 2) / axis[1]);
      Object.assign(drag, { past, goal, px: within(px, [MARGIN / 2, width - MARGIN / 2]) });
      fit();
      put(at, clean(Math.round(goal / unit(event)) * unit(event)));
    }, ({ at, before }, isBack) => put(at, isBack ? before : get(at)));

    const resize = () => {
      if (!stage.clientWidth || stage.clientWidth === width) return;
      width = stage.clientWidth;
      scale = 0;
      choose(chosen);
      clearTimeout(pause); // another width is no change
    };
    for (const value of presets.keys())
      make("button", { name: "preset", value, textContent: value }, find(".playground-buttons")[0]);
    parts.forEach((part, at) => {
      handles[at].ariaLabel = fields[at].ariaLabel = at ? `Forecast ${at}` : "Actual harvest";
      handles[at].children[0].textContent = part.rows[0].cells[0].textContent = at || "actual";
      for (const remove of all("button", part)) remove.ariaLabel = `Remove forecast ${at}`;
    });
    resize(); // before the first frame
    new ResizeObserver(resize).observe(stage);
    follow("actual", (asked) => {
      const wanted = linked(asked);
      if (typeof wanted !== "string") return begin(wanted);
      begin(base);
      return wanted;
    });
  }
}

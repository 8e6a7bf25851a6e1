// @ts-check

// What this site does besides its theme, on every page. Each part is a block: no name leaks but the
// three below, which the scripts of what a reader moves use too.

/** @type {(selector: string, root?: ParentNode) => any[]} */
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/** @type {(tag: string, properties?: object, parent?: ParentNode) => any} */
const make = (tag, properties, parent) => {
  const element = Object.assign(document.createElement(tag), properties);
  parent?.append(element);
  return element;
};

/** @type {(words: string, say: (words: string) => void, what: string) => void} */
const copy = async (words, say, what) => {
  try {
    await navigator.clipboard.writeText(words);
    say(`Copied ${what}`);
  } catch {
    say("The browser refused");
  }
};

// A page that has moved leads on within the site, to the place that was asked for, or to its own.
for (const link of all("a.moved")) {
  location.hash ||= link.hash;
  location.pathname = link.pathname;
}

// Copying, and where numbers come from.
{
  const note = make("p", { className: "copy-note", role: "status" }, document.body);
  let hiding = 0;
  const say = (/** @type {string} */ words) => {
    note.textContent = words;
    clearTimeout(hiding);
    hiding = setTimeout(() => (note.textContent = ""), 4000); // ms, for reading it
  };

  /**
   * Let a row end with a button that copies a text, or what an element shows by then (the playground
   * changes its program); `what` names it, behind the word "Copy".
   */
  const offer = (/** @type {Element} */ row, /** @type {any} */ from, what = "", word = "Copy") => {
    const text = () => from?.textContent ?? from;
    if (!text() || !navigator.clipboard) return; // none over plain http
    const onclick = () => {
      note.textContent = ""; // or the same words would go unheard
      copy(text(), say, what);
    };
    const ariaLabel = `Copy ${what}`;
    make("button", { className: "copy", ariaLabel, textContent: word, onclick }, row);
  };

  for (const block of all(".snippet")) {
    const [source] = all(".snippet-source", block);
    const [label] = all(".snippet-label", block);
    const [command] = all(".snippet-command", block);
    const name = source.firstElementChild.textContent.split("/").pop();
    if (command) {
      const typed = command.textContent.slice(2); // what stands behind "$ "
      offer(label, typed, `the command ${typed}`);
    } else {
      offer(source, all(".highlight pre", block)[0], name);
      if (label) offer(label, label.nextElementSibling, `the output of ${name}`);
    }
  }
  all(".jp-CodeCell[id]").forEach((cell, at) => {
    for (const part of all(".jp-InputArea, .jp-OutputArea", cell)) {
      const what = part.matches(".jp-InputArea") ? "" : "the output of ";
      offer(part, all("pre", part)[0], `${what}cell ${at + 1}`);
    }
  });

  const cited = (/** @type {HTMLElement} */ { textContent: shown, title, dataset }) => {
    const both = make("span", { className: "cited" });
    const ariaLabel = `${shown}: ${title}`;
    const link = make("a", { className: "origin", ariaLabel, textContent: shown }, both);
    link.href = dataset.source;
    const line = `${shown} = ${title}: ${dataset.line} ${link.href}`;
    offer(both, line, `${shown} with its source line`, "");
    return both;
  };

  const follow = (/** @type {any} */ { currentTarget }) => {
    location.href = currentTarget.dataset.source;
  };

  const numbers = all("data[data-source]");
  const before = new Map(numbers.map((/** @type {any} */ number) => [number, [...number.childNodes]]));
  const [origins] = all("button.origins");
  const turn = (/** @type {boolean} */ on) => {
    origins.ariaChecked = `${on}`;
    for (const list of all(".formula-numbers")) list.remove();
    for (const number of numbers) {
      if (number.closest("math")) {
        number.classList.toggle("origin", on);
        number.onclick = on ? follow : null;
      } else if (on) number.replaceChildren(cited(number));
      else number.replaceChildren(...(before.get(number) ?? []));
    }
    // The numbers of a formula, each once, stand behind it: not every browser lets a keyboard or a
    // screen reader into it.
    for (const formula of on ? all("math:has(data)") : []) {
      const list = make("span", {
        className: "formula-numbers", ariaLabel: "Numbers of this formula", role: "group",
      });
      const once = new Map(
        all("data", formula).map((number) => [number.textContent + number.dataset.source, number]),
      );
      for (const number of once.values()) list.append(" ", cited(number));
      (formula.closest(".formula-box") || formula).after(list);
    }
  };

  if (origins) {
    origins.hidden = false;
    origins.onclick = () => {
      const on = origins.ariaChecked !== "true";
      turn(on);
      try {
        localStorage.origins = on ? "shown" : "";
      } catch {} // a browser that stores nothing forgets it on the next page
    };
    try {
      if (localStorage.origins) turn(true);
    } catch {} // as above
  }
}

// The palette: that of the system, the light or the dark one. The theme's own script sets it anew as a page
// opens, for which the browser styles that page four times more.
{
  const [choice] = all(".palette");
  const buttons = [...choice.children];
  const dark = matchMedia("(prefers-color-scheme: dark)");
  // What the theme's inline script found, if the browser keeps anything for a page.
  const { palette, __md_set } = /** @type {any} */ (window);
  let index = palette?.index % 3 || 0; // another site at this origin may have more of them
  const wear = () => {
    const { mdColorMedia: media } = buttons[index].dataset;
    const { mdColorScheme: scheme } = buttons[index || (dark.matches ? 2 : 1)].dataset;
    document.body.dataset.mdColorScheme = scheme;
    buttons.forEach((button, at) => (button.hidden = at !== index));
    try {
      __md_set("__palette", { index, color: { media, scheme } }); // as the theme reads it before it draws
    } catch {} // it keeps nothing
  };
  choice.onclick = () => {
    index = (index + 1) % 3;
    wear();
    buttons[index].focus();
  };
  dark.onchange = wear;
  wear();
}

// A term of the glossary opens its definition where it stands. That closes as popovers do, and when the
// focus leaves it. Without this script a term is a link, and in a browser that has no popovers.
{
  const panel = make("span", { // a <div> may not stand in a paragraph
    className: "definition", popover: "auto", role: "dialog", tabIndex: -1,
  });
  const way = make("a", { textContent: "In the glossary" });
  panel.addEventListener("focusout", (/** @type {FocusEvent} */ { relatedTarget }) => {
    if (!panel.contains(relatedTarget)) panel.hidePopover();
  });

  for (const term of all("a.term")) {
    const { title } = term;
    term.title = ""; // or it would be shown, and heard, a second time
    Object.assign(term, { role: "button", ariaHasPopup: "dialog" });
    term.onclick = term.onkeydown = (/** @type {any} */ event) => {
      if (event.key && event.key !== " ") return;
      panel.ariaLabel = term.textContent;
      panel.ariaDescription = title;
      panel.replaceChildren(title, way);
      way.href = term.href;
      term.after(panel); // what a key comes to next
      panel.showPopover();
      panel.focus();
      event.preventDefault();
    };
  }
}

// A program that is all of a fold opens with it: one click, and not two (site.css).
for (const fold of all("summary + .snippet:last-child > details")) fold.open = true;

// "Guess first" can be clicked: the guess is kept, and compared when the answer is opened (site.css).
for (const option of all(":has(> .right) > li")) {
  const label = make("label");
  label.append(make("input", { type: "radio", name: "guess" }), ...option.childNodes);
  option.append(label);
}

// On paper a page is a sheet of questions, with the answers on a last page, each below its question.
// What is folded stays so, though the theme opens all.
{
  const answers = all("details.success");
  const places = answers.map(() => new Comment());
  /** @type {any} */
  let sheet;
  /** The question above a hint, or the heading of a guess. @type {(at: any) => any} */
  const asked = (at) =>
    !at || at.matches("h2, p:has(+ .tip)") ? at : asked(at.previousElementSibling);
  const print = () => {
    for (const fold of all("details:not(.success)"))
      fold.classList.toggle("folded", !fold.open && !all(".success", fold)[0]);
    sheet = make("section", { className: "answers" }, all("article")[0]);
    make("h2", { textContent: "Answers" }, sheet);
    answers.forEach((answer, at) => {
      answer.before(places[at]);
      make("h3", { textContent: asked(answer)?.textContent }, sheet);
      sheet.append(answer);
    });
  };
  addEventListener("beforeprint", print, true);
  onafterprint = () => {
    answers.forEach((answer, at) => places[at].replaceWith(answer));
    sheet.remove();
  };
}

// The theme's frame, by keyboard. Its drawer of a narrow screen opens by a label, which takes no focus;
// while it is open it lies over the rest of the page, which no key comes to then.
{
  const [drawer] = all("input[data-md-toggle=drawer]");
  const [field] = all(".md-search__input");
  const [label] = all(".md-header label[for=__drawer]");
  const [first] = all(".md-sidebar--primary a");
  const headings = all(".md-sidebar--primary label[tabindex]"); // in the drawer they fold nothing
  const rest = all(".md-skip, .md-header, .md-content, .md-footer, .md-top");
  const turn = () => drawer.click();
  const className = `${label.className} drawer-button`;
  const button = make("button", { className, ariaLabel: "Navigation", onclick: turn });
  button.ariaExpanded = "false";
  button.append(...label.childNodes);
  label.replaceWith(button);

  drawer.onchange = () => {
    button.ariaExpanded = drawer.checked;
    for (const part of rest) part.inert = drawer.checked;
    for (const heading of headings) heading.tabIndex = drawer.checked ? -1 : 0;
    (drawer.checked ? first : button).focus({ preventScroll: true });
  };
  matchMedia("(min-width: 76.25em)").onchange = () => drawer.checked && turn();

  document.addEventListener("keydown", (/** @type {any} */ event) => {
    const { key, target } = event;
    if (key === "Escape" && drawer.checked) turn();
    // The theme turns pages by "n", "p", "." and ",", and searches by "f", "s" and "/": not where
    // somebody types, or moves a slider.
    const isFree = target === document.body || target.closest("a, .md-search");
    if (key.length === 1 && !isFree) event.stopPropagation();
  });

  for (const offer of all("button.search-offer")) {
    offer.hidden = false;
    offer.onclick = () => field.focus(); // by which the theme opens its search
  }
}

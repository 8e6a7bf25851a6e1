// @ts-check

// A path of questions (.path). An answer opens at a click, and closes the others of its question; the
// next question shows as soon as an answer is open that leads on (.on). Without this script all of
// them stand below each other.
{
  const [path] = all(".path");
  /** @type {HTMLElement[]} */
  const questions = [];
  for (const part of [...path.children]) {
    if (part.matches("h2")) questions.push(make("section", {}, path));
    questions.at(-1)?.append(part);
  }
  questions.forEach((question, number) => {
    for (const answer of all("li", question)) {
      const [words, ...reason] = answer.childNodes;
      const fold = make("details", { name: `question-${number}`, className: "answer" }, answer);
      const title = make("summary", {}, fold);
      title.append(words);
      for (const link of all("a", title)) link.replaceWith(...link.childNodes); // a term's
      make("p", {}, fold).append(...reason);
    }
  });

  let isWhole = false;
  const show = () => {
    let isReached = true;
    for (const question of questions) {
      question.classList.toggle("waits", !isReached);
      isReached = isWhole || (isReached && all(".on > [open]", question).length > 0);
    }
  };
  const showAll = () => {
    isWhole = true;
    show();
    button.remove();
  };
  const textContent = "Show all questions";
  const button = make("button", { className: "copy", textContent, onclick: showAll }, path);
  path.addEventListener("toggle", show, true); // which does not bubble
  show();

  // A link may lead to a question that waits: from the contents, from the search, from another page.
  const follow = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place?.closest(".waits")) return;
    showAll();
    place.scrollIntoView();
  };
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => {
    showAll();
    // Each closes no other any more, and is not left folded on paper (site.js).
    const opened = { name: "", open: true, className: "answer" };
    for (const fold of all(".answer", path)) Object.assign(fold, opened);
  }, true);
  follow();
}

"""Search finds, and costs nothing before it is used: docs/assets/search.js, in place of the theme's.

Where a test fails after a change of the theme, one of these is different now: without a form named
"search" no index is fetched on load (overrides/partials/search.html); the first worker asked for is
that of the search; its first message, a SET_UP, holds the index; and a box is checked while it is open.
"""

import pytest

from tests.browser.conftest import pages_at, until
from tests.conftest import parsed
from tests.navigation import ADDRESSES, address_with

FIELD = "input.md-search__input"
GLOSSARY = address_with("\n# Glossary\n")
OUTLIER = address_with("\n# The real difference\n")
FOUND = f".md-search-result__item a[href*='{OUTLIER}']"
# A browser that keeps nothing for a page refuses to be asked, or has nothing to ask.
REFUSED = "() => { throw new DOMException('no', 'SecurityError'); }"
BLOCKED = {"refused": REFUSED, "none": "() => null"}


# Every way into the search, with the width of the screen and what the address says.
WAYS_IN = {
    "a click into the field": (1280, "", lambda page: page.locator(FIELD).click()),
    "Tab to the field": (1280, "", lambda page: page.locator(FIELD).focus()),
    "a key": (1280, "", lambda page: page.keyboard.press("s")),
    "the magnifier of a phone": (390, "", lambda page: page.locator(".md-header__button[for=__search]").click()),
    "an address": (1280, "?q=outlier", lambda page: None),
}  # fmt: skip


def parts_asked_for(page):
    """The index and the worker, as often as they were asked for."""
    asked = [url for url in page.asked if "search_index" in url or "/workers/" in url]
    return sorted(url.rpartition("/")[2].partition(".")[0] for url in asked)


@pytest.mark.parametrize("width, query, go", WAYS_IN.values(), ids=WAYS_IN)
def test_every_way_into_the_search_finds_the_outlier(open_page, width, query, go):
    page = open_page(ADDRESSES[1] + query, width)
    assert query or parts_asked_for(page) == []
    go(page)
    state = page.locator(".md-search-result__meta")
    if not query:
        assert until(lambda: "Type to start searching" in state.inner_text())
        page.keyboard.type("outlier")
    found = page.locator(FOUND).first
    assert until(found.is_visible)
    assert parts_asked_for(page) == ["search", "search_index"]
    assert page.complaints == []


def test_search_that_is_used_again_asks_for_nothing_more(open_page):
    page = open_page(ADDRESSES[1])
    for word in ("outlier", "median"):
        page.locator(FIELD).click()
        page.locator(FIELD).fill(word)
        page.keyboard.press("End")  # the theme reads the field when a key is let go
        assert until(page.locator(".md-search-result__item mark", has_text=word).first.is_visible)
        page.keyboard.press("Escape")
        assert until(lambda: not page.locator("#__search").is_checked())
    page.locator(FIELD).click()
    page.locator(FIELD).fill("xylophonist")  # which nothing is spelt like
    state = page.locator(".md-search-result__meta")
    assert until(lambda: "No matching documents" in state.inner_text())
    assert parts_asked_for(page) == ["search", "search_index"]


def test_what_is_typed_before_the_index_has_come_is_searched_for(open_page):
    page = open_page(ADDRESSES[1], fresh=True)
    held = []
    page.route("**/search_index.json", lambda route: held.append(route))
    with page.expect_request("**/search_index.json"):
        page.locator(FIELD).click()
    page.keyboard.type("outlier")
    assert page.locator(FOUND).count() == 0
    held[0].continue_()
    assert until(page.locator(FOUND).first.is_visible)


@pytest.mark.parametrize("part", ["search_opened.js", "search_index.json", "workers/*"])
def test_a_search_that_could_not_begin_begins_when_it_is_opened_again(open_page, part):
    page = open_page(ADDRESSES[1], fresh=True)
    page.route(f"**/{part}", lambda route: route.abort(), times=1)
    with page.expect_event("requestfailed"):
        page.locator(FIELD).click()
    page.keyboard.press("Escape")
    assert until(lambda: not page.locator("#__search").is_checked())
    page.locator(FIELD).click()
    page.keyboard.insert_text("outlier")  # as from a menu, by voice, or by dropping it there
    assert until(page.locator(FOUND).first.is_visible)


# What a reader types, by the heading of the page, or the anchor of the term, to which it leads first.
TYPED = {
    "L1 loss: measuring absolute error": ["mae", "L1 loss"],
    "L2 loss: squaring the error": ["MSE", "l2"],
    "Which loss should I use?": ["which loss", "which loss should I use?", "choose"],
    "L1 vs L2 loss: understanding error in machine learning": ["loss"],
    "What hides an outlier?": ["outlier", "outliers", "outlyer"],
    "Is there something in between?": ["huber", "Huber's", "Huber’s", "pinball"],
    "Why the median, why the mean?": ["median", "what is the median", "mean"],
    "Softmax vs Probability": ["softmax"],
    "TPR vs FPR in Machine Learning": ["auc"],
    "Beyond Accuracy": ["accuracy"],
    "Entropy in Machine Learning": ["entropy", "cross-entropy"],
    "How much of an income goes into food?": ["quantile"],
    "Are L1 loss and L1 regularisation the same?": ["lasso", "regularization"],
    "How does a model learn from a loss?": ["gradient descent"],
    "Linear Regression Explained": ["regression", "least squares"],
    "What does one wild point do to a line?": ["leverage"],
    "What do you assume about the noise?": ["noise"],
    "Which of these five lines is wrong?": ["overflow"],
    "Can one table stand for four pictures?": ["Anscombe"],
    "Exercises": ["exercises"],
    "Playground": ["playground"],
    "#root-mean-squared-error": ["rmse"],
    "#mean-absolute-error": ["mean absolute error"],
    "#huber-loss": ["hubber loss"],
    "#roc-curve": ["ROC curve"],
    "#confusion-matrix": ["confusion matrix"],
}
FIRST_HITS = {
    text: GLOSSARY + place if place[0] == "#" else address_with(f"\n# {place}\n")
    for place, texts in TYPED.items()
    for text in texts
}

# Of each page that is found for some texts, which no key types, the address of its best part.
HITS = """async ([texts, selector, limit]) => {
    const [field] = document.querySelectorAll(selector);
    const items = () => [...document.querySelectorAll(".md-search-result__item")];
    const ask = async (text, isAnswered) => {
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        const late = Date.now() + limit;
        for (; !isAnswered(); await new Promise(requestAnimationFrame))
            if (Date.now() > late) throw Error(`${text}: nothing is found`);
    };
    const best = item => [...item.querySelectorAll("article")]
        .sort((one, other) => other.dataset.mdScore - one.dataset.mdScore)[0].parentElement.href;
    const found = [];
    for (const text of texts) {
        await ask("", () => !items().length);
        await ask(text, () => items().length);
        found.push(items().map(best));
    }
    return found;
}"""


@pytest.fixture(scope="module")
def hits(browser, address):
    """A function that gives the first hits for each of some texts."""
    with pages_at(browser, address) as opened:
        page = opened(ADDRESSES[1])
        page.locator(FIELD).click()
        state = page.locator(".md-search-result__meta")
        assert until(lambda: "Type to start" in state.inner_text())

        def hits(texts):
            found = page.evaluate(HITS, [[*texts], FIELD, 300_000])
            return {
                text: [url.removeprefix(address) for url in urls]
                for text, urls in zip(texts, found)
            }

        yield hits
        assert page.complaints == []


def test_what_readers_look_for_is_the_first_hit(hits):
    first = {text: found[0] for text, found in hits(FIRST_HITS).items()}
    assert first == FIRST_HITS


# Of the terms one in four; in `make test-all` each.
@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.exhaustive)])
def test_the_definition_of_a_term_is_among_its_first_three_hits(hits, published_site, step):
    page = parsed(published_site, GLOSSARY)
    terms = {term["id"]: term.get_text().rstrip(")").split(" (") for term in page.select("dt[id]")}
    assert len(terms) > 40
    asked = [(name, anchor) for anchor, names in [*terms.items()][::step] for name in names]
    first = {name: found[:3] for name, found in hits(dict(asked)).items()}
    missed = [(name, first[name]) for name, at in asked if f"{GLOSSARY}#{at}" not in first[name]]
    assert missed == []


# How many questions the worker has not answered yet.
COUNT_UNANSWERED = """window.unanswered = 0;
window.Worker = class extends Worker {
  constructor(address) {
    super(address);
    this.addEventListener("message", ({ data }) => (unanswered -= data.type === 3));
  }
  postMessage(message) {
    unanswered += message.type === 2;
    super.postMessage(message);
  }
};"""


def test_the_last_question_is_the_one_that_is_answered(open_page):
    page = open_page(ADDRESSES[1], before=COUNT_UNANSWERED)
    page.locator(FIELD).click()
    assert until(lambda: "Type to start" in page.locator(".md-search-result__meta").inner_text())
    page.locator(FIELD).evaluate(  # all of them before the first is answered
        """async field => {
          for (field.value of ["outlyer", "medain", "softmax"]) {
            field.dispatchEvent(new Event("input", { bubbles: true }));
            await 0;
          }
        }"""
    )
    first = page.locator(".md-search-result__item a").first
    softmax = FIRST_HITS["softmax"]
    assert until(lambda: first.count() and softmax in first.get_attribute("href"))
    assert until(lambda: page.evaluate("unanswered") == 0)  # a misspelt word is answered late
    assert softmax in first.get_attribute("href")


@pytest.mark.parametrize("answer", BLOCKED.values(), ids=BLOCKED)
def test_search_works_where_a_browser_stores_nothing(open_page, answer):
    block = f"""for (const store of ["localStorage", "sessionStorage"])
        Object.defineProperty(window, store, {{ get: {answer}, configurable: true }});"""
    page = open_page(ADDRESSES[1], before=block)
    page.locator(FIELD).click()
    page.keyboard.type("outlier")
    assert until(page.locator(FOUND).first.is_visible)

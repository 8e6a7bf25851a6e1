"""The message about a typed numeral names its line, or its cell, and not that of a look-alike."""

import json

import pytest

from drift.check import numerals, places

PAGE = """\
---
title: Apples
description: All 7 apples.
---

# About 8 apples

There were `#!value a.b:.7f` apples, then [7](page7.md) apples,
and again 7 apples. L1 is a name.

```python
--8<-- "l7.py"
```

| 7 | 9 |
|---|---|

So there were 7 apples, then 7 apples.

```math
x = \\frac{\\value{a.c7}}{7}
```

It is `#!math y_1 = 7` and **6**.67, &#53;.
"""

HTML = """\
<title>About 8 apples</title><nav>All 11</nav>
<article><h1>About 8 apples</h1>
<p>There were <data class="value">1</data> apples, then <a href="page7.html">7</a> apples,
and again 7 apples. L1 is a name.</p>
<pre>7</pre>
<table><tr><td>7</td><td>9</td></tr></table>
<p>So there were 7 apples, then 7 apples.</p>
<math><mi>x</mi><mo>=</mo><mfrac><mn><data class="value">1</data></mn><mn>7</mn></mfrac></math>
<p>It is <math><msub><mi>y</mi><mn>1</mn></msub><mo>=</mo><mn>7</mn></math> and <b>6</b>.67, 5.</p>
</article>
"""


@pytest.fixture
def permitted(tmp_path):
    file = tmp_path / "numerals.toml"
    file.write_text('"L1" = "A name."\n')
    return numerals.allowed(file)


@pytest.fixture
def write(tmp_path):
    def file(name, text):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return file


def found_places(file, html, permitted):
    passages = [passage for passage in places.passages(file, "page") if passage.in_text]
    search = places.Search(passages, permitted)
    return [(found.text, search.place(found)) for found in numerals.typed(html, permitted)]


def test_each_numeral_of_a_page_is_placed_on_its_own_line(write, permitted):
    found = found_places(write("page.md", PAGE), HTML, permitted)
    assert found[2:] == [
        ("8", "page, line 6"),
        ("7", "page, line 8"),
        ("7", "page, line 9"),
        ("7", "page, line 15"),
        ("9", "page, line 15"),
        ("7", "page, line 18"),
        ("7", "page, line 18"),
        ("7", "page, line 21"),
        ("y_1", "page, line 24"),
        ("7", "page, line 24"),
        ("6.67", "page, line 24"),
        ("5", "page, line 24"),
    ]


def test_the_same_sentence_twice_is_placed_in_order(write, permitted):
    page = write("page.md", "It is 7 apples.\n\nOr one.\n\nIt is 7 apples.\n")
    html = "<p>It is 7 apples.</p><p>Or one.</p><p>It is 7 apples.</p>"
    assert found_places(page, html, permitted) == [("7", "page, line 1"), ("7", "page, line 5")]


def test_the_second_of_two_is_placed_where_only_it_was_typed(write, permitted):
    page = write("page.md", "It is `#!value a.b7` apples.\n\nIt is L1.\n\nIt is 7 apples.\n")
    html = '<p>It is <data class="value">7</data> apples.</p><p>It is L1.</p><p>It is 7 apples.</p>'
    assert found_places(page, html, permitted) == [("7", "page, line 5")]


def test_a_numeral_that_no_source_holds_has_no_place(write, permitted):
    assert found_places(write("page.md", "Apples.\n"), "<p>7</p>", permitted) == [("7", "")]


def test_the_number_of_a_list_s_item_is_no_place(write, permitted):
    page = write("page.md", "3. one\n4. two\n\n> 3. three\n\nfour 3\n")
    html = "<ol><li>one</li><li>two</li></ol><ol><li>three</li></ol><p>four 3</p>"
    assert found_places(page, html, permitted) == [("3", "page, line 6")]


def test_a_notebook_is_placed_by_its_cell(write, permitted):
    cells = [
        {"cell_type": "markdown", "source": ["# Try\n", "7 apples"]},
        {"cell_type": "code", "source": ["print(7)"]},
        {"cell_type": "markdown", "source": ["so 7 apples"]},
    ]
    page = write("page.ipynb", json.dumps({"cells": cells}))
    html = "<p>7 apples</p><pre>print(7)</pre><p>so 7 apples</p>"
    assert found_places(page, html, permitted) == [("7", "page, cell 1"), ("7", "page, cell 3")]

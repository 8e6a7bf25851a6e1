"""An equation of numbers is computed: where its sides do not agree, nothing is published."""

from xml.etree import ElementTree

import pytest

from drift.check import equations
from drift.check.document import Document
from drift.fault import FaultsFound
from drift.page import formula
from tests.guard.small_site import own, project_of

ODD = ["", "<mrow></mrow>", "<msup></msup><mo>=</mo>", "<msub></msub>", "<mi>x</mi><!-- -->"]
ROWS = {
    r"a + b \le c": ["a", "+b", "≤c"],
    r"-a = -b": ["−a", "=−b"],
    r"= \frac{a + b}{c} + \left( d + e \right)": ["=a+bc", "+(d+e)"],
    r"x": ["x"],
}


def page(latex: str, **numbers: tuple[str, str]) -> Document:
    """Return LaTeX on a finished page; each number by its exact value and what is shown."""

    def value(name: str) -> ElementTree.Element:
        exact, shown = numbers[name]
        data = ElementTree.Element("data", {"class": "value", "value": exact})
        data.text = shown
        return data

    written = ElementTree.tostring(formula.mathml(latex, True, value), encoding="unicode")
    return Document("index.html", f"<p>Apples.</p>\n<div>{written}</div>")


THIRD = {"a": ("6.666666666666667", "6.67"), "b": ("50", "50"), "c": ("3", "3")}
TRUE = {
    r"20 / 3 \approx \value{a}": THIRD,
    r"\mathrm{MAE} = \frac{20}{\value{c}} \approx \value{a}": THIRD,
    r"\value{a} \cdot \value{c} \approx 20": THIRD,
    r"2 \pi \approx \value{t}": {"t": ("6.283185307179586", "6.28")},
    r"2 \cdot 3 + \left| 4 - 5 \right| + 1 = 8 = 4 + 4": {},
    r"\value{l} = 1000000": {"l": ("1000000", "1,000,000")},
    r"6 \le 7 < 8 \ne 9 \ge 9 > 1": {},
    r"\begin{matrix} x & = 3 + 4 \\ & = 7 \end{matrix}": {},
    r"\value{a} \to \value{b}, \value{a} \pm \value{b} \equiv x": THIRD,
    r"y = \value{a} x + \value{b}": THIRD,
    r"x = \value{a} \text{ apples} > -\value{b}": THIRD,
    r"\bar{e} = \check{\mathrm{e}} = e' = e'' = e^{*} = \bar{e}^{\value{c}} = \hat{\pi}": THIRD,
}
TRUE_OF_NUMBERS = (
    r"-\log_{2} 0.25 = 2; \ln(e^3) = 3; \sqrt{2 \cdot 8} = 4; \sqrt[3]{27} = 3; "
    r"0 - 3 \cdot (-1) = 3; 2 (3 + 4) = 14; 50 \% = 0.5; 2 x + 1 = 7; 17 - 3 = a = 14; "
    r"\left( \frac{1}{2} \right)^2 = 0.25; 100 - 100 \cdot 0.8^{2} = 36; "
    r"(100 - 90)^2 \cdot |2 - 4|^2 = 400; 7 \equiv 7; \sum_{i = 1}^{3} x_{i = 7}; \frac{x = 7}{6}; 6 \le x < 7; 8 \ge x < 7; "
    r"7 = 7, n; f(x, y) = 7 = x_{i, j}; x_{i}, \ldots, x_{n}; \mathrm{MAE} = 6, \mathrm{MSE} = 7; "
    r"\begin{matrix} 7 & = 3 \\ & + 4 \end{matrix}; 2 \begin{pmatrix} x \\ 7 \end{pmatrix}; \log_b 7 = 6; "
    r"x \in [0, 1); x \in \{0, 1\}; X \sim N(0, 1); P(X = 4 | B) = 0.5; f(2, 3) = 7; |2 (|3| + 1)| = 8; "
    r"1 + 2 + \ldots + 100 = 5050; 1 + \cdots + 100 = 5050; 1, 2, \ldots, 10; \max y = 3; 2 \sum x = 6; "
    r"A = 2 \begin{pmatrix} 3 & 7 \\ 6 & 8 \end{pmatrix}; i = 1, 2, \ldots, n; (x, y) = (6, 7); 1 \mathrm{km} = 1000 \mathrm{m}; "
    r"x = 3 \, \mathrm{m/s} = y = 3 \, \mathrm{m/s}; \sum_{i = 1}^{n} 1 = n; x \approx 3 \text{ or } x \approx 4; "
    r"x \in (-\infty, \infty); n! = 6; \frac{d}{d x} x^2 = 2 x; 1 \le i \le n, i \ne j; y = -\value{b} x; "
    r"e_i = y_i - \hat{y}_i"
)
TRUE |= dict.fromkeys(TRUE_OF_NUMBERS.split("; "), THIRD)


@pytest.mark.parametrize("latex", TRUE)
def test_a_true_equation_holds(latex):
    made = page(latex, **TRUE[latex])
    assert [*equations.disagreements(made, None)] == []


FALSE = {
    r"\frac{20}{3} = \value{a}": THIRD,
    r"\mathrm{MAE} = \frac{21}{\value{c}} \approx \value{a}": THIRD,
    r"\value{a} \cdot \value{c} \approx 20.1": THIRD,
    r"\sqrt{2} = 1.4142135623730951": {},
    r"\begin{matrix} x & = 3 + 4 \\ & = 8 \end{matrix}": {},
    r"7 + 3 = 11 \ \text{apples}": {},
    r"7 \text{ apples} = 7 \, \text{apples} + \frac{7 \text{ apples}}{\value{c}}": THIRD,
}
FALSE_OF_NUMBERS = (
    r"-\log_{2} 0.25 = 4; 17 - 3 = a = 15; 7 \le 6; 7 < 7; 7 \ge 8; 7 > 7; 7 \ne 7; "
    r"e^3 = 20.086; -2^{2} = 4; 50 \% = 0.6; 6 \equiv 7; 6 \text{ = } 7; 6 \overset{a}{=} 7; "
    r"\underbrace{6 = 7}_{a}; 8 \le x < 7; 6 > x \ge 7; \text{so } 6 = 7; "
    r"\frac{6 = 7}{x}; x_{6 = 7}; \sqrt{x + \frac{6 = 7}{2}}; \sqrt[x]{6 = 7}; "
    r"7 \nleq 7; 6 \nleq 3; 7 \napprox 7; 7 \in 7; \bar{e} = 7 \nmid 7; "
    r"y, 6 = 7; y \quad 6 = 7; 6 = 7 \quad n; 6 = 7, n; (y, 6 = 7; ]y, 6 = 7; 6 \mathrm{kg} = 7 \mathrm{kg}; "
    r"\begin{bmatrix} y & 6 = 7 & n \end{bmatrix}; \begin{matrix} y & 6 = 7 \end{matrix}; "
    r"6 \text{ just = } 7; 6 n = 7 n; x = 6 m^2 = y = 7 m^2; {2 + 3} \cdot 4 = 20; P(6 = 7) = x; \{6 = 7, n\}; "
    r"6 \quad = \quad 7; 6, = 7; (6, = 7); 6 = \begin{matrix} 7 \end{matrix}; [6 = 7); x = 6 \cdot n = 7 \cdot n; 6 \mathrm{m/s} = 7 \mathrm{m/s}"
)
FALSE |= dict.fromkeys(FALSE_OF_NUMBERS.split("; "), {})


@pytest.mark.parametrize("latex", FALSE)
def test_a_false_equation_is_found(latex):
    made = page(latex, **FALSE[latex])
    (fault,) = equations.disagreements(made, None)
    assert "does not hold. Mend the numbers" in fault.message
    assert (fault.path, fault.line) == ("index.html", 2)


def test_an_equation_is_named_with_its_line_in_docs(tmp_path):
    text = "# A\n\nSo `#!math x` is\n\n```math\ny\n```\n\nand `#!math 6 = 7`.\n"
    known = project_of(tmp_path, docs__index_md=text)
    equation = "<math><mn>6</mn><mo>=</mo><mn>7</mn></math>"
    html = f"<math><mi>x</mi></math><math><mi>y</mi></math>{equation}"
    (fault,) = equations.disagreements(own(html, "index.md"), known)
    assert (fault.path, fault.line) == ("docs/index.md", 9)
    (fault,) = equations.disagreements(own(equation, "index.md"), known)
    assert (fault.path, fault.line) == ("index.html", 1)  # it shows others than it asks for


def test_a_message_shows_both_sides_and_how_a_rounded_one_is_written():
    (fault,) = equations.disagreements(page(r"x = \frac{20}{3} = \value{a}", **THIRD), None)
    mend = "Mend the numbers; where a side was rounded, write ≈ (of = ≡ ≈ ≠ < > ≤ ≥)."
    assert fault.message == f"the equation 20/3 = 6.67 does not hold. {mend}"


UNKNOWN = {
    r"\frac{1}{0} = 1": "divides by zero",
    r"\ln(-1) = 1": "negative",
    r"\sqrt{-1} = 1": "negative",
    r"\sqrt[3]{-8} = -2": "no real number",
    r"\max(1, 2) = 2": "is not known",
    r"( 1 + 2 = 3": "is not closed",
    r"\value{n} = 1": "not finite",
    r"\ln^{2} = 4": "is not known",
    r"\mathrm{MAE} = -\value{b}": "− 50 reads as one number, which no program gave: let",
    r"x = \value{b} \Rightarrow y = -\value{b}": "− 50 reads as one number",
    r"\text{MAE} = \sqrt{\value{b}} \text{ apples}": "√(50) reads as one number",
    r"x = \value{b}^{e} = \value{b}^{e}": "50^e reads as one number",
    r"x = \frac{\value{b}}{\pi e}": "50/(π e) reads as one number",
    r"x = \text{-}\value{b}": "- 50 reads as one number",
    r"y \equiv -\value{b}": "− 50 reads as one number",
    r"y \to \value{b}^{e}": "50^e reads as one number",
    r"y \sim \sin \value{b} \cdot \value{b}": "sin 50 · 50 is not computed",
    r"\hat{\value{b}} = 50": "is not computed: <mover> 50^ is not known",
    r"\dot{\value{b}}": "50^˙ reads as one number",
    r"1 := 2": "1 : is not computed",
    r"6 \ldots = 7": "6 … is not computed",
    r"6 \vert = 7": "6 | is not computed",
    r"2{,}500 = 500": "<mo> , is not known",
    r"2, 500 = 500": "2 , 500 is not computed",
    r"2 = 2, 500": "2 , 500 is not computed",
    r"n = \value{b}, \value{b}": "50 , 50 is not computed",
    r"6 (= 7)": "<mo> = is not known",
    r"6 \in \{7, 8\}": "it is several numbers: a point, a set or a matrix",
    r"2\text{,}500 = 500": "<mtext> , is not known",
    r"6 \cdot = 7": "6 · is not computed",
    r"6 = 7_n": "<msub> 7n is not known",
    r"6 = \underset{n}{7}": "<munder> 7n is not known",
    r"\overset{6}{=} 7": "a number stands above or below a sign",
    r"x \overset{6}{=} y": "a number stands above or below a sign",
    r"y, -\value{b}": "− 50 reads as one number",
    r"\begin{pmatrix} y & -\value{b} \end{pmatrix}": "− 50 reads as one number",
    r"\exp(\exp(\exp(\exp(9)))) = 1": "or no end",
    r"\exp(\exp(\exp(9))) = 1": "or no end",
    r"1.5^{99999^{99999}} = 3": "or no end",
    r"(0.5)^{99999^{99999}} = 3": "or no end",
}


@pytest.mark.parametrize("latex", UNKNOWN)
def test_what_is_not_computed_is_a_fault_with_its_reason(latex):
    [fault] = equations.disagreements(page(latex, n=("nan", "nan"), b=("50", "50")), None)
    assert "compute" in fault.message and UNKNOWN[latex] in fault.message


@pytest.mark.parametrize("inner", ["<mtext>6<br>=</mtext>", "<mi>x</mi><!-- a -- b -->"])
def test_a_formula_that_holds_html_is_a_fault_and_not_passed_over(inner):
    made = Document("index.html", f"<math>{inner}<mn>6</mn><mo>=</mo><mn>7</mn></math>")
    with pytest.raises(FaultsFound, match="a formula holds HTML that is no MathML, such as <br>"):
        [*equations.disagreements(made, None)]


@pytest.mark.parametrize("inner", ODD)
def test_a_formula_that_no_formatter_writes_is_no_reason_to_break_off(inner):
    made = Document("index.html", f'<math display="block">{inner}</math>')
    said = [fault.message for fault in equations.disagreements(made, None)]
    assert all("is not computed" in message for message in said)


def test_a_displayed_formula_is_in_rows_that_begin_with_a_relation_or_a_plus():
    for latex, rows in ROWS.items():
        row = formula.mathml(latex, True, lambda text: pytest.fail(text))[0]
        assert ["".join(part.itertext()) for part in row] == rows
        assert all(part[0].get("form") == "infix" for part in row[1:])
    # And one in a sentence stays as it is.
    row = formula.mathml("a + b", False, lambda text: pytest.fail(text))[0]
    assert [part.tag for part in row] == ["mi", "mo", "mi"]

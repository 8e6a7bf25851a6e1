"""What the style sheets of docs show and load: listed texts and fonts, and files of the site."""

import posixpath
import re
from collections.abc import Iterator

import tinycss2
from tinycss2.ast import Node

from drift.check import numerals
from drift.check.document import Site
from drift.check.links import SCHEME
from drift.fault import Fault, reading
from drift.project.project import Project

BORROWING = {"attr", "counter", "counters", "symbols"}
COUNTING = {"counter-reset", "counter-set", "counter-increment"}
MARKING, MARKS = {"list-style", "list-style-type"}, {"none", "disc", "circle", "square", "inside"}
LOADING = {"url", "src", "image-set", "-webkit-image-set"}
NAMING = LOADING | {"format"}
FONT = re.compile(r"(.*-)?font(-family)?")  # so end the theme's variables of its fonts, too


def faults(site: Site) -> Iterator[Fault]:
    """Yield what is wrong with the style sheets of docs, which are UTF-8 whatever they say."""
    for path, content in site.project.assets.items():
        if path.endswith(".css"):
            text = content.decode("utf-8", "ignore")
            with reading(f"{site.project.docs.name}/{path}"):
                # What is open at the end of a sheet, a rule or a comment, swallows what is added.
                rules = tinycss2.parse_stylesheet(f"{text}\n@end;")
                yield from _Sheet(site.project, path).of_rules(rules)
                if getattr(rules[-1], "at_keyword", "") != "end":
                    message = "what begins here is not closed. Write } or */ where it ends."
                    yield Fault(f"{site.project.docs.name}/{path}", rules[-1].source_line, message)


class _Sheet:
    """A style sheet of docs, by its path there."""

    def __init__(self, project: Project, path: str):
        self._project, self._path = project, path
        self._file, self._listed = f"{project.docs.name}/{path}", project.settings.styles

    def of_rules(self, rules: list[Node]) -> Iterator[Fault]:
        for rule in rules:
            if rule.type == "error":
                yield Fault(self._file, rule.source_line, f"no style: {rule.message}.")
            elif rule.type == "at-rule" and rule.lower_at_keyword == "import":
                yield from self._of_addresses(rule.prelude, "url")
            elif rule.type == "at-rule" and rule.lower_at_keyword == "counter-style":
                yield self._borrows(rule, "@counter-style")
            elif rule.type in ("at-rule", "qualified-rule") and rule.content is not None:
                yield from self._of_rule(rule)

    def _of_rule(self, rule: Node) -> Iterator[Fault]:
        selector = tinycss2.serialize(rule.prelude).strip()
        if rule.type == "at-rule":
            selector = f"@{rule.lower_at_keyword} {selector}".strip()
        last = selector.rpartition(" ")[2] if selector.startswith(".") else selector
        parts = tinycss2.parse_blocks_contents(rule.content, skip_comments=True)
        yield from self.of_rules([part for part in parts if part.type != "declaration"])
        for declaration in (part for part in parts if part.type == "declaration"):
            yield from self._of_addresses(declaration.value)
            shown = tinycss2.serialize(declaration.value).strip()
            if f"{last} {{ {declaration.lower_name}: {shown} }}" not in self._listed:
                yield from self._of_declaration(declaration)

    def _of_declaration(self, declaration: Node) -> Iterator[Fault]:
        name = declaration.lower_name
        is_font = FONT.fullmatch(name) or name in self._listed
        if name in COUNTING:
            yield self._borrows(declaration, name)
        for token, function in _tokens(declaration.value):
            word = token.lower_value if token.type == "ident" else ""
            is_text = token.type == "string" and function not in NAMING
            if token.type == "function" and token.lower_name in BORROWING:
                yield self._borrows(token, token.lower_name)
            elif word == "list-item" or (word and name in MARKING and word not in MARKS):
                yield self._borrows(token, f"{name}: {word}")
            elif is_text or (word and (is_font or function == "local")):
                yield from self._unlisted(token)

    def _borrows(self, node: Node, name: str) -> Fault:
        words = f"{name} shows what no check reads. Write it on the page, or in a file of the site."
        return Fault(self._file, node.source_line, words)

    def _unlisted(self, token: Node) -> Iterator[Fault]:
        """Yield a fault for a text or a font that is not listed; addresses are told otherwise."""
        text = token.value
        yield from numerals.of_text(text, self._project, self._file, token.source_line)
        if text and text not in self._listed and "//" not in text:
            words = f"{text.strip()[:80]!r} may make another number of a value. Take one of"
            message = f"{words} {', '.join(map(repr, self._listed))}: `styles` of [tool.drift]."
            yield Fault(self._file, token.source_line, message)

    def _of_addresses(self, values: list[Node], function: str = "") -> Iterator[Fault]:
        """Yield a fault for each address that is that of no file of docs."""
        for token, inside in _tokens(values, function):
            is_text = token.type == "string"
            is_far = is_text and "//" in token.value  # a variable may hold it for any function
            if token.type == "url" or is_far or (is_text and inside in LOADING):
                folder, address = posixpath.dirname(self._path), token.value
                place = posixpath.normpath(posixpath.join(folder, address))
                if is_far or SCHEME.match(address) or place not in self._project.assets:
                    words = f"the browser would ask for {address[:80]!r}, which is no file of docs."
                    message = f"{words} Put it there, and name it."
                    yield Fault(self._file, token.source_line, message)


def _tokens(values: list[Node], function: str = "") -> Iterator[tuple[Node, str]]:
    """Yield the tokens of a value with the function in which each stands; '' for none."""
    for token in values:
        yield token, function
        if token.type == "function":
            yield from _tokens(token.arguments, token.lower_name)
        elif token.type in ("() block", "[] block", "{} block"):
            yield from _tokens(token.content, function)

"""A snippet: one small program or terminal session, and what was approved of it."""

import ast
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

PROGRAM, SESSION, NOTEBOOK = ".py", ".console", ".ipynb"
# No second line, and nothing that a shell would read otherwise: all that is shown has run.
COMMAND = re.compile(r"\$ (python [\w./-]+\.py(?: [\w./,=+-]+)*)\n?")
OF_ITS_COMMAND = {"argparse", "argv", "__file__"}
DATA, NOTE = (".csv", ".json"), ".toml"  # prose would be printed as it was typed
READ = (PROGRAM, SESSION, *DATA)
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
BINDING = (ast.Name, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler)
BINDING += (ast.MatchAs, ast.MatchStar, ast.MatchMapping)
PRINTED, DRAWN, VALUES, STANDARD_ERROR = APPROVED = (".out", ".svg", ".values", ".err")


@dataclass(frozen=True)
class Snippet:
    """A program (`.py`) or a terminal session (`.console`) below the snippets folder `root`."""

    root: Path
    name: str
    source: str
    files: tuple[tuple[str, bytes], ...] = ()
    """Name and content of what lies in its working folder when it runs."""
    approved: Mapping[str, str] = field(default_factory=dict)
    """The text of each approved file that there is, by its suffix."""

    @property
    def shown_path(self) -> str:
        """The file as messages name it, from the project's folder."""
        return f"{self.root.name}/{self.name}"

    @property
    def is_session(self) -> bool:
        """Whether this is a terminal session: a command, run as it stands. A notebook's run is."""
        return self.name.endswith((SESSION, NOTEBOOK))

    @property
    def command(self) -> str:
        """The command of a terminal session; '' where it is not one plain line."""
        line = COMMAND.fullmatch(self.source)
        return line[1] if line and self.is_session else ""

    @property
    def expects_error(self) -> bool:
        """Whether it is meant to warn or fail: its standard error was approved."""
        return STANDARD_ERROR in self.approved and not self.is_session

    @property
    def reads_its_command(self) -> bool:
        """Whether a name in the program stands for the command, or the file, by which it runs."""
        met = {name for name in OF_ITS_COMMAND if name in self.source}
        return any(not met.isdisjoint(identifiers(node)) for node in self.nodes if met)

    @cached_property
    def anchor(self) -> str:
        """The id of its block on a page; its line 6 has this id with `-6` behind it."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower().removesuffix(PROGRAM))

    def approved_path(self, suffix: str) -> Path:
        """Return the approved file of one kind; that of a session keeps the session's suffix."""
        return self.root / (self.name.removesuffix(PROGRAM) + suffix)

    @cached_property
    def approved_values(self) -> dict[str, str]:
        """The approved text of each value that pages show, by `name:format`."""
        lines = self.approved.get(VALUES, "").splitlines()
        return dict(line.split(" = ", 1) for line in lines if " = " in line)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of its text."""
        return self.source.split("\n")

    @cached_property
    def names(self) -> dict[str, int]:
        """Each name that one plain top-level assignment binds, and nothing else, with its line.

        Only for these is it certain which line made the number that a page shows.
        """
        found = [(each, {*_names_bound_in(each)}) for each in self.statements]
        counts = Counter(name for _, names in found for name in names)
        plain = [pair for pair in found if isinstance(pair[0], ast.Assign | ast.AnnAssign)]
        return {name: each.lineno for each, names in plain for name in names if counts[name] == 1}

    @cached_property
    def statements(self) -> list[ast.stmt]:
        """Its top-level statements; none where it is no program, or does not parse."""
        try:
            return [] if self.is_session else ast.parse(self.source).body
        except (SyntaxError, RecursionError, MemoryError):  # running it shows why
            return []

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """All that its statements are made of, without what holds nothing, such as a sign."""
        return [node for part in self.statements for node in ast.walk(part) if node._fields]

    @cached_property
    def links(self) -> dict[str, str]:
        """The text of each link below its block, with its file: itself, and what its text names."""
        folder = PurePosixPath(self.name).parent
        links = {f"Source: {self.name}": self.name}
        for name, _ in self.files:
            if not self.is_session and name in self.source:
                links[f"Data: {name}"] = str(folder / name)
                links[f"About {name}"] = str(folder / (name + NOTE))
        return links

    @cached_property
    def fingerprint(self) -> str:
        """A hash of every file of the project that what this snippet gives can depend on."""
        digest = hashlib.sha256(f"{self.name}\n{self.expects_error}\n{self.source}".encode())
        for name, content in self.files:
            digest.update(f"\n{name} {len(content)}\n".encode())
            digest.update(content)
        return digest.hexdigest()


def _names_bound_in(node: ast.AST, is_outside: bool = True) -> Iterator[str]:
    """Yield what a part of a program binds in it, not in a function, a class, a comprehension."""
    match node:
        case ast.Global():
            yield from identifiers(node)
        case ast.NamedExpr(target=ast.Name(id=name)):  # of a default or a comprehension it is ours
            yield name
        case ast.Name(ctx=ast.Load()):
            return
        case ast.alias(name=name, asname=other) if is_outside:
            yield other or name.partition(".")[0]
        case _ if is_outside and isinstance(node, BINDING):
            yield from identifiers(node)
    is_outside &= not isinstance(node, SCOPES)
    parts = [node.iter, *node.ifs] if isinstance(node, ast.comprehension) else []
    for part in parts or ast.iter_child_nodes(node):
        yield from _names_bound_in(part, is_outside)


def bound(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Yield each name that an assignment binds to an expression of its own, with that."""
    targets = getattr(node, "targets", None) or [getattr(node, "target", None)]
    for target in targets:
        match target, getattr(node, "value", None):
            case ast.Name(id=name), ast.expr() as value:
                yield name, value
            case ast.Tuple(elts=names), ast.Tuple(elts=values):
                pairs = zip(names, values)
                yield from ((each.id, value) for each, value in pairs if isinstance(each, ast.Name))


def identifiers(node: ast.AST) -> Iterator[str]:
    """Yield the names in a part of a program, of whatever kind: also of a keyword or a pattern."""
    for value in () if isinstance(node, ast.Constant) else vars(node).values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, str):
                yield each


def snippets_of(root: Path, contents: Mapping[str, bytes]) -> dict[str, Snippet]:
    """Return the snippets of the folder `root`, by name, from its files by their paths there."""
    beside: dict[str, list[str]] = defaultdict(list)
    for path in contents:
        beside[path.rpartition("/")[0]].append(path)
    snippets = {}
    for name in contents:
        if not name.endswith((PROGRAM, SESSION)):
            continue
        # A program reads the data beside it; a session runs any program there, too.
        read = (*DATA, PROGRAM) if name.endswith(SESSION) else DATA
        near = sorted(beside[name.rpartition("/")[0]], key=lambda path: path.endswith(PROGRAM))
        files = tuple((PurePosixPath(p).name, contents[p]) for p in near if p.endswith(read))
        stem = name.removesuffix(PROGRAM)
        files_of = {suffix: stem + suffix for suffix in APPROVED if stem + suffix in contents}
        approved = {suffix: contents[path].decode("utf-8") for suffix, path in files_of.items()}
        snippets[name] = Snippet(root, name, contents[name].decode("utf-8"), files, approved)
    return snippets

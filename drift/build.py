"""What one build holds together: settings, snippets, their runs, and what pages show of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath

from drift.fault import Drift
from drift.generators.pages import Page
from drift.page.facts import BuildFacts
from drift.project import approval, data, givens, settings
from drift.project import page_source as source
from drift.project.page_source import Use
from drift.project.snippet import APPROVED, COMPLAINED, DRAWN, PRINTED, VALUES, Snippet, Snippets
from drift.run.cache import Cache
from drift.run.outcome import Outcome
from drift.run.runs import Runs


class Workshop:
    """The state of a build in one project folder."""

    def __init__(self, folder: Path):
        """Read the settings and the snippets of the project in `folder`."""
        self.folder = folder
        self.settings = settings.read(folder)
        self.docs = folder / self.settings.docs
        self.snippets = Snippets(folder / self.settings.snippets)
        self.facts = BuildFacts(folder)
        self.homes: dict[str, Page] = {}
        """The page that shows each snippet first; known once pages are rendered (origin.py)."""

    def start(self, runs: Runs | None = None) -> Workshop:
        """Begin to run the snippets; `runs` knows what came of them before. Returns itself."""
        self.runs = runs or Runs(self.folder, self.settings)
        self.runs.start(self.snippets)
        return self

    @cached_property
    def pages(self) -> dict[str, source.PageSource]:
        """What each Markdown page asks for, by its path below docs/."""
        return {
            path.relative_to(self.docs).as_posix(): source.read(path.read_text("utf-8"))
            for path in sorted(self.docs.rglob("*.md"))
        }

    @property
    def cache(self) -> Cache:
        """What earlier builds found out."""
        return self.runs.cache

    def hurry(self, pages: Iterable[str]) -> None:
        """Run what pages show before all else, in the order of these paths below docs/."""
        shown = (self.pages[path].fences for path in pages if path in self.pages)
        self.runs.hurry(fence.content for fences in shown for fence in fences)

    def snippet(self, name: str) -> Snippet:
        """Return a snippet by name; raise LookupError with the way to have one."""
        try:
            return self.snippets.by_name[name]
        except KeyError:
            raise LookupError(f"there is no snippet {self.snippets.root.name}/{name}.") from None

    def sound(self, snippet: Snippet) -> Outcome:
        """Return the outcome of a run; raise ValueError, which tells the problem, for a bad one."""
        outcome = self.runs.outcome(snippet)
        if outcome.problem:
            raise ValueError(f"{snippet.shown_path} {outcome.problem}")
        return outcome

    def checked(self, snippet: Snippet) -> Outcome:
        """Return the outcome of a run that printed and drew what was approved, or raise."""
        outcome = self.sound(snippet)
        for suffix, now, verb in (
            (PRINTED, outcome.printed, "prints"),
            (DRAWN, outcome.drawn, "draws"),
            (COMPLAINED, outcome.standard_error, "complains of"),
        ):
            before, path = approval.approved(snippet, suffix), snippet.approved_path(suffix)
            if now and not before:
                raise ValueError(
                    f"nothing is approved yet of what {snippet.shown_path} {verb}. "
                    "See what it gives, and approve it: make accept"
                )
            if diff := approval.difference(before, now, path):
                raise ValueError(
                    self.runs.why_irreproducible(snippet)
                    or f"{snippet.shown_path} {verb} something else than was approved.\n{diff}\n"
                    f"{approval.HOW_TO_ACCEPT}"
                )
        return outcome

    def checked_value(self, use: Use) -> tuple[Snippet, Outcome, str]:
        """Return the snippet, outcome and approved text of a value or a claim, or raise."""
        kind = "claim" if use.is_claim else "value"
        if not use.name.isidentifier() or not use.snippet.rpartition("/")[2].removesuffix(".py"):
            written = (
                "holds folder/name.variable" if use.is_claim else "value folder/name.variable:.2f"
            )
            raise LookupError(f"`{use.text}` is not a {kind}. Write `#!{written}`.")
        snippet = self.snippet(use.snippet)
        outcome = self.sound(snippet)
        now = approval.formatted(use, snippet, outcome)
        before = approval.approved_values(snippet).get(use.shown)
        if before is None:
            raise ValueError(
                f"the {kind} {use.text} ({now}) is not approved yet. "
                "See what it is, and approve it: make accept"
            )
        if before != now:
            raise ValueError(
                self.runs.why_irreproducible(snippet)
                or f"the {kind} {use.text} is {now} now; approved was {before} "
                f"({snippet.approved_path(VALUES).name}).\n{approval.HOW_TO_ACCEPT}"
            )
        return snippet, outcome, now

    @cached_property
    def uses(self) -> dict[str, list[Use]]:
        """The values that pages show, by the name of their snippet."""
        uses = defaultdict(list)
        for page in self.pages.values():
            for use in page.uses:
                uses[use.snippet].append(use)
        return uses

    def unsteady(self) -> list[Drift]:
        """Return a fault for each snippet that gave something else when it ran again."""
        return [
            Drift(why, *self._place(snippet.name)) for snippet, why in self.runs.irreproducible()
        ]

    def _place(self, name: str) -> tuple[str, int]:
        """Return the file and line of the first page that shows a snippet."""
        for path, page in self.pages.items():
            for fence in page.fences:
                if fence.content == name:
                    return f"{self.docs.name}/{path}", fence.line
        return f"{self.snippets.root.name}/{name}", 0

    def loose_ends(self) -> list[Drift]:
        """Return what no single page can show: snippets unseen, approvals without a purpose."""
        shown_on = defaultdict(list)
        for path, page in self.pages.items():
            for fence in page.fences:
                shown_on[fence.content].append(path)
        uses = self.uses
        faults = [fault for path, page in self.pages.items() for fault in self._astray(path, page)]
        for snippet in self.snippets.by_name.values():
            if fault := self._unseen(snippet, shown_on[snippet.name]):
                faults.append(fault)
            wanted = {use.shown for use in uses[snippet.name]}
            for stale in sorted(approval.approved_values(snippet).keys() - wanted):
                path = snippet.approved_path(VALUES).relative_to(self.snippets.root.parent)
                faults.append(
                    Drift(
                        f"no page shows {stale} any more. Take it out: make accept", path.as_posix()
                    )
                )
            approvals = self.snippets.approvals.intersection(
                snippet.approved_path(suffix) for suffix in APPROVED
            )
            if not approvals:
                faults.append(
                    Drift(
                        "nothing is approved yet. See what it gives, and approve it: make accept",
                        snippet.shown_path,
                    )
                )
            for path in sorted(approvals):
                if not path.stat().st_size:
                    faults.append(Drift("it is empty. Renew it: make accept", path.name))
        faults += data.faults(self.snippets)
        faults += givens.faults(self.snippets.by_name, givens.rules(self.snippets.root))
        for path in self.snippets.strays():
            place = path.relative_to(self.snippets.root.parent).as_posix()
            faults.append(Drift("its snippet is gone. Delete it, or: make accept", place))
        return faults

    def _unseen(self, snippet: Snippet, pages: list[str]) -> Drift | None:
        """Return a fault for a snippet that its own page, the one named like its folder, lacks.

        An include that was pointed elsewhere lacks there, though another page may have it too.
        """
        folder = PurePosixPath(snippet.name).parent
        homes = [f"{folder}.md", f"{folder / 'index'}.md"] if folder.name else ["index.md"]
        home = next((path for path in homes if path in self.pages), homes[0])
        if not pages:
            told = f"no page shows it. Show it (in {self.docs.name}/{home}) or delete it."
        elif home not in pages:
            told = (
                f"its own page, {self.docs.name}/{home}, does not show it; {self.docs.name}/"
                f"{pages[0]} does. Show it there too, or move it to the folder of that page."
            )
        else:
            return None
        return Drift(told, snippet.shown_path)

    def _astray(self, path: str, page: source.PageSource) -> Iterator[Drift]:
        """Yield a fault for each program that stands where it does not belong.

        An include that was pointed elsewhere shows a program that is sound, and not meant. So a
        section shows those programs of other pages whose values it tells, all of them or none.
        """
        place = PurePosixPath(path)
        own = {place.with_suffix("").as_posix()}
        if place.name == "index.md":
            own.add(place.parent.as_posix())
        told: dict[int, set[str]] = defaultdict(set)
        for use in page.uses:
            told[page.section(use.line)].add(use.snippet)
        shown: set[str] = set()
        lent: dict[int, list[source.Fence]] = defaultdict(list)
        for fence in page.fences:
            name, file = fence.content, f"{self.docs.name}/{path}"
            if not fence.is_snippet:
                continue
            if name in shown:
                yield Drift(f"shows {name} a second time. Show it once.", file, fence.line)
            shown.add(name)
            if PurePosixPath(name).parent.as_posix() in own:
                continue
            lent[page.section(fence.line)].append(fence)
            if name not in told[page.section(fence.line)]:
                yield Drift(
                    f"shows {name}, which belongs to another page, and no value of it. Show a "
                    f"program of {self.snippets.root.name}/{sorted(own)[-1]}/, or say in the text "
                    "what this one gives in the same section: `#!value …`.",
                    file,
                    fence.line,
                )
        for section, fences in lent.items():
            left_out = told[section] - {fence.content for fence in page.fences}
            for name in sorted(left_out):
                if PurePosixPath(name).parent.as_posix() not in own:
                    yield Drift(
                        f"tells what {name} gives in a section that shows other programs of other "
                        "pages, and not this one. Show it there too, or tell it elsewhere.",
                        f"{self.docs.name}/{path}",
                        fences[0].line,
                    )


_present: Workshop | None = None


def present(folder: Path | None = None) -> Workshop:
    """Return the workshop of this build; the first call makes it, in the working folder."""
    global _present
    if _present is None:
        _present = Workshop(folder or Path.cwd()).start()
    return _present


def serve_from(work: Workshop) -> None:
    """Let pages that are rendered from now on show what `work` holds."""
    global _present
    _present = work


def renew() -> Workshop:
    """Read everything anew for the next build; runs whose snippet is unchanged are kept."""
    global _present
    _present = Workshop(Path.cwd()).start(_present.runs if _present else None)
    return _present

"""One build: the project, its runs, and whether it serves. All state of a build is here."""

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from drift.fault import Fault
from drift.project.page_source import Use
from drift.project.project import Project
from drift.project.snippet import Snippet
from drift.run import approval, notebook
from drift.run.approval import HOW_TO_ACCEPT
from drift.run.outcome import Outcome
from drift.run.runs import SEEDS, Runs


class Build:
    """A build of a project, whose snippets and notebooks run from its beginning.

    While it is `serving`, a fault is shown on a page, which is never published, and stops nothing.
    """

    present: ClassVar["Build | None"] = None
    """The build of this process, for what a generator loads by its name."""

    def __init__(self, project: Project, before: "Build | None" = None, serving: bool = False):
        """Begin to run what is not known from `before`, an earlier build of the same process."""
        self.project, self.serving = project, serving
        self.kept: dict = before.kept if before else {}
        """What a generator keeps from one build of this process for the next."""
        self.navigation: Callable[[], Iterable] = list
        """Gives the generator's pages in the order of its navigation, as soon as it knows them."""
        self.runs = before.runs if before else Runs(project.folder, project.settings)
        self.notebooks = {
            name: notebook.session(project.docs, name, text)
            for name, text in project.notebooks.items()
        }
        # They take longest, and so begin first.
        self.runs.start(self.notebooks | project.snippets)
        if serving and not before:
            for _ in SEEDS:  # the first change is not to wait for the process of each
                self.runs.run(Snippet(project.folder, "nothing.py", ""))

    def begin(self) -> "Build":
        """Let pages that are rendered from now on show what this build gives. Returns itself."""
        Build.present = self
        return self

    def outcome(self, snippet: Snippet) -> Outcome:
        """Return what a snippet gave; raise ValueError, with the problem, for a bad run."""
        outcome = self.runs.outcome(snippet)
        if outcome.problem:
            raise ValueError(f"{snippet.shown_path} {outcome.problem}")
        return outcome

    def checked(self, snippet: Snippet) -> Outcome:
        """Return what a snippet gave, if that is what was approved; else raise ValueError."""
        outcome = self.outcome(snippet)
        for difference in approval.differences(snippet, outcome):
            raise ValueError(self._why(snippet, difference))
        return outcome

    def _why(self, snippet: Snippet, change: str) -> str:
        """Return why a snippet differs from what was approved: each run differs, or this does."""
        return change.endswith(HOW_TO_ACCEPT) and self.runs.irreproducible(snippet) or change

    def checked_value(self, use: Use) -> tuple[Snippet, float, str]:
        """Return the snippet, the number and the approved text of a value, or raise why not."""
        snippet = self.project.snippets.get(use.snippet)
        if snippet is None:
            raise LookupError(self.project.missing(use.snippet))
        outcome = self.outcome(snippet)
        if difference := approval.difference_of_value(use, snippet, outcome):
            raise ValueError(self._why(snippet, difference))
        return snippet, outcome.numbers[use.name], snippet.approved_values[use.key]

    def executed(self, name: str) -> str:
        """Return the text of a notebook with what its cells give; raise ValueError if they fail."""
        return self.outcome(self.notebooks[name]).printed

    def faults_of_notebook(self, name: str) -> Iterator[Fault]:
        """Yield a fault where a notebook gives something else than it stores; it names the cell."""
        place = self.notebooks[name].shown_path
        try:
            notebook.compare(self.project.notebooks[name], self.executed(name), name)
        except ValueError as problem:
            yield Fault(place, 0, str(problem).removeprefix(f"{place} "))

    def irreproducible(self) -> Iterator[Fault]:
        """Yield a fault for each snippet or notebook that gave something else the second time."""
        for snippet in (*self.project.snippets.values(), *self.notebooks.values()):
            if reason := self.runs.irreproducible(snippet):
                yield Fault(*self.project.place(snippet), reason)

    def after_effects(self) -> Iterator[Fault]:
        """Yield a fault for each snippet that is irreproducible or left something; wait for all."""
        yield from self.irreproducible()
        if left := self.runs.left_in_the_project():
            message = (
                f"changed while the snippets ran: {', '.join(left[:5])}. A snippet writes only "
                "into its working folder, with open('name'); take out what it left, and build "
                "again."
            )
            yield Fault("", 0, message)

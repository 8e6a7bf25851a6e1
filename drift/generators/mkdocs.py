"""The hooks of MkDocs: all that the guard needs of it besides Markdown. Thin, to be replaced."""

import os
import re
import signal
import socket
import sys
from functools import cached_property
from pathlib import Path, PurePosixPath

from jinja2 import TemplateNotFound
from mkdocs.utils import clean_directory
from watchdog.observers.polling import PollingObserver

from drift.build import Build
from drift.fault import Fault, FaultsFound, never_swallowed, refusal
from drift.generators import extras
from drift.generators.serving import Rebuild, ServedCheck, or_what_was
from drift.page import take_away
from drift.page.address import Page
from drift.page.rendering import box
from drift.project import project
from drift.project.files import line_of
from drift.project.settings import FILE, Settings
from drift.run import lock

EXTENSIONS = (
    "drift.page.extension",
    *(f"pymdownx.{name}" for name in ("snippets", "superfences", "inlinehilite")),
)

NAMED = re.compile(r"""['"](?:\./)*([^'"]+\.(?:md|ipynb))['"]""")  # in a navigation
# A definition that a link can lead to.
DEFINITION = re.compile(r'<dt id="([^"]+)">(.*?)</dt>\s*<dd>(.*?)</dd>', re.DOTALL)
# In a notebook: what weighs more than its text, the one within the other.
HEAVY = (
    r"<(style|script|clipboard-copy)\b.*?</\1>",
    r'<div class="(?:clipboard-copy-txt"|zeroclipboard-container">).*?</div>',
    r'<!--.*?-->\s*|<a class="anchor-link".*?</a>|<div class="jp-(?:In|Out)putPrompt.*?</div>',
)


@never_swallowed
def on_startup(command: str, dirty: bool) -> None:
    """Begin a build, in which faults are shown in the browser (serve) or stop it.

    What is served is written to a folder of its own, and bars no build beside it.
    """
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    serving = command == "serve"
    if serving:
        signal.signal(signal.SIGINT, lambda *_: sys.exit())  # without a word
    turn = None if serving else lock.acquired(Path.cwd())
    known = project.read(Path.cwd())
    if known.faults and not serving:
        raise FaultsFound(*known.faults)
    build = Build(known, serving=serving).begin()
    build.kept["turn"] = turn
    if serving and (count := len(build.runs.unknown)):
        print(f"drift: runs {count} programs, and from now on those alone that change.")


@never_swallowed
def on_config(config) -> None:
    """Look for what no page can show, as soon as the configuration is known.

    Templates find the policy in it: none for a served page, whose live reload is inline.
    """
    build = Build.present
    if build.serving:  # after each change of a file
        if "found" not in build.kept:
            _refuse_a_taken_port(*config.dev_addr)
        build = Build(project.read(Path.cwd(), build.project), build, serving=True).begin()
    reviewed = None if build.serving else build.project.policy
    config.extra["policy"] = reviewed.text(build.project.address) if reviewed else ""
    config.extra["version"] = extras.version(build)
    if not config.repo_url:
        config.edit_uri = ""  # or MkDocs would warn that it leads nowhere, which stops the build
    message, page, docs = "", "", build.project.docs
    is_first = build.serving and "found" not in build.kept  # no page is there to show it above
    named = [] if is_first else NAMED.findall(str(config.nav))
    if missing := [name for name in EXTENSIONS if name not in config.markdown_extensions]:
        message = f"markdown_extensions lacks {', '.join(missing)}. Add it."
    elif Path(config.docs_dir) != docs.resolve():
        message = f"docs_dir is not {docs.name}/, which {FILE} names. Name one in both."
    elif build.project.settings == Settings():
        message = f"{FILE} has no [tool.drift], which says what may stand on a page. Put it back."
    elif page := next((each for each in named if each not in build.project.sources), ""):
        message = f"nav names {page}, which is no page of {docs.name}/. Mend its name, or write it."
    elif page := next((each for each in named if named.count(each) > 1), ""):
        message = f"nav names {page} twice. Name it once."
    if message:
        line = line_of(page, build.project.configuration)
        raise FaultsFound(Fault(project.CONFIGURATION, line, message))
    config.plugins["drift"] = Guard(build, config.site_dir)
    if build.serving:
        config.plugins["rebuild"] = Rebuild(build)
        config.plugins["served"] = ServedCheck(build, config.site_dir)


@never_swallowed
def on_serve(server, config, builder):
    """Return the server, which sees sooner what was saved, and shows why a build failed."""
    paths = (config.docs_dir, config.config_file_path)
    for path in paths:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=0.1)  # seconds; MkDocs looks twice in one
    for path in paths:
        server.watch(path)
    server.builder = or_what_was(server.builder, Path(config.site_dir), Build.present.kept)
    return server


def _refuse_a_taken_port(host: str, port: int) -> None:
    """End the process, in one line, where something else is served at this address."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as problem:
        why = os.strerror(problem.errno)
        sys.exit(f"drift: port {port}: {why}. Take another: make serve PORT=8001")


class Guard:
    """What is done to the pages of one build, and when they are written."""

    def __init__(self, build: Build, site: str):
        """Take the folder into which the site is built."""
        self._build, self._site = build, site

    @never_swallowed
    def on_nav(self, nav, config, files) -> None:
        """Note which pages there are, in the order of the navigation."""
        self._build.navigation = lambda: [*map(_page, nav.pages)]

    def on_env(self, env, config, files) -> None:
        """Leave out the empty lines that the tags of templates would leave: pages are lighter."""
        env.trim_blocks = env.lstrip_blocks = True

    @never_swallowed
    def on_page_content(self, html: str, page, config, files) -> str:
        """Check a notebook's page, and take off what would weigh more than its text."""
        path, build = page.file.src_uri, self._build
        faults = list(self._shown)
        source = build.project.pages.get(path)
        if path.endswith(project.NOTEBOOK):
            html = slim(html)
            page.meta["notebook"] = PurePosixPath(path).name
            faults += build.faults_of_notebook(path)
            if faults and not build.serving:
                raise FaultsFound(*faults)
        elif source and source.programs:
            page.meta["notebook"] = take_away.name(path)
        return "".join(map(box, faults)) + html

    @cached_property
    def _shown(self) -> list[Fault]:
        """What each page shows of the faults of files and of the site, while it is served."""
        build = self._build
        found = build.kept.get("found", ())
        return [*build.project.faults, *build.irreproducible(), *found] if build.serving else []

    @never_swallowed
    def on_page_context(self, context, page, config, nav) -> None:
        """Put the notebook of a page beside it, and each definition into the search by itself."""
        folder = Path(page.file.abs_dest_path).parent
        extras.notebook(self._build.project, page.file.src_uri, page.canonical_url or "", folder)
        search = config.plugins.get("material/search")
        for anchor, *texts in DEFINITION.findall(page.content) if search else ():
            term, definition = (re.sub("<[^>]+>", "", markup).strip() for markup in texts)
            entry = {"location": f"{page.url}#{anchor}", "title": term}
            entry |= {"text": f"<p>{definition}</p>"}
            # Above most titles; of two terms that hold a word, the shorter is first.
            entry["boost"] = 2.5 + 0.5 / len(term.replace("-", " ").split())
            search.search_index.entries.append(entry)

    @never_swallowed
    def on_post_build(self, config) -> None:
        """Stop where a run differed from another or left something; they go on until here."""
        # When serving, the page shows it; and the author changes files all the time.
        if faults := [] if self._build.serving else [*self._build.after_effects()]:
            raise FaultsFound(*faults)
        extras.finish(self._build, Path(self._site))
        Path(self._site, "sitemap.xml.gz").unlink(missing_ok=True)  # the map once more, packed

    def on_build_error(self, error) -> None:
        """Take away what a build wrote before it stopped: nothing of it is published."""
        if not self._build.serving:
            clean_directory(self._site)
        place, message = "", refusal(error)
        if isinstance(error, TemplateNotFound):
            place, message = project.CONFIGURATION, f"the theme has no {error.name}. Mend its name."
        if message:
            raise FaultsFound(Fault(place, 0, message)) from error


def _page(page) -> Page:
    """Return a page of MkDocs as ours: it may have no title before it is read."""
    path = page.file.src_uri
    return Page(path, page.file.url.removeprefix("./"), page.title or path)


def slim(html: str) -> str:
    """Return a notebook's HTML without its styles, scripts, copies of code and tab stops."""
    for heavy in HEAVY:
        html = re.sub(heavy, "", html, flags=re.DOTALL)
    html = html.replace(' tabindex="0"', "").replace("highlight-ipynb", "highlight")
    # What scrolls can be reached by keyboard; a whole cell does not scroll.
    return html.replace("<pre>", '<pre tabindex="0" translate="no">')

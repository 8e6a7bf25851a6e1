"""Snippets run in the order in which they are needed."""

from types import SimpleNamespace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation

from drift.build import Build
from drift.generators import mkdocs as mkdocs_edge
from drift.project import project
from drift.run.runs import SEEDS


def test_the_pages_of_a_navigation_are_read_in_its_order():
    navigation = ["z.md", {"Part": [{"One": "m.md"}, "b/index.md", {"More": ["a.md"]}]}]
    config = MkDocsConfig()
    config.load_dict({"site_name": "Order", "nav": navigation})
    config.validate()
    paths = ["a.md", "b/index.md", "m.md", "z.md"]
    files = Files([File(path, "docs", "site", True) for path in paths])
    hurried = []
    build = SimpleNamespace(serving=False, hurry=hurried.extend)
    mkdocs_edge.Guard(build, "site").on_nav(get_navigation(files, config), config, files)
    assert hurried == ["z.md", "m.md", "b/index.md", "a.md"]
    assert [page.path for page in build.navigation()] == hurried


def test_what_pages_show_runs_in_their_order_and_what_a_page_waits_for_runs_next(site, monkeypatch):
    for name in "abcd":
        site.write(f"snippets/{name}.py", f"print('{name}')\n")
        site.write(f"docs/{name}.md", f'```python\n--8<-- "{name}.py"\n```\n')
    monkeypatch.setattr("drift.run.runs.threading.Thread.start", lambda thread: None)
    build = Build(project.read(site.folder))
    build.hurry(["d.md", "b.md"])
    build.hurry(["c.md"])
    waiting = build.runs._waiting
    order = [waiting.take(SEEDS[0], wait=False).snippet.name for _ in range(5)]
    assert waiting.take(SEEDS[0], wait=False) is None  # what ran ahead runs no second time
    assert waiting.take(SEEDS[1], wait=False) is None
    build.runs.close()
    assert order == ["c.py", "d.py", "b.py", "a.py", "mean.py"]

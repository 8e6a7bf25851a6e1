"""`python -m tools.matrix`: snippets run with each version of a library, planted here beside a site."""

import zipfile
from importlib.metadata import version

import pytest

from tests.conftest import python
from tests.guard.small_site import FENCE, PAGE
from tools.matrix import DRIFTED, HELD, NOT_RUN

SETTINGS = '[tool.matrix]\nlibrary = "pears"\noldest = "1.0"\n'
MEAN = "def mean(pears):\n    return sum(pears) / len(pears)\n"
OTHER_MEAN = MEAN.replace("len(pears)", "(len(pears) - 1)")
PROGRAM = 'import pears\n\nmean = pears.mean([10, 5, 5])\nprint(f"mean error {mean:.2f}")\n'


@pytest.fixture
def pears(site, tmp_path_factory):
    """A site whose program imports a small library, of which an index has versions."""
    index = tmp_path_factory.mktemp("index")
    (index / "uv.toml").write_text(f"no-index = true\nfind-links = ['{index.as_posix()}']\n")
    site.write("pyproject.toml", SETTINGS)
    site.write("snippets/mean.py", PROGRAM)

    def publish(number, text):
        folder = f"pears-{number}.dist-info"
        kind = "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        of_it = f"Metadata-Version: 2.1\nName: pears\nVersion: {number}\n"
        files = {"pears.py": text, f"{folder}/METADATA": of_it, f"{folder}/WHEEL": kind}
        files[f"{folder}/RECORD"] = "".join(f"{name},,\n" for name in [*files, f"{folder}/RECORD"])
        with zipfile.ZipFile(index / f"pears-{number}-py3-none-any.whl", "w") as wheel:
            for name, content in files.items():
                wheel.writestr(name, content)

    def tried(*versions):
        for number, text in versions:
            publish(number, text)
        # uv knows no other place than the index, and asks no network.
        only_here = {"UV_CONFIG_FILE": str(index / "uv.toml"), "UV_OFFLINE": "1"}
        only_here |= {"UV_CACHE_DIR": str(index / "cache"), "PYTHONUTF8": "1"}
        return python("-m", "tools.matrix", folder=site.folder, **only_here)

    return tried


def test_drift_with_a_version_is_shown_beside_those_under_which_the_snippets_hold(pears):
    warns = "    import warnings\n    warnings.warn('mean goes', FutureWarning)\n    return"
    warning = MEAN.replace("    return", warns)
    tried = pears(("0.9", OTHER_MEAN), ("1.0", MEAN), ("1.5", warning), ("2.0a1", OTHER_MEAN))
    assert tried.returncode == DRIFTED, tried.stdout + tried.stderr
    oldest, _, others = tried.stdout.partition("newest: pears 1.5, ")
    assert "oldest: pears 1.0, " in oldest and ": 1 snippets, 0 drift\n" in oldest
    newest, _, drift = others.partition("pre-release: pears 2.0a1, ")
    assert "FutureWarning: mean goes" in newest
    assert "snippets/mean.py gives something else than was approved." in drift
    assert {"-mean error 6.67", "+mean error 10.00", "+mean:.2f = 10.00"} <= set(drift.split("\n"))


def test_what_the_index_does_not_have_could_not_be_run(pears, site):
    site.write("pyproject.toml", SETTINGS + 'beside = ["plums"]\n')
    tried = pears(("1.0", MEAN))
    assert tried.returncode == NOT_RUN
    assert "oldest: could not be run: " in tried.stdout and "plums" in tried.stdout
    assert "pre-release: there is none after pears==1.0" in tried.stdout


def test_drawings_are_compared_under_the_lock_only(site):
    site.write("pyproject.toml", SETTINGS.replace("pears", "numpy") + 'beside = ["matplotlib"]\n')
    drawn = "import matplotlib.pyplot as plt\n\nplt.plot([1, 2])\nplt.title('Two')\nplt.show()\nprint(1)\n"
    site.write("snippets/draw.py", drawn)
    site.write("snippets/draw.out", "1\n")
    site.write("snippets/draw.svg", "<svg>as another version draws it</svg>\n")
    site.write("docs/index.md", PAGE + "\n" + FENCE.replace("mean.py", "draw.py"))
    tried = site.done("tools.matrix", "--installed", code=HELD)
    assert f"numpy {version('numpy')}, matplotlib {version('matplotlib')}, " in tried
    assert ": 2 snippets, 0 drift" in tried


def test_settings_that_name_no_library_are_told(pears, site):
    site.write("pyproject.toml", SETTINGS.replace("oldest", "oldst"))
    tried = pears()
    assert tried.returncode == NOT_RUN
    assert tried.stderr.startswith("matrix: pyproject.toml: [tool.matrix] has no oldst")

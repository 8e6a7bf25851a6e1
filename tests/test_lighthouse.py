"""Lighthouse's scores: their median, their limits, and the server they are taken from."""

import gzip
import urllib.error
import urllib.request

import pytest

from lighthouse import scores
from lighthouse.server import serving


def report(performance=1.0, accessibility=1.0, asked=()):
    """Return a report with two categories that differ and one audit that took points from each."""
    given = {"performance": performance, "accessibility": accessibility}
    return {
        "categories": {
            category: {
                "score": given.get(category, 1.0),
                "auditRefs": [
                    {"id": category, "weight": 1},
                    {"id": "told", "weight": 0},
                    {"id": "not-here", "weight": 1},
                ],
            }
            for category in scores.LIMITS
        },
        "audits": {
            "performance": {"score": performance, "title": "Main thread", "displayValue": "2 s"},
            "accessibility": {"score": accessibility, "title": "Links have no name"},
            "best-practices": {"score": 1, "title": "All is well"},
            "seo": {"score": 1, "title": "All is well"},
            "told": {"score": 0, "title": "Costs nothing"},
            "not-here": {"score": None, "title": "Does not apply"},
            "network-requests": {"details": {"items": [{"url": url} for url in asked]}},
        },
    }


def test_the_middle_of_three_runs_counts():
    reports = [report(0.90), report(1.0), report(0.98)]
    assert scores.medians(reports)["performance"] == 98


def test_a_score_at_its_limit_passes():
    assert scores.faults("home", [report(0.97)] * 3) == []


def test_one_slow_run_of_three_passes_and_two_do_not():
    assert scores.faults("home", [report(0.5), report(0.97), report(1.0)]) == []
    assert len(scores.faults("home", [report(0.5), report(0.96), report(1.0)])) == 1


def test_a_fault_tells_page_category_score_limit_and_what_took_points():
    (fault,) = scores.faults("the math", [report(0.9), report(0.9), report(1.0)])
    assert str(fault) == "the math: performance is 90, below 97\n    Main thread: 2 s"


def test_a_single_point_of_accessibility_is_missed():
    (fault,) = scores.faults("home", [report(accessibility=0.99)] * 3)
    assert str(fault) == "home: accessibility is 99, below 100\n    Links have no name"


def test_a_score_that_lighthouse_could_not_give_is_no_score():
    broken = report(performance=None)
    broken["audits"]["performance"]["errorMessage"] = "The page did not paint"
    with pytest.raises(ValueError, match="performance: The page did not paint"):
        scores.medians([broken])


def test_a_request_to_another_host_is_told():
    asked = ["http://127.0.0.1:1/apples/", "data:image/png;base64,", "https://cdn.example/a.js"]
    assert scores.elsewhere(report(asked=asked)) == ["https://cdn.example/a.js"]


def test_how_steady_the_machine_was_is_told():
    reports = [{"environment": {"benchmarkIndex": speed}} for speed in (1500.5, 900.2, 2600)]
    assert scores.speeds(reports) == (900, 2600)


def test_the_table_has_a_row_for_each_page_and_the_limits():
    lines = scores.table({"home": scores.medians([report(0.98)])}).splitlines()
    assert [line.split() for line in lines] == [
        ["performance", "accessibility", "best-practices", "seo"],
        ["home", "98", "100", "100", "100"],
        ["limit", "97", "100", "100", "100"],
    ]
    assert len({len(line) for line in lines}) == 1


@pytest.fixture
def served(tmp_path):
    """The address of a site of three files; a fourth lies beside it."""
    site = tmp_path / "site"
    (site / "page").mkdir(parents=True)
    (site / "page" / "index.html").write_text("<p>pears</p>" * 100)
    (site / "404.html").write_text("<p>nothing here</p>")
    (site / "font.woff2").write_bytes(b"font")
    (tmp_path / "secret").write_text("secret")
    with serving(site, "apples") as address:
        yield address


def get(address, **headers):
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def test_a_page_is_served_below_the_sub_path_and_compressed(served):
    status, headers, body = get(served + "page/", **{"Accept-Encoding": "gzip, br"})
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == b"<p>pears</p>" * 100 and len(body) < 100


def test_who_takes_no_compression_gets_none(served):
    _, headers, body = get(served + "page/")
    assert headers["Content-Encoding"] is None and body.startswith(b"<p>pears")


def test_what_is_compressed_already_is_served_as_it_is(served):
    _, headers, body = get(served + "font.woff2", **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] is None and body == b"font"


@pytest.mark.parametrize("path", ["none/", "../secret", "%2e%2e/secret", "/page/"])
def test_what_is_not_of_the_site_is_its_404_page(served, path):
    host = served.removesuffix("apples/")
    status, _, body = get(host.rstrip("/") + path if path.startswith("/") else served + path)
    assert (status, body) == (404, b"<p>nothing here</p>")

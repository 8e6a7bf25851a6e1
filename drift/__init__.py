"""The guard: runs snippets, compares them with what was approved, and puts them on the page.

It knows neither the subject of a site nor a page of it. How a number travels from a snippet to a
page: source (finds what a page asks for) -> runs (runs it) -> approval (compares) -> fences and
inline (show it) -> page (lets nothing else through) -> built (reads the finished site again).

A generator meets it in mkdocs_edge or in zensical_edge. What it knows of either is in generator;
what a site holds beside its pages, in beside.
"""

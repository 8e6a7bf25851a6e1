"""The guard: runs snippets, compares them with what was approved, and puts them on the page.

It knows neither the subject of a site nor a page of it. Its rooms are the stages of a number's way:
project (what the repository holds) -> run (a snippet becomes an outcome) -> build (all state of one
build) -> page (Markdown becomes a page) -> check (the finished site against a list of rules), and
generators (MkDocs, Zensical). No room imports from one that comes later.
"""

"""The guard: runs snippets, compares them with what was approved, and puts them on the page.

It knows neither the subject of a site nor a page of it. Its rooms are the stages of a number's way,
project -> run -> build -> page -> check, and generators; none imports from one that comes later.
"""

"""Measures what the guard costs: builds beside the same site with its output pasted, and reloads.

sites writes the sites, measure times a command, reload times an edit under `mkdocs serve`, machine
says where all this was. It takes figures only; what they come to is computed by the snippets that
show them, in snippets/how-this-site-checks-itself/.
"""

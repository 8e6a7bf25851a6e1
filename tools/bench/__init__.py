"""Measures what the guard costs: builds beside the same site with its output pasted, and reloads.

It takes figures only; what they come to is computed by the snippets that show them, in
snippets/how-this-site-checks-itself/.
"""

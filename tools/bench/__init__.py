"""Measures what the guard costs; what the figures come to, the snippets compute that show them."""

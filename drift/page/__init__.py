"""Markdown becomes a page: fences, values and claims, formulas, the glossary, the ledger."""

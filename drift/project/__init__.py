"""What the repository holds: settings, snippets, pages, what was approved."""

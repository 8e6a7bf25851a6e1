"""What the repository holds, read once and frozen: settings, snippets, pages, approved files."""

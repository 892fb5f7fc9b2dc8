"""From an issue to bytes: words of our own, markup, the text part, links."""

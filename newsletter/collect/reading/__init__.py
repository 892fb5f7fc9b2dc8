"""From what an outlet sends to what it states: characters, formats, markup, dates, kinds and pictures."""

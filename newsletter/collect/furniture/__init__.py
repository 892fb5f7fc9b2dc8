"""What is furniture and not news: the rules, their wordings, and the layers that look at the place of a line."""

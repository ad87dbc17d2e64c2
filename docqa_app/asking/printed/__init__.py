"""What the print of a page says to a question: keys, parts of letters, titles, short forms, names, texts of a form."""

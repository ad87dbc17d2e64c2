"""Line items: the heads of a table of goods, its rows with or without heads, and the lines that are no goods."""

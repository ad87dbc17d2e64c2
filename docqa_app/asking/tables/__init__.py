"""Tables as they are printed, and what their cells, rows and columns say to a question that names them."""

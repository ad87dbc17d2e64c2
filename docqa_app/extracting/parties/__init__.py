"""Who sends a document, who sells and who buys: their names, legal forms and addresses as letters print them."""

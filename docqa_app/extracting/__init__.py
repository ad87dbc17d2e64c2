"""A document and a schema become typed fields and line items, checked by rules."""

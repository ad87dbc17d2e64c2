"""docqa_app: ask invoices, receipts and forms questions, locally, and see the evidence on the page."""

__version__ = "0.1.0"

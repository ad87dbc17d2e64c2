"""The fields of one bill, told and planted in by tests of what is learned of texts."""

FIELDS = {
    "seller_name": "Northgate Paper",
    "buyer_name": "Harbour Dental",
    "total": "EUR 651.48",
    "net_total": "EUR 542.90",
    "invoice_date": "12 March 2025",
    "due_date": "11 April 2025",
    "invoice_number": "2025-0417",
}

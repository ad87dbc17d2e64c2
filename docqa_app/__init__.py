"""docqa_app: ask invoices, receipts and forms questions, locally, and see the evidence on the page."""

import os

__version__ = "0.1.0"

# ONNX Runtime (1.29 and later, Linux and macOS) gives the computer a number and reports every process to its maker as
# soon as it is imported, unless it is told before that not to; on Windows answering/onnx_session.py tells it.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

"""Every error raised on purpose, each a sentence to the user: what happened, why, what to do next.

DocqaError                    exit code 1
+-- UsageError                2   the request itself cannot be carried out
+-- InputError                3   a file cannot be read
|   +-- PasswordNeeded            it is locked; ask for a password and try again
|   +-- TooLarge                  it is beyond a cap (pages, pixels, seconds)
|   +-- MissingLanguage           a Tesseract language pack is not installed
|   +-- MissingProgram            poppler or Tesseract is not installed
+-- ModelError                4   the model is missing, damaged or of an unknown form
+-- PartlyFailed              5   some of the work is done, some failed (and which)
+-- ExportError               5   a result could not be written
+-- LibraryError              5   what is kept between runs cannot be read or written
|   +-- Forgotten                 a document that was forgotten meanwhile was to be changed
|   +-- TracesLeft                a document is forgotten, but bytes of it are still on the disk
Cancelled                     not an error: the user asked to stop
"""


class DocqaError(Exception):
    """An error whose text is shown to the user as it is."""

    exit_code = 1


class UsageError(DocqaError):
    """The request cannot be carried out as it was put."""

    exit_code = 2


class InputError(DocqaError):
    """A file cannot be read."""

    exit_code = 3


class PasswordNeeded(InputError):
    """The PDF is locked; the password given, if any, does not open it."""


class TooLarge(InputError):
    """A cap on pages, pixels or seconds was met."""


class MissingLanguage(InputError):
    """A Tesseract language pack is not installed."""


class MissingProgram(InputError):
    """A program the reading stands on is not installed."""


class ModelError(DocqaError):
    """The model is missing, damaged or of a form this version does not know."""

    exit_code = 4


class PartlyFailed(DocqaError):
    """Some of the work is done and kept; the text says what failed."""

    exit_code = 5


class ExportError(DocqaError):
    """A result could not be written where the user wanted it."""

    exit_code = 5


class LibraryError(DocqaError):
    """What is kept between runs cannot be read or written."""

    exit_code = 5


class Forgotten(LibraryError):
    """A document that is no longer in the library was to be changed."""


class TracesLeft(LibraryError):
    """A document is forgotten, but bytes of it are still on the disk."""


class Cancelled(Exception):
    """The user asked to stop; whoever reports progress lets it pass."""

"""The library's tables, as the steps from one form of the file to the next; a step that was shipped never changes.

document    one row a file, `path` where it was seen last; `stale` says that `entry`, `value` and `page_text` are behind
            the journal or the path
place       every path under which a file was seen; paths are JSON, for a file name need not be UTF-8
page        a page as it was read; page_text has its folded words as they are now, searched by trigrams
value       what a document's fields and cells are now, to be searched: folded text, and the day of a date
journal     every change, in the order of `number`; rows are only added, and go with their document; `words` says
            that the change is of words of the page
supplier    who is known again; correction: where the right value of a field stood; teacher: the documents from which
            this was learned, so that it goes with the last of them
"""

from __future__ import annotations

APPLICATION = 0x646F6371  # "docq" in the file's header tells it from other programs' databases

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE document (
        id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, path TEXT NOT NULL, total_pages INTEGER NOT NULL,
        entry TEXT NOT NULL, likeness TEXT NOT NULL, day TEXT, accepted INTEGER NOT NULL, kept_at TEXT NOT NULL,
        stale INTEGER NOT NULL
    );
    CREATE INDEX document_by_likeness ON document (likeness) WHERE likeness != '';
    CREATE INDEX document_by_time ON document (kept_at);
    CREATE INDEX document_stale ON document (id) WHERE stale;

    CREATE TABLE place (
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, path TEXT NOT NULL,
        PRIMARY KEY (document, path)
    ) WITHOUT ROWID;

    CREATE TABLE page (
        id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        number INTEGER NOT NULL, content BLOB NOT NULL, UNIQUE (document, number)
    );
    CREATE VIRTUAL TABLE page_text USING fts5 (text, tokenize = 'trigram');
    CREATE TRIGGER page_goes AFTER DELETE ON page BEGIN DELETE FROM page_text WHERE rowid = old.id; END;

    CREATE TABLE value (
        document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, name TEXT NOT NULL, text TEXT NOT NULL,
        day TEXT
    );
    CREATE INDEX value_by_document ON value (document);
    CREATE INDEX value_by_day ON value (day) WHERE day IS NOT NULL;

    CREATE TABLE journal (
        number INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
        deed TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
        words INTEGER NOT NULL
    );
    CREATE INDEX journal_by_document ON journal (document);

    CREATE TABLE supplier (
        number INTEGER PRIMARY KEY, supplier TEXT NOT NULL, date_order TEXT NOT NULL, decimal_mark TEXT NOT NULL
    );
    CREATE TABLE correction (
        supplier INTEGER NOT NULL REFERENCES supplier ON DELETE CASCADE, field TEXT NOT NULL, sha256 TEXT NOT NULL,
        content TEXT NOT NULL, PRIMARY KEY (supplier, field)
    );
    CREATE TABLE teacher (
        supplier INTEGER NOT NULL REFERENCES supplier ON DELETE CASCADE, sha256 TEXT NOT NULL,
        PRIMARY KEY (supplier, sha256)
    ) WITHOUT ROWID;
    """,
    "",  # the tables stay: the journal's patches hold single rows, which a docqa that knows one step would leave out
)
"""STEPS[n] leads from version n to n + 1; the file's version is its `user_version`."""

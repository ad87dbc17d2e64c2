"""What is said about a summary in a clerk's words: flags, counts, pairs, and how good the check is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from docqa_app.core.summary import Flag, QualsPair, SummarySentence, Thresholds, Unfounded
from docqa_app.ui.answer_words import Chip, percent
from docqa_app.ui.from_below import in_our_words
from docqa_app.ui.theme import Shades

translate = QCoreApplication.translate


def flag_word(flag: Flag | None) -> str:
    """One word or two; None is a sentence that was not checked yet."""
    match flag:
        case Flag.SUPPORTED:
            return translate("Summary", "Supported")
        case Flag.DOUBTFUL:
            return translate("Summary", "Doubtful")
        case Flag.UNSUPPORTED:
            return translate("Summary", "Unsupported")
        case Flag.NOT_CHECKABLE:
            return translate("Summary", "Not checkable")
    return translate("Summary", "Not checked")


def flag_chip(flag: Flag | None, busy: bool, shades: Shades) -> Chip:
    """The flag's word, sign and colours; `busy` says that the check is under way."""
    word = flag_word(flag)
    match flag:
        case Flag.SUPPORTED:
            return Chip(word, "found", shades.good, shades.good_soft)
        case Flag.DOUBTFUL:
            return Chip(word, "check", shades.doubt, shades.doubt_soft)
        case Flag.UNSUPPORTED:
            return Chip(word, "unsupported", shades.bad, shades.bad_soft)
        case Flag.NOT_CHECKABLE:
            return Chip(word, "not-found", shades.quiet, shades.neutral_soft)
    return Chip(translate("Summary", "Checking…") if busy else word, "waiting", shades.quiet, shades.neutral_soft)


def flag_meaning(sentence: SummarySentence) -> str:
    """The sentence's flag in a sentence of its own, true of the questions that stand below it."""
    match sentence.flag:
        case Flag.SUPPORTED if 2 * sum(pair.agrees for pair in sentence.pairs) < len(sentence.pairs):
            return translate(
                "Summary",
                "The questions are about as likely by the document, but it answers most of them otherwise or not at "
                "all. Look at the page.",
            )
        case Flag.SUPPORTED:
            return translate("Summary", "The document answers the questions as this sentence does.")
        case Flag.DOUBTFUL:
            return translate("Summary", "The document may say something else. Look at the page.")
        case Flag.UNSUPPORTED:
            return translate("Summary", "The document says something else, or nothing about it.")
        case Flag.NOT_CHECKABLE:
            return translate("Summary", "No question could be asked about this sentence. That says nothing against it.")
    return translate("Summary", "This sentence has not been checked.")


def nowhere(unfounded: Sequence[Unfounded]) -> str:
    """Which names, amounts and dates stand nowhere in the document; "" for none."""
    if not unfounded:
        return ""
    listed = " · ".join(dict.fromkeys(one.text for one in unfounded))
    return translate("Summary", "Nowhere in the document: {listed}").format(listed=listed)


def spoken_sentence(sentence: SummarySentence, busy: bool, shades: Shades) -> str:
    """A whole card as one sentence, for a screen reader."""
    parts = (sentence.text, flag_chip(sentence.flag, busy, shades).word, nowhere(sentence.unfounded))
    return ", ".join(part for part in parts if part)


def sentence_tip(sentence: SummarySentence) -> str:
    """What the flag means, the numbers behind it, and what stands nowhere."""
    lines = (flag_meaning(sentence), _doubt(sentence.doubt), _score(sentence.quals), nowhere(sentence.unfounded))
    return "\n".join(line for line in lines if line)


def _doubt(doubt: float | None) -> str:
    return "" if doubt is None else translate("Summary", "Doubt {share}.").format(share=percent(doubt))


def _score(quals: float | None) -> str:
    if quals is None:
        return ""
    return translate("Summary", "QUALS {value}: nearer to 0 is better.").format(value=decimal(quals))


def counted(sentences: Sequence[SummarySentence]) -> str:
    """How many sentences carry which flag, the worst first: "1 unsupported, 2 supported"."""
    order = (Flag.UNSUPPORTED, Flag.DOUBTFUL, Flag.NOT_CHECKABLE, Flag.SUPPORTED, None)
    counts = [(sum(one.flag is flag for one in sentences), flag_word(flag)) for flag in order]
    return ", ".join(f"{count} {word.lower()}" for count, word in counts if count)


def document_says(pair: QualsPair) -> str:
    """The document's own answer to a pair's question."""
    return pair.document_answer or translate("Summary", "no answer")


def where(pair: QualsPair) -> str:
    """The page on which the document gives its answer; "" where it gives none."""
    if not pair.document_answer or pair.page is None:
        return ""
    return translate("Summary", "page {number}").format(number=pair.page)


def spoken_pair(pair: QualsPair) -> str:
    """A question with both answers, for a screen reader."""
    text = translate("Summary", "{question} Summary: {mine}. Document: {theirs}").format(
        question=pair.question, mine=pair.answer, theirs=document_says(pair)
    )
    return ", ".join(part for part in (text, where(pair)) if part)


def spoken_bars(pair: QualsPair) -> str:
    """The bars in words: the likelihood of each token given the document and given the summary, in percent."""
    whole = translate("Summary", "Likelihood of a token: {document} by the document, {summary} by the summary.").format(
        document=decimal(pair.ll_document), summary=decimal(pair.ll_summary)
    )
    tokens = "; ".join(token_words(one.text, one.document, one.summary) for one in pair.tokens)
    return f"{whole} {tokens}"


def token_words(text: str, document: float, summary: float) -> str:
    """One token's two logarithms of likelihood: "1.50: document −3.00, summary −0.50"."""
    return translate("Summary", "{token}: document {document}, summary {summary}").format(
        token=text.strip() or translate("Summary", "end"), document=decimal(document), summary=decimal(summary)
    )


def decimal(value: float) -> str:
    """Two decimals in this region, with a true minus."""
    return QLocale().toString(value, "f", 2).replace("-", "−")


def how_good(thresholds: Sequence[Thresholds]) -> str:
    """Where flags begin and how good they were, a sentence for each sort of document; () before the model is there."""
    if not thresholds:
        return translate("Summary", "The model is not there yet, so its thresholds are not known.")
    return "\n".join(f"{_begins(one)} {_measured(one)}" for one in thresholds)


def _begins(thresholds: Thresholds) -> str:
    return translate(
        "Summary", "A sentence is doubtful from {low} doubt upwards and unsupported from {high} upwards."
    ).format(low=percent(thresholds.doubtful), high=percent(thresholds.unsupported))


def _measured(thresholds: Thresholds) -> str:
    shares = (thresholds.precision, thresholds.recall, thresholds.found, thresholds.false_flags)
    if None in shares:
        return translate("Summary", "How often it is right with this model was not measured.")
    sentence = translate(
        "Summary",
        "On {data} it flagged {found} of the wrong sentences and {false} of the right ones. Of those it called "
        "unsupported {precision} were wrong, which is {recall} of all wrong ones (precision and recall).",
    )
    data = in_our_words(thresholds.measured_on) or translate("Summary", "development data")
    told = dict(zip(("precision", "recall", "found", "false"), (percent(one or 0.0) for one in shares), strict=True))
    return sentence.format(data=data, **told)


def help_text(thresholds: Sequence[Thresholds]) -> str:
    """What the check does, what its flags mean and how good it is, in paragraphs."""
    return "\n\n".join(
        (
            translate(
                "Summary",
                "For each sentence the model asks questions that the sentence answers, and compares how likely "
                "question and answer are given the document and given the summary. Where the document makes them much "
                "less likely, it says something else (QUALS, Nan et al. 2021). The document is asked the same "
                "questions, too. Doubt is how many of a hundred sentences with such likelihoods and answers were "
                "wrong.",
            ),
            how_good(thresholds),
            translate(
                "Summary",
                "“Not checkable” means that no question could be asked; it says nothing against a sentence. Names, "
                "amounts and dates that stand nowhere in the document are underlined with a wave at once, "
                "without the model.",
            ),
            translate("Summary", "This is an automatic check and can be wrong, either way. The page decides."),
        )
    )

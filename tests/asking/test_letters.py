"""Questions on letters, memoranda and title pages are answered by what is printed and where it stands."""

from __future__ import annotations

import pytest

from docqa_app.asking.field_answers import FieldAnswers
from docqa_app.asking.printed.asked_form import form_asked
from docqa_app.asking.printed.nearness import alike
from docqa_app.asking.printed.page_answers import page_answer
from docqa_app.asking.printed.sheet import sheet_of
from docqa_app.asking.printed.typed import Form, typed_texts
from docqa_app.asking.told_answers import told_by_page
from docqa_app.core.answer import Answer
from docqa_app.core.document import Box, Page, Word
from docqa_app.paths import find_paths
from docqa_app.schemas.schema_file import shipped_schemas
from tests.extracting.sheets import document, invoice_lines, page, right, told
from tests.fakes import Said

KINDS = shipped_schemas(find_paths({}).resources / "schemas")

ENGLISH = page(
    [
        (0.04, [(0.35, "HARBOUR TOOLS LTD")]),
        (0.06, [(0.35, "Telephone (212) 986-6100")]),
        (0.10, [(0.6, "February 9, 1978")]),
        (0.16, [(0.1, "Ms. Julia Bell")]),
        (0.18, [(0.1, "Food Research Institute")]),
        (0.20, [(0.1, "125 Western Avenue")]),
        (0.25, [(0.1, "Dear Ms. Bell:")]),
        (0.30, [(0.1, "We write about the order of March and enclose a list.")]),
        (0.32, [(0.1, "The membership costs $25 a year, and 40 percent pay late.")]),
        (0.40, [(0.1, "Sincerely,")]),
        (0.44, [(0.1, "Carolyn M. Walden")]),
        (0.46, [(0.1, "Director of Sales")]),
        (0.50, [(0.1, "cc: Mr. John Carter")]),
    ]
)
GERMAN = page(
    [
        (0.05, [(0.1, "Stadtwerke Nord GmbH")]),
        (0.14, [(0.1, "Herrn")]),
        (0.16, [(0.1, "Peter Lang")]),
        (0.18, [(0.1, "Kai 4")]),
        (0.20, [(0.1, "20457 Hamburg")]),
        (0.24, [(0.65, "31. März 2024")]),
        (0.28, [(0.1, "Kündigung Ihres Vertrags")]),
        (0.32, [(0.1, "Sehr geehrter Herr Lang,")]),
        (0.36, [(0.1, "wir bestätigen Ihre Kündigung.")]),
        (0.42, [(0.1, "Mit freundlichen Grüßen")]),
        (0.46, [(0.1, "Dr. Anna Weber")]),
    ]
)
FRENCH = page(
    [
        (0.05, [(0.1, "De : Marie Dupont")]),
        (0.08, [(0.1, "À : Jean Petit")]),
        (0.11, [(0.1, "Date : 3 mai 2021")]),
        (0.14, [(0.1, "Objet : Réunion du conseil")]),
        (0.20, [(0.1, "La réunion commence à 14:30 dans la salle.")]),
    ]
)
REPORT = page(
    [
        (0.02, [(0.45, "- 12 -")]),
        (0.06, [(0.3, "SURVEY OF SUGAR PRICES")]),
        (0.12, [(0.1, "Progress Report 37 of the Risk Science Center")]),
        (0.20, [(0.1, "Table 4. Prices by year")]),
        (0.26, [(0.1, "Coffee break"), (0.5, "9:30 A.M.")]),
        (0.29, [(0.1, "Lunch"), (0.5, "12:15 P.M.")]),
        (0.34, [(0.1, "V = validation, C = current")]),
        (0.38, [(0.1, "Contact: Dave Downey"), (0.5, "downey@example.com")]),
        (0.41, [(0.1, "Contact: Rick Winner"), (0.5, "winner@example.com")]),
        (0.46, [(0.1, "TRAVEL VOUCHER")]),
        (0.90, [(0.1, "Fax: (609) 989-7491")]),
    ]
)


MINUTES = page(
    [
        (0.05, [(0.1, "Minutes of the allotment society")]),
        (0.10, [(0.1, "Margaret Ellis (chair), Tom Baker (treasurer), Ruth Adeyemi (deputy secretary), Ian Frost")]),
        (0.20, [(0.1, "Vermieter (privat) Karl Meier")]),
    ]
)


def said(question: str, *pages: Page) -> str:
    answer = page_answer(question, pages)
    return answer.text if answer else ""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("To whom is the letter addressed?", "Ms. Julia Bell"),
        ("Who is the addressee of this letter?", "Ms. Julia Bell"),
        ("Who signed the letter?", "Carolyn M. Walden"),
        ("Who wrote this letter to Julia Bell?", "Carolyn M. Walden"),
        ("What is the salutation?", "Dear Ms. Bell"),
        ("Who is in cc?", "Mr. John Carter"),
        ("What is the date of the letter?", "February 9, 1978"),
        ("What is the telephone number?", "(212) 986-6100"),
        ("Who is Carolyn M. Walden?", "Director of Sales"),
        ("What is the name of the institute?", "Food Research Institute"),
        ("What is the name of the company?", "HARBOUR TOOLS LTD"),
        ("How much does the membership cost?", "$25"),
        ("What percentage pay late?", "40 percent"),
    ],
)
def test_an_english_letter_tells_its_parts(question: str, answer: str) -> None:
    assert said(question, ENGLISH) == answer


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who is the chair?", "Margaret Ellis"),
        ("Who is the treasurer?", "Tom Baker"),
        ("Who is the secretary?", "Ruth Adeyemi"),
        ("Who is the deputy secretary?", "Ruth Adeyemi"),
        ("Wer ist der Vermieter?", "Karl Meier"),
    ],
)
def test_what_somebody_is_stands_in_brackets_right_behind_the_name(question: str, name: str) -> None:
    assert said(question, MINUTES) == name


def test_a_model_that_is_not_sure_yields_to_the_brackets_behind_a_name() -> None:
    question = "Who is the treasurer?"
    (model,) = told({question: Said("Ruth Adeyemi", 0.67)}).ask(document(MINUTES), [question])
    ruled = told_by_page(model, document(MINUTES), known=False)

    assert ruled is not None
    assert ruled.answer.text == "Tom Baker"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("An wen ist der Brief gerichtet?", "Peter Lang"),
        ("Wer hat den Brief unterschrieben?", "Dr. Anna Weber"),
        ("Wie lautet der Betreff?", "Kündigung Ihres Vertrags"),
        ("Wie lautet das Datum des Briefes?", "31. März 2024"),
        ("Wie lautet die Anrede?", "Sehr geehrter Herr Lang"),
        ("Wie heißt die Firma?", "Stadtwerke Nord GmbH"),
    ],
)
def test_a_german_letter_has_its_subject_over_the_salutation(question: str, answer: str) -> None:
    assert said(question, GERMAN) == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Qui est le destinataire ?", "Jean Petit"),
        ("Qui est l'expéditeur ?", "Marie Dupont"),
        ("Quel est l'objet de la lettre ?", "Réunion du conseil"),
        ("À quelle heure commence la réunion ?", "14:30"),
    ],
)
def test_a_french_memorandum_is_read_by_its_keys(question: str, answer: str) -> None:
    assert said(question, FRENCH) == answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What is the title of the document?", "SURVEY OF SUGAR PRICES"),
        ("What is the page number?", "12"),
        ("What is the title of Table 4?", "Prices by year"),
        ("What is the table number?", "4"),
        ("What is the progress report number?", "37"),
        ("What does RSC stand for?", "Risk Science Center"),
        ("What does 'V' stand for?", "validation"),
        ("When is the coffee break?", "9:30 A.M."),
        ("At what time is lunch?", "12:15 P.M."),
        ("What is the e-mail address of Rick Winner?", "winner@example.com"),
        ("What is the fax number?", "(609) 989-7491"),
        ("What type of voucher is this?", "TRAVEL VOUCHER"),
    ],
)
def test_a_report_tells_its_titles_numbers_and_hours(question: str, answer: str) -> None:
    assert said(question, REPORT) == answer


@pytest.mark.parametrize(
    "question",
    [
        "Who is the king?",
        "When was it paid?",
        "What is the telephone number of the bank?",
        "What is the zip code?",
        "What is the title of Table 9?",
        "What does WHO stand for?",
        "What is the name of the traveller?",
        "What is the colour of the paper?",
        "",
        "?",
    ],
)
def test_what_the_page_does_not_tell_is_not_told(question: str) -> None:
    assert said(question, REPORT) == ""


def test_a_page_without_words_tells_nothing() -> None:
    assert said("What is the title?", Page(1, 595.0, 842.0)) == ""
    assert said("What is the page number?") == ""


def test_the_answer_stands_on_the_words_that_say_it() -> None:
    answer = page_answer("What is the fax number?", [ENGLISH, REPORT])
    assert answer is not None
    assert REPORT.text_of(answer.words) == "(609) 989-7491"


def test_a_page_on_its_side_is_read_upright() -> None:
    turned = tuple(Word(w.text, Box(w.box.top, 1 - w.box.right, w.box.bottom, 1 - w.box.left)) for w in ENGLISH.words)
    assert said("To whom is the letter addressed?", Page(1, 842.0, 595.0, turned, turn=90)) == "Ms. Julia Bell"


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("What is the date of the telephone bill?", Form.DAY),
        ("When was the fax sent?", Form.DAY),
        ("Wann wurde das Telefon bestellt?", Form.DAY),
        ("Quelle est la date de la facture de téléphone ?", Form.DAY),
        ("What is the fee for the website?", Form.AMOUNT),
        ("What is the telephone number for the date of the visit?", Form.PHONE),
        ("Im Jahr 2010 gab es wie viele Mitglieder?", Form.NUMBER),
        ("How much percent is the fee?", Form.PERCENT),
        ("At what time does the date begin?", Form.TIME),
    ],
)
def test_the_form_is_that_of_the_words_that_ask_or_else_come_first(question: str, form: Form) -> None:
    asked = form_asked(question)
    assert asked is not None
    assert asked.form is form


@pytest.mark.parametrize(("confidence", "answer"), [(0.95, "Rick Winner"), (0.3, "SURVEY OF SUGAR PRICES")])
def test_the_surer_of_page_and_model_is_believed(confidence: float, answer: str) -> None:
    question = "What is the title of the document?"
    engine = FieldAnswers(told({question: Said("Rick Winner", confidence)}), ())
    (found,) = engine.ask(document(REPORT), [question])
    assert found.text == answer
    assert {found.text, *(one.text for one in found.alternatives)} >= {"Rick Winner"}


def test_on_an_invoice_what_the_model_finds_is_believed_against_the_print() -> None:
    question = "Wie lautet die Telefonnummer der Filiale?"
    shown = document(page([*invoice_lines(), (0.70, [(0.1, "Filiale Telefon 040 123 45 67")])]))
    said = Answer(question, "00471", True, 0.82, 1, (8,))
    believed, printed = (told_by_page(said, shown, known=known) for known in (True, False))
    assert believed
    assert printed
    assert (believed.answer.text, printed.answer.text) == ("00471", "040 123 45 67")


def test_a_key_whose_value_cannot_be_what_is_asked_is_passed_over() -> None:
    form = page([(0.1, [(0.1, "Break"), (0.5, "Lunch")]), (0.2, [(0.1, "12:00 Noon"), (0.4, "Break")])])
    question = "When is the break?"
    engine = FieldAnswers(told({question: Said("12:00 Noon", 0.5)}), ())
    (found,) = engine.ask(document(form), [question])
    assert found.text == "12:00 Noon"


def test_forms_of_a_word_are_alike_and_words_that_only_begin_so_are_not() -> None:
    assert alike("attendee", "attendees")
    assert not alike("king", "kingdom")
    assert alike("sign", "signed")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("employer", "employee"),
        ("payee", "payer"),
        ("trainers", "trainees"),
        ("lessor", "lessee"),
        ("insurer", "insured"),
        ("employeur", "employe"),
        ("assureurs", "assures"),
    ],
)
def test_who_does_it_is_not_to_whom_it_is_done(one: str, other: str) -> None:
    assert not alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("attendee", "attendees"), ("employer", "employers"), ("order", "ordered"), ("printer", "printed")],
)
def test_forms_of_one_word_stay_alike(one: str, other: str) -> None:
    assert alike(one, other)


CONTRACT = page(
    [
        (0.05, [(0.1, "EMPLOYMENT CONTRACT")]),
        (0.10, [(0.1, "The employment begins on 1 May 2025.")]),
        (0.20, [(0.1, "Ihre Anreise ist am 3. Juni 2025.")]),
        (0.30, [(0.1, "Ancien tarif : 45 €")]),
        (0.40, [(0.1, "The lease starts 1 July 2025 and ends 30 June 2026.")]),
    ]
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When does the employment begin?", "1 May 2025"),
        ("When does the employment end?", ""),
        ("Wann ist die Anreise?", "3. Juni 2025"),
        ("Wann ist die Abreise?", ""),
        ("Quel est le montant du nouveau tarif ?", ""),
        ("Quel est le montant de l'ancien tarif ?", "45 €"),
        ("When does the lease start?", "1 July 2025"),
        ("When does the lease end?", "30 June 2026"),
    ],
)
def test_what_stands_beside_the_opposite_of_what_is_asked_is_no_answer(question: str, answer: str) -> None:
    assert said(question, CONTRACT) == answer


@pytest.mark.parametrize(
    ("printed", "hours"),
    [
        ("L'expert passera le 27 juin à 14 h 30 précises.", ["14 h 30"]),
        ("Ouvert de 9 h à 18 h 30", ["9 h à 18 h 30"]),
        ("Concert samedi, 20 h", ["20 h"]),
        ("Fermeture à 19h Accueil", ["19h"]),
        ("9h-12h et 14h30–18h", ["9h-12h", "14h30–18h"]),
        ("Beginn um 14.30 Uhr", ["14.30 Uhr"]),
        ("35 h par semaine, 7 h/jour, 48 h au plus", []),
        ("Livraison sous 24 h, 3 h de cours, en 2 h", []),
        ("6 h Montage, Ref. 14h3, 1 h 30 min", []),
    ],
)
def test_hours_are_times_as_french_papers_print_them_and_lengths_of_time_are_none(
    printed: str, hours: list[str]
) -> None:
    assert [one.text for one in typed_texts(sheet_of(page([(0.1, [(0.1, printed)])])), Form.TIME)] == hours


def test_a_model_misled_by_the_same_few_words_makes_what_they_lead_to_no_surer() -> None:
    sheet = page([(0.10, [(0.1, "The tenancy is dated 1 May 2025")])])
    few, much = "When was the tenancy inspected?", "When is the tenancy dated?"

    def confidence(question: str) -> float:
        (model,) = told({question: Said("1 May 2025", 0.5)}).ask(document(sheet), [question])
        ruled = told_by_page(model, document(sheet), known=False)
        assert ruled is not None
        return ruled.answer.confidence

    assert confidence(few) < 0.8
    assert confidence(much) > 0.9


STAFF = page(
    [
        (0.05, [(0.1, "Board of trustees: Edgar Lowe, President; Tina Wolff, Vice President; Omar Reid, Secretary")]),
        (0.10, [(0.1, "Leitung: Renate Vogt, Verwalterin")]),
        (0.15, [(0.1, "Contact : Mme Sylvie Garnier, Responsable de l'accueil")]),
        (0.20, [(0.1, "Sean O'Neil")]),
        (0.22, [(0.1, "Head of Circulation")]),
    ]
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What is Tina Wolff's role?", "Vice President"),
        ("Who is Edgar Lowe?", "President"),
        ("What role does Omar Reid have?", "Secretary"),
        ("What is Sean O'Neil's job title?", "Head of Circulation"),
        ("What is Edgar Lowe’s position?", "President"),
        ("Welche Funktion hat Renate Vogt?", "Verwalterin"),
        ("Welches Amt hat Renate Vogt inne?", "Verwalterin"),
        ("Quelle fonction occupe Sylvie Garnier ?", "Responsable de l'accueil"),
        ("Who is the vice president?", "Tina Wolff"),
        ("Who is the secretary?", "Omar Reid"),
        ("Wer ist die Verwalterin?", "Renate Vogt"),
    ],
)
def test_the_office_of_a_name_stands_behind_it_up_to_a_semicolon(question: str, answer: str) -> None:
    assert said(question, STAFF) == answer


def test_an_office_behind_a_name_and_a_comma_tells_who_holds_it() -> None:
    board = page([(0.1, [(0.1, "Edgar Lowe, Treasurer, Omar Reid, Tina Wolff")])])
    assert said("Who is the treasurer?", board) == "Edgar Lowe"


def test_what_is_told_in_brackets_behind_a_name_is_not_open_to_what_else_the_page_states() -> None:
    (model,) = told({}).ask(document(MINUTES), ["Who is the chair?"])
    ruled = told_by_page(model, document(MINUTES), known=False)

    assert ruled is not None
    assert (ruled.answer.text, ruled.is_open) == ("Margaret Ellis", False)


NOTED = page(
    [
        (0.10, [(0.1, "Table 3: Monthly rainfall in inches")]),
        (0.115, [(0.1, "Month"), (0.3, "North"), (0.5, "South")]),
        (0.13, [(0.1, "March"), (0.3, "2.7"), (0.5, "n/a (1)")]),
        (0.15, [(0.1, "Research *"), (0.3, "1.4"), (0.5, "1.9")]),
        (0.17, [(0.1, "TSH"), (0.3, "2.1"), (0.5, "mIU/L")]),
        (0.20, [(0.1, "* Includes grants of the State of Maine.")]),
        (0.22, [(0.1, "(1) Gauge out of order from March 2")]),
        (0.235, [(0.1, "to March 30.")]),
        (0.26, [(0.1, "TSH: thyroid stimulating hormone")]),
        (0.30, [(0.1, "2 Wooden blocks, set of 50")]),
    ]
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What does the asterisk mean?", "Includes grants of the State of Maine"),
        ("What does the * next to Research stand for?", "Includes grants of the State of Maine"),
        ("Was bedeutet das Sternchen?", "Includes grants of the State of Maine"),
        ("Que signifie l'astérisque ?", "Includes grants of the State of Maine"),
        ("What does footnote 1 say?", "Gauge out of order from March 2 to March 30"),
        ("Was steht in Fußnote (1)?", "Gauge out of order from March 2 to March 30"),
        ("Que dit la note de bas de page 1 ?", "Gauge out of order from March 2 to March 30"),
        ("What does footnote 2 say?", ""),
        ("What is the number of delivery note 1?", ""),
        ("What does TSH stand for?", "thyroid stimulating hormone"),
        ("What is the title of Table 3?", "Monthly rainfall in inches"),
    ],
)
def test_notes_short_forms_and_captions_are_told_from_the_rows_of_a_table(question: str, answer: str) -> None:
    assert said(question, NOTED) == answer


BILL = page([(0.05, [(0.1, "Bill date: June 3, 2005")]), (0.08, [(0.1, "Due date: June 24, 2005")])])


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Is the bill date June 3, 2005?", "yes"),
        ("Is the bill date June 24, 2005?", "no"),
        ("Is the due date before June 3, 2005?", "no"),
    ],
)
def test_a_day_is_confirmed_or_denied_by_the_one_beside_what_is_asked(question: str, answer: str) -> None:
    (found,) = FieldAnswers(told({}), ()).ask(document(BILL), [question])
    assert found.text == answer


SAMPLE = page(
    [
        (0.05, [(0.1, "Sample type: serum"), (0.5, "Date collected: 11/03/2020")]),
        (0.07, [(0.1, "Sample number: K 17"), (0.5, "Date reported: 11/05/2020")]),
        (0.10, [(0.1, "Rechnungsdatum: 12.03.2024 Lieferung erfolgt: 14.03.2024")]),
        (0.15, [(0.1, "Payé le : 3 mai 2021 Envoyé le : 5 mai 2021")]),
    ]
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When was the sample collected?", "11/03/2020"),
        ("When was the sample reported?", "11/05/2020"),
        ("Wann ist die Lieferung erfolgt?", "14.03.2024"),
        ("Quand la facture a-t-elle été payée ?", "3 mai 2021"),
    ],
)
def test_the_words_of_a_key_tell_of_the_value_behind_it_alone(question: str, answer: str) -> None:
    assert said(question, SAMPLE) == answer


@pytest.mark.parametrize(
    ("question", "model", "answer"),
    [
        ("Who signed the letter?", "Mr. John Carter", "Carolyn M. Walden"),
        ("To whom is the letter addressed?", "Carolyn M. Walden", "Ms. Julia Bell"),
        ("To whom is the letter addressed?", "986-6100", "Ms. Julia Bell"),
        ("To whom is the letter addressed?", "Julia Bell", "Julia Bell"),
        ("Who signed the letter?", "Director of Sales", "Director of Sales"),
    ],
)
def test_a_model_that_names_another_part_of_the_letter_is_not_believed(question: str, model: str, answer: str) -> None:
    engine = FieldAnswers(told({question: Said(model, 0.95)}), ())
    (found,) = engine.ask(document(ENGLISH), [question])
    assert found.text == answer


PROGRAMME = page(
    [
        (0.10, [(0.1, "Panel discussion"), (0.5, "14:15 - 16:00")]),
        (0.20, [(0.1, "Führung durch das Museum"), (0.5, "9:30 bis 11:45")]),
        (0.30, [(0.1, "Atelier de peinture"), (0.5, "9 h à 18 h 30")]),
        (0.40, [(0.1, "Dinner"), (0.5, "7-9 p.m.")]),
    ]
)


@pytest.mark.parametrize(
    ("question", "answer", "evidence"),
    [
        ("When does the panel discussion end?", "16:00", "16:00"),
        ("At what time does the panel discussion start?", "14:15", "14:15"),
        ("When is the panel discussion?", "14:15 - 16:00", "14:15 - 16:00"),
        ("Bis wann ist die Führung?", "11:45", "11:45"),
        ("À quelle heure commence l'atelier ?", "9 h", "9 h"),
        ("When does the dinner end?", "9 p.m.", "7-9 p.m."),
        ("When does the dinner begin?", "7-9 p.m.", "7-9 p.m."),
    ],
)
def test_of_a_span_of_hours_the_begin_or_the_end_answers(question: str, answer: str, evidence: str) -> None:
    found = page_answer(question, [PROGRAMME])
    assert found is not None
    assert (found.text, PROGRAMME.text_of(found.words)) == (answer, evidence)


CLUB = page(
    [
        (0.10, [(0.1, "Members of the society in 2011: about 62 million")]),
        (0.20, [(0.1, "The printer delivered 2000 copies in May")]),
    ]
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [("How many members are there?", "62 million"), ("How many copies were delivered?", "2000")],
)
def test_how_many_is_answered_by_a_whole_number_and_by_no_year(question: str, answer: str) -> None:
    assert said(question, CLUB) == answer


SUNDRY = page(
    [
        (0.05, [(0.1, "Open from 1 June - 15 September 2018")]),
        (0.10, [(0.1, "9:00 A.M."), (0.3, "Registration")]),
        (0.13, [(0.1, "6:30 P.M."), (0.22, "Banquet - Hall of States")]),
        (0.15, [(0.1, "THURSDAY, MARCH 7")]),
        (0.25, [(0.1, "400"), (0.2, "Posters A2, full colour"), (0.6, "1.15"), (0.8, "460.00")]),
        (0.35, [(0.1, "Our order PO-9035/A of crates, picked up at the fire"), (0.7, "house No. 2")]),
        (0.45, [(0.1, "Date of the next committee: November 13, 2013")]),
        (0.55, [(0.1, "The congress is held in 1972. Proceedings cost 12 guilders.")]),
    ]
)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What is the registration fee?", ""),
        ("When is the banquet?", "6:30 P.M."),
        ("How many posters are there?", "400"),
        ("When does the committee meet?", ""),
        ("When does the next committee meet?", "November 13, 2013"),
        ("How much do the proceedings cost?", "12"),
        ("When does it open?", "1 June"),
        ("Until when is it open?", "15 September 2018"),
    ],
)
def test_a_text_answers_by_all_of_it_and_by_what_is_told_right_beside_it(question: str, text: str) -> None:
    said = page_answer(question, [SUNDRY])
    assert (said.text if said else "") == text


@pytest.mark.parametrize("printed", ["Order PO-9035/A of crates", "Crates of fire house No. 2", "Crates at 9:00 A.M."])
def test_a_number_that_counts_nothing_is_not_how_many(printed: str) -> None:
    assert page_answer("How many crates are there?", [page([(0.1, [(0.1, printed)])])]) is None


AGENDA = page(
    [
        (0.05, [(0.1, "Trustees' Meeting - Agenda")]),
        (0.10, [(0.1, "1."), (0.15, "Call to order"), (0.6, "M. Delacroix")]),
        (0.12, [(0.1, "2."), (0.15, "Minutes of September 11"), (0.6, "All")]),
        (0.14, [(0.1, "3."), (0.15, "Old business")]),
        (0.16, [(0.15, "a) Roof repair")]),
        (0.18, [(0.1, "4."), (0.15, "Adjournment")]),
    ]
)
TOPS = page([(0.10 + n / 50, [(0.1, f"TOP {n}"), (0.2, one)]) for n, one in enumerate(("Wahl", "Kasse", "Fest"), 1)])


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What's the second item on the agenda?", "Minutes of September 11"),
        ("What is item number 3 of the agenda?", "Old business"),
        ("What is the last item on the agenda?", "Adjournment"),
        ("What is item 7?", ""),
        ("Who presents item 1?", ""),
    ],
)
def test_an_item_of_a_numbered_list_is_told_by_its_number_or_place(question: str, text: str) -> None:
    said = page_answer(question, [AGENDA])
    assert (said.text if said else "") == text


def test_german_items_are_called_top() -> None:
    said = page_answer("Was ist TOP 3?", [TOPS])
    assert said
    assert said.text == "Fest"


def test_two_numbered_lists_tell_no_item() -> None:
    lists = [(y + n / 50, [(0.1, f"{n}. Topic {n}")]) for y in (0.1, 0.5) for n in (1, 2, 3)]
    assert page_answer("What is the second item on the agenda?", [page(lists)]) is None


PARTICIPANTS = page(
    [
        (0.10, [(0.1, "Dr. Elsa Brandvold"), (0.6, "Mr. Walter P. Ingersoll")]),
        (0.12, [(0.1, "University of Manitoba"), (0.6, "Vice President, Public Affairs")]),
        (0.14, [(0.1, "Winnipeg, Canada"), (0.6, "Domino Valley Sugar Company")]),
        (0.16, [(0.6, "Baltimore, Maryland 21230")]),
        (0.30, [(0.1, "Frau Ilse Baumgart"), (0.6, "Mr. Sidney Lowell")]),
        (0.32, [(0.1, "Rosenweg 4"), (0.6, "Vice President, Public Affairs")]),
        (0.34, [(0.1, "37085 Göttingen")]),
    ]
)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Which city is Dr. Brandvold from?", "Winnipeg"),
        ("Which country does Elsa Brandvold come from?", "Canada"),
        ("In which state is Domino Valley Sugar Company located?", "Maryland"),
        ("In welcher Stadt wohnt Frau Baumgart?", "Göttingen"),
        ("Which city is Mr. Lowell from?", ""),
        ("Which city is Dr. Katzen from?", ""),
        ("Which city won the prize?", ""),
    ],
)
def test_a_city_or_what_is_around_it_stands_in_the_address_of_who_is_there(question: str, text: str) -> None:
    said = page_answer(question, [PARTICIPANTS])
    assert (said.text if said else "") == text


def test_a_list_of_names_is_no_address() -> None:
    names = page(
        [(0.1, [(0.1, "Dimitrov, Ivan"), (0.5, "Denver")]), (0.12, [(0.1, "Foster, William"), (0.5, "Salem")])]
    )
    assert page_answer("In which city does Ivan Dimitrov live?", [names]) is None


def test_a_notice_has_a_heading_too() -> None:
    notice = page(
        [(0.05, [(0.3, "PUBLIC NOTICE")]), (0.2, [(0.1, "Customers may notice cloudy water for some hours.")])]
    )
    said = page_answer("What is the heading of the notice?", [notice])
    assert said
    assert said.text == "PUBLIC NOTICE"


@pytest.mark.parametrize(
    "question", ["What is the tax rate?", "Wie hoch ist der Steuersatz?", "Quel est le taux de TVA ?"]
)
def test_a_rate_is_a_share(question: str) -> None:
    bill = page([(0.1, [(0.1, "Tax TVA 8.875%"), right(0.8, "0.43")]), (0.2, [(0.1, "Total"), right(0.8, "5.27")])])
    said = page_answer(question, [bill])
    assert said
    assert said.text == "8.875%"


def test_an_hour_on_the_line_of_what_is_asked_answers_when_before_a_day_below() -> None:
    said = page_answer("When is the banquet?", [SUNDRY])
    assert said
    assert said.text == "6:30 P.M."


@pytest.mark.parametrize(
    ("form", "printed", "texts"),
    [
        (Form.DAY, "sort code 30-91-44", []),
        (Form.DAY, "on 12/31/2024 or 97/04/12", ["12/31/2024", "97/04/12"]),
        (Form.NUMBER, "7 412 tantièmes sur 10 000.", ["7 412", "10 000"]),
        (Form.NUMBER, "le 5 mai 2024, 12 personnes", ["5", "2024", "12"]),
        (Form.AMOUNT, "au lac, 2 571,35 € TTC", ["2 571,35 €"]),
        (Form.AMOUNT, "CHF 1 200.50 in all", ["CHF 1 200.50"]),
    ],
)
def test_a_sort_code_is_no_day_and_spaces_group_digits(form: Form, printed: str, texts: list[str]) -> None:
    assert [one.text for one in typed_texts(sheet_of(page([(0.1, [(0.1, printed)])])), form)] == texts


@pytest.mark.parametrize(
    ("question", "printed", "name"),
    [
        ("Wie heißt die Mieterin?", "3. OG links, Mieterin Frau Nowak", "Frau Nowak"),
        ("What is the name of the owner?", "Workshop, Owner Mr. Ian Hale", "Mr. Ian Hale"),
    ],
)
def test_of_a_person_behind_a_noun_for_who_that_is_the_name_answers(question: str, printed: str, name: str) -> None:
    sheet = page([(0.1, [(0.1, printed)]), (0.2, [(0.1, "Ausgeführt durch J. Brandl")])])
    said = page_answer(question, [sheet])
    assert said is not None
    assert said.text == name


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("l'expert M. Paul Lacombe, le 14 avril", ["M. Paul Lacombe"]),
        ("offered to Mrs Karen Oduya. Annual Rent rises", ["Mrs Karen Oduya.", "Annual Rent"]),
        ("seen by Prof. Robt. Smith", ["Prof. Robt. Smith"]),
        ("Anna van de Velde", ["Anna van de Velde"]),
        ("an Frau Marlies Hoch, Tel. 07531 55 501", ["Frau Marlies Hoch"]),
        ("John M. Carter, M.D., and Ann Lee, PhD", ["John M. Carter, M.D.", "Ann Lee, PhD"]),
    ],
)
def test_a_name_ends_with_its_sentence_and_in_no_joining_word(printed: str, names: list[str]) -> None:
    assert [one.text for one in typed_texts(sheet_of(page([(0.1, [(0.1, printed)])])), Form.PERSON)] == names


def test_a_question_for_what_costs_most_asks_for_no_amount() -> None:
    assert form_asked("Which service cost the most?") is None
    assert form_asked("Welches Gerät kostet am meisten?") is None
    assert form_asked("Which amount was paid?") is not None


def test_a_number_right_before_all_that_is_counted_is_not_open_to_what_else_the_page_states() -> None:
    note = page([(0.1, [(0.1, "Gewicht gesamt: 86,4 kg auf 2 Paletten")]), (0.2, [(0.1, "Seite 1 von 3")])])
    (answer,) = FieldAnswers(told({}), ()).ask(document(note), ["Wie viele Paletten sind es?"])
    assert (answer.text, answer.found) == ("2", True)

"""On paper: A4, everything there, also what the screen hides until it is asked for, and no page empty."""

import subprocess
import unicodedata
from collections import Counter

# The words of the page, element by element; with the selector of what to look in.
WORDS = """selector => [...document.querySelectorAll(selector)]
    .filter(element => element.children.length === 0 && !element.closest('title, desc'))
    .map(element => element.textContent)"""


def test_paper_has_everything_and_no_page_is_blank(opened, page_of, tmp_path):
    page = opened(page_of)
    file = tmp_path / "page.pdf"
    page.pdf(path=file, format="A4", prefer_css_page_size=True)
    # In the order in which it was drawn, so that columns do not mix.
    command = ["pdftotext", "-raw", file, "-"]
    text = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout

    blank = [number for number, words in enumerate(text.split("\f")[:-1], start=1) if not words.strip()]
    assert blank == []

    on_paper = squeezed(text)
    hidden = page.evaluate(WORDS, "details :not(summary, summary *)")
    assert [words for words in hidden if squeezed(words) not in on_paper] == []

    # What lies beyond the edge is not printed. Paper may have more: bullets, and heads of tables again.
    on_screen = squeezed("".join(page.evaluate(WORDS, "body *")))
    assert on_screen
    assert Counter(on_screen) - Counter(on_paper) == Counter(), "cut off"


def squeezed(text):
    """Only the visible characters: where a line is broken is of no importance, be it within a word."""
    return "".join(character for character in text if unicodedata.category(character)[0] not in "CZ")

"""Pages of the site on paper: what they are about, and nothing of the ways to other pages."""

import subprocess

import pytest
from playwright.sync_api import expect

# What is of use on a screen alone.
OF_SCREENS = ".skip, .demo, .places, .menu, .you, .crumbs, .tabs, .colophon ul, form"


@pytest.mark.parametrize(
    ("somebody", "kind", "words"),
    (
        ("teacher", "/teams/:id/trust", ("Tillitskarta", "Processtillit", "HT 2013")),
        ("teacher", "/teams/:id/outcome", ("Utfall enligt laget",)),
        ("principal", "/schools/:id/outcome", ("Utfall enligt lärarna",)),
    ),
)
def test_paper_has_the_matter_and_no_navigation(people, tmp_path, somebody, kind, words):
    page, kinds = people(somebody)
    page.goto(kinds[kind])
    page.emulate_media(media="print")
    try:
        for element in page.locator(OF_SCREENS).all():
            expect(element).to_be_hidden()
        page.pdf(path=tmp_path / "page.pdf", format="A4", prefer_css_page_size=True)
    finally:
        page.emulate_media(media="null")
    command = ["pdftotext", "-raw", tmp_path / "page.pdf", "-"]
    text = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    assert [number for number, sheet in enumerate(text.split("\f")[:-1], start=1) if not sheet.strip()] == []
    on_paper = " ".join(text.split())
    assert [word for word in words if word not in on_paper] == []
    assert "Byt person" not in on_paper and "Logga ut" not in on_paper

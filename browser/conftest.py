"""One Chromium for all tests, and the pages that they look at."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import report_pages
from report_pages import PAGES

CHROMIUM = "/usr/bin/chromium"
# A desk, a telephone, and the narrowest that WCAG's reflow asks for.
WIDTHS = (1280, 360, 320)
HEIGHT = 900
SCHEMES = ("light", "dark")


def pytest_generate_tests(metafunc):
    if "page_of" in metafunc.fixturenames:
        in_one_language = metafunc.definition.get_closest_marker("in_one_language")
        pages = [page for page in PAGES if page.language == "sv" or not in_one_language]
        metafunc.parametrize("page_of", pages, ids=str)
    if "scheme" in metafunc.fixturenames:
        metafunc.parametrize("scheme", SCHEMES)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """Where the pages lie."""
    folder = tmp_path_factory.mktemp("pages")
    report_pages.make(folder)
    return folder


@pytest.fixture(scope="session")
def window():
    """The one window that all pages are looked at in: a new one for each takes longer than the looking."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser.new_context(offline=True).new_page()
        browser.close()


@pytest.fixture
def opened(window, folder):
    """A function that loads a report's page into the window."""

    def load(page_of, *, width=WIDTHS[0], scheme=SCHEMES[0]):
        window.set_viewport_size({"width": width, "height": HEIGHT})
        window.emulate_media(color_scheme=scheme, media="null")
        window.goto((folder / page_of.file_name).as_uri())
        return window

    return load


def open_details(page, is_open=True):
    page.evaluate("open => document.querySelectorAll('details').forEach(d => { d.open = open })", is_open)


@pytest.fixture(scope="session", autouse=True)
def screenshots(window, folder):
    """Pictures of each page at each width, light and dark, in the folder that KOLLEGIUM_SCREENSHOTS names."""
    yield
    if not (named := os.environ.get("KOLLEGIUM_SCREENSHOTS")):
        return
    pictures = Path(named)
    pictures.mkdir(parents=True, exist_ok=True)
    for page_of in PAGES:
        window.goto((folder / page_of.file_name).as_uri())
        for scheme in SCHEMES:
            window.emulate_media(color_scheme=scheme, media="null")
            for width in WIDTHS:
                window.set_viewport_size({"width": width, "height": HEIGHT})
                window.screenshot(path=pictures / f"{page_of}-{width}-{scheme}.png", full_page=True)

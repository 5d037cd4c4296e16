"""One Chromium for all tests, the reports' pages that they look at, and the site with its people."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import report_pages
from demo_site import OPEN_WAVE, DemoSite
from errands import WAYS, Errand
from report_pages import PAGES
from site_pages import ROLES, found, step_in

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
    if "role" in metafunc.fixturenames:
        metafunc.parametrize("role", ROLES)
    if "errand" in metafunc.fixturenames:
        metafunc.parametrize("errand", WAYS, ids=str, indirect=True)
    if "answering" in metafunc.fixturenames and not metafunc.definition.get_closest_marker("with_scripts"):
        metafunc.parametrize("answering", WAYS, ids=str, indirect=True)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """Where the pages lie."""
    folder = tmp_path_factory.mktemp("pages")
    report_pages.make(folder)
    return folder


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def window(chromium):
    """The one window that all reports are looked at in: a new one for each takes longer than the looking."""
    return chromium.new_context(offline=True).new_page()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The demonstration, which all tests share: each leaves it as others can use it."""
    site = DemoSite(tmp_path_factory.mktemp("site"))
    yield site
    site.stop()


@pytest.fixture(scope="session")
def site_for_imports(tmp_path_factory):
    """Another: what is imported is there to stay, and changes what a programme's leader comes to."""
    site = DemoSite(tmp_path_factory.mktemp("site-for-imports"))
    yield site
    site.stop()


@pytest.fixture
def site_with_open_wave(tmp_path):
    """One for each test: a questionnaire is answered once."""
    site = DemoSite(tmp_path, OPEN_WAVE)
    yield site
    site.stop()


@pytest.fixture
def answering(chromium, site_with_open_wave, request):
    """A teacher whose questionnaire is open, at a device of the kind that is tried."""
    errand = Errand(chromium, site_with_open_wave, getattr(request, "param", WAYS[3]))
    errand.step_in("teacher")
    yield errand
    errand.close()


@pytest.fixture
def errand(chromium, site, request):
    """Somebody at a device of the kind that is tried, who begins with nothing."""
    errand = Errand(chromium, site, request.param)
    yield errand
    errand.close()


@pytest.fixture(scope="session")
def people(chromium, site):
    """A function that gives somebody's window, and the kinds of pages that they find; the same each time."""
    known = {}

    def somebody(role):
        if role not in known:
            page = chromium.new_context(locale="sv-SE").new_page()
            step_in(page, site, role)
            known[role] = page, found(page.context, site, role)
        return known[role]

    return somebody


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

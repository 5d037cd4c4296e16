"""A researcher's files from the order to the program that reads them, and what a no does to them."""

import csv
import io
import re
import zipfile

import pyreadstat
import pytest
from playwright.sync_api import expect

from demo_site import DemoSite
from errands import WAYS, Errand
from site_pages import step_in
from test_errands_questionnaire import is_sound

FORMATS = {"sav": "SPSS (.sav)", "csv": "CSV med kodbok (zip)"}


@pytest.fixture(params=WAYS, ids=str)
def asking(chromium, tmp_path, request):
    """A researcher at a demonstration of their own: who says no is in no later file of anybody's."""
    site = DemoSite(tmp_path)
    errand = Errand(chromium, site, request.param)
    errand.step_in("researcher")
    yield errand
    errand.close()
    site.stop()


def to_files(errand):
    errand.open("/")
    start = errand.page.content()
    errand.open(re.search(r'href="(/programmes/[a-z2-7]{26})/', start)[1] + "/research")
    errand.is_at("Forskningsfiler")


def order(errand, ending):
    """Asks for a file and waits until it is there. Gives the address of its page."""
    to_files(errand)
    errand.page.locator("main").get_by_label("Format").select_option(label=FORMATS[ending])
    errand.press("Skriv filen")
    expect(errand.page).to_have_url(re.compile("/research-files/"))
    address = errand.page.url
    ready = errand.page.get_by_role("link", name="Hämta filen")
    for _ in range(100):
        if ready.count():
            break
        errand.page.wait_for_timeout(200)
        errand.page.goto(address)
    is_sound(errand)
    return address


def fetched(errand):
    """The bytes of the file whose page is open."""
    with errand.page.expect_download() as download:
        errand.follow("Hämta filen")
    return download.value.path()


def read_sav(path, folder):
    # pyreadstat goes by the ending.
    copy = folder / "file.sav"
    copy.write_bytes(path.read_bytes())
    return pyreadstat.read_sav(copy, output_format="dict")


def say_no(errand, role):
    """Somebody at another device takes their yes to research back."""
    page = errand.another_device()
    step_in(page, errand.site, role)
    page.goto(errand.site.address + "/participation")
    page.locator('main input[name="research"][value="no"]').first.check(force=True)
    page.get_by_role("button", name="Spara mina svar").first.click()
    expect(page).to_have_url(re.compile("/participation/receipts/"))


def test_a_file_with_labels_and_a_no_that_holds_from_then_on(asking, tmp_path):
    table = order(asking, "csv")
    with zipfile.ZipFile(fetched(asking)) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("teacher.csv").decode("utf-8-sig"))))
        book = list(csv.DictReader(io.StringIO(archive.read("teacher-codebook.csv").decode("utf-8-sig"))))
    labels = {one["variable"]: one for one in book}
    assert "5 = stämmer helt" in labels["trust_p03"]["values"]
    assert "3 = på papper" in labels["entry"]["values"]
    before = order(asking, "sav")
    frame, meta = read_sav(fetched(asking), tmp_path)
    assert list(frame) == [one["variable"] for one in book]
    assert meta.variable_value_labels["trust_p03"][5.0] == "stämmer helt"
    assert meta.column_names_to_labels["trust_p03"] == labels["trust_p03"]["label"]
    people = set(frame["person"])
    assert people == {row["person"] for row in rows} and len(people) > 10

    say_no(asking, "teacher")
    for address in (table, before):
        asking.page.goto(address)
        asking.shows("lämnas inte ut")
        asking.no_longer_shows("Hämta filen")
        # Nor by the address itself.
        asking.page.goto(address + "/content")
        expect(asking.page).to_have_url(address)
    order(asking, "sav")
    later, _ = read_sav(fetched(asking), tmp_path)
    assert len(people - set(later["person"])) == 1 and set(later["person"]) < people

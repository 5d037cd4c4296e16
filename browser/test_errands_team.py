"""What those in a team come for, and those who supervise it."""

from urllib.parse import urlsplit

from playwright.sync_api import expect

COMMENT = "Vi känner igen oss, men våren var tyngre än så."
REASON = "Samtalen har öppnat sig mer än svaren visar."


def test_a_teacher_reads_why_and_says_what_the_team_thinks(errand):
    errand.step_in("teacher")
    errand.follow("Till lagets sida")
    errand.is_at("Arbetslag 4–9")
    errand.page.get_by_role("link", name="Tillitskarta", exact=True).first.click()
    errand.is_at("Tillitskarta")
    errand.follow("Processtillit, HT 2013")
    errand.is_at("Processtillit, HT 2013")
    errand.shows("Källa för källa")

    errand.press("Lägg till kommentaren")
    expect(errand.page.get_by_role("alert")).to_be_visible()
    errand.write("Skriv en kommentar", COMMENT)
    errand.press("Lägg till kommentaren")
    errand.shows(COMMENT)
    errand.press("Ta tillbaka")
    errand.no_longer_shows(COMMENT)


def test_a_teacher_whose_team_struggles_reads_what_would_help(errand):
    errand.step_in("teacher-in-a-hard-place")
    errand.follow("Se lagets tillitskarta")
    errand.is_at("Tillitskarta")
    errand.shows("Villkoren som de lag som fullföljde hade")
    errand.follow("Kollegial tillit, VT 2014")
    errand.shows("Enligt reglerna")
    errand.shows("Låg, preliminär")
    errand.shows("Källa för källa")
    errand.follow("Kollegial tillit, HT 2014")
    errand.is_at("Kollegial tillit, HT 2014")
    errand.shows("Otillräckligt underlag")


def test_the_teams_reports_are_a_press_away(errand):
    errand.step_in("teacher")
    errand.follow("Till lagets sida")
    for tab, heading in (
        ("Utfall", "Utfall enligt laget"),
        ("Kontinuitet", "Lagets kontinuitet"),
        ("Förändring", "Förändring i tilliten"),
        ("Lagets sida", "Arbetslag 4–9"),
    ):
        errand.follow(tab, exact=True)
        errand.is_at(heading)


def test_a_supervisor_sets_another_level_and_takes_it_back(errand):
    errand.step_in("supervisor")
    errand.follow("Till lagets sida")
    errand.follow("Tillitskarta", exact=True)
    errand.follow("Kollegial tillit, VT 2014")
    errand.choose("hög")
    errand.press("Sätt nivån")
    expect(errand.page.get_by_role("alert")).to_be_visible()
    expect(errand.page.get_by_role("radio", name="hög", exact=True)).to_be_checked()
    errand.write("Varför", REASON)
    errand.press("Sätt nivån")
    remark = errand.page.locator(".remark", has=errand.page.get_by_role("button", name="Ta tillbaka"))
    expect(remark).to_contain_text("hög")
    expect(remark).to_contain_text(REASON)
    remark.get_by_role("button", name="Ta tillbaka").click()
    # The reason goes; that there was a level of one's own, and that it was taken back, stays.
    errand.no_longer_shows(REASON)
    expect(remark).to_have_count(0)
    errand.shows("tillbakatagen")


def test_a_team_that_is_not_ones_own_is_nowhere(errand):
    errand.step_in("supervisor")
    errand.follow("Till lagets sida")
    others = urlsplit(errand.page.url).path
    errand.step_in("teacher")
    for path in (others, others + "/trust", others + "/members"):
        assert errand.open(path).status == 404
        errand.is_at("Här finns ingen sida")


def test_a_newcomer_joins_by_the_code_on_the_wall(errand):
    errand.step_in("conversation-leader")
    errand.go_to("Arbetslag 4–9")
    errand.follow("Lagkod")
    if errand.page.get_by_role("button", name="Stäng koden nu").is_visible():
        errand.press("Stäng koden nu")
    errand.press("Öppna en kod")
    letters = errand.page.locator("p.code > span").first.inner_text()

    leader, errand.page = errand.page, errand.another_device()
    email = errand.new_address("ny-i-laget")
    errand.open("/join")
    errand.write("Lagkod", letters)
    errand.write("Ditt namn", "Nils Ny")
    errand.write("Din e-postadress i arbetet", email)
    errand.press("Gå med")
    errand.is_at("Titta i din e-post")
    errand.page.goto(errand.link_sent_to(email))
    errand.press("Gå med")
    errand.is_at("Välkommen, Nils")
    errand.go_to("Arbetslag 4–9")
    errand.is_at("Arbetslag 4–9")

    errand.page = leader
    errand.press("Stäng koden nu")
    errand.page = errand.another_device()
    errand.open("/join")
    errand.write("Lagkod", letters)
    errand.write("Ditt namn", "Sen Sist")
    errand.write("Din e-postadress i arbetet", errand.new_address("for-sent"))
    errand.press("Gå med")
    expect(errand.page.get_by_role("alert")).to_be_visible()

"""What an administrator comes for."""

from playwright.sync_api import expect


def test_somebody_is_invited_appointed_and_shut_out(errand):
    email = errand.new_address("inbjuden")
    errand.step_in("administrator")
    errand.go_to("Konton")
    errand.follow("Bjud in någon")
    errand.write("E-postadress", email)
    errand.write("Namn", "Ulla Utsedd")
    errand.press("Skicka inbjudan")
    link = errand.link_sent_to(email)

    errand.go_to("Konton")
    errand.write("Namn eller e-post", email)
    errand.press("Sök")
    errand.page.locator("main tbody").get_by_role("link").first.click()
    errand.shows(email)
    errand.page.locator("summary", has_text="Ge ett uppdrag").click()
    errand.press("Ge uppdraget")
    expect(errand.page.get_by_role("alert")).to_be_visible()
    errand.page.get_by_label("Roll", exact=True).select_option(label="forskare")
    errand.page.get_by_label("Program", exact=True).select_option(index=1)
    errand.press("Ge uppdraget")
    appointments = errand.page.get_by_role("table", name="Uppdrag")
    expect(appointments).to_contain_text("forskare")

    administrator, errand.page = errand.page, errand.another_device()
    errand.page.goto(link)
    errand.press("Gå med")
    errand.open("/")
    errand.is_at("Studien")
    invited = errand.page

    errand.page = administrator
    errand.press("Avsluta")
    expect(errand.page.get_by_role("button", name="Avsluta")).to_have_count(0)
    errand.page.reload()
    errand.press("Stäng av kontot")
    errand.shows("Kontot är avstängt")

    errand.page = invited
    errand.open("/")
    expect(errand.page.get_by_role("button", name="Logga in")).to_be_visible()

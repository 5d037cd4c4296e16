"""What an administrator comes for, and the first errand of somebody whom they have asked in."""

from playwright.sync_api import expect

PASSWORD = "en mycket lugn onsdag i maj"


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


def test_a_researcher_chooses_a_password_and_signs_in_with_it_to_the_statistics(errand):
    email = errand.new_address("ny-forskare")
    errand.step_in("administrator")
    errand.go_to("Konton")
    errand.follow("Bjud in någon")
    errand.write("E-postadress", email)
    errand.write("Namn", "Rakel Räknare")
    errand.page.get_by_label("Roll", exact=True).select_option(label="forskare")
    errand.page.get_by_label("Program", exact=True).select_option(index=1)
    errand.press("Skicka inbjudan")
    link = errand.link_sent_to(email)

    errand.page = errand.another_device()
    errand.page.goto(link)
    errand.write("Välj ett lösenord", PASSWORD)
    errand.press("Gå med")
    errand.is_at("Studien")

    errand.page = errand.another_device()
    errand.open("/")
    errand.write("E-postadress", email)
    errand.write("Lösenord", PASSWORD)
    errand.press("Logga in")
    errand.is_at("Studien")
    errand.follow("Fem arbetslag i två år")
    errand.is_at("Statistik")
    errand.own_menu().get_by_role("button", name="Logga ut").click()
    expect(errand.page.get_by_role("button", name="Logga in")).to_be_visible()

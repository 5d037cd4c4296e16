/// The kinds of events that the bundle format knows, as readers call them.
enum EventKind {
    private static let names = [
        "leader-joins-supervision": Sentence(
            sv: "Ledare börjar vara med i handledningen", en: "Leader joins the supervision"),
        "leader-leaves-supervision": Sentence(
            sv: "Ledare slutar vara med i handledningen", en: "Leader leaves the supervision"),
        "individual-exemption": Sentence(sv: "Undantag för en enskild", en: "Exemption for one person"),
        "exclusion-agreed-jointly": Sentence(
            sv: "Gemensam överenskommelse om vilka som inte deltar",
            en: "Joint agreement on who does not take part"),
        "team-split": Sentence(sv: "Laget delas", en: "The team is split"),
        "team-merged": Sentence(sv: "Laget slås ihop med ett annat", en: "The team is merged with another"),
        "frame-reduced": Sentence(sv: "Ramen minskas", en: "The frame is reduced"),
        "organisation-unresolved": Sentence(sv: "Organiseringen olöst", en: "The organisation is unresolved"),
        "leader-feedback": Sentence(sv: "Återkoppling från ledningen", en: "Feedback from the leaders"),
        "driving-leader-left": Sentence(sv: "Drivande ledare slutar", en: "A driving leader leaves"),
        "filming-offered": Sentence(sv: "Filmning erbjuds", en: "Filming is offered"),
        "practice-shown": Sentence(
            sv: "Någon visar sin praktik för kollegorna", en: "Somebody shows their practice to colleagues"),
        "programme-ended": Sentence(sv: "Laget avslutar programmet", en: "The team ends the programme"),
        "note": Sentence(sv: "Anteckning", en: "Note"),
    ]

    /// A kind that the format does not know may say anything of anybody, so on a page it is only an event.
    static func words(_ kind: String, _ language: Language) -> String {
        (names[kind] ?? Sentence(sv: "Annan händelse", en: "Another event"))(language)
    }
}

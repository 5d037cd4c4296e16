extension Sentence {
    static let titleMissing = Sentence(
        sv: "namnet saknas; skriv det på svenska, engelska eller båda",
        en: "the name is missing; write it in Swedish, English or both")
    static let firstDayMissing = Sentence(
        sv: "programmets första dag saknas; skriv som 2013-08-19",
        en: "the programme's first day is missing; write it as 2013-08-19")
    static let lastDayMissing = Sentence(
        sv: "programmets sista dag saknas; skriv som 2015-06-12",
        en: "the programme's last day is missing; write it as 2015-06-12")
    static let tooLong = Sentence(
        sv: "programmet skulle pågå i mer än tjugo år; kontrollera årtalen",
        en: "the programme would last for more than twenty years; check the years")

    static func endsBeforeStart(_ starts: Day) -> Sentence {
        Sentence(
            sv: "sista dagen är före den första, \(Language.sv.date(starts)); rätta den ena",
            en: "the last day is before the first, \(Language.en.date(starts)); mend one of them")
    }

    static func unknownZone(_ typed: String) -> Sentence {
        Sentence(
            sv: "”\(typed.excerpt)” är ingen tidszon; skriv som Europe/Stockholm",
            en: "“\(typed.excerpt)” is no time zone; write it as Europe/Stockholm")
    }

    static func groupTooSmall(_ least: Int) -> Sentence {
        Sentence(
            sv: "minsta gruppen är \(least); den får höjas men inte sänkas, för då kunde någons svar skymta",
            en:
                "the smallest group is \(least); it may be raised and not lowered, or somebody's answer could show"
        )
    }

    static func groupLowered(_ present: Int) -> Sentence {
        Sentence(
            sv: "gruppen är \(present) i dag och får inte sänkas: de som svarat har fått veta att den gäller",
            en:
                "the group is \(present) today and can't be lowered: those who answered were told that it holds"
        )
    }

    static let readOnlyProgramme = Sentence(
        sv:
            "Programmet kom med en inläst studie och kan bara läsas. Ta över det först, om ni ska arbeta vidare i det.",
        en:
            "The programme came with an imported study and can only be read. Take it over first, if you are to work on in it."
    )

    /// Nothing of the kind, or not here: whoever asks need not know which.
    static let notHere = Sentence(
        sv: "Det finns inte här; kanske har någon tagit bort det.",
        en: "It is not here; perhaps somebody has taken it away.")
}

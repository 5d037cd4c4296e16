/// What those roles are told that have little waiting.
struct StartPlainWords {
    let reach: Reach

    func banner(_ language: Language) -> RoomBanner {
        guard reach.hat.role == .researcher else { return .start(language) }
        return RoomBanner(
            .research,
            Sentence(
                sv:
                    "Läses av studiens forskare. Sammanställda siffror lag för lag, med koder i stället för namn.",
                en:
                    "Read by the study’s researchers. Summed figures team by team, with codes in place of names."
            )(
                language), language)
    }

    var title: Sentence {
        switch reach.hat.role {
        case .researcher: Sentence(sv: "Studien", en: "The study")
        default: Sentence(sv: "Hej, \(reach.firstName)", en: "Hello, \(reach.firstName)")
        }
    }

    var lead: Sentence {
        switch reach.hat.role {
        case .researcher:
            Sentence(
                sv:
                    "Siffrorna har osäkerheten med sig, och säger vilka som inte är med. Inga siffror visas förrän en enkät har stängt.",
                en:
                    "Figures come with their uncertainty, and tell who is not in them. No figures are shown until a questionnaire has closed."
            )
        case .supervisorOfSupervisors:
            Sentence(
                sv: "Du läser handledarnas processrapporter och svarar på dem. Lagens egna rum når du inte.",
                en:
                    "You read the supervisors’ process reports and answer them. The teams’ own rooms you do not reach."
            )
        default:
            Sentence(
                sv:
                    "Du är inte med i något lag just nu, så lagens rum är stängda för dig. Det du själv har skrivit är ditt, och står här så att du kan ta det med dig.",
                en:
                    "You are in no team at present, so the teams’ rooms are closed to you. What you have written yourself is yours, and stands here so that you can take it along."
            )
        }
    }

    var ways: [(words: Sentence, url: SiteURL, about: Sentence)] {
        switch reach.hat.role {
        case .researcher:
            reach.signposts.programmes.flatMap { programme in
                [
                    (
                        programme.words, SiteURL.programme(programme.publicID, .statistics),
                        Sentence(
                            sv: "Statistiken: utfall, kontinuitet och förändring, med osäkerhet och metod.",
                            en: "The statistics: outcome, continuity and change, with uncertainty and method."
                        )
                    ),
                    (
                        Sentence(sv: "Forskningsfiler", en: "Research files"),
                        .programme(programme.publicID, .research),
                        Sentence(
                            sv: "Svar från dem som har sagt ja, under pseudonym: CSV, SPSS, Stata och JSON.",
                            en: "Answers of those who said yes, under pseudonyms: CSV, SPSS, Stata and JSON.")
                    ),
                ]
            }
        case .supervisorOfSupervisors: []
        default:
            [
                (
                    Sentence(sv: "Ditt ja eller nej", en: "Your yes or no"), .participation,
                    Sentence(
                        sv: "Vad dina svar får användas till. Du kan ändra dig när du vill, också nu.",
                        en:
                            "What your answers may be used for. You can change your mind at any time, now too."
                    )
                ),
                (
                    Sentence(sv: "Gå med i ett lag", en: "Join a team"), .join,
                    Sentence(
                        sv: "På en träff kan du gå med själv, med lagets kod.",
                        en: "At a meeting you can join by yourself, with the team’s code.")
                ),
                (
                    Sentence(sv: "Ditt konto", en: "Your account"), .account,
                    Sentence(sv: "Lösenord, språk och enheter.", en: "Password, language and devices.")
                ),
            ]
        }
    }

    var empty: (title: Sentence, sentence: Sentence)? {
        switch reach.hat.role {
        case .supervisorOfSupervisors:
            (
                Sentence(sv: "Inga rapporter väntar", en: "No reports wait"),
                Sentence(
                    sv: "När en handledare skriver en processrapport och vill ha ditt svar står den här.",
                    en: "When a supervisor writes a process report and wants your answer it stands here.")
            )
        case .researcher where reach.signposts.programmes.isEmpty:
            (
                Sentence(sv: "Ingen studie än", en: "No study yet"),
                Sentence(
                    sv: "Administratören ger dig den studie som du forskar i.",
                    en: "The administrator gives you the study that you do research in.")
            )
        default: nil
        }
    }
}

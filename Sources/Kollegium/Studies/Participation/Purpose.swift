/// What people say yes or no to in a study, one by one.
enum Purpose: String, Sendable, CaseIterable {
    case ownDevelopment = "own-development"
    case evaluation, research, quotation

    var name: Sentence {
        switch self {
        case .ownDevelopment: Sentence(sv: "Din egen utveckling", en: "Your own development")
        case .evaluation: Sentence(sv: "Utvärdering", en: "Evaluation")
        case .research: Sentence(sv: "Forskning", en: "Research")
        case .quotation: Sentence(sv: "Citat", en: "Quotation")
        }
    }

    /// What a yes lets happen.
    /// - Parameter isLeader: whether it is said to somebody who leads a school, and is in no team.
    func yes(isLeader: Bool = false) -> Sentence {
        switch self {
        case .evaluation where isLeader:
            Sentence(
                sv:
                    "Dina svar räknas med i programmets siffror, som bara visas när tillräckligt många har svarat.",
                en:
                    "Your answers count in the programme’s figures, which are shown only when enough people have answered."
            )
        case .ownDevelopment:
            Sentence(
                sv: "Du får möta det du själv svarade förut när du svarar igen. Ingen annan ser det.",
                en: "You meet what you answered before when you answer again. Nobody else sees it.")
        case .evaluation:
            Sentence(
                sv:
                    "Dina svar räknas med i arbetslagets och programmets siffror, som bara visas när tillräckligt många har svarat.",
                en:
                    "Your answers count in the figures of the team and the programme, which are shown only when enough people have answered."
            )
        case .research:
            Sentence(
                sv:
                    "Dina svar är med i de filer som studiens forskare arbetar med: under en pseudonym, med månad i stället för dag, och utan ditt namn. Det du skriver med egna ord kan vara med, så som du skrev det.",
                en:
                    "Your answers are in the files that the study’s researchers work with: under a pseudonym, with the month in place of the day, and without your name. What you write in your own words may be in them, as you wrote it."
            )
        case .quotation:
            Sentence(
                sv: "Forskarna får återge ord som du har skrivit, utan att säga vem som skrev dem.",
                en: "The researchers may quote words that you have written, without saying who wrote them.")
        }
    }

    /// What a no does, and what it does not do.
    var no: Sentence {
        switch self {
        case .ownDevelopment:
            Sentence(
                sv: "Dina tidigare svar visas inte när du svarar igen.",
                en: "Your earlier answers are not shown when you answer again.")
        case .evaluation:
            Sentence(
                sv:
                    "Dina svar räknas inte när en enkät stänger efter det. Siffror som redan är fastställda ändras inte.",
                en:
                    "Your answers do not count when a questionnaire closes after that. Figures that are settled already do not change."
            )
        case .research:
            Sentence(
                sv:
                    "Inget av dig är med i filer som hämtas efter det. De som redan är hämtade kan inte tas tillbaka härifrån; hör av dig till den som frågar.",
                en:
                    "Nothing of yours is in files fetched after that. Those fetched already cannot be taken back from here; turn to whoever asks."
            )
        case .quotation:
            Sentence(
                sv: "Inget som du har skrivit återges ordagrant efter det.",
                en: "Nothing that you have written is quoted after that.")
        }
    }
}

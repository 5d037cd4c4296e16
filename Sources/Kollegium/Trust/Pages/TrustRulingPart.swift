import Measures

/// The supervisor's own level: what stands, what stood before, and for the supervisor the form.
struct TrustRulingPart: Sendable {
    /// Where none stands: that there is none.
    let none: String?
    let hasHistory: Bool
    /// The latest first.
    let history: [Entry]
    let form: RulingForm?

    struct Entry: Sendable {
        let sign: TrustSign
        /// Whether it stands, was replaced or was taken back.
        let state: String
        let words: String
        let paragraphs: [String]
        let withdrawal: Withdrawal?
    }

    /// Taking a level back, or the words of one that no longer stands.
    struct Withdrawal: Sendable {
        let path: String
        let words: String
    }

    struct RulingForm: Sendable {
        let path: String
        let choices: [Choice]
        let levelFlaw: String?
        let levelDescribedBy: String?
        let reason: String
        let reasonFlaw: String?
        let reasonStyle: String
        let reasonDescribedBy: String
    }

    struct Choice: Sendable {
        let id: String
        let value: String
        let sign: TrustSign
        let isChosen: Bool
    }

    /// - Parameter overrides: those of the spot, the latest first.
    init(_ overrides: [TrustOverride], at spot: TrustSpot, _ view: TrustView, _ typed: TrustTyped?) {
        let language = view.language
        let url = SiteURL.trustLevel(team: view.room.publicID, form: spot.form.rawValue, term: spot.term)
        let stands = overrides.standing(spot.form, spot.term) != nil
        none = stands ? nil : (overrides.isEmpty ? Self.neverSet : Self.takenBack)(language)
        history = overrides.enumerated().map { place, override in
            Entry(override, place == 0 ? nil : overrides[place - 1], url.path, view)
        }
        hasHistory = !history.isEmpty
        form =
            view.reach.may(.override, Thing(.trustMap, view.room.place))
            ? RulingForm(url.path + "/level", typed, language) : nil
    }
}

extension TrustRulingPart {
    private static let neverSet = Sentence(
        sv: "Handledaren har inte satt någon egen nivå. Det går, med ett skäl, och då står båda här.",
        en:
            "The supervisor has set no level of their own. That can be done, with a reason, and then both stand here."
    )
    private static let takenBack = Sentence(
        sv: "Handledaren har tagit tillbaka sin senaste nivå. Därför gäller reglernas.",
        en: "The supervisor has taken the latest level back. So that of the rules holds.")
}

extension TrustRulingPart.Entry {
    /// - Parameter next: the level that was set after it; nil for the latest.
    fileprivate init(
        _ override: TrustOverride, _ next: TrustOverride?, _ path: String, _ view: TrustView
    ) {
        let language = view.language
        sign = TrustSign(.level(override.level), language)
        let name = view.name(override.author)
        // What became of it first: a level that was replaced is not brought back by anything that happens later.
        let standing =
            if let end = override.withdrawnAt, next.map({ end <= $0.at }) ?? true {
                Sentence(sv: "tillbakatagen \(view.date(end))", en: "taken back \(view.date(end))")
            } else if let next {
                Sentence(sv: "ersatt \(view.date(next.at))", en: "replaced \(view.date(next.at))")
            } else {
                Sentence(sv: "gäller", en: "stands")
            }
        state = standing(language)
        words = "\(name), \(view.date(override.at))"
        paragraphs = WrittenText.paragraphs(override.reason)
        // What is taken back already can still lose its words, by who wrote them.
        let isOwn = override.author == view.reach.hat.person
        let isStanding = override.withdrawnAt == nil && next == nil
        let isLeft = isStanding || (isOwn && !override.reason.isEmpty)
        let place = view.room.place.owned(by: override.author)
        withdrawal =
            isLeft && view.reach.may(.withdraw, Thing(.trustOverride, place))
            ? TrustRulingPart.Withdrawal(
                path: "\(path)/level/\(override.publicID)/withdraw",
                words: isStanding
                    ? Sentence(sv: "Ta tillbaka nivån", en: "Take the level back")(language)
                    : Sentence(sv: "Ta bort skälet", en: "Remove the reason")(language)) : nil
    }
}

extension TrustRulingPart.RulingForm {
    fileprivate init(_ path: String, _ typed: TrustTyped?, _ language: Language) {
        self.path = path
        let (draft, problems) = (typed?.override, typed?.override == nil ? nil : typed?.problems)
        choices = [TrustLevel.high, .enough, .low].enumerated().map { place, level in
            TrustRulingPart.Choice(
                // A mistake's link leads to the first.
                id: place == 0 ? "level" : "level-\(place + 1)", value: level.rawValue,
                sign: TrustSign(.level(level), language), isChosen: draft?.level == level.rawValue)
        }
        levelFlaw = problems?["level"]?.asWhole(language)
        levelDescribedBy = levelFlaw == nil ? nil : "level-e"
        reason = draft?.reason ?? ""
        reasonFlaw = problems?["reason"]?.asWhole(language)
        reasonStyle = reasonFlaw == nil ? "field" : "field wrong"
        reasonDescribedBy = reasonFlaw == nil ? "reason-h" : "reason-h reason-e"
    }
}

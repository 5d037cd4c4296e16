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
        let words: String
        let paragraphs: [String]
        let withdrawal: String?
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
        history = overrides.map { Entry($0, url.path, view) }
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
        sv:
            "Ingen nivå från handledaren gäller nu: den som sattes är tillbakatagen, så det är reglernas som gäller.",
        en:
            "No level of the supervisor’s stands now: the one that was set has been taken back, so that of the rules holds."
    )
}

extension TrustRulingPart.Entry {
    fileprivate init(_ override: TrustOverride, _ path: String, _ view: TrustView) {
        let language = view.language
        sign = TrustSign(.level(override.level), language)
        let name = view.name(override.author)
        let end = override.withdrawnAt.map {
            Sentence(sv: ", tillbakatagen \(view.date($0))", en: ", taken back \(view.date($0))")(language)
        }
        words = "\(name), \(view.date(override.at))" + (end ?? "")
        paragraphs = WrittenText.paragraphs(override.reason)
        // What is taken back already can still lose its words, by who wrote them.
        let isOwn = override.author == view.reach.hat.person
        let isLeft = override.withdrawnAt == nil || (isOwn && !override.reason.isEmpty)
        let place = view.room.place.owned(by: override.author)
        withdrawal =
            isLeft && view.reach.may(.withdraw, Thing(.trustOverride, place))
            ? "\(path)/level/\(override.publicID)/withdraw" : nil
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

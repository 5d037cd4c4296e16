import Measures

/// A level that a supervisor set beside the one that the rules give. It never becomes the rules' own.
struct TrustOverride: Sendable, Equatable {
    let publicID: String
    let spot: TrustSpot
    let level: TrustLevel
    /// Empty where who wrote it took it back.
    let reason: String
    /// The key of who set it; nil for somebody who is no more.
    let author: Int64?
    /// In milliseconds since 1970, UTC.
    let at: Int64
    let withdrawnAt: Int64?
}

extension [TrustOverride] {
    /// The level that stands at a spot: the latest that was set there, unless it was taken back. What was set before
    /// does not come back with that; the rules hold again.
    func standing(_ form: TrustForm, _ term: String) -> TrustOverride? {
        let latest = first { $0.spot.form == form && $0.spot.term == term }
        return latest?.withdrawnAt == nil ? latest : nil
    }
}

/// Another level as it is typed. Fields: `level`, `reason`.
struct TrustOverrideDraft: Sendable, Equatable {
    /// `H`, `TH` or `L`.
    var level = ""
    var reason = ""

    /// In characters.
    static let most = 1_000

    struct Values: Sendable, Equatable {
        let level: TrustLevel
        let reason: String
    }

    func examined() -> Examined<Values> {
        var form = FormReading()
        let level = form.choice(
            "level", level, of: TrustLevel.self,
            missing: Sentence(
                sv: "nivån saknas; välj en av de tre", en: "the level is missing; choose one of the three"))
        let reason = form.writing(
            "reason", reason, most: Self.most,
            missing: Sentence(
                sv: "skälet saknas; skriv vad du har sett som reglerna inte ser",
                en: "the reason is missing; write what you have seen that the rules do not see"))
        return Examined(form) {
            guard let level, let reason else { return nil }
            return Values(level: level, reason: reason)
        }
    }
}

import Measures
import Storage

/// Levels that supervisors set, each with its reason, who set it and when. None is ever changed; a later one takes its
/// place.
struct TrustOverrideStore {
    let db: Session

    /// Sets another level beside the rules'.
    /// - Throws: `FormRefusal` with what is wrong.
    func set(_ draft: TrustOverrideDraft, at spot: TrustSpot, by act: Act) throws {
        let (programme, organisation) = try TeamStore(db: db).requireOpen(spot.team)
        let values = try draft.examined().sound()
        let key = try db.nextKey(in: "trust_overrides")
        try db.execute(
            """
            INSERT INTO trust_overrides (id, public_id, team_id, form, term, level, reason, person_id, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, key, PublicID.make(), spot.team, spot.form.rawValue, spot.term, values.level.rawValue,
            values.reason, act.person, act.now)
        try ActivityLog(db: db).note(
            act, "set", "trust override", key, programme: programme, organisation: organisation)
    }

    /// Takes a level back, so that the rules hold again. Who set it takes the reason back with it; where another does,
    /// the reason stays in the history, and goes when its author takes it back too.
    func withdraw(_ override: TrustOverride, by act: Act) throws {
        let key = try db.one(
            """
            UPDATE trust_overrides
            SET withdrawn_at = coalesce(withdrawn_at, ?), reason = CASE WHEN person_id = ? THEN '' ELSE reason END
            WHERE public_id = ?
            RETURNING id
            """, act.now, act.person, override.publicID
        ) { try $0.key(0) }
        guard let key else { return }
        try ActivityLog(db: db).note(act, "withdrew", "trust override", key, of: override.spot.team)
    }

    /// All of a team, of any form and term, the latest first.
    func overrides(of team: Int64) throws -> [TrustOverride] {
        try db.all(
            "SELECT \(Self.columns) FROM trust_overrides WHERE team_id = ? ORDER BY at DESC, id DESC", team,
            as: override)
    }

    func override(_ publicID: String) throws -> TrustOverride? {
        try db.one(
            "SELECT \(Self.columns) FROM trust_overrides WHERE public_id = ?", publicID, as: override)
    }

    private static let columns = "public_id, team_id, form, term, level, reason, person_id, at, withdrawn_at"

    private func override(_ row: Row) throws -> TrustOverride {
        guard let form = TrustForm(rawValue: try row.text(2)),
            let level = TrustLevel(rawValue: try row.text(4))
        else { throw StorageError(.damaged, "a level set by a supervisor is none: \(try row.text(4))") }
        return TrustOverride(
            publicID: try row.text(0),
            spot: TrustSpot(team: try row.key(1), form: form, term: try row.text(3)),
            level: level, reason: try row.text(5), author: row.keyIfAny(6), at: try row.key(7),
            withdrawnAt: row.keyIfAny(8))
    }
}

import Measures
import Storage

/// What a programme's study says of how trust is judged: how small a group may be told of, and where the borders run.
struct TrustSettings: Sendable {
    let privacy: AnswerPrivacy
    let thresholds: TrustThresholds

    /// Of the study that is the programme's research view; the strictest usual ones where there is none.
    static func read(_ db: Session, programme: Int64) throws -> TrustSettings {
        try db.one(
            """
            SELECT s.minimum_group, s.minimum_for_single_items, s.published, b.high_mean, b.high_facet,
                b.enough_mean, b.enough_facet, b.margin, b.answering_pct
            FROM studies s LEFT JOIN trust_thresholds b ON b.study_id = s.id
            WHERE s.programme_id = ? AND s.state = 'held'
            ORDER BY s.id
            LIMIT 1
            """, programme
        ) { row in
            TrustSettings(
                privacy: AnswerPrivacy(
                    minimumGroup: try row.integer(0), minimumForSingleItems: try row.integer(1),
                    isPublished: try row.integer(2) == 1),
                thresholds: try thresholds(row))
        } ?? TrustSettings(privacy: AnswerPrivacy(), thresholds: TrustThresholds())
    }

    private static func thresholds(_ row: Row) throws -> TrustThresholds {
        guard let highMean = row.keyIfAny(3) else { return TrustThresholds() }
        return TrustThresholds(
            highMean: Int(highMean), highFacet: try row.integer(4), enoughMean: try row.integer(5),
            enoughFacet: try row.integer(6), margin: try row.integer(7), answeringPercent: try row.integer(8))
    }
}

/// The three forms of trust that the study of five teams tells apart, in the order of reports.
public enum TrustForm: String, Sendable, CaseIterable {
    /// Trust in the development work: its purpose, content, organisation, supervision and leadership.
    case process
    /// Trust between colleagues.
    case collegial
    /// Trust in what the team can do together.
    case collective
}

/// How much trust the evidence shows. That it shows too little to say is no level, but nil.
public enum TrustLevel: String, Sendable, CaseIterable {
    case high = "H"
    /// High enough to endure.
    case enough = "TH"
    case low = "L"
}

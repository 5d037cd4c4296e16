/// What a programme's or a school's teams come to together, above the list of them.
struct ReportTotal: Sendable {
    let title: String
    /// What is in it, and what is not.
    let explanation: String
    let tables: [ReportTable]
}

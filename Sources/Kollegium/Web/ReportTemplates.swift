import Mustache

/// The templates of reports as pages. They are in the program itself, so that no file can be missing where it runs.
enum ReportTemplates {
    /// One template by the name under which others use it, and its text.
    typealias Source = (name: String, text: [UInt8])

    static let outcome: Source = ("outcome-report", PackageResources.outcome_report_mustache)
    static let trust: Source = ("trust-report", PackageResources.trust_report_mustache)
    static let continuity: Source = ("continuity-report", PackageResources.continuity_report_mustache)
    static let change: Source = ("change-report", PackageResources.change_report_mustache)

    /// What they all use.
    static let shared: [Source] = [
        ("report-frame", PackageResources.report_frame_mustache),
        ("report-absence", PackageResources.report_absence_mustache),
        ("report-table", PackageResources.report_table_mustache),
        ("report-appendix", PackageResources.report_appendix_mustache),
        ("outcome-body", PackageResources.outcome_body_mustache),
        ("trust-body", PackageResources.trust_body_mustache),
        ("continuity-body", PackageResources.continuity_body_mustache),
        ("change-body", PackageResources.change_body_mustache),
    ]

    static func render(_ page: some Sendable, _ source: Source) throws -> [UInt8] {
        PageText.registerOnce()
        var library = MustacheLibrary()
        for template in shared + [source] {
            try library.register(
                PageText.heading + String(decoding: template.text, as: UTF8.self), named: template.name)
        }
        return Array((library.render(page, withTemplate: source.name) ?? "").utf8)
    }
}

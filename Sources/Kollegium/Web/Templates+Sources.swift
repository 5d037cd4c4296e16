extension Templates {
    /// A template by the name under which pages and other templates use it, and its text.
    typealias Source = (name: String, text: [UInt8])

    /// All templates of the application, in the order of their folders.
    static let sources: [Source] = [
        ("frame", PackageResources.frame_mustache),
        ("navigation", PackageResources.navigation_mustache),
        ("form-token", PackageResources.form_token_mustache),
        ("error", PackageResources.error_mustache),
        ("kept-form", PackageResources.kept_form_mustache),
        ("start", PackageResources.start_mustache),
        ("demo", PackageResources.demo_mustache),
        ("outbox", PackageResources.outbox_mustache),
        ("report-absence", PackageResources.report_absence_mustache),
        ("report-table", PackageResources.report_table_mustache),
        ("report-appendix", PackageResources.report_appendix_mustache),
    ]
}

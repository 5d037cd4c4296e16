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
        ("start-team", PackageResources.start_team_mustache),
        ("start-school", PackageResources.start_school_mustache),
        ("start-schools", PackageResources.start_schools_mustache),
        ("start-programme", PackageResources.start_programme_mustache),
        ("start-first-programme", PackageResources.start_first_programme_mustache),
        ("start-plain", PackageResources.start_plain_mustache),
        ("start-accounts", PackageResources.start_accounts_mustache),
        ("team", PackageResources.team_mustache),
        ("team-entry", PackageResources.team_entry_mustache),
        ("demo", PackageResources.demo_mustache),
        ("outbox", PackageResources.outbox_mustache),
        ("team-tabs", PackageResources.team_tabs_mustache),
        ("report-absence", PackageResources.report_absence_mustache),
        ("report-table", PackageResources.report_table_mustache),
        ("report-appendix", PackageResources.report_appendix_mustache),
        ("outcome-body", PackageResources.outcome_body_mustache),
        ("continuity-body", PackageResources.continuity_body_mustache),
        ("change-body", PackageResources.change_body_mustache),
        ("report-lead", PackageResources.report_lead_mustache),
        ("team-finder", PackageResources.team_finder_mustache),
        ("team-pages", PackageResources.team_pages_mustache),
        ("team-outcome", PackageResources.team_outcome_mustache),
        ("team-continuity", PackageResources.team_continuity_mustache),
        ("team-change", PackageResources.team_change_mustache),
        ("programme-outcome", PackageResources.programme_outcome_mustache),
        ("programme-continuity", PackageResources.programme_continuity_mustache),
        ("statistics", PackageResources.statistics_mustache),
    ]
}

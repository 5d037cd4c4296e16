enum TrustInvariants {
    static let all = [
        Invariant(
            broken: Sentence(
                sv: "belägg vars form, indikator och värde inte hör ihop",
                en: "evidence whose form, indicator and value do not belong together"),
            sql: """
                WITH known (form, indicator, value) AS (VALUES \(known))
                SELECT e.code FROM evidence e LEFT JOIN known k
                    ON k.form = e.form AND k.indicator = e.indicator AND k.value = e.value
                WHERE k.form IS NULL
                """)
    ]

    private static let known = TrustIndicators.all.flatMap { indicator in
        indicator.values.map { "('\(indicator.form)', '\(indicator.code)', '\($0)')" }
    }.joined(separator: ", ")
}

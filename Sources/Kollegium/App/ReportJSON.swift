extension JSONWriter {
    /// The reports' format, which others have built on.
    static let reportFormat = "kollegium-report/1"

    /// A whole report: of which format it is and of which study, and then what it tells.
    static func report(
        _ study: Study, format: String = reportFormat, _ body: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.string("format", format)
            json.string("study", study.code)
            body(&json)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}

@testable import Kollegium

extension Browser.Answer {
    /// The page as it is kept: a tag on a line, and without what is another in each run.
    func shot(isWhole: Bool) -> String {
        let text = isWhole ? body : title + content
        var lines =
            text
            .replacing(#/(name="(?:form-token|basis|digest)" value=")[^"]*/#) { $0.output.1 + "…" }
            .replacing(#/(data-sheet=")[^"]*/#) { $0.output.1 + "…" }
            .replacing(#/\/static\/[^"]*/#, with: "/static/…")
            .replacing(#/(<svg class="qr"[^>]*>).*?<\/svg>/#) { $0.output.1 + "…</svg>" }
            .replacing(#/(<p class="code">).*?<\/p>/#) { $0.output.1 + "…</p>" }
            .replacing(#/(<ul class="codes">).*?<\/ul>/#) { $0.output.1 + "…</ul>" }
            .replacing(#/<code>[A-Za-z2-7 ]{8,}<\/code>/#, with: "<code>…</code>")
            .replacing(#/(otpauth:[^"]*secret=)[A-Z2-7]+/#) { $0.output.1 + "…" }
            .replacing(#/(name="code" type="text" value=")[^"]+/#) { $0.output.1 + "…" }
            // What opens something, and the ids in addresses.
            .replacing(#/(\/(?:sign-in-links|invitations|joinings|exits|addresses)\/)[-_A-Za-z0-9]{43}/#) {
                $0.output.1 + "…"
            }
            .replacing(#/\b[a-z2-7]{26}\b/#, with: "…")
            // A pseudonym.
            .replacing(#/\br[a-z2-7]{13}\b/#, with: "…")
            // The number of a receipt.
            .replacing(#/\b[A-Z2-7]{5}-[A-Z2-7]{5}\b/#, with: "…")
            .replacing("><", with: ">\n<")
            .split(separator: "\n", omittingEmptySubsequences: true)
        if isWhole, let start = lines.firstIndex(where: { $0.hasPrefix("<main") }),
            let end = lines.lastIndex(of: "</main>")
        {
            // What a page says is kept with the page.
            lines.replaceSubrange(lines.index(after: start)..<end, with: ["…"])
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var title: String { part(from: "<title>", to: "</title>") + "\n" }

    private var content: String {
        part(from: body.contains("<nav class=\"crumbs\"") ? "<nav class=\"crumbs\"" : "<main", to: "</main>")
    }

    private func part(from start: String, to end: String) -> String {
        guard let first = body.firstRange(of: start), let last = body.firstRange(of: end) else { return "" }
        return String(body[first.lowerBound..<last.upperBound])
    }
}

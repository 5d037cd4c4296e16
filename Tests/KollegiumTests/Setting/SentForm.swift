import Foundation

/// A form of questions as a browser without scripts has it: what stands in it, and what somebody does to it.
struct SentForm: Sendable {
    private(set) var pairs: [(String, String)]

    init(_ pairs: [(String, String)] = []) {
        self.pairs = pairs
    }

    /// The fields of the page's form of questions, as they would be sent untouched.
    init(of page: String) throws {
        guard let start = page.firstRange(of: "class=\"sheet\""),
            let end = page[start.upperBound...].firstRange(of: "</form>")
        else { throw NoForm() }
        let form = String(page[start.upperBound..<end.lowerBound])
        var pairs: [(Int, String, String)] = []
        for match in form.matches(of: #/<input ([^>]*)>/#) {
            let attributes = String(match.output.1)
            guard let name = Self.value("name", in: attributes), name != "form-token" else { continue }
            let type = Self.value("type", in: attributes) ?? "text"
            let value = Self.value("value", in: attributes) ?? "on"
            guard !["radio", "checkbox"].contains(type) || attributes.hasSuffix(" checked") else { continue }
            pairs.append((form.utf8.distance(from: form.startIndex, to: match.range.lowerBound), name, value))
        }
        for match in form.matches(of: #/<textarea [^>]*name="([^"]*)"[^>]*>\n([^<]*)</textarea>/#) {
            pairs.append(
                (
                    form.utf8.distance(from: form.startIndex, to: match.range.lowerBound),
                    String(match.output.1), Self.plain(String(match.output.2))
                ))
        }
        for match in form.matches(of: #/<select name="([^"]*)"[^>]*>(.*?)<\/select>/#) {
            let chosen = match.output.2.firstMatch(of: #/<option value="([^"]*)" selected>/#)
            pairs.append(
                (
                    form.utf8.distance(from: form.startIndex, to: match.range.lowerBound),
                    String(match.output.1), Self.plain(String(chosen?.output.1 ?? ""))
                ))
        }
        self.pairs = pairs.sorted { $0.0 < $1.0 }.map { ($0.1, $0.2) }
    }

    struct NoForm: Error {}

    /// What the field has; nil where nothing of that name would be sent.
    subscript(_ name: String) -> String? { pairs.first { $0.0 == name }?.1 }

    func with(_ name: String, _ value: String) -> SentForm {
        guard let place = pairs.firstIndex(where: { $0.0 == name }) else {
            return SentForm(pairs + [(name, value)])
        }
        var form = self
        form.pairs[place].1 = value
        return form
    }

    /// With all fields of a name, in their order.
    func with(all name: String, _ values: [String]) -> SentForm {
        var (form, rest) = (self, values[...])
        for place in form.pairs.indices where form.pairs[place].0 == name {
            form.pairs[place].1 = rest.popFirst() ?? ""
        }
        return form
    }

    func all(_ name: String) -> [String] { pairs.filter { $0.0 == name }.map(\.1) }

    func without(_ name: String) -> SentForm { SentForm(pairs.filter { $0.0 != name }) }

    /// The numbers of the questions on it.
    var questions: [Int] {
        pairs.compactMap { $0.0.hasPrefix("b") ? Int($0.0.dropFirst()) : nil }
    }

    private static func value(_ name: String, in attributes: String) -> String? {
        guard let start = attributes.firstRange(of: "\(name)=\"") else { return nil }
        return plain(String(attributes[start.upperBound...].prefix { $0 != "\"" }))
    }

    private static func plain(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

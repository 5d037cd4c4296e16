import Foundation

/// The way from one page of a list to the next, for the template `pager`.
struct Pager: Sendable {
    let words: String
    let before: String?
    let after: String?

    /// - Parameter query: what else the list was asked for, by name.
    init?<Row>(_ list: ListPage<Row>, of url: SiteURL, _ query: [(String, String)] = [], _ language: Language)
    {
        guard list.number > 1 || list.hasMore else { return nil }
        let number = language.grouped(list.number)
        words = Sentence(sv: "Sida \(number)", en: "Page \(number)")(language)
        func path(_ page: Int) -> String {
            let asked = (query.filter { !$0.1.isEmpty } + [("page", "\(page)")])
            return url.path + "?" + asked.map { $0.0 + "=" + $0.1.encodedForQuery }.joined(separator: "&")
        }
        before = list.number > 1 ? path(list.number - 1) : nil
        after = list.hasMore ? path(list.number + 1) : nil
    }
}

extension String {
    /// As the value of a query: nothing in it can end it.
    var encodedForQuery: String {
        addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

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
        func path(_ page: Int) -> String { url.path(asking: query + [("page", "\(page)")]) }
        before = list.number > 1 ? path(list.number - 1) : nil
        after = list.hasMore ? path(list.number + 1) : nil
    }
}

/// Something that a browser shows: the values of one template. Its fixed words stand in the template, in both languages.
protocol Page: Sendable {
    /// The name of its template, without ending.
    static var template: String { get }
    var heading: PageHeading { get }
}

/// What is above a page: its name, where it stands, and whose room it is.
struct PageHeading: Sendable, Hashable {
    let title: String
    /// The pages that lead here, the outermost first.
    var trail: [Link] = []
    var room: RoomBanner?
    /// A script of ours that makes the page pleasant; it does all it is for without.
    var script: StaticFile?
    /// Styles that only a few pages need.
    var style: StaticFile?
}

struct Link: Sendable, Hashable {
    let words: String
    let path: String

    init(_ words: String, _ url: SiteURL) {
        self.words = words
        path = url.path
    }
}

/// Pages that are opened again and again, as they were read and filled in.
typealias PageMemory = Remembered<PageQuestion, KnownPage>

/// All that a page depends on besides what is stored.
struct PageQuestion: Hashable, Sendable {
    let path: String
    let account: Int64
    let hat: Hat
    let language: Language
    /// The minute, counted from 1970: as exact as a page tells the time, and the day follows from it.
    let minute: Int64
}

/// A page without its frame.
struct KnownPage: Sendable {
    let heading: PageHeading
    let content: PageBytes
}

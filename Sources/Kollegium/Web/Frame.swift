/// What stands around every page: where one is, in which hat, whose room it is, and the ways on.
struct Frame: Sendable, Hashable {
    let language: String
    let title: String
    /// Where the page itself comes, so that a frame is the same around all of them.
    let content = String(Unicode.Scalar(PageText.contentPlace))
    let style: String
    let icon: String
    /// Where the page's script is; few pages have one.
    let script: String?
    let ownStyle: String?
    let hasTrail: Bool
    let trail: [Link]
    let room: RoomBanner?
    let notice: String?
    let person: Person?
    let demo: DemoStrip?

    struct Person: Sendable, Hashable {
        let name: String
        /// The role worn now, in words.
        let hat: String?
        /// The name once more, for who has no role.
        let nameAlone: String?
        let hasHats: Bool
        /// The others that could be worn.
        let hats: [HatChoice]
        let navigation: [Place]
    }

    struct HatChoice: Sendable, Hashable {
        let value: String
        let words: String
    }

    /// A link of the main menu.
    struct Place: Sendable, Hashable {
        let words: String
        let path: String
        let isHere: Bool
    }

    struct DemoStrip: Sendable, Hashable {
        let today: String
    }
}

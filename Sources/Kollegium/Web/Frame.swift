/// What stands around every page: where one is, in which hat, whose room it is, and the ways on.
struct Frame: Sendable {
    let language: String
    let title: String
    let content: String
    let style: String
    let refresh: Int?
    let hasTrail: Bool
    let trail: [Link]
    let room: RoomBanner?
    let notice: String?
    let person: Person?
    let demo: DemoStrip?

    struct Person: Sendable {
        let name: String
        /// The role worn now, in words.
        let hat: String?
        let hasHats: Bool
        /// The others that could be worn.
        let hats: [HatChoice]
        let navigation: [Place]
    }

    struct HatChoice: Sendable {
        let value: String
        let words: String
    }

    /// A link of the main menu.
    struct Place: Sendable {
        let words: String
        let path: String
        let isHere: Bool
    }

    struct DemoStrip: Sendable {
        let today: String
    }
}

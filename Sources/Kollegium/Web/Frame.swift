/// What stands around every page: where one is, in which hat, whose room it is, and the ways on.
struct Frame: Sendable {
    let language: String
    let title: String
    let content: String
    let style: String
    let trail: [Link]
    let room: RoomBanner?
    let notice: String?
    let person: Person?
    let demo: DemoStrip?
    /// Where the page is, for the form that changes its language.
    let path: String
    let languages: [LanguageChoice]

    struct Person: Sendable {
        let name: String
        let email: String
        let hat: String?
        let hats: [HatChoice]
        let navigation: [Link]
    }

    struct HatChoice: Sendable {
        let value: String
        let words: String
    }

    struct LanguageChoice: Sendable {
        let code: String
        let name: String
    }

    struct DemoStrip: Sendable {
        let today: String
    }
}

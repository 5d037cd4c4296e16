/// What a demonstration adds to the site: people whom one can be with one press, and the outbox in sight. It exists on
/// loopback alone.
struct Demo: Sendable {
    let cast: [Member]
    /// The folder that letters are put into.
    let outbox: String

    /// Somebody one can be.
    struct Member: Sendable {
        /// The account's address, by which the button knows them.
        let email: String
        let name: String
        let hat: Hat
        /// Who they are in the story.
        let part: Sentence
        /// What is worth looking at.
        let lookFor: Sentence
    }
}

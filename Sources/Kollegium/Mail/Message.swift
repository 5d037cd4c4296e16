import Storage

/// A letter on its way out.
struct Message: Sendable, Equatable {
    let id: Int64
    /// The same thing is never written twice under one key.
    let key: String
    let recipient: String
    let language: Language
    let subject: String
    let body: String
    /// Which try this is, from 1.
    let attempt: Int
    let madeAt: Int64
}

/// Where a message is on its way.
enum MessageState: String, Sendable, CaseIterable {
    /// It goes out when it is due.
    case waiting
    /// Some process is handing it over right now.
    case leaving
    case sent
    /// Whoever was handing it over was cut off, or got no answer: it may have gone out. It is not sent again by itself.
    case uncertain
    /// It was refused for good, or too often.
    case failed
}

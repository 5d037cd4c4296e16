/// Whose room a page is, in words, with a sign of its own beside its colour.
struct RoomBanner: Sendable, Hashable {
    /// Names the style of the banner.
    let kind: String
    var name: String
    let explanation: String
    let sign: String

    /// - Parameter role: the reader's, where the room is not everybody's alike.
    init(_ room: Room, for role: Role? = nil, _ explanation: String, _ language: Language) {
        kind = Self.kind(room)
        name = room.readers(for: role)(language)
        self.explanation = explanation
        sign = Self.drawn(room, "sign")
    }

    /// The sign in the room's colour, for where there is no banner around it.
    static func sign(of room: Room) -> String { drawn(room, "sign room-\(kind(room))") }

    private static func kind(_ room: Room) -> String { room == .smallGroup ? "few" : room.rawValue }

    private static func drawn(_ room: Room, _ style: String) -> String {
        "<svg class=\"\(style)\" viewBox=\"0 0 40 40\" fill=\"currentColor\" aria-hidden=\"true\">"
            + shapes(room) + "</svg>"
    }

    private static let line = "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.4\""

    private static func shapes(_ room: Room) -> String {
        switch room {
        case .mine:
            "<circle cx=\"20\" cy=\"20\" r=\"15.5\" \(line)/><circle cx=\"20\" cy=\"20\" r=\"5.5\"/>"
        case .pair:
            "<rect x=\"3.5\" y=\"9.5\" width=\"33\" height=\"21\" rx=\"10.5\" \(line)/>"
                + "<circle cx=\"13.5\" cy=\"20\" r=\"4.6\"/><circle cx=\"26.5\" cy=\"20\" r=\"4.6\"/>"
        case .smallGroup:
            "<path d=\"M20 4.5 36 33.5H4z\" stroke-linejoin=\"round\" \(line)/>"
                + "<circle cx=\"20\" cy=\"15.5\" r=\"3.4\"/><circle cx=\"14\" cy=\"27\" r=\"3.4\"/>"
                + "<circle cx=\"26\" cy=\"27\" r=\"3.4\"/>"
        case .team:
            "<circle cx=\"20\" cy=\"20\" r=\"7\" \(line)/><circle cx=\"20.0\" cy=\"5.0\" r=\"3.9\"/>"
                + "<circle cx=\"33.0\" cy=\"12.5\" r=\"3.9\"/><circle cx=\"33.0\" cy=\"27.5\" r=\"3.9\"/>"
                + "<circle cx=\"20.0\" cy=\"35.0\" r=\"3.9\"/><circle cx=\"7.0\" cy=\"27.5\" r=\"3.9\"/>"
                + "<circle cx=\"7.0\" cy=\"12.5\" r=\"3.9\"/>"
        case .supervision:
            "<path d=\"M3.5 20s6-11 16.5-11 16.5 11 16.5 11-6 11-16.5 11S3.5 20 3.5 20z\" stroke-linejoin=\"round\" \(line)/>"
                + "<circle cx=\"20\" cy=\"20\" r=\"5\"/>"
        case .airlock:
            "<path d=\"M6 4v32M34 4v32\" \(line)/>"
                + "<path d=\"M11 20h15m-5.5-6 6 6-6 6\" stroke-linecap=\"round\" stroke-linejoin=\"round\" \(line)/>"
        case .school:
            "<path d=\"M5 18.5 20 6l15 12.5M9 16v18h22V16\" stroke-linecap=\"round\" stroke-linejoin=\"round\" \(line)/>"
                + "<circle cx=\"15.5\" cy=\"26\" r=\"2.8\"/><circle cx=\"24.5\" cy=\"26\" r=\"2.8\"/>"
        case .programme:
            "<rect x=\"4\" y=\"7\" width=\"20\" height=\"6\" rx=\"3\"/>"
                + "<rect x=\"11\" y=\"17\" width=\"22\" height=\"6\" rx=\"3\"/>"
                + "<rect x=\"20\" y=\"27\" width=\"16\" height=\"6\" rx=\"3\"/>"
        case .research:
            "<path d=\"m20 4 14 8v16l-14 8-14-8V12z\" stroke-linejoin=\"round\" \(line)/>"
                + "<path d=\"M14 26v-5m6 5V14m6 12v-8\" stroke-linecap=\"round\" \(line)/>"
        case .accounts:
            "<circle cx=\"13\" cy=\"20\" r=\"7.5\" \(line)/>"
                + "<path d=\"M20.5 20H36m-5 0v6\" stroke-linecap=\"round\" \(line)/>"
        }
    }
}

/// What a database holds at a moment, as a value to compare. Whoever takes a stamp before reading may keep what was
/// read for as long as stamps are equal to it: nothing has been written in between, by this program or another.
public struct Stamp: Hashable, Sendable {
    private let value: String

    init(_ value: String) {
        self.value = value
    }
}

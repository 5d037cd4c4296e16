import Testing

/// One thing altered in an otherwise sound bundle, and the lines that tell it.
struct Altered: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let lines: [String]
    let make: @Sendable (inout TestBundle) -> Void

    init(_ name: String, _ lines: String..., make: @escaping @Sendable (inout TestBundle) -> Void) {
        self.init(name, lines: lines, make: make)
    }

    init(_ name: String, lines: [String], make: @escaping @Sendable (inout TestBundle) -> Void) {
        testDescription = name
        self.lines = lines
        self.make = make
    }
}

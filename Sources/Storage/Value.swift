/// What a statement's `?` stands for, in the few types that both engines share.
public enum Value: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
}

/// What can be given to a statement: integers, doubles, texts, and nothing.
public protocol ValueConvertible: Sendable {
    var value: Value { get }
}

extension Value: ValueConvertible {
    public var value: Value { self }
}

extension Int: ValueConvertible {
    public var value: Value { .integer(Int64(self)) }
}

extension Int64: ValueConvertible {
    public var value: Value { .integer(self) }
}

extension Double: ValueConvertible {
    public var value: Value { .real(self) }
}

extension String: ValueConvertible {
    public var value: Value { .text(self) }
}

extension Optional: ValueConvertible where Wrapped: ValueConvertible {
    public var value: Value { self?.value ?? .null }
}

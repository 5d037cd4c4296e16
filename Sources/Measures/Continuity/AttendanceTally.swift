/// Who was there, counted over one meeting or many.
public struct AttendanceTally: Sendable, Equatable {
    public var present: Int
    public var absent: Int
    /// Away with a reason that was told; neither for nor against the share.
    public var excused: Int

    public init(present: Int = 0, absent: Int = 0, excused: Int = 0) {
        self.present = present
        self.absent = absent
        self.excused = excused
    }

    /// Those present of those present or absent, four decimals; nil where there was neither.
    public var share: TenThousandths? { TenThousandths(present, over: present + absent) }

    /// The same share in whole per cent, rounded from the exact one.
    public var percent: Int? { Hundredths(present, over: present + absent)?.count }

    /// People of whom a figure may speak at the least.
    public static let fewest = 3

    /// One meeting's count, or nothing where it would speak of one or two people.
    public var ofEnough: AttendanceTally { present + absent >= Self.fewest ? self : AttendanceTally() }

    static func += (sum: inout AttendanceTally, other: AttendanceTally) {
        sum.present += other.present
        sum.absent += other.absent
        sum.excused += other.excused
    }
}

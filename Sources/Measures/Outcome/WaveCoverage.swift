/// Whom the figure of each wave covers, where the same questions were asked again and again.
///
/// Where few people answered only one of two waves, the figures of both tell what these few answered, as far as
/// the others have stayed where they were. So the later figure then covers only those who answered the same
/// questions both times. What an earlier figure covered stays, because it has been seen.
///
/// Source: rule 4 of who sees what.
public struct WaveCoverage: Sendable, Equatable {
    /// What each person who answered anything in a wave answered: questions, by any numbers of their own.
    public typealias Wave = [Int64: Set<Int>]

    /// Those covered in each wave, in the order given.
    public let people: [Set<Int64>]

    /// - Parameters:
    ///   - waves: In the order in which their figures came to be shown.
    ///   - minimum: From how many people on those who differ are a group.
    ///   - isShown: Whether a figure of so many people is shown; one that is not says nothing.
    public init(_ waves: [Wave], minimum: Int, isShown: (Int) -> Bool) {
        var covered: [Wave] = []
        for wave in waves {
            var own = wave
            var before: Int
            repeat {
                before = own.count
                for earlier in covered where isShown(earlier.count) && isShown(own.count) {
                    let differing = Set(own.keys).union(earlier.keys).count { own[$0] != earlier[$0] }
                    guard differing > 0, differing < minimum else { continue }
                    own = own.filter { earlier[$0.key] == $0.value }
                }
            } while own.count < before
            covered.append(own)
        }
        people = covered.map { Set($0.keys) }
    }
}

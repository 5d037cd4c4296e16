/// What the share would be had everyone asked answered: between all those missing not being on top and all
/// of them being there. Nothing is taken for granted about who did not answer.
///
/// (top / asked, (top + asked − answers) / asked), in whole per cent, half up.
/// Source: Manski 1989, Journal of Human Resources (bounds without assumptions).
public struct PossibleShare: Sendable, Equatable {
    public let lowestPercent: Int
    public let highestPercent: Int

    /// - Parameters:
    ///   - top: Answers on the two highest steps.
    ///   - answers: Answers given.
    ///   - asked: All answers that could have been given: people asked × items.
    /// - Returns: nil unless `0 <= top <= answers <= asked` and somebody was asked.
    public init?(top: Int, answers: Int, asked: Int) {
        guard asked > 0, 0 <= top, top <= answers, answers <= asked,
            // A share in hundredths is a share in per cent.
            let lowest = Hundredths(top, over: asked),
            let highest = Hundredths(asked - (answers - top), over: asked)
        else { return nil }
        lowestPercent = lowest.count
        highestPercent = highest.count
    }
}

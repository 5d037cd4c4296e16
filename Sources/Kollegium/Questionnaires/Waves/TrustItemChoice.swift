import Measures

/// Which questions about trust a wave asks, where a study does not ask them all each time.
struct TrustItemChoice {
    /// A question about a form of trust, in the place that it has in its part.
    struct Item: Sendable, Hashable {
        let key: Int64
        let code: String
        let form: TrustForm
        let facet: String?
        let position: Int
    }

    /// How many waves it takes to ask all in turn.
    static let turns = 3

    let items: [Item]

    /// - Parameter wave: which of the questionnaire's, from 1.
    func asked(_ choice: WaveForm.TrustItems, wave: Int) -> Set<Int64> {
        switch choice {
        case .full: Set(items.map(\.key))
        case .short: Set(short.map(\.key))
        case .inTurn: Set(turn((wave - 1) % Self.turns).map(\.key))
        }
    }

    /// The first of each form and facet, so that each side of trust is asked about. A question of no facet stands for
    /// itself.
    private var short: [Item] {
        var known: Set<[String]> = []
        return inPlace.filter { item in
            guard let facet = item.facet else { return true }
            return known.insert([item.form.rawValue, facet]).inserted
        }
    }

    /// Dealt out like cards, form by form and facet by facet: each turn has a third of all, and a third of each form.
    /// By the codes and not by the places in the part, which may be others in the next wave.
    private func turn(_ number: Int) -> [Item] {
        let order = items.sorted {
            ($0.form.rawValue, $0.facet ?? "", $0.code) < ($1.form.rawValue, $1.facet ?? "", $1.code)
        }
        return order.enumerated().filter { $0.offset % Self.turns == number }.map(\.element)
    }

    private var inPlace: [Item] {
        items.sorted { ($0.position, $0.code) < ($1.position, $1.code) }
    }
}

/// What sums of secrets tell together: whether some combination of them speaks of fewer people than a group.
///
/// Each figure is a row: how much of whose secret is in it. Rows may be added and subtracted in any way. Reckoned by
/// whole numbers modulo a large prime, so that nothing is rounded.
struct LinearAttack {
    /// A secret of one person, by any name.
    struct Secret: Hashable {
        let person: String
        let name: String
    }

    static let prime: UInt64 = 2_147_483_629
    private(set) var rows: [[Secret: UInt64]] = []

    /// Adds a figure: for each secret a numerator and a denominator, neither larger than the prime.
    mutating func know(_ figure: [Secret: (Int, Int)]) {
        rows.append(figure.mapValues { Self.fraction($0.0, $0.1) })
    }

    /// The people of a group smaller than `group` that some combination of the figures speaks of alone.
    func smallGroup(below group: Int) -> Set<String>? {
        let secrets = Set(rows.flatMap(\.keys))
        var columns: [String: Set<[UInt64]>] = [:]
        for secret in secrets {
            columns[secret.person, default: []].insert(rows.map { $0[secret] ?? 0 })
        }
        // Whoever has the same columns as others is in a combination with all of them or not at all.
        let alike = Dictionary(grouping: columns.keys) { columns[$0] ?? [] }.values
            .filter { $0.count < group }.sorted { ($0.count, $0.min() ?? "") < ($1.count, $1.min() ?? "") }
        let whole = Self.rank(Array(columns.values.reduce(into: Set<[UInt64]>()) { $0.formUnion($1) }))
        return search(Array(alike), from: 0, taken: [], group, columns, whole)
    }

    private func search(
        _ alike: [[String]], from start: Int, taken: Set<String>, _ group: Int,
        _ columns: [String: Set<[UInt64]>], _ whole: Int
    ) -> Set<String>? {
        for place in alike.indices.dropFirst(start) {
            let together = taken.union(alike[place])
            guard together.count < group else { continue }
            let rest = columns.filter { !together.contains($0.key) }.values
            let outside = rest.reduce(into: Set<[UInt64]>()) { $0.formUnion($1) }
            if Self.rank(Array(outside)) < whole { return together }
            if let found = search(alike, from: place + 1, taken: together, group, columns, whole) {
                return found
            }
        }
        return nil
    }

    private static func fraction(_ numerator: Int, _ denominator: Int) -> UInt64 {
        let prime = Int(Self.prime)
        let sign = UInt64(((numerator % prime) + prime) % prime)
        return sign * inverse(UInt64(denominator)) % Self.prime
    }

    private static func inverse(_ number: UInt64) -> UInt64 {
        var (result, base, exponent): (UInt64, UInt64, UInt64) = (1, number % prime, prime - 2)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }

    private static func rank(_ vectors: [[UInt64]]) -> Int {
        var rest = vectors
        var rank = 0
        for column in 0..<(vectors.first?.count ?? 0) {
            guard let pivot = rest.indices.dropFirst(rank).first(where: { rest[$0][column] != 0 }) else {
                continue
            }
            rest.swapAt(rank, pivot)
            let scale = inverse(rest[rank][column])
            for row in rest.indices.dropFirst(rank + 1) where rest[row][column] != 0 {
                let factor = rest[row][column] * scale % prime
                for place in column..<rest[row].count {
                    rest[row][place] = (rest[row][place] + (prime - factor) * rest[rank][place]) % prime
                }
            }
            rank += 1
        }
        return rank
    }
}

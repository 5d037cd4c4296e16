extension Questionnaire {
    func uses(scale code: String) -> Bool {
        parts.contains { $0.items.contains { $0.scale == code } }
    }

    func uses(area code: String) -> Bool {
        parts.contains { $0.items.contains { $0.area == code } }
    }

    /// Takes out a scale or an area.
    /// - Parameters:
    ///   - kind: `scale` or `area`.
    ///   - basis: of the one that was shown.
    /// - Throws: `FormRefusal` where a question uses it; `WebError.notFound` where there is none.
    mutating func remove(_ code: String, _ kind: String, _ basis: String) throws {
        switch kind {
        case "scale":
            guard let index = scales.firstIndex(where: { $0.code == code }) else { throw WebError.notFound }
            try FormBasis.compare(basis, with: ScaleForm(scales[index]).basis)
            guard !uses(scale: code) else { throw FormRefusal("", .inUse) }
            scales.remove(at: index)
        case "area":
            guard let index = areas.firstIndex(where: { $0.code == code }) else { throw WebError.notFound }
            try FormBasis.compare(basis, with: AreaForm(areas[index]).basis)
            guard !uses(area: code) else { throw FormRefusal("", .inUse) }
            areas.remove(at: index)
        default: throw WebError.notFound
        }
    }
}

extension Sentence {
    fileprivate static let inUse = Sentence(
        sv: "en fråga använder det här; ändra frågan först",
        en: "a question uses this; change the question first")
}

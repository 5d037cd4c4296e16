import Foundation

/// A list of texts as JSON.
func jsonText(_ texts: [String]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(decoding: (try? encoder.encode(texts)) ?? Data("[]".utf8), as: UTF8.self)
}

func jsonTexts(_ text: String) -> [String] {
    (try? JSONDecoder().decode([String].self, from: Data(text.utf8))) ?? []
}

/// The extra attributes of a row, as `Extras` wrote them.
func jsonAttributes(_ bytes: UnsafeRawBufferPointer) -> [String: String] {
    (try? JSONDecoder().decode([String: String].self, from: Data(bytes))) ?? [:]
}

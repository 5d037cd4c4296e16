/// What a browser is called in its owner's list of sessions: kind and system, and nothing that would tell two alike
/// apart. The header itself is not kept.
enum DeviceDescription {
    /// - Parameter userAgent: the header as it came; anybody can write anything there.
    static func coarse(_ userAgent: String?) -> String {
        guard let userAgent, !userAgent.isEmpty else { return "–" }
        let text = String(decoding: userAgent.utf8.prefix(512), as: UTF8.self)
        let browser = browsers.first { text.contains($0.sign) }?.name
        let system = systems.first { text.contains($0.sign) }?.name
        switch (browser, system) {
        case (let browser?, let system?): return "\(browser), \(system)"
        case (let one?, nil), (nil, let one?): return one
        case (nil, nil): return "–"
        }
    }

    // The order matters: most browsers also claim to be another.
    private static let browsers: [(sign: String, name: String)] = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"),
        ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chromium/", "Chromium"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ]

    private static let systems: [(sign: String, name: String)] = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "Chromebook"),
        ("Windows", "Windows"), ("Macintosh", "Mac"), ("Linux", "Linux"),
    ]
}

import Foundation

extension SiteURL {
    /// The address with what is asked of it; what says nothing is left out.
    func path(asking query: [(String, String)]) -> String {
        let asked = query.filter { !$0.1.isEmpty }.map { $0.0 + "=" + $0.1.percentEncoded }
        return path + (asked.isEmpty ? "" : "?" + asked.joined(separator: "&"))
    }
}

extension String {
    /// As the value of a query or a part of a path: nothing in it can end it.
    var percentEncoded: String {
        addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

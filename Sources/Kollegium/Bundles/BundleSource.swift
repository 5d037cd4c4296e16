import Foundation

/// A study bundle as it lies there, in a folder or in a zip. It is only read, never altered, and nothing of a
/// zip is put on disk.
protocol BundleSource: AnyObject {
    /// The files of the bundle, in the order of their names: those at its top, and `instruments/….yaml`.
    var files: [String] { get }
    /// What else lies there, hidden files apart, and is no part of a bundle; to be named to the operator.
    var passedOver: [String] { get }
    /// The size of a file in bytes, to tell how far its reading has come. A zip may lie about it.
    func size(of file: String) -> Int64?
    /// The bytes of a file from its beginning. Throws `BundleError` where it is not there or cannot be read.
    func open(_ file: String) throws -> any ByteStream
}

/// Opens what lies at the path: a folder, or a zip. Throws `BundleError`, which says what is wrong with it.
func openBundle(at path: String) throws -> any BundleSource {
    var status = stat()
    guard stat(path, &status) == 0 else { throw BundleError(.unreadable(errno), file: path) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return try BundleFolder(path: path)
    case S_IFREG: return try BundleArchive(path: path)
    default: throw BundleError(.notABundle, file: path)
    }
}

/// Whether a name, relative to the top of a bundle, is that of a file that belongs to one.
func isBundleFile(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 1 || parts.count == 2 && parts[0] == "instruments" && parts[1].hasSuffix(".yaml")
}

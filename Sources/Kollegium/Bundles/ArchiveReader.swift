import CLibArchive
import Foundation

/// A zip opened by libarchive, read from its first entry to its last. Names are those of its central
/// directory, so a zip that is cut short is not taken for a shorter one.
final class ArchiveReader {
    private let path: String
    private let archive: OpaquePointer
    private let locale = UTF8Locale()

    struct Entry {
        /// The bytes of the name, as they are in the zip or made UTF-8 where the zip says how.
        let name: [UInt8]
        let isPlain, isFolder, isEncrypted: Bool
        /// What the zip says that the size is.
        let declaredSize: Int64?
    }

    init(path: String) throws {
        guard let archive = archive_read_new() else { throw BundleError(.unreadable(ENOMEM), file: path) }
        self.path = path
        self.archive = archive
        let opened = locale {
            archive_read_support_format_zip_seekable(archive)
            return archive_read_open_filename(archive, path, 131_072)
        }
        guard opened == ARCHIVE_OK else { throw BundleError(.damagedZip, file: path) }
    }

    deinit { archive_read_free(archive) }

    /// Moves to the next entry, nil at the end.
    func next() throws -> Entry? {
        try locale {
            var header: OpaquePointer?
            let result = archive_read_next_header(archive, &header)
            if result == ARCHIVE_EOF { return nil }
            // A warning is about one field of the header, most often the name, which is looked at below.
            guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let header,
                let name = archive_entry_pathname(header)
            else { throw BundleError(.damagedZip, file: path) }
            let kind = archive_entry_filetype(header)
            let isLink = archive_entry_hardlink(header) != nil || archive_entry_symlink(header) != nil
            return Entry(
                name: Array(
                    UnsafeBufferPointer(start: name, count: strlen(name)).map(UInt8.init(bitPattern:))),
                isPlain: kind == S_IFREG && !isLink, isFolder: kind == S_IFDIR && !isLink,
                isEncrypted: archive_entry_is_encrypted(header) != 0,
                declaredSize: archive_entry_size_is_set(header) != 0 ? archive_entry_size(header) : nil)
        }
    }

    /// Unpacks the next bytes of the entry, 0 at its end. `file` is the name to tell about it.
    func read(into buffer: UnsafeMutableRawBufferPointer, file: String) throws -> Int {
        let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
        if count >= 0 { return count }
        // Everything below 0 is an error here, warnings too: a wrong checksum is one.
        let message = archive_error_string(archive).map { String(cString: $0) } ?? ""
        throw BundleError(message.contains("nsupported") ? .unknownCompression : .damagedEntry, file: file)
    }
}

import CLibArchive
import Foundation

/// Writes a zip whose bytes depend on nothing but the names and contents put into it: no time of day, no owner,
/// no locale. Contents are packed as they come.
final class ZipWriter {
    private let path: String
    private let archive: OpaquePointer
    private let locale = UTF8Locale()
    private var descriptor: Int32 = -1

    /// Makes a new file at `path`. Throws `BundleError` where it is there already or cannot be made.
    init(path: String) throws {
        guard let archive = archive_write_new() else { throw BundleError(.unwritable(ENOMEM), file: path) }
        self.path = path
        self.archive = archive
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw BundleError(.unwritable(errno), file: path) }
        try locale {
            archive_write_set_format_zip(archive)
            try check(archive_write_set_options(archive, "zip:compression=deflate,zip:hdrcharset=UTF-8"))
            archive_write_set_bytes_in_last_block(archive, 1)
            try check(archive_write_open_fd(archive, descriptor))
        }
    }

    deinit {
        // What was not closed was given up, and half a zip is of no use to anyone. Its name goes first, because
        // libarchive completes the zip before it lets go of it.
        if descriptor >= 0 { unlink(path) }
        archive_write_free(archive)
        if descriptor >= 0 { Foundation.close(descriptor) }
    }

    /// Begins an entry, whose bytes follow by `write`.
    func begin(_ entry: String) throws {
        let header = archive_entry_new()
        defer { archive_entry_free(header) }
        // With no time set, the zip gets the first one that it can express, 1980-01-01, in every time zone.
        archive_entry_copy_pathname(header, entry)
        archive_entry_set_filetype(header, S_IFREG as mode_t)
        archive_entry_set_perm(header, 0o644)
        try locale { try check(archive_write_header(archive, header)) }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = archive_write_data(
                archive, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            guard count > 0 else { throw BundleError(.unwritable(archive_errno(archive)), file: path) }
            rest = rest.dropFirst(count)
        }
    }

    func end() throws { try check(archive_write_finish_entry(archive)) }

    /// Completes the zip. Only after it is there anything that can be read.
    func close() throws {
        try locale { try check(archive_write_close(archive)) }
        let result = Foundation.close(descriptor)
        descriptor = -1
        guard result == 0 else { throw BundleError(.unwritable(errno), file: path) }
    }

    private func check(_ result: Int32) throws {
        guard result == ARCHIVE_OK else { throw BundleError(.unwritable(archive_errno(archive)), file: path) }
    }
}

extension Sentence {
    /// By the error number of the system.
    static func unwritable(_ number: Int32) -> Sentence {
        switch number {
        case EEXIST:
            return Sentence(
                sv: "finns redan och skrivs inte över; ange ett nytt namn",
                en: "is there already and is not written over; give a new name")
        case ENOSPC, EDQUOT:
            return Sentence(
                sv: "kan inte skrivas, disken är full; ge mer plats eller ange en annan",
                en: "cannot be written, the disk is full; make room or give another")
        case EACCES, EPERM, EROFS:
            return Sentence(
                sv: "får inte skrivas; ge den som kör programmet skrivrättighet",
                en: "may not be written; give whoever runs the program permission to write it")
        case ENOENT, ENOTDIR:
            return Sentence(
                sv: "kan inte skrivas, mappen finns inte; skapa den först",
                en: "cannot be written, its folder does not exist; make it first")
        default:
            let reason = String(cString: strerror(number))
            return Sentence(sv: "kan inte skrivas (\(reason))", en: "cannot be written (\(reason))")
        }
    }
}

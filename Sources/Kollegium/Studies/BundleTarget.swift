import Foundation

/// Where a bundle is written to: one file after the other.
protocol BundleTarget: AnyObject {
    /// Begins a file; the one before is whole.
    func begin(_ file: String) throws
    func write(_ bytes: UnsafeRawBufferPointer) throws
    func close() throws
}

/// A bundle as a folder.
final class FolderTarget: BundleTarget {
    private let path: String
    private var handle: FileHandle?

    init(path: String) throws {
        self.path = path
        guard mkdir(path, 0o755) == 0 else {
            throw StudyExport.Refusal.notWritable(path, String(cString: strerror(errno)))
        }
    }

    func begin(_ file: String) throws {
        try close()
        let place = path + "/" + file
        try FileManager.default.createDirectory(
            atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        let descriptor = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw StudyExport.Refusal.notWritable(place, String(cString: strerror(errno)))
        }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while let start = rest.baseAddress, rest.count > 0, let handle {
            let count = Foundation.write(handle.fileDescriptor, start, rest.count)
            guard count > 0 else {
                throw StudyExport.Refusal.notWritable(path, String(cString: strerror(errno)))
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    func close() throws {
        try handle?.close()
        handle = nil
    }
}

/// A bundle as a zip.
final class ZipTarget: BundleTarget {
    private let writer: ZipWriter
    private var isOpen = false

    init(path: String) throws {
        writer = try ZipWriter(path: path)
    }

    func begin(_ file: String) throws {
        if isOpen { try writer.end() }
        try writer.begin(file)
        isOpen = true
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        try writer.write(bytes)
    }

    func close() throws {
        if isOpen { try writer.end() }
        try writer.close()
    }
}

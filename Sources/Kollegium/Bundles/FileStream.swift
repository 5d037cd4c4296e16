import Foundation

/// The bytes of a plain file on disk.
final class FileStream: ByteStream {
    private let descriptor: Int32
    private let file: String

    /// Opens the file at `path`; `file` is the name to tell about it. What is no plain file is refused, and a
    /// pipe in its place does not make the program wait.
    init(path: UnsafePointer<CChar>, file: String) throws {
        self.file = file
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw BundleError(.unreadable(errno), file: file) }
        var status = stat()
        let isPlain = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        guard isPlain else {
            close(descriptor)
            throw BundleError(.specialInPlace, file: file)
        }
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
    }

    deinit { close(descriptor) }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw BundleError(.unreadable(errno), file: file) }
        }
    }
}

import CLibPQ

extension StorageError {
    /// The error of a result in our terms, by its SQLSTATE (PostgreSQL manual, appendix A).
    static func postgres(_ result: OpaquePointer?, on connection: OpaquePointer) -> StorageError {
        guard PQstatus(connection) == CONNECTION_OK else { return lost(connection) }
        let state = PQresultErrorField(result, CInt(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
        let message = PQresultErrorMessage(result).map { String(cString: $0) } ?? ""
        return StorageError(kind(ofState: state), "PostgreSQL \(state): \(message)")
    }

    static func lost(_ connection: OpaquePointer) -> StorageError {
        StorageError(.connectionLost, PQerrorMessage(connection).map { String(cString: $0) } ?? "")
    }

    private static func kind(ofState state: String) -> Kind {
        switch state {
        // A plan that outlived a change of the schema, or was forgotten, is made anew at the next try.
        case "40001", "40P01", "0A000", "26000": .contention
        case "55P03": .locked
        case "57014": .timedOut
        case "57P01", "57P02", "57P03": .connectionLost
        case "25006", "42501": .readOnly
        case "22021": .nulInText
        case _ where state.hasPrefix("08"): .connectionLost
        case _ where state.hasPrefix("23"): .constraint
        case _ where state.hasPrefix("53"): .full
        case _ where state.hasPrefix("XX"): .damaged
        default: .programming
        }
    }
}

import Storage

/// The numbered steps of the schema, in their order. A shipped step never changes; `docs/data-model.md` tells
/// what the tables are for, `docs/sql.md` which SQL both engines understand.
enum Schema {
    static let migrations = [foundation, attendance, application, answering, purposes]
}

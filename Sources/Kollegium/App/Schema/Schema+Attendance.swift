import Storage

extension Schema {
    /// Attendance no longer asks, row by row, whether its import is there: there are millions of rows, the import that
    /// writes them is there by itself, and asking took a sixth of the time that a country's study needs on PostgreSQL.
    /// `kollegium check` asks instead.
    static let attendance = Migration(
        number: 2, name: "attendance",
        sql: """
            CREATE TABLE attendance_renewed (
                meeting_id {integer} NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
                person_id {integer} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
                status {text} NOT NULL CHECK (status IN ('present', 'absent', 'excused')),
                import_id {integer},
                extra_id {integer},
                PRIMARY KEY (meeting_id, person_id)
            ) {clustered};
            INSERT INTO attendance_renewed SELECT meeting_id, person_id, status, import_id, extra_id FROM attendance;
            DROP TABLE attendance;
            ALTER TABLE attendance_renewed RENAME TO attendance;
            CREATE INDEX attendance_of_person ON attendance (person_id);
            """)
}

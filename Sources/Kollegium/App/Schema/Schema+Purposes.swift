import Storage

extension Schema {
    /// The purpose mirror: why leaders want the work, whether teachers share it, and what the goals that they named are
    /// about.
    static let purposes = Migration(
        number: 5, name: "purposes",
        sql: """
            CREATE TABLE purpose_statements (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                programme_id {integer} NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
                school_id {integer} REFERENCES schools (id) ON DELETE CASCADE,
                person_id {integer} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
                text {text} NOT NULL,
                at {integer} NOT NULL,
                withdrawn_at {integer}
            ) {table};
            CREATE INDEX purpose_statements_of_programme ON purpose_statements (programme_id, school_id);
            CREATE INDEX purpose_statements_of_school ON purpose_statements (school_id);
            CREATE INDEX purpose_statements_of_person ON purpose_statements (person_id);

            CREATE TABLE purpose_answers (
                programme_id {integer} NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
                school_id {integer} NOT NULL REFERENCES schools (id) ON DELETE CASCADE,
                term {text} NOT NULL,
                person_id {integer} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
                answer {text} NOT NULL CHECK (answer IN ('yes', 'partly', 'no')),
                at {integer} NOT NULL,
                counted {integer} NOT NULL DEFAULT 0 CHECK (counted IN (0, 1)),
                PRIMARY KEY (programme_id, school_id, term, person_id)
            ) {clustered};
            CREATE INDEX purpose_answers_of_school ON purpose_answers (school_id);
            CREATE INDEX purpose_answers_of_person ON purpose_answers (person_id);

            CREATE TABLE purpose_terms (
                programme_id {integer} NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
                term {text} NOT NULL,
                ends {text} NOT NULL,
                closed_at {integer} NOT NULL,
                PRIMARY KEY (programme_id, term)
            ) {clustered};

            CREATE TABLE goal_headings (
                id {key},
                programme_id {integer} NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
                words {text} NOT NULL,
                UNIQUE (programme_id, words)
            ) {table};

            CREATE TABLE goal_placements (
                sheet_id {integer} NOT NULL REFERENCES sheets (id) ON DELETE CASCADE,
                item_id {integer} NOT NULL REFERENCES items (id) ON DELETE CASCADE,
                heading_id {integer} NOT NULL REFERENCES goal_headings (id) ON DELETE CASCADE,
                at {integer} NOT NULL,
                PRIMARY KEY (sheet_id, item_id)
            ) {clustered};
            CREATE INDEX goal_placements_of_item ON goal_placements (item_id);
            CREATE INDEX goal_placements_of_heading ON goal_placements (heading_id);
            """)
}

import Storage

extension Schema {
    /// Questionnaires that people answer here: waves that open and close, sheets that are worked on, what people are
    /// told of a study and what they say to it.
    static let answering = Migration(
        number: 4, name: "answering",
        sql: """
            CREATE TABLE questionnaire_settings (
                study_id {integer} PRIMARY KEY REFERENCES studies (id) ON DELETE CASCADE,
                trust_items {text} NOT NULL CHECK (trust_items IN ('full', 'short', 'in-turn')),
                look_back {text} NOT NULL CHECK (look_back IN ('after', 'beside')),
                paging {text} NOT NULL CHECK (paging IN ('sections', 'whole'))
            ) {table};

            CREATE TABLE waves (
                part_id {integer} PRIMARY KEY REFERENCES parts (id) ON DELETE CASCADE,
                public_id {text} NOT NULL UNIQUE,
                trust_items {text} NOT NULL CHECK (trust_items IN ('full', 'short', 'in-turn')),
                look_back {text} NOT NULL CHECK (look_back IN ('after', 'beside')),
                paging {text} NOT NULL CHECK (paging IN ('sections', 'whole')),
                made_at {integer} NOT NULL,
                opened_at {integer},
                closed_at {integer},
                CHECK (closed_at IS NULL OR opened_at IS NOT NULL)
            ) {table};
            CREATE INDEX waves_under_way ON waves (part_id) WHERE closed_at IS NULL;

            CREATE TABLE wave_invitations (
                part_id {integer} NOT NULL REFERENCES parts (id) ON DELETE CASCADE,
                person_id {integer} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
                invited_on {text} NOT NULL,
                reminders {integer} NOT NULL,
                reminded_on {text},
                PRIMARY KEY (part_id, person_id)
            ) {clustered};
            CREATE INDEX wave_invitations_of_person ON wave_invitations (person_id);

            ALTER TABLE questionnaires ADD COLUMN asks {text} NOT NULL DEFAULT 'members'
                CHECK (asks IN ('members', 'leavers'));

            ALTER TABLE messages ADD COLUMN by_day {integer} NOT NULL DEFAULT 0 CHECK (by_day IN (0, 1));

            CREATE TABLE questionnaire_drafts (
                questionnaire_id {integer} PRIMARY KEY REFERENCES questionnaires (id) ON DELETE CASCADE,
                document {text} NOT NULL,
                changed_at {integer} NOT NULL
            ) {table};

            CREATE TABLE exit_invitations (
                part_id {integer} NOT NULL REFERENCES parts (id) ON DELETE CASCADE,
                person_id {integer} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
                team_id {integer} NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
                digest {text} NOT NULL UNIQUE,
                invited_on {text} NOT NULL,
                ends_at {integer} NOT NULL,
                PRIMARY KEY (part_id, person_id)
            ) {clustered};
            CREATE INDEX exit_invitations_of_person ON exit_invitations (person_id);
            CREATE INDEX exit_invitations_of_team ON exit_invitations (team_id);

            ALTER TABLE sheets ADD COLUMN counted {integer} NOT NULL DEFAULT 1 CHECK (counted IN (0, 1));
            ALTER TABLE sheets ADD COLUMN reflection {text};
            ALTER TABLE answers ADD COLUMN first_step {integer} CHECK (first_step > 0);

            CREATE TABLE study_information (
                id {key},
                study_id {integer} NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
                asker_id {integer} REFERENCES people (id) ON DELETE SET NULL,
                purpose_sv {text},
                purpose_en {text},
                kept_until {text} NOT NULL,
                made_at {integer} NOT NULL,
                CHECK (purpose_sv IS NOT NULL OR purpose_en IS NOT NULL)
            ) {table};
            CREATE INDEX study_information_of_study ON study_information (study_id, id);
            CREATE INDEX study_information_of_asker ON study_information (asker_id);

            ALTER TABLE consents ADD COLUMN information_id {integer};
            ALTER TABLE consents ADD COLUMN receipt {text};

            CREATE TABLE research_files (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                study_id {integer} NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
                questionnaire_id {integer} NOT NULL REFERENCES questionnaires (id) ON DELETE CASCADE,
                person_id {integer} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
                format {text} NOT NULL CHECK (format IN ('csv', 'sav', 'dta', 'json')),
                language {text} NOT NULL CHECK (language IN ('sv', 'en')),
                with_texts {integer} NOT NULL CHECK (with_texts IN (0, 1)),
                state {text} NOT NULL CHECK (state IN ('waiting', 'writing', 'done', 'failed')),
                done_rows {integer} NOT NULL,
                all_rows {integer} NOT NULL,
                people {integer} NOT NULL,
                newest_consent {integer} NOT NULL,
                made_at {integer} NOT NULL,
                seen_at {integer} NOT NULL,
                ended_at {integer}
            ) {table};
            CREATE INDEX research_files_of_study ON research_files (study_id);
            CREATE INDEX research_files_of_questionnaire ON research_files (questionnaire_id);
            CREATE INDEX research_files_of_person ON research_files (person_id);
            """)
}

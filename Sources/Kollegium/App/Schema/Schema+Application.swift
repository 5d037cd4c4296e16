import Storage

extension Schema {
    /// What people need to work here themselves: accounts and how they sign in, assignments beside the memberships of
    /// teams, messages that leave the house, bundles that come in by browser, and what is said of levels of trust.
    static let application = Migration(
        number: 3, name: "application",
        sql: """
            CREATE TABLE accounts (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                email {text} NOT NULL UNIQUE,
                password {text},
                language {text} NOT NULL CHECK (language IN ('sv', 'en')),
                one_time_secret {text},
                one_time_since {integer},
                one_time_step {integer},
                made_at {integer} NOT NULL,
                joined_at {integer},
                disabled_at {integer}
            ) {table};

            CREATE TABLE account_people (
                person_id {integer} PRIMARY KEY REFERENCES people (id) ON DELETE CASCADE,
                account_id {integer} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE
            ) {table};
            CREATE INDEX account_people_of_account ON account_people (account_id);

            CREATE TABLE recovery_codes (
                account_id {integer} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
                digest {text} NOT NULL,
                used_at {integer},
                PRIMARY KEY (account_id, digest)
            ) {table};

            CREATE TABLE sessions (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                account_id {integer} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
                digest {text} NOT NULL UNIQUE,
                earlier_digest {text},
                rotated_at {integer} NOT NULL,
                hat_person_id {integer} REFERENCES people (id) ON DELETE SET NULL,
                hat_role {text},
                device {text} NOT NULL,
                started_at {integer} NOT NULL,
                seen_at {integer} NOT NULL,
                ends_at {integer} NOT NULL
            ) {table};
            CREATE INDEX sessions_of_account ON sessions (account_id);
            CREATE INDEX sessions_by_earlier_digest ON sessions (earlier_digest);
            CREATE INDEX sessions_by_end ON sessions (ends_at);

            CREATE TABLE sign_in_links (
                id {key},
                account_id {integer} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
                digest {text} NOT NULL UNIQUE,
                purpose {text} NOT NULL CHECK (purpose IN ('sign-in', 'invitation', 'code')),
                made_by {integer} REFERENCES people (id) ON DELETE SET NULL,
                made_at {integer} NOT NULL,
                ends_at {integer} NOT NULL,
                used_at {integer}
            ) {table};
            CREATE INDEX sign_in_links_of_account ON sign_in_links (account_id);

            CREATE TABLE address_changes (
                account_id {integer} PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
                digest {text} NOT NULL UNIQUE,
                email {text} NOT NULL,
                made_at {integer} NOT NULL,
                ends_at {integer} NOT NULL
            ) {table};

            CREATE TABLE known_devices (
                account_id {integer} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
                digest {text} NOT NULL,
                made_at {integer} NOT NULL,
                PRIMARY KEY (account_id, digest)
            ) {table};

            CREATE TABLE sign_in_throttles (
                digest {text} PRIMARY KEY,
                failures {integer} NOT NULL CHECK (failures > 0),
                failed_at {integer} NOT NULL,
                closed_until {integer} NOT NULL
            ) {table};
            CREATE INDEX sign_in_throttles_by_time ON sign_in_throttles (failed_at);

            CREATE TABLE messages (
                id {key},
                unique_key {text} NOT NULL UNIQUE,
                recipient {text} NOT NULL,
                language {text} NOT NULL CHECK (language IN ('sv', 'en')),
                subject {text} NOT NULL,
                body {text} NOT NULL,
                state {text} NOT NULL CHECK (state IN ('waiting', 'leaving', 'sent', 'uncertain', 'failed')),
                attempts {integer} NOT NULL,
                made_at {integer} NOT NULL,
                due_at {integer} NOT NULL,
                claimed_until {integer},
                sent_at {integer},
                failure {text}
            ) {table};
            CREATE INDEX messages_due ON messages (due_at) WHERE state IN ('waiting', 'leaving');

            CREATE TABLE assignments (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                person_id {integer} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
                role {text} NOT NULL CHECK (role IN
                    ('programme-leader', 'development-leader', 'researcher', 'supervisor-of-supervisors',
                    'school-leader', 'administrator')),
                programme_id {integer} REFERENCES programmes (id) ON DELETE CASCADE,
                school_id {integer} REFERENCES schools (id) ON DELETE CASCADE,
                starts {text} NOT NULL,
                ends {text},
                reason {text},
                CHECK (ends > starts),
                CHECK ((programme_id IS NOT NULL) = (role IN
                    ('programme-leader', 'researcher', 'supervisor-of-supervisors'))),
                CHECK ((school_id IS NOT NULL) = (role IN ('school-leader', 'development-leader')))
            ) {table};
            CREATE INDEX assignments_of_person ON assignments (person_id);
            CREATE INDEX assignments_of_programme ON assignments (programme_id);
            CREATE INDEX assignments_of_school ON assignments (school_id);

            CREATE INDEX accounts_not_joined ON accounts (id) WHERE joined_at IS NULL;
            CREATE INDEX memberships_of_supervisors ON memberships (team_id, starts, ends) WHERE role = 'supervisor';
            CREATE INDEX meetings_of_team ON meetings (team_id, starts, status);
            CREATE INDEX people_by_email ON people (organisation_id, email);
            CREATE INDEX teams_in_order ON teams (programme_id, sort_key, id);

            CREATE TABLE team_codes (
                id {key},
                team_id {integer} NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
                code {text} NOT NULL UNIQUE,
                made_by {integer} REFERENCES people (id) ON DELETE SET NULL,
                made_at {integer} NOT NULL,
                ends_at {integer} NOT NULL
            ) {table};
            CREATE INDEX team_codes_of_team ON team_codes (team_id);

            CREATE TABLE team_joinings (
                id {key},
                team_id {integer} NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
                person_id {integer} REFERENCES people (id) ON DELETE CASCADE,
                name {text},
                email {text} NOT NULL,
                digest {text} NOT NULL UNIQUE,
                starts {text} NOT NULL,
                made_at {integer} NOT NULL,
                ends_at {integer} NOT NULL,
                confirmed_at {integer},
                CHECK (person_id IS NOT NULL OR name IS NOT NULL)
            ) {table};
            CREATE INDEX team_joinings_of_team ON team_joinings (team_id, made_at);
            CREATE INDEX team_joinings_of_person ON team_joinings (person_id, made_at);

            CREATE TABLE uploads (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                organisation_id {integer} NOT NULL REFERENCES organisations (id),
                person_id {integer} REFERENCES people (id) ON DELETE SET NULL,
                name {text} NOT NULL,
                bytes {integer} NOT NULL,
                state {text} NOT NULL CHECK (state IN ('waiting', 'reading', 'done', 'refused', 'failed')),
                done_bytes {integer} NOT NULL,
                file_in_progress {text},
                findings {text},
                study_code {text},
                made_at {integer} NOT NULL,
                seen_at {integer} NOT NULL,
                ended_at {integer}
            ) {table};

            ALTER TABLE parts ADD COLUMN closes {text};
            CREATE INDEX sheets_by_day ON sheets (part_id, submitted);
            CREATE INDEX answers_of_another_day ON answers (submitted) WHERE submitted IS NOT NULL;

            CREATE TABLE trust_thresholds (
                study_id {integer} PRIMARY KEY REFERENCES studies (id) ON DELETE CASCADE,
                high_mean {integer} NOT NULL CHECK (high_mean BETWEEN 100 AND 500),
                high_facet {integer} NOT NULL CHECK (high_facet BETWEEN 100 AND 500),
                enough_mean {integer} NOT NULL CHECK (enough_mean BETWEEN 100 AND 500),
                enough_facet {integer} NOT NULL CHECK (enough_facet BETWEEN 100 AND 500),
                margin {integer} NOT NULL CHECK (margin BETWEEN 0 AND 100),
                answering_pct {integer} NOT NULL CHECK (answering_pct BETWEEN 60 AND 100)
            ) {table};

            CREATE TABLE trust_comments (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                team_id {integer} NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
                form {text} NOT NULL CHECK (form IN ('process', 'collegial', 'collective')),
                term {text} NOT NULL,
                person_id {integer} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
                text {text} NOT NULL,
                at {integer} NOT NULL,
                withdrawn_at {integer},
                CHECK (withdrawn_at IS NULL OR text = '')
            ) {table};
            CREATE INDEX trust_comments_of_team ON trust_comments (team_id, term, form, at);
            CREATE INDEX trust_comments_of_person ON trust_comments (person_id);

            CREATE TABLE trust_overrides (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                team_id {integer} NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
                form {text} NOT NULL CHECK (form IN ('process', 'collegial', 'collective')),
                term {text} NOT NULL,
                level {text} NOT NULL CHECK (level IN ('H', 'TH', 'L')),
                reason {text} NOT NULL,
                person_id {integer} REFERENCES people (id) ON DELETE SET NULL,
                at {integer} NOT NULL,
                withdrawn_at {integer}
            ) {table};
            CREATE INDEX trust_overrides_of_team ON trust_overrides (team_id, term, form, at);
            """)
}

import Storage

extension Schema {
    /// Who runs the work, who takes part, what they did and what they answered.
    static let foundation = Migration(
        number: 1, name: "foundation",
        sql: """
            CREATE TABLE organisations (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                name {text} NOT NULL
            ) {table};

            CREATE TABLE imports (
                id {key},
                organisation_id {integer} NOT NULL REFERENCES organisations (id),
                at {integer} NOT NULL
            ) {table};

            CREATE TABLE import_files (
                import_id {integer} NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
                name {text} NOT NULL,
                sha256 {text} NOT NULL,
                extra_columns {text} NOT NULL,
                PRIMARY KEY (import_id, name)
            ) {table};

            CREATE TABLE extras (
                id {key},
                import_id {integer} NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
                attributes {text} NOT NULL
            ) {table};
            CREATE INDEX extras_of_import ON extras (import_id);

            CREATE TABLE programmes (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                organisation_id {integer} NOT NULL REFERENCES organisations (id),
                origin {text} NOT NULL CHECK (origin IN ('own', 'imported')),
                taken_over_at {integer},
                title_sv {text},
                title_en {text},
                starts {text} NOT NULL,
                ends {text} NOT NULL,
                timezone {text} NOT NULL,
                CHECK (starts <= ends),
                CHECK (title_sv IS NOT NULL OR title_en IS NOT NULL)
            ) {table};
            CREATE INDEX programmes_of_organisation ON programmes (organisation_id);

            CREATE TABLE phases (
                programme_id {integer} NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
                position {integer} NOT NULL,
                code {text} NOT NULL,
                starts {text} NOT NULL,
                ends {text} NOT NULL,
                PRIMARY KEY (programme_id, position),
                UNIQUE (programme_id, code),
                CHECK (starts <= ends)
            ) {table};

            CREATE TABLE terms (
                programme_id {integer} NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
                position {integer} NOT NULL,
                code {text} NOT NULL,
                starts {text} NOT NULL,
                ends {text} NOT NULL,
                PRIMARY KEY (programme_id, position),
                UNIQUE (programme_id, code),
                CHECK (starts <= ends)
            ) {table};

            CREATE TABLE studies (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                programme_id {integer} NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
                code {text} NOT NULL,
                state {text} NOT NULL CHECK (state IN ('arriving', 'held', 'leaving')),
                title_sv {text},
                title_en {text},
                model {text},
                minimum_group {integer} NOT NULL CHECK (minimum_group >= 5),
                minimum_for_single_items {integer} NOT NULL CHECK (minimum_for_single_items >= 5),
                published {integer} NOT NULL CHECK (published IN (0, 1)),
                document {text} NOT NULL,
                import_id {integer} REFERENCES imports (id),
                UNIQUE (code, state)
            ) {table};
            CREATE INDEX studies_of_programme ON studies (programme_id);

            CREATE TABLE schools (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                organisation_id {integer} NOT NULL REFERENCES organisations (id),
                name {text} NOT NULL,
                sort_key {text} NOT NULL,
                search_key {text} NOT NULL,
                import_id {integer} REFERENCES imports (id)
            ) {table};
            CREATE INDEX schools_of_organisation ON schools (organisation_id, sort_key);
            CREATE INDEX schools_of_import ON schools (import_id);

            CREATE TABLE school_profiles (
                programme_id {integer} NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
                school_id {integer} NOT NULL REFERENCES schools (id) ON DELETE CASCADE,
                code {text} NOT NULL,
                municipality {text},
                municipality_type {text},
                pupils {integer} CHECK (pupils >= 0),
                foreign_background_pct {real} CHECK (foreign_background_pct BETWEEN 0 AND 100),
                parents_post_secondary_pct {real} CHECK (parents_post_secondary_pct BETWEEN 0 AND 100),
                grade9_passed_all_pct {real} CHECK (grade9_passed_all_pct BETWEEN 0 AND 100),
                merit_value {real} CHECK (merit_value >= 0),
                extra_id {integer},
                PRIMARY KEY (programme_id, school_id),
                UNIQUE (programme_id, code)
            ) {table};
            CREATE INDEX school_profiles_of_school ON school_profiles (school_id);

            CREATE TABLE people (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                organisation_id {integer} NOT NULL REFERENCES organisations (id),
                name {text},
                email {text},
                school_id {integer} REFERENCES schools (id),
                sort_key {text} NOT NULL,
                search_key {text} NOT NULL,
                erased_at {integer},
                import_id {integer} REFERENCES imports (id),
                CHECK (name IS NOT NULL OR erased_at IS NOT NULL),
                CHECK (erased_at IS NULL
                    OR (name IS NULL AND email IS NULL AND sort_key = '' AND search_key = ''))
            ) {table};
            CREATE INDEX people_of_organisation ON people (organisation_id, sort_key);
            CREATE INDEX people_of_school ON people (school_id);
            CREATE INDEX people_of_import ON people (import_id);

            CREATE TABLE study_people (
                study_id {integer} NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
                person_id {integer} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
                pseudonym {text} NOT NULL,
                extra_id {integer},
                PRIMARY KEY (study_id, person_id),
                UNIQUE (study_id, pseudonym)
            ) {table};
            CREATE INDEX study_people_of_person ON study_people (person_id);

            CREATE TABLE consents (
                id {key},
                study_id {integer} NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
                person_id {integer} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
                purpose {text} NOT NULL
                    CHECK (purpose IN ('own-development', 'evaluation', 'research', 'quotation')),
                answer {text} NOT NULL CHECK (answer IN ('yes', 'no')),
                at {integer} NOT NULL
            ) {table};
            CREATE INDEX consents_of_person ON consents (study_id, person_id, purpose, at);
            CREATE INDEX consents_by_person ON consents (person_id);

            CREATE TABLE teams (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                programme_id {integer} NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
                school_id {integer} NOT NULL REFERENCES schools (id),
                code {text} NOT NULL,
                name {text} NOT NULL,
                sort_key {text} NOT NULL,
                search_key {text} NOT NULL,
                grades {text},
                pupils {integer} CHECK (pupils >= 0),
                kind {text},
                import_id {integer} REFERENCES imports (id),
                extra_id {integer},
                UNIQUE (programme_id, code)
            ) {table};
            CREATE INDEX teams_of_school ON teams (school_id);

            CREATE TABLE memberships (
                id {key},
                team_id {integer} NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
                person_id {integer} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
                role {text} NOT NULL CHECK (role IN
                    ('teacher', 'conversation-leader', 'team-leader', 'supervisor', 'school-leader')),
                starts {text} NOT NULL,
                ends {text},
                reason {text},
                import_id {integer} REFERENCES imports (id),
                extra_id {integer},
                UNIQUE (team_id, person_id, role, starts),
                CHECK (ends > starts)
            ) {table};
            CREATE INDEX memberships_of_person ON memberships (person_id);

            CREATE TABLE meetings (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                team_id {integer} NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
                code {text} NOT NULL,
                kind {text} NOT NULL
                    CHECK (kind IN ('supervision', 'learning-conversation', 'training', 'leader-dialogue')),
                starts {text} NOT NULL,
                planned_minutes {integer} NOT NULL CHECK (planned_minutes > 0),
                status {text} NOT NULL CHECK (status IN ('planned', 'held', 'cancelled')),
                import_id {integer} REFERENCES imports (id),
                extra_id {integer},
                UNIQUE (team_id, code)
            ) {table};

            CREATE TABLE attendance (
                meeting_id {integer} NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
                person_id {integer} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
                status {text} NOT NULL CHECK (status IN ('present', 'absent', 'excused')),
                import_id {integer} REFERENCES imports (id),
                extra_id {integer},
                PRIMARY KEY (meeting_id, person_id)
            ) {clustered};
            CREATE INDEX attendance_of_person ON attendance (person_id);

            CREATE TABLE events (
                id {key},
                team_id {integer} NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
                date {text} NOT NULL,
                kind {text} NOT NULL,
                person_id {integer} REFERENCES people (id) ON DELETE CASCADE,
                detail {text},
                import_id {integer} REFERENCES imports (id),
                extra_id {integer},
                CHECK (person_id IS NULL OR detail IS NULL),
                CHECK (kind <> 'practice-shown' OR person_id IS NOT NULL)
            ) {table};
            CREATE INDEX events_of_team ON events (team_id, date);
            CREATE INDEX events_of_person ON events (person_id);

            CREATE TABLE evidence (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                team_id {integer} NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
                code {text} NOT NULL,
                form {text} NOT NULL CHECK (form IN ('process', 'collegial', 'collective')),
                indicator {text} NOT NULL,
                value {text} NOT NULL,
                source {text},
                date {text} NOT NULL,
                note {text},
                import_id {integer} REFERENCES imports (id),
                extra_id {integer},
                UNIQUE (team_id, code)
            ) {table};
            CREATE INDEX evidence_newest ON evidence (team_id, indicator, date DESC, code DESC, value);

            CREATE TABLE questionnaires (
                id {key},
                public_id {text} NOT NULL UNIQUE,
                programme_id {integer} NOT NULL REFERENCES programmes (id) ON DELETE CASCADE,
                code {text} NOT NULL,
                audience {text} NOT NULL CHECK (audience IN ('teacher', 'school-leader')),
                UNIQUE (programme_id, code)
            ) {table};

            CREATE TABLE questionnaire_versions (
                id {key},
                questionnaire_id {integer} NOT NULL REFERENCES questionnaires (id) ON DELETE CASCADE,
                version {integer} NOT NULL CHECK (version > 0),
                title_sv {text},
                title_en {text},
                extra {text},
                import_id {integer} REFERENCES imports (id),
                UNIQUE (questionnaire_id, version)
            ) {table};

            CREATE TABLE scales (
                id {key},
                version_id {integer} NOT NULL REFERENCES questionnaire_versions (id) ON DELETE CASCADE,
                position {integer} NOT NULL,
                code {text} NOT NULL,
                opt_out_sv {text},
                opt_out_en {text},
                extra {text},
                UNIQUE (version_id, code)
            ) {table};

            CREATE TABLE scale_steps (
                scale_id {integer} NOT NULL REFERENCES scales (id) ON DELETE CASCADE,
                step {integer} NOT NULL CHECK (step > 0),
                value {text},
                label_sv {text},
                label_en {text},
                PRIMARY KEY (scale_id, step)
            ) {table};

            CREATE TABLE areas (
                id {key},
                version_id {integer} NOT NULL REFERENCES questionnaire_versions (id) ON DELETE CASCADE,
                position {integer} NOT NULL,
                code {text} NOT NULL,
                label_sv {text},
                label_en {text},
                extra {text},
                UNIQUE (version_id, code)
            ) {table};

            CREATE TABLE parts (
                id {key},
                version_id {integer} NOT NULL REFERENCES questionnaire_versions (id) ON DELETE CASCADE,
                position {integer} NOT NULL,
                code {text} NOT NULL,
                wave {integer} NOT NULL CHECK (wave > 0),
                title_sv {text},
                title_en {text},
                opens {text},
                extra {text},
                UNIQUE (version_id, code)
            ) {table};

            CREATE TABLE items (
                id {key},
                questionnaire_id {integer} NOT NULL REFERENCES questionnaires (id) ON DELETE CASCADE,
                code {text} NOT NULL,
                UNIQUE (questionnaire_id, code)
            ) {table};

            CREATE TABLE part_items (
                part_id {integer} NOT NULL REFERENCES parts (id) ON DELETE CASCADE,
                item_id {integer} NOT NULL REFERENCES items (id) ON DELETE CASCADE,
                position {integer} NOT NULL,
                type {text} NOT NULL CHECK (type IN
                    ('rating', 'choice', 'text', 'goal', 'goal-review', 'goal-extent', 'ranking')),
                scale_id {integer} REFERENCES scales (id) ON DELETE CASCADE,
                steps {integer},
                area_id {integer} REFERENCES areas (id) ON DELETE CASCADE,
                form {text} CHECK (form IN ('process', 'collegial', 'collective')),
                facet {text} CHECK (facet IN
                    ('benevolence', 'reliability', 'competence', 'honesty', 'openness')),
                label_sv {text},
                label_en {text},
                looks_back {integer} NOT NULL CHECK (looks_back IN (0, 1)),
                extra {text},
                PRIMARY KEY (part_id, item_id),
                CHECK (steps IS NOT NULL OR type NOT IN ('rating', 'goal-review', 'goal-extent'))
            ) {clustered};
            CREATE INDEX part_items_of_item ON part_items (item_id);
            CREATE INDEX part_items_with_area ON part_items (part_id, area_id, item_id)
                WHERE area_id IS NOT NULL;

            CREATE TABLE sheets (
                id {key},
                part_id {integer} NOT NULL REFERENCES parts (id) ON DELETE CASCADE,
                person_id {integer} NOT NULL REFERENCES people (id) ON DELETE CASCADE,
                team_id {integer} NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
                state {text} NOT NULL CHECK (state IN ('open', 'handed-in')),
                entry {text} NOT NULL CHECK (entry IN ('imported', 'web', 'paper')),
                submitted {text},
                import_id {integer} REFERENCES imports (id),
                UNIQUE (part_id, person_id)
            ) {table};
            CREATE INDEX sheets_of_team ON sheets (team_id, part_id);
            CREATE INDEX sheets_of_person ON sheets (person_id);

            CREATE TABLE answers (
                sheet_id {integer} NOT NULL REFERENCES sheets (id) ON DELETE CASCADE,
                item_id {integer} NOT NULL,
                step {integer} CHECK (step > 0),
                text {text},
                look_back {text} CHECK (look_back IN ('confirmed', 'changed', 'not-looked-at')),
                submitted {text},
                extra_id {integer},
                PRIMARY KEY (sheet_id, item_id),
                CHECK (step IS NULL OR text IS NULL)
            ) {clustered};

            CREATE TABLE activity (
                id {key},
                organisation_id {integer} NOT NULL REFERENCES organisations (id),
                programme_id {integer},
                actor {text} NOT NULL CHECK (actor IN ('operator', 'person', 'clock')),
                person_id {integer},
                verb {text} NOT NULL,
                thing {text} NOT NULL,
                thing_id {integer} NOT NULL,
                at {integer} NOT NULL,
                CHECK ((actor = 'person') = (person_id IS NOT NULL))
            ) {table};
            CREATE INDEX activity_of_programme ON activity (programme_id, at);
            """)
}

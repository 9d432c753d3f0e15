// Made from the OpenAPI document by `npm run generate`. Do not edit.

export interface paths {
    "/export/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives a project as a file, from Japanese into English.
         * @description The extension determines the format: `.utf8` (a glossary for `OmegaT`), `.csv`, `.tbx`, `.tbx3` and `.tmx` (the memory).
         *
         *     Needs the role `read`.
         */
        get: operations["read_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/export/{project}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives a project as a file, from one language into another.
         * @description Needs the role `read`.
         */
        get: operations["read_file_of_languages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Checks that the server process is running. */
        get: operations["read_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the entries of a term as a web page.
         * @description Needs the role `read`.
         */
        get: operations["read_lookup_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives the number and duration of requests and the size of the term base as Prometheus metrics.
         * @description Needs the role `read` in all projects.
         */
        get: operations["read_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describes the API in OpenAPI 3.1.
         * @description Needs the role `read`.
         */
        get: operations["read_openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Checks that the server can answer requests: the term base is open and responds. */
        get: operations["read_readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives everything that helps with one segment: its terms, remembered translations, and findings in its draft.
         * @description The same as `POST /v1/suggestions` and `POST /v1/checks` for a single segment, in one round trip.
         *
         *     Needs the role `read`.
         */
        post: operations["assist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists changes, oldest first.
         * @description Send the next request with `since` set to `next_since`: no change is missed and none comes twice. With `wait` the answer
         *     comes as soon as something changes, or without changes after that time.
         *
         *     Needs the role `read`.
         */
        get: operations["list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends changes as they happen (server-sent events).
         * @description Each event has the name `change`, the revision as its `id` and the change, as in `GET /v1/changes`, as its `data`. A client
         *     that was cut off resumes with `Last-Event-ID`. Comments keep the connection open.
         *
         *     Needs the role `read`.
         */
        get: operations["stream_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Checks a draft translation.
         * @description Findings come with their positions in both texts, one sentence that explains them, and a fix where one is certain.
         *
         *     Needs the role `read`.
         */
        post: operations["create_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checks/ignores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists ignored findings, oldest first.
         * @description Needs the role `read`.
         */
        get: operations["list_ignored_findings"];
        put?: never;
        /**
         * Ignores a finding in a project from now on.
         * @description A finding is identified by its rule and the words it is about, so it is ignored in every version of every document. If it
         *     is already ignored, a new note replaces the previous one.
         *
         *     Needs the role `suggest`.
         */
        post: operations["ignore_finding"];
        /**
         * Stops ignoring a finding.
         * @description Needs the role `suggest`.
         */
        delete: operations["unignore_finding"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checks/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads the check settings of a project.
         * @description Needs the role `read`.
         */
        get: operations["read_check_settings"];
        /**
         * Replaces all check settings of a project.
         * @description Needs the role `admin`.
         */
        put: operations["set_check_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/concepts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists concepts by id.
         * @description Needs the role `read`.
         */
        get: operations["list_concepts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/concepts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads a concept with its terms, their evidence, its definitions and conflicts.
         * @description Needs the role `read`.
         */
        get: operations["read_concept"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/concordance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finds a text in the memory.
         * @description Both sides of every segment are searched; width, case and kinds of dashes make no difference. Each segment comes once,
         *     the newest first, with all positions of the text.
         *
         *     Needs the role `read`.
         */
        get: operations["search_concordance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports concepts as a file.
         * @description Needs the role `read`.
         */
        get: operations["export_terms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the projects by name.
         * @description Needs the role `read`.
         */
        get: operations["list_projects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists releases by id.
         * @description Needs the role `read`.
         */
        get: operations["list_releases"];
        put?: never;
        /**
         * Adds a document: its entries and links are extracted and stored, all or nothing.
         * @description The body is the file itself: PDF, DOCX, HTML or text in any Japanese encoding, at most 64 MiB. The format is recognised
         *     from the bytes; `Content-Type` is only a hint. The same bytes in the same project are the same release: sending them
         *     again changes nothing.
         *
         *     Needs the role `review`.
         */
        post: operations["create_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads a release with everything extracted from it.
         * @description Spans are given in bytes of the UTF-8 text (`span`) and in Unicode characters (`span_chars`).
         *
         *     Needs the role `read`.
         */
        get: operations["read_release"];
        put?: never;
        post?: never;
        /**
         * Deletes a release, everything extracted from it, and the terms without other evidence.
         * @description Decisions people made stay.
         *
         *     Needs the role `admin`.
         */
        delete: operations["delete_release"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists terms that wait for review. Terms that most releases use and that are least certain come first.
         * @description Each comes with its concept, evidence, conflicts, notes and the English of other concepts for the same Japanese term.
         *
         *     Needs the role `read`.
         */
        get: operations["list_review"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/review/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists decisions, newest first.
         * @description Needs the role `read`.
         */
        get: operations["list_decisions"];
        put?: never;
        /**
         * Makes decisions.
         * @description Each is carried out on its own and can be undone. A decision that changes nothing is `unchanged`. The status is 200 even if
         *     some decisions are refused. If a request has only one decision and it is refused, the answer is its problem; with
         *     `revision_conflict` it contains the concept as it is now.
         *
         *     Needs the role `review`.
         */
        post: operations["create_decisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/review/decisions/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undoes a decision: restores everything it changed.
         * @description Refused if a newer decision changed the same items; the problem names it.
         *
         *     Needs the role `review`.
         */
        post: operations["undo_decision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/review/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives all terms that wait for review as CSV for a spreadsheet; `limit` is ignored.
         * @description Fill in `decision` (`accept`, `edit`, `reject`, `retire`), `new_english`, `usage`, `replacement` and `note`; leave the
         *     other columns unchanged.
         *
         *     Needs the role `read`.
         */
        get: operations["read_review_sheet"];
        put?: never;
        /**
         * Carries out the decisions of a sheet, each row all or nothing.
         * @description The body is the file as a spreadsheet saved it: separated by commas, semicolons or tabs, in UTF-8, UTF-16 or `Shift_JIS`. A
         *     row whose term has changed in the meantime is reported as a conflict and not carried out. Sending the same sheet again
         *     changes nothing.
         *
         *     Needs the role `review`.
         */
        post: operations["create_review_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms a translation: adds it to the memory.
         * @description With the role `review` it counts as approved, with `suggest` it waits for review. Sending the same pair again changes
         *     nothing. With the same `document` and `key`, a new target replaces the previous one, which stays in the change log. Only
         *     the role `review` can replace an approved translation.
         *
         *     Needs the role `suggest`.
         */
        post: operations["confirm_segment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads a segment of the memory.
         * @description Needs the role `read`.
         */
        get: operations["read_segment"];
        put?: never;
        post?: never;
        /**
         * Removes a segment from the memory.
         * @description The change log keeps its texts. A segment that was aligned in a release would come back with the release, so it is rejected
         *     instead, and no longer suggested.
         *
         *     Needs the role `review`.
         */
        delete: operations["delete_segment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists imported dictionaries and term bases by project and name.
         * @description Needs the role `read`.
         */
        get: operations["list_sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suggests known terms and remembered translations for segments.
         * @description Every concept a term may mean is given, the best supported first, with its conflicts. For a term inside a longer one both
         *     are given, the inner one with `nested`.
         *
         *     Needs the role `read`.
         */
        post: operations["create_suggestions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/term-block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lists the known terms of a text with their translations, forbidden translations and definitions.
         * @description Terms without English are listed as such. The same base and text give the same block.
         *
         *     Needs the role `read`.
         */
        post: operations["create_term_block"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Looks up a term.
         * @description Finds it in the given spelling, in other spellings, by its reading, as part of longer terms, and with typing errors. The
         *     best match comes first, and each concept once. Without matches the list is empty.
         *
         *     Needs the role `read`.
         */
        get: operations["search_terms"];
        put?: never;
        /**
         * Adds a pair of terms.
         * @description With the role `review` it counts as approved, with `suggest` it waits for review. A pair that already exists stays as it
         *     is. Conflicts with other concepts are listed in `conflicts` and never merged silently.
         *
         *     Needs the role `suggest`.
         */
        post: operations["create_term"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/worklists/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists terms that need work, the most urgent first.
         * @description `release`: terms of a release without English or in conflict, by how often they occur in it; `changed`: terms whose
         *     English changed after a revision; `without-english`: by the number of releases; `several-english` and
         *     `several-japanese`: terms with several translations.
         *
         *     Needs the role `read`.
         */
        get: operations["read_worklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description What was done.
         * @enum {string}
         */
        ActionWord: "created" | "updated" | "deleted";
        /** @description Another name the head of an entry gives. */
        Alias: {
            /** @description What it is to the term. */
            kind: components["schemas"]["AliasWord"];
            /** @description Language tag (BCP 47). */
            lang: string;
            /** @description As printed. */
            text: string;
        };
        /**
         * @description What an alias is to its term.
         * @enum {string}
         */
        AliasWord: "abbr" | "expansion" | "gloss" | "synonym" | "reading" | "component" | "variant";
        /** @description Everything that helps with one segment. */
        Assist: {
            /** @description Whether the matches are surely the best there are: `false` where time ran out, or the memory's index is being built. */
            complete: boolean;
            /** @description What is to be looked at in the draft of its translation, the gravest first; empty where there is none yet. */
            findings: components["schemas"]["Finding"][];
            /** @description The segment's own name, where it was given one. */
            id?: string | null;
            /** @description How many findings were left out because somebody ignored them. */
            ignored: number;
            /** @description Remembered translations of it and of segments like it, best first. */
            matches: components["schemas"]["MemoryMatch"][];
            /**
             * Format: int64
             * @description Revision of the base the answer was made from.
             */
            revision: number;
            /** @description Known terms in it, in order of the text. */
            terms: components["schemas"]["FoundTerm"][];
        };
        /**
         * @description A segment somebody is translating.
         * @example {
         *       "document": "20261101_release",
         *       "limit": 5,
         *       "previous": "研究の背景",
         *       "source": "視床下部の神経細胞に着目した。",
         *       "source_lang": "ja",
         *       "target": "We focused on neurons of the thalamus.",
         *       "target_lang": "en"
         *     }
         */
        AssistRequest: {
            /**
             * Format: int32
             * @description How long the search for matches may take, in milliseconds. Matches found by then are returned.
             * @default 5000
             */
            budget_ms?: number | null;
            /** @description The document or series it belongs to. Its matches come first among equals. */
            document?: string | null;
            /** @description Its subject field. Matches from other fields score one point less. */
            field?: string | null;
            filter?: components["schemas"]["MemoryFilter"] | null;
            /** @description A name of the client's choice; the answer repeats it. */
            id?: string | null;
            /** @description Its key in the program it comes from. A match with the same key and text is a match in context. */
            key?: string | null;
            /**
             * Format: int32
             * @description The most terms, and the most matches.
             * @default 10
             */
            limit?: number | null;
            /**
             * Format: int32
             * @description The lowest score of a match.
             * @default 60
             */
            min_score?: number | null;
            /** @description The source text after it. */
            next?: string | null;
            /** @description The source text before it in its document. */
            previous?: string | null;
            /** @description Projects in rank order; all if empty or missing. */
            projects?: string[];
            /** @description The source text. */
            source: string;
            /**
             * @description Language of `source` (BCP 47).
             * @example ja
             * @example en
             */
            source_lang: string;
            /** @description The draft of its translation, if there is one. */
            target?: string | null;
            /**
             * @description Language to translate into (BCP 47).
             * @example ja
             * @example en
             */
            target_lang: string;
        };
        /**
         * @description The format of a term block.
         * @enum {string}
         */
        BlockFormat: "json" | "markdown" | "tsv";
        /** @description A term of a text. */
        BlockTerm: {
            /** @description Whether a person approved the target. */
            approved: boolean;
            /**
             * Format: int64
             * @description Number of the concept.
             */
            concept_id: number;
            /** @description How often it stands in the text. */
            count: number;
            /** @description What it must not be called. */
            forbidden: string[];
            /** @description What it may be called beside that. */
            others: string[];
            /** @description The beginning of its definition. */
            sense?: string | null;
            /** @description The term as the text writes it first. */
            source: string;
            /** @description Imported sources behind it, with their licences. */
            sources: string[];
            /** @description What to call it; `null` where none is proven. */
            target?: string | null;
        };
        /**
         * @description How wide round brackets are in Japanese.
         * @enum {string}
         */
        BracketsWord: "half" | "full" | "any";
        /** @description One change. */
        Change: {
            /** @description What was done. */
            action: components["schemas"]["ActionWord"];
            /** @description Who: `ingest`, `starter`, or a person's name. */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Details, as far as they help a reader; its members depend on the action. */
            detail: Record<string, never>;
            /** @description To what kind of thing. */
            entity: components["schemas"]["EntityWord"];
            /**
             * Format: int64
             * @description Its number.
             */
            entity_id: number;
            /** @description The project it is of; `null` for what is of none, such as a token. */
            project?: string | null;
            /**
             * Format: int64
             * @description Its number.
             */
            revision: number;
        };
        /** @description One page of changes. */
        ChangePage: {
            /** @description The changes, oldest first. */
            changes: components["schemas"]["Change"][];
            /**
             * Format: int64
             * @description What to give as `since` next: the last revision of this page, or that of the base where the page is the last.
             */
            next_since: number;
            /**
             * Format: int64
             * @description Revision of the last change there is.
             */
            revision: number;
        };
        /**
         * @description What was put into a target: a number or other value, or a term.
         * @enum {string}
         */
        ChangeWord: "value" | "term";
        /** @description What was found in a draft. */
        CheckReport: {
            /** @description How many there are of each rule; those with none are left out. */
            counts: components["schemas"]["RuleCount"][];
            /** @description What was found, in order of the segments, in each the gravest first. */
            findings: components["schemas"]["Finding"][];
            /** @description How many findings were left out because somebody ignored them. */
            ignored: number;
            /**
             * Format: int64
             * @description Revision of the base the answer was made from.
             */
            revision: number;
            /** @description How many segments were looked at. */
            segments: number;
            /** @description How many of them have no translation; nothing is said of those. */
            untranslated: number;
        };
        /**
         * @description A draft to check.
         * @example {
         *       "segments": [
         *         {
         *           "source": "約2.8億人が視床下部の研究に参加した。",
         *           "target": "About 28 million people took part."
         *         }
         *       ],
         *       "source_lang": "ja",
         *       "target_lang": "en"
         *     }
         */
        CheckRequest: {
            /**
             * @description Whether the segments are one document. If not, terms and abbreviations are not tracked from one segment to the next.
             * @default true
             */
            document?: boolean;
            /** @description Projects in rank order; all if empty or missing. The settings of the first apply, unless `settings` are given. */
            projects?: string[];
            /** @description Its segments, in order; those without a translation are skipped. */
            segments: components["schemas"]["CheckSegment"][];
            settings?: components["schemas"]["CheckSettings"] | null;
            /**
             * @description Language of the source texts (BCP 47).
             * @example ja
             * @example en
             */
            source_lang: string;
            /**
             * @description Language of the translations (BCP 47).
             * @example ja
             * @example en
             */
            target_lang: string;
            /**
             * @description Whether to include ignored findings.
             * @default false
             */
            with_ignored?: boolean;
        };
        /** @description One segment of a draft. */
        CheckSegment: {
            /** @description The source text. */
            source: string;
            /** @description Its translation; blank if there is none yet. */
            target: string;
        };
        /** @description What to look for. What is left out stays as the rule has it. */
        CheckSettings: {
            /** @description What becomes of the findings of each rule. */
            rules?: components["schemas"]["RuleSettings"];
            /** @description How translations are set. */
            style?: components["schemas"]["StyleSettings"];
        };
        /** @description A meaning, with its definitions and its terms in each language. */
        Concept: {
            /** @description Disagreements with other concepts of the same name. */
            conflicts: components["schemas"]["Conflict"][];
            /** @description Definitions in printed words, one per release that defines it. */
            definitions: components["schemas"]["Definition"][];
            /** @description Subject field, where known. */
            field?: string | null;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description What people noted, oldest first. */
            notes: string[];
            /** @description Name of its project. */
            project: string;
            /**
             * Format: int64
             * @description Revision of its last change.
             */
            revision: number;
            /**
             * Format: int64
             * @description The one release that uses the word in this sense, as far as is known; `null` for a sense of general use.
             */
            scope_release_id?: number | null;
            /** @description Imported sources whose data is in here, with what they ask of those who use it. */
            sources: components["schemas"]["SourceNote"][];
            /** @description Terms, Japanese first, preferred first. */
            terms: components["schemas"]["Term"][];
        };
        /** @description One page of concepts. */
        ConceptPage: {
            /** @description The concepts, by number. */
            concepts: components["schemas"]["Concept"][];
            /**
             * Format: int64
             * @description What to give as `after` for the next page; `null` on the last.
             */
            next_after?: number | null;
        };
        /** @description One page of segments that hold a text. */
        Concordance: {
            /** @description How many segments may hold it, on all pages: all that do are among them. */
            candidates: number;
            /** @description Whether everything down to `next_before` was looked at: `false` where time ran out, or an index is being built. */
            complete: boolean;
            /**
             * Format: int64
             * @description What to give as `before` for the next page; `null` where nothing is left to look at.
             */
            next_before?: number | null;
            /** @description The segments, the newest first. */
            occurrences: components["schemas"]["Occurrence"][];
            /**
             * Format: int64
             * @description Revision of the base.
             */
            revision: number;
        };
        /** @description What became of a translation. */
        ConfirmedSegment: {
            /**
             * @description `created`; `updated` where it was there and counts as approved now, or has another target; `unchanged` where it was
             *     there just so.
             */
            outcome: components["schemas"]["OutcomeWord"];
            /** @description The segment as it is now. */
            segment: components["schemas"]["MemorySegment"];
        };
        /**
         * @description A translation to confirm.
         * @example {
         *       "document": "20261101_release",
         *       "key": "p3s1",
         *       "previous": "研究の背景",
         *       "source": "視床下部の神経細胞に着目した。",
         *       "source_lang": "ja",
         *       "target": "We focused on neurons of the hypothalamus.",
         *       "target_lang": "en"
         *     }
         */
        ConfirmRequest: {
            /** @description The document or series it belongs to. With it or `key`, a new target for the same source replaces the previous one. */
            document?: string | null;
            /** @description Its subject field. */
            field?: string | null;
            /** @description Its key in the program it comes from. */
            key?: string | null;
            /** @description The source text after it. */
            next?: string | null;
            /** @description The source text before it in its document. A match with the same `previous` and `next` is a match in context. */
            previous?: string | null;
            /** @description The project; the server's default project if missing. */
            project?: string | null;
            /** @description The source text. */
            source: string;
            /**
             * @description Language of `source` (BCP 47).
             * @example ja
             * @example en
             */
            source_lang: string;
            /** @description Its translation. */
            target: string;
            /**
             * @description Language of `target` (BCP 47), different from `source_lang`.
             * @example ja
             * @example en
             */
            target_lang: string;
        };
        /** @description A disagreement with another concept of the same name. */
        Conflict: {
            /** @description What they disagree about. */
            kind: components["schemas"]["ConflictWord"];
            /**
             * Format: int64
             * @description Number of the other concept.
             */
            other: number;
            /** @description In words, with both sides. */
            reason: string;
        };
        /**
         * @description What two concepts of one name disagree about.
         * @enum {string}
         */
        ConflictWord: "definition" | "english";
        /**
         * @description What became of a decision: `done`, `unchanged` (it was so already) or `refused`.
         * @enum {string}
         */
        DecidedWord: "done" | "unchanged" | "refused";
        /** @description A decision as it is kept. */
        Decision: {
            /** @description Who decided. */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: int64
             * @description The concept it was about.
             */
            concept_id: number;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description Its kind. */
            kind: components["schemas"]["DecisionWord"];
            /**
             * Format: int64
             * @description Revision it led to.
             */
            revision: number;
            /** @description In words, what it did. */
            summary: string;
            /**
             * Format: int64
             * @description The term it was about.
             */
            term_id?: number | null;
            /**
             * Format: date-time
             * @description When it was taken back.
             */
            undone_at?: string | null;
            /** @description Who took it back. */
            undone_by?: string | null;
        };
        /** @description One page of decisions. */
        DecisionPage: {
            /** @description The decisions, newest first. */
            decisions: components["schemas"]["Decision"][];
            /**
             * Format: int64
             * @description What to give as `before` for the next page; `null` on the last.
             */
            next_before?: number | null;
        };
        /** @description A decision. Its kind determines which members it needs. */
        DecisionRequest: {
            /**
             * Format: int64
             * @description The concept.
             */
            concept_id?: number | null;
            /** @description With `note`: the subject field it applies to. */
            field?: string | null;
            /**
             * @description About a term: `accept`, `edit` (with `text`), `reject`, `retire`, `usage` (with `usage`). About a concept: `merge`
             *     (`other_id` into `concept_id`), `split` (`term_ids` into a new concept), `note` (with `text`), `scope` (`release_id`, or
             *     none for the whole project).
             */
            kind: components["schemas"]["DecisionWord"];
            /**
             * Format: int64
             * @description With `merge`: the concept that is merged into `concept_id`.
             */
            other_id?: number | null;
            /**
             * Format: int64
             * @description With `note` and `scope`: the release.
             */
            release_id?: number | null;
            /**
             * Format: int64
             * @description With `retire` and `usage`: the term to use instead.
             */
            replacement_id?: number | null;
            /**
             * Format: int64
             * @description The revision of the concept the decision is based on. If the concept has changed since, the decision is refused.
             */
            revision?: number | null;
            /**
             * Format: int64
             * @description The term.
             */
            term_id?: number | null;
            /** @description With `split`: the terms that move to the new concept. */
            term_ids?: number[] | null;
            /** @description With `edit`: the corrected text, at most 400 characters. With `note`: the note. */
            text?: string | null;
            usage?: components["schemas"]["UsageWord"] | null;
        };
        /**
         * @description Decisions to make.
         * @example {
         *       "decisions": [
         *         {
         *           "kind": "accept",
         *           "revision": 345,
         *           "term_id": 12
         *         },
         *         {
         *           "kind": "edit",
         *           "term_id": 13,
         *           "text": "optogenetics"
         *         },
         *         {
         *           "concept_id": 7,
         *           "kind": "merge",
         *           "other_id": 9
         *         }
         *       ]
         *     }
         */
        DecisionRequests: {
            /** @description The decisions, carried out one after the other. Each is accepted or refused on its own. */
            decisions: components["schemas"]["DecisionRequest"][];
        };
        /** @description What became of one decision. */
        DecisionResult: {
            /** @description Why it was refused: the code. */
            code?: string | null;
            concept?: components["schemas"]["Concept"] | null;
            decision?: components["schemas"]["Decision"] | null;
            /** @description Why it was refused, in words. */
            detail?: string | null;
            /**
             * Format: int64
             * @description The concept a split made.
             */
            made_concept_id?: number | null;
            /** @description What became of it. */
            outcome: components["schemas"]["DecidedWord"];
        };
        /** @description What became of each decision of a request. */
        DecisionResults: {
            /** @description In the order of the request. */
            results: components["schemas"]["DecisionResult"][];
        };
        /**
         * @description The kind of a decision.
         * @enum {string}
         */
        DecisionWord: "accept" | "edit" | "reject" | "merge" | "split" | "retire" | "usage" | "note" | "scope";
        /** @description One definition as a release prints it. */
        Definition: {
            /**
             * @description Language tag (BCP 47).
             * @example ja
             */
            lang: string;
            /**
             * Format: int64
             * @description Number of the release it stands in.
             */
            release_id?: number | null;
            /** @description Name of that release or source. */
            source: string;
            /** @description The printed words, lines re-joined. */
            text: string;
        };
        /** @description An entry of an imported dictionary that is only looked up. */
        DictionaryEntry: {
            /** @description Its English, in the order of the dictionary. */
            en: string[];
            /** @description Whether a spelling of it is the question; otherwise one is a variant of it. */
            exact: boolean;
            /** @description Its leading spelling. */
            ja: string;
            part_of_speech?: components["schemas"]["PartOfSpeechWord"] | null;
            /** @description How it is read, where known. */
            reading?: string | null;
            /** @description The dictionary, with its licence. */
            source: components["schemas"]["SourceNote"];
        };
        /** @description A Levenshtein distance. */
        Distance: {
            /**
             * Format: int32
             * @description Insertions, deletions and substitutions.
             */
            edits: number;
            /**
             * Format: int32
             * @description Length of the longer side.
             */
            longest: number;
            /**
             * Format: double
             * @description `1 - edits / longest`.
             */
            similarity: number;
        };
        /** @description Something a careful reader should look at again. */
        Doubt: {
            /** @description Stable name of the kind of doubt. */
            code: string;
            /** @description What, which, and what to look at. */
            message: string;
            /** @description Where, in bytes `[start, end)`. */
            span: number[];
            /** @description Where, in characters. */
            span_chars: number[];
        };
        /** @description One step from the remembered source text to the segment asked about. A span that is empty holds nothing. */
        Edit: {
            /** @description For what is replaced: the same step by characters, where much of it stays. */
            characters: components["schemas"]["Edit"][];
            /** @description What is done. */
            kind: components["schemas"]["EditWord"];
            /** @description Where in the segment, in bytes. */
            segment_span: number[];
            /** @description Where in the segment, in characters. */
            segment_span_chars: number[];
            /** @description Where in `source`, in bytes `[start, end)`. */
            source_span: number[];
            /** @description Where in `source`, in characters. */
            source_span_chars: number[];
        };
        /**
         * @description A step from one text to another.
         * @enum {string}
         */
        EditWord: "equal" | "insert" | "delete" | "replace";
        /**
         * @description To what kind of thing.
         * @enum {string}
         */
        EntityWord: "release" | "concept" | "term" | "segment" | "source" | "token" | "ignore" | "check_settings";
        /** @description One glossary entry exactly as printed. */
        Entry: {
            /** @description Other names the head gives. */
            aliases: components["schemas"]["Alias"][];
            /** @description The definition, lines re-joined. */
            definition: string;
            /** @description The definition, in bytes. */
            definition_span: number[];
            /** @description The definition, in characters. */
            definition_span_chars: number[];
            /**
             * Format: int32
             * @description Which glossary of the release, from 0.
             */
            group: number;
            /** @description The whole printed head. */
            head: string;
            /** @description The head, in bytes. */
            head_span: number[];
            /** @description The head, in characters. */
            head_span_chars: number[];
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description Language tag (BCP 47) of the term. */
            lang: string;
            marker?: components["schemas"]["Marker"] | null;
            /** @description Its place among the release's entries, from 0. */
            position: number;
            /** @description The whole entry, in bytes `[start, end)`. */
            span: number[];
            /** @description The whole entry, in characters. */
            span_chars: number[];
            /** @description The head without gloss, reading or abbreviation. */
            term: string;
        };
        /** @description One reason why a term is in the base. */
        Evidence: {
            /**
             * Format: double
             * @description Probability.
             */
            confidence: number;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description What sort of witness. */
            kind: components["schemas"]["WitnessWord"];
            /** @description Licence of the source, where it is an imported one that states it. */
            licence?: string | null;
            /**
             * @description How it was found: `inline_gloss`, `head_gloss`, `entry`, `starter`, …
             * @example inline_gloss
             */
            method: string;
            /**
             * Format: int64
             * @description Number of the release, where there is one.
             */
            release_id?: number | null;
            /** @description The words themselves. */
            snippet?: string | null;
            /** @description Name of the release or source. */
            source: string;
            /** @description Where in the release's text, in bytes `[start, end)`. */
            span?: number[] | null;
        };
        /** @description One problem in a draft. */
        Finding: {
            /**
             * Format: int64
             * @description Number of the concept it is about.
             */
            concept_id?: number | null;
            /** @description What would mend it, the best first. */
            fixes: components["schemas"]["Fix"][];
            /** @description What an ignore is remembered by: the same problem has the same key in every version of the document. */
            key: string;
            /** @description What, which, and why, in one sentence. */
            message: string;
            /** @description Other places that show what is meant. */
            related: components["schemas"]["RelatedPlace"][];
            /** @description What was looked for. */
            rule: components["schemas"]["RuleWord"];
            /** @description How much it matters; none is reason enough not to save. */
            severity: components["schemas"]["SeverityWord"];
            /** @description Where in its source text; empty where it is about the target alone. */
            source: components["schemas"]["TextSpan"][];
            /** @description Where in its target; empty where something is missing there. */
            target: components["schemas"]["TextSpan"][];
            /** @description The segment it is about, from 0. */
            unit: number;
        };
        /** @description A change that would mend a problem. */
        Fix: {
            /** @description What is put in place of what; no two places overlap. */
            changes: components["schemas"]["FixChange"][];
            /** @description What it does, as the label of a button. */
            title: string;
        };
        /** @description New words for a place. */
        FixChange: {
            /** @description In which of its texts. */
            side: components["schemas"]["SideWord"];
            /** @description What gives way, in bytes `[start, end)`. */
            span: number[];
            /** @description The same in characters. */
            span_chars: number[];
            /** @description What stands there afterwards. */
            text: string;
            /** @description Which segment, from 0. */
            unit: number;
        };
        /**
         * @description A file format; `tbx` is `tbx2`.
         * @enum {string}
         */
        FormatWord: "csv" | "csv_excel" | "tbx" | "tbx2" | "tbx3" | "omegat" | "tmx";
        /** @description A known term in a segment, with one concept it names. */
        FoundTerm: {
            /** @description The concept, with evidence and conflicts. */
            concept: components["schemas"]["Concept"];
            /** @description Whether it lies inside a longer term that was found too. */
            nested: boolean;
            /** @description Where in the segment, in bytes `[start, end)`. */
            span: number[];
            /** @description Where in the segment, in characters. */
            span_chars: number[];
            /**
             * Format: int64
             * @description Number of the term that was found.
             */
            term_id: number;
            /** @description The text of the place. */
            text: string;
            /** @description What it is called in the target language, the best first; empty where the base does not know. */
            translations: components["schemas"]["Translation"][];
        };
        /** @description The server runs. */
        HealthAnswer: {
            /**
             * @description Always `ok`.
             * @example ok
             */
            status: string;
            /**
             * @description Version of the program.
             * @example 0.1.0
             */
            version: string;
        };
        /** @description A finding that is ignored. */
        IgnoredFinding: {
            /** @description Who ignored it. */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description The `key` the finding came with. */
            key: string;
            /** @description Why, where somebody said. */
            note?: string | null;
            /** @description Name of the project it holds in. */
            project: string;
        };
        /** @description One page of ignored findings. */
        IgnoredPage: {
            /** @description The findings, oldest first. */
            ignored: components["schemas"]["IgnoredFinding"][];
            /**
             * Format: int64
             * @description What to give as `after` next; null on the last page.
             */
            next_after?: number | null;
        };
        /**
         * @description A finding to ignore.
         * @example {
         *       "key": "numbers|第1報|1",
         *       "note": "the title has no number",
         *       "project": "default"
         *     }
         */
        IgnoreRequest: {
            /** @description The `key` of the finding. */
            key: string;
            /** @description Why it is ignored. */
            note?: string | null;
            /** @description Name of the project in which to ignore it. */
            project: string;
        };
        /** @description What became of a document that was sent. */
        IngestAnswer: {
            /** @description What became of it. */
            outcome: components["schemas"]["OutcomeWord"];
            /** @description The release, with what was found in it. */
            release: components["schemas"]["Release"];
        };
        /**
         * @description What became of the entries of a source: terms of the project, or evidence that is only looked up.
         * @enum {string}
         */
        KeptWord: "terms" | "evidence";
        /** @description A Japanese–English claim with its proof. */
        Link: {
            /** @description Abbreviation of the English side, where the same place gives one. */
            abbr?: string | null;
            /**
             * Format: double
             * @description Probability that the claim is right.
             */
            confidence: number;
            /** @description The English side. */
            en: string;
            /** @description Position of the entry it stands in, where it stands in one. */
            entry?: number | null;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description The Japanese side. */
            ja: string;
            /** @description How it was found. */
            method: components["schemas"]["MethodWord"];
            /** @description What the two are to each other. */
            relation: components["schemas"]["RelationWord"];
            /** @description The named signs behind the confidence. */
            signs: components["schemas"]["Sign"][];
            /** @description Where the proof stands, in bytes `[start, end)`. */
            span: number[];
            /** @description Where the proof stands, in characters. */
            span_chars: number[];
            /** @description The proof itself. */
            support: string;
        };
        /** @description A note mark. */
        Marker: {
            /**
             * @description The number or letter inside; empty for a bare bullet.
             * @example 1
             */
            label: string;
            /**
             * @description As printed.
             * @example （注1）
             */
            printed: string;
        };
        /** @description A concept found for a query, and why. */
        Match: {
            /** @description The concept. */
            concept: components["schemas"]["Concept"];
            /** @description How it matched. */
            kind: components["schemas"]["MatchWord"];
            /**
             * Format: int32
             * @description How well: 100 only for an exact match.
             */
            score: number;
            /**
             * Format: int64
             * @description Number of the term of it that matched.
             */
            term_id: number;
        };
        /**
         * @description In which way a remembered source text is like the segment, best first: the same in the same place, the same, the same
         *     but for width, case and spaces, the same but for numbers and tags, alike.
         * @enum {string}
         */
        MatchClassWord: "context" | "exact" | "form" | "placeables" | "fuzzy";
        /** @description What was found for a query. */
        MatchList: {
            /** @description What imported dictionaries say that are only looked up, each entry with its source. */
            dictionary: components["schemas"]["DictionaryEntry"][];
            /** @description Terms that look like the question, where nothing answers it exactly. */
            did_you_mean: string[];
            /** @description The matches, best first; each concept once. */
            matches: components["schemas"]["Match"][];
        };
        /**
         * @description How a term matched, best first.
         * @enum {string}
         */
        MatchWord: "exact" | "variant" | "reading" | "prefix" | "substring" | "fuzzy";
        /**
         * @description What the bytes of a release are.
         * @enum {string}
         */
        MediaWord: "text" | "pdf" | "html" | "docx";
        /** @description Which segments of the memory to search. */
        MemoryFilter: {
            /** @description Only segments of these subject fields. */
            fields?: string[];
            /** @description Only segments in these review states. Rejected segments are never given. */
            review?: components["schemas"]["ReviewWord"][];
            /**
             * Format: date
             * @description Only segments created on this day or later, in UTC.
             * @example 2024-04-01
             */
            since?: string | null;
            /**
             * Format: date
             * @description Only segments created before this day.
             * @example 2024-04-01
             */
            until?: string | null;
        };
        /** @description A remembered translation. */
        MemoryMatch: {
            /** @description Who made it. */
            author?: string | null;
            /**
             * Format: int32
             * @description How alike both source texts are, numbers taken for the same; 100 only as written.
             */
            base: number;
            /** @description In which way they are alike. */
            class: components["schemas"]["MatchClassWord"];
            /**
             * Format: double
             * @description Probability that source and target belong together.
             */
            confidence: number;
            /** @description When it was made, RFC 3339. */
            created_at?: string | null;
            /** @description What was changed from `source` to the segment asked about, step by step; together the steps are both texts. */
            diff: components["schemas"]["Edit"][];
            /** @description Document or series. */
            document?: string | null;
            /** @description Subject field. */
            field?: string | null;
            /** @description Where it comes from: `ingest`, or the name of a file. */
            origin: string;
            /** @description What the base is made of. */
            parts: components["schemas"]["ScoreParts"];
            /** @description What was taken off, and why. */
            penalties: components["schemas"]["Penalty"][];
            /** @description Name of the project. */
            project: string;
            /**
             * Format: int64
             * @description Number of the release it stands in.
             */
            release_id?: number | null;
            repaired?: components["schemas"]["Repaired"] | null;
            /** @description Whether the memory holds the pair the other way round. */
            reversed: boolean;
            /** @description Whether a person has looked. */
            review: components["schemas"]["ReviewWord"];
            /**
             * Format: int32
             * @description What the match is worth: the score of its class less the points of all penalties.
             */
            score: number;
            /**
             * Format: int64
             * @description Number of the remembered segment.
             */
            segment_id: number;
            /** @description The remembered source text. */
            source: string;
            /** @description Its translation, as remembered. */
            target: string;
        };
        /** @description A segment of the memory. */
        MemorySegment: {
            /** @description Who made it, where known. */
            author?: string | null;
            /**
             * Format: double
             * @description Probability that the two belong together.
             */
            confidence: number;
            /**
             * Format: date-time
             * @description When it was made, where known.
             */
            created_at?: string | null;
            /** @description The document or series it stands in, where known. */
            document?: string | null;
            /** @description Subject field, where known. */
            field?: string | null;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description Its key in the program it comes from, where known. */
            key?: string | null;
            /** @description Where it comes from: `ingest`, `confirmed`, or the name of an imported file. */
            origin: string;
            /** @description Name of its project. */
            project: string;
            /**
             * Format: int64
             * @description Number of the release it was aligned in.
             */
            release_id?: number | null;
            /** @description Whether a person has looked. */
            review: components["schemas"]["ReviewWord"];
            /**
             * Format: int64
             * @description Revision of its last change.
             */
            revision: number;
            /** @description The text translated from. */
            source: string;
            /**
             * @description Language of the source text (BCP 47).
             * @example ja
             */
            source_lang: string;
            /** @description Its translation. */
            target: string;
            /**
             * @description Language of the target text.
             * @example en
             */
            target_lang: string;
        };
        /** @description How large the index of the memory is for one language. */
        MemorySize: {
            /** @description Bytes of it, in memory or mapped from a file. */
            bytes: number;
            /** @description Texts in it. */
            entries: number;
            /**
             * @description Language tag (BCP 47), without region.
             * @example ja
             */
            lang: string;
        };
        /** @description Facts about a release; `null` where its text does not say. */
        Metadata: {
            /**
             * Format: date
             * @description Date of the release.
             */
            date?: string | null;
            /** @description DOI without resolver. */
            doi?: string | null;
            /** @description The institution that issues the release. */
            institution?: string | null;
            /** @description Journal the paper appeared in. */
            journal?: string | null;
            /** @description English title of the paper. */
            paper_title_en?: string | null;
            /** @description Japanese title of the paper. */
            paper_title_ja?: string | null;
            /** @description English title, where one is printed beside it. */
            title_en?: string | null;
            /** @description Title as printed. */
            title_ja?: string | null;
        };
        /**
         * @description How a link was found.
         * @enum {string}
         */
        MethodWord: "inline_gloss" | "inline_gloss_en" | "head_gloss" | "definition_gloss" | "caption_gloss" | "title_pair" | "identity";
        /** @description What a person noted on a concept. */
        Note: {
            /** @description Who wrote it. */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description The subject field it holds in; `null` with a release or in the whole project. */
            field?: string | null;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /**
             * Format: int64
             * @description The release it holds in; `null` with a field or in the whole project.
             */
            release_id?: number | null;
            /** @description What it says. */
            text: string;
        };
        /** @description A segment that holds a text, on its source side, its target side, or both. */
        Occurrence: {
            /** @description Who made it. */
            author?: string | null;
            /**
             * Format: double
             * @description Probability that both texts belong together.
             */
            confidence: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created_at?: string | null;
            /** @description Document or series. */
            document?: string | null;
            /** @description Subject field. */
            field?: string | null;
            /** @description Where it comes from: `ingest`, or the name of a file. */
            origin: string;
            /** @description Name of its project. */
            project: string;
            /**
             * Format: int64
             * @description Number of the release it stands in.
             */
            release_id?: number | null;
            /** @description Whether a person has looked. */
            review: components["schemas"]["ReviewWord"];
            /**
             * Format: int64
             * @description Number of the segment.
             */
            segment_id: number;
            /** @description The source text. */
            source: string;
            /** @description Language tag (BCP 47) of `source`. */
            source_lang: string;
            /** @description Where in `source`, in characters. */
            source_span_chars: number[][];
            /** @description Where in `source`, in bytes `[start, end)`. */
            source_spans: number[][];
            /** @description Its translation. */
            target: string;
            /** @description Language tag (BCP 47) of `target`. */
            target_lang: string;
            /** @description Where in `target`, in characters. */
            target_span_chars: number[][];
            /** @description Where in `target`, in bytes. */
            target_spans: number[][];
        };
        /**
         * @description What became of a document: `created`, `updated` (known, but read with older rules) or `unchanged`.
         * @enum {string}
         */
        OutcomeWord: "created" | "updated" | "unchanged";
        /**
         * @description Part of speech.
         * @enum {string}
         */
        PartOfSpeechWord: "noun" | "verb" | "adjective" | "adverb" | "other";
        /** @description Something taken off a score. */
        Penalty: {
            /** @description Which. */
            code: components["schemas"]["PenaltyWord"];
            /**
             * Format: int32
             * @description How much.
             */
            points: number;
            /** @description Why, in one line. */
            reason: string;
        };
        /**
         * @description What takes points off a match.
         * @enum {string}
         */
        PenaltyWord: "unplaced_values" | "unreviewed_alignment" | "weak_alignment" | "unreviewed_import" | "several_targets" | "forbidden_term" | "tags_differ" | "other_field";
        /** @description A place a term stands in. */
        Place: {
            /** @description Its name. */
            release: string;
            /**
             * Format: int64
             * @description Number of the release.
             */
            release_id: number;
            /** @description The words there. */
            snippet: string;
            /** @description Where in its text, in bytes `[start, end)`. */
            span?: number[] | null;
        };
        /**
         * @description Why a request was refused (RFC 9457).
         * @example {
         *       "code": "not_found",
         *       "detail": "No concept with id `42`. It may have been deleted; list the concepts to see which exist.",
         *       "instance": "/v1/concepts/42",
         *       "status": 404,
         *       "title": "Not found",
         *       "type": "docs/ERRORS.md#not_found"
         *     }
         */
        Problem: {
            /** @description Stable name of the kind of problem, for programs to act on. */
            code: string;
            /** @description With `revision_conflict`: the concept as it is now. Absent with other codes. */
            concept?: Record<string, never> | null;
            /** @description What happened, and what to do. */
            detail: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * Format: int32
             * @description The HTTP status, repeated.
             */
            status: number;
            /** @description The kind of problem in a few words; the same for every problem of the code. */
            title: string;
            /** @description Where the code is explained, relative to the program's documentation. */
            type: string;
        };
        /**
         * @description The kind of reader a file is for.
         * @enum {string}
         */
        ProfileWord: "standard" | "omegat";
        /** @description A named collection of concepts, segments and releases. */
        Project: {
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /**
             * @description Its name.
             * @example default
             */
            name: string;
        };
        /** @description All projects. */
        ProjectList: {
            /** @description The projects, by name. */
            projects: components["schemas"]["Project"][];
        };
        /** @description What became of a pair of terms. */
        ProposedTerm: {
            /** @description The concept they are in; `conflicts` says with which others it is at odds. */
            concept: components["schemas"]["Concept"];
            /**
             * Format: int64
             * @description Number of the English term.
             */
            en_term_id: number;
            /**
             * Format: int64
             * @description Number of the Japanese term.
             */
            ja_term_id: number;
            /** @description `created`; `updated` where it was there and counts as approved now; `unchanged` where it was there just so. */
            outcome: components["schemas"]["OutcomeWord"];
        };
        /** @description The server can answer questions. */
        ReadyAnswer: {
            /** @description Whether a dictionary cuts the words; without one some terms are missed. */
            dictionary: boolean;
            /** @description The indexes of the memory there are by now, by language; one is made before its language is first asked for. */
            memory: components["schemas"]["MemorySize"][];
            /**
             * Format: int64
             * @description Revision of the last change.
             */
            revision: number;
            /**
             * @description Always `ready`.
             * @example ready
             */
            status: string;
        };
        /** @description A note mark in the running text. */
        Reference: {
            /**
             * Format: int64
             * @description Number of the entry it points to, where there is one.
             */
            entry_id?: number | null;
            /** @description The mark. */
            marker: components["schemas"]["Marker"];
            /** @description Where it stands, in bytes `[start, end)`. */
            span: number[];
            /** @description Where it stands, in characters. */
            span_chars: number[];
        };
        /** @description Another place that shows what is meant. */
        RelatedPlace: {
            /** @description What is to be seen there. */
            message: string;
            /** @description In which of its texts. */
            side: components["schemas"]["SideWord"];
            /** @description Where, in bytes `[start, end)`. */
            span: number[];
            /** @description The same in characters. */
            span_chars: number[];
            /** @description Which segment, from 0. */
            unit: number;
        };
        /**
         * @description What the two sides of a link are to each other.
         * @enum {string}
         */
        RelationWord: "equivalent" | "abbreviation_of" | "title" | "organisation" | "related";
        /** @description A release with everything found in it. */
        Release: components["schemas"]["ReleaseSummary"] & {
            /** @description What a careful reader should look at again. */
            doubts: components["schemas"]["Doubt"][];
            /** @description Its glossary entries, in printed order. */
            entries: components["schemas"]["Entry"][];
            /** @description Japanese–English claims with their proof. */
            links: components["schemas"]["Link"][];
            /** @description Note marks in the running text. */
            references: components["schemas"]["Reference"][];
            /** @description The decoded text every place points into; only with `text=true`. */
            text?: string | null;
        };
        /** @description One page of releases. */
        ReleasePage: {
            /**
             * Format: int64
             * @description What to give as `after` for the next page; `null` on the last.
             */
            next_after?: number | null;
            /** @description The releases, by number. */
            releases: components["schemas"]["ReleaseSummary"][];
        };
        /** @description A release without its text. */
        ReleaseSummary: {
            /** @description SHA-256 of the file's bytes, in hexadecimal. */
            content_hash: string;
            /** @description How many doubts there are about it. */
            doubt_count: number;
            /** @description Character encoding of plain text or HTML. */
            encoding?: string | null;
            /**
             * @description What read them.
             * @example pdfium
             */
            engine: string;
            /** @description Version of the rules that extracted it. */
            extractor_version: string;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /**
             * Format: date-time
             * @description When it first came in.
             */
            ingested_at: string;
            /** @description What the bytes are. */
            media: components["schemas"]["MediaWord"];
            /** @description Facts found about it. */
            metadata: components["schemas"]["Metadata"];
            /**
             * @description File name, or what the sender called it.
             * @example 20261101_release.pdf
             */
            name: string;
            /**
             * Format: int32
             * @description Number of pages, where the format has pages.
             */
            pages?: number | null;
            /** @description Name of its project. */
            project: string;
            /**
             * Format: int64
             * @description Revision of its last change.
             */
            revision: number;
            /**
             * Format: int64
             * @description Length of the file in bytes.
             */
            size: number;
            /** @description Title the file's format gives. */
            title?: string | null;
            /**
             * Format: date-time
             * @description When it was last extracted.
             */
            updated_at: string;
        };
        /** @description What a term is called in the other language. */
        Rendering: {
            /**
             * Format: int64
             * @description Number of the concept it stands in.
             */
            concept_id: number;
            /**
             * Format: double
             * @description Probability that it is right.
             */
            confidence: number;
            /** @description Some places that do. */
            occurrences: components["schemas"]["Place"][];
            /**
             * Format: int64
             * @description How many releases prove it.
             */
            releases: number;
            /** @description Whether a person has looked. */
            review: components["schemas"]["ReviewWord"];
            /** @description The term. */
            text: string;
            /** @description Whether to use it. */
            usage: components["schemas"]["UsageWord"];
        };
        /** @description Something that was put into a target. Spans are in bytes, `_chars` in characters. */
        RepairChange: {
            /** @description A number or other value, or a term. */
            kind: components["schemas"]["ChangeWord"];
            /** @description Where it stands in the new target. */
            repaired_span: number[];
            /** @description The same in characters. */
            repaired_span_chars: number[];
            /** @description What it stands for, in the segment asked about. */
            segment_span: number[];
            /** @description The same in characters. */
            segment_span_chars: number[];
            /** @description What was there instead, in the remembered source text. */
            source_span: number[];
            /** @description The same in characters. */
            source_span_chars: number[];
            /** @description What gave way, in the remembered target. */
            target_span: number[];
            /** @description The same in characters. */
            target_span_chars: number[];
        };
        /** @description A target in which something of the segment asked about was put. */
        Repaired: {
            /** @description What was put in. */
            changes: components["schemas"]["RepairChange"][];
            /**
             * Format: int32
             * @description What it is worth.
             */
            score: number;
            /** @description The new target. */
            target: string;
        };
        /** @description What to use instead of a term. */
        Replacement: {
            /**
             * Format: int64
             * @description The one to use instead.
             */
            replacement_id: number;
            /**
             * Format: int64
             * @description The term.
             */
            term_id: number;
            /** @description Its text. */
            text: string;
        };
        /** @description One open term, with everything needed to decide on it. */
        ReviewItem: {
            /** @description Its concept, both sides with their evidence; decide on its `revision`. */
            concept: components["schemas"]["Concept"];
            /** @description What people noted on the concept. */
            notes: components["schemas"]["Note"][];
            /**
             * Format: int64
             * @description A thousand times use × uncertainty; the order of the queue.
             */
            priority: number;
            /**
             * Format: int64
             * @description How many releases speak of its concept.
             */
            releases: number;
            /** @description What to use instead of terms of the concept. */
            replacements: components["schemas"]["Replacement"][];
            /** @description English that other concepts give for the same Japanese term. */
            rivals: components["schemas"]["Rival"][];
            /**
             * Format: int64
             * @description The one release the sense is kept to; `null` where all may use it.
             */
            scope_release_id?: number | null;
            /** @description How it stands. */
            standing: components["schemas"]["StandingWord"];
            /**
             * Format: int64
             * @description Number of the open term; it stands in `concept.terms`.
             */
            term_id: number;
            /**
             * Format: double
             * @description How unsure it is.
             */
            uncertainty: number;
        };
        /** @description A page of what is open for review. */
        ReviewPage: {
            /** @description The open terms, most worth a look first. */
            items: components["schemas"]["ReviewItem"][];
            /** @description What to give as `after` for the next page; `null` on the last. */
            next_after?: string | null;
        };
        /**
         * @description Whether a person has looked: `candidate` and `suggested` are the program's own, `approved` and `rejected` a person's.
         * @enum {string}
         */
        ReviewWord: "candidate" | "suggested" | "approved" | "rejected";
        /** @description English of another concept with the same Japanese term. */
        Rival: {
            /**
             * Format: int64
             * @description The other concept.
             */
            concept_id: number;
            /** @description Whether a person has looked at it. */
            review: components["schemas"]["ReviewWord"];
            /**
             * Format: int64
             * @description Its term.
             */
            term_id: number;
            /** @description The term's text. */
            text: string;
        };
        /**
         * @description What became of a row of a sheet.
         * @enum {string}
         */
        RowWord: "done" | "unchanged" | "skipped" | "conflict" | "problem";
        /** @description How many findings there are of a rule. */
        RuleCount: {
            /** @description How many. */
            count: number;
            /** @description The rule. */
            rule: components["schemas"]["RuleWord"];
        };
        /** @description What becomes of the findings of each rule: left out (`off`), as grave as the rule says (`usual`), or as grave as given. */
        RuleSettings: {
            /** @default null */
            abbreviation_unexpanded?: components["schemas"]["WantedWord"] | null;
            /** @default null */
            numbers?: components["schemas"]["WantedWord"] | null;
            /** @default null */
            source_inconsistent?: components["schemas"]["WantedWord"] | null;
            /** @default null */
            style?: components["schemas"]["WantedWord"] | null;
            /** @default null */
            term_forbidden?: components["schemas"]["WantedWord"] | null;
            /** @default null */
            term_inconsistent?: components["schemas"]["WantedWord"] | null;
            /** @default null */
            term_not_used?: components["schemas"]["WantedWord"] | null;
            /** @default null */
            term_without_translation?: components["schemas"]["WantedWord"] | null;
            /** @default null */
            untranslated?: components["schemas"]["WantedWord"] | null;
        };
        /**
         * @description What a draft is looked at for.
         * @enum {string}
         */
        RuleWord: "term_not_used" | "term_forbidden" | "source_inconsistent" | "term_inconsistent" | "numbers" | "untranslated" | "abbreviation_unexpanded" | "style" | "term_without_translation";
        /** @description The two distances a score is made of. */
        ScoreParts: {
            /** @description Over characters. */
            characters: components["schemas"]["Distance"];
            /** @description Over words and signs. */
            tokens: components["schemas"]["Distance"];
        };
        /** @description What is offered for one segment. */
        SegmentAnswer: {
            /** @description Whether the matches are surely the best there are: `false` where time ran out, or the memory's index is being built. */
            complete: boolean;
            /** @description The segment's own name, where it was given one. */
            id?: string | null;
            /** @description Remembered translations of it and of segments like it, best first. */
            matches: components["schemas"]["MemoryMatch"][];
            /** @description Known terms in it, in order of the text. */
            terms: components["schemas"]["FoundTerm"][];
        };
        /** @description One segment. */
        SegmentRequest: {
            /** @description A name of the client's choice; the answer repeats it. */
            id?: string | null;
            /** @description Its key in the program it comes from. A match with the same key and text is a match in context. */
            key?: string | null;
            /** @description The segment after it. */
            next?: string | null;
            /** @description The segment before it in its document. */
            previous?: string | null;
            /** @description The text. */
            text: string;
        };
        /**
         * @description How much a finding matters: surely wrong, most likely wrong, worth a look, good to know.
         * @enum {string}
         */
        SeverityWord: "error" | "warning" | "information" | "hint";
        /** @description What became of a sheet. */
        Sheet: {
            /** @description Rows whose term has changed since the sheet was made. */
            conflicts: number;
            /** @description Rows that were done, or would be. */
            done: number;
            /** @description Whether nothing was to be kept. */
            dry_run: boolean;
            /** @description Rows that cannot be done. */
            problems: number;
            /** @description Every row somebody filled in. */
            rows: components["schemas"]["SheetRow"][];
            /** @description Rows nobody filled in. */
            skipped: number;
            /** @description Rows that changed nothing. */
            unchanged: number;
        };
        /** @description What became of one row of a sheet. */
        SheetRow: {
            /** @description The code of what stood in the way. */
            code?: string | null;
            /** @description Numbers of the decisions it made. */
            decisions: number[];
            /**
             * Format: int64
             * @description Its line, from 1.
             */
            line: number;
            /** @description What stood in the way, and what next. */
            message?: string | null;
            /**
             * Format: int64
             * @description The term.
             */
            term_id?: number | null;
            /** @description What became of it. */
            verdict: components["schemas"]["RowWord"];
        };
        /**
         * @description A side of a pair of texts.
         * @enum {string}
         */
        SideWord: "source" | "target";
        /** @description One named reason for or against a claim. */
        Sign: {
            /** @description Its stable name. */
            name: string;
            /**
             * Format: double
             * @description Its value.
             */
            value: number;
        };
        /** @description An imported dictionary or term base. */
        Source: {
            /** @description Whom to name, where stated. */
            attribution?: string | null;
            /**
             * Format: int64
             * @description Entries that are in.
             */
            entries: number;
            /**
             * @description The format it came in.
             * @example utx
             */
            format: string;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /**
             * Format: date-time
             * @description When it was imported last.
             */
            imported_at: string;
            /** @description What became of its entries. */
            kept: components["schemas"]["KeptWord"];
            /** @description Its licence, where stated. */
            licence?: string | null;
            /** @description Its name, as `source` of evidence gives it. */
            name: string;
            /** @description Name of its project. */
            project: string;
            /** @description Where it is from, where stated. */
            url?: string | null;
        };
        /** @description All sources. */
        SourceList: {
            /** @description The sources, by project and name. */
            sources: components["schemas"]["Source"][];
        };
        /** @description An imported source, and what it asks of those who use its data. */
        SourceNote: {
            /** @description Whom to name, where stated. */
            attribution?: string | null;
            /** @description Its licence, where stated. */
            licence?: string | null;
            /** @description Its name, as `source` of evidence and definitions gives it. */
            name: string;
            /** @description Where it is from, where stated. */
            url?: string | null;
        };
        /**
         * @description What stands between kanji or kana and Latin letters.
         * @enum {string}
         */
        SpacingWord: "none" | "space" | "any";
        /**
         * @description How a term stands in review.
         * @enum {string}
         */
        StandingWord: "candidate" | "suggested" | "suggested_strong" | "approved" | "rejected";
        /** @description How translations are set. */
        StyleSettings: {
            /** @default null */
            brackets?: components["schemas"]["BracketsWord"] | null;
            /** @default null */
            latin_width?: components["schemas"]["WidthWord"] | null;
            /** @default null */
            spacing?: components["schemas"]["SpacingWord"] | null;
        };
        /** @description What is offered for the segments asked about. */
        SuggestionAnswer: {
            /**
             * Format: int64
             * @description Revision of the base the answer was made from.
             */
            revision: number;
            /** @description One for each segment, in the order asked. */
            segments: components["schemas"]["SegmentAnswer"][];
        };
        /**
         * @description Segments to suggest terms and translations for.
         * @example {
         *       "limit": 5,
         *       "min_score": 70,
         *       "segments": [
         *         {
         *           "id": "s1",
         *           "previous": "研究の背景",
         *           "text": "視床下部の神経細胞に着目した。"
         *         }
         *       ],
         *       "source_lang": "ja",
         *       "target_lang": "en"
         *     }
         */
        SuggestionRequest: {
            /**
             * Format: int32
             * @description How long the search for matches may take, in milliseconds. Matches found by then are returned.
             * @default 5000
             */
            budget_ms?: number | null;
            /** @description The document or series the segments belong to. Its matches come first among equals. */
            document?: string | null;
            /** @description The subject field of the segments. Matches from other fields score one point less. */
            field?: string | null;
            filter?: components["schemas"]["MemoryFilter"] | null;
            /**
             * Format: int32
             * @description The most terms, and the most matches, for each segment.
             * @default 100
             */
            limit?: number | null;
            /**
             * Format: int32
             * @description The lowest score of a match.
             * @default 60
             */
            min_score?: number | null;
            /** @description Projects in rank order; all if empty or missing. */
            projects?: string[];
            /** @description The segments. */
            segments: components["schemas"]["SegmentRequest"][];
            /**
             * @description Language of the segments (BCP 47).
             * @example ja
             * @example en
             */
            source_lang: string;
            /**
             * @description Language to translate into (BCP 47).
             * @example ja
             * @example en
             */
            target_lang: string;
        };
        /** @description One designation of a concept in one language. */
        Term: {
            /**
             * Format: double
             * @description Probability that it names the concept.
             */
            confidence: number;
            /** @description What stands behind it; never empty. */
            evidence: components["schemas"]["Evidence"][];
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description What kind of designation. */
            kind: components["schemas"]["TermKindWord"];
            /**
             * @description Language tag (BCP 47).
             * @example ja
             */
            lang: string;
            part_of_speech?: components["schemas"]["PartOfSpeechWord"] | null;
            /**
             * @description Reading in katakana, where known.
             * @example シショウカブ
             */
            reading?: string | null;
            /** @description Whether a person has looked. */
            review: components["schemas"]["ReviewWord"];
            /** @description The same, with what is strong told apart: `suggested_strong` has a confidence of 0.95 and two sorts of evidence. */
            standing: components["schemas"]["StandingWord"];
            /**
             * @description The term.
             * @example 視床下部
             */
            text: string;
            /** @description Whether to use it. */
            usage: components["schemas"]["UsageWord"];
        };
        /** @description The terms of a text. */
        TermBlock: {
            /** @description How many more there are. */
            left_out: number;
            /** @description The language of the text. */
            source_lang: string;
            /** @description The language of the targets. */
            target_lang: string;
            /** @description The terms, the most frequent first. */
            terms: components["schemas"]["BlockTerm"][];
        };
        /**
         * @description A text to list the terms of.
         * @example {
         *       "format": "markdown",
         *       "most": 30,
         *       "text": "視床下部の神経細胞に着目した。"
         *     }
         */
        TermBlockRequest: {
            /** @description The format of the answer. */
            format?: components["schemas"]["BlockFormat"];
            /**
             * Format: int32
             * @description The most terms: those that occur most often in the text.
             * @default 50
             */
            most?: number | null;
            /** @description Projects; all if empty or missing. */
            projects?: string[];
            /**
             * @description Its language (BCP 47). If missing, Japanese if the text contains any.
             * @example ja
             * @example en
             */
            source_lang?: string | null;
            /** @description The text. */
            text: string;
        };
        /**
         * @description What kind of designation a term is: `full_form`, `abbreviation`, `symbol` (case matters) or `variant`.
         * @enum {string}
         */
        TermKindWord: "full_form" | "abbreviation" | "symbol" | "variant";
        /**
         * @description A pair of terms with the same meaning.
         * @example {
         *       "en": "neuron",
         *       "ja": "神経細胞",
         *       "segment": {
         *         "en": "We focused on neurons of the hypothalamus.",
         *         "en_span_chars": [
         *           14,
         *           21
         *         ],
         *         "ja": "視床下部の神経細胞に着目した。",
         *         "ja_span_chars": [
         *           5,
         *           9
         *         ]
         *       }
         *     }
         */
        TermRequest: {
            /**
             * Format: int64
             * @description The concept both belong to. If missing, a concept of that name without a conflict, or a new one.
             */
            concept_id?: number | null;
            /** @description What the terms mean. */
            definition?: string | null;
            /** @description The English term, without kana or kanji. */
            en: string;
            /** @description Subject field of a new concept. */
            field?: string | null;
            /** @description The Japanese term. */
            ja: string;
            kind?: components["schemas"]["TermKindWord"] | null;
            /** @description The project; the server's default project if missing. */
            project?: string | null;
            segment?: components["schemas"]["TermSegment"] | null;
        };
        /** @description The texts a pair of terms was found in. */
        TermSegment: {
            /** @description The English text. */
            en?: string | null;
            /** @description The position of the term in `en`. */
            en_span_chars?: number[] | null;
            /** @description The Japanese text. */
            ja?: string | null;
            /** @description The position of the term in `ja`, in characters `[start, end)`; its first occurrence if missing. */
            ja_span_chars?: number[] | null;
        };
        /** @description A place in a text. */
        TextSpan: {
            /** @description In bytes `[start, end)`. */
            span: number[];
            /** @description In characters. */
            span_chars: number[];
        };
        /** @description One way to say it, and why it stands where it does. */
        Translation: {
            /**
             * Format: double
             * @description Probability that it names the concept.
             */
            confidence: number;
            /** @description What kind of designation. */
            kind: components["schemas"]["TermKindWord"];
            /** @description The methods of its evidence. */
            reasons: string[];
            /** @description In how many releases evidence for it stands. */
            releases: number;
            /** @description Whether a person has looked. */
            review: components["schemas"]["ReviewWord"];
            /**
             * Format: int64
             * @description Number of the term.
             */
            term_id: number;
            /**
             * @description The term.
             * @example hypothalamus
             */
            text: string;
            /** @description Whether to use it; what not to use comes last. */
            usage: components["schemas"]["UsageWord"];
        };
        /** @description What was taken back. */
        UndoAnswer: {
            /** @description The concepts concerned, as they are again. */
            concepts: components["schemas"]["Concept"][];
            /** @description The decision. */
            decision: components["schemas"]["Decision"];
        };
        /**
         * @description Whether to use a term.
         * @enum {string}
         */
        UsageWord: "preferred" | "admitted" | "deprecated" | "forbidden";
        /**
         * @description What becomes of the findings of a rule: left out, as grave as the rule says, or as grave as this.
         * @enum {string}
         */
        WantedWord: "off" | "usual" | "error" | "warning" | "information" | "hint";
        /**
         * @description How wide Latin letters and digits are in Japanese.
         * @enum {string}
         */
        WidthWord: "half" | "full" | "any";
        /**
         * @description What sort of witness: a place in a release, a shipped starter term, an imported row, or a person.
         * @enum {string}
         */
        WitnessWord: "document" | "curated" | "import" | "person";
        /** @description A term somebody should look at. */
        WorkItem: {
            /** @description The concepts it stands in, by number. */
            concepts: number[];
            /** @description What other concepts of its name say against it. */
            conflicts: string[];
            /**
             * Format: int64
             * @description What the list is ordered by: places in a text, releases, renderings, or the revision of the change.
             */
            count: number;
            /** @description Its language. */
            lang: string;
            /** @description Some places it stands in. */
            occurrences: components["schemas"]["Place"][];
            /** @description What it is called in the other language. */
            renderings: components["schemas"]["Rendering"][];
            /** @description The term. */
            term: string;
        };
        /** @description One page of a work list. */
        WorkPage: {
            /** @description The terms, the most pressing first. */
            items: components["schemas"]["WorkItem"][];
            /**
             * Format: int32
             * @description What to give as `skip` for the next page; `null` on the last.
             */
            next_skip?: number | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    read_file: {
        parameters: {
            query?: {
                /** @description The program that will read the file: `standard` or `omegat`. Files with the extension `.utf8` are always for `OmegaT`. */
                profile?: components["schemas"]["ProfileWord"];
                /** @description The lowest review state that is included: `candidate`, `suggested` or `approved`. */
                review?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer. */
                "If-None-Match"?: string | null;
            };
            path: {
                /**
                 * @description `PROJECT.EXTENSION`
                 * @example default.utf8
                 */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Strong tag of the bytes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <martif type="TBX-Basic" xml:lang="en">
                     *       <martifHeader>
                     *         <fileDesc>
                     *           <sourceDesc>
                     *             <p>Exported by Taiyaku from project `default` at 2026-11-21T17:58:07Z.</p>
                     *           </sourceDesc>
                     *         </fileDesc>
                     */
                    "application/x-tbx": string;
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <tmx version="1.4">
                     *       <header creationtool="Taiyaku" creationtoolversion="0.1.0" segtype="sentence" o-tmf="taiyaku" adminlang="en" srclang="ja" datatype="plaintext" creationdate="20261121T175807Z">
                     *         <prop type="x-project">default</prop>
                     *       </header>
                     *       <body>
                     *         <tu creationdate="20261121T175807Z" creationid="api">
                     *           <prop type="x-review">approved</prop>
                     *           <prop type="x-origin">confirmed</prop>
                     *           <tuv xml:lang="ja">
                     *             <seg>視床下部の神経細胞を調べた。</seg>
                     *           </tuv>
                     *           <tuv xml:lang="en">
                     *             <seg>We studied neurons in the hypothalamus.</seg>
                     *           </tuv>
                     *         </tu>
                     *       </body>
                     *     </tmx>
                     */
                    "application/x-tmx+xml": string;
                    /**
                     * @example concept_id,ja,reading,en,abbreviation,part_of_speech,usage,review,confidence,evidence_kind,evidence,field,definition_ja,source,licence
                     *     1,視床下部,シショウカブ,hypothalamus,,,preferred,suggested,0.97,document,head_gloss @ 20261101_release.txt,,脳の一部で、眠りを保つ。,20261101_release.txt,
                     *     2,神経細胞,シンケイサイボウ,neuron,,,preferred,suggested,0.97,document,head_gloss @ 20261101_release.txt,,情報を伝える細胞。,20261101_release.txt,
                     */
                    "text/csv": string;
                    /**
                     * @example # Glossary in tab-separated format -*- coding: utf-8 -*-
                     *     視床下部	hypothalamus	head_gloss @ 20261101_release.txt
                     *     神経細胞	neuron	head_gloss @ 20261101_release.txt
                     */
                    "text/tab-separated-values": string;
                };
            };
            /** @description The file has not changed since the answer with this tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project, or no file with this name. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_file_of_languages: {
        parameters: {
            query?: {
                /** @description The program that will read the file: `standard` or `omegat`. Files with the extension `.utf8` are always for `OmegaT`. */
                profile?: components["schemas"]["ProfileWord"];
                /** @description The lowest review state that is included: `candidate`, `suggested` or `approved`. */
                review?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer. */
                "If-None-Match"?: string | null;
            };
            path: {
                /**
                 * @description `SOURCE-TARGET.EXTENSION`
                 * @example en-ja.utf8
                 */
                file: string;
                /**
                 * @description Name of the project.
                 * @example default
                 */
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Strong tag of the bytes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <martif type="TBX-Basic" xml:lang="en">
                     *       <martifHeader>
                     *         <fileDesc>
                     *           <sourceDesc>
                     *             <p>Exported by Taiyaku from project `default` at 2026-11-21T17:58:07Z.</p>
                     *           </sourceDesc>
                     *         </fileDesc>
                     */
                    "application/x-tbx": string;
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <tmx version="1.4">
                     *       <header creationtool="Taiyaku" creationtoolversion="0.1.0" segtype="sentence" o-tmf="taiyaku" adminlang="en" srclang="en" datatype="plaintext" creationdate="20261121T175807Z">
                     *         <prop type="x-project">default</prop>
                     *       </header>
                     *       <body>
                     *         <tu creationdate="20261121T175807Z" creationid="api" srclang="ja">
                     *           <prop type="x-review">approved</prop>
                     *           <prop type="x-origin">confirmed</prop>
                     *           <tuv xml:lang="ja">
                     *             <seg>視床下部の神経細胞を調べた。</seg>
                     *           </tuv>
                     *           <tuv xml:lang="en">
                     *             <seg>We studied neurons in the hypothalamus.</seg>
                     *           </tuv>
                     *         </tu>
                     *       </body>
                     *     </tmx>
                     */
                    "application/x-tmx+xml": string;
                    /**
                     * @example concept_id,ja,reading,en,abbreviation,part_of_speech,usage,review,confidence,evidence_kind,evidence,field,definition_ja,source,licence
                     *     1,視床下部,シショウカブ,hypothalamus,,,preferred,suggested,0.97,document,head_gloss @ 20261101_release.txt,,脳の一部で、眠りを保つ。,20261101_release.txt,
                     *     2,神経細胞,シンケイサイボウ,neuron,,,preferred,suggested,0.97,document,head_gloss @ 20261101_release.txt,,情報を伝える細胞。,20261101_release.txt,
                     */
                    "text/csv": string;
                    /**
                     * @example # Glossary in tab-separated format -*- coding: utf-8 -*-
                     *     hypothalamus	視床下部	entry @ 20261101_release.txt
                     *     neuron	神経細胞	entry @ 20261101_release.txt
                     */
                    "text/tab-separated-values": string;
                };
            };
            /** @description The file has not changed since the answer with this tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project, or no file with this name. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process is running. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "version": "0.1.0"
                     *     }
                     */
                    "application/json": components["schemas"]["HealthAnswer"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_lookup_page: {
        parameters: {
            query?: {
                /** @description Projects in rank order, separated by commas; all if missing. */
                project?: string;
                /**
                 * @description The term; only the form if missing.
                 * @example 視床下部
                 */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example <!doctype html>
                     *     <html lang="en">
                     *     <meta charset="utf-8">
                     *     <title>視床下部 – Taiyaku</title>
                     *     <meta name="viewport" content="width=device-width">
                     *     <main>
                     *     <form action="/lookup" role="search">
                     *     <label>Term <input type="search" name="q" value="視床下部" maxlength="400" autofocus></label>
                     *     <button>Look up</button>
                     *     </form>
                     *     <p role="status">1 found.</p>
                     *     <section>
                     *     <h2>視床下部</h2>
                     *     <table>
                     *     <thead><tr><th>Term<th>Reading<th>Use<th>Review<th>Sure<th>Says who</thead>
                     *     <tbody>
                     *     <tr><th scope="row" lang="ja">視床下部<td lang="ja">シショウカブ<td>preferred<td>suggested<td>99 %<td>document, head_gloss @ 20261101_release.txt
                     *     <tr><th scope="row" lang="en">hypothalamus<td lang="ja"><td>preferred<td>suggested<td>97 %<td>document, head_gloss @ 20261101_release.txt
                     *     </tbody>
                     *     </table>
                     *     <blockquote lang="ja">脳の一部で、眠りを保つ。 <cite>20261101_release.txt</cite></blockquote>
                     *     <p>Project default, concept 1.</p>
                     *     </section>
                     *     </main>
                     *     </html>
                     */
                    "text/html": string;
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example # TYPE taiyaku_http_requests_total counter
                     *     taiyaku_http_requests_total{method="POST",route="/v1/terms",status="201"} 1
                     *     taiyaku_http_requests_total{method="POST",route="/v1/review/decisions/{id}/undo",status="200"} 1
                     *     taiyaku_http_requests_total{method="GET",route="/v1/checks/settings",status="200"} 1
                     *     taiyaku_http_requests_total{method="POST",route="/v1/review/sheet",status="200"} 1
                     *     taiyaku_http_requests_total{method="GET",route="/v1/checks/ignores",status="200"} 1
                     *     taiyaku_http_requests_total{method="POST",route="/v1/terms",status="200"} 1
                     *     taiyaku_http_requests_total{method="GET",route="/v1/review/decisions",status="200"} 1
                     */
                    "text/plain": string;
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An OpenAPI 3.1 document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "info": {
                     *         "title": "Taiyaku",
                     *         "version": "0.1.0"
                     *       },
                     *       "openapi": "3.1.0",
                     *       "paths": {}
                     *     }
                     */
                    "application/json": Record<string, never>;
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server can answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dictionary": true,
                     *       "memory": [
                     *         {
                     *           "bytes": 1896,
                     *           "entries": 1,
                     *           "lang": "en"
                     *         },
                     *         {
                     *           "bytes": 1152,
                     *           "entries": 1,
                     *           "lang": "ja"
                     *         }
                     *       ],
                     *       "revision": 22,
                     *       "status": "ready"
                     *     }
                     */
                    "application/json": components["schemas"]["ReadyAnswer"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assist: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "limit": 5,
                 *       "source": "海馬の神経細胞3個を調べた。",
                 *       "source_lang": "ja",
                 *       "target": "We examined four neurons of the cortex.",
                 *       "target_lang": "en"
                 *     }
                 */
                "application/json": components["schemas"]["AssistRequest"];
            };
        };
        responses: {
            /** @description Terms, matches and findings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "complete": true,
                     *       "findings": [
                     *         {
                     *           "concept_id": 3,
                     *           "fixes": [],
                     *           "key": "term_not_used|海馬|hippocampus",
                     *           "message": "`海馬` is not translated as `hippocampus`.",
                     *           "related": [],
                     *           "rule": "term_not_used",
                     *           "severity": "warning",
                     *           "source": [
                     *             {
                     *               "span": [
                     *                 0,
                     *                 6
                     *               ],
                     *               "span_chars": [
                     *                 0,
                     *                 2
                     *               ]
                     *             }
                     *           ],
                     *           "target": [],
                     *           "unit": 0
                     *         },
                     *         {
                     *           "concept_id": null,
                     *           "fixes": [],
                     *           "key": "numbers|海馬の神経細胞3個を調べた。|3",
                     *           "message": "`3` in the source is missing in the translation.",
                     *           "related": [],
                     *           "rule": "numbers",
                     *           "severity": "warning",
                     *           "source": [
                     *             {
                     *               "span": [
                     *                 21,
                     *                 22
                     *               ],
                     *               "span_chars": [
                     *                 7,
                     *                 8
                     *               ]
                     *             }
                     *           ],
                     *           "target": [],
                     *           "unit": 0
                     *         }
                     *       ],
                     *       "id": null,
                     *       "ignored": 0,
                     *       "matches": [
                     *         {
                     *           "author": "api",
                     *           "base": 99,
                     *           "class": "placeables",
                     *           "confidence": 1,
                     *           "created_at": "2026-11-21T17:26:26Z",
                     *           "diff": [
                     *             {
                     *               "characters": [],
                     *               "kind": "equal",
                     *               "segment_span": [
                     *                 0,
                     *                 21
                     *               ],
                     *               "segment_span_chars": [
                     *                 0,
                     *                 7
                     *               ],
                     *               "source_span": [
                     *                 0,
                     *                 21
                     *               ],
                     *               "source_span_chars": [
                     *                 0,
                     *                 7
                     *               ]
                     *             },
                     *             {
                     *               "characters": [],
                     *               "kind": "replace",
                     *               "segment_span": [
                     *                 21,
                     *                 22
                     *               ],
                     *               "segment_span_chars": [
                     *                 7,
                     *                 8
                     *               ],
                     *               "source_span": [
                     *                 21,
                     *                 22
                     *               ],
                     *               "source_span_chars": [
                     *                 7,
                     *                 8
                     *               ]
                     *             }
                     *           ],
                     *           "document": "20261101_release",
                     *           "field": null,
                     *           "origin": "confirmed",
                     *           "parts": {
                     *             "characters": {
                     *               "edits": 0,
                     *               "longest": 14,
                     *               "similarity": 1
                     *             },
                     *             "tokens": {
                     *               "edits": 0,
                     *               "longest": 10,
                     *               "similarity": 1
                     *             }
                     *           },
                     *           "penalties": [
                     *             {
                     *               "code": "unplaced_values",
                     *               "points": 1,
                     *               "reason": "1 value differs and could not be placed in the target."
                     *             }
                     *           ],
                     *           "project": "default",
                     *           "release_id": null,
                     *           "repaired": null,
                     *           "reversed": false,
                     *           "review": "approved",
                     *           "score": 97,
                     *           "segment_id": 1,
                     *           "source": "海馬の神経細胞2個を調べた。",
                     *           "target": "We examined two neurons of the hippocampus."
                     *         }
                     *       ],
                     *       "revision": 14,
                     *       "terms": [
                     *         {
                     *           "concept": {
                     *             "conflicts": [],
                     *             "definitions": [],
                     *             "field": null,
                     *             "id": 3,
                     *             "notes": [],
                     *             "project": "default",
                     *             "revision": 12,
                     *             "scope_release_id": null,
                     *             "sources": [],
                     *             "terms": [
                     *               {
                     *                 "confidence": 0.9,
                     *                 "evidence": [
                     *                   {
                     *                     "confidence": 0.9,
                     *                     "id": 7,
                     *                     "kind": "person",
                     *                     "licence": null,
                     *                     "method": "selection",
                     *                     "release_id": null,
                     *                     "snippet": "海馬の神経細胞を調べた。",
                     *                     "source": "api",
                     *                     "span": [
                     *                       0,
                     *                       6
                     *                     ]
                     *                   }
                     *                 ],
                     *                 "id": 5,
                     *                 "kind": "full_form",
                     *                 "lang": "ja",
                     *                 "part_of_speech": null,
                     *                 "reading": "カイバ",
                     *                 "review": "approved",
                     *                 "standing": "approved",
                     *                 "text": "海馬",
                     *                 "usage": "preferred"
                     *               },
                     *               {
                     *                 "confidence": 0.99,
                     *                 "evidence": [
                     *                   {
                     *                     "confidence": 0.99,
                     *                     "id": 9,
                     *                     "kind": "person",
                     *                     "licence": null,
                     *                     "method": "decision",
                     *                     "release_id": null,
                     *                     "snippet": null,
                     *                     "source": "api",
                     *                     "span": null
                     *                   },
                     *                   {
                     *                     "confidence": 0.9,
                     *                     "id": 8,
                     *                     "kind": "person",
                     *                     "licence": null,
                     *                     "method": "selection",
                     *                     "release_id": null,
                     *                     "snippet": "We studied neurons of the hippocampus.",
                     *                     "source": "api",
                     *                     "span": [
                     *                       26,
                     *                       37
                     *                     ]
                     *                   }
                     *                 ],
                     *                 "id": 6,
                     *                 "kind": "full_form",
                     *                 "lang": "en",
                     *                 "part_of_speech": null,
                     *                 "reading": null,
                     *                 "review": "approved",
                     *                 "standing": "approved",
                     *                 "text": "hippocampus",
                     *                 "usage": "preferred"
                     *               }
                     *             ]
                     *           },
                     *           "nested": false,
                     *           "span": [
                     *             0,
                     *             6
                     *           ],
                     *           "span_chars": [
                     *             0,
                     *             2
                     *           ],
                     *           "term_id": 5,
                     *           "text": "海馬",
                     *           "translations": [
                     *             {
                     *               "confidence": 0.99,
                     *               "kind": "full_form",
                     *               "reasons": [
                     *                 "decision",
                     *                 "selection"
                     *               ],
                     *               "releases": 0,
                     *               "review": "approved",
                     *               "term_id": 6,
                     *               "text": "hippocampus",
                     *               "usage": "preferred"
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "concept": {
                     *             "conflicts": [],
                     *             "definitions": [
                     *               {
                     *                 "lang": "ja",
                     *                 "release_id": 1,
                     *                 "source": "20261101_release.txt",
                     *                 "text": "情報を伝える細胞。"
                     *               }
                     *             ],
                     *             "field": null,
                     *             "id": 2,
                     *             "notes": [],
                     *             "project": "default",
                     *             "revision": 5,
                     *             "scope_release_id": null,
                     *             "sources": [],
                     *             "terms": [
                     *               {
                     *                 "confidence": 0.99,
                     *                 "evidence": [
                     *                   {
                     *                     "confidence": 0.97,
                     *                     "id": 4,
                     *                     "kind": "document",
                     *                     "licence": null,
                     *                     "method": "entry",
                     *                     "release_id": 1,
                     *                     "snippet": "神経細胞（neuron）",
                     *                     "source": "20261101_release.txt",
                     *                     "span": [
                     *                       199,
                     *                       223
                     *                     ]
                     *                   },
                     *                   {
                     *                     "confidence": 0.97,
                     *                     "id": 5,
                     *                     "kind": "document",
                     *                     "licence": null,
                     *                     "method": "head_gloss",
                     *                     "release_id": 1,
                     *                     "snippet": "神経細胞（neuron）",
                     *                     "source": "20261101_release.txt",
                     *                     "span": [
                     *                       199,
                     *                       223
                     *                     ]
                     *                   }
                     *                 ],
                     *                 "id": 3,
                     *                 "kind": "full_form",
                     *                 "lang": "ja",
                     *                 "part_of_speech": null,
                     *                 "reading": "シンケイサイボウ",
                     *                 "review": "suggested",
                     *                 "standing": "suggested_strong",
                     *                 "text": "神経細胞",
                     *                 "usage": "preferred"
                     *               },
                     *               {
                     *                 "confidence": 0.97,
                     *                 "evidence": [
                     *                   {
                     *                     "confidence": 0.97,
                     *                     "id": 6,
                     *                     "kind": "document",
                     *                     "licence": null,
                     *                     "method": "head_gloss",
                     *                     "release_id": 1,
                     *                     "snippet": "神経細胞（neuron）",
                     *                     "source": "20261101_release.txt",
                     *                     "span": [
                     *                       199,
                     *                       223
                     *                     ]
                     *                   }
                     *                 ],
                     *                 "id": 4,
                     *                 "kind": "full_form",
                     *                 "lang": "en",
                     *                 "part_of_speech": null,
                     *                 "reading": null,
                     *                 "review": "suggested",
                     *                 "standing": "suggested",
                     *                 "text": "neuron",
                     *                 "usage": "preferred"
                     *               }
                     *             ]
                     *           },
                     *           "nested": false,
                     *           "span": [
                     *             9,
                     *             21
                     *           ],
                     *           "span_chars": [
                     *             3,
                     *             7
                     *           ],
                     *           "term_id": 3,
                     *           "text": "神経細胞",
                     *           "translations": [
                     *             {
                     *               "confidence": 0.97,
                     *               "kind": "full_form",
                     *               "reasons": [
                     *                 "head_gloss"
                     *               ],
                     *               "releases": 1,
                     *               "review": "suggested",
                     *               "term_id": 4,
                     *               "text": "neuron",
                     *               "usage": "preferred"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Assist"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No space left for the term base. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_changes: {
        parameters: {
            query?: {
                /**
                 * @description Only changes of these kinds of entity, separated by commas; all if missing.
                 * @example term,concept
                 */
                entity?: string;
                /** @description The most changes to return. */
                limit?: number;
                /** @description Projects, separated by commas; all if missing. */
                project?: string;
                /** @description Only changes after this revision. */
                since?: number;
                /** @description How long to wait for a change if there is none, in seconds. */
                wait?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    /** @description The next page, `rel="next"`; missing on the last. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "action": "created",
                     *           "actor": "ingest",
                     *           "at": "2026-11-21T17:26:26Z",
                     *           "detail": {
                     *             "name": "20261101_release.txt"
                     *           },
                     *           "entity": "release",
                     *           "entity_id": 1,
                     *           "project": "default",
                     *           "revision": 1
                     *         },
                     *         {
                     *           "action": "created",
                     *           "actor": "ingest",
                     *           "at": "2026-11-21T17:26:26Z",
                     *           "detail": {
                     *             "field": null
                     *           },
                     *           "entity": "concept",
                     *           "entity_id": 1,
                     *           "project": "default",
                     *           "revision": 2
                     *         }
                     *       ],
                     *       "next_since": 2,
                     *       "revision": 22
                     *     }
                     */
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stream_changes: {
        parameters: {
            query?: {
                /**
                 * @description Only changes of these kinds of entity, separated by commas; all if missing.
                 * @example term,concept
                 */
                entity?: string;
                /** @description Projects, separated by commas; all if missing. */
                project?: string;
                /** @description End after so many seconds; never if missing. With 0 past changes are sent and none are waited for. */
                seconds?: number;
                /** @description Begin after this revision; with new changes only if missing. */
                since?: number;
            };
            header?: {
                /** @description Begin after this revision; takes precedence over `since`. */
                "Last-Event-ID"?: number | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 1402
                     *     event: change
                     *     data: {"revision":1402,"at":"2026-11-21T16:00:00Z","actor":"OmegaT","action":"created","entity":"term","entity_id":7,"project":"default","detail":{}}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "segments": [
                 *         {
                 *           "source": "海馬の神経細胞3個を調べた。",
                 *           "target": "We examined four neurons of the cortex."
                 *         }
                 *       ],
                 *       "source_lang": "ja",
                 *       "target_lang": "en"
                 *     }
                 */
                "application/json": components["schemas"]["CheckRequest"];
            };
        };
        responses: {
            /** @description The findings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "counts": [
                     *         {
                     *           "count": 1,
                     *           "rule": "term_not_used"
                     *         },
                     *         {
                     *           "count": 1,
                     *           "rule": "numbers"
                     *         }
                     *       ],
                     *       "findings": [
                     *         {
                     *           "concept_id": 3,
                     *           "fixes": [],
                     *           "key": "term_not_used|海馬|hippocampus",
                     *           "message": "`海馬` is not translated as `hippocampus`.",
                     *           "related": [],
                     *           "rule": "term_not_used",
                     *           "severity": "warning",
                     *           "source": [
                     *             {
                     *               "span": [
                     *                 0,
                     *                 6
                     *               ],
                     *               "span_chars": [
                     *                 0,
                     *                 2
                     *               ]
                     *             }
                     *           ],
                     *           "target": [],
                     *           "unit": 0
                     *         },
                     *         {
                     *           "concept_id": null,
                     *           "fixes": [],
                     *           "key": "numbers|海馬の神経細胞3個を調べた。|3",
                     *           "message": "`3` in the source is missing in the translation.",
                     *           "related": [],
                     *           "rule": "numbers",
                     *           "severity": "warning",
                     *           "source": [
                     *             {
                     *               "span": [
                     *                 21,
                     *                 22
                     *               ],
                     *               "span_chars": [
                     *                 7,
                     *                 8
                     *               ]
                     *             }
                     *           ],
                     *           "target": [],
                     *           "unit": 0
                     *         }
                     *       ],
                     *       "ignored": 0,
                     *       "revision": 14,
                     *       "segments": 1,
                     *       "untranslated": 0
                     *     }
                     */
                    "application/json": components["schemas"]["CheckReport"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No space left for the term base. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_ignored_findings: {
        parameters: {
            query?: {
                /** @description Begin after the ignored finding with this id. */
                after?: number;
                /** @description The most findings to return. */
                limit?: number;
                /** @description Projects, separated by commas; all if missing. */
                project?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    /** @description The next page, `rel="next"`; missing on the last. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ignored": [
                     *         {
                     *           "actor": "api",
                     *           "at": "2026-11-21T17:26:26Z",
                     *           "id": 1,
                     *           "key": "term_not_used|海馬|hippocampus",
                     *           "note": "the cortex is meant",
                     *           "project": "default"
                     *         }
                     *       ],
                     *       "next_after": null
                     *     }
                     */
                    "application/json": components["schemas"]["IgnoredPage"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ignore_finding: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "term_not_used|海馬|hippocampus",
                 *       "note": "the cortex is meant",
                 *       "project": "default"
                 *     }
                 */
                "application/json": components["schemas"]["IgnoreRequest"];
            };
        };
        responses: {
            /** @description The finding is ignored. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No space left for the term base. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unignore_finding: {
        parameters: {
            query: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
                /** @description The `key` of the finding. */
                key: string;
                /** @description Name of the project. */
                project: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The finding is shown again. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project, or the finding is not ignored. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_check_settings: {
        parameters: {
            query: {
                /** @description Name of the project. */
                project: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings; the default settings if none were set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rules": {
                     *         "numbers": "error",
                     *         "style": "off"
                     *       },
                     *       "style": {
                     *         "brackets": "any",
                     *         "latin_width": "half",
                     *         "spacing": "any"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CheckSettings"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_check_settings: {
        parameters: {
            query: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
                /** @description Name of the project. */
                project: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rules": {
                 *         "numbers": "error",
                 *         "style": "off"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CheckSettings"];
            };
        };
        responses: {
            /** @description The new settings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rules": {
                     *         "numbers": "error",
                     *         "style": "off"
                     *       },
                     *       "style": {
                     *         "brackets": "any",
                     *         "latin_width": "half",
                     *         "spacing": "any"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["CheckSettings"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No space left for the term base. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_concepts: {
        parameters: {
            query?: {
                /** @description Begin after the concept with this id. */
                after?: number;
                /** @description The most concepts to return. */
                limit?: number;
                /** @description Projects, separated by commas; all if missing. */
                project?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    /** @description The next page, `rel="next"`; missing on the last. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "concepts": [
                     *         {
                     *           "conflicts": [],
                     *           "definitions": [
                     *             {
                     *               "lang": "ja",
                     *               "release_id": 1,
                     *               "source": "20261101_release.txt",
                     *               "text": "脳の一部で、眠りを保つ。"
                     *             }
                     *           ],
                     *           "field": null,
                     *           "id": 1,
                     *           "notes": [],
                     *           "project": "default",
                     *           "revision": 2,
                     *           "scope_release_id": null,
                     *           "sources": [],
                     *           "terms": [
                     *             {
                     *               "confidence": 0.99,
                     *               "evidence": [
                     *                 {
                     *                   "confidence": 0.97,
                     *                   "id": 1,
                     *                   "kind": "document",
                     *                   "licence": null,
                     *                   "method": "entry",
                     *                   "release_id": 1,
                     *                   "snippet": "視床下部（hypothalamus）",
                     *                   "source": "20261101_release.txt",
                     *                   "span": [
                     *                     119,
                     *                     149
                     *                   ]
                     *                 },
                     *                 {
                     *                   "confidence": 0.97,
                     *                   "id": 2,
                     *                   "kind": "document",
                     *                   "licence": null,
                     *                   "method": "head_gloss",
                     *                   "release_id": 1,
                     *                   "snippet": "視床下部（hypothalamus）",
                     *                   "source": "20261101_release.txt",
                     *                   "span": [
                     *                     119,
                     *                     149
                     *                   ]
                     *                 }
                     *               ],
                     *               "id": 1,
                     *               "kind": "full_form",
                     *               "lang": "ja",
                     *               "part_of_speech": null,
                     *               "reading": "シショウカブ",
                     *               "review": "suggested",
                     *               "standing": "suggested_strong",
                     *               "text": "視床下部",
                     *               "usage": "preferred"
                     *             },
                     *             {
                     *               "confidence": 0.97,
                     *               "evidence": [
                     *                 {
                     *                   "confidence": 0.97,
                     *                   "id": 3,
                     *                   "kind": "document",
                     *                   "licence": null,
                     *                   "method": "head_gloss",
                     *                   "release_id": 1,
                     *                   "snippet": "視床下部（hypothalamus）",
                     *                   "source": "20261101_release.txt",
                     *                   "span": [
                     *                     119,
                     *                     149
                     *                   ]
                     *                 }
                     *               ],
                     *               "id": 2,
                     *               "kind": "full_form",
                     *               "lang": "en",
                     *               "part_of_speech": null,
                     *               "reading": null,
                     *               "review": "suggested",
                     *               "standing": "suggested",
                     *               "text": "hypothalamus",
                     *               "usage": "preferred"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next_after": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ConceptPage"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_concept: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of an earlier answer. */
                "If-None-Match"?: string | null;
            };
            path: {
                /** @description Id of the concept. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The concept. */
            200: {
                headers: {
                    /** @description Tag of the revision of the base. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "conflicts": [],
                     *       "definitions": [
                     *         {
                     *           "lang": "ja",
                     *           "release_id": 1,
                     *           "source": "20261101_release.txt",
                     *           "text": "脳の一部で、眠りを保つ。"
                     *         }
                     *       ],
                     *       "field": null,
                     *       "id": 1,
                     *       "notes": [],
                     *       "project": "default",
                     *       "revision": 2,
                     *       "scope_release_id": null,
                     *       "sources": [],
                     *       "terms": [
                     *         {
                     *           "confidence": 0.99,
                     *           "evidence": [
                     *             {
                     *               "confidence": 0.97,
                     *               "id": 1,
                     *               "kind": "document",
                     *               "licence": null,
                     *               "method": "entry",
                     *               "release_id": 1,
                     *               "snippet": "視床下部（hypothalamus）",
                     *               "source": "20261101_release.txt",
                     *               "span": [
                     *                 119,
                     *                 149
                     *               ]
                     *             },
                     *             {
                     *               "confidence": 0.97,
                     *               "id": 2,
                     *               "kind": "document",
                     *               "licence": null,
                     *               "method": "head_gloss",
                     *               "release_id": 1,
                     *               "snippet": "視床下部（hypothalamus）",
                     *               "source": "20261101_release.txt",
                     *               "span": [
                     *                 119,
                     *                 149
                     *               ]
                     *             }
                     *           ],
                     *           "id": 1,
                     *           "kind": "full_form",
                     *           "lang": "ja",
                     *           "part_of_speech": null,
                     *           "reading": "シショウカブ",
                     *           "review": "suggested",
                     *           "standing": "suggested_strong",
                     *           "text": "視床下部",
                     *           "usage": "preferred"
                     *         },
                     *         {
                     *           "confidence": 0.97,
                     *           "evidence": [
                     *             {
                     *               "confidence": 0.97,
                     *               "id": 3,
                     *               "kind": "document",
                     *               "licence": null,
                     *               "method": "head_gloss",
                     *               "release_id": 1,
                     *               "snippet": "視床下部（hypothalamus）",
                     *               "source": "20261101_release.txt",
                     *               "span": [
                     *                 119,
                     *                 149
                     *               ]
                     *             }
                     *           ],
                     *           "id": 2,
                     *           "kind": "full_form",
                     *           "lang": "en",
                     *           "part_of_speech": null,
                     *           "reading": null,
                     *           "review": "suggested",
                     *           "standing": "suggested",
                     *           "text": "hypothalamus",
                     *           "usage": "preferred"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Concept"];
                };
            };
            /** @description Nothing has changed since the answer with this tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such concept. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_concordance: {
        parameters: {
            query: {
                /** @description Begin after the segment with this id; the newest come first. */
                before?: number;
                /** @description How long the search may take, in milliseconds. Segments found by then are returned. */
                budget_ms?: number;
                /**
                 * @description Only texts in this language (BCP 47), on either side; all if missing.
                 * @example ja
                 */
                lang?: string;
                /** @description The most segments to return. */
                limit?: number;
                /** @description `text` searches for the text as a whole, `words` for all of its words in any order. */
                mode?: string;
                /** @description Projects, separated by commas; all if missing. */
                project?: string;
                /**
                 * @description A piece of text, or words with `mode=words`.
                 * @example 視床下部
                 */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    /** @description The next page, `rel="next"`; missing on the last. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "candidates": 1,
                     *       "complete": true,
                     *       "next_before": null,
                     *       "occurrences": [
                     *         {
                     *           "author": "api",
                     *           "confidence": 1,
                     *           "created_at": "2026-11-21T17:26:26Z",
                     *           "document": "20261101_release",
                     *           "field": null,
                     *           "origin": "confirmed",
                     *           "project": "default",
                     *           "release_id": null,
                     *           "review": "approved",
                     *           "segment_id": 1,
                     *           "source": "海馬の神経細胞2個を調べた。",
                     *           "source_lang": "ja",
                     *           "source_span_chars": [
                     *             [
                     *               0,
                     *               2
                     *             ]
                     *           ],
                     *           "source_spans": [
                     *             [
                     *               0,
                     *               6
                     *             ]
                     *           ],
                     *           "target": "We examined two neurons of the hippocampus.",
                     *           "target_lang": "en",
                     *           "target_span_chars": [],
                     *           "target_spans": []
                     *         }
                     *       ],
                     *       "revision": 16
                     *     }
                     */
                    "application/json": components["schemas"]["Concordance"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_terms: {
        parameters: {
            query: {
                /** @description Whether to include terms with too little evidence to be suggested. */
                candidates?: boolean;
                /**
                 * @description The format: `csv`, `csv_excel`, `tbx2` (also `tbx`), `tbx3` or `omegat` for terms, `tmx` for the memory.
                 * @example tbx2
                 */
                format: components["schemas"]["FormatWord"];
                /** @description The program that will read the file: `standard` or `omegat`. */
                profile?: components["schemas"]["ProfileWord"];
                /** @description Projects, separated by commas; all if missing. */
                project?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer. */
                "If-None-Match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description A name for the file. */
                    "Content-Disposition"?: string;
                    /** @description Tag of the revision of the base. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <martif type="TBX-Basic" xml:lang="en">
                     *       <martifHeader>
                     *         <fileDesc>
                     *           <sourceDesc>
                     *             <p>Exported by Taiyaku at 2026-11-21T17:26:26Z.</p>
                     *           </sourceDesc>
                     *         </fileDesc>
                     */
                    "application/x-tbx": string;
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <tmx version="1.4">
                     *       <header creationtool="Taiyaku" creationtoolversion="0.1.0" segtype="sentence" o-tmf="taiyaku" adminlang="en" srclang="ja" datatype="plaintext" creationdate="20261121T175807Z">
                     *       </header>
                     *       <body>
                     *         <tu creationdate="20261121T175807Z" creationid="api">
                     *           <prop type="x-review">approved</prop>
                     *           <prop type="x-origin">confirmed</prop>
                     *           <tuv xml:lang="ja">
                     *             <seg>視床下部の神経細胞を調べた。</seg>
                     *           </tuv>
                     *           <tuv xml:lang="en">
                     *             <seg>We studied neurons in the hypothalamus.</seg>
                     *           </tuv>
                     *         </tu>
                     *       </body>
                     *     </tmx>
                     */
                    "application/x-tmx+xml": string;
                    /**
                     * @example concept_id,ja,reading,en,abbreviation,part_of_speech,usage,review,confidence,evidence_kind,evidence,field,definition_ja,source,licence
                     *     1,視床下部,シショウカブ,hypothalamus,,,preferred,approved,0.99,person,decision @ api,,脳の一部で、眠りを保つ。,20261101_release.txt,
                     *     2,神経細胞,シンケイサイボウ,neuron,,,preferred,suggested,0.97,document,head_gloss @ 20261101_release.txt,,情報を伝える細胞。,20261101_release.txt,
                     *     3,海馬,カイバ,hippocampus,,,preferred,suggested,0.9,person,selection @ api,,,,
                     */
                    "text/csv": string;
                    /**
                     * @example # Glossary in tab-separated format -*- coding: utf-8 -*-
                     *     視床下部	hypothalamus	head_gloss @ 20261101_release.txt
                     *     神経細胞	neuron	head_gloss @ 20261101_release.txt
                     */
                    "text/tab-separated-values": string;
                };
            };
            /** @description Nothing has changed since the answer with this tag. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_projects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All projects the caller may see. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "projects": [
                     *         {
                     *           "id": 1,
                     *           "name": "default"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectList"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_releases: {
        parameters: {
            query?: {
                /** @description Begin after the release with this id. */
                after?: number;
                /** @description The most releases to return. */
                limit?: number;
                /** @description Only of this project. */
                project?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    /** @description The next page, `rel="next"`; missing on the last. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "next_after": null,
                     *       "releases": [
                     *         {
                     *           "content_hash": "fa01e787df57e252047c51a32e7a4fecbfeed33d9d4e8331fecd1e5532a2e747",
                     *           "doubt_count": 0,
                     *           "encoding": "UTF-8",
                     *           "engine": "text",
                     *           "extractor_version": "extract 2; link 4; align 1; text 2; concepts 1; words lindera-6.2.0/ipadic",
                     *           "id": 1,
                     *           "ingested_at": "2026-11-21T17:26:26Z",
                     *           "media": "text",
                     *           "metadata": {
                     *             "date": null,
                     *             "doi": null,
                     *             "institution": null,
                     *             "journal": null,
                     *             "paper_title_en": null,
                     *             "paper_title_ja": null,
                     *             "title_en": null,
                     *             "title_ja": "視床下部の働きを解明"
                     *           },
                     *           "name": "20261101_release.txt",
                     *           "pages": null,
                     *           "project": "default",
                     *           "revision": 1,
                     *           "size": 254,
                     *           "title": null,
                     *           "updated_at": "2026-11-21T17:26:26Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReleasePage"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_release: {
        parameters: {
            query: {
                /**
                 * @description File name, as evidence will show it. The extension helps to recognise the format.
                 * @example 20261101_release.pdf
                 */
                name: string;
                /** @description Project it is added to; created if it does not exist. The server's default project if missing. */
                project?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file. */
        requestBody: {
            content: {
                /**
                 * @example 視床下部の働きを解明
                 *
                 *     視床下部（注1）の神経細胞（注2）を調べた。
                 *
                 *     用語解説
                 *     （注1）視床下部（hypothalamus）：脳の一部で、眠りを保つ。
                 *     （注2）神経細胞（neuron）：情報を伝える細胞。
                 */
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The project already has this document. It is extracted again if the rules have changed. */
            200: {
                headers: {
                    /** @description Path of the release. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "unchanged",
                     *       "release": {
                     *         "content_hash": "fa01e787df57e252047c51a32e7a4fecbfeed33d9d4e8331fecd1e5532a2e747",
                     *         "doubt_count": 0,
                     *         "doubts": [],
                     *         "encoding": "UTF-8",
                     *         "engine": "text",
                     *         "entries": [
                     *           {
                     *             "aliases": [
                     *               {
                     *                 "kind": "gloss",
                     *                 "lang": "en",
                     *                 "text": "hypothalamus"
                     *               }
                     *             ],
                     *             "definition": "脳の一部で、眠りを保つ。",
                     *             "definition_span": [
                     *               152,
                     *               188
                     *             ],
                     *             "definition_span_chars": [
                     *               64,
                     *               76
                     *             ],
                     *             "group": 0,
                     *             "head": "視床下部（hypothalamus）",
                     *             "head_span": [
                     *               119,
                     *               149
                     *             ],
                     *             "head_span_chars": [
                     *               45,
                     *               63
                     *             ],
                     *             "id": 1,
                     *             "lang": "ja",
                     *             "marker": {
                     *               "label": "1",
                     *               "printed": "（注1）"
                     *             },
                     *             "position": 0,
                     *             "span": [
                     *               109,
                     *               188
                     *             ],
                     *             "span_chars": [
                     *               41,
                     *               76
                     *             ],
                     *             "term": "視床下部"
                     *           },
                     *           {
                     *             "aliases": [
                     *               {
                     *                 "kind": "gloss",
                     *                 "lang": "en",
                     *                 "text": "neuron"
                     *               }
                     *             ],
                     *             "definition": "情報を伝える細胞。",
                     *             "definition_span": [
                     *               226,
                     *               253
                     *             ],
                     *             "definition_span_chars": [
                     *               94,
                     *               103
                     *             ],
                     *             "group": 0,
                     *             "head": "神経細胞（neuron）",
                     *             "head_span": [
                     *               199,
                     *               223
                     *             ],
                     *             "head_span_chars": [
                     *               81,
                     *               93
                     *             ],
                     *             "id": 2,
                     *             "lang": "ja",
                     *             "marker": {
                     *               "label": "2",
                     *               "printed": "（注2）"
                     *             },
                     *             "position": 1,
                     *             "span": [
                     *               189,
                     *               253
                     *             ],
                     *             "span_chars": [
                     *               77,
                     *               103
                     *             ],
                     *             "term": "神経細胞"
                     *           }
                     *         ],
                     *         "extractor_version": "extract 2; link 4; align 1; text 2; concepts 1; words lindera-6.2.0/ipadic",
                     *         "id": 1,
                     *         "ingested_at": "2026-11-21T17:26:26Z",
                     *         "links": [
                     *           {
                     *             "abbr": null,
                     *             "confidence": 0.97,
                     *             "en": "hypothalamus",
                     *             "entry": 0,
                     *             "id": 1,
                     *             "ja": "視床下部",
                     *             "method": "head_gloss",
                     *             "relation": "equivalent",
                     *             "signs": [
                     *               {
                     *                 "name": "head",
                     *                 "value": 0.97
                     *               }
                     *             ],
                     *             "span": [
                     *               119,
                     *               149
                     *             ],
                     *             "span_chars": [
                     *               45,
                     *               63
                     *             ],
                     *             "support": "視床下部（hypothalamus）"
                     *           },
                     *           {
                     *             "abbr": null,
                     *             "confidence": 0.97,
                     *             "en": "neuron",
                     *             "entry": 1,
                     *             "id": 2,
                     *             "ja": "神経細胞",
                     *             "method": "head_gloss",
                     *             "relation": "equivalent",
                     *             "signs": [
                     *               {
                     *                 "name": "head",
                     *                 "value": 0.97
                     *               }
                     *             ],
                     *             "span": [
                     *               199,
                     *               223
                     *             ],
                     *             "span_chars": [
                     *               81,
                     *               93
                     *             ],
                     *             "support": "神経細胞（neuron）"
                     *           }
                     *         ],
                     *         "media": "text",
                     *         "metadata": {
                     *           "date": null,
                     *           "doi": null,
                     *           "institution": null,
                     *           "journal": null,
                     *           "paper_title_en": null,
                     *           "paper_title_ja": null,
                     *           "title_en": null,
                     *           "title_ja": "視床下部の働きを解明"
                     *         },
                     *         "name": "20261101_release.txt",
                     *         "pages": null,
                     *         "project": "default",
                     *         "references": [
                     *           {
                     *             "entry_id": 1,
                     *             "marker": {
                     *               "label": "1",
                     *               "printed": "（注1）"
                     *             },
                     *             "span": [
                     *               44,
                     *               54
                     *             ],
                     *             "span_chars": [
                     *               16,
                     *               20
                     *             ]
                     *           },
                     *           {
                     *             "entry_id": 2,
                     *             "marker": {
                     *               "label": "2",
                     *               "printed": "（注2）"
                     *             },
                     *             "span": [
                     *               69,
                     *               79
                     *             ],
                     *             "span_chars": [
                     *               25,
                     *               29
                     *             ]
                     *           }
                     *         ],
                     *         "revision": 1,
                     *         "size": 254,
                     *         "title": null,
                     *         "updated_at": "2026-11-21T17:26:26Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["IngestAnswer"];
                };
            };
            /** @description The document was read and stored. */
            201: {
                headers: {
                    /** @description Path of the release. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "created",
                     *       "release": {
                     *         "content_hash": "fa01e787df57e252047c51a32e7a4fecbfeed33d9d4e8331fecd1e5532a2e747",
                     *         "doubt_count": 0,
                     *         "doubts": [],
                     *         "encoding": "UTF-8",
                     *         "engine": "text",
                     *         "entries": [
                     *           {
                     *             "aliases": [
                     *               {
                     *                 "kind": "gloss",
                     *                 "lang": "en",
                     *                 "text": "hypothalamus"
                     *               }
                     *             ],
                     *             "definition": "脳の一部で、眠りを保つ。",
                     *             "definition_span": [
                     *               152,
                     *               188
                     *             ],
                     *             "definition_span_chars": [
                     *               64,
                     *               76
                     *             ],
                     *             "group": 0,
                     *             "head": "視床下部（hypothalamus）",
                     *             "head_span": [
                     *               119,
                     *               149
                     *             ],
                     *             "head_span_chars": [
                     *               45,
                     *               63
                     *             ],
                     *             "id": 1,
                     *             "lang": "ja",
                     *             "marker": {
                     *               "label": "1",
                     *               "printed": "（注1）"
                     *             },
                     *             "position": 0,
                     *             "span": [
                     *               109,
                     *               188
                     *             ],
                     *             "span_chars": [
                     *               41,
                     *               76
                     *             ],
                     *             "term": "視床下部"
                     *           },
                     *           {
                     *             "aliases": [
                     *               {
                     *                 "kind": "gloss",
                     *                 "lang": "en",
                     *                 "text": "neuron"
                     *               }
                     *             ],
                     *             "definition": "情報を伝える細胞。",
                     *             "definition_span": [
                     *               226,
                     *               253
                     *             ],
                     *             "definition_span_chars": [
                     *               94,
                     *               103
                     *             ],
                     *             "group": 0,
                     *             "head": "神経細胞（neuron）",
                     *             "head_span": [
                     *               199,
                     *               223
                     *             ],
                     *             "head_span_chars": [
                     *               81,
                     *               93
                     *             ],
                     *             "id": 2,
                     *             "lang": "ja",
                     *             "marker": {
                     *               "label": "2",
                     *               "printed": "（注2）"
                     *             },
                     *             "position": 1,
                     *             "span": [
                     *               189,
                     *               253
                     *             ],
                     *             "span_chars": [
                     *               77,
                     *               103
                     *             ],
                     *             "term": "神経細胞"
                     *           }
                     *         ],
                     *         "extractor_version": "extract 2; link 4; align 1; text 2; concepts 1; words lindera-6.2.0/ipadic",
                     *         "id": 1,
                     *         "ingested_at": "2026-11-21T17:26:26Z",
                     *         "links": [
                     *           {
                     *             "abbr": null,
                     *             "confidence": 0.97,
                     *             "en": "hypothalamus",
                     *             "entry": 0,
                     *             "id": 1,
                     *             "ja": "視床下部",
                     *             "method": "head_gloss",
                     *             "relation": "equivalent",
                     *             "signs": [
                     *               {
                     *                 "name": "head",
                     *                 "value": 0.97
                     *               }
                     *             ],
                     *             "span": [
                     *               119,
                     *               149
                     *             ],
                     *             "span_chars": [
                     *               45,
                     *               63
                     *             ],
                     *             "support": "視床下部（hypothalamus）"
                     *           },
                     *           {
                     *             "abbr": null,
                     *             "confidence": 0.97,
                     *             "en": "neuron",
                     *             "entry": 1,
                     *             "id": 2,
                     *             "ja": "神経細胞",
                     *             "method": "head_gloss",
                     *             "relation": "equivalent",
                     *             "signs": [
                     *               {
                     *                 "name": "head",
                     *                 "value": 0.97
                     *               }
                     *             ],
                     *             "span": [
                     *               199,
                     *               223
                     *             ],
                     *             "span_chars": [
                     *               81,
                     *               93
                     *             ],
                     *             "support": "神経細胞（neuron）"
                     *           }
                     *         ],
                     *         "media": "text",
                     *         "metadata": {
                     *           "date": null,
                     *           "doi": null,
                     *           "institution": null,
                     *           "journal": null,
                     *           "paper_title_en": null,
                     *           "paper_title_ja": null,
                     *           "title_en": null,
                     *           "title_ja": "視床下部の働きを解明"
                     *         },
                     *         "name": "20261101_release.txt",
                     *         "pages": null,
                     *         "project": "default",
                     *         "references": [
                     *           {
                     *             "entry_id": 1,
                     *             "marker": {
                     *               "label": "1",
                     *               "printed": "（注1）"
                     *             },
                     *             "span": [
                     *               44,
                     *               54
                     *             ],
                     *             "span_chars": [
                     *               16,
                     *               20
                     *             ]
                     *           },
                     *           {
                     *             "entry_id": 2,
                     *             "marker": {
                     *               "label": "2",
                     *               "printed": "（注2）"
                     *             },
                     *             "span": [
                     *               69,
                     *               79
                     *             ],
                     *             "span_chars": [
                     *               25,
                     *               29
                     *             ]
                     *           }
                     *         ],
                     *         "revision": 1,
                     *         "size": 254,
                     *         "title": null,
                     *         "updated_at": "2026-11-21T17:26:26Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["IngestAnswer"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The document cannot be read. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No space left for the term base. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_release: {
        parameters: {
            query?: {
                /** @description Whether to return the text that all spans refer to. */
                text?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the release. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The release. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "content_hash": "fa01e787df57e252047c51a32e7a4fecbfeed33d9d4e8331fecd1e5532a2e747",
                     *       "doubt_count": 0,
                     *       "doubts": [],
                     *       "encoding": "UTF-8",
                     *       "engine": "text",
                     *       "entries": [
                     *         {
                     *           "aliases": [
                     *             {
                     *               "kind": "gloss",
                     *               "lang": "en",
                     *               "text": "hypothalamus"
                     *             }
                     *           ],
                     *           "definition": "脳の一部で、眠りを保つ。",
                     *           "definition_span": [
                     *             152,
                     *             188
                     *           ],
                     *           "definition_span_chars": [
                     *             64,
                     *             76
                     *           ],
                     *           "group": 0,
                     *           "head": "視床下部（hypothalamus）",
                     *           "head_span": [
                     *             119,
                     *             149
                     *           ],
                     *           "head_span_chars": [
                     *             45,
                     *             63
                     *           ],
                     *           "id": 1,
                     *           "lang": "ja",
                     *           "marker": {
                     *             "label": "1",
                     *             "printed": "（注1）"
                     *           },
                     *           "position": 0,
                     *           "span": [
                     *             109,
                     *             188
                     *           ],
                     *           "span_chars": [
                     *             41,
                     *             76
                     *           ],
                     *           "term": "視床下部"
                     *         },
                     *         {
                     *           "aliases": [
                     *             {
                     *               "kind": "gloss",
                     *               "lang": "en",
                     *               "text": "neuron"
                     *             }
                     *           ],
                     *           "definition": "情報を伝える細胞。",
                     *           "definition_span": [
                     *             226,
                     *             253
                     *           ],
                     *           "definition_span_chars": [
                     *             94,
                     *             103
                     *           ],
                     *           "group": 0,
                     *           "head": "神経細胞（neuron）",
                     *           "head_span": [
                     *             199,
                     *             223
                     *           ],
                     *           "head_span_chars": [
                     *             81,
                     *             93
                     *           ],
                     *           "id": 2,
                     *           "lang": "ja",
                     *           "marker": {
                     *             "label": "2",
                     *             "printed": "（注2）"
                     *           },
                     *           "position": 1,
                     *           "span": [
                     *             189,
                     *             253
                     *           ],
                     *           "span_chars": [
                     *             77,
                     *             103
                     *           ],
                     *           "term": "神経細胞"
                     *         }
                     *       ],
                     *       "extractor_version": "extract 2; link 4; align 1; text 2; concepts 1; words lindera-6.2.0/ipadic",
                     *       "id": 1,
                     *       "ingested_at": "2026-11-21T17:26:26Z",
                     *       "links": [
                     *         {
                     *           "abbr": null,
                     *           "confidence": 0.97,
                     *           "en": "hypothalamus",
                     *           "entry": 0,
                     *           "id": 1,
                     *           "ja": "視床下部",
                     *           "method": "head_gloss",
                     *           "relation": "equivalent",
                     *           "signs": [
                     *             {
                     *               "name": "head",
                     *               "value": 0.97
                     *             }
                     *           ],
                     *           "span": [
                     *             119,
                     *             149
                     *           ],
                     *           "span_chars": [
                     *             45,
                     *             63
                     *           ],
                     *           "support": "視床下部（hypothalamus）"
                     *         },
                     *         {
                     *           "abbr": null,
                     *           "confidence": 0.97,
                     *           "en": "neuron",
                     *           "entry": 1,
                     *           "id": 2,
                     *           "ja": "神経細胞",
                     *           "method": "head_gloss",
                     *           "relation": "equivalent",
                     *           "signs": [
                     *             {
                     *               "name": "head",
                     *               "value": 0.97
                     *             }
                     *           ],
                     *           "span": [
                     *             199,
                     *             223
                     *           ],
                     *           "span_chars": [
                     *             81,
                     *             93
                     *           ],
                     *           "support": "神経細胞（neuron）"
                     *         }
                     *       ],
                     *       "media": "text",
                     *       "metadata": {
                     *         "date": null,
                     *         "doi": null,
                     *         "institution": null,
                     *         "journal": null,
                     *         "paper_title_en": null,
                     *         "paper_title_ja": null,
                     *         "title_en": null,
                     *         "title_ja": "視床下部の働きを解明"
                     *       },
                     *       "name": "20261101_release.txt",
                     *       "pages": null,
                     *       "project": "default",
                     *       "references": [
                     *         {
                     *           "entry_id": 1,
                     *           "marker": {
                     *             "label": "1",
                     *             "printed": "（注1）"
                     *           },
                     *           "span": [
                     *             44,
                     *             54
                     *           ],
                     *           "span_chars": [
                     *             16,
                     *             20
                     *           ]
                     *         },
                     *         {
                     *           "entry_id": 2,
                     *           "marker": {
                     *             "label": "2",
                     *             "printed": "（注2）"
                     *           },
                     *           "span": [
                     *             69,
                     *             79
                     *           ],
                     *           "span_chars": [
                     *             25,
                     *             29
                     *           ]
                     *         }
                     *       ],
                     *       "revision": 1,
                     *       "size": 254,
                     *       "title": null,
                     *       "updated_at": "2026-11-21T17:26:26Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Release"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such release. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the release. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such release. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_review: {
        parameters: {
            query?: {
                /** @description Begin after this position: `next_after` of the previous page. */
                after?: string;
                /** @description Only terms of this subject field. */
                field?: string;
                /** @description Only terms of this language (BCP 47). */
                lang?: string;
                /** @description The most terms to return. */
                limit?: number;
                /** @description Projects, separated by commas; all if missing. */
                project?: string;
                /** @description Only terms with evidence in this release. */
                release?: number;
                /** @description Only terms with this standing: `suggested_strong`, `suggested` or `candidate`. */
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    /** @description The next page, `rel="next"`; missing on the last. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "concept": {
                     *             "conflicts": [],
                     *             "definitions": [
                     *               {
                     *                 "lang": "ja",
                     *                 "release_id": 1,
                     *                 "source": "20261101_release.txt",
                     *                 "text": "脳の一部で、眠りを保つ。"
                     *               }
                     *             ],
                     *             "field": null,
                     *             "id": 1,
                     *             "notes": [],
                     *             "project": "default",
                     *             "revision": 2,
                     *             "scope_release_id": null,
                     *             "sources": [],
                     *             "terms": [
                     *               {
                     *                 "confidence": 0.99,
                     *                 "evidence": [
                     *                   {
                     *                     "confidence": 0.97,
                     *                     "id": 1,
                     *                     "kind": "document",
                     *                     "licence": null,
                     *                     "method": "entry",
                     *                     "release_id": 1,
                     *                     "snippet": "視床下部（hypothalamus）",
                     *                     "source": "20261101_release.txt",
                     *                     "span": [
                     *                       119,
                     *                       149
                     *                     ]
                     *                   },
                     *                   {
                     *                     "confidence": 0.97,
                     *                     "id": 2,
                     *                     "kind": "document",
                     *                     "licence": null,
                     *                     "method": "head_gloss",
                     *                     "release_id": 1,
                     *                     "snippet": "視床下部（hypothalamus）",
                     *                     "source": "20261101_release.txt",
                     *                     "span": [
                     *                       119,
                     *                       149
                     *                     ]
                     *                   }
                     *                 ],
                     *                 "id": 1,
                     *                 "kind": "full_form",
                     *                 "lang": "ja",
                     *                 "part_of_speech": null,
                     *                 "reading": "シショウカブ",
                     *                 "review": "suggested",
                     *                 "standing": "suggested_strong",
                     *                 "text": "視床下部",
                     *                 "usage": "preferred"
                     *               },
                     *               {
                     *                 "confidence": 0.97,
                     *                 "evidence": [
                     *                   {
                     *                     "confidence": 0.97,
                     *                     "id": 3,
                     *                     "kind": "document",
                     *                     "licence": null,
                     *                     "method": "head_gloss",
                     *                     "release_id": 1,
                     *                     "snippet": "視床下部（hypothalamus）",
                     *                     "source": "20261101_release.txt",
                     *                     "span": [
                     *                       119,
                     *                       149
                     *                     ]
                     *                   }
                     *                 ],
                     *                 "id": 2,
                     *                 "kind": "full_form",
                     *                 "lang": "en",
                     *                 "part_of_speech": null,
                     *                 "reading": null,
                     *                 "review": "suggested",
                     *                 "standing": "suggested",
                     *                 "text": "hypothalamus",
                     *                 "usage": "preferred"
                     *               }
                     *             ]
                     *           },
                     *           "notes": [],
                     *           "priority": 116,
                     *           "releases": 1,
                     *           "replacements": [],
                     *           "rivals": [],
                     *           "scope_release_id": null,
                     *           "standing": "suggested",
                     *           "term_id": 2,
                     *           "uncertainty": 0.11640000000000006
                     *         }
                     *       ],
                     *       "next_after": "116-2"
                     *     }
                     */
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_decisions: {
        parameters: {
            query?: {
                /** @description Only decisions before this id. */
                before?: number;
                /** @description The most decisions to return. */
                limit?: number;
                /** @description Projects, separated by commas; all if missing. */
                project?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    /** @description The next page, `rel="next"`; missing on the last. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "decisions": [
                     *         {
                     *           "actor": "api",
                     *           "at": "2026-11-21T17:26:26Z",
                     *           "concept_id": 1,
                     *           "id": 2,
                     *           "kind": "accept",
                     *           "revision": 19,
                     *           "summary": "accepted `hypothalamus` for `視床下部`",
                     *           "term_id": 2,
                     *           "undone_at": null,
                     *           "undone_by": null
                     *         },
                     *         {
                     *           "actor": "api",
                     *           "at": "2026-11-21T17:26:26Z",
                     *           "concept_id": 3,
                     *           "id": 1,
                     *           "kind": "accept",
                     *           "revision": 13,
                     *           "summary": "accepted `hippocampus` for `海馬`",
                     *           "term_id": 6,
                     *           "undone_at": null,
                     *           "undone_by": null
                     *         }
                     *       ],
                     *       "next_before": null
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionPage"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_decisions: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decisions": [
                 *         {
                 *           "kind": "accept",
                 *           "term_id": 2
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DecisionRequests"];
            };
        };
        responses: {
            /** @description The outcome of each decision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "code": null,
                     *           "concept": {
                     *             "conflicts": [],
                     *             "definitions": [
                     *               {
                     *                 "lang": "ja",
                     *                 "release_id": 1,
                     *                 "source": "20261101_release.txt",
                     *                 "text": "脳の一部で、眠りを保つ。"
                     *               }
                     *             ],
                     *             "field": null,
                     *             "id": 1,
                     *             "notes": [],
                     *             "project": "default",
                     *             "revision": 18,
                     *             "scope_release_id": null,
                     *             "sources": [],
                     *             "terms": [
                     *               {
                     *                 "confidence": 0.99,
                     *                 "evidence": [
                     *                   {
                     *                     "confidence": 0.97,
                     *                     "id": 1,
                     *                     "kind": "document",
                     *                     "licence": null,
                     *                     "method": "entry",
                     *                     "release_id": 1,
                     *                     "snippet": "視床下部（hypothalamus）",
                     *                     "source": "20261101_release.txt",
                     *                     "span": [
                     *                       119,
                     *                       149
                     *                     ]
                     *                   },
                     *                   {
                     *                     "confidence": 0.97,
                     *                     "id": 2,
                     *                     "kind": "document",
                     *                     "licence": null,
                     *                     "method": "head_gloss",
                     *                     "release_id": 1,
                     *                     "snippet": "視床下部（hypothalamus）",
                     *                     "source": "20261101_release.txt",
                     *                     "span": [
                     *                       119,
                     *                       149
                     *                     ]
                     *                   }
                     *                 ],
                     *                 "id": 1,
                     *                 "kind": "full_form",
                     *                 "lang": "ja",
                     *                 "part_of_speech": null,
                     *                 "reading": "シショウカブ",
                     *                 "review": "approved",
                     *                 "standing": "approved",
                     *                 "text": "視床下部",
                     *                 "usage": "preferred"
                     *               },
                     *               {
                     *                 "confidence": 0.99,
                     *                 "evidence": [
                     *                   {
                     *                     "confidence": 0.99,
                     *                     "id": 10,
                     *                     "kind": "person",
                     *                     "licence": null,
                     *                     "method": "decision",
                     *                     "release_id": null,
                     *                     "snippet": null,
                     *                     "source": "api",
                     *                     "span": null
                     *                   },
                     *                   {
                     *                     "confidence": 0.97,
                     *                     "id": 3,
                     *                     "kind": "document",
                     *                     "licence": null,
                     *                     "method": "head_gloss",
                     *                     "release_id": 1,
                     *                     "snippet": "視床下部（hypothalamus）",
                     *                     "source": "20261101_release.txt",
                     *                     "span": [
                     *                       119,
                     *                       149
                     *                     ]
                     *                   }
                     *                 ],
                     *                 "id": 2,
                     *                 "kind": "full_form",
                     *                 "lang": "en",
                     *                 "part_of_speech": null,
                     *                 "reading": null,
                     *                 "review": "approved",
                     *                 "standing": "approved",
                     *                 "text": "hypothalamus",
                     *                 "usage": "preferred"
                     *               }
                     *             ]
                     *           },
                     *           "decision": {
                     *             "actor": "api",
                     *             "at": "2026-11-21T17:26:26Z",
                     *             "concept_id": 1,
                     *             "id": 2,
                     *             "kind": "accept",
                     *             "revision": 19,
                     *             "summary": "accepted `hypothalamus` for `視床下部`",
                     *             "term_id": 2,
                     *             "undone_at": null,
                     *             "undone_by": null
                     *           },
                     *           "detail": null,
                     *           "made_concept_id": null,
                     *           "outcome": "done"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionResults"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such term or concept. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The concept has changed since you read it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No space left for the term base. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undo_decision: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the decision. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The decision is undone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "concepts": [
                     *         {
                     *           "conflicts": [],
                     *           "definitions": [],
                     *           "field": null,
                     *           "id": 3,
                     *           "notes": [],
                     *           "project": "default",
                     *           "revision": 21,
                     *           "scope_release_id": null,
                     *           "sources": [],
                     *           "terms": [
                     *             {
                     *               "confidence": 0.9,
                     *               "evidence": [
                     *                 {
                     *                   "confidence": 0.9,
                     *                   "id": 7,
                     *                   "kind": "person",
                     *                   "licence": null,
                     *                   "method": "selection",
                     *                   "release_id": null,
                     *                   "snippet": "海馬の神経細胞を調べた。",
                     *                   "source": "api",
                     *                   "span": [
                     *                     0,
                     *                     6
                     *                   ]
                     *                 }
                     *               ],
                     *               "id": 5,
                     *               "kind": "full_form",
                     *               "lang": "ja",
                     *               "part_of_speech": null,
                     *               "reading": "カイバ",
                     *               "review": "suggested",
                     *               "standing": "suggested",
                     *               "text": "海馬",
                     *               "usage": "preferred"
                     *             },
                     *             {
                     *               "confidence": 0.9,
                     *               "evidence": [
                     *                 {
                     *                   "confidence": 0.9,
                     *                   "id": 8,
                     *                   "kind": "person",
                     *                   "licence": null,
                     *                   "method": "selection",
                     *                   "release_id": null,
                     *                   "snippet": "We studied neurons of the hippocampus.",
                     *                   "source": "api",
                     *                   "span": [
                     *                     26,
                     *                     37
                     *                   ]
                     *                 }
                     *               ],
                     *               "id": 6,
                     *               "kind": "full_form",
                     *               "lang": "en",
                     *               "part_of_speech": null,
                     *               "reading": null,
                     *               "review": "suggested",
                     *               "standing": "suggested",
                     *               "text": "hippocampus",
                     *               "usage": "preferred"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "decision": {
                     *         "actor": "api",
                     *         "at": "2026-11-21T17:26:26Z",
                     *         "concept_id": 3,
                     *         "id": 1,
                     *         "kind": "accept",
                     *         "revision": 13,
                     *         "summary": "accepted `hippocampus` for `海馬`",
                     *         "term_id": 6,
                     *         "undone_at": "2026-11-21T17:26:26Z",
                     *         "undone_by": "api"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["UndoAnswer"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such decision. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A newer decision prevents the undo, or the decision has already been undone. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No space left for the term base. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_review_sheet: {
        parameters: {
            query?: {
                /** @description Begin after this position: `next_after` of the previous page. */
                after?: string;
                /** @description Only terms of this subject field. */
                field?: string;
                /** @description Only terms of this language (BCP 47). */
                lang?: string;
                /** @description The most terms to return. */
                limit?: number;
                /** @description Projects, separated by commas; all if missing. */
                project?: string;
                /** @description Only terms with evidence in this release. */
                release?: number;
                /** @description Only terms with this standing: `suggested_strong`, `suggested` or `candidate`. */
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sheet, in UTF-8 with a byte order mark. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example concept,term,revision,japanese,english,abbreviation,field,confidence,standing,evidence,release,decision,new_english,usage,replacement,note
                     *     2,4,22,神経細胞,neuron,,,0.97,suggested,head_gloss: 神経細胞（neuron）,20261101_release.txt,,,,,
                     *     3,6,22,海馬,hippocampus,,,0.90,suggested,selection: We studied neurons of the hippocampus.,api,,,,,
                     */
                    "text/csv": string;
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_review_sheet: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
                /** @description Only report the outcome of each row, without changing anything. */
                dry_run?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file. */
        requestBody: {
            content: {
                /**
                 * @example term,revision,decision
                 *     4,1,accept
                 */
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The outcome of each row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "conflicts": 1,
                     *       "done": 0,
                     *       "dry_run": true,
                     *       "problems": 0,
                     *       "rows": [
                     *         {
                     *           "code": "revision_conflict",
                     *           "decisions": [],
                     *           "line": 2,
                     *           "message": "Concept `2` is at revision `7`, the decision was made on `1`; `ingest` changed it at 2026-11-21T17:26:26Z. Look at it again, then decide on revision `7`.",
                     *           "term_id": 4,
                     *           "verdict": "conflict"
                     *         }
                     *       ],
                     *       "skipped": 0,
                     *       "unchanged": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Sheet"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The character encoding of the sheet is unknown. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No space left for the term base. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirm_segment: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "document": "20261101_release",
                 *       "key": "p3s1",
                 *       "source": "海馬の神経細胞2個を調べた。",
                 *       "source_lang": "ja",
                 *       "target": "We examined two neurons of the hippocampus.",
                 *       "target_lang": "en"
                 *     }
                 */
                "application/json": components["schemas"]["ConfirmRequest"];
            };
        };
        responses: {
            /** @description The segment already exists. */
            200: {
                headers: {
                    /** @description Path of the segment. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "unchanged",
                     *       "segment": {
                     *         "author": "api",
                     *         "confidence": 1,
                     *         "created_at": "2026-11-21T17:26:26Z",
                     *         "document": "20261101_release",
                     *         "field": null,
                     *         "id": 1,
                     *         "key": "p3s1",
                     *         "origin": "confirmed",
                     *         "project": "default",
                     *         "release_id": null,
                     *         "review": "approved",
                     *         "revision": 14,
                     *         "source": "海馬の神経細胞2個を調べた。",
                     *         "source_lang": "ja",
                     *         "target": "We examined two neurons of the hippocampus.",
                     *         "target_lang": "en"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ConfirmedSegment"];
                };
            };
            /** @description The segment is new. */
            201: {
                headers: {
                    /** @description Path of the segment. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "created",
                     *       "segment": {
                     *         "author": "api",
                     *         "confidence": 1,
                     *         "created_at": "2026-11-21T17:26:26Z",
                     *         "document": "20261101_release",
                     *         "field": null,
                     *         "id": 1,
                     *         "key": "p3s1",
                     *         "origin": "confirmed",
                     *         "project": "default",
                     *         "release_id": null,
                     *         "review": "approved",
                     *         "revision": 14,
                     *         "source": "海馬の神経細胞2個を調べた。",
                     *         "source_lang": "ja",
                     *         "target": "We examined two neurons of the hippocampus.",
                     *         "target_lang": "en"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ConfirmedSegment"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A person has rejected this translation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No space left for the term base. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_segment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the segment. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The segment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "author": "api",
                     *       "confidence": 1,
                     *       "created_at": "2026-11-21T17:26:26Z",
                     *       "document": "20261101_release",
                     *       "field": null,
                     *       "id": 1,
                     *       "key": "p3s1",
                     *       "origin": "confirmed",
                     *       "project": "default",
                     *       "release_id": null,
                     *       "review": "approved",
                     *       "revision": 14,
                     *       "source": "海馬の神経細胞2個を調べた。",
                     *       "source_lang": "ja",
                     *       "target": "We examined two neurons of the hippocampus.",
                     *       "target_lang": "en"
                     *     }
                     */
                    "application/json": components["schemas"]["MemorySegment"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such segment. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_segment: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the segment. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The segment is removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such segment. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sources: {
        parameters: {
            query?: {
                /** @description Projects, separated by commas; all if missing. */
                project?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All sources. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sources": []
                     *     }
                     */
                    "application/json": components["schemas"]["SourceList"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_suggestions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "limit": 5,
                 *       "min_score": 70,
                 *       "segments": [
                 *         {
                 *           "id": "s1",
                 *           "text": "海馬の神経細胞3個を調べた。"
                 *         }
                 *       ],
                 *       "source_lang": "ja",
                 *       "target_lang": "en"
                 *     }
                 */
                "application/json": components["schemas"]["SuggestionRequest"];
            };
        };
        responses: {
            /** @description The suggestions, segment by segment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "revision": 14,
                     *       "segments": [
                     *         {
                     *           "complete": true,
                     *           "id": "s1",
                     *           "matches": [
                     *             {
                     *               "author": "api",
                     *               "base": 99,
                     *               "class": "placeables",
                     *               "confidence": 1,
                     *               "created_at": "2026-11-21T17:26:26Z",
                     *               "diff": [
                     *                 {
                     *                   "characters": [],
                     *                   "kind": "equal",
                     *                   "segment_span": [
                     *                     0,
                     *                     21
                     *                   ],
                     *                   "segment_span_chars": [
                     *                     0,
                     *                     7
                     *                   ],
                     *                   "source_span": [
                     *                     0,
                     *                     21
                     *                   ],
                     *                   "source_span_chars": [
                     *                     0,
                     *                     7
                     *                   ]
                     *                 },
                     *                 {
                     *                   "characters": [],
                     *                   "kind": "replace",
                     *                   "segment_span": [
                     *                     21,
                     *                     22
                     *                   ],
                     *                   "segment_span_chars": [
                     *                     7,
                     *                     8
                     *                   ],
                     *                   "source_span": [
                     *                     21,
                     *                     22
                     *                   ],
                     *                   "source_span_chars": [
                     *                     7,
                     *                     8
                     *                   ]
                     *                 }
                     *               ],
                     *               "document": "20261101_release",
                     *               "field": null,
                     *               "origin": "confirmed",
                     *               "parts": {
                     *                 "characters": {
                     *                   "edits": 0,
                     *                   "longest": 14,
                     *                   "similarity": 1
                     *                 },
                     *                 "tokens": {
                     *                   "edits": 0,
                     *                   "longest": 10,
                     *                   "similarity": 1
                     *                 }
                     *               },
                     *               "penalties": [
                     *                 {
                     *                   "code": "unplaced_values",
                     *                   "points": 1,
                     *                   "reason": "1 value differs and could not be placed in the target."
                     *                 }
                     *               ],
                     *               "project": "default",
                     *               "release_id": null,
                     *               "repaired": null,
                     *               "reversed": false,
                     *               "review": "approved",
                     *               "score": 97,
                     *               "segment_id": 1,
                     *               "source": "海馬の神経細胞2個を調べた。",
                     *               "target": "We examined two neurons of the hippocampus."
                     *             }
                     *           ],
                     *           "terms": [
                     *             {
                     *               "concept": {
                     *                 "conflicts": [],
                     *                 "definitions": [],
                     *                 "field": null,
                     *                 "id": 3,
                     *                 "notes": [],
                     *                 "project": "default",
                     *                 "revision": 12,
                     *                 "scope_release_id": null,
                     *                 "sources": [],
                     *                 "terms": [
                     *                   {
                     *                     "confidence": 0.9,
                     *                     "evidence": [
                     *                       {
                     *                         "confidence": 0.9,
                     *                         "id": 7,
                     *                         "kind": "person",
                     *                         "licence": null,
                     *                         "method": "selection",
                     *                         "release_id": null,
                     *                         "snippet": "海馬の神経細胞を調べた。",
                     *                         "source": "api",
                     *                         "span": [
                     *                           0,
                     *                           6
                     *                         ]
                     *                       }
                     *                     ],
                     *                     "id": 5,
                     *                     "kind": "full_form",
                     *                     "lang": "ja",
                     *                     "part_of_speech": null,
                     *                     "reading": "カイバ",
                     *                     "review": "approved",
                     *                     "standing": "approved",
                     *                     "text": "海馬",
                     *                     "usage": "preferred"
                     *                   },
                     *                   {
                     *                     "confidence": 0.99,
                     *                     "evidence": [
                     *                       {
                     *                         "confidence": 0.99,
                     *                         "id": 9,
                     *                         "kind": "person",
                     *                         "licence": null,
                     *                         "method": "decision",
                     *                         "release_id": null,
                     *                         "snippet": null,
                     *                         "source": "api",
                     *                         "span": null
                     *                       },
                     *                       {
                     *                         "confidence": 0.9,
                     *                         "id": 8,
                     *                         "kind": "person",
                     *                         "licence": null,
                     *                         "method": "selection",
                     *                         "release_id": null,
                     *                         "snippet": "We studied neurons of the hippocampus.",
                     *                         "source": "api",
                     *                         "span": [
                     *                           26,
                     *                           37
                     *                         ]
                     *                       }
                     *                     ],
                     *                     "id": 6,
                     *                     "kind": "full_form",
                     *                     "lang": "en",
                     *                     "part_of_speech": null,
                     *                     "reading": null,
                     *                     "review": "approved",
                     *                     "standing": "approved",
                     *                     "text": "hippocampus",
                     *                     "usage": "preferred"
                     *                   }
                     *                 ]
                     *               },
                     *               "nested": false,
                     *               "span": [
                     *                 0,
                     *                 6
                     *               ],
                     *               "span_chars": [
                     *                 0,
                     *                 2
                     *               ],
                     *               "term_id": 5,
                     *               "text": "海馬",
                     *               "translations": [
                     *                 {
                     *                   "confidence": 0.99,
                     *                   "kind": "full_form",
                     *                   "reasons": [
                     *                     "decision",
                     *                     "selection"
                     *                   ],
                     *                   "releases": 0,
                     *                   "review": "approved",
                     *                   "term_id": 6,
                     *                   "text": "hippocampus",
                     *                   "usage": "preferred"
                     *                 }
                     *               ]
                     *             },
                     *             {
                     *               "concept": {
                     *                 "conflicts": [],
                     *                 "definitions": [
                     *                   {
                     *                     "lang": "ja",
                     *                     "release_id": 1,
                     *                     "source": "20261101_release.txt",
                     *                     "text": "情報を伝える細胞。"
                     *                   }
                     *                 ],
                     *                 "field": null,
                     *                 "id": 2,
                     *                 "notes": [],
                     *                 "project": "default",
                     *                 "revision": 5,
                     *                 "scope_release_id": null,
                     *                 "sources": [],
                     *                 "terms": [
                     *                   {
                     *                     "confidence": 0.99,
                     *                     "evidence": [
                     *                       {
                     *                         "confidence": 0.97,
                     *                         "id": 4,
                     *                         "kind": "document",
                     *                         "licence": null,
                     *                         "method": "entry",
                     *                         "release_id": 1,
                     *                         "snippet": "神経細胞（neuron）",
                     *                         "source": "20261101_release.txt",
                     *                         "span": [
                     *                           199,
                     *                           223
                     *                         ]
                     *                       },
                     *                       {
                     *                         "confidence": 0.97,
                     *                         "id": 5,
                     *                         "kind": "document",
                     *                         "licence": null,
                     *                         "method": "head_gloss",
                     *                         "release_id": 1,
                     *                         "snippet": "神経細胞（neuron）",
                     *                         "source": "20261101_release.txt",
                     *                         "span": [
                     *                           199,
                     *                           223
                     *                         ]
                     *                       }
                     *                     ],
                     *                     "id": 3,
                     *                     "kind": "full_form",
                     *                     "lang": "ja",
                     *                     "part_of_speech": null,
                     *                     "reading": "シンケイサイボウ",
                     *                     "review": "suggested",
                     *                     "standing": "suggested_strong",
                     *                     "text": "神経細胞",
                     *                     "usage": "preferred"
                     *                   },
                     *                   {
                     *                     "confidence": 0.97,
                     *                     "evidence": [
                     *                       {
                     *                         "confidence": 0.97,
                     *                         "id": 6,
                     *                         "kind": "document",
                     *                         "licence": null,
                     *                         "method": "head_gloss",
                     *                         "release_id": 1,
                     *                         "snippet": "神経細胞（neuron）",
                     *                         "source": "20261101_release.txt",
                     *                         "span": [
                     *                           199,
                     *                           223
                     *                         ]
                     *                       }
                     *                     ],
                     *                     "id": 4,
                     *                     "kind": "full_form",
                     *                     "lang": "en",
                     *                     "part_of_speech": null,
                     *                     "reading": null,
                     *                     "review": "suggested",
                     *                     "standing": "suggested",
                     *                     "text": "neuron",
                     *                     "usage": "preferred"
                     *                   }
                     *                 ]
                     *               },
                     *               "nested": false,
                     *               "span": [
                     *                 9,
                     *                 21
                     *               ],
                     *               "span_chars": [
                     *                 3,
                     *                 7
                     *               ],
                     *               "term_id": 3,
                     *               "text": "神経細胞",
                     *               "translations": [
                     *                 {
                     *                   "confidence": 0.97,
                     *                   "kind": "full_form",
                     *                   "reasons": [
                     *                     "head_gloss"
                     *                   ],
                     *                   "releases": 1,
                     *                   "review": "suggested",
                     *                   "term_id": 4,
                     *                   "text": "neuron",
                     *                   "usage": "preferred"
                     *                 }
                     *               ]
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SuggestionAnswer"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No space left for the term base. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_term_block: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "most": 30,
                 *       "text": "海馬と視床下部を調べた。"
                 *     }
                 */
                "application/json": components["schemas"]["TermBlockRequest"];
            };
        };
        responses: {
            /** @description The block. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "left_out": 0,
                     *       "source_lang": "ja",
                     *       "target_lang": "en",
                     *       "terms": [
                     *         {
                     *           "approved": false,
                     *           "concept_id": 3,
                     *           "count": 1,
                     *           "forbidden": [],
                     *           "others": [],
                     *           "sense": null,
                     *           "source": "海馬",
                     *           "sources": [],
                     *           "target": "hippocampus"
                     *         },
                     *         {
                     *           "approved": true,
                     *           "concept_id": 1,
                     *           "count": 1,
                     *           "forbidden": [],
                     *           "others": [],
                     *           "sense": "脳の一部で、眠りを保つ。",
                     *           "source": "視床下部",
                     *           "sources": [],
                     *           "target": "hypothalamus"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TermBlock"];
                    /**
                     * @example ## Terms (ja → en)
                     *
                     *     | term | use | also | never | meaning |
                     *     | --- | --- | --- | --- | --- |
                     *     | 海馬 | hippocampus |  |  |  |
                     *     | 視床下部 | hypothalamus |  |  | 脳の一部で、眠りを保つ。 |
                     */
                    "text/markdown": string;
                    /**
                     * @example source	target	others	forbidden	sense	count
                     *     海馬	hippocampus				1
                     *     視床下部	hypothalamus			脳の一部で、眠りを保つ。	1
                     */
                    "text/tab-separated-values": string;
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No space left for the term base. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_terms: {
        parameters: {
            query: {
                /**
                 * @description Kinds of match to return, separated by commas; all if missing.
                 * @example exact,variant
                 */
                kind?: string;
                /**
                 * @description Language of the term (BCP 47); both if missing.
                 * @example ja
                 */
                lang?: string;
                /** @description The most matches to return. */
                limit?: number;
                /** @description Projects in rank order, separated by commas; all if missing. */
                project?: string;
                /**
                 * @description A term, or a part, a reading or a misspelling of it.
                 * @example 視床下部
                 */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The matches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "dictionary": [],
                     *       "did_you_mean": [],
                     *       "matches": [
                     *         {
                     *           "concept": {
                     *             "conflicts": [],
                     *             "definitions": [
                     *               {
                     *                 "lang": "ja",
                     *                 "release_id": 1,
                     *                 "source": "20261101_release.txt",
                     *                 "text": "情報を伝える細胞。"
                     *               }
                     *             ],
                     *             "field": null,
                     *             "id": 2,
                     *             "notes": [],
                     *             "project": "default",
                     *             "revision": 5,
                     *             "scope_release_id": null,
                     *             "sources": [],
                     *             "terms": [
                     *               {
                     *                 "confidence": 0.99,
                     *                 "evidence": [
                     *                   {
                     *                     "confidence": 0.97,
                     *                     "id": 4,
                     *                     "kind": "document",
                     *                     "licence": null,
                     *                     "method": "entry",
                     *                     "release_id": 1,
                     *                     "snippet": "神経細胞（neuron）",
                     *                     "source": "20261101_release.txt",
                     *                     "span": [
                     *                       199,
                     *                       223
                     *                     ]
                     *                   },
                     *                   {
                     *                     "confidence": 0.97,
                     *                     "id": 5,
                     *                     "kind": "document",
                     *                     "licence": null,
                     *                     "method": "head_gloss",
                     *                     "release_id": 1,
                     *                     "snippet": "神経細胞（neuron）",
                     *                     "source": "20261101_release.txt",
                     *                     "span": [
                     *                       199,
                     *                       223
                     *                     ]
                     *                   }
                     *                 ],
                     *                 "id": 3,
                     *                 "kind": "full_form",
                     *                 "lang": "ja",
                     *                 "part_of_speech": null,
                     *                 "reading": "シンケイサイボウ",
                     *                 "review": "suggested",
                     *                 "standing": "suggested_strong",
                     *                 "text": "神経細胞",
                     *                 "usage": "preferred"
                     *               },
                     *               {
                     *                 "confidence": 0.97,
                     *                 "evidence": [
                     *                   {
                     *                     "confidence": 0.97,
                     *                     "id": 6,
                     *                     "kind": "document",
                     *                     "licence": null,
                     *                     "method": "head_gloss",
                     *                     "release_id": 1,
                     *                     "snippet": "神経細胞（neuron）",
                     *                     "source": "20261101_release.txt",
                     *                     "span": [
                     *                       199,
                     *                       223
                     *                     ]
                     *                   }
                     *                 ],
                     *                 "id": 4,
                     *                 "kind": "full_form",
                     *                 "lang": "en",
                     *                 "part_of_speech": null,
                     *                 "reading": null,
                     *                 "review": "suggested",
                     *                 "standing": "suggested",
                     *                 "text": "neuron",
                     *                 "usage": "preferred"
                     *               }
                     *             ]
                     *           },
                     *           "kind": "exact",
                     *           "score": 100,
                     *           "term_id": 3
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MatchList"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_term: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "en": "hippocampus",
                 *       "ja": "海馬",
                 *       "segment": {
                 *         "en": "We studied neurons of the hippocampus.",
                 *         "en_span_chars": [
                 *           26,
                 *           37
                 *         ],
                 *         "ja": "海馬の神経細胞を調べた。",
                 *         "ja_span_chars": [
                 *           0,
                 *           2
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["TermRequest"];
            };
        };
        responses: {
            /** @description The pair already exists. */
            200: {
                headers: {
                    /** @description Path of the concept. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "concept": {
                     *         "conflicts": [],
                     *         "definitions": [],
                     *         "field": null,
                     *         "id": 3,
                     *         "notes": [],
                     *         "project": "default",
                     *         "revision": 12,
                     *         "scope_release_id": null,
                     *         "sources": [],
                     *         "terms": [
                     *           {
                     *             "confidence": 0.9,
                     *             "evidence": [
                     *               {
                     *                 "confidence": 0.9,
                     *                 "id": 7,
                     *                 "kind": "person",
                     *                 "licence": null,
                     *                 "method": "selection",
                     *                 "release_id": null,
                     *                 "snippet": "海馬の神経細胞を調べた。",
                     *                 "source": "api",
                     *                 "span": [
                     *                   0,
                     *                   6
                     *                 ]
                     *               }
                     *             ],
                     *             "id": 5,
                     *             "kind": "full_form",
                     *             "lang": "ja",
                     *             "part_of_speech": null,
                     *             "reading": "カイバ",
                     *             "review": "approved",
                     *             "standing": "approved",
                     *             "text": "海馬",
                     *             "usage": "preferred"
                     *           },
                     *           {
                     *             "confidence": 0.99,
                     *             "evidence": [
                     *               {
                     *                 "confidence": 0.99,
                     *                 "id": 9,
                     *                 "kind": "person",
                     *                 "licence": null,
                     *                 "method": "decision",
                     *                 "release_id": null,
                     *                 "snippet": null,
                     *                 "source": "api",
                     *                 "span": null
                     *               },
                     *               {
                     *                 "confidence": 0.9,
                     *                 "id": 8,
                     *                 "kind": "person",
                     *                 "licence": null,
                     *                 "method": "selection",
                     *                 "release_id": null,
                     *                 "snippet": "We studied neurons of the hippocampus.",
                     *                 "source": "api",
                     *                 "span": [
                     *                   26,
                     *                   37
                     *                 ]
                     *               }
                     *             ],
                     *             "id": 6,
                     *             "kind": "full_form",
                     *             "lang": "en",
                     *             "part_of_speech": null,
                     *             "reading": null,
                     *             "review": "approved",
                     *             "standing": "approved",
                     *             "text": "hippocampus",
                     *             "usage": "preferred"
                     *           }
                     *         ]
                     *       },
                     *       "en_term_id": 6,
                     *       "ja_term_id": 5,
                     *       "outcome": "unchanged"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposedTerm"];
                };
            };
            /** @description The pair is new. */
            201: {
                headers: {
                    /** @description Path of the concept. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "concept": {
                     *         "conflicts": [],
                     *         "definitions": [],
                     *         "field": null,
                     *         "id": 3,
                     *         "notes": [],
                     *         "project": "default",
                     *         "revision": 12,
                     *         "scope_release_id": null,
                     *         "sources": [],
                     *         "terms": [
                     *           {
                     *             "confidence": 0.9,
                     *             "evidence": [
                     *               {
                     *                 "confidence": 0.9,
                     *                 "id": 7,
                     *                 "kind": "person",
                     *                 "licence": null,
                     *                 "method": "selection",
                     *                 "release_id": null,
                     *                 "snippet": "海馬の神経細胞を調べた。",
                     *                 "source": "api",
                     *                 "span": [
                     *                   0,
                     *                   6
                     *                 ]
                     *               }
                     *             ],
                     *             "id": 5,
                     *             "kind": "full_form",
                     *             "lang": "ja",
                     *             "part_of_speech": null,
                     *             "reading": "カイバ",
                     *             "review": "approved",
                     *             "standing": "approved",
                     *             "text": "海馬",
                     *             "usage": "preferred"
                     *           },
                     *           {
                     *             "confidence": 0.99,
                     *             "evidence": [
                     *               {
                     *                 "confidence": 0.99,
                     *                 "id": 9,
                     *                 "kind": "person",
                     *                 "licence": null,
                     *                 "method": "decision",
                     *                 "release_id": null,
                     *                 "snippet": null,
                     *                 "source": "api",
                     *                 "span": null
                     *               },
                     *               {
                     *                 "confidence": 0.9,
                     *                 "id": 8,
                     *                 "kind": "person",
                     *                 "licence": null,
                     *                 "method": "selection",
                     *                 "release_id": null,
                     *                 "snippet": "We studied neurons of the hippocampus.",
                     *                 "source": "api",
                     *                 "span": [
                     *                   26,
                     *                   37
                     *                 ]
                     *               }
                     *             ],
                     *             "id": 6,
                     *             "kind": "full_form",
                     *             "lang": "en",
                     *             "part_of_speech": null,
                     *             "reading": null,
                     *             "review": "approved",
                     *             "standing": "approved",
                     *             "text": "hippocampus",
                     *             "usage": "preferred"
                     *           }
                     *         ]
                     *       },
                     *       "en_term_id": 6,
                     *       "ja_term_id": 5,
                     *       "outcome": "created"
                     *     }
                     */
                    "application/json": components["schemas"]["ProposedTerm"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project or concept. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A person has rejected this translation. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is not JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No space left for the term base. */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_worklist: {
        parameters: {
            query?: {
                /** @description The most terms to return. */
                limit?: number;
                /** @description The project; the server's default project if missing. */
                project?: string;
                /** @description The release of the list `release`. */
                release?: number;
                /** @description The revision after which English changed, for the list `changed`. */
                since?: number;
                /** @description How many terms to skip. */
                skip?: number;
            };
            header?: never;
            path: {
                /** @description The list. */
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "next_skip": null
                     *     }
                     */
                    "application/json": components["schemas"]["WorkPage"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token is missing or not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The token does not allow this, or the origin or host name of the request is not allowed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project or release. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says how long to wait. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Internal error of the server. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The term base cannot answer at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

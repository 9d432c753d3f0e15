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
        /**
         * Deletes a concept with its terms, definitions and notes; only if nothing but people supports it.
         * @description Needs the role `review`.
         */
        delete: operations["delete_concept"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/concepts/{id}/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a definition to a concept. It comes before those that releases print.
         * @description Needs the role `review`.
         */
        post: operations["add_definition"];
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
    "/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts heads of glossaries and Japanese terms, and those with English.
         * @description `taiyaku coverage` lists the heads themselves.
         *
         *     Needs the role `read`.
         */
        get: operations["read_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/definitions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Deletes a definition that a person wrote.
         * @description Needs the role `review`.
         */
        delete: operations["delete_definition"];
        options?: never;
        head?: never;
        /**
         * Changes a definition that a person wrote; the caller becomes its author.
         * @description Needs the role `review`.
         */
        patch: operations["change_definition"];
        trace?: never;
    };
    "/v1/exports/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives the terms or the memory of projects as a file.
         * @description The extension says the format; `format` chooses among several with the same one.
         *
         *     Needs the role `read`.
         */
        get: operations["export_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{file}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows the first rows of a file as they will be.
         * @description Takes the query of the file itself, and `rows`. Of a table, `columns` and `rows` have the cells; of other text, `text` has the
         *     beginning; a workbook is shown as the table it holds. Word documents are not shown.
         *
         *     Needs the role `read`.
         */
        get: operations["preview_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/{file}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Says what the file would hold, what is left out, and what its format cannot carry.
         * @description Needs the role `read`.
         */
        get: operations["summarize_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the imports, newest first.
         * @description Needs the role `read`.
         */
        get: operations["list_imports"];
        put?: never;
        /**
         * Imports a file of terms or translations in the background, or tells what would become of each of its rows.
         * @description The body is the file itself, at most 64 MiB, in any format that `taiyaku import` reads. With `plan=true` nothing is changed and
         *     the answer has the outcome of rows and all counts. Otherwise the answer comes at once, and `GET /v1/imports/{id}` tells how far
         *     it has come. What a caller with the role `suggest` sends waits for review. Each project takes one import at a time.
         *
         *     A review sheet, CSV or workbook, is carried out as `POST /v1/review/sheet` does, at once: that needs the role `review`.
         *
         *     Needs the role `suggest`.
         */
        post: operations["create_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads an import: how far it has come, and its problems.
         * @description Progress and problems are known of imports that this server carried out; they are forgotten when it stops.
         *
         *     Needs the role `read`.
         */
        get: operations["read_import"];
        put?: never;
        post?: never;
        /**
         * Undoes an import as one act, or cancels it while it is running.
         * @description What only it brought goes, and what it changed is put back unless it was changed since. What a person decided on stays, and
         *     what something else brought too; the answer says how many of each. Below the role `admin`, callers may undo their own imports.
         *
         *     Needs the role `suggest`.
         */
        delete: operations["undo_import"];
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
        /**
         * Creates a project.
         * @description Needs the role `admin` in all projects.
         */
        post: operations["create_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads a project and how much it holds.
         * @description Needs the role `read`.
         */
        get: operations["read_project"];
        put?: never;
        post?: never;
        /**
         * Deletes a project with everything in it: releases, terms, segments, decisions and imports.
         * @description This cannot be undone. The project `default` is always there; deleting it leaves it empty.
         *
         *     Needs the role `admin`.
         */
        delete: operations["delete_project"];
        options?: never;
        head?: never;
        /**
         * Gives a project another name.
         * @description Tokens for the project remain valid for it.
         *
         *     Needs the role `admin`.
         */
        patch: operations["rename_project"];
        trace?: never;
    };
    "/v1/projects/{name}/starter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the fields of the starter term base, and whether the project has them.
         * @description Needs the role `read`.
         */
        get: operations["list_starter"];
        put?: never;
        /**
         * Adds fields of the starter term base to a project.
         * @description Needs the role `admin`.
         */
        post: operations["add_starter"];
        /**
         * Removes fields of the starter term base from a project.
         * @description Terms that something else supports, and those a person decided on, stay.
         *
         *     Needs the role `admin`.
         */
        delete: operations["remove_starter"];
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
    "/v1/releases/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Finds what a release says beside its glossary that is likely to be a term.
         * @description Compounds are weighed by how often they stand for themselves (C-value) and how they are used: in the title, glossed, in quotation
         *     marks, introduced by name. Nothing is stored; add a term with `POST /v1/terms`.
         *
         *     Needs the role `read`.
         */
        get: operations["list_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the corrections of a release, in the order in which they are applied.
         * @description Needs the role `read`.
         */
        get: operations["list_corrections"];
        put?: never;
        /**
         * Corrects how a release was read.
         * @description The release is read with it at once, and whenever it is read again. If the text is read differently one day, the passage is found
         *     again by its words and those around it; if that is not certain, the correction is kept and becomes a doubt of the release.
         *
         *     Needs the role `review`.
         */
        post: operations["create_correction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{id}/corrections/{correction_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Deletes a correction; the release is read without it at once.
         * @description Needs the role `review`.
         */
        delete: operations["delete_correction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{id}/pair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pairs a release with its version in the other language.
         * @description Their sentences are aligned and go into the memory, and the entries of their glossaries that belong together give each other
         *     their terms. If they are not translations of each other, the answer says so and where they part, and nothing is stored. Pairs of
         *     an earlier pairing are replaced, unless a person reviewed them.
         *
         *     Needs the role `review`.
         */
        post: operations["pair_releases"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/releases/{id}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Gives the segments of a release: sentences aligned with its version in the other language, and those it prints in both itself.
         * @description Needs the role `read`.
         */
        get: operations["list_release_segments"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/v1/review/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts or rejects all open terms of a filter, as one act.
         * @description With `plan`, nothing is decided: the answer says how many terms it would be and shows the first. Without it, `expected` must be that
         *     number. Each term gets a decision of its own, so each can be undone on its own, too; a term that somebody else decides on meanwhile
         *     is refused. Other requests can write in between.
         *
         *     Needs the role `review`.
         */
        post: operations["decide_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/review/bulk/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undoes the decisions of an act that were not undone yet.
         * @description A decision that a newer one stands in the way of is refused, and the others are undone. Sent again, it undoes what is left.
         *
         *     Needs the role `review`.
         */
        post: operations["undo_bulk"];
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
         * Gives all terms that wait for review as a table for a spreadsheet, CSV or an Excel workbook; `limit` is ignored.
         * @description Fill in `decision` (`accept`, `edit`, `reject`, `retire`), `new_english`, `usage`, `replacement` and `note`; leave the
         *     other columns unchanged.
         *
         *     Needs the role `read`.
         */
        get: operations["read_review_sheet"];
        put?: never;
        /**
         * Carries out the decisions of a sheet, each row all or nothing.
         * @description The body is the file as a spreadsheet saved it: an Excel workbook, an `OpenDocument` spreadsheet, or a table separated by commas, semicolons or tabs, in UTF-8, UTF-16 or `Shift_JIS`. A
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
        /**
         * Corrects the translation of a segment, which counts as approved.
         * @description The change log keeps the former translation.
         *
         *     Needs the role `review`.
         */
        patch: operations["correct_segment"];
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells who is logged in. */
        get: operations["read_session"];
        put?: never;
        /**
         * Logs in with a token: opens a session and sets its cookie.
         * @description An open session of the browser ends. The session ends when its token is revoked or expires, after 30 days without use, and after
         *     90 days.
         */
        post: operations["create_session"];
        /** Logs out: ends the session of the browser and clears its cookie. */
        delete: operations["delete_session"];
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
         * Lists what was imported: dictionaries and term bases, and files of translations.
         * @description Needs the role `read`.
         */
        get: operations["list_sources"];
        put?: never;
        post?: never;
        /**
         * Removes an imported dictionary, term base or file of translations, with the terms and segments that only it brought.
         * @description What a person decided on and what something else brought too stays; the answer says how many of each.
         *
         *     Needs the role `admin`.
         */
        delete: operations["remove_source"];
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
         * @description Every concept a term may mean is given, the best supported first, with its conflicts; each once, in `concepts`, to which
         *     terms refer. For a term inside a longer one both are given, the inner one with `nested`. What would make the answer too
         *     large is counted instead.
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
    "/v1/terms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads the concept of a term.
         * @description Needs the role `read`.
         */
        get: operations["read_term"];
        put?: never;
        post?: never;
        /**
         * Deletes a term that only people support, or rejects one that a release, an import or the starter base supports.
         * @description The decision says which. If the rest of the concept is in one language, only people support it and nobody wrote a definition or
         *     note, the concept goes too.
         *
         *     Needs the role `review`.
         */
        delete: operations["delete_term"];
        options?: never;
        head?: never;
        /**
         * Corrects the text of a term, sets its usage, or both, and approves it.
         * @description The same as the decisions `edit` and `usage`; both are carried out or none.
         *
         *     Needs the role `review`.
         */
        patch: operations["change_term"];
        trace?: never;
    };
    "/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the tokens, including revoked and expired ones, without their secrets.
         * @description An administrator of some projects gets the tokens that are for none but those.
         *
         *     Needs the role `admin`.
         */
        get: operations["list_tokens"];
        put?: never;
        /**
         * Creates a token. The answer shows it, this once.
         * @description An administrator of some projects can create tokens for those only.
         *
         *     Needs the role `admin`.
         */
        post: operations["create_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes a token, at once and for good, with all sessions that were opened with it.
         * @description Needs the role `admin`.
         */
        delete: operations["revoke_token"];
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
            /**
             * @description Whether the matches are certainly the best; `false` if time ran out, the index is being built, or more segments seem
             *     equally good than are compared.
             */
            complete: boolean;
            /** @description The concepts of the terms, each once, in the order in which they occur. */
            concepts: components["schemas"]["SuggestedConcept"][];
            /** @description Findings in the draft of its translation, the most severe first; empty without a draft. */
            findings: components["schemas"]["Finding"][];
            /** @description The `id` of the request. */
            id?: string | null;
            /** @description Number of findings left out because somebody ignored them. */
            ignored: number;
            /** @description Remembered translations of it and of segments like it, best first. */
            matches: components["schemas"]["MemoryMatch"][];
            /** @description Number of concepts that terms refer to, but that would have made the answer too large. */
            more_concepts: number;
            /** @description Number of matches within `limit` that would have made the answer too large. The best one is always given. */
            more_matches: number;
            /** @description Number of terms beyond `limit`. */
            more_terms: number;
            /**
             * Format: int64
             * @description Revision of the base the answer was made from.
             */
            revision: number;
            /** @description Known terms in it, in order of the text. */
            terms: components["schemas"]["TermOccurrence"][];
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
            /** @description The inline codes of the source text that do not stand in it as text, such as `<g id="1">`. */
            codes?: string[];
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
        /** @description A backup that was written. */
        Backup: {
            /**
             * Format: int64
             * @description Size of the backup in bytes.
             */
            bytes: number;
            /** @description Path of the term base. */
            database: string;
            /** @description Path of the backup. */
            file: string;
            /**
             * Format: int64
             * @description Revision of the last change in the backup.
             */
            revision: number;
            /**
             * Format: int64
             * @description Number of the last migration.
             */
            schema: number;
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
            /** @description Number of occurrences in the text. */
            count: number;
            /** @description Translations not to use. */
            forbidden: string[];
            /** @description Other admitted translations. */
            others: string[];
            /** @description The beginning of its definition. */
            sense?: string | null;
            /** @description The term as first written in the text. */
            source: string;
            /** @description Imported sources of its data, with their licences. */
            sources: string[];
            /** @description Its translation; `null` where none is proven. */
            target?: string | null;
        };
        /**
         * @description Width of round brackets in Japanese text.
         * @enum {string}
         */
        BracketsWord: "half" | "full" | "any";
        /** @description An act that was carried out. */
        BulkAct: {
            /**
             * Format: int64
             * @description Number of the act, to undo it.
             */
            act: number;
            /** @description Number of decisions made. */
            done: number;
            /** @description The terms that were not decided on. */
            refused: components["schemas"]["BulkRefusal"][];
        };
        /**
         * @description What is decided about each of many terms.
         * @enum {string}
         */
        BulkKindWord: "accept" | "reject";
        /** @description What an act would decide on. */
        BulkPlan: {
            /** @description Number of terms. Send it as `expected`. */
            count: number;
            /** @description The first 20 of them, in the order of the queue. */
            items: components["schemas"]["ReviewItem"][];
        };
        /** @description A decision that was not made or not undone. */
        BulkRefusal: {
            /** @description Code of the reason. */
            code: string;
            /**
             * Format: int64
             * @description The decision that was not undone.
             */
            decision_id?: number | null;
            /** @description The reason. */
            detail: string;
            /**
             * Format: int64
             * @description The term that was not decided on.
             */
            term_id?: number | null;
        };
        /**
         * @description What to decide, and on which open terms.
         * @example {
         *       "filter": {
         *         "field": "physics",
         *         "project": "default"
         *       },
         *       "kind": "accept",
         *       "plan": true
         *     }
         */
        BulkRequest: {
            /**
             * Format: int32
             * @description The `count` of the plan; required without `plan`.
             */
            expected?: number | null;
            /** @description Which terms. */
            filter?: {
                /** @description Only terms of this subject field. */
                field?: string | null;
                /** @description Only terms of this language (BCP 47); English if missing. */
                lang?: string | null;
                /** @description Projects, separated by commas; all if missing. */
                project?: string | null;
                /**
                 * Format: int64
                 * @description Only terms with evidence in this release.
                 */
                release?: number | null;
                status?: components["schemas"]["OpenStandingWord"] | null;
            };
            /** @description What to decide about each. */
            kind: components["schemas"]["BulkKindWord"];
            /** @description Only say which terms it would be. */
            plan?: boolean;
        };
        /** @description An act that was undone. */
        BulkUndo: {
            /**
             * Format: int64
             * @description Number of the act.
             */
            act: number;
            /** @description The decisions that could not be undone. */
            refused: components["schemas"]["BulkRefusal"][];
            /** @description Number of decisions undone. */
            undone: number;
        };
        /**
         * @description What a caller is known by: that the request comes from this machine, a token, or the cookie of a browser session.
         * @enum {string}
         */
        CallerSourceWord: "loopback" | "token" | "cookie";
        /** @description A word or compound of a release that is likely to be a term, beside its glossary. */
        Candidate: {
            /** @description Up to three passages in which it occurs. */
            contexts: components["schemas"]["CandidateContext"][];
            english?: components["schemas"]["CandidateEnglish"] | null;
            /** @description How often it occurs. */
            occurrences: number;
            /**
             * Format: double
             * @description How likely it is a term of this release beside the others, from 0 to 1; the best has 1.
             */
            score: number;
            /** @description What speaks for it: `c_value` (how often it stands for itself), `title`, `caption`, `glossed`, `quoted`, `named`. */
            signs: string[];
            /**
             * @description The term as written.
             * @example 単一細胞解析
             */
            text: string;
        };
        /** @description A passage in which a candidate occurs. */
        CandidateContext: {
            /** @description First byte and the one after the last, in the UTF-8 text of the release. */
            span: number[];
            /** @description Its text, lines re-joined. */
            text: string;
        };
        /** @description The English of a candidate. */
        CandidateEnglish: {
            /**
             * Format: int64
             * @description The concept of the term base that has it; `null` if only this release says it.
             */
            concept_id?: number | null;
            /**
             * Format: double
             * @description Probability that it is right, 0 to 1.
             */
            confidence: number;
            /** @description The English term. */
            text: string;
        };
        /** @description Candidates, the best first. */
        CandidateList: {
            /** @description The candidates. */
            candidates: components["schemas"]["Candidate"][];
        };
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
            /** @description Details for readers; the members depend on the action. */
            detail: Record<string, never>;
            /** @description The kind of thing. */
            entity: components["schemas"]["EntityWord"];
            /**
             * Format: int64
             * @description Its number.
             */
            entity_id: number;
            /** @description Its project; `null` for things outside projects, such as tokens. */
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
             * @description `since` of the next request: the last revision on this page, or the revision of the base on the last page.
             */
            next_since: number;
            /**
             * Format: int64
             * @description Revision of the last change.
             */
            revision: number;
        };
        /** @description Results of checking a draft. */
        CheckReport: {
            /** @description Number of findings of each rule; rules without any are left out. */
            counts: components["schemas"]["RuleCount"][];
            /** @description The findings in the order of the segments, the most severe first. */
            findings: components["schemas"]["Finding"][];
            /** @description Number of findings left out because somebody ignored them. */
            ignored: number;
            /**
             * Format: int64
             * @description Revision of the base the answer was made from.
             */
            revision: number;
            /** @description Number of segments checked. */
            segments: number;
            /** @description Number of segments without a translation; they are not checked. */
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
            /**
             * @description In which sense the text is used, such as `msgctxt` of PO. Texts in different contexts are not compared with each
             *     other.
             */
            context?: string | null;
            /** @description Its key in its file. */
            key?: string | null;
            /**
             * Format: int32
             * @description Which plural form of a message the translation is, from 0; missing for a message without plural.
             */
            plural_form?: number | null;
            /**
             * @description Whether it is the form for one thing, beside another form for several.
             * @default false
             */
            singular?: boolean;
            /** @description The source text. */
            source: string;
            /** @description The inline codes of the source text that do not stand in it as text, such as `<g id="1">`. */
            source_codes?: string[];
            /** @description Its translation; blank if there is none yet. */
            target: string;
            /** @description The inline codes of the translation. */
            target_codes?: string[];
        };
        /** @description What to check. What is left out keeps its default. */
        CheckSettings: {
            /** @description What to do with the findings of each rule. */
            rules?: components["schemas"]["RuleSettings"];
            /** @description Typographic style of translations. */
            style?: components["schemas"]["StyleSettings"];
        };
        /** @description An error on the command line, as `--json` prints it to standard error. */
        CommandError: {
            /** @description The error. */
            error: components["schemas"]["Failure"];
        };
        /** @description A term that is part of a query. */
        Component: {
            /** @description The concept, and how its term matches that part. */
            match: components["schemas"]["Match"];
            /** @description The part of the query. */
            text: string;
        };
        /** @description A meaning, with its definitions and its terms in each language. */
        Concept: {
            /** @description Disagreements with other concepts of the same name. */
            conflicts: components["schemas"]["Conflict"][];
            /** @description Definitions: first those that people wrote, then those of releases and imports, as printed. */
            definitions: components["schemas"]["Definition"][];
            /** @description Subject field, where known. */
            field?: string | null;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description Notes by reviewers, oldest first. */
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
             * @description The only release that uses the term in this sense, where the sense is limited to one; `null` otherwise.
             */
            scope_release_id?: number | null;
            /** @description Imported sources whose data is part of this concept, with their licences. */
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
             * @description `after` of the next request; `null` on the last page.
             */
            next_after?: number | null;
        };
        /** @description One page of segments that contain a text. */
        Concordance: {
            /** @description Upper bound of the number of segments that contain it, on all pages. */
            candidates: number;
            /** @description Whether everything up to `next_before` was searched; `false` if time ran out or an index is being built. */
            complete: boolean;
            /**
             * Format: int64
             * @description `before` of the next request; `null` on the last page.
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
        /** @description The settings of the program. */
        Configuration: {
            /** @description Path of the configuration file; `null` if there is none. */
            file?: string | null;
            /** @description All settings. */
            settings: components["schemas"]["Setting"][];
        };
        /** @description Result of adding a translation. */
        ConfirmedSegment: {
            /** @description `created`; `updated` if it existed and is now approved or has another target; `unchanged` if it existed just so. */
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
            /** @description An explanation that quotes both sides. */
            reason: string;
        };
        /**
         * @description What two concepts of the same name disagree about.
         * @enum {string}
         */
        ConflictWord: "definition" | "english";
        /** @description A correction, and the release as it is read with it. */
        CorrectedRelease: {
            /** @description The correction. */
            correction: components["schemas"]["Correction"];
            /** @description The release, with everything extracted from it. */
            release: components["schemas"]["Release"];
        };
        /** @description What a person said about how a release was read. */
        Correction: {
            /** @description Who made it. */
            actor: string;
            /** @description Whether the last reading of the release could apply it. */
            applied: boolean;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            entry?: components["schemas"]["Excerpt"] | null;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description What the person said about the passage. */
            kind: components["schemas"]["CorrectionWord"];
            obstacle?: components["schemas"]["CorrectionObstacleWord"] | null;
            passage?: components["schemas"]["Excerpt"] | null;
        };
        /** @description The corrections of a release. */
        CorrectionList: {
            /** @description In the order in which they were made and are applied. */
            corrections: components["schemas"]["Correction"][];
        };
        /**
         * @description Why a correction could not be applied: the quoted text is not in the release for certain, no entry was read there, or the
         *     passage cannot be what was said of it.
         * @enum {string}
         */
        CorrectionObstacleWord: "text_not_found" | "entry_not_found" | "no_term" | "no_text" | "too_long" | "not_english" | "not_japanese";
        /**
         * @description What a person says about a passage of a release: it is an entry, or the head, the definition or the English of one. Or an entry
         *     is none.
         * @enum {string}
         */
        CorrectionWord: "entry" | "head" | "definition" | "english" | "not_an_entry";
        /** @description How much there is, in one project or in all. */
        Counts: {
            /**
             * Format: int64
             * @description Terms a person approved.
             */
            approved_terms: number;
            /**
             * Format: int64
             * @description Concepts with a Japanese and an English term.
             */
            bilingual_concepts: number;
            /**
             * Format: int64
             * @description Concepts.
             */
            concepts: number;
            /**
             * Format: int64
             * @description Unresolved conflicts.
             */
            conflicts: number;
            /**
             * Format: int64
             * @description Glossary entries.
             */
            entries: number;
            /**
             * Format: int64
             * @description Pieces of evidence.
             */
            evidence: number;
            /**
             * Format: int64
             * @description Links.
             */
            links: number;
            /**
             * Format: int64
             * @description Note marks in running text.
             */
            references: number;
            /**
             * Format: int64
             * @description Releases.
             */
            releases: number;
            /**
             * Format: int64
             * @description Segments of the memory.
             */
            segments: number;
            /**
             * Format: int64
             * @description Terms.
             */
            terms: number;
        };
        /** @description How many terms have English. */
        Coverage: {
            /** @description Japanese terms by subject field. */
            fields: components["schemas"]["FieldCounts"][];
            /** @description Heads of glossary entries. */
            heads: components["schemas"]["HeadCounts"];
            /** @description Heads by release, for releases that have any. */
            releases: components["schemas"]["ReleaseCounts"][];
        };
        /**
         * @description Who gives a glossary head its English: its own release, another release, a person, an import, the starter base, or nobody.
         * @enum {string}
         */
        CoverageWord: "document" | "other_release" | "person" | "import" | "starter" | "none";
        /** @description State of the database. */
        DatabaseHealth: {
            /**
             * Format: int64
             * @description Size in bytes.
             */
            bytes: number;
            /** @description Whether the database enforces foreign keys. */
            foreign_keys: boolean;
            /**
             * Format: int64
             * @description Unused bytes within the file.
             */
            free_bytes: number;
            /** @description Journal mode: `wal` for a file, `memory` for a database in memory. */
            journal: string;
            /**
             * Format: int64
             * @description Revision of the last change.
             */
            revision: number;
            /**
             * Format: int64
             * @description Number of the last migration.
             */
            schema: number;
        };
        /** @description A decision. */
        Decision: {
            /**
             * Format: int64
             * @description The act of several decisions that it is part of; `null` for one on its own.
             */
            act_id?: number | null;
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
            /** @description What it did, in words. */
            summary: string;
            /**
             * Format: int64
             * @description The term it was about.
             */
            term_id?: number | null;
            /**
             * Format: date-time
             * @description When it was undone.
             */
            undone_at?: string | null;
            /** @description Who undid it. */
            undone_by?: string | null;
        };
        /**
         * @description What happened to a decision: `done`, `unchanged` (it was already so) or `refused`.
         * @enum {string}
         */
        DecisionOutcomeWord: "done" | "unchanged" | "refused";
        /** @description One page of decisions. */
        DecisionPage: {
            /** @description The decisions, newest first. */
            decisions: components["schemas"]["Decision"][];
            /**
             * Format: int64
             * @description `before` of the next request; `null` on the last page.
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
            /**
             * Format: int64
             * @description With `define`: the definition to change or delete.
             */
            definition_id?: number | null;
            /** @description With `note`: the subject field it applies to. */
            field?: string | null;
            /**
             * @description About a term: `accept`, `edit` (with `text`), `reject`, `retire`, `usage` (with `usage`). About a concept: `merge`
             *     (`other_id` into `concept_id`), `split` (`term_ids` into a new concept), `note` (with `text`), `scope` (`release_id`, or
             *     none for the whole project), `define` (a new definition `text`; with `definition_id` the new text of that one, or
             *     without `text` its deletion). About either: `delete`, if only people support it.
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
            /** @description With `edit`: the corrected text, at most 400 characters. With `note` and `define`: the note or the definition. */
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
        /** @description Result of a decision. */
        DecisionResult: {
            /** @description Code of the reason why it was refused. */
            code?: string | null;
            concept?: components["schemas"]["Concept"] | null;
            decision?: components["schemas"]["Decision"] | null;
            /** @description Why it was refused. */
            detail?: string | null;
            /**
             * Format: int64
             * @description Number of the concept that a split created.
             */
            made_concept_id?: number | null;
            /** @description What happened to it. */
            outcome: components["schemas"]["DecisionOutcomeWord"];
        };
        /** @description Results of the decisions of a request. */
        DecisionResults: {
            /** @description In the order of the request. */
            results: components["schemas"]["DecisionResult"][];
        };
        /**
         * @description Kind of a decision.
         * @enum {string}
         */
        DecisionWord: "accept" | "edit" | "reject" | "merge" | "split" | "retire" | "usage" | "note" | "scope" | "define" | "delete";
        /** @description One definition, as a release prints it, an import brings it or a person writes it. */
        Definition: {
            /** @description The person who wrote it; `null` for one of a release or an import, which cannot be changed. */
            author?: string | null;
            /**
             * Format: int64
             * @description Its number.
             */
            id?: number | null;
            /**
             * @description Language tag (BCP 47).
             * @example ja
             */
            lang: string;
            /**
             * Format: int64
             * @description Number of the release it is from.
             */
            release_id?: number | null;
            /** @description Name of the release, the import or the person. */
            source: string;
            /** @description The text as printed, with line breaks removed. */
            text: string;
        };
        /**
         * @description A definition that a person writes.
         * @example {
         *       "text": "記憶をつかさどる脳の部位。"
         *     }
         */
        DefinitionRequest: {
            /** @description The definition. */
            text: string;
        };
        /** @description The dictionary of the tokeniser. */
        Dictionary: {
            /** @description The folder it is in. */
            folder: string;
            /** @description The words of a sample sentence, as the dictionary splits it. */
            sample: string[];
            /** @description Tokeniser and dictionary with their versions. */
            version: string;
        };
        /** @description An entry of an imported dictionary that is used as evidence only. */
        DictionaryEntry: {
            /** @description Its English, in the order of the dictionary. */
            en: string[];
            /** @description Whether the query is one of its spellings. */
            exact: boolean;
            /** @description Its main spelling. */
            ja: string;
            /** @description How it was found. */
            kind: components["schemas"]["DictionaryMatchWord"];
            part_of_speech?: components["schemas"]["PartOfSpeechWord"] | null;
            /** @description Its reading, where known. */
            reading?: string | null;
            /** @description The dictionary, with its licence. */
            source: components["schemas"]["SourceNote"];
        };
        /**
         * @description How an entry of a dictionary was found, best first: by one of its spellings, a variant of one, its reading, or its English.
         * @enum {string}
         */
        DictionaryMatchWord: "spelling" | "variant" | "reading" | "gloss";
        /** @description A Levenshtein distance. */
        Distance: {
            /**
             * Format: int32
             * @description Insertions, deletions and substitutions.
             */
            edits: number;
            /**
             * Format: int32
             * @description Length of the longer text.
             */
            longest: number;
            /**
             * Format: double
             * @description `1 - edits / longest`.
             */
            similarity: number;
        };
        /**
         * @description What happened to a document: `created`, `updated` (read again with newer rules), `unchanged`, or `failed` (it could not be
         *     read).
         * @enum {string}
         */
        DocumentOutcomeWord: "created" | "updated" | "unchanged" | "failed";
        /** @description Something a careful reader should look at again. */
        Doubt: {
            /** @description Stable code of the kind of doubt. */
            code: string;
            /** @description What to look at, and why. */
            message: string;
            /** @description Position, in bytes `[start, end)`. */
            span: number[];
            /** @description Position, in characters. */
            span_chars: number[];
        };
        /** @description One step from the remembered source text to the segment of the request. */
        Edit: {
            /** @description For a replacement: the same step by characters, where much stays the same. */
            characters: components["schemas"]["Edit"][];
            /** @description Kind of step. */
            kind: components["schemas"]["EditWord"];
            /** @description Position in the segment, in bytes. */
            segment_span: number[];
            /** @description Position in the segment, in characters. */
            segment_span_chars: number[];
            /** @description Position in `source`, in bytes `[start, end)`. */
            source_span: number[];
            /** @description Position in `source`, in characters. */
            source_span_chars: number[];
        };
        /**
         * @description One step of a difference between two texts.
         * @enum {string}
         */
        EditWord: "equal" | "insert" | "delete" | "replace";
        /**
         * @description What the English of a head is: an English name, the head itself, nothing but an abbreviation, or none.
         * @enum {string}
         */
        EnglishFormWord: "name" | "same" | "abbreviation" | "none";
        /** @description Where the English of a release's terms was looked for. */
        EnglishPlaces: {
            /**
             * Format: int64
             * @description Number of other releases in the project.
             */
            other_releases: number;
            /**
             * Format: int64
             * @description Number of its sentence pairs.
             */
            segments: number;
            /**
             * Format: int64
             * @description Number of imported dictionaries and term bases in the project.
             */
            sources: number;
            /** @description Whether the release prints an English title. */
            title: boolean;
        };
        /**
         * @description The kind of thing that changed.
         * @enum {string}
         */
        EntityWord: "release" | "concept" | "term" | "segment" | "source" | "token" | "ignore" | "check_settings";
        /** @description One glossary entry exactly as printed. */
        Entry: {
            /** @description Other names the head gives. */
            aliases: components["schemas"]["Alias"][];
            /** @description The definition, with line breaks removed. */
            definition: string;
            /** @description The definition, in bytes. */
            definition_span: number[];
            /** @description The definition, in characters. */
            definition_span_chars: number[];
            /**
             * Format: int32
             * @description Index of the glossary it is in, from 0.
             */
            group: number;
            /** @description The head as printed. */
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
            /** @description Its index among the entries of the release, from 0. */
            position: number;
            /** @description The whole entry, in bytes `[start, end)`. */
            span: number[];
            /** @description The whole entry, in characters. */
            span_chars: number[];
            /** @description The head without gloss, reading or abbreviation. */
            term: string;
        };
        /** @description A reason why a term is in the base. */
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
            /** @description Kind of evidence. */
            kind: components["schemas"]["EvidenceWord"];
            /** @description Licence of the source, where it is imported and states one. */
            licence?: string | null;
            /** @description How it came about. */
            method: components["schemas"]["EvidenceMethodWord"];
            /**
             * Format: int64
             * @description Number of the release, where there is one.
             */
            release_id?: number | null;
            /** @description The passage itself. */
            snippet?: string | null;
            /** @description Name of the release or source. */
            source: string;
            /** @description Position in the text of the release, in bytes `[start, end)`. */
            span?: number[] | null;
            /** @description Web address the release was fetched from; `null` if it came in as a file, and for other evidence. */
            url?: string | null;
        };
        /**
         * @description How a piece of evidence came about: found in a document as a link (the words of `MethodWord`), as the head of a glossary
         *     entry (`entry`) or one of several things it lists (`component`), in the starter base, in an imported dictionary, in a
         *     glossary of another program, selected by a person in a text, or decided by a person.
         * @enum {string}
         */
        EvidenceMethodWord: "inline_gloss" | "inline_gloss_en" | "head_gloss" | "definition_gloss" | "caption_gloss" | "title_pair" | "keyword_pair" | "paired_entry" | "identity" | "title_term" | "aligned_term" | "sound" | "triangle" | "person" | "entry" | "component" | "starter" | "dictionary" | "glossary" | "selection" | "decision";
        /**
         * @description Kind of evidence: a passage of a release, a term of the starter base, an imported row, or a person.
         * @enum {string}
         */
        EvidenceWord: "document" | "curated" | "import" | "person";
        /** @description A passage as it was when it was selected. */
        Excerpt: {
            /** @description A few characters after it. */
            after: string;
            /** @description A few characters before it. */
            before: string;
            /** @description Its position then, in characters. */
            span_chars: number[];
            /** @description Its text. */
            text: string;
        };
        /**
         * @description Format of an exported file.
         * @enum {string}
         */
        ExportFormatWord: "csv" | "csv_excel" | "xlsx" | "tbx2" | "tbx3" | "tbx3_dct" | "omegat" | "utx" | "glossary_html" | "glossary_docx" | "terms_docx" | "skos" | "prh" | "memoq" | "multiterm" | "weblate" | "deepl" | "deepl_csv" | "google" | "google_set" | "jsonl" | "tmx" | "xliff12" | "xliff21" | "xliff21_glossary" | "po" | "bilingual_docx";
        /** @description The first rows of an exported file. */
        ExportPreview: {
            /** @description Names of the columns of a table; `null` for other files and for tables without a heading. */
            columns?: string[] | null;
            /** @description Whether the file has more. */
            more: boolean;
            /** @description Rows of a table, each a list of cells; `null` for other files. */
            rows?: string[][] | null;
            /** @description Text of a file that is no table; `null` for tables and for Word documents. */
            text?: string | null;
        };
        /** @description What an exported file holds and what it does not. */
        ExportSummary: {
            /**
             * Format: int64
             * @description Its size in bytes.
             */
            bytes: number;
            /** @description Number of concepts in it; `null` for a file of segments. */
            concepts?: number | null;
            /** @description Name or path of the file. */
            file: string;
            /** @description Its format. */
            format: components["schemas"]["ExportFormatWord"];
            /** @description Concepts that are left out as a whole, by reason. */
            left_out: components["schemas"]["Omission"][];
            /** @description What is known about the concepts in the file that the format cannot carry. */
            lost: components["schemas"]["Loss"][];
            /** @description Number of segments in it; `null` for a file of concepts. */
            segments?: number | null;
            /** @description Segments that are left out, by reason. */
            segments_left_out: components["schemas"]["SegmentOmission"][];
        };
        /** @description Another name the head of an entry gives. */
        ExtractedAlias: {
            /** @description What it is to the term. */
            kind: components["schemas"]["AliasWord"];
            /** @description Language tag (BCP 47). */
            lang: string;
            /** @description As printed. */
            text: string;
        };
        /** @description Everything found in one document. */
        ExtractedDocument: {
            /** @description What a careful reader should look at again. */
            doubts: components["schemas"]["ExtractedDoubt"][];
            /** @description Glossary entries in printed order. */
            entries: components["schemas"]["ExtractedEntry"][];
            /** @description Japanese–English pairs the release proves. */
            links: components["schemas"]["ExtractedLink"][];
            /** @description Facts about the release; `null` where its text does not say. */
            metadata: components["schemas"]["Metadata"];
            /** @description What proves each of these facts. */
            metadata_evidence: components["schemas"]["ExtractedFact"][];
            /** @description Note marks in the running text. */
            refs: components["schemas"]["ExtractedReference"][];
            /** @description Aligned titles and sentences. */
            segments: components["schemas"]["ExtractedSegment"][];
        };
        /** @description Something a careful reader should look at again. */
        ExtractedDoubt: {
            /** @description Stable code of the kind of doubt. */
            code: string;
            /** @description What to look at, and why. */
            message: string;
            /** @description Position in the decoded text, in bytes `[start, end)`. */
            span: number[];
        };
        /** @description A glossary entry. */
        ExtractedEntry: {
            /** @description Other names the head gives. */
            aliases: components["schemas"]["ExtractedAlias"][];
            /** @description The definition. */
            definition: string;
            /** @description The note mark as printed. */
            marker?: string | null;
            /** @description Position in the decoded text, in bytes `[start, end)`. */
            span: number[];
            /** @description The term. */
            term: string;
        };
        /** @description What proves a fact about the release. */
        ExtractedFact: {
            /** @description Which fact. */
            field: components["schemas"]["MetadataFieldWord"];
            /** @description How it was recognised. */
            sign: components["schemas"]["MetadataSignWord"];
            /** @description Position in the decoded text, in bytes `[start, end)`. */
            span: number[];
        };
        /** @description A Japanese–English pair. */
        ExtractedLink: {
            /** @description Abbreviation of the English side, where the same passage gives one. */
            abbr?: string | null;
            /**
             * Format: double
             * @description Probability that the pair is right.
             */
            confidence: number;
            /** @description The English side. */
            en: string;
            /** @description How it was document. */
            evidence: components["schemas"]["MethodWord"];
            /** @description The Japanese side. */
            ja: string;
            /** @description Position of the proof in the decoded text, in bytes `[start, end)`. */
            span: number[];
        };
        /** @description A note mark in the running text. */
        ExtractedReference: {
            /** @description The note mark as printed. */
            marker: string;
            /** @description Position in the decoded text, in bytes `[start, end)`. */
            span: number[];
        };
        /** @description A pair of aligned texts. */
        ExtractedSegment: {
            /**
             * Format: double
             * @description Probability that the two belong together.
             */
            confidence: number;
            /** @description The English text. */
            en: string;
            /** @description The Japanese text. */
            ja: string;
        };
        /** @description The first line of what is extracted as JSON Lines. */
        ExtractHeader: {
            /** @description Always `taiyaku-extract`. */
            format: string;
            /** @description Program and version that wrote them. */
            generator: string;
            /** @description Always `header`. */
            type: string;
            /**
             * Format: int32
             * @description The version of the lines; a field may be added within a version.
             */
            version: number;
        };
        /** @description A line of what is extracted as JSON Lines: everything found in one document. */
        ExtractLine: components["schemas"]["ExtractedDocument"] & {
            /** @description Name of the document. */
            name: string;
            /** @description Always `release`. */
            type: string;
        };
        /**
         * @description What is known about a concept or a term beyond one term in each language.
         * @enum {string}
         */
        FactWord: "synonym" | "other_language" | "reading" | "kind" | "part_of_speech" | "usage" | "review" | "confidence" | "evidence" | "field" | "definition" | "further_definition" | "note" | "conflict" | "licence";
        /** @description An error: its code, and what happened. */
        Failure: {
            /** @description Stable code of the kind of error. */
            code: string;
            /** @description What happened, to what, and what to do. */
            message: string;
        };
        /** @description Japanese terms of a subject field. */
        FieldCounts: {
            /**
             * Format: int64
             * @description Those with approved English.
             */
            approved: number;
            /** @description The field; `null` for terms without one. */
            field?: string | null;
            /**
             * Format: int64
             * @description Japanese terms that nobody rejected.
             */
            terms: number;
            /**
             * Format: int64
             * @description Those with English that is at least suggested.
             */
            with_english: number;
        };
        /** @description A replacement for a passage of a file. */
        FileChange: {
            /** @description The passage. */
            location: components["schemas"]["FileLocation"];
            /** @description The text that replaces it. */
            text: string;
        };
        /** @description What was found in a file. */
        FileCheck: {
            /** @description Number of findings of each rule; rules without any are left out. */
            counts: components["schemas"]["RuleCount"][];
            /** @description The findings, in the order of the segments. */
            findings: components["schemas"]["FileFinding"][];
            /** @description Its format. */
            format: components["schemas"]["FileFormatWord"];
            /** @description Number of findings left out because somebody ignored them. */
            ignored: number;
            /** @description Name of the file that holds the translation. */
            name: string;
            /**
             * Format: int64
             * @description Revision of the base the answer was made from.
             */
            revision: number;
            /** @description Number of segments checked. */
            segments: number;
            /** @description Language of the source texts (BCP 47). */
            source_lang: string;
            /** @description Language of the translations. */
            target_lang: string;
            /** @description Number of segments without a translation; they are not checked. */
            untranslated: number;
            /** @description Those segments, in order. */
            untranslated_segments: components["schemas"]["UntranslatedSegment"][];
        };
        /** @description What was found in the checked files. */
        FileChecks: {
            /** @description The files, in the order given. */
            files: components["schemas"]["FileCheck"][];
            /** @description Number of findings in all files. */
            finding_count: number;
        };
        /** @description A problem, with its locations in the files. */
        FileFinding: {
            /**
             * Format: int64
             * @description Number of the concept it is about.
             */
            concept_id?: number | null;
            /** @description Changes that would fix it, the best first. */
            fixes: components["schemas"]["FileFix"][];
            /** @description Identifies the problem in every version of the file; an ignored finding is remembered by it. */
            key: string;
            /** @description Where to look first: in the translation, or in the source where something is missing. */
            location: components["schemas"]["FileLocation"];
            /** @description What is wrong and why, in one sentence. */
            message: string;
            /** @description Other passages that show what is meant. */
            related: components["schemas"]["FileRelated"][];
            /** @description The rule that found it. */
            rule: components["schemas"]["RuleWord"];
            /** @description How much it matters. */
            severity: components["schemas"]["SeverityWord"];
            /** @description Positions in the source text. */
            source: components["schemas"]["TextSpan"][];
            /** @description The source text. */
            source_text: string;
            /** @description Positions in the translation. */
            target: components["schemas"]["TextSpan"][];
            /** @description The translation. */
            target_text: string;
            /** @description The segment it is about, from 0. */
            unit: number;
            /** @description The key of that segment in its file, where it has one. */
            unit_key?: string | null;
        };
        /** @description A change that would fix a problem. */
        FileFix: {
            /** @description The replacements it consists of, as the format writes them. */
            changes: components["schemas"]["FileChange"][];
            /** @description What it does, as the label of a button. */
            title: string;
        };
        /**
         * @description Format of an imported or checked file.
         * @enum {string}
         */
        FileFormatWord: "tmx" | "po" | "xliff" | "tbx" | "utx" | "edict" | "jmdict" | "csv" | "tsv" | "xlsx" | "jsonl" | "ods" | "docx" | "markdown" | "text";
        /** @description A passage of a file. */
        FileLocation: {
            /** @description Where it ends. */
            end: components["schemas"]["LineColumn"];
            /** @description Name of the file. */
            file: string;
            /** @description Position in the text of the file, in bytes `[start, end)`. */
            span: number[];
            /** @description Where it begins. */
            start: components["schemas"]["LineColumn"];
        };
        /** @description Another passage that shows what is meant. */
        FileRelated: {
            /** @description The passage. */
            location: components["schemas"]["FileLocation"];
            /** @description What it shows. */
            message: string;
        };
        /** @description One problem in a draft. */
        Finding: {
            /**
             * Format: int64
             * @description Number of the concept it is about.
             */
            concept_id?: number | null;
            /** @description Changes that would fix it, the best first. */
            fixes: components["schemas"]["Fix"][];
            /** @description Identifies the problem in every version of the document; an ignored finding is remembered by it. */
            key: string;
            /** @description What is wrong and why, in one sentence. */
            message: string;
            /** @description Other passages that show what is meant. */
            related: components["schemas"]["RelatedPlace"][];
            /** @description The rule that found it. */
            rule: components["schemas"]["RuleWord"];
            /** @description How much it matters. No finding should prevent saving. */
            severity: components["schemas"]["SeverityWord"];
            /** @description Positions in its source text; empty where it is only about the target. */
            source: components["schemas"]["TextSpan"][];
            /** @description Positions in its target; empty where something is missing there. */
            target: components["schemas"]["TextSpan"][];
            /** @description The segment it is about, from 0. */
            unit: number;
        };
        /** @description A change that would fix a problem. */
        Fix: {
            /** @description The replacements it consists of; they do not overlap. */
            changes: components["schemas"]["FixChange"][];
            /** @description What it does, as the label of a button. */
            title: string;
        };
        /** @description A replacement for a passage. */
        FixChange: {
            /** @description Which of its texts. */
            side: components["schemas"]["SideWord"];
            /** @description What is replaced, in bytes `[start, end)`. */
            span: number[];
            /** @description The same in characters. */
            span_chars: number[];
            /** @description The text that replaces it. */
            text: string;
            /** @description The segment, from 0. */
            unit: number;
        };
        /** @description Heads of glossary entries, and how many have English. */
        HeadCounts: {
            /** @description Those with English by who gives it; the strongest counts. */
            by: components["schemas"]["SourceCount"][];
            /**
             * Format: int64
             * @description All heads, and the terms listed in them.
             */
            heads: number;
            /**
             * Format: int64
             * @description Those with English.
             */
            with_english: number;
        };
        /** @description The head of a glossary entry and its English. */
        HeadCoverage: {
            /** @description Who gives the English. */
            by: components["schemas"]["CoverageWord"];
            /**
             * Format: int64
             * @description Number of the concept.
             */
            concept_id: number;
            /**
             * Format: double
             * @description Probability that it is right.
             */
            confidence?: number | null;
            /** @description The English with the best support; `null` where there is none. */
            english?: string | null;
            /** @description What the English is: a head with nothing but an abbreviation still needs a name. */
            form: components["schemas"]["EnglishFormWord"];
            kind?: components["schemas"]["TermKindWord"] | null;
            /** @description Methods of its evidence. */
            methods: components["schemas"]["EvidenceMethodWord"][];
            /**
             * Format: double
             * @description How often the best of these methods was right where it was measured; `null` where the source itself says the English.
             */
            precision?: number | null;
            /** @description Name of the project. */
            project: string;
            /** @description Name of the release. */
            release: string;
            /**
             * Format: int64
             * @description Number of the release.
             */
            release_id: number;
            /** @description The passage that proves it. */
            snippet?: string | null;
            /** @description The head, or one of the terms it lists. */
            term: string;
            tried?: components["schemas"]["EnglishPlaces"] | null;
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
            /** @description The `key` of the finding. */
            key: string;
            /** @description Why, where given. */
            note?: string | null;
            /** @description Name of the project it is ignored in. */
            project: string;
        };
        /** @description One page of ignored findings. */
        IgnoredPage: {
            /** @description The findings, oldest first. */
            ignored: components["schemas"]["IgnoredFinding"][];
            /**
             * Format: int64
             * @description `after` of the next request; `null` on the last page.
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
        /** @description A file that was imported, or is being imported. */
        Import: {
            /** @description Who imported it; `null` if it was imported by an older version. */
            actor?: string | null;
            /**
             * Format: int64
             * @description Number of rows that have been stored or refused.
             */
            done: number;
            /** @description Its format; `null` if nothing of it has been read, or it was imported by an older version. */
            format?: string | null;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description Name of the file. */
            name: string;
            /** @description How many rows had which outcome; all 0 if it was imported by an older version. */
            outcomes: components["schemas"]["ImportOutcomes"];
            /** @description Name of the project. */
            project: string;
            /**
             * Format: date-time
             * @description When it began.
             */
            started_at: string;
            /** @description How it stands. */
            state: components["schemas"]["ImportStateWord"];
            /**
             * Format: date-time
             * @description When it last moved.
             */
            updated_at: string;
        };
        /** @description A column of an imported table. */
        ImportColumn: {
            /** @description What it was read as, in the words of `--map`; `null` if it was left out. */
            content?: string | null;
            /** @description Its name in the first row; empty where there is none. */
            name: string;
            /** @description Its number, from 1. */
            number: number;
        };
        /** @description A file whose translations were imported. */
        ImportedFile: {
            /** @description Its format; `null` if it was imported by an older version. */
            format?: string | null;
            /**
             * Format: date-time
             * @description When it was last imported.
             */
            imported_at: string;
            /** @description Its name. */
            name: string;
            /** @description Name of its project. */
            project: string;
            /**
             * Format: int64
             * @description Number of segments it brought, also those that other files brought too.
             */
            segments: number;
        };
        /** @description An import and how far it has come. */
        ImportJob: {
            error?: components["schemas"]["Failure"] | null;
            /** @description The import. */
            import: components["schemas"]["Import"];
            /**
             * Format: int64
             * @description Number of problems so far; those of an import are known when it has ended.
             */
            problem_count: number;
            /** @description The first 1,000 problems. */
            problems: components["schemas"]["ImportProblem"][];
            progress?: components["schemas"]["ImportProgress"] | null;
        };
        /** @description The languages of translations in an imported file. */
        ImportLanguages: {
            /** @description Language of the source texts (BCP 47). */
            source_lang: string;
            /** @description Language of the translations (BCP 47). */
            target_lang: string;
        };
        /** @description All imports. */
        ImportList: {
            /** @description The imports, newest first. */
            imports: components["schemas"]["Import"][];
        };
        /** @description How many rows had which outcome. */
        ImportOutcomes: {
            /**
             * Format: int64
             * @description New concepts, segments or entries.
             */
            added: number;
            /**
             * Format: int64
             * @description Rows that say something else of what their source, or the memory, has already.
             */
            changed: number;
            /**
             * Format: int64
             * @description Rows that disagree with a concept, a decision or an earlier row.
             */
            in_conflict: number;
            /**
             * Format: int64
             * @description Rows that join a concept.
             */
            merged: number;
            /**
             * Format: int64
             * @description Rows that are not used.
             */
            refused: number;
            /**
             * Format: int64
             * @description Rows that say nothing new.
             */
            unchanged: number;
        };
        /**
         * @description What happened to an imported file: `finished`, `unchanged` (imported before), `broken` (read up to a fault) or `failed`
         *     (nothing could be read).
         * @enum {string}
         */
        ImportOutcomeWord: "finished" | "unchanged" | "broken" | "failed";
        /** @description What an import would do. */
        ImportPlan: {
            /**
             * Format: int64
             * @description Value of `after` for more rows; `null` if there are none.
             */
            next_after?: number | null;
            /** @description All counts, and what an import would report. */
            report: components["schemas"]["ImportReport"];
            /** @description Rows of the file, in order. */
            rows: components["schemas"]["ImportRow"][];
        };
        /** @description A row or unit that could not be used, or that a person should look at. */
        ImportProblem: {
            /** @description Stable code of the kind of problem. */
            code: string;
            /**
             * Format: int64
             * @description Where in that line, from 1: the column of a table, or the character of another file; `null` if that is not known.
             */
            column?: number | null;
            /**
             * Format: int64
             * @description Line of the file, from 1.
             */
            line: number;
            /** @description What is wrong, and what to do. */
            message: string;
            /**
             * Format: int64
             * @description Unit of the file, from 1; 0 before the first.
             */
            unit: number;
        };
        /** @description How far an import has come. */
        ImportProgress: {
            /**
             * Format: int64
             * @description Bytes of the file that have been read.
             */
            bytes: number;
            /**
             * Format: int64
             * @description Number of rows that have been read.
             */
            rows: number;
            /**
             * Format: int64
             * @description Size of the file in bytes.
             */
            size: number;
        };
        /** @description What is known at once of a file that was sent. */
        ImportReply: components["schemas"]["ImportPlan"] | components["schemas"]["Sheet"];
        /** @description What happened to an imported file. After an interrupted import the numbers are those of the whole file. */
        ImportReport: {
            /**
             * Format: int64
             * @description Number of units that were new.
             */
            added: number;
            /** @description The columns of a table of terms, and what each was read as; empty for other files. */
            columns: components["schemas"]["ImportColumn"][];
            error?: components["schemas"]["Failure"] | null;
            /**
             * Format: int64
             * @description Number of units that were there already.
             */
            folded: number;
            format?: components["schemas"]["FileFormatWord"] | null;
            /**
             * Format: int64
             * @description Number of the import; `null` for a plan, or if nothing could be read.
             */
            import?: number | null;
            /**
             * Format: date-time
             * @description When it was imported before, where nothing was done.
             */
            imported_at?: string | null;
            /**
             * @description The pairs of languages its translations are in, each once, the first eight; empty for terms, and for a file that was
             *     imported before.
             */
            languages: components["schemas"]["ImportLanguages"][];
            /** @description Its file name. */
            name: string;
            /** @description What happened to it. */
            outcome: components["schemas"]["ImportOutcomeWord"];
            /** @description How many rows had which outcome. */
            outcomes: components["schemas"]["ImportOutcomes"];
            /**
             * Format: int64
             * @description Number of problems.
             */
            problem_count: number;
            /** @description The first 1,000 problems. */
            problems: components["schemas"]["ImportProblem"][];
            /**
             * Format: int64
             * @description Number of units in the file: `added + folded + skipped`.
             */
            read: number;
            /**
             * Format: int64
             * @description Number of units an interrupted import had finished before.
             */
            resumed_from: number;
            /**
             * Format: int64
             * @description Number of units left out: without translation, or with a problem.
             */
            skipped: number;
        };
        /** @description What becomes of a row of a file, and why. */
        ImportRow: {
            /** @description What it changes of what is there. */
            changes: components["schemas"]["RowChangeWord"][];
            /** @description Why it is not used: a stable code. */
            code?: string | null;
            /**
             * Format: int64
             * @description Where in that line the reason for its outcome stands, from 1: the column of a table, or the character of another file;
             *     `null` if that is not known.
             */
            column?: number | null;
            /**
             * Format: int64
             * @description The concept it joins or disagrees with, if it was there before the import.
             */
            concept?: number | null;
            /** @description What disagrees, in sentences. */
            disagreements: string[];
            /**
             * Format: int64
             * @description The line it begins on, from 1.
             */
            line: number;
            /** @description Why it is not used, and what to do. */
            message?: string | null;
            /** @description What becomes of it. */
            outcome: components["schemas"]["PlannedOutcomeWord"];
            /**
             * Format: int64
             * @description Its number in the file, from 1.
             */
            row: number;
            rule?: components["schemas"]["MergeRuleWord"] | null;
            /** @description The row in one line, shortened; empty if it cannot be read. */
            text: string;
            /**
             * Format: int64
             * @description The line of an earlier row of the file that it joins or disagrees with.
             */
            with_line?: number | null;
        };
        /**
         * @description How an import stands: `running` (it goes on, or was interrupted), `finished`, `broken` (its file cannot be read to the end), or
         *     `undoing` (it is being undone, or its undo was interrupted; nobody sees what only it brought).
         * @enum {string}
         */
        ImportStateWord: "running" | "finished" | "broken" | "undoing";
        /** @description An import that was undone. */
        ImportUndo: {
            /**
             * Format: int64
             * @description Number of segments that were there before and stay as it left them, because they were changed since.
             */
            changed_segments: number;
            /**
             * Format: int64
             * @description Number of terms that were there before and stay as it left them, because they were changed since.
             */
            changed_terms: number;
            /** @description Number of concepts removed with it. */
            concepts: number;
            /** @description The import as it was. */
            import: components["schemas"]["Import"];
            /**
             * Format: int64
             * @description Number of its segments that stay, because a person decided on them or they were added otherwise too.
             */
            kept_segments: number;
            /** @description Number of its terms that stay, because something else supports them or a person decided on them. */
            kept_terms: number;
            /**
             * Format: int64
             * @description Number of segments that were there before, of which is back what it had changed.
             */
            restored_segments: number;
            /**
             * Format: int64
             * @description Number of terms that were there before, of which is back what it had changed.
             */
            restored_terms: number;
            /**
             * Format: int64
             * @description Number of segments removed with it.
             */
            segments: number;
            /**
             * Format: int64
             * @description Number of its rows that stay, because another import of the same source had them too.
             */
            shared_rows: number;
            /**
             * Format: int64
             * @description Number of its segments that stay, because another import brought them too.
             */
            shared_segments: number;
            /** @description Number of terms removed with it. */
            terms: number;
        };
        /** @description What happened to a document that was sent. */
        IngestAnswer: {
            /** @description What happened to it. */
            outcome: components["schemas"]["OutcomeWord"];
            /** @description The release, with everything extracted from it. */
            release: components["schemas"]["Release"];
        };
        /** @description What happened to a document. */
        IngestedDocument: {
            /** @description What a careful reader should look at again. */
            doubts: components["schemas"]["ExtractedDoubt"][];
            /**
             * @description The program that read it.
             * @example pdfium
             */
            engine?: string | null;
            /** @description Number of glossary entries. */
            entries: number;
            error?: components["schemas"]["Failure"] | null;
            /** @description Number of links, including weak ones and titles. */
            links: number;
            media?: components["schemas"]["MediaWord"] | null;
            /** @description Its file name; for a document on the web that could not be read, its address. */
            name: string;
            /** @description What happened to it. */
            outcome: components["schemas"]["DocumentOutcomeWord"];
            /**
             * Format: int64
             * @description Number of the release; `null` where it could not be read.
             */
            release_id?: number | null;
            /** @description Number of aligned titles and sentences. */
            segments: number;
            /** @description Web address it was fetched from, after redirects; `null` if it came in as a file. */
            url?: string | null;
            /** @description Number of entries that have an English term from this document. */
            with_english: number;
        };
        /** @description One check of the installation. */
        InstallationCheck: {
            /** @description What to do; empty if there is nothing to do. */
            advice: string;
            /** @description What was found. */
            message: string;
            /**
             * @description What is checked.
             * @example integrity
             */
            name: string;
            /**
             * @description How it ended: `ok`, `warning` (everything works, but somebody should look at it) or `problem`.
             * @example ok
             */
            status: string;
        };
        /** @description A line and a column, both from 1. */
        LineColumn: {
            /** @description The column in characters. */
            column: number;
            /** @description The line. */
            line: number;
        };
        /** @description A Japanese–English pair with its proof. */
        Link: {
            /** @description Abbreviation of the English side, where the same passage gives one. */
            abbr?: string | null;
            /**
             * Format: double
             * @description Probability that it is right.
             */
            confidence: number;
            /** @description The English side. */
            en: string;
            /** @description Index of the entry it is in, where it is in one. */
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
            /** @description Signs the confidence is computed from. */
            signs: components["schemas"]["Sign"][];
            /** @description Position of the proof, in bytes `[start, end)`. */
            span: number[];
            /** @description Position of the proof, in characters. */
            span_chars: number[];
            /** @description The passage that proves it. */
            support: string;
        };
        /**
         * @description A token to log in with.
         * @example {
         *       "token": "tyk_1_0123456789abcdef0123456789abcdef0123456789abcdef"
         *     }
         */
        LoginRequest: {
            /** @description The token. */
            token: string;
        };
        /** @description Facts the format of an exported file cannot carry. */
        Loss: {
            /** @description How many there are. */
            count: number;
            /** @description What they are about. */
            fact: components["schemas"]["FactWord"];
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
        /** @description A concept that matches a query. */
        Match: {
            /** @description The concept. */
            concept: components["schemas"]["Concept"];
            /** @description How it matched. */
            kind: components["schemas"]["MatchWord"];
            /**
             * Format: int32
             * @description How well it matches; 100 only for an exact match.
             */
            score: number;
            /**
             * Format: int64
             * @description Number of the term that matched.
             */
            term_id: number;
            /** @description The term that matched, as the base has it: a `variant` is written otherwise in the query. */
            text: string;
        };
        /**
         * @description How a remembered source text resembles the segment, best first: identical in the same context, identical, identical
         *     except for width, case and spaces, identical except for numbers and tags, similar.
         * @enum {string}
         */
        MatchClassWord: "context" | "exact" | "form" | "placeables" | "fuzzy";
        /** @description Results of looking up a term. */
        MatchList: {
            /** @description The terms that the query contains, where no term matches it or contains it. */
            components?: components["schemas"]["Component"][];
            /** @description Entries of imported dictionaries that are used as evidence only, each with its source. */
            dictionary: components["schemas"]["DictionaryEntry"][];
            /** @description Similar terms, where nothing matches exactly. */
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
         * @description File type of a release.
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
        /** @description A match from the translation memory. */
        MemoryMatch: {
            /** @description Who created it. */
            author?: string | null;
            /**
             * Format: int32
             * @description Similarity of the two source texts, with numbers treated as equal; 100 only if identical.
             */
            base: number;
            /** @description How they resemble each other. */
            class: components["schemas"]["MatchClassWord"];
            /**
             * Format: double
             * @description Probability that source and target are translations of each other.
             */
            confidence: number;
            /** @description When it was created. */
            created_at?: string | null;
            /** @description The difference from `source` to the segment of the request, step by step; the steps cover both texts. */
            diff: components["schemas"]["Edit"][];
            /** @description Document or series. */
            document?: string | null;
            /** @description Subject field. */
            field?: string | null;
            /** @description Its origin: `ingest`, or the name of an imported file. */
            origin: string;
            /** @description What `base` is computed from. */
            parts: components["schemas"]["ScoreParts"];
            /** @description What was subtracted, and why. */
            penalties: components["schemas"]["Penalty"][];
            /** @description Name of the project. */
            project: string;
            /**
             * Format: int64
             * @description Number of the release it was aligned in.
             */
            release_id?: number | null;
            repaired?: components["schemas"]["Repair"] | null;
            /** @description Whether the memory holds the pair in the opposite direction. */
            reversed: boolean;
            /** @description Review state. */
            review: components["schemas"]["ReviewWord"];
            /**
             * Format: int32
             * @description Its score: the score of its class minus all penalties.
             */
            score: number;
            /**
             * Format: int64
             * @description Number of the remembered segment.
             */
            segment_id: number;
            /** @description The remembered source text. */
            source: string;
            /** @description The source text with its inline codes; `null` where it has none. */
            tagged_source?: string | null;
            /** @description The translation with its inline codes; `null` where it has none. */
            tagged_target?: string | null;
            /** @description Its translation, as remembered. */
            target: string;
        };
        /** @description A segment of the memory. */
        MemorySegment: {
            /** @description Who created it, where known. */
            author?: string | null;
            /**
             * Format: double
             * @description Probability that the two texts are translations of each other.
             */
            confidence: number;
            /**
             * Format: date-time
             * @description When it was created, where known.
             */
            created_at?: string | null;
            /** @description The document or series it belongs to, where known. */
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
            /** @description Its origin: `ingest`, `confirmed`, or the name of an imported file. */
            origin: string;
            /** @description Name of its project. */
            project: string;
            /**
             * Format: int64
             * @description Number of the release it was aligned in.
             */
            release_id?: number | null;
            /** @description Review state. */
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
        /** @description Size of the index of the memory for one language. */
        MemorySize: {
            /** @description Size in bytes, in memory or mapped from a file. */
            bytes: number;
            /** @description Number of texts. */
            entries: number;
            /**
             * @description Language tag (BCP 47), without region.
             * @example ja
             */
            lang: string;
        };
        /**
         * @description By which rule a row joins a concept.
         * @enum {string}
         */
        MergeRuleWord: "same_entry" | "same_source" | "shared_english" | "no_english_yet" | "only_concept" | "similar_definition";
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
        /** @description What proves a fact about a release. */
        MetadataEvidence: {
            /** @description Which fact. */
            field: components["schemas"]["MetadataFieldWord"];
            /** @description How it was recognised. */
            sign: components["schemas"]["MetadataSignWord"];
            /** @description Where it is printed, in bytes `[start, end)`; lines, spaces and the form of a date may differ from the fact. */
            span: number[];
            /** @description Where it is printed, in characters. */
            span_chars: number[];
        };
        /**
         * @description A fact about a release.
         * @enum {string}
         */
        MetadataFieldWord: "title_ja" | "title_en" | "institution" | "date" | "journal" | "paper_title_en" | "paper_title_ja" | "doi";
        /**
         * @description How a fact about a release was recognised: a `label` before it, a `heading` or a line at the `top` beside a date or an
         *     institution, the `file` itself (and the text holds it, too), its translation beside it (`pair`), a `sentence`, or its `form`.
         * @enum {string}
         */
        MetadataSignWord: "label" | "heading" | "top" | "file" | "pair" | "sentence" | "form";
        /**
         * @description How a link was found. `title_term`, `aligned_term`, `sound` and `triangle` are proposals: the document does not say
         *     itself that the two sides belong together. `person`: a person found the English in the document.
         * @enum {string}
         */
        MethodWord: "inline_gloss" | "inline_gloss_en" | "head_gloss" | "definition_gloss" | "caption_gloss" | "title_pair" | "keyword_pair" | "paired_entry" | "identity" | "title_term" | "aligned_term" | "sound" | "triangle" | "person";
        /**
         * @description What a person says about a passage of a release.
         * @example {
         *       "entry_id": 12,
         *       "kind": "english",
         *       "span_chars": [
         *         210,
         *         222
         *       ]
         *     }
         */
        NewCorrection: {
            /**
             * Format: int64
             * @description The entry it is about; required for every kind but `entry`, where it names one that is replaced.
             */
            entry_id?: number | null;
            /** @description What it is. */
            kind: components["schemas"]["CorrectionWord"];
            /**
             * @description The passage, in characters of the text `[start, end)`; required for every kind but `not_an_entry`. At most 400 characters
             *     for `head` and `english`, 10,000 for `entry` and `definition`. Spaces at its ends do not count.
             */
            span_chars?: number[] | null;
        };
        /** @description A new token with its secret, which is shown this once. */
        NewToken: components["schemas"]["Token"] & {
            /** @description What to send with requests. */
            token: string;
        };
        /**
         * @description A token to create.
         * @example {
         *       "expires": "2099-01-01",
         *       "name": "山田さんの OmegaT",
         *       "projects": [
         *         "default"
         *       ],
         *       "role": "suggest"
         *     }
         */
        NewTokenRequest: {
            /** @description The first day (UTC) on which it is no longer valid, as `2099-01-01`; valid until it is revoked if missing or `null`. */
            expires?: string | null;
            /** @description Its name, under which the history records what is done with it. */
            name: string;
            /** @description Projects it gives access to; all, including future ones, if missing or `null`. */
            projects?: string[] | null;
            /** @description What its holder may do. */
            role: components["schemas"]["RoleWord"];
        };
        /** @description A note on a concept. */
        Note: {
            /** @description Who wrote it. */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description The subject field it applies to; `null` if it applies to a release or to the whole project. */
            field?: string | null;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /**
             * Format: int64
             * @description The release it applies to; `null` if it applies to a subject field or to the whole project.
             */
            release_id?: number | null;
            /** @description Its text. */
            text: string;
        };
        /** @description A segment that contains a text in its source, its target, or both. */
        Occurrence: {
            /** @description Who created it. */
            author?: string | null;
            /**
             * Format: double
             * @description Probability that the two texts are translations of each other.
             */
            confidence: number;
            /**
             * Format: date-time
             * @description When it was created.
             */
            created_at?: string | null;
            /** @description Document or series. */
            document?: string | null;
            /** @description Subject field. */
            field?: string | null;
            /** @description Its origin: `ingest`, or the name of an imported file. */
            origin: string;
            /** @description Name of its project. */
            project: string;
            /**
             * Format: int64
             * @description Number of the release it was aligned in.
             */
            release_id?: number | null;
            /** @description Review state. */
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
            /** @description Positions in `source`, in characters. */
            source_span_chars: number[][];
            /** @description Positions in `source`, in bytes `[start, end)`. */
            source_spans: number[][];
            /** @description Its translation. */
            target: string;
            /** @description Language tag (BCP 47) of `target`. */
            target_lang: string;
            /** @description Positions in `target`, in characters. */
            target_span_chars: number[][];
            /** @description Positions in `target`, in bytes. */
            target_spans: number[][];
        };
        /** @description Concepts that are not in an exported file, and why. */
        Omission: {
            /** @description How many concepts. */
            concepts: number;
            /** @description The reason. */
            reason: components["schemas"]["OmissionWord"];
        };
        /**
         * @description Why concepts are not in a file, although terms of theirs were asked for: a file never holds one side of a concept that
         *     has both.
         * @enum {string}
         */
        OmissionWord: "unapproved" | "candidates" | "discouraged" | "untranslated" | "repeated";
        /** @description How much of a concept is left out. */
        Omitted: {
            /** @description Pieces of evidence for terms that are given. */
            evidence: number;
            /** @description Definitions, notes, conflicts and sources. */
            facts: number;
            /** @description Terms in any language. */
            terms: number;
            /** @description Translations; also counted among the terms. */
            translations: number;
        };
        /**
         * @description Standing of a term that waits for a decision.
         * @enum {string}
         */
        OpenStandingWord: "suggested_strong" | "suggested" | "candidate";
        /**
         * @description What happened: `created`, `updated` (it existed and was changed) or `unchanged` (it existed just so).
         * @enum {string}
         */
        OutcomeWord: "created" | "updated" | "unchanged";
        /** @description A release in another language that says the same. */
        PairedRelease: {
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description Its file name. */
            name: string;
        };
        /**
         * @description The release in the other language.
         * @example {
         *       "release_id": 12
         *     }
         */
        PairRequest: {
            /**
             * Format: int64
             * @description Id of the other release, in the same project.
             */
            release_id: number;
        };
        /**
         * @description Part of speech.
         * @enum {string}
         */
        PartOfSpeechWord: "noun" | "verb" | "adjective" | "adverb" | "other";
        /** @description Points subtracted from a score. */
        Penalty: {
            /** @description Why, as a code. */
            code: components["schemas"]["PenaltyWord"];
            /**
             * Format: int32
             * @description How many points.
             */
            points: number;
            /** @description Why, in one line. */
            reason: string;
        };
        /**
         * @description Why points are taken off a match.
         * @enum {string}
         */
        PenaltyWord: "unplaced_values" | "unreviewed_alignment" | "weak_alignment" | "unreviewed_import" | "draft" | "several_targets" | "forbidden_term" | "tags_differ" | "other_field" | "other_variant";
        /** @description An occurrence of a term in a release. */
        Place: {
            /** @description Name of the release. */
            release: string;
            /**
             * Format: int64
             * @description Number of the release.
             */
            release_id: number;
            /** @description The passage. */
            snippet: string;
            /** @description Position in its text, in bytes `[start, end)`. */
            span?: number[] | null;
        };
        /**
         * @description What becomes of a row of a file.
         * @enum {string}
         */
        PlannedOutcomeWord: "added" | "changed" | "merged" | "in_conflict" | "refused" | "unchanged";
        /** @description A row of a plan, with its file. */
        PlannedRow: components["schemas"]["ImportRow"] & {
            /** @description The name of the file. */
            file: string;
        };
        /**
         * @description Why a request could not be answered (RFC 9457).
         * @example {
         *       "code": "not_found",
         *       "detail": "No concept with id `42`. It may have been deleted; list the concepts to see which exist.",
         *       "instance": "/v1/concepts/42",
         *       "status": 404,
         *       "title": "Nothing has this number or name",
         *       "type": "docs/ERRORS.md#not_found"
         *     }
         */
        Problem: {
            /** @description Stable code of the kind of problem, for programs. */
            code: string;
            concept?: components["schemas"]["Concept"] | null;
            /** @description What happened, to what, and what to do. */
            detail: string;
            /** @description Path of the request. */
            instance: string;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description The kind of problem in a few words; the same for every problem with this code. */
            title: string;
            /** @description Where the code is explained, relative to the documentation of the program. */
            type: string;
        };
        /**
         * @description The kind of reader a file is for.
         * @enum {string}
         */
        ProfileWord: "standard" | "human" | "mt" | "omegat" | "weblate";
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
            /**
             * @description The fields of the starter term base that it has.
             * @example [
             *       "life-sciences"
             *     ]
             */
            starter: string[];
        };
        /**
         * @description What to change about a project.
         * @example {
         *       "name": "press"
         *     }
         */
        ProjectChange: {
            /**
             * @description Its new name.
             * @example press
             */
            name: string;
        };
        /** @description All projects. */
        ProjectList: {
            /** @description The projects, by name. */
            projects: components["schemas"]["Project"][];
        };
        /**
         * @description A project to create.
         * @example {
         *       "name": "press",
         *       "starter": [
         *         "life-sciences",
         *         "physics"
         *       ]
         *     }
         */
        ProjectRequest: {
            /**
             * @description Its name.
             * @example press
             */
            name: string;
            /** @description The fields of the starter term base it gets: none if empty, all if missing. */
            starter?: string[] | null;
        };
        /** @description A project and how much it holds. */
        ProjectSummary: {
            /** @description How much it holds. */
            counts: components["schemas"]["Counts"];
            /** @description The project. */
            project: components["schemas"]["Project"];
        };
        /** @description Result of adding a pair of terms. */
        ProposedTerm: {
            /** @description Their concept; `conflicts` lists concepts it disagrees with. */
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
            /** @description `created`; `updated` if it existed and is now approved; `unchanged` if it existed just so. */
            outcome: components["schemas"]["OutcomeWord"];
        };
        /** @description Whether this machine can answer questions. */
        Readiness: {
            counts?: components["schemas"]["Counts"] | null;
            database?: components["schemas"]["DatabaseHealth"] | null;
            /** @description Why the database cannot be read. */
            database_problem?: string | null;
            /** @description Why words are split by script only. Everything still works, less exactly. */
            dictionary_problem?: string | null;
            /** @description Usable PDF engines, best first. */
            pdf_engines: string[];
            /** @description Whether questions can be answered: the database can be read. */
            ready: boolean;
            /** @description The tokeniser and dictionary in use. */
            words: string;
        };
        /**
         * @description What the reading of a term rests on: the document prints it, somebody states it (a glossary, an imported dictionary, the starter
         *     base, a person), it is put together from its parts, or the tokeniser guesses it.
         * @enum {string}
         */
        ReadingOriginWord: "printed" | "stated" | "composed" | "guessed";
        /** @description The server is ready. */
        ReadyAnswer: {
            /** @description Whether a dictionary splits words; without one some terms are missed. */
            dictionary: boolean;
            /** @description Indexes of the memory by language; each is built before its language is first searched. */
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
             * @description Number of the entry it refers to, where there is one.
             */
            entry_id?: number | null;
            /** @description The mark. */
            marker: components["schemas"]["Marker"];
            /** @description Its position, in bytes `[start, end)`. */
            span: number[];
            /** @description Its position, in characters. */
            span_chars: number[];
        };
        /** @description Another passage that shows what is meant. */
        RelatedPlace: {
            /** @description What it shows. */
            message: string;
            /** @description Which of its texts. */
            side: components["schemas"]["SideWord"];
            /** @description Position, in bytes `[start, end)`. */
            span: number[];
            /** @description The same in characters. */
            span_chars: number[];
            /** @description The segment, from 0. */
            unit: number;
        };
        /**
         * @description What the two sides of a link are to each other.
         * @enum {string}
         */
        RelationWord: "equivalent" | "abbreviation_of" | "title" | "organisation" | "person" | "publication" | "grant" | "symbol" | "related";
        /** @description A release with everything extracted from it. */
        Release: components["schemas"]["ReleaseSummary"] & {
            /** @description What a careful reader should look at again. */
            doubts: components["schemas"]["Doubt"][];
            /** @description Its glossary entries, in printed order. */
            entries: components["schemas"]["Entry"][];
            /** @description Japanese–English pairs with their proof. */
            links: components["schemas"]["Link"][];
            /** @description What proves each fact in `metadata`. */
            metadata_evidence: components["schemas"]["MetadataEvidence"][];
            /** @description Note marks in the running text. */
            references: components["schemas"]["Reference"][];
            /** @description The decoded text that all positions refer to; only with `text=true`. */
            text?: string | null;
        };
        /** @description Heads of a release. */
        ReleaseCounts: {
            /** @description Its date. */
            date?: string | null;
            /**
             * Format: int64
             * @description Heads of its glossary.
             */
            heads: number;
            /** @description Its name. */
            name: string;
            /**
             * Format: int64
             * @description Number of the release.
             */
            release_id: number;
            /**
             * Format: int64
             * @description Those with English.
             */
            with_english: number;
        };
        /** @description One page of releases. */
        ReleasePage: {
            /**
             * Format: int64
             * @description `after` of the next request; `null` on the last page.
             */
            next_after?: number | null;
            /** @description The releases, by number. */
            releases: components["schemas"]["ReleaseSummary"][];
        };
        /** @description Two releases that may be one in two languages. */
        ReleasePair: {
            /**
             * Format: double
             * @description Share of the English text whose words have a counterpart.
             */
            common: number;
            /** @description Name of the English release. */
            en: string;
            /** @description Number of pairs of glossary entries. */
            entries: number;
            /** @description Name of the Japanese release. */
            ja: string;
            /** @description Where they part, if they do not say the same. */
            parting?: string | null;
            /** @description Whether they say the same; if not, no segment is kept. */
            same: boolean;
            /** @description Number of new segments. */
            segments: number;
        };
        /** @description A release that was deleted. */
        ReleaseRemoval: {
            /** @description Number of concepts deleted with it. */
            concepts: number;
            /** @description The release. */
            release: components["schemas"]["ReleaseSummary"];
            /** @description Number of terms deleted with it, because nothing else supports them. */
            terms: number;
        };
        /** @description A segment that was aligned in a release. */
        ReleaseSegment: {
            /**
             * Format: double
             * @description Probability that the two say the same.
             */
            confidence: number;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description Its review state. */
            review: components["schemas"]["ReviewWord"];
            /** @description Its source, in Japanese. */
            source: string;
            /**
             * Format: int64
             * @description The release that prints the source: this one or its pair; `null` where nobody prints it like that.
             */
            source_release_id?: number | null;
            /** @description Where that release prints the source, in characters. */
            source_span_chars?: number[] | null;
            /** @description Its target, in English. */
            target: string;
            /**
             * Format: int64
             * @description The release that prints the target: this one or its pair; `null` where nobody prints it like that.
             */
            target_release_id?: number | null;
            /** @description Where that release prints the target, in characters. */
            target_span_chars?: number[] | null;
        };
        /** @description The segments of a release. */
        ReleaseSegments: {
            pair?: components["schemas"]["PairedRelease"] | null;
            /** @description Its segments, in order. */
            segments: components["schemas"]["ReleaseSegment"][];
        };
        /** @description A release without its text. */
        ReleaseSummary: {
            /** @description SHA-256 of the file's bytes, in hexadecimal. */
            content_hash: string;
            /** @description Number of doubts. */
            doubt_count: number;
            /** @description Character encoding of plain text or HTML. */
            encoding?: string | null;
            /**
             * @description The program that read it.
             * @example pdfium
             */
            engine: string;
            /** @description Version of the extraction rules. */
            extractor_version: string;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /**
             * Format: date-time
             * @description When it was first ingested.
             */
            ingested_at: string;
            /** @description File type. */
            media: components["schemas"]["MediaWord"];
            /** @description Facts its text states. */
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
            /** @description Title in the file's own metadata. */
            title?: string | null;
            /**
             * Format: date-time
             * @description When it was last extracted.
             */
            updated_at: string;
            /** @description Web address it was fetched from, after redirects; `null` if it came in as a file. */
            url?: string | null;
        };
        /** @description Releases that were linked again. */
        Relinking: {
            /** @description Number of those whose proposals changed. */
            changed: number;
            /** @description Number of releases linked again. */
            releases: number;
        };
        /** @description A rendering of a term in the other language. */
        Rendering: {
            /**
             * Format: int64
             * @description Number of its concept.
             */
            concept_id: number;
            /**
             * Format: double
             * @description Probability that it is right.
             */
            confidence: number;
            /** @description Some of the passages that prove it. */
            occurrences: components["schemas"]["Place"][];
            /**
             * Format: int64
             * @description Number of releases that prove it.
             */
            releases: number;
            /** @description Review state. */
            review: components["schemas"]["ReviewWord"];
            /** @description The term. */
            text: string;
            /** @description Whether to use it. */
            usage: components["schemas"]["UsageWord"];
        };
        /** @description A target with values or terms of the segment inserted. */
        Repair: {
            /** @description What was inserted. */
            changes: components["schemas"]["RepairChange"][];
            /**
             * Format: int32
             * @description Its score.
             */
            score: number;
            /** @description The new target. */
            target: string;
        };
        /** @description Something inserted into a target. Spans are in bytes, `_chars` in characters. */
        RepairChange: {
            /** @description A number or other value, or a term. */
            kind: components["schemas"]["RepairWord"];
            /** @description Its position in the new target. */
            repaired_span: number[];
            /** @description The same in characters. */
            repaired_span_chars: number[];
            /** @description Its position in the segment of the request. */
            segment_span: number[];
            /** @description The same in characters. */
            segment_span_chars: number[];
            /** @description What it replaces in the remembered source text. */
            source_span: number[];
            /** @description The same in characters. */
            source_span_chars: number[];
            /** @description What it replaces in the remembered target. */
            target_span: number[];
            /** @description The same in characters. */
            target_span_chars: number[];
        };
        /**
         * @description What was inserted into a target: a number or other value, or a term.
         * @enum {string}
         */
        RepairWord: "value" | "term";
        /** @description A replacement for a term. */
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
        /** @description A backup that was put in place. */
        RestoredBackup: {
            /**
             * Format: int64
             * @description Size of the term base in bytes.
             */
            bytes: number;
            /** @description Path of the term base. */
            database: string;
            /** @description Path of the backup. */
            file: string;
            /** @description Path of the term base that was there before; `null` if there was none. */
            previous?: string | null;
            /**
             * Format: int64
             * @description Revision of the last change in the term base.
             */
            revision: number;
            /**
             * Format: int64
             * @description Number of the last migration.
             */
            schema: number;
        };
        /** @description An open term, with everything needed to decide on it. */
        ReviewItem: {
            /** @description Its concept, with terms and evidence in both languages. Send its `revision` with the decision. */
            concept: components["schemas"]["Concept"];
            /** @description Notes on the concept. */
            notes: components["schemas"]["Note"][];
            /**
             * Format: int64
             * @description 1,000 × use × uncertainty; the queue is ordered by it.
             */
            priority: number;
            /**
             * Format: int64
             * @description Number of releases that mention its concept.
             */
            releases: number;
            /** @description Replacements for terms of the concept. */
            replacements: components["schemas"]["Replacement"][];
            /** @description English terms of other concepts for the same Japanese term, at most 50. */
            rivals: components["schemas"]["Rival"][];
            /**
             * Format: int64
             * @description The only release that uses the term in this sense; `null` where all may use it.
             */
            scope_release_id?: number | null;
            /** @description Its review state. */
            standing: components["schemas"]["StandingWord"];
            /**
             * Format: int64
             * @description Number of the open term in `concept.terms`.
             */
            term_id: number;
            /**
             * Format: double
             * @description How uncertain it is.
             */
            uncertainty: number;
        };
        /** @description One page of terms open for review. */
        ReviewPage: {
            /** @description The open terms, the most important first. */
            items: components["schemas"]["ReviewItem"][];
            /** @description `after` of the next request; `null` on the last page. */
            next_after?: string | null;
        };
        /**
         * @description Review state: `candidate` and `suggested` are set by the program, `approved` and `rejected` by a person.
         * @enum {string}
         */
        ReviewWord: "candidate" | "suggested" | "approved" | "rejected";
        /** @description An English term of another concept for the same Japanese term. */
        Rival: {
            /**
             * Format: int64
             * @description The other concept.
             */
            concept_id: number;
            /** @description Its review state. */
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
         * @description What the holder of a token may do; each role includes those before it.
         * @enum {string}
         */
        RoleWord: "read" | "suggest" | "review" | "admin";
        /**
         * @description What a row changes of something that is there.
         * @enum {string}
         */
        RowChangeWord: "term" | "definition" | "note" | "usage" | "review" | "confidence" | "provenance";
        /**
         * @description What happened to a row of a review sheet.
         * @enum {string}
         */
        RowOutcomeWord: "done" | "unchanged" | "skipped" | "conflict" | "problem";
        /**
         * @description What to do with the findings of a rule: leave them out (`off`), keep the severity of the rule (`usual`), or report all of
         *     them with this severity.
         * @enum {string}
         */
        RuleActionWord: "off" | "usual" | "error" | "warning" | "information" | "hint";
        /** @description Number of findings of a rule. */
        RuleCount: {
            /** @description Number of findings. */
            count: number;
            /** @description The rule. */
            rule: components["schemas"]["RuleWord"];
        };
        /**
         * @description What to do with the findings of each rule: leave them out (`off`), keep the severity of the rule (`usual`), or report them
         *     with the given severity.
         */
        RuleSettings: {
            /** @default null */
            abbreviation_unexpanded?: components["schemas"]["RuleActionWord"] | null;
            /** @default null */
            addresses?: components["schemas"]["RuleActionWord"] | null;
            /** @default null */
            brackets?: components["schemas"]["RuleActionWord"] | null;
            /** @default null */
            numbers?: components["schemas"]["RuleActionWord"] | null;
            /** @default null */
            placeholders?: components["schemas"]["RuleActionWord"] | null;
            /** @default null */
            repeated_words?: components["schemas"]["RuleActionWord"] | null;
            /** @default null */
            source_inconsistent?: components["schemas"]["RuleActionWord"] | null;
            /** @default null */
            style?: components["schemas"]["RuleActionWord"] | null;
            /** @default null */
            tags?: components["schemas"]["RuleActionWord"] | null;
            /** @default null */
            term_forbidden?: components["schemas"]["RuleActionWord"] | null;
            /** @default null */
            term_inconsistent?: components["schemas"]["RuleActionWord"] | null;
            /** @default null */
            term_not_used?: components["schemas"]["RuleActionWord"] | null;
            /** @default null */
            term_without_translation?: components["schemas"]["RuleActionWord"] | null;
            /** @default null */
            untranslated?: components["schemas"]["RuleActionWord"] | null;
        };
        /**
         * @description A rule a draft is checked by.
         * @enum {string}
         */
        RuleWord: "term_not_used" | "term_forbidden" | "source_inconsistent" | "term_inconsistent" | "numbers" | "untranslated" | "placeholders" | "tags" | "addresses" | "repeated_words" | "brackets" | "abbreviation_unexpanded" | "style" | "term_without_translation";
        /** @description The two distances a score is computed from. */
        ScoreParts: {
            /** @description Over characters. */
            characters: components["schemas"]["Distance"];
            /** @description Over words and punctuation. */
            tokens: components["schemas"]["Distance"];
        };
        /** @description Suggestions for a segment. */
        SegmentAnswer: {
            /**
             * @description Whether the matches are certainly the best; `false` if time ran out, the index is being built, or more segments seem
             *     equally good than are compared.
             */
            complete: boolean;
            /** @description The `id` of the segment in the request. */
            id?: string | null;
            /** @description Remembered translations of it and of segments like it, best first. */
            matches: components["schemas"]["MemoryMatch"][];
            /** @description Number of matches within `limit` that would have made the answer too large. The best one is always given. */
            more_matches: number;
            /** @description Number of terms beyond `limit`. */
            more_terms: number;
            /** @description Known terms in it, in order of the text. */
            terms: components["schemas"]["TermOccurrence"][];
        };
        /**
         * @description What to change about a segment.
         * @example {
         *       "target": "We focused on the neurons of the hypothalamus."
         *     }
         */
        SegmentChange: {
            /** @description The corrected translation. */
            target: string;
        };
        /** @description Segments that are not in an exported file, and why. */
        SegmentOmission: {
            /** @description The reason. */
            reason: components["schemas"]["SegmentOmissionWord"];
            /** @description How many segments. */
            segments: number;
        };
        /**
         * @description Why segments are not in a file.
         * @enum {string}
         */
        SegmentOmissionWord: "unapproved" | "candidates" | "other_direction" | "other_languages" | "unfit";
        /** @description One segment. */
        SegmentRequest: {
            /**
             * @description Its inline codes that do not stand in it as text, such as `<g id="1">`. A match whose translation has other codes
             *     scores less.
             */
            codes?: string[];
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
        /** @description Whether a running server is ready. */
        ServerHealth: {
            /** @description Whether it can answer questions. */
            ready: boolean;
            /**
             * Format: int32
             * @description HTTP status of `GET /ready`.
             */
            status: number;
            /** @description Its address. */
            url: string;
        };
        /** @description Who is logged in, and what they may do. */
        Session: {
            by?: components["schemas"]["CallerSourceWord"] | null;
            /** @description The project of a request that names none; `null` if nobody is logged in, or the caller may see no project. */
            default_project?: string | null;
            /** @description The name of the token, under which the history records what is done; `null` for callers without a token of their own. */
            name?: string | null;
            /** @description Projects the caller may see; `null` for all, including future ones. */
            projects?: string[] | null;
            role?: components["schemas"]["RoleWord"] | null;
            /** @description The version of the server. */
            version: string;
        };
        /** @description A setting with its value. */
        Setting: {
            /** @description The option, the environment variable, or the file and line; `null` for a default. */
            from?: string | null;
            /**
             * @description Its name, which is its key in the configuration file.
             * @example listen
             */
            name: string;
            /**
             * @description Where the value comes from: `option`, `environment`, `file` or `default`.
             * @example file
             */
            origin: string;
            /** @description Its value, `(hidden)` for a secret; `null` if it has none. */
            value?: string | null;
        };
        /**
         * @description How much a finding matters: certainly wrong, probably wrong, worth a look, good to know.
         * @enum {string}
         */
        SeverityWord: "error" | "warning" | "information" | "hint";
        /** @description Results of importing a review sheet. */
        Sheet: {
            /** @description Number of rows whose term has changed since the sheet was exported. */
            conflicts: number;
            /** @description Number of rows that were done, or would be. */
            done: number;
            /** @description Whether this was only a trial. */
            dry_run: boolean;
            /** @description Number of rows that cannot be done. */
            problems: number;
            /** @description All rows that are filled in. */
            rows: components["schemas"]["SheetRow"][];
            /** @description Number of rows that are not filled in. */
            skipped: number;
            /** @description Number of rows that changed nothing. */
            unchanged: number;
        };
        /** @description Result of a row of a review sheet. */
        SheetRow: {
            /** @description Code of the problem. */
            code?: string | null;
            /** @description Numbers of its decisions. */
            decisions: number[];
            /**
             * Format: int64
             * @description Its line, from 1.
             */
            line: number;
            /** @description The problem, and what to do. */
            message?: string | null;
            /**
             * Format: int64
             * @description The term.
             */
            term_id?: number | null;
            /** @description What happened to it. */
            verdict: components["schemas"]["RowOutcomeWord"];
        };
        /**
         * @description One side of a translation.
         * @enum {string}
         */
        SideWord: "source" | "target";
        /** @description A sign for or against a link. */
        Sign: {
            /** @description Stable name of the sign. */
            name: string;
            /**
             * Format: double
             * @description Its value.
             */
            value: number;
        };
        /** @description A file that was not read. */
        SkippedFile: {
            /** @description Its path below the folder. */
            name: string;
            /** @description Why. */
            reason: components["schemas"]["SkipReasonWord"];
        };
        /** @description Files in folders that were not read. Printed last, if there are any. */
        SkippedFiles: {
            /** @description The files. */
            skipped: components["schemas"]["SkippedFile"][];
        };
        /**
         * @description Why a file in a folder was not read.
         * @enum {string}
         */
        SkipReasonWord: "lock_file" | "system_file" | "hidden" | "unfinished" | "picture" | "archive" | "empty" | "folder_link" | "other_kind" | "unreadable";
        /** @description An imported dictionary or term base. */
        Source: {
            /** @description Whom to credit, where stated. */
            attribution?: string | null;
            /**
             * Format: int64
             * @description Number of entries.
             */
            entries: number;
            /** @description The format it came in. */
            format: components["schemas"]["SourceFormatWord"];
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /**
             * Format: date-time
             * @description When it was last imported.
             */
            imported_at: string;
            /** @description What its entries are used as. */
            kept: components["schemas"]["SourceUseWord"];
            /** @description Its licence, where stated. */
            licence?: string | null;
            /** @description Its name, as `source` of evidence gives it. */
            name: string;
            /** @description Name of its project. */
            project: string;
            /** @description Where it is from, where stated. */
            url?: string | null;
        };
        /** @description How many heads have their English from one source. */
        SourceCount: {
            /** @description Who gives the English. */
            by: components["schemas"]["CoverageWord"];
            /**
             * Format: int64
             * @description Number of heads.
             */
            heads: number;
        };
        /**
         * @description The format a source came in; `glossary` is a glossary that another program keeps here.
         * @enum {string}
         */
        SourceFormatWord: "tbx" | "utx" | "xliff" | "edict" | "jmdict" | "csv" | "tsv" | "xlsx" | "jsonl" | "ods" | "docx" | "glossary";
        /** @description Everything that was imported. */
        SourceList: {
            /** @description Files of translations, by project and name. */
            files: components["schemas"]["ImportedFile"][];
            /** @description Dictionaries and term bases, by project and name. */
            sources: components["schemas"]["Source"][];
        };
        /** @description An imported source and its licence. */
        SourceNote: {
            /** @description Whom to credit, where stated. */
            attribution?: string | null;
            /** @description Its licence, where stated. */
            licence?: string | null;
            /** @description Its name; `source` of evidence and definitions refers to it. */
            name: string;
            /** @description Where it is from, where stated. */
            url?: string | null;
        };
        /** @description A source or an imported file that was removed. */
        SourceRemoval: {
            /** @description Number of concepts removed with it. */
            concepts: number;
            /**
             * Format: int64
             * @description Number of its segments that stay, because a person decided on them or they were added otherwise too.
             */
            kept_segments: number;
            /** @description Number of its terms that stay, because something else supports them or a person decided on them. */
            kept_terms: number;
            /** @description Its name. */
            name: string;
            /**
             * Format: int64
             * @description Number of segments removed with it.
             */
            segments: number;
            /**
             * Format: int64
             * @description Number of its segments that stay, because another import brought them too.
             */
            shared_segments: number;
            source?: components["schemas"]["Source"] | null;
            /** @description Number of terms removed with it. */
            terms: number;
        };
        /**
         * @description What the entries of a source are used as: `terms` of the project, or `evidence` that is only looked up.
         * @enum {string}
         */
        SourceUseWord: "terms" | "evidence";
        /**
         * @description What separates kanji or kana from Latin letters.
         * @enum {string}
         */
        SpacingWord: "none" | "space" | "any";
        /**
         * @description Review state of a term, with strong suggestions told apart.
         * @enum {string}
         */
        StandingWord: "candidate" | "suggested" | "suggested_strong" | "approved" | "rejected";
        /** @description A field of the starter term base. */
        StarterField: {
            /**
             * @description Its name.
             * @example life-sciences
             */
            field: string;
            /** @description Whether the project has it. */
            in_project: boolean;
            /** @description The number of its rows. */
            rows: number;
        };
        /** @description The fields of the starter term base. */
        StarterList: {
            /** @description The fields. */
            fields: components["schemas"]["StarterField"][];
        };
        /**
         * @description Fields of the starter term base to add.
         * @example {
         *       "fields": [
         *         "physics"
         *       ]
         *     }
         */
        StarterRequest: {
            /** @description The fields; all if empty or missing. */
            fields?: string[];
        };
        /** @description Typographic style of translations. */
        StyleSettings: {
            /** @default null */
            brackets?: components["schemas"]["BracketsWord"] | null;
            /** @default null */
            latin_width?: components["schemas"]["WidthWord"] | null;
            /** @default null */
            spacing?: components["schemas"]["SpacingWord"] | null;
        };
        /** @description A concept of terms in the segments, with what to translate them with. */
        SuggestedConcept: {
            /** @description The concept, with evidence and conflicts. */
            concept: components["schemas"]["Concept"];
            /** @description What is left out of a concept that has very much; `GET /v1/concepts/{id}` gives all of it. Mostly all are 0. */
            omitted: components["schemas"]["Omitted"];
            /** @description Its translations, the best first; empty where none is known. */
            translations: components["schemas"]["Translation"][];
        };
        /** @description Suggestions for the segments of a request. */
        SuggestionAnswer: {
            /** @description The concepts of the terms, each once, in the order in which they occur. */
            concepts: components["schemas"]["SuggestedConcept"][];
            /** @description Number of concepts that terms refer to, but that would have made the answer too large. `GET /v1/concepts/{id}` gives them. */
            more_concepts: number;
            /**
             * Format: int64
             * @description Revision of the base the answer was made from.
             */
            revision: number;
            /** @description One for each segment, in the order of the request. */
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
            /** @description Its evidence; never empty. */
            evidence: components["schemas"]["Evidence"][];
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description Kind of designation. */
            kind: components["schemas"]["TermKindWord"];
            /**
             * @description Language tag (BCP 47).
             * @example ja
             */
            lang: string;
            part_of_speech?: components["schemas"]["PartOfSpeechWord"] | null;
            /**
             * @description Reading in katakana, where known or guessed.
             * @example シショウカブ
             */
            reading?: string | null;
            reading_origin?: components["schemas"]["ReadingOriginWord"] | null;
            /** @description Review state. */
            review: components["schemas"]["ReviewWord"];
            /**
             * @description Review state, with strong suggestions told apart: `suggested_strong` has a confidence of at least 0.95 and two kinds of
             *     evidence.
             */
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
            /** @description Number of terms left out. */
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
         * @description What to change about a term; at least one member is required.
         * @example {
         *       "text": "hippocampus"
         *     }
         */
        TermChange: {
            /**
             * Format: int64
             * @description With `usage`: the term to use instead of a deprecated or forbidden one.
             */
            replacement_id?: number | null;
            /** @description The corrected text. */
            text?: string | null;
            usage?: components["schemas"]["UsageWord"] | null;
        };
        /**
         * @description Kind of designation: `full_form`, `abbreviation`, `symbol` (case matters) or `variant` (another spelling).
         * @enum {string}
         */
        TermKindWord: "full_form" | "abbreviation" | "symbol" | "variant";
        /** @description A term in a segment, with one of its concepts. */
        TermOccurrence: {
            /**
             * Format: int64
             * @description Number of a concept it may mean; see `concepts`.
             */
            concept_id: number;
            /** @description Whether it is part of a longer term that was found too. */
            nested: boolean;
            /** @description Position in the segment, in bytes `[start, end)`. */
            span: number[];
            /** @description Position in the segment, in characters. */
            span_chars: number[];
            /**
             * Format: int64
             * @description Number of the term that was found.
             */
            term_id: number;
            /** @description The term as written in the segment. */
            text: string;
        };
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
        /** @description A position in a text. */
        TextSpan: {
            /** @description In bytes `[start, end)`. */
            span: number[];
            /** @description In characters. */
            span_chars: number[];
        };
        /** @description A token, without its secret. */
        Token: {
            /**
             * Format: date-time
             * @description When it was created.
             */
            created_at: string;
            /** @description Who created it. */
            created_by: string;
            /**
             * Format: date
             * @description The first day (UTC) it is no longer valid.
             */
            expires_on?: string | null;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description Its name; the change log names it as the actor. */
            name: string;
            /** @description Projects it gives access to; `null` for all, including future ones. */
            projects?: string[] | null;
            /**
             * Format: date-time
             * @description When it was revoked.
             */
            revoked_at?: string | null;
            /** @description Who revoked it. */
            revoked_by?: string | null;
            /** @description What its holder may do. */
            role: components["schemas"]["RoleWord"];
            /**
             * Format: date
             * @description The last day (UTC) it was used.
             */
            used_on?: string | null;
        };
        /** @description Tokens. */
        TokenList: {
            /** @description By number. */
            tokens: components["schemas"]["Token"][];
        };
        /** @description A token that was revoked. */
        TokenRevocation: {
            /**
             * Format: int64
             * @description Number of the token.
             */
            id: number;
            /** @description Whether it was revoked now; `false` where it had been revoked before. */
            revoked: boolean;
        };
        /** @description A translation of a term. */
        Translation: {
            /**
             * Format: double
             * @description Probability that it names the concept.
             */
            confidence: number;
            /** @description Kind of designation. */
            kind: components["schemas"]["TermKindWord"];
            /** @description Methods of its evidence. */
            reasons: components["schemas"]["EvidenceMethodWord"][];
            /** @description Number of releases with evidence for it. */
            releases: number;
            /** @description Review state. */
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
            /** @description Whether to use it; terms that are not to be used come last. */
            usage: components["schemas"]["UsageWord"];
        };
        /** @description A decision that was undone. */
        UndoAnswer: {
            /** @description The concepts it was about, in their restored state. */
            concepts: components["schemas"]["Concept"][];
            /** @description The decision. */
            decision: components["schemas"]["Decision"];
        };
        /** @description A segment without a translation. */
        UntranslatedSegment: {
            /** @description Where its source text is. */
            location: components["schemas"]["FileLocation"];
            /** @description The source text. */
            source_text: string;
            /** @description The segment, from 0. */
            unit: number;
            /** @description Its key in its file, where it has one. */
            unit_key?: string | null;
        };
        /**
         * @description Whether to use a term.
         * @enum {string}
         */
        UsageWord: "preferred" | "admitted" | "deprecated" | "forbidden";
        /**
         * @description Width of Latin letters and digits in Japanese text.
         * @enum {string}
         */
        WidthWord: "half" | "full" | "any";
        /** @description A term that needs attention. */
        WorkItem: {
            /** @description Numbers of its concepts. */
            concepts: number[];
            /** @description Why concepts of the same name disagree with it. */
            conflicts: string[];
            /**
             * Format: int64
             * @description What the list is ordered by: number of occurrences, releases or renderings, or the revision of the change.
             */
            count: number;
            /** @description Its language. */
            lang: string;
            /** @description Some of its occurrences. */
            occurrences: components["schemas"]["Place"][];
            /** @description Its renderings in the other language. */
            renderings: components["schemas"]["Rendering"][];
            /** @description The term. */
            term: string;
        };
        /** @description One page of a work list. */
        WorkPage: {
            /** @description The terms, the most urgent first. */
            items: components["schemas"]["WorkItem"][];
            /**
             * Format: int32
             * @description `skip` of the next request; `null` on the last page.
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
                /** @description The program that will read the file. Files with the extension `.utf8` are always for `OmegaT`. */
                profile?: "standard" | "human" | "mt" | "omegat" | "weblate";
                /** @description The lowest review state that is included. */
                review?: "candidate" | "suggested" | "approved";
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
                    /** @description Number of concepts that are left out, by reason, as in `unapproved=3, candidates=12` (RFC 9651). Missing if there are none. */
                    "Taiyaku-Left-Out"?: string | null;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"type":"header","format":"taiyaku","version":1,"generator":"Taiyaku 0.1.0","project":"default","revision":5,"generated_at":"2026-12-01T10:40:00Z","counts":{"concepts":1,"segments":1}}
                     *     {"type":"concept","id":1,"project":"default","terms":[{"lang":"ja","text":"視床下部","reading":{"kana":"シショウカブ","origin":"composed"},"kind":"full_form","usage":"preferred","review":"suggested","confidence":0.99,"evidence":[{"method":"entry","confidence":0.97,"span":[128,140],"snippet":"視床下部","from":{"kind":"document","source":"r.txt","release":1}},{"method":"inline_gloss","confidence":0.95,"span":[46,76],"snippet":"視床下部（hypothalamus）","from":{"kind":"document","source":"r.txt","release":1}}]},{"lang":"en","text":"hypothalamus","kind":"full_form","usage":"preferred","review":"suggested","confidence":0.95,"evidence":[{"method":"inline_gloss","confidence":0.95,"span":[46,76],"snippet":"視床下部（hypothalamus）","from":{"kind":"document","source":"r.txt","release":1}}]}],"definitions":[{"lang":"ja","text":"脳の一部で、眠りを保つ。","from":{"kind":"document","source":"r.txt","release":1}}],"notes":[],"conflicts":[],"revision":2}
                     *     {"type":"segment","source_lang":"ja","target_lang":"en","source":"脳の一部。","target":"A part of the brain.","review":"suggested","confidence":1.0,"origin":"m.tmx"}
                     */
                    "application/jsonl": string;
                    /**
                     * @example {
                     *     "@context": {"altLabel":{"@container":"@language","@id":"skos:altLabel"},"created":{"@id":"dct:created","@type":"xsd:dateTime"},"dct":"http://purl.org/dc/terms/","definition":{"@container":"@language","@id":"skos:definition"},"hiddenLabel":{"@container":"@language","@id":"skos:hiddenLabel"},"id":"@id","inScheme":{"@id":"skos:inScheme","@type":"@id"},"notation":"skos:notation","note":"skos:note","prefLabel":{"@container":"@language","@id":"skos:prefLabel"},"skos":"http://www.w3.org/2004/02/skos/core#","subject":"dct:subject","title":"dct:title","type":"@type","xsd":"http://www.w3.org/2001/XMLSchema#"},
                     *     "@graph": [
                     *     {"created":"2026-12-01T10:40:00Z","id":"urn:taiyaku:default","title":"default","type":"skos:ConceptScheme"},
                     */
                    "application/ld+json": string;
                    /** @example PK… */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /** @example PK… */
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <martif type="TBX-Basic" xml:lang="en">
                     *       <martifHeader>
                     *         <fileDesc>
                     *           <sourceDesc>
                     *             <p>Exported by Taiyaku from project `default` at 2026-12-01T10:40:00Z.</p>
                     *           </sourceDesc>
                     *         </fileDesc>
                     *         <encodingDesc>
                     *           <p type="XCSURI">TBXBasicXCSV02.xcs</p>
                     *         </encodingDesc>
                     *       </martifHeader>
                     *       <text>
                     *         <body>
                     *           <termEntry id="c1">
                     *             <admin type="projectSubset">default</admin>
                     *             <langSet xml:lang="ja">
                     *               <descripGrp>
                     *                 <descrip type="definition">脳の一部で、眠りを保つ。</descrip>
                     *                 <admin type="source">r.txt</admin>
                     *               </descripGrp>
                     *               <tig>
                     *                 <term>視床下部</term>
                     *                 <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
                     *                 <termNote type="termType">fullForm</termNote>
                     *                 <note>reading: シショウカブ</note>
                     */
                    "application/x-tbx": string;
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <tmx version="1.4">
                     *       <header creationtool="Taiyaku" creationtoolversion="0.1.0" segtype="sentence" o-tmf="taiyaku" adminlang="en" srclang="ja" datatype="plaintext" creationdate="20261201T104000Z">
                     *         <prop type="x-project">default</prop>
                     *       </header>
                     *       <body>
                     *         <tu>
                     *           <prop type="x-review">suggested</prop>
                     *           <prop type="x-origin">m.tmx</prop>
                     *           <tuv xml:lang="ja">
                     *             <seg>脳の一部。</seg>
                     *           </tuv>
                     *           <tuv xml:lang="en">
                     *             <seg>A part of the brain.</seg>
                     *           </tuv>
                     *         </tu>
                     *       </body>
                     *     </tmx>
                     */
                    "application/x-tmx+xml": string;
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
                     *       <file original="default" source-language="ja" target-language="en" datatype="plaintext" tool-id="taiyaku">
                     *         <header>
                     *           <tool tool-id="taiyaku" tool-name="Taiyaku" tool-version="0.1.0"/>
                     *           <note>Exported by Taiyaku at 2026-12-01T10:40:00Z.</note>
                     *         </header>
                     *         <body>
                     *           <trans-unit id="1" xml:space="preserve">
                     *             <source>脳の一部。</source>
                     *             <target state="translated">A part of the brain.</target>
                     *           </trans-unit>
                     *         </body>
                     *       </file>
                     *     </xliff>
                     */
                    "application/xliff+xml": string;
                    /**
                     * @example # Exported by Taiyaku from project `default` at 2026-12-01T10:40:00Z.
                     *     version: 1
                     *     rules: []
                     */
                    "application/yaml": string;
                    /**
                     * @example concept_id,ja,reading,en,abbreviation,part_of_speech,usage,review,confidence,evidence_kind,evidence,field,definition_ja,source,licence
                     *     1,視床下部,シショウカブ,hypothalamus,,,preferred,suggested,0.95,document,inline_gloss @ r.txt,,脳の一部で、眠りを保つ。,r.txt,
                     */
                    "text/csv": string;
                    /**
                     * @example <!DOCTYPE html>
                     *     <html lang="ja">
                     *     <head>
                     *     <meta charset="utf-8">
                     *     <meta name="viewport" content="width=device-width, initial-scale=1">
                     *     <title>default: glossary</title>
                     */
                    "text/html": string;
                    /**
                     * @example # Glossary in tab-separated format -*- coding: utf-8 -*-
                     *     視床下部	hypothalamus	脳の一部で、眠りを保つ。 [r.txt]
                     */
                    "text/tab-separated-values": string;
                    /**
                     * @example msgid ""
                     *     msgstr ""
                     *     "Project-Id-Version: default\n"
                     *     "PO-Revision-Date: 2026-12-01 10:40+0000\n"
                     *     "Language: en\n"
                     *     "X-Source-Language: ja\n"
                     *     "MIME-Version: 1.0\n"
                     *     "Content-Type: text/plain; charset=UTF-8\n"
                     *     "Content-Transfer-Encoding: 8bit\n"
                     *     "X-Generator: Taiyaku 0.1.0\n"
                     *
                     *     msgid "脳の一部。"
                     *     msgstr "A part of the brain."
                     */
                    "text/x-gettext-translation": string;
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
                /** @description The program that will read the file. Files with the extension `.utf8` are always for `OmegaT`. */
                profile?: "standard" | "human" | "mt" | "omegat" | "weblate";
                /** @description The lowest review state that is included. */
                review?: "candidate" | "suggested" | "approved";
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
                    /** @description Number of concepts that are left out, by reason, as in `unapproved=3, candidates=12` (RFC 9651). Missing if there are none. */
                    "Taiyaku-Left-Out"?: string | null;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"type":"header","format":"taiyaku","version":1,"generator":"Taiyaku 0.1.0","project":"default","revision":5,"generated_at":"2026-12-01T10:40:00Z","counts":{"concepts":1,"segments":1}}
                     *     {"type":"concept","id":1,"project":"default","terms":[{"lang":"ja","text":"視床下部","reading":{"kana":"シショウカブ","origin":"composed"},"kind":"full_form","usage":"preferred","review":"suggested","confidence":0.99,"evidence":[{"method":"entry","confidence":0.97,"span":[128,140],"snippet":"視床下部","from":{"kind":"document","source":"r.txt","release":1}},{"method":"inline_gloss","confidence":0.95,"span":[46,76],"snippet":"視床下部（hypothalamus）","from":{"kind":"document","source":"r.txt","release":1}}]},{"lang":"en","text":"hypothalamus","kind":"full_form","usage":"preferred","review":"suggested","confidence":0.95,"evidence":[{"method":"inline_gloss","confidence":0.95,"span":[46,76],"snippet":"視床下部（hypothalamus）","from":{"kind":"document","source":"r.txt","release":1}}]}],"definitions":[{"lang":"ja","text":"脳の一部で、眠りを保つ。","from":{"kind":"document","source":"r.txt","release":1}}],"notes":[],"conflicts":[],"revision":2}
                     *     {"type":"segment","source_lang":"ja","target_lang":"en","source":"脳の一部。","target":"A part of the brain.","review":"suggested","confidence":1.0,"origin":"m.tmx"}
                     */
                    "application/jsonl": string;
                    /**
                     * @example {
                     *     "@context": {"altLabel":{"@container":"@language","@id":"skos:altLabel"},"created":{"@id":"dct:created","@type":"xsd:dateTime"},"dct":"http://purl.org/dc/terms/","definition":{"@container":"@language","@id":"skos:definition"},"hiddenLabel":{"@container":"@language","@id":"skos:hiddenLabel"},"id":"@id","inScheme":{"@id":"skos:inScheme","@type":"@id"},"notation":"skos:notation","note":"skos:note","prefLabel":{"@container":"@language","@id":"skos:prefLabel"},"skos":"http://www.w3.org/2004/02/skos/core#","subject":"dct:subject","title":"dct:title","type":"@type","xsd":"http://www.w3.org/2001/XMLSchema#"},
                     *     "@graph": [
                     *     {"created":"2026-12-01T10:40:00Z","id":"urn:taiyaku:default","title":"default","type":"skos:ConceptScheme"},
                     */
                    "application/ld+json": string;
                    /** @example PK… */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /** @example PK… */
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <martif type="TBX-Basic" xml:lang="en">
                     *       <martifHeader>
                     *         <fileDesc>
                     *           <sourceDesc>
                     *             <p>Exported by Taiyaku from project `default` at 2026-12-01T10:40:00Z.</p>
                     *           </sourceDesc>
                     *         </fileDesc>
                     *         <encodingDesc>
                     *           <p type="XCSURI">TBXBasicXCSV02.xcs</p>
                     *         </encodingDesc>
                     *       </martifHeader>
                     *       <text>
                     *         <body>
                     *           <termEntry id="c1">
                     *             <admin type="projectSubset">default</admin>
                     *             <langSet xml:lang="ja">
                     *               <descripGrp>
                     *                 <descrip type="definition">脳の一部で、眠りを保つ。</descrip>
                     *                 <admin type="source">r.txt</admin>
                     *               </descripGrp>
                     *               <tig>
                     *                 <term>視床下部</term>
                     *                 <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
                     *                 <termNote type="termType">fullForm</termNote>
                     *                 <note>reading: シショウカブ</note>
                     */
                    "application/x-tbx": string;
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <tmx version="1.4">
                     *       <header creationtool="Taiyaku" creationtoolversion="0.1.0" segtype="sentence" o-tmf="taiyaku" adminlang="en" srclang="ja" datatype="plaintext" creationdate="20261201T104000Z">
                     *         <prop type="x-project">default</prop>
                     *       </header>
                     *       <body>
                     *         <tu>
                     *           <prop type="x-review">suggested</prop>
                     *           <prop type="x-origin">m.tmx</prop>
                     *           <tuv xml:lang="ja">
                     *             <seg>脳の一部。</seg>
                     *           </tuv>
                     *           <tuv xml:lang="en">
                     *             <seg>A part of the brain.</seg>
                     *           </tuv>
                     *         </tu>
                     *       </body>
                     *     </tmx>
                     */
                    "application/x-tmx+xml": string;
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
                     *       <file original="default" source-language="ja" target-language="en" datatype="plaintext" tool-id="taiyaku">
                     *         <header>
                     *           <tool tool-id="taiyaku" tool-name="Taiyaku" tool-version="0.1.0"/>
                     *           <note>Exported by Taiyaku at 2026-12-01T10:40:00Z.</note>
                     *         </header>
                     *         <body>
                     *           <trans-unit id="1" xml:space="preserve">
                     *             <source>脳の一部。</source>
                     *             <target state="translated">A part of the brain.</target>
                     *           </trans-unit>
                     *         </body>
                     *       </file>
                     *     </xliff>
                     */
                    "application/xliff+xml": string;
                    /**
                     * @example # Exported by Taiyaku from project `default` at 2026-12-01T10:40:00Z.
                     *     version: 1
                     *     rules: []
                     */
                    "application/yaml": string;
                    /**
                     * @example concept_id,ja,reading,en,abbreviation,part_of_speech,usage,review,confidence,evidence_kind,evidence,field,definition_ja,source,licence
                     *     1,視床下部,シショウカブ,hypothalamus,,,preferred,suggested,0.95,document,inline_gloss @ r.txt,,脳の一部で、眠りを保つ。,r.txt,
                     */
                    "text/csv": string;
                    /**
                     * @example <!DOCTYPE html>
                     *     <html lang="ja">
                     *     <head>
                     *     <meta charset="utf-8">
                     *     <meta name="viewport" content="width=device-width, initial-scale=1">
                     *     <title>default: glossary</title>
                     */
                    "text/html": string;
                    /**
                     * @example # Glossary in tab-separated format -*- coding: utf-8 -*-
                     *     視床下部	hypothalamus	脳の一部で、眠りを保つ。 [r.txt]
                     */
                    "text/tab-separated-values": string;
                    /**
                     * @example msgid ""
                     *     msgstr ""
                     *     "Project-Id-Version: default\n"
                     *     "PO-Revision-Date: 2026-12-01 10:40+0000\n"
                     *     "Language: en\n"
                     *     "X-Source-Language: ja\n"
                     *     "MIME-Version: 1.0\n"
                     *     "Content-Type: text/plain; charset=UTF-8\n"
                     *     "Content-Transfer-Encoding: 8bit\n"
                     *     "X-Generator: Taiyaku 0.1.0\n"
                     *
                     *     msgid "脳の一部。"
                     *     msgstr "A part of the brain."
                     */
                    "text/x-gettext-translation": string;
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
                     *       "concepts": [
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
                     *           "omitted": {
                     *             "evidence": 0,
                     *             "facts": 0,
                     *             "terms": 0,
                     *             "translations": 0
                     *           },
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
                     *                 "author": null,
                     *                 "id": 1,
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
                     *           "omitted": {
                     *             "evidence": 0,
                     *             "facts": 0,
                     *             "terms": 0,
                     *             "translations": 0
                     *           },
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
                     *       "more_concepts": 0,
                     *       "more_matches": 0,
                     *       "more_terms": 0,
                     *       "revision": 14,
                     *       "terms": [
                     *         {
                     *           "concept_id": 3,
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
                     *           "text": "海馬"
                     *         },
                     *         {
                     *           "concept_id": 2,
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
                     *           "text": "神経細胞"
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
                /** @description Only changes by this person or program. */
                actor?: string;
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
                /** @description Only changes by this person or program. */
                actor?: string;
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
                     *               "author": null,
                     *               "id": 1,
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
                     *           "author": null,
                     *           "id": 1,
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
    delete_concept: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the concept. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The decision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": null,
                     *       "concept": {
                     *         "conflicts": [],
                     *         "definitions": [
                     *           {
                     *             "author": null,
                     *             "id": 1,
                     *             "lang": "ja",
                     *             "release_id": 1,
                     *             "source": "20261101_release.txt",
                     *             "text": "脳の一部で、眠りを保つ。"
                     *           }
                     *         ],
                     *         "field": null,
                     *         "id": 1,
                     *         "notes": [],
                     *         "project": "default",
                     *         "revision": 18,
                     *         "scope_release_id": null,
                     *         "sources": [],
                     *         "terms": [
                     *           {
                     *             "confidence": 0.99,
                     *             "evidence": [
                     *               {
                     *                 "confidence": 0.97,
                     *                 "id": 1,
                     *                 "kind": "document",
                     *                 "licence": null,
                     *                 "method": "entry",
                     *                 "release_id": 1,
                     *                 "snippet": "視床下部（hypothalamus）",
                     *                 "source": "20261101_release.txt",
                     *                 "span": [
                     *                   119,
                     *                   149
                     *                 ]
                     *               },
                     *               {
                     *                 "confidence": 0.97,
                     *                 "id": 2,
                     *                 "kind": "document",
                     *                 "licence": null,
                     *                 "method": "head_gloss",
                     *                 "release_id": 1,
                     *                 "snippet": "視床下部（hypothalamus）",
                     *                 "source": "20261101_release.txt",
                     *                 "span": [
                     *                   119,
                     *                   149
                     *                 ]
                     *               }
                     *             ],
                     *             "id": 1,
                     *             "kind": "full_form",
                     *             "lang": "ja",
                     *             "part_of_speech": null,
                     *             "reading": "シショウカブ",
                     *             "review": "approved",
                     *             "standing": "approved",
                     *             "text": "視床下部",
                     *             "usage": "preferred"
                     *           },
                     *           {
                     *             "confidence": 0.99,
                     *             "evidence": [
                     *               {
                     *                 "confidence": 0.99,
                     *                 "id": 10,
                     *                 "kind": "person",
                     *                 "licence": null,
                     *                 "method": "decision",
                     *                 "release_id": null,
                     *                 "snippet": null,
                     *                 "source": "api",
                     *                 "span": null
                     *               },
                     *               {
                     *                 "confidence": 0.97,
                     *                 "id": 3,
                     *                 "kind": "document",
                     *                 "licence": null,
                     *                 "method": "head_gloss",
                     *                 "release_id": 1,
                     *                 "snippet": "視床下部（hypothalamus）",
                     *                 "source": "20261101_release.txt",
                     *                 "span": [
                     *                   119,
                     *                   149
                     *                 ]
                     *               }
                     *             ],
                     *             "id": 2,
                     *             "kind": "full_form",
                     *             "lang": "en",
                     *             "part_of_speech": null,
                     *             "reading": null,
                     *             "review": "approved",
                     *             "standing": "approved",
                     *             "text": "hypothalamus",
                     *             "usage": "preferred"
                     *           }
                     *         ]
                     *       },
                     *       "decision": {
                     *         "act_id": null,
                     *         "actor": "api",
                     *         "at": "2026-11-21T17:26:26Z",
                     *         "concept_id": 1,
                     *         "id": 2,
                     *         "kind": "delete",
                     *         "revision": 19,
                     *         "summary": "deleted concept 7, `海馬`",
                     *         "term_id": null,
                     *         "undone_at": null,
                     *         "undone_by": null
                     *       },
                     *       "detail": null,
                     *       "made_concept_id": null,
                     *       "outcome": "done"
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionResult"];
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
    add_definition: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the concept. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "記憶をつかさどる脳の部位。"
                 *     }
                 */
                "application/json": components["schemas"]["DefinitionRequest"];
            };
        };
        responses: {
            /** @description The decision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": null,
                     *       "concept": {
                     *         "conflicts": [],
                     *         "definitions": [
                     *           {
                     *             "author": null,
                     *             "id": 1,
                     *             "lang": "ja",
                     *             "release_id": 1,
                     *             "source": "20261101_release.txt",
                     *             "text": "脳の一部で、眠りを保つ。"
                     *           }
                     *         ],
                     *         "field": null,
                     *         "id": 1,
                     *         "notes": [],
                     *         "project": "default",
                     *         "revision": 18,
                     *         "scope_release_id": null,
                     *         "sources": [],
                     *         "terms": [
                     *           {
                     *             "confidence": 0.99,
                     *             "evidence": [
                     *               {
                     *                 "confidence": 0.97,
                     *                 "id": 1,
                     *                 "kind": "document",
                     *                 "licence": null,
                     *                 "method": "entry",
                     *                 "release_id": 1,
                     *                 "snippet": "視床下部（hypothalamus）",
                     *                 "source": "20261101_release.txt",
                     *                 "span": [
                     *                   119,
                     *                   149
                     *                 ]
                     *               },
                     *               {
                     *                 "confidence": 0.97,
                     *                 "id": 2,
                     *                 "kind": "document",
                     *                 "licence": null,
                     *                 "method": "head_gloss",
                     *                 "release_id": 1,
                     *                 "snippet": "視床下部（hypothalamus）",
                     *                 "source": "20261101_release.txt",
                     *                 "span": [
                     *                   119,
                     *                   149
                     *                 ]
                     *               }
                     *             ],
                     *             "id": 1,
                     *             "kind": "full_form",
                     *             "lang": "ja",
                     *             "part_of_speech": null,
                     *             "reading": "シショウカブ",
                     *             "review": "approved",
                     *             "standing": "approved",
                     *             "text": "視床下部",
                     *             "usage": "preferred"
                     *           },
                     *           {
                     *             "confidence": 0.99,
                     *             "evidence": [
                     *               {
                     *                 "confidence": 0.99,
                     *                 "id": 10,
                     *                 "kind": "person",
                     *                 "licence": null,
                     *                 "method": "decision",
                     *                 "release_id": null,
                     *                 "snippet": null,
                     *                 "source": "api",
                     *                 "span": null
                     *               },
                     *               {
                     *                 "confidence": 0.97,
                     *                 "id": 3,
                     *                 "kind": "document",
                     *                 "licence": null,
                     *                 "method": "head_gloss",
                     *                 "release_id": 1,
                     *                 "snippet": "視床下部（hypothalamus）",
                     *                 "source": "20261101_release.txt",
                     *                 "span": [
                     *                   119,
                     *                   149
                     *                 ]
                     *               }
                     *             ],
                     *             "id": 2,
                     *             "kind": "full_form",
                     *             "lang": "en",
                     *             "part_of_speech": null,
                     *             "reading": null,
                     *             "review": "approved",
                     *             "standing": "approved",
                     *             "text": "hypothalamus",
                     *             "usage": "preferred"
                     *           }
                     *         ]
                     *       },
                     *       "decision": {
                     *         "act_id": null,
                     *         "actor": "api",
                     *         "at": "2026-11-21T17:26:26Z",
                     *         "concept_id": 1,
                     *         "id": 2,
                     *         "kind": "define",
                     *         "revision": 19,
                     *         "summary": "defined `海馬`",
                     *         "term_id": null,
                     *         "undone_at": null,
                     *         "undone_by": null
                     *       },
                     *       "detail": null,
                     *       "made_concept_id": null,
                     *       "outcome": "done"
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionResult"];
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
            /** @description There is no such concept. */
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
                mode?: "text" | "words";
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
    read_coverage: {
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
            /** @description The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fields": [
                     *         {
                     *           "approved": 12,
                     *           "field": null,
                     *           "terms": 60,
                     *           "with_english": 58
                     *         }
                     *       ],
                     *       "heads": {
                     *         "by": [
                     *           {
                     *             "by": "document",
                     *             "heads": 50
                     *           },
                     *           {
                     *             "by": "other_release",
                     *             "heads": 1
                     *           },
                     *           {
                     *             "by": "person",
                     *             "heads": 0
                     *           },
                     *           {
                     *             "by": "import",
                     *             "heads": 2
                     *           },
                     *           {
                     *             "by": "starter",
                     *             "heads": 2
                     *           },
                     *           {
                     *             "by": "none",
                     *             "heads": 1
                     *           }
                     *         ],
                     *         "heads": 56,
                     *         "with_english": 55
                     *       },
                     *       "releases": [
                     *         {
                     *           "date": "2026-11-01",
                     *           "heads": 6,
                     *           "name": "20261101_release.txt",
                     *           "release_id": 1,
                     *           "with_english": 5
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Coverage"];
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
    delete_definition: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the definition. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The decision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": null,
                     *       "concept": {
                     *         "conflicts": [],
                     *         "definitions": [
                     *           {
                     *             "author": null,
                     *             "id": 1,
                     *             "lang": "ja",
                     *             "release_id": 1,
                     *             "source": "20261101_release.txt",
                     *             "text": "脳の一部で、眠りを保つ。"
                     *           }
                     *         ],
                     *         "field": null,
                     *         "id": 1,
                     *         "notes": [],
                     *         "project": "default",
                     *         "revision": 18,
                     *         "scope_release_id": null,
                     *         "sources": [],
                     *         "terms": [
                     *           {
                     *             "confidence": 0.99,
                     *             "evidence": [
                     *               {
                     *                 "confidence": 0.97,
                     *                 "id": 1,
                     *                 "kind": "document",
                     *                 "licence": null,
                     *                 "method": "entry",
                     *                 "release_id": 1,
                     *                 "snippet": "視床下部（hypothalamus）",
                     *                 "source": "20261101_release.txt",
                     *                 "span": [
                     *                   119,
                     *                   149
                     *                 ]
                     *               },
                     *               {
                     *                 "confidence": 0.97,
                     *                 "id": 2,
                     *                 "kind": "document",
                     *                 "licence": null,
                     *                 "method": "head_gloss",
                     *                 "release_id": 1,
                     *                 "snippet": "視床下部（hypothalamus）",
                     *                 "source": "20261101_release.txt",
                     *                 "span": [
                     *                   119,
                     *                   149
                     *                 ]
                     *               }
                     *             ],
                     *             "id": 1,
                     *             "kind": "full_form",
                     *             "lang": "ja",
                     *             "part_of_speech": null,
                     *             "reading": "シショウカブ",
                     *             "review": "approved",
                     *             "standing": "approved",
                     *             "text": "視床下部",
                     *             "usage": "preferred"
                     *           },
                     *           {
                     *             "confidence": 0.99,
                     *             "evidence": [
                     *               {
                     *                 "confidence": 0.99,
                     *                 "id": 10,
                     *                 "kind": "person",
                     *                 "licence": null,
                     *                 "method": "decision",
                     *                 "release_id": null,
                     *                 "snippet": null,
                     *                 "source": "api",
                     *                 "span": null
                     *               },
                     *               {
                     *                 "confidence": 0.97,
                     *                 "id": 3,
                     *                 "kind": "document",
                     *                 "licence": null,
                     *                 "method": "head_gloss",
                     *                 "release_id": 1,
                     *                 "snippet": "視床下部（hypothalamus）",
                     *                 "source": "20261101_release.txt",
                     *                 "span": [
                     *                   119,
                     *                   149
                     *                 ]
                     *               }
                     *             ],
                     *             "id": 2,
                     *             "kind": "full_form",
                     *             "lang": "en",
                     *             "part_of_speech": null,
                     *             "reading": null,
                     *             "review": "approved",
                     *             "standing": "approved",
                     *             "text": "hypothalamus",
                     *             "usage": "preferred"
                     *           }
                     *         ]
                     *       },
                     *       "decision": {
                     *         "act_id": null,
                     *         "actor": "api",
                     *         "at": "2026-11-21T17:26:26Z",
                     *         "concept_id": 1,
                     *         "id": 2,
                     *         "kind": "define",
                     *         "revision": 19,
                     *         "summary": "deleted a definition of `海馬`",
                     *         "term_id": null,
                     *         "undone_at": null,
                     *         "undone_by": null
                     *       },
                     *       "detail": null,
                     *       "made_concept_id": null,
                     *       "outcome": "done"
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionResult"];
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
            /** @description There is no such definition. */
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
    change_definition: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the definition. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "記憶をつかさどる脳の部位。"
                 *     }
                 */
                "application/json": components["schemas"]["DefinitionRequest"];
            };
        };
        responses: {
            /** @description The decision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": null,
                     *       "concept": {
                     *         "conflicts": [],
                     *         "definitions": [
                     *           {
                     *             "author": null,
                     *             "id": 1,
                     *             "lang": "ja",
                     *             "release_id": 1,
                     *             "source": "20261101_release.txt",
                     *             "text": "脳の一部で、眠りを保つ。"
                     *           }
                     *         ],
                     *         "field": null,
                     *         "id": 1,
                     *         "notes": [],
                     *         "project": "default",
                     *         "revision": 18,
                     *         "scope_release_id": null,
                     *         "sources": [],
                     *         "terms": [
                     *           {
                     *             "confidence": 0.99,
                     *             "evidence": [
                     *               {
                     *                 "confidence": 0.97,
                     *                 "id": 1,
                     *                 "kind": "document",
                     *                 "licence": null,
                     *                 "method": "entry",
                     *                 "release_id": 1,
                     *                 "snippet": "視床下部（hypothalamus）",
                     *                 "source": "20261101_release.txt",
                     *                 "span": [
                     *                   119,
                     *                   149
                     *                 ]
                     *               },
                     *               {
                     *                 "confidence": 0.97,
                     *                 "id": 2,
                     *                 "kind": "document",
                     *                 "licence": null,
                     *                 "method": "head_gloss",
                     *                 "release_id": 1,
                     *                 "snippet": "視床下部（hypothalamus）",
                     *                 "source": "20261101_release.txt",
                     *                 "span": [
                     *                   119,
                     *                   149
                     *                 ]
                     *               }
                     *             ],
                     *             "id": 1,
                     *             "kind": "full_form",
                     *             "lang": "ja",
                     *             "part_of_speech": null,
                     *             "reading": "シショウカブ",
                     *             "review": "approved",
                     *             "standing": "approved",
                     *             "text": "視床下部",
                     *             "usage": "preferred"
                     *           },
                     *           {
                     *             "confidence": 0.99,
                     *             "evidence": [
                     *               {
                     *                 "confidence": 0.99,
                     *                 "id": 10,
                     *                 "kind": "person",
                     *                 "licence": null,
                     *                 "method": "decision",
                     *                 "release_id": null,
                     *                 "snippet": null,
                     *                 "source": "api",
                     *                 "span": null
                     *               },
                     *               {
                     *                 "confidence": 0.97,
                     *                 "id": 3,
                     *                 "kind": "document",
                     *                 "licence": null,
                     *                 "method": "head_gloss",
                     *                 "release_id": 1,
                     *                 "snippet": "視床下部（hypothalamus）",
                     *                 "source": "20261101_release.txt",
                     *                 "span": [
                     *                   119,
                     *                   149
                     *                 ]
                     *               }
                     *             ],
                     *             "id": 2,
                     *             "kind": "full_form",
                     *             "lang": "en",
                     *             "part_of_speech": null,
                     *             "reading": null,
                     *             "review": "approved",
                     *             "standing": "approved",
                     *             "text": "hypothalamus",
                     *             "usage": "preferred"
                     *           }
                     *         ]
                     *       },
                     *       "decision": {
                     *         "act_id": null,
                     *         "actor": "api",
                     *         "at": "2026-11-21T17:26:26Z",
                     *         "concept_id": 1,
                     *         "id": 2,
                     *         "kind": "define",
                     *         "revision": 19,
                     *         "summary": "changed a definition of `海馬`",
                     *         "term_id": null,
                     *         "undone_at": null,
                     *         "undone_by": null
                     *       },
                     *       "detail": null,
                     *       "made_concept_id": null,
                     *       "outcome": "done"
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionResult"];
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
            /** @description There is no such definition. */
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
    export_file: {
        parameters: {
            query?: {
                /** @description Only concepts of these subject fields, separated by commas. */
                field?: string;
                /**
                 * @description The format, where several have the same extension; by the extension if missing.
                 * @example csv_excel
                 */
                format?: "csv" | "csv_excel" | "xlsx" | "tbx2" | "tbx3" | "tbx3_dct" | "omegat" | "utx" | "glossary_html" | "glossary_docx" | "terms_docx" | "skos" | "prh" | "memoq" | "multiterm" | "weblate" | "deepl" | "deepl_csv" | "google" | "google_set" | "jsonl" | "tmx" | "xliff12" | "xliff21" | "xliff21_glossary" | "po" | "bilingual_docx";
                /** @description The language to translate from. */
                from?: string;
                /** @description Only concepts that a release names, so without what only the starter base or an import has. */
                from_releases?: boolean;
                /** @description The language to translate into. */
                into?: string;
                /** @description The kind of reader the file is for. */
                profile?: "standard" | "human" | "mt" | "omegat" | "weblate";
                /** @description Only concepts that this release names or defines, by its number. */
                release?: number;
                /** @description The lowest review state that is included. */
                review?: "candidate" | "suggested" | "approved";
                /** @description Only concepts that have changed after the change with this number, or since this date or time (RFC 3339, UTC). */
                since?: string;
                /** @description Only concepts with terms or definitions from this source: the name of an imported file, a release or a person. */
                source?: string;
                /**
                 * @description Usages of the terms that are included, separated by commas; those of the profile if missing.
                 * @example preferred,admitted
                 */
                usage?: string;
            };
            header?: {
                /** @description The `ETag` of an earlier answer. */
                "If-None-Match"?: string | null;
                /** @description A part of the file, such as `bytes=1000-`. */
                Range?: string | null;
            };
            path: {
                /**
                 * @description `PROJECT.EXTENSION`; several projects are separated by commas.
                 * @example default.csv
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
                    /** @description A name for the file. */
                    "Content-Disposition"?: string;
                    /** @description Strong tag of the bytes. */
                    ETag?: string;
                    /** @description Number of concepts that are left out, by reason, as in `unapproved=3, candidates=12` (RFC 9651). Missing if there are none. */
                    "Taiyaku-Left-Out"?: string | null;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"type":"header","format":"taiyaku","version":1,"generator":"Taiyaku 0.1.0","project":"default","revision":5,"generated_at":"2026-12-01T10:40:00Z","counts":{"concepts":1,"segments":1}}
                     *     {"type":"concept","id":1,"project":"default","terms":[{"lang":"ja","text":"視床下部","reading":{"kana":"シショウカブ","origin":"composed"},"kind":"full_form","usage":"preferred","review":"suggested","confidence":0.99,"evidence":[{"method":"entry","confidence":0.97,"span":[128,140],"snippet":"視床下部","from":{"kind":"document","source":"r.txt","release":1}},{"method":"inline_gloss","confidence":0.95,"span":[46,76],"snippet":"視床下部（hypothalamus）","from":{"kind":"document","source":"r.txt","release":1}}]},{"lang":"en","text":"hypothalamus","kind":"full_form","usage":"preferred","review":"suggested","confidence":0.95,"evidence":[{"method":"inline_gloss","confidence":0.95,"span":[46,76],"snippet":"視床下部（hypothalamus）","from":{"kind":"document","source":"r.txt","release":1}}]}],"definitions":[{"lang":"ja","text":"脳の一部で、眠りを保つ。","from":{"kind":"document","source":"r.txt","release":1}}],"notes":[],"conflicts":[],"revision":2}
                     *     {"type":"segment","source_lang":"ja","target_lang":"en","source":"脳の一部。","target":"A part of the brain.","review":"suggested","confidence":1.0,"origin":"m.tmx"}
                     */
                    "application/jsonl": string;
                    /**
                     * @example {
                     *     "@context": {"altLabel":{"@container":"@language","@id":"skos:altLabel"},"created":{"@id":"dct:created","@type":"xsd:dateTime"},"dct":"http://purl.org/dc/terms/","definition":{"@container":"@language","@id":"skos:definition"},"hiddenLabel":{"@container":"@language","@id":"skos:hiddenLabel"},"id":"@id","inScheme":{"@id":"skos:inScheme","@type":"@id"},"notation":"skos:notation","note":"skos:note","prefLabel":{"@container":"@language","@id":"skos:prefLabel"},"skos":"http://www.w3.org/2004/02/skos/core#","subject":"dct:subject","title":"dct:title","type":"@type","xsd":"http://www.w3.org/2001/XMLSchema#"},
                     *     "@graph": [
                     *     {"created":"2026-12-01T10:40:00Z","id":"urn:taiyaku:default","title":"default","type":"skos:ConceptScheme"},
                     */
                    "application/ld+json": string;
                    /** @example PK… */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /** @example PK… */
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <martif type="TBX-Basic" xml:lang="en">
                     *       <martifHeader>
                     *         <fileDesc>
                     *           <sourceDesc>
                     *             <p>Exported by Taiyaku from project `default` at 2026-12-01T10:40:00Z.</p>
                     *           </sourceDesc>
                     *         </fileDesc>
                     *         <encodingDesc>
                     *           <p type="XCSURI">TBXBasicXCSV02.xcs</p>
                     *         </encodingDesc>
                     *       </martifHeader>
                     *       <text>
                     *         <body>
                     *           <termEntry id="c1">
                     *             <admin type="projectSubset">default</admin>
                     *             <langSet xml:lang="ja">
                     *               <descripGrp>
                     *                 <descrip type="definition">脳の一部で、眠りを保つ。</descrip>
                     *                 <admin type="source">r.txt</admin>
                     *               </descripGrp>
                     *               <tig>
                     *                 <term>視床下部</term>
                     *                 <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
                     *                 <termNote type="termType">fullForm</termNote>
                     *                 <note>reading: シショウカブ</note>
                     */
                    "application/x-tbx": string;
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <tmx version="1.4">
                     *       <header creationtool="Taiyaku" creationtoolversion="0.1.0" segtype="sentence" o-tmf="taiyaku" adminlang="en" srclang="ja" datatype="plaintext" creationdate="20261201T104000Z">
                     *         <prop type="x-project">default</prop>
                     *       </header>
                     *       <body>
                     *         <tu>
                     *           <prop type="x-review">suggested</prop>
                     *           <prop type="x-origin">m.tmx</prop>
                     *           <tuv xml:lang="ja">
                     *             <seg>脳の一部。</seg>
                     *           </tuv>
                     *           <tuv xml:lang="en">
                     *             <seg>A part of the brain.</seg>
                     *           </tuv>
                     *         </tu>
                     *       </body>
                     *     </tmx>
                     */
                    "application/x-tmx+xml": string;
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
                     *       <file original="default" source-language="ja" target-language="en" datatype="plaintext" tool-id="taiyaku">
                     *         <header>
                     *           <tool tool-id="taiyaku" tool-name="Taiyaku" tool-version="0.1.0"/>
                     *           <note>Exported by Taiyaku at 2026-12-01T10:40:00Z.</note>
                     *         </header>
                     *         <body>
                     *           <trans-unit id="1" xml:space="preserve">
                     *             <source>脳の一部。</source>
                     *             <target state="translated">A part of the brain.</target>
                     *           </trans-unit>
                     *         </body>
                     *       </file>
                     *     </xliff>
                     */
                    "application/xliff+xml": string;
                    /**
                     * @example # Exported by Taiyaku from project `default` at 2026-12-01T10:40:00Z.
                     *     version: 1
                     *     rules: []
                     */
                    "application/yaml": string;
                    /**
                     * @example concept_id,ja,reading,en,abbreviation,part_of_speech,usage,review,confidence,evidence_kind,evidence,field,definition_ja,source,licence
                     *     1,視床下部,シショウカブ,hypothalamus,,,preferred,suggested,0.95,document,inline_gloss @ r.txt,,脳の一部で、眠りを保つ。,r.txt,
                     */
                    "text/csv": string;
                    /**
                     * @example <!DOCTYPE html>
                     *     <html lang="ja">
                     *     <head>
                     *     <meta charset="utf-8">
                     *     <meta name="viewport" content="width=device-width, initial-scale=1">
                     *     <title>default: glossary</title>
                     */
                    "text/html": string;
                    /**
                     * @example # Glossary in tab-separated format -*- coding: utf-8 -*-
                     *     視床下部	hypothalamus	脳の一部で、眠りを保つ。 [r.txt]
                     */
                    "text/tab-separated-values": string;
                    /**
                     * @example msgid ""
                     *     msgstr ""
                     *     "Project-Id-Version: default\n"
                     *     "PO-Revision-Date: 2026-12-01 10:40+0000\n"
                     *     "Language: en\n"
                     *     "X-Source-Language: ja\n"
                     *     "MIME-Version: 1.0\n"
                     *     "Content-Type: text/plain; charset=UTF-8\n"
                     *     "Content-Transfer-Encoding: 8bit\n"
                     *     "X-Generator: Taiyaku 0.1.0\n"
                     *
                     *     msgid "脳の一部。"
                     *     msgstr "A part of the brain."
                     */
                    "text/x-gettext-translation": string;
                };
            };
            /** @description The part of the file. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"type":"header","format":"taiyaku","version":1,"generator":"Taiyaku 0.1.0","project":"default","revision":5,"generated_at":"2026-12-01T10:40:00Z","counts":{"concepts":1,"segments":1}}
                     *     {"type":"concept","id":1,"project":"default","terms":[{"lang":"ja","text":"視床下部","reading":{"kana":"シショウカブ","origin":"composed"},"kind":"full_form","usage":"preferred","review":"suggested","confidence":0.99,"evidence":[{"method":"entry","confidence":0.97,"span":[128,140],"snippet":"視床下部","from":{"kind":"document","source":"r.txt","release":1}},{"method":"inline_gloss","confidence":0.95,"span":[46,76],"snippet":"視床下部（hypothalamus）","from":{"kind":"document","source":"r.txt","release":1}}]},{"lang":"en","text":"hypothalamus","kind":"full_form","usage":"preferred","review":"suggested","confidence":0.95,"evidence":[{"method":"inline_gloss","confidence":0.95,"span":[46,76],"snippet":"視床下部（hypothalamus）","from":{"kind":"document","source":"r.txt","release":1}}]}],"definitions":[{"lang":"ja","text":"脳の一部で、眠りを保つ。","from":{"kind":"document","source":"r.txt","release":1}}],"notes":[],"conflicts":[],"revision":2}
                     *     {"type":"segment","source_lang":"ja","target_lang":"en","source":"脳の一部。","target":"A part of the brain.","review":"suggested","confidence":1.0,"origin":"m.tmx"}
                     */
                    "application/jsonl": string;
                    /**
                     * @example {
                     *     "@context": {"altLabel":{"@container":"@language","@id":"skos:altLabel"},"created":{"@id":"dct:created","@type":"xsd:dateTime"},"dct":"http://purl.org/dc/terms/","definition":{"@container":"@language","@id":"skos:definition"},"hiddenLabel":{"@container":"@language","@id":"skos:hiddenLabel"},"id":"@id","inScheme":{"@id":"skos:inScheme","@type":"@id"},"notation":"skos:notation","note":"skos:note","prefLabel":{"@container":"@language","@id":"skos:prefLabel"},"skos":"http://www.w3.org/2004/02/skos/core#","subject":"dct:subject","title":"dct:title","type":"@type","xsd":"http://www.w3.org/2001/XMLSchema#"},
                     *     "@graph": [
                     *     {"created":"2026-12-01T10:40:00Z","id":"urn:taiyaku:default","title":"default","type":"skos:ConceptScheme"},
                     */
                    "application/ld+json": string;
                    /** @example PK… */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    /** @example PK… */
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <martif type="TBX-Basic" xml:lang="en">
                     *       <martifHeader>
                     *         <fileDesc>
                     *           <sourceDesc>
                     *             <p>Exported by Taiyaku from project `default` at 2026-12-01T10:40:00Z.</p>
                     *           </sourceDesc>
                     *         </fileDesc>
                     *         <encodingDesc>
                     *           <p type="XCSURI">TBXBasicXCSV02.xcs</p>
                     *         </encodingDesc>
                     *       </martifHeader>
                     *       <text>
                     *         <body>
                     *           <termEntry id="c1">
                     *             <admin type="projectSubset">default</admin>
                     *             <langSet xml:lang="ja">
                     *               <descripGrp>
                     *                 <descrip type="definition">脳の一部で、眠りを保つ。</descrip>
                     *                 <admin type="source">r.txt</admin>
                     *               </descripGrp>
                     *               <tig>
                     *                 <term>視床下部</term>
                     *                 <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
                     *                 <termNote type="termType">fullForm</termNote>
                     *                 <note>reading: シショウカブ</note>
                     */
                    "application/x-tbx": string;
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <tmx version="1.4">
                     *       <header creationtool="Taiyaku" creationtoolversion="0.1.0" segtype="sentence" o-tmf="taiyaku" adminlang="en" srclang="ja" datatype="plaintext" creationdate="20261201T104000Z">
                     *         <prop type="x-project">default</prop>
                     *       </header>
                     *       <body>
                     *         <tu>
                     *           <prop type="x-review">suggested</prop>
                     *           <prop type="x-origin">m.tmx</prop>
                     *           <tuv xml:lang="ja">
                     *             <seg>脳の一部。</seg>
                     *           </tuv>
                     *           <tuv xml:lang="en">
                     *             <seg>A part of the brain.</seg>
                     *           </tuv>
                     *         </tu>
                     *       </body>
                     *     </tmx>
                     */
                    "application/x-tmx+xml": string;
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
                     *       <file original="default" source-language="ja" target-language="en" datatype="plaintext" tool-id="taiyaku">
                     *         <header>
                     *           <tool tool-id="taiyaku" tool-name="Taiyaku" tool-version="0.1.0"/>
                     *           <note>Exported by Taiyaku at 2026-12-01T10:40:00Z.</note>
                     *         </header>
                     *         <body>
                     *           <trans-unit id="1" xml:space="preserve">
                     *             <source>脳の一部。</source>
                     *             <target state="translated">A part of the brain.</target>
                     *           </trans-unit>
                     *         </body>
                     *       </file>
                     *     </xliff>
                     */
                    "application/xliff+xml": string;
                    /**
                     * @example # Exported by Taiyaku from project `default` at 2026-12-01T10:40:00Z.
                     *     version: 1
                     *     rules: []
                     */
                    "application/yaml": string;
                    /**
                     * @example concept_id,ja,reading,en,abbreviation,part_of_speech,usage,review,confidence,evidence_kind,evidence,field,definition_ja,source,licence
                     *     1,視床下部,シショウカブ,hypothalamus,,,preferred,suggested,0.95,document,inline_gloss @ r.txt,,脳の一部で、眠りを保つ。,r.txt,
                     */
                    "text/csv": string;
                    /**
                     * @example <!DOCTYPE html>
                     *     <html lang="ja">
                     *     <head>
                     *     <meta charset="utf-8">
                     *     <meta name="viewport" content="width=device-width, initial-scale=1">
                     *     <title>default: glossary</title>
                     */
                    "text/html": string;
                    /**
                     * @example # Glossary in tab-separated format -*- coding: utf-8 -*-
                     *     視床下部	hypothalamus	脳の一部で、眠りを保つ。 [r.txt]
                     */
                    "text/tab-separated-values": string;
                    /**
                     * @example msgid ""
                     *     msgstr ""
                     *     "Project-Id-Version: default\n"
                     *     "PO-Revision-Date: 2026-12-01 10:40+0000\n"
                     *     "Language: en\n"
                     *     "X-Source-Language: ja\n"
                     *     "MIME-Version: 1.0\n"
                     *     "Content-Type: text/plain; charset=UTF-8\n"
                     *     "Content-Transfer-Encoding: 8bit\n"
                     *     "X-Generator: Taiyaku 0.1.0\n"
                     *
                     *     msgid "脳の一部。"
                     *     msgstr "A part of the brain."
                     */
                    "text/x-gettext-translation": string;
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
    preview_export: {
        parameters: {
            query?: {
                /** @description Only concepts of these subject fields, separated by commas. */
                field?: string;
                /**
                 * @description The format, where several have the same extension; by the extension if missing.
                 * @example csv_excel
                 */
                format?: "csv" | "csv_excel" | "xlsx" | "tbx2" | "tbx3" | "tbx3_dct" | "omegat" | "utx" | "glossary_html" | "glossary_docx" | "terms_docx" | "skos" | "prh" | "memoq" | "multiterm" | "weblate" | "deepl" | "deepl_csv" | "google" | "google_set" | "jsonl" | "tmx" | "xliff12" | "xliff21" | "xliff21_glossary" | "po" | "bilingual_docx";
                /** @description The language to translate from. */
                from?: string;
                /** @description Only concepts that a release names, so without what only the starter base or an import has. */
                from_releases?: boolean;
                /** @description The language to translate into. */
                into?: string;
                /** @description The kind of reader the file is for. */
                profile?: "standard" | "human" | "mt" | "omegat" | "weblate";
                /** @description Only concepts that this release names or defines, by its number. */
                release?: number;
                /** @description The lowest review state that is included. */
                review?: "candidate" | "suggested" | "approved";
                /** @description How many rows to show; of a file that is no table, how many concepts or segments. */
                rows?: number;
                /** @description Only concepts that have changed after the change with this number, or since this date or time (RFC 3339, UTC). */
                since?: string;
                /** @description Only concepts with terms or definitions from this source: the name of an imported file, a release or a person. */
                source?: string;
                /**
                 * @description Usages of the terms that are included, separated by commas; those of the profile if missing.
                 * @example preferred,admitted
                 */
                usage?: string;
            };
            header?: never;
            path: {
                /**
                 * @description `PROJECT.EXTENSION`
                 * @example default.csv
                 */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The first rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "columns": [
                     *         "concept_id",
                     *         "ja",
                     *         "reading",
                     *         "en"
                     *       ],
                     *       "more": true,
                     *       "rows": [
                     *         [
                     *           "1",
                     *           "視床下部",
                     *           "シショウカブ",
                     *           "hypothalamus"
                     *         ]
                     *       ],
                     *       "text": null
                     *     }
                     */
                    "application/json": components["schemas"]["ExportPreview"];
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
    summarize_export: {
        parameters: {
            query?: {
                /** @description Only concepts of these subject fields, separated by commas. */
                field?: string;
                /**
                 * @description The format, where several have the same extension; by the extension if missing.
                 * @example csv_excel
                 */
                format?: "csv" | "csv_excel" | "xlsx" | "tbx2" | "tbx3" | "tbx3_dct" | "omegat" | "utx" | "glossary_html" | "glossary_docx" | "terms_docx" | "skos" | "prh" | "memoq" | "multiterm" | "weblate" | "deepl" | "deepl_csv" | "google" | "google_set" | "jsonl" | "tmx" | "xliff12" | "xliff21" | "xliff21_glossary" | "po" | "bilingual_docx";
                /** @description The language to translate from. */
                from?: string;
                /** @description Only concepts that a release names, so without what only the starter base or an import has. */
                from_releases?: boolean;
                /** @description The language to translate into. */
                into?: string;
                /** @description The kind of reader the file is for. */
                profile?: "standard" | "human" | "mt" | "omegat" | "weblate";
                /** @description Only concepts that this release names or defines, by its number. */
                release?: number;
                /** @description The lowest review state that is included. */
                review?: "candidate" | "suggested" | "approved";
                /** @description Only concepts that have changed after the change with this number, or since this date or time (RFC 3339, UTC). */
                since?: string;
                /** @description Only concepts with terms or definitions from this source: the name of an imported file, a release or a person. */
                source?: string;
                /**
                 * @description Usages of the terms that are included, separated by commas; those of the profile if missing.
                 * @example preferred,admitted
                 */
                usage?: string;
            };
            header?: never;
            path: {
                /**
                 * @description `PROJECT.EXTENSION`
                 * @example default.csv
                 */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The summary. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "bytes": 131,
                     *       "concepts": 2,
                     *       "file": "default.utf8",
                     *       "format": "omegat",
                     *       "left_out": [
                     *         {
                     *           "concepts": 1,
                     *           "reason": "untranslated"
                     *         }
                     *       ],
                     *       "lost": [
                     *         {
                     *           "count": 2,
                     *           "fact": "reading"
                     *         },
                     *         {
                     *           "count": 2,
                     *           "fact": "definition"
                     *         }
                     *       ],
                     *       "segments": null,
                     *       "segments_left_out": []
                     *     }
                     */
                    "application/json": components["schemas"]["ExportSummary"];
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
    list_imports: {
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
            /** @description All imports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "imports": [
                     *         {
                     *           "actor": "local",
                     *           "done": 2,
                     *           "format": "csv",
                     *           "id": 1,
                     *           "name": "terms.csv",
                     *           "outcomes": {
                     *             "added": 1,
                     *             "changed": 0,
                     *             "in_conflict": 0,
                     *             "merged": 1,
                     *             "refused": 0,
                     *             "unchanged": 0
                     *           },
                     *           "project": "default",
                     *           "started_at": "2026-11-21T09:00:00Z",
                     *           "state": "finished",
                     *           "updated_at": "2026-11-21T09:00:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ImportList"];
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
    create_import: {
        parameters: {
            query: {
                /** @description Begin a plan after the row with this number. */
                after?: number;
                /** @description Whether to read a file that was imported before once more. */
                again?: boolean;
                /** @description Whether what the file does not call a draft counts as approved; needs the role `review`. */
                approved?: boolean;
                /** @description Whether terms become `terms` of the project, or `evidence` that is only looked up; depends on the format if missing. */
                kept?: "terms" | "evidence";
                /** @description The most rows of a plan to return; all are counted. */
                limit?: number;
                /**
                 * @description Columns of a table, by number or name: `ja=1,en=3,reading=読み`; by its headings if missing.
                 * @example ja=1,en=2
                 */
                map?: string;
                /**
                 * @description File name. The extension helps to recognise the format, and it is the name of a source of terms.
                 * @example terms.csv
                 */
                name: string;
                /** @description Only report what would become of each row, without changing anything. */
                plan?: boolean;
                /** @description Project it is added to; the server's default project if missing. */
                project?: string;
                /** @description Name of the source of terms; the name of the file if missing. */
                source?: string;
                /** @description Source language (BCP 47), where the file does not name it. */
                source_lang?: string;
                /** @description Target language (BCP 47), where the file does not name it. */
                target_lang?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file. */
        requestBody: {
            content: {
                /**
                 * @example ja,en
                 *     視床下部,hypothalamus
                 *     格子,lattice
                 */
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description What an import would do, with `plan=true`; of a review sheet, what became of each row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "next_after": null,
                     *       "report": {
                     *         "added": 2,
                     *         "columns": [
                     *           {
                     *             "content": "ja",
                     *             "name": "ja",
                     *             "number": 1
                     *           },
                     *           {
                     *             "content": "en",
                     *             "name": "en",
                     *             "number": 2
                     *           }
                     *         ],
                     *         "error": null,
                     *         "folded": 0,
                     *         "format": "csv",
                     *         "import": null,
                     *         "imported_at": null,
                     *         "languages": [],
                     *         "name": "terms.csv",
                     *         "outcome": "finished",
                     *         "outcomes": {
                     *           "added": 1,
                     *           "changed": 0,
                     *           "in_conflict": 0,
                     *           "merged": 1,
                     *           "refused": 0,
                     *           "unchanged": 0
                     *         },
                     *         "problem_count": 0,
                     *         "problems": [],
                     *         "read": 2,
                     *         "resumed_from": 0,
                     *         "skipped": 0
                     *       },
                     *       "rows": [
                     *         {
                     *           "changes": [],
                     *           "code": null,
                     *           "concept": 1,
                     *           "disagreements": [],
                     *           "line": 2,
                     *           "message": null,
                     *           "outcome": "merged",
                     *           "row": 1,
                     *           "rule": "shared_english",
                     *           "text": "視床下部 = hypothalamus",
                     *           "with_line": null
                     *         },
                     *         {
                     *           "changes": [],
                     *           "code": null,
                     *           "concept": null,
                     *           "disagreements": [],
                     *           "line": 3,
                     *           "message": null,
                     *           "outcome": "added",
                     *           "row": 2,
                     *           "rule": null,
                     *           "text": "格子 = lattice",
                     *           "with_line": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ImportReply"];
                };
            };
            /** @description The import has begun. */
            202: {
                headers: {
                    /** @description Path of the import. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": null,
                     *       "import": {
                     *         "actor": "local",
                     *         "done": 0,
                     *         "format": null,
                     *         "id": 1,
                     *         "name": "terms.csv",
                     *         "outcomes": {
                     *           "added": 0,
                     *           "changed": 0,
                     *           "in_conflict": 0,
                     *           "merged": 0,
                     *           "refused": 0,
                     *           "unchanged": 0
                     *         },
                     *         "project": "default",
                     *         "started_at": "2026-11-21T09:00:00Z",
                     *         "state": "running",
                     *         "updated_at": "2026-11-21T09:00:00Z"
                     *       },
                     *       "problem_count": 0,
                     *       "problems": [],
                     *       "progress": null
                     *     }
                     */
                    "application/json": components["schemas"]["ImportJob"];
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
            /** @description An import into the project is running. */
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
    read_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the import. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": null,
                     *       "import": {
                     *         "actor": "local",
                     *         "done": 2,
                     *         "format": "csv",
                     *         "id": 1,
                     *         "name": "terms.csv",
                     *         "outcomes": {
                     *           "added": 1,
                     *           "changed": 0,
                     *           "in_conflict": 0,
                     *           "merged": 1,
                     *           "refused": 0,
                     *           "unchanged": 0
                     *         },
                     *         "project": "default",
                     *         "started_at": "2026-11-21T09:00:00Z",
                     *         "state": "finished",
                     *         "updated_at": "2026-11-21T09:00:00Z"
                     *       },
                     *       "problem_count": 0,
                     *       "problems": [],
                     *       "progress": {
                     *         "bytes": 53,
                     *         "rows": 2,
                     *         "size": 53
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ImportJob"];
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
            /** @description There is no such import. */
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
    undo_import: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path: {
                /** @description Number of the import. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was removed and what stays. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changed_segments": 0,
                     *       "changed_terms": 0,
                     *       "concepts": 1,
                     *       "import": {
                     *         "actor": "local",
                     *         "done": 2,
                     *         "format": "csv",
                     *         "id": 1,
                     *         "name": "terms.csv",
                     *         "outcomes": {
                     *           "added": 1,
                     *           "changed": 0,
                     *           "in_conflict": 0,
                     *           "merged": 1,
                     *           "refused": 0,
                     *           "unchanged": 0
                     *         },
                     *         "project": "default",
                     *         "started_at": "2026-11-21T09:00:00Z",
                     *         "state": "finished",
                     *         "updated_at": "2026-11-21T09:00:00Z"
                     *       },
                     *       "kept_segments": 0,
                     *       "kept_terms": 2,
                     *       "restored_segments": 0,
                     *       "restored_terms": 0,
                     *       "segments": 0,
                     *       "shared_rows": 0,
                     *       "shared_segments": 0,
                     *       "terms": 2
                     *     }
                     */
                    "application/json": components["schemas"]["ImportUndo"];
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
            /** @description There is no such import. */
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
                     *           "name": "default",
                     *           "starter": [
                     *             "life-sciences"
                     *           ]
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
    create_project: {
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
                 *       "name": "press",
                 *       "starter": [
                 *         "life-sciences",
                 *         "physics"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ProjectRequest"];
            };
        };
        responses: {
            /** @description The project is created. */
            201: {
                headers: {
                    /** @description Path of the project. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 2,
                     *       "name": "press",
                     *       "starter": [
                     *         "life-sciences",
                     *         "physics"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Project"];
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
            /** @description There is a project with this name already. */
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
    read_project: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the project. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The project. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "counts": {
                     *         "approved_terms": 0,
                     *         "bilingual_concepts": 480,
                     *         "concepts": 480,
                     *         "conflicts": 0,
                     *         "entries": 0,
                     *         "evidence": 1012,
                     *         "links": 0,
                     *         "references": 0,
                     *         "releases": 0,
                     *         "segments": 0,
                     *         "terms": 1012
                     *       },
                     *       "project": {
                     *         "id": 2,
                     *         "name": "press",
                     *         "starter": [
                     *           "life-sciences",
                     *           "physics"
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectSummary"];
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
    delete_project: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path: {
                /** @description Name of the project. */
                name: string;
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
    rename_project: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path: {
                /** @description Name of the project. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "press"
                 *     }
                 */
                "application/json": components["schemas"]["ProjectChange"];
            };
        };
        responses: {
            /** @description The project with its new name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": 2,
                     *       "name": "press",
                     *       "starter": [
                     *         "life-sciences",
                     *         "physics"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Project"];
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
            /** @description There is a project with this name already. */
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
    list_starter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the project. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fields. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fields": [
                     *         {
                     *           "field": "chemistry-materials",
                     *           "in_project": false,
                     *           "rows": 188
                     *         },
                     *         {
                     *           "field": "physics",
                     *           "in_project": true,
                     *           "rows": 173
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StarterList"];
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
    add_starter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the project. */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fields": [
                 *         "physics"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["StarterRequest"];
            };
        };
        responses: {
            /** @description The fields after that. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fields": [
                     *         {
                     *           "field": "chemistry-materials",
                     *           "in_project": false,
                     *           "rows": 188
                     *         },
                     *         {
                     *           "field": "physics",
                     *           "in_project": true,
                     *           "rows": 173
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StarterList"];
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
    remove_starter: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
                /** @description The fields, separated by commas; all if missing. */
                field?: string;
            };
            header?: never;
            path: {
                /** @description Name of the project. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fields after that. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "fields": [
                     *         {
                     *           "field": "chemistry-materials",
                     *           "in_project": false,
                     *           "rows": 188
                     *         },
                     *         {
                     *           "field": "physics",
                     *           "in_project": true,
                     *           "rows": 173
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["StarterList"];
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
                /** @description Project it is added to; the server's default project if missing. */
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
                     *         "metadata_evidence": [
                     *           {
                     *             "field": "title_ja",
                     *             "sign": "top",
                     *             "span": [
                     *               0,
                     *               30
                     *             ],
                     *             "span_chars": [
                     *               0,
                     *               10
                     *             ]
                     *           }
                     *         ],
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
                     *         "metadata_evidence": [
                     *           {
                     *             "field": "title_ja",
                     *             "sign": "top",
                     *             "span": [
                     *               0,
                     *               30
                     *             ],
                     *             "span_chars": [
                     *               0,
                     *               10
                     *             ]
                     *           }
                     *         ],
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
                     *       "metadata_evidence": [
                     *         {
                     *           "field": "title_ja",
                     *           "sign": "top",
                     *           "span": [
                     *             0,
                     *             30
                     *           ],
                     *           "span_chars": [
                     *             0,
                     *             10
                     *           ]
                     *         }
                     *       ],
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
    list_candidates: {
        parameters: {
            query?: {
                /** @description The most candidates to return. */
                limit?: number;
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
            /** @description The candidates, the best first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "candidates": [
                     *         {
                     *           "contexts": [
                     *             {
                     *               "span": [
                     *                 0,
                     *                 24
                     *               ],
                     *               "text": "光渦発生器を開発"
                     *             }
                     *           ],
                     *           "english": null,
                     *           "occurrences": 3,
                     *           "score": 1,
                     *           "signs": [
                     *             "c_value",
                     *             "title"
                     *           ],
                     *           "text": "光渦発生器"
                     *         },
                     *         {
                     *           "contexts": [
                     *             {
                     *               "span": [
                     *                 214,
                     *                 263
                     *               ],
                     *               "text": "この偏光板（polarizing plate）を使います。"
                     *             }
                     *           ],
                     *           "english": {
                     *             "concept_id": null,
                     *             "confidence": 0.95,
                     *             "text": "polarizing plate"
                     *           },
                     *           "occurrences": 3,
                     *           "score": 0.42,
                     *           "signs": [
                     *             "c_value",
                     *             "glossed"
                     *           ],
                     *           "text": "偏光板"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CandidateList"];
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
    list_corrections: {
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
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "corrections": [
                     *         {
                     *           "actor": "Yamada",
                     *           "applied": true,
                     *           "at": "2026-11-21T17:26:26Z",
                     *           "entry": {
                     *             "after": "：情報を伝える細胞。\n",
                     *             "before": "lamus）：脳の一部で、眠りを保つ。\n（注2）",
                     *             "span_chars": [
                     *               81,
                     *               93
                     *             ],
                     *             "text": "神経細胞（neuron）"
                     *           },
                     *           "id": 1,
                     *           "kind": "english",
                     *           "obstacle": null,
                     *           "passage": {
                     *             "after": "）：情報を伝える細胞。\n",
                     *             "before": "）：脳の一部で、眠りを保つ。\n（注2）神経細胞（",
                     *             "span_chars": [
                     *               86,
                     *               92
                     *             ],
                     *             "text": "neuron"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CorrectionList"];
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
    create_correction: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the release. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entry_id": 2,
                 *       "kind": "english",
                 *       "span_chars": [
                 *         86,
                 *         92
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewCorrection"];
            };
        };
        responses: {
            /** @description The correction, and the release as it is read with it. */
            201: {
                headers: {
                    /** @description Path of the correction. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "correction": {
                     *         "actor": "Yamada",
                     *         "applied": true,
                     *         "at": "2026-11-21T17:26:26Z",
                     *         "entry": {
                     *           "after": "：情報を伝える細胞。\n",
                     *           "before": "lamus）：脳の一部で、眠りを保つ。\n（注2）",
                     *           "span_chars": [
                     *             81,
                     *             93
                     *           ],
                     *           "text": "神経細胞（neuron）"
                     *         },
                     *         "id": 1,
                     *         "kind": "english",
                     *         "obstacle": null,
                     *         "passage": {
                     *           "after": "）：情報を伝える細胞。\n",
                     *           "before": "）：脳の一部で、眠りを保つ。\n（注2）神経細胞（",
                     *           "span_chars": [
                     *             86,
                     *             92
                     *           ],
                     *           "text": "neuron"
                     *         }
                     *       },
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
                     *         "metadata_evidence": [
                     *           {
                     *             "field": "title_ja",
                     *             "sign": "top",
                     *             "span": [
                     *               0,
                     *               30
                     *             ],
                     *             "span_chars": [
                     *               0,
                     *               10
                     *             ]
                     *           }
                     *         ],
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
                    "application/json": components["schemas"]["CorrectedRelease"];
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
    delete_correction: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the correction. */
                correction_id: number;
                /** @description Id of the release. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The release as it is read without it. */
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
                     *       "metadata_evidence": [
                     *         {
                     *           "field": "title_ja",
                     *           "sign": "top",
                     *           "span": [
                     *             0,
                     *             30
                     *           ],
                     *           "span_chars": [
                     *             0,
                     *             10
                     *           ]
                     *         }
                     *       ],
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
            /** @description There is no such release, or it has no such correction. */
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
    pair_releases: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the release. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "release_id": 2
                 *     }
                 */
                "application/json": components["schemas"]["PairRequest"];
            };
        };
        responses: {
            /** @description What the two have in common. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "common": 0.41,
                     *       "en": "whale_en.txt",
                     *       "entries": 2,
                     *       "ja": "whale_ja.txt",
                     *       "parting": null,
                     *       "same": true,
                     *       "segments": 5
                     *     }
                     */
                    "application/json": components["schemas"]["ReleasePair"];
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
    list_release_segments: {
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
            /** @description The segments, in order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pair": {
                     *         "id": 2,
                     *         "name": "whale_en.txt"
                     *       },
                     *       "segments": [
                     *         {
                     *           "confidence": 0.94,
                     *           "id": 1,
                     *           "review": "suggested",
                     *           "source": "声は12種類に分けた。",
                     *           "source_release_id": 1,
                     *           "source_span_chars": [
                     *             46,
                     *             57
                     *           ],
                     *           "target": "The voices were divided into 12 types.",
                     *           "target_release_id": 2,
                     *           "target_span_chars": [
                     *             98,
                     *             136
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReleaseSegments"];
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
                /** @description Only terms with this standing. */
                status?: "suggested_strong" | "suggested" | "candidate";
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
                     *                 "author": null,
                     *                 "id": 1,
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
    decide_bulk: {
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
                 *       "expected": 2,
                 *       "filter": {
                 *         "project": "default",
                 *         "status": "suggested_strong"
                 *       },
                 *       "kind": "accept"
                 *     }
                 */
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description The plan. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "items": [
                     *         {
                     *           "concept": {
                     *             "conflicts": [],
                     *             "definitions": [
                     *               {
                     *                 "author": null,
                     *                 "id": 1,
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
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BulkPlan"];
                };
            };
            /** @description The act. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "act": 1,
                     *       "done": 2,
                     *       "refused": []
                     *     }
                     */
                    "application/json": components["schemas"]["BulkAct"];
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
            /** @description There are more or fewer terms than expected. */
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
    undo_bulk: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path: {
                /** @description Number of the act. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was undone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "act": 1,
                     *       "refused": [
                     *         {
                     *           "code": "undo_conflict",
                     *           "decision_id": 7,
                     *           "detail": "Decision `7` cannot be undone: decision `9` by `Yamada` at 2026-11-21T17:26:26Z (rejected `neuron` for `神経細胞`) was made later and changed the same things; undo that one first.",
                     *           "term_id": null
                     *         }
                     *       ],
                     *       "undone": 1
                     *     }
                     */
                    "application/json": components["schemas"]["BulkUndo"];
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
            /** @description There is no such act. */
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
    list_decisions: {
        parameters: {
            query?: {
                /** @description Only decisions by this person or program. */
                actor?: string;
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
                     *           "act_id": null,
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
                     *           "act_id": null,
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
                     *                 "author": null,
                     *                 "id": 1,
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
                     *             "act_id": null,
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
                     *         "act_id": null,
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
                /** @description The file: `csv`, or `xlsx` for an Excel workbook with the words to choose from. By default the header `Accept` decides. */
                format?: "csv" | "xlsx";
                /** @description Only terms of this language (BCP 47). */
                lang?: string;
                /** @description The most terms to return. */
                limit?: number;
                /** @description Projects, separated by commas; all if missing. */
                project?: string;
                /** @description Only terms with evidence in this release. */
                release?: number;
                /** @description Only terms with this standing. */
                status?: "suggested_strong" | "suggested" | "candidate";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sheet; CSV is in UTF-8 with a byte order mark. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example PK… */
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    correct_segment: {
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
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "target": "We focused on the neurons of the hypothalamus."
                 *     }
                 */
                "application/json": components["schemas"]["SegmentChange"];
            };
        };
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
                     *       "target": "We focused on the neurons of the hypothalamus.",
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
    read_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is logged in, if anybody. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "by": "loopback",
                     *       "default_project": "default",
                     *       "name": null,
                     *       "projects": null,
                     *       "role": "admin",
                     *       "version": "0.1.0"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
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
    create_session: {
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
                 *       "token": "tyk_1_0123456789abcdef0123456789abcdef0123456789abcdef"
                 *     }
                 */
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            /** @description Who is logged in now. */
            200: {
                headers: {
                    /** @description The cookie of the session. */
                    "Set-Cookie"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "by": "cookie",
                     *       "default_project": "default",
                     *       "name": "山田",
                     *       "projects": [
                     *         "default"
                     *       ],
                     *       "role": "review",
                     *       "version": "0.1.0"
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
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
    delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody is logged in any longer. */
            204: {
                headers: {
                    /** @description Clears the cookie. */
                    "Set-Cookie"?: string;
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
                     *       "files": [
                     *         {
                     *           "format": "tmx",
                     *           "imported_at": "2026-11-21T17:26:26Z",
                     *           "name": "memory.tmx",
                     *           "project": "default",
                     *           "segments": 1200
                     *         }
                     *       ],
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
    remove_source: {
        parameters: {
            query: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
                /**
                 * @description Name of the source or file.
                 * @example memory.tmx
                 */
                name: string;
                /** @description The project; the server's default project if missing. */
                project?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was removed and what stays. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "concepts": 0,
                     *       "kept_segments": 8,
                     *       "kept_terms": 0,
                     *       "name": "memory.tmx",
                     *       "segments": 1180,
                     *       "shared_segments": 12,
                     *       "source": null,
                     *       "terms": 0
                     *     }
                     */
                    "application/json": components["schemas"]["SourceRemoval"];
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
            /** @description There is no such project, or nothing imported has this name. */
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
                     *       "concepts": [
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
                     *           "omitted": {
                     *             "evidence": 0,
                     *             "facts": 0,
                     *             "terms": 0,
                     *             "translations": 0
                     *           },
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
                     *                 "author": null,
                     *                 "id": 1,
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
                     *           "omitted": {
                     *             "evidence": 0,
                     *             "facts": 0,
                     *             "terms": 0,
                     *             "translations": 0
                     *           },
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
                     *       ],
                     *       "more_concepts": 0,
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
                     *           "more_matches": 0,
                     *           "more_terms": 0,
                     *           "terms": [
                     *             {
                     *               "concept_id": 3,
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
                     *               "text": "海馬"
                     *             },
                     *             {
                     *               "concept_id": 2,
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
                     *               "text": "神経細胞"
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
                     *       "components": [],
                     *       "dictionary": [],
                     *       "did_you_mean": [],
                     *       "matches": [
                     *         {
                     *           "concept": {
                     *             "conflicts": [],
                     *             "definitions": [
                     *               {
                     *                 "author": null,
                     *                 "id": 1,
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
                     *           "term_id": 3,
                     *           "text": "神経細胞"
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
    read_term: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the term. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The concept of the term. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "conflicts": [],
                     *       "definitions": [],
                     *       "field": null,
                     *       "id": 3,
                     *       "notes": [],
                     *       "project": "default",
                     *       "revision": 12,
                     *       "scope_release_id": null,
                     *       "sources": [],
                     *       "terms": [
                     *         {
                     *           "confidence": 0.9,
                     *           "evidence": [
                     *             {
                     *               "confidence": 0.9,
                     *               "id": 7,
                     *               "kind": "person",
                     *               "licence": null,
                     *               "method": "selection",
                     *               "release_id": null,
                     *               "snippet": "海馬の神経細胞を調べた。",
                     *               "source": "api",
                     *               "span": [
                     *                 0,
                     *                 6
                     *               ]
                     *             }
                     *           ],
                     *           "id": 5,
                     *           "kind": "full_form",
                     *           "lang": "ja",
                     *           "part_of_speech": null,
                     *           "reading": "カイバ",
                     *           "review": "approved",
                     *           "standing": "approved",
                     *           "text": "海馬",
                     *           "usage": "preferred"
                     *         },
                     *         {
                     *           "confidence": 0.99,
                     *           "evidence": [
                     *             {
                     *               "confidence": 0.99,
                     *               "id": 9,
                     *               "kind": "person",
                     *               "licence": null,
                     *               "method": "decision",
                     *               "release_id": null,
                     *               "snippet": null,
                     *               "source": "api",
                     *               "span": null
                     *             },
                     *             {
                     *               "confidence": 0.9,
                     *               "id": 8,
                     *               "kind": "person",
                     *               "licence": null,
                     *               "method": "selection",
                     *               "release_id": null,
                     *               "snippet": "We studied neurons of the hippocampus.",
                     *               "source": "api",
                     *               "span": [
                     *                 26,
                     *                 37
                     *               ]
                     *             }
                     *           ],
                     *           "id": 6,
                     *           "kind": "full_form",
                     *           "lang": "en",
                     *           "part_of_speech": null,
                     *           "reading": null,
                     *           "review": "approved",
                     *           "standing": "approved",
                     *           "text": "hippocampus",
                     *           "usage": "preferred"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Concept"];
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
            /** @description There is no such term. */
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
    delete_term: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the term. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The decision. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": null,
                     *       "concept": {
                     *         "conflicts": [],
                     *         "definitions": [
                     *           {
                     *             "author": null,
                     *             "id": 1,
                     *             "lang": "ja",
                     *             "release_id": 1,
                     *             "source": "20261101_release.txt",
                     *             "text": "脳の一部で、眠りを保つ。"
                     *           }
                     *         ],
                     *         "field": null,
                     *         "id": 1,
                     *         "notes": [],
                     *         "project": "default",
                     *         "revision": 18,
                     *         "scope_release_id": null,
                     *         "sources": [],
                     *         "terms": [
                     *           {
                     *             "confidence": 0.99,
                     *             "evidence": [
                     *               {
                     *                 "confidence": 0.97,
                     *                 "id": 1,
                     *                 "kind": "document",
                     *                 "licence": null,
                     *                 "method": "entry",
                     *                 "release_id": 1,
                     *                 "snippet": "視床下部（hypothalamus）",
                     *                 "source": "20261101_release.txt",
                     *                 "span": [
                     *                   119,
                     *                   149
                     *                 ]
                     *               },
                     *               {
                     *                 "confidence": 0.97,
                     *                 "id": 2,
                     *                 "kind": "document",
                     *                 "licence": null,
                     *                 "method": "head_gloss",
                     *                 "release_id": 1,
                     *                 "snippet": "視床下部（hypothalamus）",
                     *                 "source": "20261101_release.txt",
                     *                 "span": [
                     *                   119,
                     *                   149
                     *                 ]
                     *               }
                     *             ],
                     *             "id": 1,
                     *             "kind": "full_form",
                     *             "lang": "ja",
                     *             "part_of_speech": null,
                     *             "reading": "シショウカブ",
                     *             "review": "approved",
                     *             "standing": "approved",
                     *             "text": "視床下部",
                     *             "usage": "preferred"
                     *           },
                     *           {
                     *             "confidence": 0.99,
                     *             "evidence": [
                     *               {
                     *                 "confidence": 0.99,
                     *                 "id": 10,
                     *                 "kind": "person",
                     *                 "licence": null,
                     *                 "method": "decision",
                     *                 "release_id": null,
                     *                 "snippet": null,
                     *                 "source": "api",
                     *                 "span": null
                     *               },
                     *               {
                     *                 "confidence": 0.97,
                     *                 "id": 3,
                     *                 "kind": "document",
                     *                 "licence": null,
                     *                 "method": "head_gloss",
                     *                 "release_id": 1,
                     *                 "snippet": "視床下部（hypothalamus）",
                     *                 "source": "20261101_release.txt",
                     *                 "span": [
                     *                   119,
                     *                   149
                     *                 ]
                     *               }
                     *             ],
                     *             "id": 2,
                     *             "kind": "full_form",
                     *             "lang": "en",
                     *             "part_of_speech": null,
                     *             "reading": null,
                     *             "review": "approved",
                     *             "standing": "approved",
                     *             "text": "hypothalamus",
                     *             "usage": "preferred"
                     *           }
                     *         ]
                     *       },
                     *       "decision": {
                     *         "act_id": null,
                     *         "actor": "api",
                     *         "at": "2026-11-21T17:26:26Z",
                     *         "concept_id": 1,
                     *         "id": 2,
                     *         "kind": "delete",
                     *         "revision": 19,
                     *         "summary": "deleted `hippocampus` for `海馬`",
                     *         "term_id": 12,
                     *         "undone_at": null,
                     *         "undone_by": null
                     *       },
                     *       "detail": null,
                     *       "made_concept_id": null,
                     *       "outcome": "done"
                     *     }
                     */
                    "application/json": components["schemas"]["DecisionResult"];
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
            /** @description There is no such term. */
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
    change_term: {
        parameters: {
            query?: {
                /** @description The name the history shows; only the role `admin` may choose it. */
                actor?: string;
            };
            header?: never;
            path: {
                /** @description Id of the term. */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "hippocampus"
                 *     }
                 */
                "application/json": components["schemas"]["TermChange"];
            };
        };
        responses: {
            /** @description One decision for each change. */
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
                     *                 "author": null,
                     *                 "id": 1,
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
                     *             "act_id": null,
                     *             "actor": "api",
                     *             "at": "2026-11-21T17:26:26Z",
                     *             "concept_id": 1,
                     *             "id": 2,
                     *             "kind": "edit",
                     *             "revision": 19,
                     *             "summary": "corrected `hipocampus` to `hippocampus` for `海馬`",
                     *             "term_id": 12,
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
            /** @description There is no such term. */
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
    list_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens, by number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tokens": [
                     *         {
                     *           "created_at": "2026-11-21T17:26:26Z",
                     *           "created_by": "api",
                     *           "expires_on": "2099-01-01",
                     *           "id": 2,
                     *           "name": "山田さんの OmegaT",
                     *           "projects": [
                     *             "default"
                     *           ],
                     *           "revoked_at": null,
                     *           "revoked_by": null,
                     *           "role": "suggest",
                     *           "used_on": "2026-11-22"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TokenList"];
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
    create_token: {
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
                 *       "expires": "2099-01-01",
                 *       "name": "山田さんの OmegaT",
                 *       "projects": [
                 *         "default"
                 *       ],
                 *       "role": "suggest"
                 *     }
                 */
                "application/json": components["schemas"]["NewTokenRequest"];
            };
        };
        responses: {
            /** @description The token is created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created_at": "2026-11-21T17:26:26Z",
                     *       "created_by": "api",
                     *       "expires_on": "2099-01-01",
                     *       "id": 2,
                     *       "name": "山田さんの OmegaT",
                     *       "projects": [
                     *         "default"
                     *       ],
                     *       "revoked_at": null,
                     *       "revoked_by": null,
                     *       "role": "suggest",
                     *       "token": "tyk_2_0123456789abcdef0123456789abcdef0123456789abcdef",
                     *       "used_on": null
                     *     }
                     */
                    "application/json": components["schemas"]["NewToken"];
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
            /** @description There is a token with this name already. */
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
    revoke_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the token. */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
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
            /** @description There is no such token. */
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
                kind: "release" | "changed" | "without-english" | "several-english" | "several-japanese";
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

//! Access tokens. Only a hash of the secret is stored; it is compared elsewhere.

use serde_json::json;
use sqlx::QueryBuilder;
use sqlx::sqlite::SqliteRow;

use super::row::{get, json as from_json, word};
use super::write::Entity;
use super::{Store, StoreError, Write};
use crate::model::{Action, ProjectId, Role, TokenFacts, TokenId};

/// A token to keep.
#[derive(Debug, Clone, Copy)]
pub struct NewToken<'a> {
    /// What it is called.
    pub name: &'a str,
    /// What it may do.
    pub role: Role,
    /// The projects it reaches; `None` for all there are and will be.
    pub projects: Option<&'a [ProjectId]>,
    /// The first day on which it is no longer valid.
    pub expires_on: Option<&'a str>,
}

/// A token as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredToken {
    /// Everything but its secret.
    pub facts: TokenFacts,
    /// What its secret is compared with: an argon2 string.
    pub hash: String,
}

const COLUMNS: &str =
    "SELECT token.id, token.name, role, everywhere, hash, created_at, created_by, expires_on, revoked_at,
        revoked_by, used_on, (SELECT json_group_array(name) FROM (SELECT project.name FROM token_project
            JOIN project ON project.id = project_id WHERE token_id = token.id ORDER BY project.name)) AS projects
    FROM token";

impl Write {
    /// Keeps a token whose secret is not known yet; [`Write::set_token_hash`] must follow.
    ///
    /// # Errors
    /// `already_exists` where one of this name holds.
    pub async fn insert_token(&mut self, new: &NewToken<'_>) -> Result<TokenId, StoreError> {
        let (actor, at) = (self.actor().to_owned(), self.at().to_owned());
        let id: TokenId = self
            .scalar(
                sqlx::query(
                    "INSERT INTO token (name, role, everywhere, hash, created_at, created_by, expires_on)
                     VALUES ($1, $2, $3, '', $4, $5, $6) RETURNING id",
                )
                .bind(new.name)
                .bind(new.role.as_str())
                .bind(new.projects.is_none())
                .bind(at)
                .bind(actor)
                .bind(new.expires_on),
            )
            .await?;
        for project in new.projects.unwrap_or_default() {
            let insert = "INSERT INTO token_project (token_id, project_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
            self.execute(sqlx::query(insert).bind(id.get()).bind(project.get())).await?;
        }
        let detail = json!({
            "name": new.name, "role": new.role.as_str(), "projects": new.projects, "expires_on": new.expires_on,
        });
        self.logged_of_no_project(Action::Created, Entity::Token, id, detail);
        Ok(id)
    }

    /// Says what the secret of a token is to be compared with.
    ///
    /// # Errors
    /// Database errors.
    pub async fn set_token_hash(&mut self, id: TokenId, hash: &str) -> Result<(), StoreError> {
        self.execute(sqlx::query("UPDATE token SET hash = $2 WHERE id = $1").bind(id.get()).bind(hash)).await?;
        Ok(())
    }

    /// Takes a token out of use, with all sessions opened with it; says whether it was in use.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn revoke_token(&mut self, id: TokenId) -> Result<bool, StoreError> {
        let (actor, at) = (self.actor().to_owned(), self.at().to_owned());
        let row = self.optional(sqlx::query("SELECT name, revoked_at FROM token WHERE id = $1").bind(id.get())).await?;
        let Some(row) = row else { return Err(StoreError::not_found("token", id)) };
        if get::<Option<String>>(&row, "revoked_at")?.is_some() {
            return Ok(false);
        }
        self.execute(
            sqlx::query("UPDATE token SET revoked_at = $2, revoked_by = $3 WHERE id = $1")
                .bind(id.get())
                .bind(at)
                .bind(actor),
        )
        .await?;
        self.end_sessions_of(id).await?;
        let name: String = get(&row, "name")?;
        self.logged_of_no_project(Action::Deleted, Entity::Token, id, json!({ "name": name }));
        Ok(true)
    }

    /// Notes the day a token was used on. No change anybody follows, so the log says nothing of it.
    ///
    /// # Errors
    /// Database errors.
    pub async fn token_used(&mut self, id: TokenId, day: &str) -> Result<(), StoreError> {
        self.execute(sqlx::query("UPDATE token SET used_on = $2 WHERE id = $1").bind(id.get()).bind(day)).await?;
        Ok(())
    }
}

impl Store {
    /// The token of this number.
    ///
    /// # Errors
    /// Database errors.
    pub async fn token(&self, id: TokenId) -> Result<Option<StoredToken>, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" WHERE token.id = ").push_bind(id.get());
        let row = query.build().fetch_optional(&self.readers).await?;
        row.as_ref().map(stored).transpose()
    }

    /// All tokens there ever were, by number.
    ///
    /// # Errors
    /// Database errors.
    pub async fn tokens(&self) -> Result<Vec<StoredToken>, StoreError> {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" ORDER BY token.id");
        query.build().fetch_all(&self.readers).await?.iter().map(stored).collect()
    }
}

fn stored(row: &SqliteRow) -> Result<StoredToken, StoreError> {
    let everywhere: bool = get(row, "everywhere")?;
    let projects: Vec<String> = from_json(row, "projects")?;
    Ok(StoredToken {
        facts: TokenFacts {
            id: get(row, "id")?,
            name: get(row, "name")?,
            role: word(row, "role")?,
            projects: (!everywhere).then_some(projects),
            created_at: get(row, "created_at")?,
            created_by: get(row, "created_by")?,
            expires_on: get(row, "expires_on")?,
            revoked_at: get(row, "revoked_at")?,
            revoked_by: get(row, "revoked_by")?,
            used_on: get(row, "used_on")?,
        },
        hash: get(row, "hash")?,
    })
}

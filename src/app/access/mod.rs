//! Access control: who is calling, what they may do, and in which projects.
//!
//! Every door identifies the caller once and checks each request against the [`Caller`]: the role says what is allowed,
//! the projects say where. Anything in a project the caller may not see is answered as if it did not exist.

mod secret;
mod sessions;
mod tokens;
mod verified;

use super::{AppError, Service};
use crate::model::{Role, TokenFacts, TokenId};

pub use crate::store::Resource;
pub use secret::random_id;
pub use sessions::{IDLE_DAYS, NewSessionSecret, SESSION_DAYS};
pub use tokens::{IssuedToken, Refusal, TokenRequest};
pub(super) use verified::VerifiedSecrets;

/// The name the change log uses when the caller gives none.
const UNNAMED_CALLER: &str = "api";

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 200;

/// The person or program that sends requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    name: String,
    role: Role,
    projects: Option<Vec<String>>,
    token: Option<TokenId>,
    /// The digest of the browser session the request belongs to.
    session: Option<String>,
}

impl Caller {
    /// A caller on this machine, or one with the token the server was started with. May do everything in every project.
    #[must_use]
    pub fn local() -> Self {
        Self { name: UNNAMED_CALLER.to_owned(), role: Role::Admin, projects: None, token: None, session: None }
    }

    /// The same, in one project.
    #[must_use]
    pub fn local_in(project: &str) -> Self {
        Self { projects: Some(vec![project.to_owned()]), ..Self::local() }
    }

    /// The holder of a token.
    pub(super) fn of(token: TokenFacts) -> Self {
        Self { name: token.name, role: token.role, projects: token.projects, token: Some(token.id), session: None }
    }

    /// The same caller, known by the browser session with this digest.
    pub(super) fn in_session(self, digest: String) -> Self {
        Self { session: Some(digest), ..self }
    }

    /// The same caller, who sees this project only.
    #[must_use]
    pub fn within(&self, project: &str) -> Self {
        Self { projects: Some(vec![project.to_owned()]), ..self.clone() }
    }

    /// The caller's role.
    #[must_use]
    pub fn role(&self) -> Role {
        self.role
    }

    /// The token the caller authenticated with; `None` for the local user and the server's own token.
    #[must_use]
    pub fn token(&self) -> Option<TokenId> {
        self.token
    }

    /// The name of that token; `None` for the local user and the server's own token.
    #[must_use]
    pub fn token_name(&self) -> Option<&str> {
        self.token.map(|_| self.name.as_str())
    }

    /// The projects the caller may see; `None` for all.
    #[must_use]
    pub fn visible_projects(&self) -> Option<&[String]> {
        self.projects.as_deref()
    }

    /// Whether the caller sees a token among others: it is for no project but the caller's own.
    #[must_use]
    pub fn may_manage(&self, token: &TokenFacts) -> bool {
        let Some(own) = &self.projects else { return true };
        let is_own = |names: &Vec<String>| !names.is_empty() && names.iter().all(|name| own.contains(name));
        token.projects.as_ref().is_some_and(is_own)
    }

    /// Checks that the caller's role is `needed` or stronger.
    ///
    /// # Errors
    /// `forbidden`.
    pub fn require_role(&self, needed: Role) -> Result<(), AppError> {
        if self.role >= needed { Ok(()) } else { Err(AppError::Forbidden { needed, role: self.role }) }
    }

    /// The projects a request applies to: the named ones, or all that this caller may see. An empty list means every
    /// project, and is returned only to callers without restrictions.
    ///
    /// # Errors
    /// `not_found` for a project the caller may not see, or if the caller may see none.
    pub fn projects(&self, named: Vec<String>) -> Result<Vec<String>, AppError> {
        let Some(own) = &self.projects else { return Ok(named) };
        let unknown = |name: &str| AppError::NotFound { what: "project", name: name.to_owned() };
        if let Some(other) = named.iter().find(|name| !own.contains(name)) {
            return Err(unknown(other));
        }
        if own.is_empty() {
            return Err(unknown(""));
        }
        Ok(if named.is_empty() { own.clone() } else { named })
    }

    /// The single project a request applies to: the named one, else the default if the caller may see it, else the
    /// first of the caller's projects.
    ///
    /// # Errors
    /// As [`Caller::projects`].
    pub fn project(&self, named: Option<&str>, usual: &str) -> Result<String, AppError> {
        if let Some(named) = named {
            self.projects(vec![named.to_owned()])?;
            return Ok(named.to_owned());
        }
        match &self.projects {
            Some(own) if !own.iter().any(|name| name == usual) => {
                let first = self.projects(Vec::new())?.into_iter().next();
                first.ok_or_else(|| AppError::NotFound { what: "project", name: usual.to_owned() })
            }
            _ => Ok(usual.to_owned()),
        }
    }

    /// The name to record in the change log: the caller's own, or the one given if the caller is an administrator.
    ///
    /// # Errors
    /// `forbidden` for somebody else's name, `invalid_request` for a name that is empty, too long or has control
    /// characters.
    pub fn actor(&self, given: Option<&str>) -> Result<String, AppError> {
        let Some(given) = given else { return Ok(self.name.clone()) };
        let given = given.trim();
        if given != self.name && self.role < Role::Admin {
            return Err(AppError::Forbidden { needed: Role::Admin, role: self.role });
        }
        check_name("actor", given)?;
        Ok(given.to_owned())
    }
}

impl Service {
    /// Whether the caller's token is still valid, and their session open. The local user always is.
    ///
    /// # Errors
    /// Database errors.
    pub async fn is_caller_valid(&self, caller: &Caller, now: &str) -> Result<bool, AppError> {
        if let Some(session) = &caller.session
            && !self.is_session_open(session, now).await?
        {
            return Ok(false);
        }
        let Some(token) = caller.token() else { return Ok(true) };
        Ok(self.store().token(token).await?.is_some_and(|token| token.facts.is_valid(now)))
    }

    /// Checks that something belongs to a project the caller may see. If not, the answer is the same as if it did not
    /// exist.
    ///
    /// # Errors
    /// `not_found`; database errors.
    pub async fn check_visible(&self, caller: &Caller, resource: impl Into<Resource>) -> Result<(), AppError> {
        let Some(own) = caller.visible_projects() else { return Ok(()) };
        let resource = resource.into();
        let project = self.store().project_of(resource).await?;
        if own.contains(&project) { Ok(()) } else { Err(AppError::nothing(resource.kind(), resource.number())) }
    }
}

/// Checks a name that will be stored and displayed.
fn check_name(field: &'static str, name: &str) -> Result<(), AppError> {
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        let problem = format!("a name has 1 to {LONGEST_NAME} characters and no control characters");
        return Err(AppError::InvalidRequest { field, problem });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller(role: Role, projects: Option<&[&str]>) -> Caller {
        let projects = projects.map(|names| names.iter().map(|name| (*name).to_owned()).collect());
        Caller { name: "plugin".into(), role, projects, token: Some(TokenId::new(1)), session: None }
    }

    #[test]
    fn a_question_that_names_no_project_is_about_those_the_caller_may_see() {
        let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        for (own, asked, found) in [
            (None, &[][..], Ok(&[][..])),
            (None, &["脳"], Ok(&["脳"][..])),
            (Some(&["心臓", "脳"][..]), &[], Ok(&["心臓", "脳"])),
            (Some(&["心臓", "脳"]), &["脳"], Ok(&["脳"])),
            (Some(&["心臓"]), &["心臓", "脳"], Err("not_found")),
            (Some(&[]), &[], Err("not_found")),
            (Some(&[]), &["脳"], Err("not_found")),
        ] {
            let got = caller(Role::Admin, own).projects(named(asked)).map_err(|error| error.code());
            assert_eq!(got, found.map(named), "{own:?} {asked:?}");
        }
    }

    #[test]
    fn one_project_is_the_one_named_the_usual_one_or_the_first_of_ones_own() {
        for (own, asked, found) in [
            (None, None, Ok("default")),
            (None, Some("脳"), Ok("脳")),
            (Some(&["default", "脳"][..]), None, Ok("default")),
            (Some(&["心臓", "脳"]), None, Ok("心臓")),
            (Some(&["心臓"]), Some("脳"), Err("not_found")),
            (Some(&[]), None, Err("not_found")),
        ] {
            let got = caller(Role::Admin, own).project(asked, "default").map_err(|error| error.code());
            assert_eq!(got, found.map(str::to_owned), "{own:?} {asked:?}");
        }
    }

    #[test]
    fn only_who_may_do_everything_acts_in_the_name_of_others() {
        for (role, given, found) in [
            (Role::Read, None, Ok("plugin")),
            (Role::Review, Some("plugin"), Ok("plugin")),
            (Role::Review, Some("山田"), Err("forbidden")),
            (Role::Admin, Some("山田 花子"), Ok("山田 花子")),
            (Role::Admin, Some("a\u{0}b"), Err("invalid_request")),
            (Role::Admin, Some(" "), Err("invalid_request")),
        ] {
            let got = caller(role, None).actor(given).map_err(|error| error.code());
            assert_eq!(got, found.map(str::to_owned), "{role:?} {given:?}");
        }
    }
}

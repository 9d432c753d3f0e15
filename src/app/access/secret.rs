//! The text form of tokens, `tyk_NUMBER_SECRET`: generating, parsing, hashing and verifying them.

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordVerifier};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::app::AppError;
use crate::app::hexadecimal::hexadecimal;
use crate::model::TokenId;

/// The prefix of every token, so that a leaked one is recognised by people and secret scanners.
const MARK: &str = "tyk_";
/// How a stored digest begins.
const DIGEST: &str = "sha256$";
/// Random bytes in a secret: too many to guess.
const RANDOM: usize = 24;

/// An identifier that cannot be guessed: 128 random bits in hexadecimal.
///
/// # Errors
/// `file_unreadable` if the system provides no random numbers.
pub fn random_id() -> Result<String, AppError> {
    let mut bytes = [0; 16];
    fill(&mut bytes)?;
    Ok(hexadecimal(&bytes))
}

/// A new secret.
pub(super) fn new() -> Result<String, AppError> {
    let mut bytes = [0; RANDOM];
    fill(&mut bytes)?;
    Ok(hexadecimal(&bytes))
}

/// The token with this number and secret.
pub(super) fn token(id: TokenId, secret: &str) -> String {
    format!("{MARK}{id}_{secret}")
}

/// Splits a token into its number and its secret; `None` if it is not written like a token.
pub(super) fn parse(token: &str) -> Option<(TokenId, &str)> {
    let (id, secret) = token.strip_prefix(MARK)?.split_once('_')?;
    let plain = !id.is_empty() && id.len() <= 18 && id.bytes().all(|b| b.is_ascii_digit());
    if plain && is_secret(secret) { Some((id.parse().ok()?, secret)) } else { None }
}

/// Whether a text is written like a secret.
pub(super) fn is_secret(text: &str) -> bool {
    text.len() == 2 * RANDOM && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// What is stored of a secret: its digest. A secret is 192 random bits, which nobody finds by trying, however quickly a digest is
/// computed; a slow hash would only let whoever sends wrong secrets keep the server busy.
pub(super) fn hash(secret: &str) -> String {
    format!("{DIGEST}{}", hexadecimal(&Sha256::digest(secret.as_bytes())))
}

/// Whether the secret matches a digest; the time does not depend on the secret. `None` for a hash of an earlier version, which
/// takes [`verify_slowly`].
pub(super) fn verify(stored: &str, secret: &str) -> Option<bool> {
    stored.starts_with(DIGEST).then(|| bool::from(stored.as_bytes().ct_eq(hash(secret).as_bytes())))
}

/// Whether the secret matches an argon2 hash, as earlier versions stored them.
pub(super) fn verify_slowly(hash: &str, secret: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(secret.as_bytes(), &hash).is_ok())
}

fn fill(bytes: &mut [u8]) -> Result<(), AppError> {
    getrandom::fill(bytes).map_err(|error| AppError::File { name: "random numbers".to_owned(), source: error.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_names_its_row_and_its_secret_is_not_kept() {
        let secret = new().unwrap();
        assert_ne!(secret, new().unwrap());
        let whole = token(TokenId::new(42), &secret);
        assert_eq!(parse(&whole), Some((TokenId::new(42), secret.as_str())));
        let kept = hash(&secret);
        assert!(kept.starts_with("sha256$") && !kept.contains(&secret), "{kept}");
        assert_eq!(verify(&kept, &secret), Some(true));
        assert_eq!(verify(&kept, &new().unwrap()), Some(false));
        assert_eq!(verify("sha256$", &secret), Some(false));
    }

    #[test]
    fn secrets_of_earlier_versions_still_match() {
        use argon2::password_hash::{PasswordHasher, SaltString};
        let secret = new().unwrap();
        let salt = SaltString::encode_b64(b"sixteen bytes ok").unwrap();
        let kept = Argon2::default().hash_password(secret.as_bytes(), &salt).unwrap().to_string();
        assert_eq!(verify(&kept, &secret), None);
        assert!(verify_slowly(&kept, &secret) && !verify_slowly(&kept, &new().unwrap()) && !verify_slowly("", &secret));
    }

    #[test]
    fn what_is_no_token_has_no_parts() {
        let secret = "0".repeat(48);
        for wrong in [
            String::new(),
            "tyk_".to_owned(),
            format!("tyk__{secret}"),
            format!("tyk_-1_{secret}"),
            format!("tyk_+1_{secret}"),
            format!("tyk_１_{secret}"),
            format!("tyk_1_{secret}0"),
            format!("tyk_1_{}", secret.replace('0', "G")),
            format!("tyk_9999999999999999999_{secret}"),
            format!("TYK_1_{secret}"),
        ] {
            assert_eq!(parse(&wrong), None, "{wrong}");
        }
    }
}

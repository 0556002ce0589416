//! Passwords: argon2id, off the async threads, and only so many at a time.

use crate::error::Result;
use crate::{Error, source};
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::Semaphore;

/// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Hashes and verifies passwords. Each takes 19 MiB and a core for some 20 ms, so a flood of sign-ins waits in line
/// here instead of taking the machine.
#[derive(Debug)]
pub struct PasswordGate {
    gate: Semaphore,
    worked: AtomicU64,
}

impl PasswordGate {
    /// A gate for so many at a time.
    pub fn new(at_once: usize) -> Self {
        Self { gate: Semaphore::new(at_once), worked: AtomicU64::new(0) }
    }

    /// How many passwords were hashed or verified since the start.
    pub fn worked(&self) -> u64 {
        self.worked.load(Ordering::Relaxed)
    }

    /// The hash under which `password` is kept, in PHC form.
    pub(crate) async fn hash(&self, password: &str) -> Result<String> {
        let salt = source::new_secret()?;
        let password = password.to_owned();
        self.work(move || {
            let hash: PasswordHash = hasher()?
                .hash_password_with_salt(password.as_bytes(), salt.get(..16).unwrap_or(&salt))
                .map_err(Error::internal)?;
            Ok(hash.to_string())
        })
        .await
    }

    /// Whether `password` is the one behind `hash`. Without a hash the same work is done for nothing, so that an
    /// account that does not exist answers as slowly as one that does.
    pub(crate) async fn verify(&self, password: &str, hash: Option<String>) -> Result<bool> {
        let password = password.to_owned();
        self.work(move || {
            let known = hash.is_some();
            let hash = PasswordHash::new(&hash.unwrap_or_else(nobodys)).map_err(Error::internal)?;
            Ok(hasher()?.verify_password(password.as_bytes(), &hash).is_ok() && known)
        })
        .await
    }

    async fn work<T: Send + 'static>(&self, job: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let _turn = self.gate.acquire().await.map_err(Error::internal)?;
        self.worked.fetch_add(1, Ordering::Relaxed);
        tokio::task::spawn_blocking(job).await.map_err(Error::internal)?
    }
}

fn hasher() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(Error::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// A hash of no password, with the costs of a real one.
fn nobodys() -> String {
    let (salt, hash) = ("bm9ib2R5bm9ib2R5bm9ibw", "bm9ib2R5J3MgcGFzc3dvcmQsIGZvciB0aGUgd29yay4");
    format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}${salt}${hash}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_opens() {
        let gate = PasswordGate::new(2);
        let hash = gate.hash("wisteria on the wall").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert_ne!(hash, gate.hash("wisteria on the wall").await.unwrap(), "salted");
        assert!(gate.verify("wisteria on the wall", Some(hash.clone())).await.unwrap());
        assert!(!gate.verify("wisteria on the wal", Some(hash)).await.unwrap());
        assert!(!gate.verify("", None).await.unwrap());
        assert_eq!(gate.worked(), 5);
    }

    #[test]
    fn nobodys_hash_is_real_work() {
        let hash = nobodys();
        let hash = PasswordHash::new(&hash).unwrap();
        assert_eq!(hash.hash.map(|output| output.len()), Some(32));
    }
}

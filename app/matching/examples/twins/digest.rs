//! The bytes of an answer, as a number: nothing of it is kept, so it may be long.

use std::fmt::Write;

/// Fowler's, Noll's and Vo's hash (FNV-1a, 64 bits) of all that was written, and how much that was.
pub struct Digest {
    hash: u64,
    bytes: u64,
}

impl Digest {
    pub fn new() -> Digest {
        Digest { hash: 0xcbf2_9ce4_8422_2325, bytes: 0 }
    }

    /// Takes in all that there is to know about an answer, in the only order there is.
    pub fn take(&mut self, answer: &impl std::fmt::Debug) {
        writeln!(self, "{answer:?}").expect("writing to it never fails");
    }
}

impl Write for Digest {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        for byte in text.bytes() {
            self.hash = (self.hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        self.bytes += text.len() as u64;
        Ok(())
    }
}

impl std::fmt::Display for Digest {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(out, "{} bytes {:016x}", self.bytes, self.hash)
    }
}

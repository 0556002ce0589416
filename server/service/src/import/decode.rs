//! Bytes become text: finds the encoding, and says what a file is that is no text.

use domain::import::Refusal;
use domain::import::table::MOST_BYTES;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of a file and how it was encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    pub text: String,
    /// "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", or what was asked for.
    pub encoding: &'static str,
}

/// Reads `bytes` as text, in the encoding called `wanted` or in the one that they seem to have.
///
/// # Errors
/// What the file is instead.
pub(crate) fn decode(bytes: &[u8], wanted: Option<&str>) -> Result<Decoded, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLarge { megabytes: MOST_BYTES / 1024 / 1024 });
    }
    refuse_other_kinds(bytes)?;
    let encoding = match wanted {
        Some(word) => Encoding::for_label(word.trim().as_bytes())
            .ok_or_else(|| Refusal::UnknownEncoding { word: word.to_owned() })?,
        None => guess(bytes)?,
    };
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((marked, length)) if wanted.is_none() || marked == encoding => (marked, &bytes[length..]),
        _ => (encoding, bytes),
    };
    let text = encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or_else(|| Refusal::Damaged { row: damaged_row(bytes) })?;
    if text.contains('\0') || is_binary(&text) {
        return Err(Refusal::Binary);
    }
    // Ctrl-Z ends a file that old software wrote.
    Ok(Decoded { text: text.trim_end_matches('\u{1a}').to_owned(), encoding: encoding.name() })
}

/// The beginnings of files that people choose by mistake.
fn refuse_other_kinds(bytes: &[u8]) -> Result<(), Refusal> {
    let workbooks: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];
    let others: [&[u8]; 6] = [b"%PDF", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"SQLite format"];
    if workbooks.iter().any(|start| bytes.starts_with(start)) {
        return Err(Refusal::Workbook);
    }
    if others.iter().any(|start| bytes.starts_with(start)) {
        return Err(Refusal::Binary);
    }
    Ok(())
}

fn guess(bytes: &[u8]) -> Result<&'static Encoding, Refusal> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(encoding);
    }
    if let Some(encoding) = guess_utf_16(bytes) {
        return Ok(encoding);
    }
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    match (good, bad) {
        (_, 0) => Ok(UTF_8),
        // Text in Windows-1252 hardly ever holds a sequence that is right in UTF-8; so many are no accident.
        (good, bad) if good >= 4 * bad => Err(Refusal::Damaged { row: damaged_row(bytes) }),
        _ => Ok(WINDOWS_1252),
    }
}

/// UTF-16 without a mark: separators, digits and line ends have a zero byte, always on the same side.
fn guess_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(8192)];
    let (mut even, mut odd) = (0_usize, 0_usize);
    for pair in head.chunks_exact(2) {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    let pairs = head.len() / 2;
    let many = |zeros: usize| zeros > 2 && zeros * 5 >= pairs;
    match (even, odd) {
        (0, odd) if many(odd) => Some(UTF_16LE),
        (even, 0) if many(even) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether more than one character in a hundred is a control character that no list has.
fn is_binary(text: &str) -> bool {
    let strange =
        |letter: &char| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}');
    let strange = text.chars().filter(strange).count();
    strange > 2 && strange * 100 > text.chars().count()
}

/// The line, counted from 1, of the first bytes that are not UTF-8.
fn damaged_row(bytes: &[u8]) -> u32 {
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let before = bytes[..valid].iter().filter(|byte| **byte == b'\n').count();
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "Name;Größe\nAda;1\n";

    fn utf_16(text: &str, bom: bool, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        bom.then_some(0xfeff).into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
    }

    #[test]
    fn encodings_are_found() {
        let windows =
            TEXT.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect::<Vec<u8>>();
        for (bytes, expect) in [
            (TEXT.as_bytes().to_vec(), "UTF-8"),
            ([b"\xef\xbb\xbf", TEXT.as_bytes()].concat(), "UTF-8"),
            (utf_16(TEXT, true, u16::to_le_bytes), "UTF-16LE"),
            (utf_16(TEXT, true, u16::to_be_bytes), "UTF-16BE"),
            (utf_16(TEXT, false, u16::to_le_bytes), "UTF-16LE"),
            (utf_16(TEXT, false, u16::to_be_bytes), "UTF-16BE"),
            (windows, "windows-1252"),
        ] {
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding), (TEXT, expect));
        }
        let polish = decode(b"Imi\xea;\xa3\xf3d\x9f", Some("windows-1250")).unwrap();
        assert_eq!(polish.text, "Imię;Łódź");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let mostly_utf_8 = [b"Name;Ort\n".as_slice(), "äöüß".repeat(9).as_bytes(), b"\n\xfc\n"].concat();
        let too_large = vec![b'a'; MOST_BYTES + 1];
        for (bytes, expect) in [
            (b"PK\x03\x04rest".as_slice(), Refusal::Workbook),
            (b"\xd0\xcf\x11\xe0rest", Refusal::Workbook),
            (b"%PDF-1.7", Refusal::Binary),
            (b"Name,Email\nA\0da,x", Refusal::Binary),
            (b"\x01\x02\x03\x04\x05\x06\x07", Refusal::Binary),
            (&mostly_utf_8, Refusal::Damaged { row: 3 }),
            (b"\xff\xfe\x00\xd8a\x00", Refusal::Damaged { row: 1 }),
            (&too_large, Refusal::TooLarge { megabytes: 20 }),
        ] {
            assert_eq!(decode(bytes, None), Err(expect));
        }
        let unknown = decode(b"a", Some("klingon"));
        assert_eq!(unknown, Err(Refusal::UnknownEncoding { word: "klingon".into() }));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            if let Ok(decoded) = decode(&bytes, None) {
                let _ = domain::import::table::read(&decoded.text);
            }
        }
    }
}

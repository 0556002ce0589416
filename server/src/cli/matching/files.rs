//! Files and standard input, plain or compressed, read whole; and outputs.

use super::options::InputArgs;
use domain::exchange::{Source, Sources};
use domain::text::exchange as words;
use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use std::io::{Read, Write};
use std::path::Path;

/// The files of a command, in memory.
pub(super) struct Given {
    /// Scores, capacities, preferences, blocks, pins, groups, quotas.
    inputs: [Option<Loaded>; 7],
    others: Vec<Loaded>,
}

struct Loaded {
    name: String,
    bytes: Vec<u8>,
}

impl Given {
    /// Reads everything.
    ///
    /// # Errors
    /// A sentence about the first file that cannot be read.
    pub(super) fn read(args: &InputArgs, others: &[&str]) -> Result<Given, String> {
        let inputs = [
            &args.scores,
            &args.capacities,
            &args.preferences,
            &args.blocks,
            &args.pins,
            &args.groups,
            &args.quotas,
        ];
        let named = inputs.iter().filter_map(|it| it.as_deref()).chain(others.iter().copied());
        if named.filter(|name| *name == "-").count() > 1 {
            return Err(words::one_standard_input().to_owned());
        }
        let mut read = Given { inputs: [const { None }; 7], others: Vec::new() };
        for (to, name) in read.inputs.iter_mut().zip(inputs) {
            *to = name.as_deref().map(load).transpose()?;
        }
        read.others = others.iter().map(|name| load(name)).collect::<Result<_, _>>()?;
        Ok(read)
    }

    pub(super) fn sources(&self) -> Sources<'_> {
        let [scores, capacities, preferences, blocks, pins, groups, quotas] =
            self.inputs.each_ref().map(|it| it.as_ref().map(source));
        Sources { scores, capacities, preferences, blocks, pins, groups, quotas }
    }

    /// One of the files that are no input, by its place among them.
    pub(super) fn other(&self, at: usize) -> Source<'_> {
        source(&self.others[at])
    }
}

fn source(loaded: &Loaded) -> Source<'_> {
    Source { name: &loaded.name, bytes: &loaded.bytes }
}

fn load(name: &str) -> Result<Loaded, String> {
    let mut bytes = Vec::new();
    if name == "-" {
        let name = words::standard_input().to_owned();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(|cause| words::cannot_read(&name, cause))?;
        return Ok(Loaded { name, bytes });
    }
    let cannot = |cause| words::cannot_read(name, cause);
    let mut file = std::fs::File::open(name).map_err(cannot)?;
    if is_compressed(name) {
        MultiGzDecoder::new(std::io::BufReader::new(file)).read_to_end(&mut bytes)
    } else {
        file.read_to_end(&mut bytes)
    }
    .map_err(cannot)?;
    Ok(Loaded { name: name.to_owned(), bytes })
}

/// Writes an output, compressed where its name says so. The compressed form holds no time and no name.
///
/// # Errors
/// A sentence about the file.
pub(super) fn write(name: &str, text: &str) -> Result<(), String> {
    let cannot = |cause| words::cannot_write(name, cause);
    if name == "-" {
        let mut out = std::io::stdout().lock();
        return out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(cannot);
    }
    if !is_compressed(name) {
        return std::fs::write(name, text).map_err(cannot);
    }
    let mut packed = GzEncoder::new(std::fs::File::create(name).map_err(cannot)?, Compression::default());
    packed.write_all(text.as_bytes()).and_then(|()| packed.finish().map(drop)).map_err(cannot)
}

fn is_compressed(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"))
}

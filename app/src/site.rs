//! The built front end: which files a page needs, and when a browser is told of them.

use crate::files;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// The names of the built files, which carry hashes of their contents.
#[derive(Clone, Debug)]
pub struct Site(Arc<Names>);

#[derive(Debug)]
struct Names {
    script: String,
    wasm: String,
    styles: String,
    /// The script that loads the parts of the wasm.
    loader: String,
    /// The files of each part of [`files`], by its name.
    parts: HashMap<String, Vec<String>>,
}

impl Site {
    /// Reads what the build wrote into `folder`. Without a list of hashes, names carry none.
    ///
    /// # Errors
    /// A sentence that says which list cannot be read.
    pub fn read(folder: &Path) -> Result<Self, String> {
        // While one edits, cargo-leptos leaves the list beside the program only.
        let beside = || Some(std::env::current_exe().ok()?.parent()?.join("hash.txt"));
        let list = std::fs::read_to_string(folder.join("hash.txt")).ok();
        let list = list.or_else(|| std::fs::read_to_string(beside()?).ok());
        let text = list.unwrap_or_default();
        let hash = |kind: &str| {
            let hash = text.lines().find_map(|line| line.strip_prefix(kind)?.strip_prefix(':'));
            hash.map(|hash| format!(".{}", hash.trim())).unwrap_or_default()
        };
        let parts = folder.join(format!("pkg/__wasm_split_manifest{}.json", hash("manifest")));
        let parts: HashMap<String, Vec<String>> = match std::fs::read(&parts) {
            Ok(bytes) => {
                serde_json::from_slice(&bytes).map_err(|cause| format!("{}: {cause}", parts.display()))?
            }
            Err(_) => HashMap::new(),
        };
        let url = |name: &str, ending: &str| format!("/pkg/{name}.{ending}");
        // The build adds a number to the name of each part.
        let part = |(name, files): (String, Vec<String>)| {
            let name = name.rsplit_once('_').map_or(name.as_str(), |(name, _)| name).to_owned();
            (name, files.iter().map(|file| url(file, "wasm")).collect())
        };
        Ok(Self(Arc::new(Names {
            script: url(&format!("trellis{}", hash("js")), "js"),
            wasm: url(&format!("trellis{}", hash("wasm")), "wasm"),
            styles: url(&format!("trellis{}", hash("css")), "css"),
            loader: url(&format!("__wasm_split{}", hash("split")), "js"),
            parts: parts.into_iter().map(part).collect(),
        })))
    }

    /// The address of the style sheet.
    pub(crate) fn styles(&self) -> String {
        self.0.styles.clone()
    }

    /// Fetches the wasm of the page at `path` and makes the page come alive, once it has been painted: until then styles
    /// and fonts have the line for themselves.
    pub(crate) fn script(&self, path: &str, signed_in: bool) -> impl IntoView + use<> {
        let Names { script, wasm, loader, parts, .. } = &*self.0;
        let mut needed: Vec<&String> = files::needed(path, signed_in)
            .iter()
            .flatten()
            .filter_map(|file| parts.get(file.name()))
            .flatten()
            .collect();
        needed.sort_unstable();
        needed.dedup();
        needed.insert(0, wasm);
        let begin = format!(
            "let begun=false;
const begin=async()=>{{
if(begun)return;
begun=true;
const hint=(rel,href)=>document.head.append(Object.assign(document.createElement('link'),{{rel,href,as:rel=='preload'?'fetch':'script',crossOrigin:''}}));
hint('modulepreload',{loader:?});
for(const href of {needed:?})hint('preload',href);
const {{default:start,hydrate}}=await import({script:?});
await start({{module_or_path:{wasm:?}}});
hydrate();
}};
requestAnimationFrame(()=>setTimeout(begin));
// Nothing is painted in a hidden tab.
setTimeout(begin,3000);"
        );
        view! { <script type="module" nonce=use_nonce()>{begin}</script> }
    }
}

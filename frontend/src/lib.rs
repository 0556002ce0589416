//! The wasm entry: makes the server's HTML come alive.

use wasm_bindgen::prelude::wasm_bindgen;

/// The wasm is cut into files, and each gets the data that it alone needs. Cut and aligned anew they may not be longer
/// than they were, or all of them stay in the first file; so there is some room, which nothing uses and no file carries.
#[used]
static ROOM: [u8; 65_536] = [1; 65_536];

#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(app::hydrate());
}

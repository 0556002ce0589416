// Makes frontend/public/icons.svg and app/src/ui/glyph.rs from the list below, so that a page can only name an icon
// which the sprite really holds. Run it after changing the list: node end2end/support/sprite.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const lucide = root + "end2end/node_modules/lucide-static/icons/";

// ours: theirs. Our names say what the picture means here where that is clearer than what it shows.
const icons = {
  activity: "activity", add: "plus", agreement: "handshake", alert: "triangle-alert", archive: "archive",
  "arrow-down": "arrow-down", "arrow-left": "arrow-left", "arrow-right": "arrow-right", "arrow-up": "arrow-up",
  award: "award", balance: "scale", bell: "bell", block: "ban", board: "kanban", book: "book-open", branch: "git-branch",
  bulb: "lightbulb", building: "building-2", calendar: "calendar", "calendar-add": "calendar-plus", camera: "camera",
  certificate: "scroll-text", chart: "chart-no-axes-column", chat: "message-circle", check: "check",
  "check-circle": "circle-check", checklist: "list-checks", "chevron-down": "chevron-down", "chevron-left": "chevron-left",
  "chevron-right": "chevron-right", "chevron-up": "chevron-up", clock: "clock", close: "x", columns: "columns-2",
  compass: "compass", copy: "copy", course: "graduation-cap", database: "database", download: "download", edit: "pencil",
  error: "circle-x", external: "external-link", eye: "eye", "eye-off": "eye-off", feedback: "message-square-quote",
  file: "file-text", filter: "sliders-horizontal", flag: "flag", gauge: "gauge", gift: "gift", globe: "globe", grip: "grip-vertical",
  heart: "heart", help: "circle-question-mark", history: "history", home: "layout-dashboard", import: "file-up", inbox: "inbox",
  info: "info", introduction: "coffee", key: "key-round", keyboard: "keyboard", language: "languages", library: "library", link: "link", list: "list",
  lock: "lock", mail: "mail", menu: "menu", minus: "minus", monitor: "monitor", moon: "moon", more: "ellipsis", note: "notebook-pen",
  party: "party-popper", pause: "pause", person: "user", "person-add": "user-plus", people: "users", phone: "phone", pin: "pin",
  "pin-off": "pin-off", place: "map-pin", play: "play", print: "printer", question: "message-circle-question-mark", rank: "list-plus",
  redo: "redo-2", refresh: "refresh-cw", repeat: "repeat", route: "route", save: "save", search: "search", send: "send",
  settings: "settings", share: "share-2", shield: "shield-check", "sign-in": "log-in", "sign-out": "log-out", sort: "arrow-down-wide-narrow",
  sprout: "sprout", star: "star", sun: "sun", swap: "arrow-left-right", table: "table-2", target: "target", template: "layout-template",
  thumbs: "thumbs-up", trash: "trash-2", undo: "undo-2", upload: "upload", video: "video", wand: "wand-sparkles", zoom: "zoom-in",
  "zoom-out": "zoom-out",
};

const names = Object.keys(icons).sort();
const symbols = names.map((name) => {
  const source = readFileSync(`${lucide}${icons[name]}.svg`, "utf8");
  const inner = source.replace(/<!--.*?-->/gs, "").replace(/^[\s\S]*?<svg[\s\S]*?>/, "").replace(/<\/svg>\s*$/, "");
  return `<symbol id="${name}" viewBox="0 0 24 24">${inner.replace(/\s+/g, " ").replace(/> </g, "><").trim()}</symbol>`;
});
writeFileSync(
  root + "frontend/public/icons.svg",
  `<svg xmlns="http://www.w3.org/2000/svg">\n<!-- Lucide, ISC licence: see licences/lucide.txt. Made by end2end/support/sprite.mjs. -->\n${symbols.join("\n")}\n</svg>\n`,
);

const variant = (name) => name.split("-").map((part) => part[0].toUpperCase() + part.slice(1)).join("");
writeFileSync(
  root + "app/src/ui/glyph.rs",
  `//! The icons of the sprite, made by \`end2end/support/sprite.mjs\`: change its list and run it.

macro_rules! glyphs {
    ($($variant:ident = $name:literal),* $(,)?) => {
        /// A picture in \`/icons.svg\`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Glyph {
            $(#[doc = $name] $variant,)*
        }

        impl Glyph {
            /// Every icon, for the page that shows them all.
            pub const ALL: &'static [Glyph] = &[$(Glyph::$variant),*];

            /// The name of the symbol in the sprite.
            pub const fn name(self) -> &'static str {
                match self { $(Glyph::$variant => $name,)* }
            }

            /// Where the symbol stands, for \`<use href>\`.
            pub const fn href(self) -> &'static str {
                match self { $(Glyph::$variant => concat!("/icons.svg#", $name),)* }
            }
        }
    };
}

glyphs! {
${names.map((name) => `    ${variant(name)} = "${name}",`).join("\n")}
}
`,
);
console.log(`${names.length} icons`);

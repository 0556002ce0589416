//! The icons of the sprite, made by `end2end/support/sprite.mjs`: change its list and run it.

macro_rules! glyphs {
    ($($variant:ident = $name:literal),* $(,)?) => {
        /// A picture in `/icons.svg`.
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

            /// Where the symbol stands, for `<use href>`.
            pub const fn href(self) -> &'static str {
                match self { $(Glyph::$variant => concat!("/icons.svg#", $name),)* }
            }
        }
    };
}

glyphs! {
    Activity = "activity",
    Add = "add",
    Agreement = "agreement",
    Alert = "alert",
    Archive = "archive",
    ArrowDown = "arrow-down",
    ArrowLeft = "arrow-left",
    ArrowRight = "arrow-right",
    ArrowUp = "arrow-up",
    Award = "award",
    Balance = "balance",
    Bell = "bell",
    Block = "block",
    Board = "board",
    Book = "book",
    Branch = "branch",
    Building = "building",
    Bulb = "bulb",
    Calendar = "calendar",
    CalendarAdd = "calendar-add",
    Camera = "camera",
    Certificate = "certificate",
    Chart = "chart",
    Chat = "chat",
    Check = "check",
    CheckCircle = "check-circle",
    Checklist = "checklist",
    ChevronDown = "chevron-down",
    ChevronLeft = "chevron-left",
    ChevronRight = "chevron-right",
    ChevronUp = "chevron-up",
    Clock = "clock",
    Close = "close",
    Columns = "columns",
    Compass = "compass",
    Copy = "copy",
    Course = "course",
    Database = "database",
    Download = "download",
    Edit = "edit",
    Error = "error",
    External = "external",
    Eye = "eye",
    EyeOff = "eye-off",
    Feedback = "feedback",
    File = "file",
    Filter = "filter",
    Flag = "flag",
    Gauge = "gauge",
    Gift = "gift",
    Globe = "globe",
    Grip = "grip",
    Heart = "heart",
    Help = "help",
    History = "history",
    Home = "home",
    Import = "import",
    Inbox = "inbox",
    Info = "info",
    Introduction = "introduction",
    Key = "key",
    Keyboard = "keyboard",
    Language = "language",
    Library = "library",
    Link = "link",
    List = "list",
    Lock = "lock",
    Mail = "mail",
    Menu = "menu",
    Minus = "minus",
    Monitor = "monitor",
    Moon = "moon",
    More = "more",
    Note = "note",
    Party = "party",
    Pause = "pause",
    People = "people",
    Person = "person",
    PersonAdd = "person-add",
    Phone = "phone",
    Pin = "pin",
    PinOff = "pin-off",
    Place = "place",
    Play = "play",
    Print = "print",
    Question = "question",
    Rank = "rank",
    Redo = "redo",
    Refresh = "refresh",
    Repeat = "repeat",
    Route = "route",
    Save = "save",
    Search = "search",
    Send = "send",
    Settings = "settings",
    Share = "share",
    Shield = "shield",
    SignIn = "sign-in",
    SignOut = "sign-out",
    Sort = "sort",
    Sprout = "sprout",
    Star = "star",
    Sun = "sun",
    Swap = "swap",
    Table = "table",
    Target = "target",
    Template = "template",
    Thumbs = "thumbs",
    Trash = "trash",
    Undo = "undo",
    Upload = "upload",
    Video = "video",
    Wand = "wand",
    Zoom = "zoom",
    ZoomOut = "zoom-out",
}

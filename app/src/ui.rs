//! The parts that every page is built from. A page looks right by using these and a few rules in `style/feature/`.
//!
//! `use crate::ui::*;` brings them all. A part is SSR-safe, takes its words through props and never writes a `style`
//! attribute, which the content security policy forbids. A class is named as its part and its file in `style/ui/`.
//!
//! Inside a [`crate::form::Form`] a field finds its message and what was typed before a refusal by its `name`, and a
//! submitting button knows whether an answer is awaited: a page passes neither.
//!
//! Reading the cheat sheet: `name?` may be left out; text is `impl Into<String>`; a slot is a closure, as in
//! `actions=move || view! { <Button>…</Button> }`; `live` is a value, an `Option`, a signal or a memo, so that it can
//! arrive later; `on_…` takes a closure of one argument. An `Option` goes into any other optional prop as
//! `nostrip:href=maybe`. `attr:data-x="…"` and `class:x=…` reach the outermost element of a part.
//!
//! ```text
//! WORDS    Tone::{Neutral, Good, Warn, Bad, Info}   Look::{Primary, Secondary, Quiet, Danger}
//!          Size::{Small, Medium, Large}   Gap::{None, Tight, Snug, Normal, Loose, Wide}   Glyph::{Search, Add, …}
//!          Choice::new(value, label).hint(..).count(n).disabled(true)
//!
//! PAGE     <Page title lead? kicker? crumbs?=Vec<Crumb> actions?=slot width?=PageWidth::{Read, Form, Normal, Full, Bleed}>
//!              the one <h1>; also sets the document's title. Crumb::new(label, href): the pages above, not this one
//!          <Section title lead? id? level?=2 actions?=slot>         a titled part of a page, without a box
//!          <Split aside=slot aside_first?>                         main column and aside; one column when narrow
//!          <CardGrid narrow?>  <Stack gap?>  <Cluster gap? between?>  grid of cards; one below the other; side by side
//!          <Toolbar label>                                         search, filters and sorting above a list
//!          <Facts><Fact term>…</Fact></Facts>                      terms and values
//!          <Rows label?><Row lead?=slot end?=slot tone?>…</Row></Rows>   hairline-separated list
//!          <Disclosure summary open?>…                             more on request, works without script
//!          <Card title? level?=2 lead? href? tone? actions?=slot>…    a sheet; with href all of it is a link
//!
//! ACTION   <Button look? size? icon? submit? busy?=live disabled_reason?=live on_press? name? value? form?>label
//!              type=button unless submit; one Look::Primary on a page
//!          <ButtonLink href look? size? icon?>label
//!          <IconButton glyph label size? submit? busy? pressed?=live on_press? name? value?>   label: name and tip
//!          <Menu id label icon? look? size? icon_only?>             a button that opens a list of:
//!              <MenuItem href? icon? danger? on_press? submit? form? name? value? disabled_reason?=live>label  <MenuRule/>
//!          <Dialog id title open=RwSignal<bool> lead? footer?=slot sheet? on_close?=Callback<()>>…
//!          <CopyField id? label value hint?>                        a link to take away
//!
//! FORM     every field: name, label, hint?, error?=live, who_sees?, required?, id? (else "f-{name}")
//!          <Field kind?=FieldKind::{Text, Email, Password, Number, Date, Time, DateTime, Search, Url, Tel} value? short?
//!              unit? autocomplete? placeholder? min? max? step? maxlength? readonly? list? on_input? on_change? node_ref?>
//!          <TextArea value? rows?=4 maxlength? placeholder? on_input? on_change? node_ref?>
//!          <Select options=Vec<Choice> value? empty_label? short? on_change? node_ref?>
//!          <Checkbox value?="true" checked? disabled? count? label_hidden? on_change?=|bool|>
//!          <CheckboxGroup options values?=Vec<String> inline? on_change?=Callback<(String, bool)>>
//!          <RadioGroup options value? inline? on_change?>
//!          <FileDrop accept? multiple? on_files?=|Vec<String>| node_ref?>
//!          <SearchBox name label value? count?=live on_input? node_ref?>   one search line; "/" goes there
//!          <Fieldset legend hint?>  <FieldRow>  <FormActions>  <ErrorSummary errors=live Vec<FieldError>>
//!              FieldError::new(field_id, message)
//!
//! PEOPLE   <Avatar name seed? photo? size?=AvatarSize::{Small, Medium, Large, Huge} alone?>   seed: the id
//!          <PersonLine name what? seed? photo? href? size? end?=slot>      always this for a person
//!          <AvatarStack people=Vec<Face>>                          Face::new(name, id).photo(url)
//!
//! SAYING   <Badge tone? icon?>text     <Chip label href? on_remove?>      a filter that is on
//!          <Note tone? title? icon?>…  <ErrorNote what kept? next? actions?=slot>
//!          <EmptyState title why level?=2 actions?=slot>  <VisibilityNote text private?>
//!          <Skeleton shape?=SkeletonShape::{Lines, Cards, Rows, Figures} count?=3 label?>
//!          <RelativeDate relative exact datetime brief?>           words already formatted
//!          use_toasts().say(text) .good(text) .fail(text) .undo(text, move || …)     (ToastRegion is in the frame)
//!          crate::layout::offer_commands(|| vec![Command::go(..), Command::run(..)])   for Ctrl K, while the page shows
//!          crate::layout::offer_shortcut("n", what, move || …)     a key, also "Ctrl+Z", while the page shows
//!
//! FINDING  <Tabs label items=Vec<TabItem>>                         TabItem::new(href, label).count(n); marks itself
//!          <Breadcrumb crumbs>  (Page has it)   <Pagination page pages what href=|u32| -> String label?>
//!          <Steps label items=Vec<StepItem> current=usize>         StepItem::new(label).href(..)
//!          <DataTable caption caption_hidden? stack?> around <thead>, <tbody>, <tr> with
//!              <ColumnHead label numeric? sorted?=Sorted::{Not, Up, Down} href? hidden?>  <RowHead>  <Cell label? numeric?>
//!
//! NUMBERS  <Stat label value=live note?=live tone? href?>           a large figure with what it means
//!          <Meter label value=live u8 tone? label_hidden? figure_hidden? large?>   0–100; low ones turn amber
//!          <Progress label done=live of=live text?=live label_hidden?>   2 of 4
//!          <BarList title bars=live Vec<Bar> heads=(what, how_many) desc? faded?>   Bar::new(label, n).note(..).href(..)
//!          <ColumnChart title points=live Vec<Point> head first second? desc?>      Point::new(label, n).beside(m)
//!          <ShareBar title parts=live Vec<Share> heads=(what, how_many) desc?>      Share::new(label, n, tone).href(..)
//!          <Spark label values=live Vec<f64>>                      a line the height of a word
//!          <Growth label done=live of=live marks?=Vec<String>>      the vine on its trellis     <Lattice large?/>  <Logo/>
//!
//! CLASSES  for feature rules none is needed often; utilities: unseen muted small strong figures read grow push nowrap
//!          cut only-wide only-narrow only-print
//! ```

mod arrange;
mod avatar;
mod badge;
mod bar_list;
mod breadcrumb;
mod browser;
mod button;
mod card;
mod chart;
mod checkbox;
mod chip;
mod choice;
mod column_chart;
mod copy_field;
mod date;
mod dialog;
mod disclosure;
mod empty;
mod facts;
mod field;
mod file_drop;
mod form;
mod glyph;
mod growth;
mod icon;
mod lattice;
mod menu;
mod meter;
mod note;
mod page;
mod pagination;
mod person;
mod radio;
mod rows;
mod search_box;
mod select;
mod share_bar;
mod skeleton;
mod spark;
mod stat;
mod steps;
mod table;
mod tabs;
mod textarea;
mod toast;

pub use arrange::*;
pub use avatar::*;
pub use badge::*;
pub use bar_list::*;
pub use breadcrumb::*;
pub(crate) use browser::{
    Move, bring_up, focus_by_id, focus_in_place, hold_unsent, is_typing, pause, post_form, scroll_into_view,
    store, stored, unsent,
};
#[cfg(feature = "hydrate")]
pub(crate) use browser::{keep_in_tab, kept_in_tab};
pub use button::*;
pub use card::*;

pub use checkbox::*;
pub use chip::*;
pub use choice::*;
pub use column_chart::*;
pub use copy_field::*;
pub use date::*;
pub use dialog::*;
pub use disclosure::*;
pub use empty::*;
pub use facts::*;
pub use field::*;
pub use file_drop::*;
pub use form::*;
pub use glyph::*;
pub use growth::*;
pub use icon::*;
pub use lattice::*;
pub use menu::*;
pub use meter::*;
pub use note::*;
pub use page::*;
pub use pagination::*;
pub use person::*;
pub use radio::*;
pub use rows::*;
pub use search_box::*;
pub use select::*;
pub use share_bar::*;
pub use skeleton::*;
pub use spark::*;
pub use stat::*;
pub use steps::*;
pub use table::*;
pub use tabs::*;
pub use textarea::*;
pub use toast::*;

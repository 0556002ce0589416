//! The parts that every page is built from. A page looks right by using these and a few rules in `style/feature/`.
//!
//! `use crate::ui::*;` brings them all. A part is SSR-safe, takes its words through props and never writes a `style`
//! attribute, which the content security policy forbids. A class is named as its part and its file in `style/ui/`.
//!
//! Reading the cheat sheet: `name?` may be left out; text is `impl Into<String>`; a slot is a closure, as in
//! `actions=move || view! { <Button>…</Button> }`; `live` is a value, an `Option`, a signal or a memo (`MaybeProp`), so
//! that it can arrive later. An `Option` goes into any other optional prop as `nostrip:href=maybe`.
//! `attr:autocomplete="off"`, `class:x=…` and `on:click=…` reach the outermost element of a part.
//!
//! ```text
//! WORDS    Tone::{Neutral, Good, Warn, Bad, Info}   Look::{Primary, Secondary, Quiet, Danger}
//!          Size::{Small, Medium, Large}   Gap::{None, Tight, Snug, Normal, Loose, Wide}   Glyph::{Search, Add, …}
//!          Choice::new(value, label).hint(..).count(n).disabled(true)
//!
//! PAGE     <Page title lead? kicker? crumbs?=Vec<Crumb> actions?=slot width?=PageWidth::{Read, Form, Normal, Full}>
//!              one <h1>; also sets the document title. Crumb::new(label, href)
//!          <Section title lead? id? level?=2 actions?=slot>        a titled part of a page, without a box
//!          <Split aside=slot aside_first?>                           main column and aside; one column when narrow
//!          <CardGrid narrow?>  <Stack gap?>  <Cluster gap? between?>    grid of cards; one below the other; side by side
//!          <Toolbar label>                                           search, filters and sorting above a list
//!          <Facts><Fact term>…</Fact></Facts>                        terms and values
//!          <Rows label?><Row>…</Row></Rows>                          hairline-separated list; Row takes lead?, end? slots
//!          <Disclosure summary open?>…                               more on request, works without script
//!
//! ACTION   <Button look? size? icon? submit? busy?=live disabled_reason?=live on_press?=Callback<MouseEvent>
//!              name? value? form?>label</Button>                    type=button unless submit
//!          <ButtonLink href look? size? icon?>label</ButtonLink>
//!          <IconButton glyph label submit? busy? on_press? name? value?>   a picture; the label is its name and its tip
//!          <Menu id label icon? look? size? icon_only?>              a button that opens a list; the children are:
//!              <MenuItem href? icon? danger? on_press? submit? name? value? form? disabled_reason?>label</MenuItem>  <MenuRule/>
//!          <Dialog id title open=RwSignal<bool> lead? footer?=slot sheet? on_close?>…
//!          <CopyField label value hint?>                             a link to copy
//!
//! FORM     every field: name, label, hint?, error?=live, who_sees?, required?, id? (default "f-{name}")
//!          <Field kind?=FieldKind::{Text,Email,Password,Number,Date,Time,DateTime,Search,Url,Tel} value? autocomplete?
//!              min? max? step? maxlength? placeholder? unit? short? readonly? list? on_input?=Callback<String> on_change?>
//!          <TextArea value? rows?=4 maxlength? placeholder? on_input? on_change?>
//!          <Select options=Vec<Choice> value? empty_label? on_change?=Callback<String>>
//!          <Checkbox value?="true" checked? count? on_change?=Callback<bool>>
//!          <CheckboxGroup options values?=Vec<String>>   <RadioGroup options value? inline? on_change?>
//!          <FileDrop accept? multiple? on_files?=Callback<Vec<String>>>
//!          <SearchBox name label value? placeholder? count? on_input?>    one large search line
//!          <Fieldset legend hint?>  <FieldRow>  <FormActions>  <ErrorSummary errors=Signal<Vec<FieldError>>>
//!              FieldError::new(field_id, message)
//!
//! PEOPLE   <Avatar name seed? photo? size?=AvatarSize::{Small,Medium,Large,Huge} alone?>  seed: the id; else the name
//!          <PersonLine name what? seed? photo? href? size? end?=slot>     always this for a person
//!          <AvatarStack people=Vec<Face>>       Face::new(name, seed).photo(..)
//!
//! SAYING   <Badge tone? icon?>text</Badge>   <Chip label href? remove_label? on_remove?>
//!          <Note tone? title? icon?>…</Note>   <ErrorNote what kept? next? actions?=slot>
//!          <EmptyState title why actions?=slot>  <VisibilityNote text private?>
//!          <Skeleton shape?=SkeletonShape::{Lines, Cards, Rows, Figures} count?=3 label?>
//!          <RelativeDate relative exact datetime exact_only_on_hover?>
//!          toasts: use_toasts().say(text) .good(text) .undo(text, move || …) .fail(text)   <ToastRegion/> is in the frame
//!
//! FINDING  <Tabs label items=Vec<TabItem>>       TabItem::new(href, label).count(n)
//!          <Breadcrumb crumbs>  <Pagination page pages what href=Callback<u32, String>>
//!          <Steps label items=Vec<StepItem> current=usize>     StepItem::new(label).href(..)
//!          <DataTable caption caption_hidden? stack?>  then <thead>/<tbody>/<tr> with
//!              <ColumnHead label numeric? sorted?=Sorted::{Up,Down,Not} href? hidden?>  <RowHead>  <Cell label? numeric?>
//!
//! NUMBERS  <Stat label value note? tone? href?>                      a figure with what it means
//!          <Meter label value=u8 figure?=bool label_hidden? tone? text?>   0–100: bar, figure; low ones turn amber
//!          <Progress label done=u32 of=u32 text? label_hidden?>      2 of 4
//!          <BarList title bars=Vec<Bar> desc? heads=(what, how_many) faded?>   Bar::new(label, value).text(..).href(..)
//!          <ColumnChart title points=Vec<Point> desc? names=(first, second) heads=…>   Point::new(label, a, b)
//!          <ShareBar title parts=Vec<Share> heads>                   Share::new(label, value, tone).href(..)
//!          <Spark label values=Vec<f64>>   a line the height of a word
//!          <Growth label done=u32 of=u32 marks?=Vec<String>>     the vine on its trellis   <Lattice/>  <Logo/>
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

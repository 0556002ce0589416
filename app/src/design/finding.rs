//! Tabs, steps, tables and lists.

use crate::ui::*;
use domain::text::design as words;
use leptos::prelude::*;

#[component]
pub(super) fn Finding() -> impl IntoView {
    let crumbs = vec![Crumb::new("Women in Tech 26", "/design"), Crumb::new(words::people(), "/design")];
    let tabs = vec![
        TabItem::new("/design", words::people_tab()).count(212),
        TabItem::new("/design?role=mentor", words::mentors()).count(61),
        TabItem::new("/design?role=mentee", words::mentees()).count(148),
    ];
    let steps = vec![
        StepItem::new(words::step_purpose()).href("/design"),
        StepItem::new(words::step_phases()).href("/design"),
        StepItem::new(words::step_matching()),
        StepItem::new(words::step_people()),
    ];
    let people = [
        ("Nia Abebe", words::no_meeting(), 23, 62),
        ("Yusuf Saleh", words::expectations(), 9, 81),
        ("Elena Popescu", words::moved_thrice(), 4, 77),
    ];
    let table = people
        .map(|(name, why, days, fit)| {
            let id = format!("f-choose-{days}");
            view! {
                <tr>
                    <Cell>
                        <Checkbox name="choose" id label=words::choose_person(name) label_hidden=true value=name />
                    </Cell>
                    <RowHead>
                        <PersonLine name what=words::mentee() size=AvatarSize::Small />
                    </RowHead>
                    <Cell label=words::why()>{why}</Cell>
                    <Cell label=words::since() numeric=true>
                        {words::days(days)}
                    </Cell>
                    <Cell label=words::fit_head() numeric=true>
                        {fit}
                    </Cell>
                    <Cell>
                        <Button size=Size::Small>{words::write_to(name.split(' ').next().unwrap_or(name))}</Button>
                    </Cell>
                </tr>
            }
        })
        .collect_view();
    let rows = people
        .map(|(name, why, _, _)| {
            let end = move || view! { <Button size=Size::Small>{words::try_again()}</Button> };
            view! {
                <Row end=end>
                    <PersonLine name what=why />
                </Row>
            }
        })
        .collect_view();
    view! {
        <Section title=words::finding() id="finding">
            <Breadcrumb crumbs />
            <Tabs label=words::people_tab() items=tabs />
            <Toolbar label=words::search()>
                <SearchBox name="q" label=words::search() value="lead a team" count=words::found(14) />
                <Button icon=Glyph::Filter>{words::skills()}</Button>
                <Menu id="design-sort" label=words::sort() icon=Glyph::Sort>
                    <MenuItem>{words::sort()}</MenuItem>
                </Menu>
            </Toolbar>
            <DataTable caption=words::table() stack=true>
                <thead>
                    <tr>
                        <ColumnHead label=words::choose() hidden=true />
                        <ColumnHead label=words::who() href="/design?sort=who" />
                        <ColumnHead label=words::why() />
                        <ColumnHead label=words::since() numeric=true sorted=Sorted::Down href="/design?sort=since" />
                        <ColumnHead label=words::fit_head() numeric=true />
                        <ColumnHead label=words::act() hidden=true />
                    </tr>
                </thead>
                <tbody>{table}</tbody>
            </DataTable>
            <Pagination page=2 pages=12 what=words::showing() href=|page| format!("/design?page={page}") />
            <Steps label=words::steps() items=steps current=2 />
            <Card title=words::table() level=3>
                <Rows label=words::table()>{rows}</Rows>
            </Card>
        </Section>
    }
}

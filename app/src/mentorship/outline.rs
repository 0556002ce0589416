//! A mentorship as its coordinators see it.

use crate::path;
use crate::ui::*;
use domain::calendar;
use domain::mentorship::Page as Loaded;
use domain::progress::Outline;
use domain::text::{mentorship as words, progress as figures};
use leptos::prelude::*;

/// That it exists, its counts and states, and none of its words.
#[component]
pub(super) fn OutlinePage(page: Loaded, outline: Outline) -> impl IntoView {
    let people: Vec<&str> = outline.members.iter().map(|(person, _)| person.name.as_str()).collect();
    let title = words::outline_title(people.join(", "));
    let still = outline.stillness(page.now);
    let crumbs = vec![Crumb::new(figures::title(), path::progress(&page.slug))];
    let since = words::since(calendar::long_date(page.started_at.date(page.offset)));
    let (relative, exact) = (outline.moved_at.relative(page.now), outline.moved_at.exact(page.offset));
    let datetime = outline.moved_at.date(0).to_string();
    let (open, goals, steps_done, steps) = (outline.open, outline.goals, outline.steps_done, outline.steps);
    let members = outline
        .members
        .into_iter()
        .map(|(person, role)| {
            let (role, seed) = (role.title(), person.id.to_string());
            view! {
                <Row>
                    <PersonLine
                        name=person.name
                        what=person.does
                        seed=seed
                        end=move || view! { <Badge>{role}</Badge> }
                    />
                </Row>
            }
        })
        .collect_view();
    view! {
        <Page title kicker=page.programme.clone() lead=since crumbs width=PageWidth::Read>
            <Stack>
                {still.map(|still| view! { <Note tone=Tone::Warn>{still}</Note> })}
                {(!open).then(|| view! { <Badge>{words::mine_ended()}</Badge> })} <CardGrid narrow=true>
                    <Stat label=words::outline_goals() value=goals.to_string() />
                    <Stat
                            label=words::outline_done()
                            value=steps_done.to_string()
                            note=words::steps_so_far(steps_done, steps)
                        />
                </CardGrid> <Facts>
                    <Fact term=words::outline_last()>
                        <RelativeDate relative exact datetime />
                    </Fact>
                </Facts> <Section title=words::people_title()>
                    <Rows label=words::people_title()>{members}</Rows>
                </Section> <Note icon=Glyph::Lock>{words::outline_private()}</Note>
            </Stack>
        </Page>
    }
}

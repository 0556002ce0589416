//! Figures and charts.

use crate::ui::*;
use domain::text::design as words;
use leptos::prelude::*;

#[component]
pub(super) fn Numbers() -> impl IntoView {
    let funnel = [
        (words::invited(), 320),
        (words::enrolled(), 212),
        (words::prepared(), 190),
        (words::matched(), 148),
        (words::accepted(), 131),
        (words::first_meeting(), 127),
        (words::goal_agreed(), 118),
        (words::goal_reached(), 21),
    ];
    let funnel = funnel.map(|(label, people)| Bar::new(label, people).href("/design")).to_vec();
    let held = [12, 38, 61, 58, 66, 71, 64];
    let agreed = [20, 34, 50, 62, 62, 62, 62];
    let weeks = (1..)
        .zip(held.into_iter().zip(agreed))
        .map(|(week, (held, agreed))| Point::new(words::week_number(week), held).beside(agreed))
        .collect::<Vec<_>>();
    let states = vec![
        Share::new(words::thriving(), 61, Tone::Good).href("/design"),
        Share::new(words::steady(), 43, Tone::Info).href("/design"),
        Share::new(words::at_risk(), 18, Tone::Warn).href("/design"),
        Share::new(words::silent(), 5, Tone::Bad).href("/design"),
    ];
    let marks = [words::mark_agreement(), words::mark_meetings(), words::mark_midpoint()]
        .map(ToOwned::to_owned)
        .to_vec();
    let grown = [(0, words::goal()), (2, words::steps_done()), (4, words::growth())];
    let grown = grown
        .map(|(done, title)| {
            let marks = marks.clone();
            view! {
                <Card title level=3>
                    <Growth label=words::steps_done() done of=4 marks />
                </Card>
            }
        })
        .collect_view();
    view! {
        <Section title=words::numbers() id="numbers">
            <CardGrid narrow=true>
                <Stat label=words::at_work() value="127" note=words::at_work_note() tone=Tone::Good href="/design" />
                <Stat label=words::met() value="82 %" note=words::met_note() tone=Tone::Good />
                <Stat label=words::goal_reached() value="412" note=words::showing() />
                <Stat label=words::help() value="5" note=words::help_note() tone=Tone::Warn href="/design" />
            </CardGrid>
            <Split aside=move || {
                view! {
                    <Card>
                        <ShareBar
                            title=words::states()
                            parts=states
                            heads=(words::state().to_owned(), words::mentorships().to_owned())
                        />
                    </Card>
                    <Card title=words::trend() level=3>
                        <p>
                            "9 " <Spark label=words::trend() values=vec![3.0, 5.0, 4.0, 6.0, 6.0, 8.0, 9.0] />
                        </p>
                        <Meter label=words::fit_reason() value=96 />
                        <Meter label=words::fit() value=58 />
                        <Progress label=words::steps_done() done=2_u32 of=4_u32 />
                    </Card>
                }
            }>
                <Card>
                    <BarList
                        title=words::funnel()
                        bars=funnel
                        desc=words::funnel_desc()
                        heads=(words::stage().to_owned(), words::how_many().to_owned())
                        faded=true
                    />
                </Card>
            </Split>
            <Card>
                <ColumnChart
                    title=words::meetings()
                    points=weeks
                    desc=words::meetings_desc()
                    head=words::week()
                    first=words::held()
                    second=words::agreed()
                />
            </Card>
            <CardGrid>{grown}</CardGrid>
        </Section>
    }
}

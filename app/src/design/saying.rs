//! Badges, notes, empty places and what stands in for content that is coming.

use crate::ui::*;
use domain::text::design as words;
use leptos::prelude::*;

#[component]
pub(super) fn Saying() -> impl IntoView {
    view! {
        <Section title=words::saying() id="saying">
            <Cluster>
                <Badge>{words::neutral()}</Badge>
                <Badge tone=Tone::Good icon=Glyph::CheckCircle>
                    {words::on_course()}
                </Badge>
                <Badge tone=Tone::Warn icon=Glyph::Alert>
                    {words::waiting()}
                </Badge>
                <Badge tone=Tone::Bad icon=Glyph::Error>
                    {words::broken()}
                </Badge>
                <Badge tone=Tone::Info>{words::holding()}</Badge>
                <Chip label="Leading people" href="/design" />
                <Chip label="Rust" />
            </Cluster>
            <CardGrid>
                <Note title=words::note_title() tone=Tone::Info>
                    <p>{words::note_text()}</p>
                </Note>
                <Note title=words::on_course() tone=Tone::Good>
                    <p>{words::note_text()}</p>
                </Note>
                <Note title=words::waiting() tone=Tone::Warn>
                    <p>{words::note_text()}</p>
                </Note>
                <Note>
                    <p>{words::note_text()}</p>
                </Note>
            </CardGrid>
            <ErrorNote
                what=words::error_what()
                kept=words::error_kept()
                next=words::error_next()
                actions=|| view! { <Button size=Size::Small>{words::try_again()}</Button> }
            />
            <CardGrid>
                <Card>
                    <EmptyState
                        title=words::empty_title()
                        why=words::empty_why()
                        level=3
                        actions=|| {
                            view! {
                                <ButtonLink href="/design" icon=Glyph::Search>
                                    {words::find_mentor()}
                                </ButtonLink>
                            }
                        }
                    />
                </Card>
                <Card title=words::goal() level=3 actions=|| view! { <Badge tone=Tone::Good>{words::on_course()}</Badge> }>
                    <p>
                        <RelativeDate relative=words::relative() exact=words::exact() datetime="2026-11-26T15:00:00Z" />
                    </p>
                    <VisibilityNote text=words::only_coordinators() />
                    <VisibilityNote text=words::only_you() private=true />
                    <Disclosure summary=words::more_about()>
                        <p>{words::more_text()}</p>
                    </Disclosure>
                    <Facts>
                        <Fact term=words::format_term()>{words::format_value()}</Fact>
                        <Fact term=words::phase_term()>{words::phase_value()}</Fact>
                    </Facts>
                </Card>
                <Card title=words::card_link() level=3 href="/design" lead=words::card_link_text()>
                    <Progress label=words::steps_done() done=2_u32 of=5_u32 label_hidden=true />
                </Card>
            </CardGrid>
            <Skeleton shape=SkeletonShape::Figures />
            <Skeleton shape=SkeletonShape::Cards />
            <Skeleton shape=SkeletonShape::Rows />
        </Section>
    }
}

//! Faces, lines and a mentor's card.

use crate::ui::*;
use domain::text::design as words;
use leptos::prelude::*;

/// Invented, like everybody in the demonstration.
const NAMES: [&str; 9] = [
    "Tomás Herrera",
    "Greta Lindgren",
    "Ravi Iyer",
    "Priya Sharma",
    "ليلى حداد",
    "Émile Moreau",
    "Nia Abebe",
    "Oskar Berg",
    "Hana Petrova",
];

#[component]
pub(super) fn People() -> impl IntoView {
    let faces = NAMES.iter().map(|name| Face::new(*name, name)).collect::<Vec<_>>();
    let avatars = NAMES.map(|name| view! { <Avatar name alone=true /> }).collect_view();
    view! {
        <Section title=words::people() id="people">
            <Cluster>
                {avatars}
                <Avatar name="Tomás Herrera" size=AvatarSize::Small alone=true />
                <Avatar name="Tomás Herrera" size=AvatarSize::Large alone=true />
                <Avatar name="Tomás Herrera" size=AvatarSize::Huge alone=true />
                <AvatarStack people=faces />
            </Cluster>
            <CardGrid>
                <Card>
                    <PersonLine
                        name="Tomás Herrera"
                        what=words::staff_engineer()
                        href="/design"
                        end=|| view! { <span class="muted">"2/3"</span> }
                    />
                    <Meter label=words::fit() value=91 label_hidden=true />
                    <Meter label=words::fit() value=69 label_hidden=true />
                </Card>
                <Card>
                    <PersonLine name="Nia Abebe" size=AvatarSize::Small what=words::mentee() />
                    <PersonLine name="Hana Petrova" />
                    <PersonLine name="ليلى حداد" what=words::mentee() />
                </Card>
                <Card>
                    <PersonLine name="Greta Lindgren" what=words::head_of_data() size=AvatarSize::Large />
                    <Meter label=words::fit() value=88 large=true />
                    <p class="muted small">{words::fit_reason()}</p>
                    <Cluster>
                        <Badge>"Leading people"</Badge>
                        <Badge>"Data"</Badge>
                        <Badge>"Hiring"</Badge>
                    </Cluster>
                    <Cluster>
                        <Button icon=Glyph::Rank size=Size::Small>
                            {words::add_rank()}
                        </Button>
                        <span class="muted small">{words::places()}</span>
                    </Cluster>
                </Card>
            </CardGrid>
        </Section>
    }
}

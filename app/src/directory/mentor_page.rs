//! One mentor's profile.

use super::api::load_mentor;
use super::fit::{Fit, places};
use super::wishes::ChoiceCard;
use super::{meeting, seniority, skill, style};
use crate::error::AppError;
use crate::load::Load;
use crate::path;
use crate::ui::*;
use crate::wire::load;
use domain::ParticipationId;
use domain::directory::{MentorPage as Loaded, Seen, shown};
use domain::text::directory as words;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// Who a mentor is, and why they could fit.
#[component]
pub fn MentorPage() -> impl IntoView {
    let params = use_params_map();
    let asked = move || {
        params.with(|params| {
            let mentor = params.get("mentor").and_then(|id| id.parse::<ParticipationId>().ok());
            (params.get("programme").unwrap_or_default(), mentor)
        })
    };
    let loaded = load(asked, |(slug, mentor)| async move {
        match mentor {
            Some(mentor) => load_mentor(slug, mentor).await,
            None => Err(AppError::NotFound),
        }
    });
    view! { <Load resource=loaded view=|page: Loaded| show(page).into_any() /> }
}

fn show(page: Loaded) -> impl IntoView {
    let Loaded { name: programme, slug, card, seen, own, choice } = page;
    let person = card.person.clone();
    let crumbs = vec![Crumb::new(words::title(), path::directory(&slug))];
    let actions = move || {
        own.then(|| view! { <ButtonLink href=path::profile() icon=Glyph::Edit>{words::your_profile()}</ButtonLink> })
    };
    let profile = seen.profile().clone();
    let skills = |skills: &[domain::person::Skill]| {
        let badges =
            skills.iter().map(skill).map(|skill| view! { <li><Badge>{skill}</Badge></li> }).collect_view();
        view! { <ul class="mentor__skills" role="list">{badges}</ul> }
    };
    let offered = (!profile.skills_offered.is_empty()).then(|| skills(&profile.skills_offered));
    let wanted = (!profile.skills_wanted.is_empty()).then(|| skills(&profile.skills_wanted));
    let goals = profile.goals.iter().map(|goal| view! { <li dir="auto">{goal.clone()}</li> }).collect_view();
    let about = match profile.biography.is_empty() {
        true => words::no_biography(&person.name),
        false => profile.biography.clone(),
    };
    let (places, fitted) = (places(&card), card.fit.is_some());
    let aside = {
        let (card, mentor, person) = (card.clone(), card.id, card.person.clone());
        move || {
            let choice = choice.map(|choice| view! { <ChoiceCard slug mentor person choice /> });
            view! {
                <Stack>
                    {fitted
                        .then(|| {
                            view! {
                                <Card title=words::reasons()>
                                    <Fit mentor=card most=usize::MAX />
                                </Card>
                            }
                        })} {choice} <Card title=words::facts()>
                        <p>{places}</p>
                        {facts(&seen)}
                    </Card>
                </Stack>
            }
        }
    };
    view! {
        <Page title=person.name.clone() lead=person.does.clone() kicker=programme crumbs actions>
            <Split aside>
                <Stack>
                    <Card title=words::about()>
                        <div class="mentor__about">
                            <Avatar name=person.name.clone() seed=person.id.to_string() size=AvatarSize::Large />
                            <p class="mentor__says" dir="auto">{about}</p>
                        </div>
                    </Card>
                    {offered.map(|skills| view! { <Card title=words::can_offer()>{skills}</Card> })}
                    {wanted.map(|skills| view! { <Card title=words::wants()>{skills}</Card> })}
                    {(!profile.goals.is_empty())
                        .then(|| {
                            view! {
                                <Card title=words::goals()>
                                    <ul>{goals}</ul>
                                </Card>
                            }
                        })}
                </Stack>
            </Split>
        </Page>
    }
}

/// What is known and may be seen, in short lines.
fn facts(seen: &Seen) -> impl IntoView + use<> {
    let (profile, employment) = (seen.profile(), seen.employment());
    let list = |list: &[String]| list.iter().map(|word| shown(word)).collect::<Vec<_>>().join(", ");
    let lines = [
        (words::pronouns(), profile.pronouns.clone()),
        (words::location(), employment.location.clone()),
        (words::seniority(), profile.seniority.map(seniority).unwrap_or_default().to_owned()),
        (words::experience_years(), profile.experience_years.map(words::years).unwrap_or_default()),
        (words::languages(), list(&profile.languages)),
        (words::interests(), list(&profile.interests)),
        (words::meeting(), profile.meeting.map(meeting).unwrap_or_default().to_owned()),
        (words::style(), profile.style.map(style).unwrap_or_default().to_owned()),
        (words::availability(), profile.availability.clone()),
        (words::time_zone(), profile.time_zone.clone()),
        (words::manager(), employment.manager_email.clone()),
    ];
    let lines = lines
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(term, value)| view! { <Fact term=term>{value}</Fact> })
        .collect_view();
    view! { <Facts>{lines}</Facts> }
}

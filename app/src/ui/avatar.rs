//! Somebody's face: a photo where given, else initials in their own hue.

use leptos::prelude::*;

/// How large a face is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AvatarSize {
    Small,
    #[default]
    Medium,
    Large,
    Huge,
}

impl AvatarSize {
    pub(crate) const fn attribute(self) -> Option<&'static str> {
        match self {
            AvatarSize::Small => Some("small"),
            AvatarSize::Medium => None,
            AvatarSize::Large => Some("large"),
            AvatarSize::Huge => Some("huge"),
        }
    }
}

/// A face. Hidden from assistive technology, because the name stands beside it; with `alone` it is named.
#[component]
pub fn Avatar(
    #[prop(into)] name: String,
    /// What the hue is made from: the person's id. Else the name.
    #[prop(optional, into)]
    seed: Option<String>,
    #[prop(optional, into)] photo: Option<String>,
    #[prop(optional)] size: AvatarSize,
    /// No name stands beside it.
    #[prop(optional)]
    alone: bool,
) -> impl IntoView {
    let hue = hue(seed.as_deref().unwrap_or(&name));
    let face = match photo {
        Some(photo) => view! { <img src=photo alt="" loading="lazy" decoding="async" /> }.into_any(),
        None => initials(&name).into_any(),
    };
    view! {
        <span
            class="avatar"
            data-hue=hue
            data-size=size.attribute()
            role=alone.then_some("img")
            aria-label=alone.then(|| name.clone())
            title=alone.then(|| name.clone())
            aria-hidden=(!alone).then_some("true")
        >
            {face}
        </span>
    }
}

/// A name and what it takes to show the face.
#[derive(Clone, Debug, PartialEq)]
pub struct Face {
    pub name: String,
    pub seed: String,
    pub photo: Option<String>,
}

impl Face {
    /// A face without a photo; `seed` is the person's id.
    pub fn new(name: impl Into<String>, seed: impl ToString) -> Self {
        Face { name: name.into(), seed: seed.to_string(), photo: None }
    }

    /// With a photo at `url`.
    pub fn photo(mut self, url: impl Into<String>) -> Self {
        self.photo = Some(url.into());
        self
    }
}

/// Up to five faces, one over the other, then how many more.
#[component]
pub fn AvatarStack(people: Vec<Face>) -> impl IntoView {
    let more = people.len().saturating_sub(5);
    let faces = people
        .into_iter()
        .take(5)
        .map(|face| {
            view! {
                <Avatar
                    name=face.name
                    seed=face.seed
                    nostrip:photo=face.photo
                    size=AvatarSize::Small
                    alone=true
                />
            }
        })
        .collect_view();
    view! {
        <span class="avatar-stack">
            {faces}
            {(more > 0).then(|| view! { <span class="avatar-stack__more">{format!("+{more}")}</span> })}
        </span>
    }
}

/// One of twelve hues, always the same for the same seed (FNV-1a, so that it is the same everywhere and forever).
fn hue(seed: &str) -> u32 {
    let hash =
        seed.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)) % 12
}

/// The first letters of the first and the last word of a name.
fn initials(name: &str) -> String {
    let mut words =
        name.split_whitespace().filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()));
    let first = words.next();
    let last = words.next_back();
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{hue, initials};

    #[test]
    fn initials_of_many_names() {
        for (name, expected) in [
            ("Priya Sharma", "PS"),
            ("Ana María de la Cruz", "AC"),
            ("Madonna", "M"),
            ("émile moreau", "ÉM"),
            ("ليلى حداد", "لح"),
            ("", ""),
            ("  ", ""),
            ("(Jo) Weber", "JW"),
        ] {
            assert_eq!(initials(name), expected, "{name}");
        }
    }

    #[test]
    fn a_hue_is_stable_and_spread() {
        assert_eq!(hue("Priya Sharma"), hue("Priya Sharma"));
        let mut seen = [0; 12];
        for person in 0..1200 {
            seen[hue(&format!("person {person}")) as usize] += 1;
        }
        assert!(seen.iter().all(|&count| (50..200).contains(&count)), "{seen:?}");
    }
}

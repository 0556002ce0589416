//! Different backgrounds: who is asked, what it does to a pair, and who learns of it.

use super::Scene;
use crate::world::{Person, command};
use domain::Role;
use domain::criteria::{CriterionKind, Detail};
use domain::directory::{Filter as Search, Match};
use domain::fairness::{TellForm, Told, Uses};
use service::directory;
use service::{Context, Error, board, fairness};

const SLUG: &str = "women-in-tech";
const QUESTION: &str = "Works";

impl Scene {
    /// The programme counts goals, and different backgrounds as much.
    async fn counts_backgrounds(&self) {
        let criteria =
            r#"[{"kind":"goals","weight":10,"hard":false},{"kind":"background","weight":10,"hard":true}]"#;
        let asked = r#"[{"text":"Works","choices":["full time","part time"]}]"#;
        let set = format!("update programme set criteria = '{criteria}', asked = '{asked}'");
        self.world.house.run(&set, []).await;
    }

    async fn says(&self, person: &Person, choice: &str, comparing: bool) -> Result<Option<Told>, Error> {
        let form = TellForm {
            question: QUESTION.into(),
            choice: choice.into(),
            comparing: if comparing { "true".into() } else { String::new() },
            ..TellForm::default()
        };
        fairness::tell(&self.world.of(person), SLUG, form, command()).await
    }

    /// What the board says of backgrounds between two, and how well they fit in all.
    async fn told_of(&self, mentee: usize, mentor: usize) -> (Option<Detail>, i64) {
        let (id, with) = (self.mentee(mentee), self.mentor(mentor));
        let detail = board::load_card(&self.ann, SLUG, self.plan, id, Some(with)).await.unwrap();
        let reason = detail.reasons.iter().find(|one| one.kind == CriterionKind::Background);
        let fit = detail.candidates.iter().find(|one| one.mentor == with).unwrap().fit.unwrap();
        (reason.map(|one| one.detail.clone()), fit)
    }

    async fn in_the_directory(&self, mentee: usize) -> Vec<Option<Match>> {
        let page = directory::load_directory(&self.of_mentee(mentee), SLUG, Search::default()).await.unwrap();
        page.browsed.cards.into_iter().map(|card| card.fit).collect()
    }
}

async fn uses(cx: &Context) -> Vec<(Uses, Option<Told>)> {
    let asked = directory::load_profile(cx).await.unwrap().asked;
    asked.into_iter().map(|one| (one.uses, one.told)).collect()
}

#[tokio::test]
async fn who_differs_counts_where_both_let_it_be_compared_and_only_coordinators_learn_how_much() {
    let scene = Scene::new().await;
    let (priya, jonas, tomas) = (&scene.mentees[0], &scene.mentees[1], &scene.mentors[0]);
    let of = |person: &Person| scene.world.of(person);
    scene.counts_backgrounds().await;
    let compared =
        |choice: &str| Some(Told { choice: choice.into(), figures: false, matching: false, comparing: true });
    let shown = scene.in_the_directory(0).await;
    let (nothing, before) = scene.told_of(0, 0).await;
    assert_eq!(nothing, None, "nobody has said anything");

    // Both are asked; what nobody ticks is not kept.
    assert_eq!(uses(&of(tomas)).await, [(Uses { groups: false, pairs: true }, None)]);
    assert_eq!(uses(&of(priya)).await, [(Uses { groups: true, pairs: true }, None)]);
    assert_eq!(uses(&scene.ann).await, []);
    assert!(matches!(scene.says(tomas, "full time", false).await, Err(Error::Invalid(_))));

    assert_eq!(scene.says(priya, "part time", true).await.unwrap(), compared("part time"));
    assert_eq!(scene.told_of(0, 0).await, (None, before), "one alone is not compared, nor told of");
    assert_eq!(scene.says(tomas, "full time", true).await.unwrap(), compared("full time"));
    assert_eq!(scene.says(jonas, "full time", true).await.unwrap(), compared("full time"));
    let (differ, more) = scene.told_of(0, 0).await;
    assert!(differ == Some(Detail::Apart { apart: 1, both: 1 }) && more > before, "{more} of {before}");
    let (alike, _) = scene.told_of(1, 0).await;
    assert_eq!(alike, Some(Detail::Apart { apart: 0, both: 1 }), "no rule, whatever the table says");
    assert_eq!(scene.in_the_directory(0).await, shown, "mentees see nothing of it");

    // Taken back, it is gone; and where it does not count any more, mentors can still take it back, and are not asked.
    assert_eq!(scene.says(priya, "", true).await.unwrap(), None);
    assert_eq!(scene.told_of(0, 0).await, (None, before));
    let criteria = r#"[{"kind":"goals","weight":10,"hard":false}]"#;
    scene.world.house.run(&format!("update programme set criteria = '{criteria}'"), []).await;
    assert_eq!(scene.told_of(1, 0).await.0, None);
    assert_eq!(uses(&of(tomas)).await, [(Uses { groups: false, pairs: false }, compared("full time"))]);
    assert!(matches!(scene.says(tomas, "part time", true).await, Err(Error::NotFound)));
    assert_eq!(scene.says(tomas, "", false).await.unwrap(), None);
    assert_eq!(uses(&of(tomas)).await, []);
    let log = scene.world.log().await;
    assert!(!log.contains("part time") && !log.contains("full time"), "{log}");
    assert!(scene.mentors[0].roles.iter().any(|role| role.1 == Role::Mentor));
}

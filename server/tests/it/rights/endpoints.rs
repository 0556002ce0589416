//! Every server function, with a valid request and who may send it.

use super::{Request, Row, Who, World};
use uuid::Uuid;

const READERS: &[Who] = &[Who::Mentor, Who::Mentee, Who::Coordinator];
const PARTICIPANTS_AND_COORDINATOR: &[Who] = &[Who::OtherMember, Who::Mentor, Who::Mentee, Who::Coordinator];
const COORDINATOR_AND_ADMIN: &[Who] = &[Who::Coordinator, Who::Admin];

type Fields = Vec<(&'static str, String)>;

macro_rules! row {
    ($noun:literal, $name:literal, $allowed:expr, |$world:ident, $who:ident| $fields:expr) => {
        Row {
            path: concat!("/api/app/", $noun, "/api/", $name),
            allowed: $allowed,
            request: |$world: &World, $who: Who| {
                let _ = ($world, $who);
                Request::Form($fields)
            },
        }
    };
}

fn id(id: Uuid) -> String {
    id.to_string()
}

fn at(world: &World, mut more: Fields) -> Fields {
    more.push(("programme", world.slug.clone()));
    more.push(("plan", id(world.plan)));
    more
}

fn waits(world: &World, (plan, request): (Uuid, Uuid), mut more: Fields) -> Fields {
    more.push(("programme", world.slug.clone()));
    more.push(("plan", id(plan)));
    more.push(("request", id(request)));
    more
}

fn slug(world: &World, mut more: Fields) -> Fields {
    more.push(("slug", world.slug.clone()));
    more
}

fn mentorship(world: &World, mut more: Fields) -> Fields {
    more.push(("mentorship", id(world.mentorship)));
    more
}

fn goal_form(prefix: &'static str) -> Fields {
    let names: [&str; 8] = match prefix {
        "was" => [
            "was[title]",
            "was[measure]",
            "was[unit]",
            "was[baseline]",
            "was[target]",
            "was[current]",
            "was[due]",
            "was[objective]",
        ],
        _ => [
            "form[title]",
            "form[measure]",
            "form[unit]",
            "form[baseline]",
            "form[target]",
            "form[current]",
            "form[due]",
            "form[objective]",
        ],
    };
    let values = ["A goal", "talks", "talks", "0", "2", "0", "2027-06-30", ""];
    names.into_iter().zip(values.map(String::from)).collect()
}

fn step_form(prefix: &'static str) -> Fields {
    let names: [&str; 4] = match prefix {
        "was" => ["was[title]", "was[owner]", "was[due]", "was[note]"],
        _ => ["form[title]", "form[owner]", "form[due]", "form[note]"],
    };
    names.into_iter().zip(["A step", "", "", ""].map(String::from)).collect()
}

fn objective() -> Fields {
    let fields = [
        ("measure", "Talks given"),
        ("unit", "talks"),
        ("source", "by-hand"),
        ("baseline", "0"),
        ("target", "5"),
        ("by_hand", "1"),
        ("due", "2027-06-30"),
        ("serves", "Visibility"),
    ];
    fields.into_iter().map(|(name, value)| (name, value.to_owned())).collect()
}

fn both(mut one: Fields, other: Fields) -> Fields {
    one.extend(other);
    one
}

fn profile() -> Fields {
    let names = [
        "form[job]",
        "form[pronouns]",
        "form[biography]",
        "form[seniority]",
        "form[experience_years]",
        "form[skills_offered]",
        "form[skills_wanted]",
        "form[goals]",
        "form[interests]",
        "form[languages]",
        "form[time_zone]",
        "form[availability]",
        "form[meeting]",
        "form[style]",
        "form[capacity]",
    ];
    let mut fields: Fields = names.into_iter().map(|name| (name, String::new())).collect();
    fields.push(("seen", "0".into()));
    fields
}

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = accounts();
    rows.extend(programmes());
    rows.extend(matching());
    rows.extend(work());
    rows
}

fn accounts() -> Vec<Row> {
    vec![
        row!("viewer", "load_viewer", &Who::ALL, |w, who| vec![]),
        row!("account", "sign_in_page", &Who::ALL, |w, who| vec![]),
        row!("account", "sign_in", &Who::ALL, |w, who| vec![
            ("email", w.email.clone()),
            ("password", w.password.clone())
        ]),
        row!("account", "sign_in_as", &Who::ALL, |w, who| vec![("person", id(w.person))]),
        row!("account", "sign_out", &Who::ALL, |w, who| vec![]),
        row!("account", "request_reset", &Who::ALL, |w, who| vec![("email", w.email.clone())]),
        row!("account", "link_page", &Who::ALL, |w, who| vec![
            ("purpose", "invitation".into()),
            ("token", w.invitation.clone())
        ]),
        row!("account", "accept_invitation", &Who::ALL, |w, who| vec![
            ("token", w.invitation.clone()),
            ("password", "wisteria on the wall".into())
        ]),
        row!("account", "reset_password", &Who::ALL, |w, who| vec![
            ("token", w.reset.clone()),
            ("password", "wisteria on the wall".into())
        ]),
        row!("account", "account_page", Who::SIGNED_IN, |w, who| vec![]),
        row!("account", "rename", Who::SIGNED_IN, |w, who| vec![("name", "Another Name".into())]),
        row!("account", "change_password", Who::SIGNED_IN, |w, who| vec![
            ("present_password", w.password.clone()),
            ("password", "wisteria on the wall".into())
        ]),
        row!("account", "end_session", Who::SIGNED_IN, |w, who| vec![("session", id(w.session(who)))]),
        row!("account", "end_other_sessions", Who::SIGNED_IN, |w, who| vec![]),
        row!("people", "people", Who::ADMIN, |w, who| vec![]),
        row!("people", "invite", COORDINATOR_AND_ADMIN, |w, who| {
            let programme = if who == Who::Admin { String::new() } else { w.slug.clone() };
            let role = if who == Who::Admin { "" } else { "mentor" };
            vec![
                ("name", "Ida Invited".into()),
                ("email", "ida@example.org".into()),
                ("programme", programme),
                ("role", role.into()),
            ]
        }),
        row!("people", "change_person", Who::ADMIN, |w, who| vec![
            ("person", id(w.person)),
            ("change", "allow-create".into())
        ]),
        // The mails of a demonstration are everybody's to read; elsewhere they are the admins'.
        row!("mail", "mails", &Who::ALL, |w, who| vec![]),
        row!("mail", "letter", &Who::ALL, |w, who| vec![("mail", id(w.mail))]),
        row!("mail", "send_again", Who::ADMIN, |w, who| vec![("mail", id(w.mail))]),
        row!("directory", "load_profile", Who::SIGNED_IN, |w, who| vec![]),
        row!("directory", "edit_profile", Who::SIGNED_IN, |w, who| profile()),
        // Mentees of the programme, each of themselves.
        row!("directory", "wish_for", &[Who::OtherMember, Who::Mentee], |w, who| vec![
            ("programme", w.slug.clone()),
            ("mentor", id(w.mentor)),
            ("place", "0".into()),
        ]),
        row!("directory", "keep_apart", &[Who::OtherMember, Who::Mentor, Who::Mentee], |w, who| vec![
            ("programme", w.slug.clone()),
            ("who", "petra@example.org".into()),
            ("apart", "true".into()),
        ]),
        row!("directory", "tell_fairness", &[Who::OtherMember, Who::Mentee], |w, who| vec![
            ("programme", w.slug.clone()),
            ("question", "Working time".into()),
            ("choice", "part time".into()),
            ("figures", "true".into())
        ]),
        row!("today", "load_today", Who::SIGNED_IN, |w, who| vec![]),
    ]
}

fn programmes() -> Vec<Row> {
    vec![
        row!("programme", "list_programmes", Who::SIGNED_IN, |w, who| vec![]),
        row!("programme", "load_programme", Who::SEES, |w, who| slug(w, vec![])),
        row!("programme", "create_programme", Who::ADMIN, |w, who| {
            vec![
                ("template", "leadership".into()),
                ("name", "Leading well".into()),
                ("starts", "2027-01-11".into()),
            ]
        }),
        row!("programme", "describe_programme", Who::COORDINATOR, |w, who| slug(
            w,
            vec![
                ("seen", w.described.clone()),
                ("name", "Women in Tech 27".into()),
                ("purpose", "Why we do it.".into()),
            ]
        )),
        row!("programme", "schedule_programme", Who::COORDINATOR, |w, who| slug(
            w,
            vec![
                ("seen", w.scheduled.clone()),
                ("format", "one-to-one".into()),
                ("starts[0]", "2027-01-04".into()),
                ("starts[1]", "2027-01-18".into()),
                ("starts[2]", "2027-02-01".into()),
                ("starts[3]", "2027-02-15".into()),
                ("starts[4]", "2027-06-01".into()),
                ("ends[0]", "2027-01-17".into()),
                ("ends[1]", "2027-01-31".into()),
                ("ends[2]", "2027-02-14".into()),
                ("ends[3]", "2027-05-31".into()),
                ("ends[4]", "2027-06-30".into()),
            ]
        )),
        row!("programme", "set_matching", Who::COORDINATOR, |w, who| slug(
            w,
            vec![
                ("seen", w.ruled.clone()),
                ("acceptance", "both".into()),
                ("mentor_default", "2".into()),
                ("mentor_most", "4".into()),
                ("mentor_fewest", "1".into()),
                ("proposal_days", "10".into()),
                ("weights[0]", "50".into()),
                ("weights[1]", "50".into()),
                ("weights[2]", "50".into()),
                ("weights[3]", "50".into()),
                ("weights[4]", "50".into()),
                ("weights[5]", "50".into()),
                ("weights[6]", "50".into()),
                ("weights[7]", "50".into()),
                ("weights[8]", "50".into()),
                ("weights[9]", "50".into()),
                ("weights[10]", "50".into()),
            ]
        )),
        row!("programme", "ask_mentees", Who::COORDINATOR, |w, who| slug(
            w,
            vec![("seen", w.asked_mentees.clone()), ("questions", "Gender: woman, man".into())]
        )),
        row!("programme", "add_objective", Who::COORDINATOR, |w, who| slug(w, objective())),
        row!("programme", "set_objective", Who::COORDINATOR, |w, who| slug(
            w,
            both(objective(), vec![("objective", id(w.objective)), ("seen", w.objective_seen.clone()),])
        )),
        row!("programme", "remove_objective", Who::COORDINATOR, |w, who| slug(
            w,
            vec![("objective", id(w.objective))]
        )),
        row!("programme", "change_state", Who::COORDINATOR, |w, who| slug(w, vec![("to", "closed".into())])),
        row!("programme", "add_role", COORDINATOR_AND_ADMIN, |w, who| slug(
            w,
            vec![("email", w.email.clone()), ("role", "sponsor".into())]
        )),
        row!("programme", "remove_role", COORDINATOR_AND_ADMIN, |w, who| slug(
            w,
            vec![("person", id(w.sponsor)), ("role", "sponsor".into())]
        )),
        row!("programme", "load_people", COORDINATOR_AND_ADMIN, |w, who| slug(
            w,
            vec![("query[words]", String::new())]
        )),
        row!("programme", "set_participation", Who::COORDINATOR, |w, who| slug(
            w,
            vec![("participation", id(w.waiting.0)), ("change", "pause".into()),]
        )),
        row!("import", "list_imports", Who::COORDINATOR, |w, who| slug(w, vec![])),
        row!("import", "load_import", Who::COORDINATOR, |w, who| slug(w, vec![("import", id(w.import))])),
        row!("import", "describe_import", Who::COORDINATOR, |w, who| slug(
            w,
            vec![
                ("import", id(w.import)),
                ("fields[0]", "name".into()),
                ("fields[1]", "email".into()),
                ("role", "mentee".into()),
            ]
        )),
        row!("import", "confirm_import", Who::COORDINATOR, |w, who| slug(
            w,
            vec![("import", id(w.import)), ("skip_refused", "true".into())]
        )),
        row!("import", "cancel_import", Who::COORDINATOR, |w, who| slug(w, vec![("import", id(w.import))])),
        row!("import", "import_progress", Who::COORDINATOR, |w, who| slug(w, vec![("import", id(w.import))])),
        row!("directory", "load_directory", PARTICIPANTS_AND_COORDINATOR, |w, who| vec![(
            "programme",
            w.slug.clone()
        )]),
        row!("directory", "load_mentor", PARTICIPANTS_AND_COORDINATOR, |w, who| {
            vec![("programme", w.slug.clone()), ("mentor", id(w.mentor))]
        }),
        row!("progress", "load_progress", Who::COORDINATOR, |w, who| vec![("programme", w.slug.clone())]),
        row!("progress", "load_progress_list", Who::COORDINATOR, |w, who| {
            vec![("programme", w.slug.clone()), ("listing", "active".into()), ("page", "1".into())]
        }),
    ]
}

fn matching() -> Vec<Row> {
    vec![
        row!("board", "list_plans", Who::COORDINATOR, |w, who| vec![("programme", w.slug.clone())]),
        row!("board", "create_plan", Who::COORDINATOR, |w, who| vec![
            ("programme", w.slug.clone()),
            ("name", "Draft C".into()),
            ("note", "To look at".into()),
            ("fill", "fair".into())
        ]),
        row!("board", "create_plan_from_version", Who::COORDINATOR, |w, who| vec![
            ("programme", w.slug.clone()),
            ("name", "Draft D".into()),
            ("from", id(w.plan)),
            ("version", "1".into())
        ]),
        row!("board", "create_plan_from_list", Who::COORDINATOR, |w, who| vec![
            ("programme", w.slug.clone()),
            ("name", "Draft E".into()),
            ("list", id(w.list)),
            ("leave", "true".into())
        ]),
        row!("board", "describe_plan", Who::COORDINATOR, |w, who| at(
            w,
            vec![
                ("form[name]", "Another name".into()),
                ("form[note]", "A note".into()),
                ("was[name]", w.plan_name.clone()),
                ("was[note]", String::new())
            ]
        )),
        row!("board", "load_history", Who::COORDINATOR, |w, who| at(w, vec![("page", "1".into())])),
        row!("board", "load_version", Who::COORDINATOR, |w, who| at(
            w,
            vec![("version", "1".into()), ("page", "1".into())]
        )),
        row!("board", "load_list", Who::COORDINATOR, |w, who| vec![
            ("programme", w.slug.clone()),
            ("list", id(w.list))
        ]),
        row!("board", "load_board", Who::COORDINATOR, |w, who| at(w, vec![("query[words]", String::new())])),
        row!("board", "load_card", Who::COORDINATOR, |w, who| at(w, vec![("mentee", id(w.waiting.0))])),
        row!("board", "move_card", Who::COORDINATOR, |w, who| at(
            w,
            vec![("card", w.waiting_seen.clone()), ("to", id(w.waiting.1))]
        )),
        row!("board", "swap_cards", Who::COORDINATOR, |w, who| at(
            w,
            vec![("one", w.waiting_seen.clone()), ("other", w.paired_seen.clone())]
        )),
        row!("board", "take_place", Who::COORDINATOR, |w, who| at(
            w,
            vec![("one", w.waiting_seen.clone()), ("other", w.paired_seen.clone())]
        )),
        row!("board", "pin_card", Who::COORDINATOR, |w, who| at(w, vec![("card", w.paired_seen.clone())])),
        row!("board", "unpin_card", Who::COORDINATOR, |w, who| at(w, vec![("card", w.pinned_seen.clone())])),
        row!("board", "introduce", Who::COORDINATOR, |w, who| at(
            w,
            vec![("mentee", id(w.waiting.0)), ("mentor", id(w.waiting.1))]
        )),
        row!("board", "hold_card", Who::COORDINATOR, |w, who| vec![
            ("plan", id(w.plan)),
            ("tab", id(Uuid::from_u128(1))),
            ("card", id(w.waiting.0))
        ]),
        row!("board", "save_view", Who::COORDINATOR, |w, who| vec![
            ("programme", w.slug.clone()),
            ("name", "Full".into()),
            ("look", r#"{"filters":[{"by":"has","value":"full"}]}"#.into())
        ]),
        row!("board", "delete_view", Who::COORDINATOR, |w, who| vec![
            ("programme", w.slug.clone()),
            ("view", id(w.plan))
        ]),
        row!("board", "move_cards", Who::COORDINATOR, |w, who| at(
            w,
            vec![("cards[0]", w.waiting_seen.clone()), ("to", id(w.waiting.1))]
        )),
        row!("board", "pin_cards", Who::COORDINATOR, |w, who| at(
            w,
            vec![("cards[0]", w.paired_seen.clone())]
        )),
        row!("board", "unpin_cards", Who::COORDINATOR, |w, who| at(
            w,
            vec![("cards[0]", w.pinned_seen.clone())]
        )),
        row!("board", "undo", Who::COORDINATOR, |w, who| at(w, vec![])),
        row!("board", "redo", Who::COORDINATOR, |w, who| vec![
            ("programme", w.slug.clone()),
            ("plan", id(w.ran))
        ]),
        row!("board", "run_engine", Who::COORDINATOR, |w, who| at(w, vec![])),
        row!("board", "run_again", Who::COORDINATOR, |w, who| vec![
            ("programme", w.slug.clone()),
            ("plan", id(w.ran)),
            ("version", "2".into())
        ]),
        row!("board", "try_remedy", Who::COORDINATOR, |w, who| vec![
            ("programme", w.slug.clone()),
            ("plan", id(w.tight.0)),
            ("mentee", id(w.tight.1)),
            ("chosen", w.chosen.clone())
        ]),
        row!("board", "withdraw_exception", Who::COORDINATOR, |w, who| vec![
            ("programme", w.slug.clone()),
            ("plan", id(w.tried)),
            ("exception", w.exception.clone())
        ]),
        row!("board", "compare_plans", Who::COORDINATOR, |w, who| at(w, vec![("with", id(w.plan))])),
        row!("board", "preview_engine", Who::COORDINATOR, |w, who| at(
            w,
            vec![("objective", "stable".into())]
        )),
        row!("board", "load_fairness", Who::COORDINATOR, |w, who| at(w, vec![])),
        row!("board", "load_verdict", Who::COORDINATOR, |w, who| at(w, vec![])),
        row!("board", "apply_engine", Who::COORDINATOR, |w, who| at(w, vec![("objective", "fair".into())])),
        row!("board", "preview_publish", Who::COORDINATOR, |w, who| at(w, vec![])),
        row!("board", "publish_pairs", Who::COORDINATOR, |w, who| at(w, vec![("pairs[0]", w.pair.clone())])),
        row!("board", "load_waiting", Who::COORDINATOR, |w, who| vec![
            ("programme", w.slug.clone()),
            ("page", "1".into())
        ]),
        row!("board", "sign_off", Who::COORDINATOR, |w, who| waits(w, w.asked, vec![])),
        row!("board", "send_back", Who::COORDINATOR, |w, who| waits(
            w,
            w.asked,
            vec![("reason", "Not before the holidays".into())]
        )),
        row!("board", "cancel_publication", Who::COORDINATOR, |w, who| waits(w, w.asked, vec![])),
        row!("board", "publish_now", Who::COORDINATOR, |w, who| waits(w, w.armed, vec![])),
        row!("proposal", "load_proposal", READERS, |w, who| vec![("proposal", id(w.proposal))]),
        row!("proposal", "accept_proposal", Who::MEMBERS, |w, who| vec![("proposal", id(w.proposal))]),
        row!("proposal", "decline_proposal", Who::MEMBERS, |w, who| vec![
            ("proposal", id(w.proposal)),
            ("reason", "No time this spring".into()),
            ("criterion", "availability".into())
        ]),
        row!("proposal", "recall_proposal", Who::COORDINATOR, |w, who| vec![("proposal", id(w.proposal))]),
        row!("proposal", "recall_proposals", Who::COORDINATOR, |w, who| at(w, vec![])),
    ]
}

fn work() -> Vec<Row> {
    vec![
        row!("mentorship", "my_mentorships", Who::SIGNED_IN, |w, who| vec![]),
        row!("mentorship", "load_mentorship", READERS, |w, who| mentorship(w, vec![])),
        row!("mentorship", "add_goal", Who::MEMBERS, |w, who| mentorship(w, goal_form("form"))),
        row!("mentorship", "edit_goal", Who::MEMBERS, |w, who| mentorship(
            w,
            both(both(goal_form("form"), goal_form("was")), vec![("goal", id(w.goal))])
        )),
        row!("mentorship", "remove_goal", Who::MEMBERS, |w, who| mentorship(w, vec![("goal", id(w.goal))])),
        row!("mentorship", "restore_goal", Who::MEMBERS, |w, who| mentorship(w, vec![("goal", id(w.goal))])),
        row!("mentorship", "add_step", Who::MEMBERS, |w, who| mentorship(
            w,
            both(step_form("form"), vec![("goal", id(w.goal))])
        )),
        row!("mentorship", "edit_step", Who::MEMBERS, |w, who| mentorship(
            w,
            both(both(step_form("form"), step_form("was")), vec![("step", id(w.step))])
        )),
        row!("mentorship", "set_step_state", Who::MEMBERS, |w, who| mentorship(
            w,
            vec![("step", id(w.step)), ("was", "todo".into()), ("new", "done".into())]
        )),
        row!("mentorship", "move_step", Who::MEMBERS, |w, who| mentorship(w, vec![("step", id(w.step))])),
        row!("mentorship", "remove_step", Who::MEMBERS, |w, who| mentorship(w, vec![("step", id(w.step))])),
        row!("mentorship", "restore_step", Who::MEMBERS, |w, who| mentorship(w, vec![("step", id(w.step))])),
    ]
}

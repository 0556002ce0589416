//! What the mentorships of the demo are about, and how far they are. Days count from the day of loading.

use domain::mentorship::StepState;

/// One mentorship.
pub(super) struct Story {
    pub(super) mentor: &'static str,
    pub(super) mentee: &'static str,
    /// Days since it began.
    pub(super) began: i64,
    /// Days since anything was changed.
    pub(super) moved: i64,
    pub(super) goals: &'static [GoalStory],
}

/// One goal.
pub(super) struct GoalStory {
    pub(super) title: &'static str,
    pub(super) measure: &'static str,
    pub(super) unit: &'static str,
    /// Baseline, target, and where it is now.
    pub(super) figures: (f64, f64, f64),
    pub(super) due: i64,
    pub(super) steps: &'static [StepStory],
}

/// One step.
pub(super) struct StepStory {
    pub(super) title: &'static str,
    pub(super) by_mentor: bool,
    pub(super) due: i64,
    pub(super) state: StepState,
    pub(super) note: &'static str,
}

const fn step(
    title: &'static str,
    by_mentor: bool,
    due: i64,
    state: StepState,
    note: &'static str,
) -> StepStory {
    StepStory { title, by_mentor, due, state, note }
}

use StepState::{Doing, Done, Todo};

/// Mentee and mentor of the proposal that the mentor has not answered yet.
pub(super) const ASKED: (&str, &str) = ("Mei Tanaka", "Zainab Bello");

/// The mentorships of "Women in Tech 26".
pub(super) const TECH: &[Story] = &[
    Story {
        mentor: "Tomás Herrera",
        mentee: "Priya Sharma",
        began: 46,
        moved: 1,
        goals: &[
            GoalStory {
                title: "Lead the payments migration review",
                measure: "Reviews led without help",
                unit: "reviews",
                figures: (0.0, 4.0, 2.0),
                due: 26,
                steps: &[
                    step(
                        "Shadow Tomás in the October review",
                        false,
                        -39,
                        Done,
                        "He asks one question three times, each time shorter.",
                    ),
                    step("Write the checklist for reviewers", false, -20, Done, ""),
                    step("Lead the ledger review", false, 3, Doing, "Invite finance this time."),
                    step("Give written feedback within two days", true, 8, Todo, ""),
                    step("Lead one review outside the team", false, 26, Todo, ""),
                ],
            },
            GoalStory {
                title: "Speak at the spring meetup",
                measure: "Talks given",
                unit: "talks",
                figures: (0.0, 1.0, 0.0),
                due: 118,
                steps: &[],
            },
        ],
    },
    Story {
        mentor: "Marta Silva",
        mentee: "Yusuf Saleh",
        began: 44,
        moved: 5,
        goals: &[GoalStory {
            title: "Ask for feedback and use it",
            measure: "Colleagues asked, with one change made after each",
            unit: "colleagues",
            figures: (0.0, 6.0, 3.0),
            due: 40,
            steps: &[
                step("List six people whose view matters", false, -37, Done, ""),
                step(
                    "Practise the first conversation together",
                    true,
                    -30,
                    Done,
                    "Shorter question, longer silence.",
                ),
                step("Ask the first three", false, -9, Done, ""),
                step("Write down what changed", false, 5, Doing, ""),
                step("Ask the other three", false, 33, Todo, ""),
            ],
        }],
    },
    Story {
        mentor: "Ravi Iyer",
        mentee: "Elena Popescu",
        began: 48,
        moved: 3,
        goals: &[GoalStory {
            title: "Arrive again after the break",
            measure: "Weeks in which the working hours held",
            unit: "weeks",
            figures: (0.0, 8.0, 5.0),
            due: 30,
            steps: &[
                step("Agree on hours with the team", false, -41, Done, ""),
                step(
                    "Hand over two of the five topics",
                    false,
                    -21,
                    Done,
                    "The hardest was admitting that two is right.",
                ),
                step("Draft the next role together", true, 6, Doing, ""),
                step("Talk to the manager about the role", false, 20, Todo, ""),
            ],
        }],
    },
    Story {
        mentor: "Hiro Suzuki",
        mentee: "Farid Khan",
        began: 47,
        moved: 16,
        goals: &[GoalStory {
            title: "Write an architecture decision that others follow",
            measure: "Decisions adopted by another team",
            unit: "decisions",
            figures: (0.0, 2.0, 0.0),
            due: -12,
            steps: &[
                step("Read three old decisions and say what was missing", false, -33, Done, ""),
                step("Draft the queue decision", false, -16, Done, ""),
                step("Collect objections from two teams", false, -12, Todo, ""),
                step("Review the second draft", true, -5, Todo, ""),
            ],
        }],
    },
    Story {
        mentor: "Oskar Berg",
        mentee: "Nia Abebe",
        began: 45,
        moved: 23,
        goals: &[GoalStory {
            title: "Find out which work is mine",
            measure: "Kinds of work tried for a day",
            unit: "days",
            figures: (0.0, 3.0, 1.0),
            due: 25,
            steps: &[
                step(
                    "Spend a day with the research team",
                    false,
                    -25,
                    Done,
                    "I liked listening. I did not like the spreadsheet.",
                ),
                step("Spend a day with the writers", false, -8, Todo, ""),
            ],
        }],
    },
    Story {
        mentor: "Zainab Bello",
        mentee: "Amina Diallo",
        began: 49,
        moved: 2,
        goals: &[
            GoalStory {
                title: "Give a talk to people who matter",
                measure: "Talks to more than thirty people",
                unit: "talks",
                figures: (0.0, 2.0, 2.0),
                due: 5,
                steps: &[
                    step("Choose one story and cut it to ten minutes", false, -40, Done, ""),
                    step("Rehearse in front of Zainab’s team", true, -31, Done, ""),
                    step("Talk at the product round", false, -17, Done, "Forty people. Nobody left."),
                    step("Talk at the company day", false, -2, Done, ""),
                ],
            },
            GoalStory {
                title: "Own a product decision",
                measure: "Decisions made and defended",
                unit: "decisions",
                figures: (0.0, 3.0, 1.0),
                due: 60,
                steps: &[
                    step("Write down how the last three decisions were made", false, -10, Done, ""),
                    step("Take the pricing question", false, 12, Todo, ""),
                ],
            },
        ],
    },
    Story { mentor: "Greta Lindgren", mentee: "Chiara Conti", began: 4, moved: 4, goals: &[] },
    Story {
        mentor: "Samuel Adeyemi",
        mentee: "Linnea Holm",
        began: 43,
        moved: 6,
        goals: &[GoalStory {
            title: "Run an incident from alarm to report",
            measure: "Incidents run as the second, then as the first",
            unit: "incidents",
            figures: (0.0, 4.0, 2.0),
            due: 45,
            steps: &[
                step("Sit in on two incidents", false, -28, Done, ""),
                step(
                    "Write the report of the third",
                    false,
                    -6,
                    Done,
                    "Samuel cut it by half. It got better twice.",
                ),
                step("Be the second in the next one", false, 14, Todo, ""),
                step("Prepare the exercise", true, 9, Doing, ""),
            ],
        }],
    },
];

/// The mentorships of "Onboarding buddies".
pub(super) const BUDDIES: &[Story] = &[
    Story {
        mentor: "Jonas Weber",
        mentee: "Aisha Rahman",
        began: 12,
        moved: 1,
        goals: &[GoalStory {
            title: "Feel at home in the first ninety days",
            measure: "People outside the team known by name",
            unit: "people",
            figures: (0.0, 10.0, 4.0),
            due: 70,
            steps: &[
                step("Walk through the building and its unwritten rules", true, -11, Done, ""),
                step("Ship something small", false, -3, Done, "A comma. It counts."),
                step("Meet five people outside the team", false, 6, Doing, ""),
                step("Say what would have helped sooner", false, 20, Todo, ""),
            ],
        }],
    },
    Story { mentor: "Oskar Berg", mentee: "Mateo Fuentes", began: 9, moved: 8, goals: &[] },
];

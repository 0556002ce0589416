//! The texts of the template library. They become a programme's own when it is created, and are then its coordinators'.

crate::catalogue! {
    percent = "%";
    pairs_unit = "pairs";
    decisions_unit = "decisions";

    measure_matched = "Mentees who have a mentor when the work begins";
    measure_agreed = "Mentorships that have agreed on a goal";
    measure_reached = "Goals that mentees reach";
    measure_steps = "Planned steps that are done";

    women_title = "Women in tech";
    women_summary = "Six months, one to one. Women in technical roles work with experienced colleagues on skills, visibility and the next role.";
    women_purpose = "Women leave technical careers most often in the middle of them, when the work is going well and the next step is unclear. This programme gives every mentee an experienced person outside her own reporting line, a goal of her own, and a plan that both keep up to date.\n\nFor six months each pair meets about every two weeks. What they talk about stays between them.";
    women_mentors = "You get a close look at how the organisation feels from another place in it, practice in developing people, and a circle of other mentors.\n\nYou give about two hours a month for each mentee, honest feedback, and introductions to people who can help.";
    women_mentees = "You get somebody who has been where you want to go, a plan with dates, and support in becoming visible.\n\nYou give about four hours a month, bring the agenda to each meeting, and keep your plan up to date.";
    women_serves_place = "Nobody who asks for support waits for it";
    women_serves_grow = "Technical careers grow inside the organisation";
    women_serves_roles = "More women in senior technical roles";
    women_roles = "Women in senior technical roles";
    women_unit = "people";

    onboarding_title = "Onboarding buddies";
    onboarding_summary = "Three months, one to one. Every new colleague has a buddy from another team from the first week on.";
    onboarding_purpose = "The first ninety days decide how soon somebody feels at home and useful. A manager explains the job; a buddy explains everything else: how things are really done here, whom to ask, and which questions are fine to ask (all of them).\n\nBuddies come from another team, so that a question never feels like an exam. They meet weekly in the first month, then as needed.";
    onboarding_mentors = "You get to know people early, hear with fresh ears what is odd about how we work, and can say so.\n\nYou give an hour a week in the first month and half of that later, an introduction to five people, and an open door.";
    onboarding_mentees = "You get a person who answers small questions quickly, a tour of the unwritten rules, and a first network outside your team.\n\nYou give your questions, your first impressions, and a list of what would have helped you sooner.";
    onboarding_paired = "New colleagues who have a buddy in their first week";
    onboarding_stay = "New colleagues who are still here after six months";
    onboarding_serves_welcome = "Everybody is welcomed by a person, not by a document";
    onboarding_serves_speed = "New colleagues do their own work within the first quarter";
    onboarding_serves_stay = "Fewer people leave in their first year";

    leadership_title = "Leadership";
    leadership_summary = "Ten months, one to one. People who lead for the first time, or are about to, learn from leaders of other parts of the organisation.";
    leadership_purpose = "Most people are promoted into leadership for being good at something else. This programme pairs new and future leaders with experienced ones from another part of the organisation, for the conversations that one cannot have with one's own manager: the first difficult talk, the first hiring mistake, the first time of saying no upwards.\n\nEach pair agrees on two goals at most, tries things out between meetings, and looks at what happened.";
    leadership_mentors = "You get time to think about how you lead, a view into another part of the organisation, and a say in who leads it tomorrow.\n\nYou give an hour and a half a month, stories of what went wrong as well as of what went right, and questions rather than answers.";
    leadership_mentees = "You get a leader who has no stake in your appraisal, a safe place to rehearse hard conversations, and feedback on how you come across.\n\nYou give your real cases, an experiment between every two meetings, and an honest report of how it went.";
    leadership_inside = "Leadership roles that are filled from inside";
    leadership_serves_bench = "For each key role there are two people who could take it";
    leadership_serves_inside = "Leaders grow here rather than being bought";

    reverse_title = "Reverse mentoring";
    reverse_summary = "Five months, the junior mentors. Senior leaders learn from colleagues early in their careers about tools, culture and everyday work.";
    reverse_purpose = "The people who decide most are often the furthest from how work feels. In this programme colleagues early in their careers mentor senior leaders: on new tools, on how decisions arrive in the teams, on what keeps people here and what drives them away.\n\nThe mentor sets the agenda. The leader listens first, tries one thing after each meeting, and tells what came of it.";
    reverse_mentors = "You get the ear of somebody who can change things, practice in saying hard things well, and an understanding of how decisions are made.\n\nYou give an hour every three weeks, an agenda, and the view that nobody else in the room has.";
    reverse_mentees = "You get an unfiltered view of everyday work, a patient teacher for new tools, and questions that your peers no longer ask you.\n\nYou give your full attention, no defence, and one visible change after each meeting.";
    reverse_pairs = "Leaders who have a junior mentor";
    reverse_changed = "Decisions that were changed by what a leader learned";
    reverse_serves_listen = "Leaders know how decisions arrive in the teams";
    reverse_serves_decide = "Decisions hold up in everyday work";

    returners_title = "Returning parents";
    returners_summary = "Six months, one to one. Colleagues who come back from parental leave are paired with people who have done it before them.";
    returners_purpose = "Coming back after months away means a changed team, a changed life, and the feeling of having to prove oneself again. This programme pairs returning parents with colleagues who have been through it, starting a few weeks before the first day back.\n\nPairs talk about workload, boundaries, childcare that falls through, and how to stay on the path to the next role while working other hours than before.";
    returners_mentors = "You get the good feeling of being the person you would have needed, and contact with parents across the organisation.\n\nYou give an hour every two weeks, flexibly, what you learned the hard way, and patience with meetings that move.";
    returners_mentees = "You get somebody who knows both sides of it, a plan for the first hundred days back, and support in asking for what you need.\n\nYou give yourself the time for it, say early when something does not work, and pass on what you learn.";
    returners_matched = "Returning parents who have a mentor before their first day back";
    returners_stay = "Parents who are still here a year after their return";
    returners_serves_return = "Nobody comes back alone";
    returners_serves_career = "A family is no detour on the way to the next role";
    returners_serves_stay = "Experienced people stay";

    circle_title = "Technical circle";
    circle_summary = "Four months, in groups. One experienced practitioner and a handful of colleagues work through a technical field together.";
    circle_purpose = "Some things are learned best in a small group that meets regularly: a new language, reviewing architecture, security in everyday work. Each circle has one experienced person and three to eight members from different teams. Between the meetings everybody tries something in their own code; at the next one they show what happened.\n\nCircles decide for themselves on what they work. At the end each shows one thing that others can use.";
    circle_mentors = "You get a group that asks better questions than any audience, and a reason to put in order what you know.\n\nYou give an hour and a half every two weeks, real examples from your own work, and the last word to others.";
    circle_mentees = "You get a guide, people at the same point on the way, and feedback on work that matters to you.\n\nYou give an hour and a half every two weeks, something to show at each second meeting, and care with the work of others.";
    circle_members = "Interested colleagues who have a place in a circle";
    circle_steps = "Experiments between meetings that were done";
    circle_serves_share = "Knowledge does not live in one head";
    circle_serves_practice = "What is learned arrives in everyday work";

    blank_title = "An empty programme";
    blank_summary = "For those who know what they want. Dates of a usual half year and everyday rules are filled in; purpose and objectives are yours.";
}

//! Fairness: what mentees may say of themselves, how groups fare, and room for a group.

crate::catalogue! {
    // On the programme's page about matching.
    ask_title = "For fairness, ask mentees";
    ask_lead = "Mentees can answer on their profile if they like. You then see how groups of five and more fare in a match plan, and can make room for a group. Where “Different backgrounds” counts in your matching, mentors are asked too. Nobody but the person sees an answer.";
    ask_label = "Questions";
    ask_hint = "One a line, with its answers: “Gender: woman, man, another”. At most five questions. Ask only what you mean to act on.";
    ask_do = "Ask these questions";
    ask_done = "The questions are saved. Mentees find them on their profiles.";
    ask_changed = "Answers are to the words as they stand. If you change or remove a question or an answer, what people have said to it is deleted.";

    // On one's own profile.
    title = "For fairness, if you like";
    lead = "Your programme would like to give everybody the same chance of a good match, or to bring different people together. Answering is up to you.";
    of_programme(programme) = "Asked by {programme}";
    unsaid = "I would rather not say";
    for_figures = "Count me in figures about groups";
    for_figures_hint = "Coordinators see figures of groups of five and more, never your answer. Somebody who moves people one by one and compares the figures each time might guess it.";
    for_matching = "Use it when matches are made";
    for_matching_hint = "A coordinator may make room for a group. They do not see your answer, but could guess it from who is matched then.";
    for_comparing = "Compare it with the people I might be matched with";
    for_comparing_hint = "Your programme likes to match people who differ. Coordinators see in how many answers two people differ, not in which; who knows one of the two might guess the other's. Mentees and mentors see nothing of it.";
    kept(choice) = "Kept: {choice}.";
    kept_for_figures = "For figures.";
    kept_for_matching = "For matching.";
    kept_for_comparing = "For comparing.";
    kept_nothing = "Nothing is kept.";
    take_back = "To take it back, choose “I would rather not say” and confirm: it is deleted at once.";
    only_you = "Read by you alone.";
    confirm = "Confirm";
    told = "Your answer is kept for what you have ticked.";
    nothing_said = "Nothing is kept, as no answer is chosen.";
    taken_back = "Your answer is deleted.";

    // How groups fare.
    page_title = "Is this plan fair?";
    page_lead = "How mentees fare in this plan, by what they have said of themselves for this purpose.";
    link = "Is it fair?";
    link_why = "See how groups of mentees fare in this plan.";
    how = "How to read this";
    how_interval = "Beside each figure stands how far chance alone could move it in a group of this size (95 %). Where the ranges of two groups overlap, the difference may be chance. Where they do not, it is worth finding out why.";
    how_hidden = "Groups of fewer than five are not shown, and neither is what would let somebody work one out. Figures are left out, too, where fewer than five of a group have a match, or have none.";
    how_said = "Whoever has said nothing is counted among all mentees only.";
    nothing_title = "Nothing is asked yet";
    nothing_why = "Ask mentees a question or two, and whoever likes answers on their profile.";
    nothing_ask = "Ask mentees";
    too_few_title = "Too few have answered";
    too_few = "No group can be shown yet: five people at least have to be in it.";
    everybody = "All mentees";
    group = "Group";
    people = "People";
    matched = "Have a match";
    fit = "Fit";
    rank = "Place of their match";
    rank_hint = "1 is the mentor who fits them best.";
    waited = "Days waiting";
    group_hidden = "not shown";
    is_hidden = "not shown";
    group_hidden_why = "fewer than five, or left out so that a smaller group cannot be worked out";
    share(count, of, percent) = "{count} of {of} ({percent} %)";
    share_most(count, of, percent) = "at least {count} of {of} ({percent} % or more)";
    share_few(of, percent) = "fewer than five of {of} ({percent} % or less)";
    range_percent(low, high) = "between {low} and {high} %";
    range(low, high) = "between {low} and {high}";

    // Room for a group.
    room = "Room for a group";
    room_lead = "Of the mentees who let their answer be used for matching, at least so many have a match. Each step shows its price beside the best plan. Groups of fewer than five are not offered: moves would tell who is in them.";
    room_none = "No group of five and more has let its answers be used for matching.";
    room_pick = "Which group";
    room_share(share) = "At least {share} % matched";
    room_free = "costs nothing";
    room_costs(gain) = "{gain} in all";
    room_ask = "choose it to see its price";
    room_impossible = "Cannot be had: the rules and the free places leave too few mentors for them. Relax a rule, or find mentors who fit them.";
    room_for(share, group) = "Room for {share} % of “{group}”";
    group_of(question, choice) = "{question}: {choice}";
}

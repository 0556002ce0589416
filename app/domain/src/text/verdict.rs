//! How good a plan is: its page, and what the panel says of a pair.

crate::catalogue! {
    title = "How good is this plan?";
    link = "How good is it?";
    best = "Nobody can find a better one";
    best_why = "As many pairs as possible, and of those the highest total fit.";
    best_pinned = "The best plan around your pins";
    best_pinned_why(gain) = "Nothing better is possible while they hold. Without any pin it would be {gain}.";
    best_pinned_large = "Nothing better is possible while they hold.";
    overfull = "This plan gives away more places than there are";
    overfull_why(mentors) = "More mentees than places: {mentors}. Places were taken by another plan, or given up, since these pairs were made. It cannot be published like this.";
    overfull_help = "The engine places anew whoever is not pinned; move pinned cards by hand, or unpin them first.";
    better(gain) = "{gain} is possible";
    better_why = "The best plan under your pins is better by this. See who would move before you decide.";
    better_any_size = "Groups in this programme begin with several mentees or not at all, which this does not count. See the best plan that keeps to it before you decide.";
    better_look = "See who would move";
    proved(at) = "Proved: the certificate of the best plan was checked on {at} by code that shares nothing with the engine, and it holds.";
    unproved = "The certificate of the best plan could not be checked.";
    proved_short(at) = "proved {at}";
    proved_title = "The certificate of the best plan was checked in this browser, by code that shares nothing with the engine.";
    engine_large = "This programme is large: plans with fewer moves, and those between total and fair, are not worked out.";
    large = "This programme is large: what each pin costs, and which pairs are in every best plan, is not worked out.";
    common(share) = "{share} are in every plan that is as good as the best.";
    common_of(common, movable) = "{common} of {movable} pairs that may be moved";
    figure_matched = "Matched";
    of(some, all) = "{some} of {all}";
    figure_mean = "Fit on average";
    figure_pins = "All pins together cost";
    figure_pins_none = "nothing";

    spread = "How well the pairs fit";
    spread_desc = "How many pairs have a fit of so much, in this plan and in the best one.";
    spread_head = "Fit";
    spread_here = "This plan";
    spread_best = "Best plan";
    tenth(from, to) = "{from}–{to}";

    pins = "What each pin costs";
    pins_lead = "By how much the best plan would be better without this one pin. What pins cost together is not the sum: two can be in each other's way.";
    pins_unpriced = "Your pins";
    pins_unpriced_more(count) = "{count} more pins are on the board.";
    pins_none = "Nothing is pinned, so the engine is free.";
    pins_more(count) = "{count} more cost no more than these.";
    price = "Costs";
    price_free = "nothing";
    price_forbidden = "holds a pair that a rule forbids";
    unpin(mentee, mentor) = "Unpin {mentee} with {mentor}";
    pair = "Pair";
    joined(mentee, mentor) = "{mentee} with {mentor}";

    lowest = "The lowest fits";
    lowest_lead = "Open one to see what is missing, and who else is possible.";
    lowest_none = "Nobody is matched yet.";

    rather = "Who would rather have each other";
    rather_lead = "A mentor and a mentee who fit each other better than whom they have. The best plan for everybody can leave some: giving these two what they want costs others more.";
    rather_none = "No two people fit each other better than whom they have.";
    rather_more(count) = "The first {count} are shown.";
    rather_count_one = "1 such pair.";
    rather_count_many(count) = "{count} such pairs.";
    rather_fit = "Would fit";
    rather_mentee = "Mentee has";
    rather_mentor = "Mentor's lowest";
    nobody = "nobody";
    free_place = "a free place";

    waiting = "Without a match";
    waiting_lead = "Open a card to see why, and the smallest change that would help.";
    waiting_none = "Everybody has a match.";
    waiting_more(count) = "{count} more wait on the board.";

    standing = "What this pair means for all";
    always = "Every best plan has this pair: nobody else is possible for as many pairs.";
    always_by(gain) = "Every best plan has this pair. Without it, all together would have {gain}.";
    sometimes = "A best plan has this pair, and another one that is just as good has not.";
    never(gain) = "No best plan has this pair: keeping it means {gain} for all together.";
    others(mentor) = "Who else would fit {mentor}";
    other(fit, with) = "fit {fit}, now with {with}";
    other_waiting(fit) = "fit {fit}, waiting";

    least = "Nobody below a fit";
    least_lead = "Fairer means: nobody is left with a poor fit, and all together have a little less. Each step shows its price beside the best plan.";
    least_of(least) = "Nobody below {least}";
    least_costs(gain) = "{gain} in all";
    least_chart = "What a guarantee costs";
    least_chart_says = "How much less fit all pairs have together when nobody is below a fit.";
    least_chart_head = "Nobody below";
    least_chart_first = "Fit given up";
    least_free = "costs nothing";
}

/// "Priya Shah with Greta Berg"; each name keeps its own direction of writing.
pub fn pair_of(mentee: &str, mentor: &str) -> String {
    let isolated = |name: &str| format!("\u{2068}{name}\u{2069}");
    joined(isolated(mentee), isolated(mentor))
}

/// "1 such pair.", "7 such pairs."
pub fn rather_count(count: usize) -> String {
    if count == 1 { rather_count_one().to_owned() } else { rather_count_many(count) }
}

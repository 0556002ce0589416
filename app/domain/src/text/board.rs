//! Texts of the board.

crate::catalogue! {
    this_mentee = "This mentee";
    this_mentor = "this mentor";
    this_person = "This person";
    somebody_else = "Somebody else";
    not_on_board = "This person is not on the board any more. Reload the page to see who is.";
    mentor_full(mentor, places) = "{mentor} has {places}, and all are taken. Move somebody away first, or swap.";
    forbidden(mentee, mentor, rule) = "{mentee} and {mentor} cannot be matched. {rule}";
    moved_meanwhile(by, mentee, mentor) = "{by} has just moved {mentee}, who is with {mentor} now. Your move was not made.";
    moved_to_tray_meanwhile(by, mentee) = "{by} has just moved {mentee} back to the tray. Your move was not made.";
    changed_since(by, mentee) = "{by} has changed the place of {mentee} since, so your change stays. Move the card by hand if it should go back.";
    no_room = "No plan leaves that much room any more: answers, free places or rules have changed. Look at what is possible now.";
    stake(name, before, after) = "{name} {before} → {after}";
    no_match = "no match";
    pair_asked(mentee) = "This is how it would be. It is not the match that {mentee} has now.";
    pair_back = "Back to how it is";
    pair_why = "Why?";
    pair_why_of(mentee, mentor) = "Why {mentee} with {mentor}?";
    stakes_title = "In the best plan around it, others change too:";
    stakes_of(mentor) = "In the best plan with {mentor}, others change too:";
    stakes_none(mentor) = "In the best plan with {mentor}, nobody else has another fit.";
    stakes_more(count) = "and {count} more";
    too_large = "There are too many people on this board for that. Run the engine for the best plan of all, or narrow the programme.";
    unknown_aim = "The engine knows no such objective. Choose the highest total, the fairest plan or a stable one.";
    groups_for_total_only(fewest) = "Groups begin with {fewest} mentees in this programme. Neither the fairest plan nor a stable one can keep to that, so the engine only runs for the highest total here.";
    changed_meanwhile = "The board has changed while the engine was at work. Run it again.";
    withdrawn(who) = "{who} has paused or left the programme. Choose somebody who takes part.";
    waits_for_answer(mentee) = "{mentee} has a proposal that waits for an answer. Recall it first.";
    at_work(mentee) = "{mentee} is in a mentorship already.";
    placed_already(mentee) = "{mentee} has a mentor in this plan already.";
    nothing_to_pin(mentee) = "{mentee} has no mentor yet, so there is nothing to pin.";
    nothing_to_swap = "Both have the same mentor, so there is nothing to swap.";
    nothing_to_undo = "You have changed nothing on this board that could be undone.";
    changed_since_undo(by, mentee) = "{by} has changed the place of {mentee} since, so nothing is done again. Move the card by hand if it should go there.";
    nothing_to_redo = "You have undone nothing on this board that could be done again.";
    nothing_to_publish = "There are no pairs to publish yet. Match somebody first.";
    already_published = "All pairs are published already.";
    nothing_chosen = "No pair is ticked, so there is nothing to publish. Tick at least one.";
    pairs_changed(now) = "Nothing was published, because pairs have changed since you opened this page: {now}. The list below is as it is now, with your ticks. Look again, then publish.";
    waits_already = "A publication of this plan waits already. Cancel it first, or let it go ahead.";
    request_over = "This was carried out, sent back or cancelled meanwhile. Reload the page to see how it stands.";
    not_your_own = "You asked for this sign-off, so another coordinator has to give it.";
    sign_off_withdrawn = "A pair has changed since, so the sign-off does not hold any more and nothing was published. Cancel it, look at the pairs again, and ask anew.";
    nobody_to_sign_off = "A second coordinator has to sign this off, and this programme has none. Make somebody coordinator on the programme's page, or switch the sign-off off in its matching settings.";
    said_planned(pairs) = "Publishing {pairs} is planned.";
    said_sign_off_asked(pairs) = "A second coordinator is asked to sign off {pairs}.";
    request_asked = "A second coordinator is asked.";
    request_armed = "The publication is signed off and waits for its time.";
    request_done = "The publication that waited was carried out.";
    request_cancelled = "The publication that waited was cancelled.";
    request_sent_back = "The publication was sent back instead of signed off.";
    request_failed = "The publication that waited could not be carried out.";
    pair_moved(mentee, mentor) = "{mentee} is with {mentor} now";
    pair_in_tray(mentee) = "{mentee} is in the tray now";
    pair_published(mentee) = "{mentee} is published already";
    pair_gone(mentee) = "{mentee} has paused or left";
    said_moved(mentee, mentor) = "{mentee} moved to {mentor} and pinned.";
    said_to_tray(mentee) = "{mentee} moved back to the tray.";
    said_replaced(one, other) = "{one} took the place of {other}, who is in the tray now, and is pinned there.";
    said_swapped(one, other) = "{one} and {other} changed places and are pinned.";
    said_pinned(mentee, mentor) = "{mentee} pinned to {mentor}.";
    said_unpinned(mentee, mentor) = "{mentee} no longer pinned to {mentor}.";
    several_moved(people, mentor) = "{people} moved to {mentor} and pinned.";
    several_to_tray(people) = "{people} moved back to the tray.";
    several_pinned(people) = "{people} pinned.";
    several_unpinned(people) = "{people} no longer pinned.";
    several_stayed(who, why) = "Not moved: {who}. {why}";
    several_stayed_too(people) = "{people} more stayed as they were.";
    and_more(names, count) = "{names} and {count} more";
    said_rebalanced(people, change) = "{people} moved by the engine, {change}.";
    said_fair(people, change) = "Ran the engine for the fairest plan: {people} moved, {change}.";
    said_stable(people, change) = "Ran the engine for a stable plan: {people} moved, {change}.";
    total_up(percent) = "total fit up {percent} %";
    total_down(percent) = "total fit down {percent} %";
    total_same = "total fit as before";
    total_new = "nobody was matched before";
    said_nothing_moved = "Nobody had to move: this is the best plan around your pins.";
    said_nothing_fair = "Nobody had to move: this is the fairest plan around your pins.";
    said_nothing_stable = "Nobody had to move: this is the stable plan around your pins.";
    said_undone(people) = "Undone: {people} back where they were.";
    said_undone_one(what) = "Undone: {what}.";
    said_redone_one(what) = "Done again: {what}.";
    again_in_tray(mentee) = "{mentee} is in the tray again";
    again_with(mentee, mentor) = "{mentee} is with {mentor} again";
    again_pinned(mentee, mentor) = "{mentee} is pinned to {mentor} again";
    again_unpinned(mentee, mentor) = "{mentee} is not pinned to {mentor} any more";
    again_pins(people) = "the pins of {people} are as they were";
    said_redone(people) = "Done again: {people} moved once more.";
    said_begun(pairs) = "The plan was begun with {pairs}.";
    said_nothing = "Nothing had to change.";
    said_published(pairs) = "{pairs} published.";
    said_started(mentee, mentor) = "{mentee} and {mentor} accepted: their mentorship has begun.";
    said_declined(mentee, mentor) = "The proposal of {mentee} and {mentor} was declined; {mentee} is back in the tray.";
    said_expired(mentee, mentor) = "The proposal of {mentee} and {mentor} expired; {mentee} is back in the tray.";
    said_recalled(mentee, mentor) = "The proposal of {mentee} and {mentor} was recalled; {mentee} is back in the tray.";
    one_person = "1 person";
    many_people(count) = "{count} people";
    one_pair = "1 pair";
    many_pairs(count) = "{count} pairs";

}

// Match plans and the board's tools.
crate::catalogue! {
    plans_title = "Match plans";
    plans_lead = "A match plan says who is matched with whom. Make one, adjust it on its board, then publish it.";
    plans_none = "No match plan yet";
    plans_none_why = "Begin one: everybody who is approved is on its board, and the engine can fill it in a moment.";
    plans_nobody_why = "There is nobody to match yet. Import or invite mentors and mentees first.";
    plans_to_people = "Go to the people of the programme";
    plan_name = "Name of the plan";
    plan_name_hint = "So that you find it again, like \"Autumn, first draft\".";
    plan_first_name = "First draft";
    plan_create = "Make a match plan";
    plan_made_by(who, when) = "Made by {who}, {when}";
    plan_made(when) = "Made {when}";
    state_draft = "Draft";
    state_published = "Published";
    people_on_board(mentees, mentors) = "{mentees} mentees, {mentors} mentors";
    board_lead(mentees, mentors, places) = "{mentees} mentees · {mentors} mentors · {places} places";
    find = "Find a person, skill or team";
    found(mentors, waiting) = "{mentors}, {waiting} waiting";
    sort = "Order of mentors";
    sort_name = "By name";
    sort_places = "Most free places first";
    sort_fit = "Lowest fit first";
    sort_team = "By team";
    team_none = "No team";
    tray_sort = "Order of the tray";
    tray_sort_waiting = "Longest wait";
    tray_sort_name = "By name";
    tray_sort_hardest = "Hardest first";
    tray_sort_wish = "By wish";
    tray_sort_team = "By team";
    group_impossible = "No mentor is possible";
    group_few = "One to three mentors are possible";
    group_many = "Four mentors or more are possible";
    show = "Show";
    tools = "Find and order";
    find_tools = "Filter and order";
    more_tools = "Ways of looking, and more";
}

// Cards and columns.
crate::catalogue! {
    waiting = "Waiting";
    waiting_in_tray = "Waiting in the tray";
    waiting_how_many(count) = "{count} in the tray";
    waiting_none = "Everybody has a mentor.";
    waiting_not_found = "Nobody in the tray matches your search.";
    mentors = "Mentors";
    mentors_none = "No mentor matches your search.";
    mentors_nobody = "There are no approved mentors in this programme yet.";
    free_place = "free place";
    places_taken(taken, places) = "{taken} of {places} places taken";
    left = "has left";
    fit = "Fit";
    fit_of(who) = "Fit of {who}";
    match_with(who) = "Match {who} with…";
    places_title = "Match with";
    reason_counts(reason, weight) = "{reason} · counts {weight}";
    reasons_neutral = "Where answers are missing, up to a quarter of the fit counts as half: knowing little is no perfect fit.";
    match_with_lead = "What does most for everybody stands on top. Where somebody cannot go, the list says why.";
    places_more(count) = "{count} more. Search by name or by what they do.";
    match_with_find = "Find a mentor";
    wish_rank(rank) = "Wish {rank}";
    pinned = "Pinned";
    pin = "Pin";
    unpin = "Unpin";
    proposed = "Waiting for answers";
    proposed_one = "One has accepted";
    at_work_badge = "Mentorship";
    broken = "Breaks a rule";
    declined_badge = "Declined";
    expired_badge = "Not answered";
    recalled_badge = "Recalled";
    waits_for(span) = "waits for {span}";
    in_place_of = "Or in the place of somebody else";
    in_place_of_do(mentee, other) = "Put {mentee} in the place of {other}";
    exchange(other, gain) = "Changes places with {other}: {gain}";
    exchange_not(other, why) = "Cannot change places with {other}: {why}";
    free(count) = "{count} free";
    full = "Full";
    here = "Here now";
    tray_choice = "Back to the tray";
    undo = "Undo";
    undo_what(what) = "Undo: {what}";
    redo = "Redo";
    redo_what(what) = "Redo: {what}";
    run_engine = "Run the engine";
    run_engine_hint = "Finds the best plan for everybody who is not pinned.";
    plan_from = "Begin with";
    plan_from_hint = "A copy is a plan of its own: nothing you change there touches the first.";
    plan_from_nothing = "Everybody waiting";
    plan_fill = "Fill it";
    plan_fill_hint = "The engine can match everybody at once. It can be undone on the board, and everything changed by hand.";
    plan_fill_groups(fewest) = "Groups begin with {fewest} mentees here, so the engine fills it for the highest total only: neither the fairest plan nor a stable one can keep to that.";
    plan_fill_none = "Leave it as it begins";
    plan_fill_total = "Highest total fit";
    plan_fill_fair = "Fairest plan";
    plan_fill_stable = "Stable plan";
    plan_from_copy(name) = "A copy of {name}";
}

// Two plans beside each other, and what the engine would change.
crate::catalogue! {
    compare_title = "Compare two plans";
    compare_one = "This plan";
    compare_other = "With";
    compare_show = "Compare";
    compare_lead(same, other, gain) = "{same} in both. {other} against it: {gain}.";
    compare_alike = "No difference";
    compare_alike_why = "Everybody has the same place in both plans.";
    compare_differ = "Who has another place";
    compare_take(mentee, place) = "Move {mentee} to {place} in this plan";
    compare_take_head = "Take over";
    compare_tally(other, gaining, losing, changing, gain) = "With {other}, {gaining}, {losing}, and {changing}. In all: {gain}.";
    compare_gaining_none = "nobody gains";
    compare_gaining_one = "1 person gains";
    compare_gaining_many(count) = "{count} people gain";
    compare_losing_none = "nobody loses";
    compare_losing_one = "1 loses";
    compare_losing_many(count) = "{count} lose";
    compare_changing_none = "nobody only changes";
    compare_changing_one = "1 only changes";
    compare_changing_many(count) = "{count} only change";
    compare_worth = "Gain or loss";
    compare_gains = "gains a mentor";
    compare_loses = "loses theirs";
    compare_order = "Order";
    compare_by_loss = "Largest loss first";
    compare_by_name = "By name";
    compare_range(from, to, of, most) = "{from} to {to} of {of}, {most} on a page";
    compare_pages(list) = "Pages: {list}";
    compare_joined_later = "joined later";
    compare_none_differ = "Whoever is in both plans has the same place in both.";
    compare_full(mentor, mentee) = "All places of {mentor} are taken: make room for {mentee}";
    compare_swap(mentee, mentor) = "Let {mentee} change places with somebody who is with {mentor}";
    compare_replace(mentee, mentor) = "Give {mentee} the place of somebody who is with {mentor}";
    compare_to_tray(who, gain) = "{who} to the tray: {gain}";
    compare_settled(mentor) = "{mentor} has no place here that could be freed: whoever has one stays.";
    compare_only_here(plan) = "Only in this plan, {plan}";
    compare_only_there(plan) = "Only in the other plan, {plan}";
    compare_only_lead(people) = "{people}, not counted above.";
    compare_where = "Where they are";
    compare_why = "Why";
    compare_has_left(plan) = "Has left the programme; {plan} still has their card to be taken off.";
    compare_is_proposed(plan) = "A proposal of {plan} waits for an answer, so no other plan has them.";
    compare_is_at_work(plan) = "At work in a mentorship of {plan}, so no other plan has them.";
    compare_mentors = "Mentors with more or fewer mentees";
    compare_mentors_lead(mentors, other) = "Another number of mentees in {other} for {mentors}.";
    compare_more_or_fewer = "More or fewer";
    engine_look = "Look first";
    engine_look_hint = "Shows who would move before anybody does.";
    engine_title = "What the engine would change";
    engine_lead = "Each plan below is the best with so few changes. Pinned, proposed and working pairs stay as they are.";
    engine_steps = "Plans to choose from";
    engine_best(gain) = "{gain}, the best plan";
    engine_best_groups(gain, fewest) = "{gain}, the best plan with groups of {fewest} or more";
    engine_groups_cost(fewest, price) = "Groups of {fewest} or more: {price} beside groups of any size. Only the last plan below keeps to it.";
    engine_groups_free(fewest) = "Groups of {fewest} or more cost nothing here. Only the last plan below keeps to it.";
    engine_groups_gap(gap) = "There were too many ways to weigh them all: a better plan could gain {gap} more at most.";
    engine_around_groups = "Re-balance around it";
    engine_at_most = "At most so many may lose their mentor";
    engine_show = "Show that plan";
    engine_moves_none = "nobody leaves their mentor";
    engine_moves_one = "1 person leaves their mentor";
    engine_moves_many(count) = "{count} people leave their mentor";
    aims = "Fairest or stable";
    aims_lead = "Two other ideas of the best plan than the highest total, around the same pins. Each shows its price beside the best plan.";
    aims_groups(fewest) = "Groups begin with {fewest} mentees here. The fairest plan and a stable one cannot keep to that, so they are not offered.";
    aim_fair = "Fair: nobody is left with a poor match while others have a good one";
    aim_stable = "Stable: no mentor and mentee would both rather have each other";
    aim_lowest(fit) = "lowest fit {fit}";
    aim_large = "With so many people this is only worked out when you choose it, and takes a while.";
    apart = "Kept apart by pins";
    apart_lead = "These fit each other better than whom they would have: one of them is pinned, or would take the place of somebody who is. Without the pins they would not be left so.";
    apart_one = "1 pair would rather have each other";
    apart_many(count) = "{count} pairs would rather have each other";
    engine_apply(people) = "Move {people}";
    engine_who = "Who moves";
    engine_nobody = "Nobody.";
    engine_from = "From";
    engine_to = "To";
    engine_change = "Fit";
    engine_nothing = "Nothing to change";
    engine_nothing_why = "The plan on the board is the best there is around its pins.";
    engine_around(gain) = "Re-balance around it: {gain}";
    verdict_best = "Best plan for these pins";
    verdict_pins(gain) = "Best plan for these pins · without them {gain}";
    verdict_more(gain) = "{gain} possible";
    verdict_any_size(gain) = "{gain} with groups of any size";
    publish = "Review and publish";
    page_of_mentors(from, to, of) = "Mentors {from} to {to} of {of}";
    tray_part(from, to, of) = "Waiting, {from} to {to} of {of}";
    page_of_tray(page, pages) = "Tray, page {page} of {pages}";
}

// The history of a plan, and plans from lists.
crate::catalogue! {
    history_title(plan) = "{plan}: what was done";
    history_lead = "Open a line to see the plan as it was then, and to make a new plan of that.";
    history_page(page, pages) = "Page {page} of {pages}";
    history_all = "The whole history";
    changes_none = "Nothing was done to it yet.";
    changes_one = "1 change.";
    changes_many(count) = "{count} changes.";
    plan_describe = "Name and note";
    plan_describe_save = "Save";
    plan_note = "Note";
    plan_note_hint = "What you want to remember of this plan, for all coordinators of the programme.";
    described_meanwhile = "Somebody else has just changed the name or the note. Reload the page to see how they are now; what you typed is still here.";
    version_title(plan, when) = "{plan}, {when}";
    version_steps = "Earlier and later";
    version_earlier = "Earlier";
    version_later = "Later";
    version_now = "The board now";
    version_undone = "undone later";
    version_changed = "changed here";
    version_unnamed(count) = "And {count} more.";
    version_copy = "Make a plan of this";
    version_copy_lead = "A new draft with these pairs, as far as they are still possible. This plan stays as it is.";
    version_copy_name(plan, when) = "{plan}, {when}";
    run_best = "Best plan around the pins";
    run_fair = "Fairest plan around the pins";
    run_stable = "Stable plan around the pins";
    run_at_most(moves) = "Best plan with so few changes: {moves}";
    run_least(least) = "Best plan with nobody below {least}";
    run_line(what, engine, input) = "{what} · engine {engine} · input {input}…";
    repeat_same = "The same input gave the same plan, to the last byte.";
    repeat_other_input = "The input is not what it was then: people, answers, places or rules have changed, so the plan can be another.";
    repeat_other_plan = "The same input gave another plan: the engine or its settings are not what they were.";
    run_again = "Run again";
    run_again_lead = "Makes a new draft with the pairs from before this run, runs the engine with the same settings, and says whether the same came out.";
    run_again_name(plan) = "{plan}, run again";
    run_full_hash(input) = "Input in full: {input}";
    engine_files = "The engine's work as files";
    engine_files_lead = "What the engine would be given for this board now, and what it answers. People stand there by id only; whom pins and proposals keep where they are is left out, and so are their places.";
    engine_files_how = "So the same comes out elsewhere:";
    list_section = "A plan from a list";
    list_lead = "A CSV file with a row for each pair, like the one that every plan can be saved as: a mentee and a mentor by e-mail address or employee number, and whether they are pinned. Nothing is made before you have seen what would come of it.";
    list_file_label = "The list";
    list_file_hint(rows, megabytes) = "CSV of up to {rows} rows and {megabytes} MB, as a spreadsheet saves it.";
    list_who_sees = "Only coordinators of this programme. The file is deleted once the plan is made, or after a day.";
    list_send = "Look at the list";
    list_title(file) = "A plan from {file}";
    list_preview_lead(pairs) = "{pairs} can be made of this list.";
    list_waiting_rows(rows) = "{rows} without a mentor stay in the tray.";
    one_row = "1 row";
    many_rows(count) = "{count} rows";
    list_wrong(rows) = "{rows} cannot be taken";
    list_wrong_lead = "Mend them in the file and send it again, or leave them out.";
    list_shown(count) = "The first {count} are shown.";
    list_row = "Row";
    list_why = "What is wrong";
    list_pairs = "The pairs";
    list_leave(rows) = "Leave out {rows}";
    list_make = "Make the plan";
    list_again = "Send another list";
    list_mentee = "Mentee";
    list_mentee_email = "Mentee e-mail address";
    list_mentee_number = "Mentee employee number";
    list_mentor = "Mentor";
    list_mentor_email = "Mentor e-mail address";
    list_mentor_number = "Mentor employee number";
    list_fit = "Fit";
    list_pinned = "Pinned";
    list_yes = "yes";
    list_file(plan) = "{plan}.csv";
    list_export = "Save as CSV";
    list_no_mentee = "The row does not say who the mentee is. Fill in an e-mail address or an employee number.";
    list_unknown_mentee(who) = "No one mentee of this programme is known as \"{who}\". Write their e-mail address or employee number.";
    list_unknown_mentor(who) = "No one mentor of this programme is known as \"{who}\". Write their e-mail address or employee number.";
    list_twice(row) = "This mentee stands in row {row} already. Keep one of the two rows.";
    list_not_yes_or_no = "Pinned is neither yes nor no.";
    list_not_free(mentee, mentor) = "{mentee} or {mentor} has left the programme, or is matched in another plan or a mentorship already.";
    list_without_people = "The list needs a column for the mentee and one for the mentor, like \"Mentee e-mail address\" and \"Mentor e-mail address\". Save a plan as CSV to see how it looks.";
    list_too_long(limit) = "The list has more than {limit} rows, which is the most that one plan may have.";
    list_has_problems(rows) = "{rows} of the rows cannot be taken. Mend them in the file, or say that they are to be left out.";
}

// The panel of a card, what is said meanwhile, and publishing.
crate::catalogue! {
    panel = "Selected person";
    panel_none = "Choose somebody to see why they fit, and who else would.";
    panel_with(mentee, mentor) = "{mentee} with {mentor}";
    panel_alone(mentee) = "{mentee} is waiting";
    panel_wish(wish) = "Looks for: {wish}";
    panel_reasons = "Why they fit";
    panel_instead = "Instead";
    match_pair(mentee, mentor) = "Match {mentee} with {mentor}";
    panel_possible = "Possible mentors";
    panel_none_possible = "No mentor is possible under the rules of this programme.";
    panel_move = "Move to";
    panel_move_none = "Choose a place";
    panel_move_button = "Move";
    panel_swap = "Change places with";
    panel_swap_button = "Swap";
    swap_with(who) = "Change places with {who}";
    swap_with_gain(who, gain) = "Change places with {who}: {gain}";
    panel_close = "Close";
    panel_recall = "Recall the proposal";
    panel_recall_hint = "Both are told that this match will not go ahead.";
    panel_returned(mentor, by, reason) = "The proposal with {mentor} was declined by {by}: \"{reason}\"";
    panel_expired(mentor) = "The proposal with {mentor} was not answered in time.";
    panel_recalled(mentor) = "The proposal with {mentor} was recalled.";
    who_sees = "Only coordinators of this programme see this page.";
    history = "What was done";
    history_none = "Nothing yet.";
    history_by(who, when) = "{who}, {when}";
    history_undone = "undone";
    by_system = "Trellis";
    remote(by, said) = "{by}: {said}";
    here_too(names) = "Here too: {names}";
    held_by(name) = "{name} holds this card";
    moved_by(name) = "Moved by {name}";
    link_lost = "Changes of others do not arrive at the moment. Trying again.";
    one_move_waits = "The server does not answer. 1 move waits on this page and is sent as soon as it does.";
    many_moves_wait(count) = "The server does not answer. {count} moves wait on this page and are sent as soon as it does.";
    taken_from_hand(by, mentee) = "{by} has just moved {mentee}, so your drag has ended.";
    published_from_hand(by, mentee) = "{by} has just published the match of {mentee}, so your drag has ended.";
    put_back(why) = "{why} The card is back where it was.";
    fit_figure(fit) = "fit {fit}";
    drop_settled = "full of pairs that stay";
    gain_alone(gain) = "now {gain}";
    gain_around(gain) = "best plan {gain}";
    gain_short_free(now) = "now {now} · in a best plan";
    gain_short(now, best) = "now {now} · best {best}";
}

// Why somebody has no match, what would help, and what holds in one plan alone.
crate::catalogue! {
    why_none = "Why there is no match";
    why_ready = "Only because nobody has asked yet: the best plan has a match for them. Run the engine.";
    why_taken(mentors) = "{mentors} could take them, but their places do more for the others.";
    why_settled(mentors) = "{mentors} could take them, but offer no place, or have all of theirs pinned, proposed or at work.";
    why_possible(mentors) = "{mentors} may take them by the rules.";
    why_large = "What would do most for everybody is only known once the engine runs: this programme is too large to ask it for one person.";
    why_group(fewest) = "Groups begin with {fewest} here, so a match depends on who else comes. Run the engine: it fills groups or leaves them empty.";
    group_too_few(fewest) = "Too few places: groups begin with {fewest}";
    large_title = "This programme is large, so its board is shown in pages";
    large_why = "Search, or filter by skill, team or language, to narrow it to the people you have in mind. Places show what a move does by itself; the best plan for everybody is found on the server when you run the engine.";
    why_rule(mentors, rule) = "{mentors}: {rule}";
    why_helps = "What would help";
    help_place(mentor, gain) = "One place more with {mentor}: {gain}.";
    help_place_other(other, mentor, gain) = "One place more with {other}, and {mentor} has one for them: {gain}.";
    help_pin(other, mentor, gain) = "{other} not pinned any more, and {mentor} has a place for them: {gain}.";
    help_rule(rule, mentor, gain) = "{rule} Were that allowed, {mentor} could take them: {gain}.";
    remedy_do = "Try it in a new plan";
    remedy_do_for(what) = "Try it in a new plan: {what}";
    remedy_lead = "A new plan is made from this one, with the change and its best matches. This plan stays as it is.";
    remedy_place_name(plan, mentor) = "{plan}, with one place more at {mentor}";
    remedy_pin_name(plan, mentee) = "{plan}, with {mentee} not pinned";
    remedy_rule_name(plan, mentee, mentor) = "{plan}, with an exception for {mentee} and {mentor}";
    remedy_gone = "The plan has changed meanwhile, so this would not help as it said. No new plan was made. Open the card again to see what helps now.";
    column_overfull = "More mentees than places";
    column_more(places) = "{places} in this plan";
    group_begins(fewest) = "Begins with {fewest} mentees";
    group_lacks(lacks, fewest) = "Begins with {fewest}: {lacks} more needed";
    group_small_one = "1 group too small";
    group_small_many(count) = "{count} groups too small";
    overfull_one = "1 mentor has more mentees than places";
    overfull_many(count) = "{count} mentors have more mentees than places";
    overfull_hint = "Places were taken by another plan, or given up, since. It cannot all be published like this.";
    group_small_hint(fewest) = "Groups in this programme begin with {fewest} mentees or not at all.";
    groups_publish(fewest) = "Groups begin with {fewest} mentees in this programme. These have fewer:";
    groups_publish_one(mentor, mentees) = "{mentor}, with {mentees}";
    groups_publish_help = "You can publish them as they are, leave their pairs out below, or let the engine fill or empty them first.";
    engine_off = "Off the board: has left";
    take_off = "Take off the board";
    take_off_why = "They have paused or left the programme. Their card lies here so that nobody is lost unseen; it takes no place and is not published.";
    since_joined(count) = "{count} joined";
    since_left(count) = "{count} left";
    since_both(joined, left) = "{joined}, {left}";
    since_repair(what) = "{what} since: repair";
    since_hint = "Shows the best plans that move the fewest people. Proposals and mentorships stay as they are.";
    mentees_nobody = "There are no approved mentees in this programme yet.";
    exceptions_in_plan(count) = "{count} in this plan";
    exceptions_lead = "They hold in this plan alone, and in copies of it: everything is computed and published with them. Where you remove one, pairs that relied on it stay, marked, and cannot be published.";
    exceptions_publish = "This plan makes exceptions. Publishing keeps them:";
    one_exception = "1 exception";
    many_exceptions(count) = "{count} exceptions";
    exception_places(mentor, places) = "{mentor} has {places} than offered.";
    one_place_more = "1 place more";
    many_places_more(count) = "{count} places more";
    exception_pair(mentee, mentor, rule) = "{mentee} and {mentor} may be a pair although a rule is against it: {rule}";
    exceptions_look = "Remove exceptions on the plan's own page";
    exception_withdraw = "Remove";
    exception_withdraw_label(said) = "Remove this exception: {said}";
    help_nothing = "No single pin, place or rule is in the way: it takes more than one change.";
    one_mentor = "1 mentor";
    many_mentors(count) = "{count} mentors";
    gain_free = "part of a best plan";
    gain_pairs(pairs, fit) = "{pairs}, {fit}";
    makes_room(who) = "{who} goes to the tray";
    gains_lead = "Two figures stand at each place: what this move alone changes, and how far the best plan around it stays behind the best one.";
    picked_up(who) = "{who} in your hand. Drop on a mentor, or press Escape.";
    cancelled(who) = "{who} stays where they were.";
    drag_hint = "Press a card to see why. Drag it by its handle, or press Enter on the handle for a list of mentors. Arrow keys go from card to card, and x chooses several.";
    rules_broken(count) = "{count} rules broken";
    figures = "How far the plan is";
    matched_of(matched, mentees) = "{matched} of {mentees} matched";
    mean_fit(fit) = "fit {fit} on average";
    pins(count) = "{count} pinned";
    answers_awaited(count) = "{count} wait for answers";

    sent(proposals, date) = "{proposals} sent; answers until {date}.";
    begun(mentorships) = "Published: {mentorships} begun.";
    recall_all = "Recall all unanswered";
    recall_all_hint(waiting) = "{waiting} for an answer. Recalling tells everybody in them that their match will not go ahead.";
    recall_all_button(proposals) = "Recall {proposals}";
    recalled_all(proposals) = "{proposals} recalled.";
    one_proposal = "1 proposal";
    many_proposals(count) = "{count} proposals";


    one_place = "1 place";
    many_places(count) = "{count} places";
}

// The waiting list.
crate::catalogue! {
    waiting_title = "Waiting list";
    waiting_lead(mentees) = "{mentees} without a mentor.";
    waiting_order = "Who has waited longest since joining stands first; whoever joined at the same moment, by name. Nobody is put back by having declined, or by having been left out.";
    waiting_place = "Place";
    waiting_since = "Waiting for";
    waiting_why = "Why, and what would help";
    waiting_draft(mentor) = "With {mentor} on the board, and not published yet.";
    waiting_joined = "Joined after others were published.";
    waiting_to_board(plan) = "Board of {plan}";
    waiting_link = "Waiting list";
    waiting_nobody = "Nobody waits";
    waiting_nobody_why = "Everybody who is approved has a mentor, or a proposal that waits for an answer.";
    waiting_no_plan = "There is no match plan yet";
    waiting_no_plan_why(mentees) = "{mentees} wait for a mentor. Make a match plan, and this list says for each of them why, and what would help.";
    one_mentee = "1 mentee";
    many_mentees(count) = "{count} mentees";
}

/// "1 mentee", "3 mentees".
pub fn mentees(count: u32) -> String {
    if count == 1 { one_mentee().to_owned() } else { many_mentees(count) }
}

// Publishing, at once or later, alone or with a second coordinator.
crate::catalogue! {
    publish_title = "Review and publish";
    publish_lead(pairs, people) = "{pairs} become proposals, and {people} hear of it.";
    publish_nothing = "Nothing to publish";
    publish_button(pairs) = "Publish {pairs}";
    publish_button_ticked = "Publish the ticked pairs";
    publish_when = "When";
    publish_when_now = "Now";
    publish_when_later = "At a date and a time";
    publish_at = "Date and time";
    publish_at_hint(zone, days) = "Clocks of {zone}. The {days} days to answer begin then.";
    publish_later_lead = "Exactly the ticked pairs are published then. A pair that somebody changes before is left out, and you are told which.";
    publish_plan_button(pairs) = "Plan to publish {pairs}";
    publish_ask_button(pairs) = "Ask to sign off {pairs}";
    publish_sign_off = "In this programme a second coordinator signs off before anything is published.";
    request_planned_title = "Publishing is planned";
    request_asked_title = "Waiting for a sign-off";
    request_withdrawn_title = "The sign-off does not hold any more";
    request_sent_back_title = "Sent back";
    request_failed_title = "Not published";
    request_left_out_title = "Published, but not all";
    request_planned(by, pairs) = "{by} has planned to publish {pairs}.";
    request_asks(by, pairs) = "{by} asks a second coordinator to sign off {pairs}.";
    request_asks_you = "Look at the pairs and the messages below, then sign them off or send them back.";
    request_wait = "Another coordinator sees it on their start page. You can cancel it and choose anew.";
    request_due(relative, exact) = "Time: {exact}, {relative}.";
    request_due_signed = "They are published as soon as they are signed off.";
    request_signed(by) = "Signed off by {by}.";
    request_sent_back_by(by) = "{by} has sent it back: nothing was published.";
    request_failed_why = "Its time came, and nothing could be published.";
    request_changed = "These will be left out:";
    request_changed_signed = "Pairs have changed since. Cancel it, look again, and ask anew:";
    request_left_out = "These were left out and are still drafts, or wherever they are now:";
    request_look = "Look at it";
    request_now = "Publish now instead";
    request_cancel = "Cancel the publication";
    request_sign = "Sign off";
    request_sign_publish = "Sign off and publish";
    request_send_back = "Send back instead";
    request_send_back_button = "Send back";
    request_reason = "What should be different";
    request_reason_who = "Only coordinators of this programme read this.";
    request_reason_said(reason) = "\"{reason}\"";
    publish_all = "Tick all";
    publish_none = "Tick none";
    publish_include(mentee, mentor) = "Publish {mentee} with {mentor}";
    publish_include_head = "Publish";
    publish_look = "Show the messages for the ticked pairs";
    publish_left_out(pairs) = "{pairs} left out for now. They stay on the board as they are.";
    publish_pairs_lead = "Take the tick away where somebody should not hear of it yet.";
    publish_nobody_told = "Nobody, as no pair is ticked.";
    publish_both = "A mentorship begins when the mentor and the mentee have both accepted.";
    publish_mentor = "A mentorship begins when the mentor has accepted.";
    publish_nobody = "Nobody is asked: the mentorships begin at once.";
    publish_until(date) = "They can answer until {date}.";
    publish_waiting(people) = "{people} stay without a mentor for now. You can match them later and publish again.";
    publish_pairs = "Pairs";
    publish_messages = "Who is told what";
    publish_by_mail = "in the app and by mail";
    publish_in_app = "in the app only: no e-mail address is known";
    publish_back = "Back to the board";
    publish_mentor_head = "Mentor";
    publish_mentee_head = "Mentee";
}

/// "1 mentor", "3 mentors".
pub fn mentors_counted(count: usize) -> String {
    if count == 1 { one_mentor().to_owned() } else { many_mentors(count) }
}

/// "+1 pair", "−2 pairs".
pub fn signed_pairs(count: i64) -> String {
    let sign = if count < 0 { "−" } else { "+" };
    format!("{sign}{}", pairs(usize::try_from(count.unsigned_abs()).unwrap_or_default()))
}

/// "+12", "−4", "±0".
pub fn signed(count: i64) -> String {
    let sign = match count {
        0 => "±",
        1.. => "+",
        _ => "−",
    };
    format!("{sign}{}", count.unsigned_abs())
}

/// "nobody gains", "1 person gains", "3 people gain".
pub fn compare_gaining(count: usize) -> String {
    match count {
        0 => compare_gaining_none().to_owned(),
        1 => compare_gaining_one().to_owned(),
        _ => compare_gaining_many(count),
    }
}

/// "nobody loses", "1 loses", "3 lose".
pub fn compare_losing(count: usize) -> String {
    match count {
        0 => compare_losing_none().to_owned(),
        1 => compare_losing_one().to_owned(),
        _ => compare_losing_many(count),
    }
}

/// "nobody only changes", "1 only changes", "3 only change".
pub fn compare_changing(count: usize) -> String {
    match count {
        0 => compare_changing_none().to_owned(),
        1 => compare_changing_one().to_owned(),
        _ => compare_changing_many(count),
    }
}

/// "1 place", "3 places".
pub fn places(count: u32) -> String {
    if count == 1 { one_place().to_owned() } else { many_places(count) }
}

/// "1 place more", "3 places more".
pub fn places_on_top(count: u32) -> String {
    if count == 1 { one_place_more().to_owned() } else { many_places_more(count) }
}

/// "1 exception", "3 exceptions".
pub fn exceptions_counted(count: usize) -> String {
    if count == 1 { one_exception().to_owned() } else { many_exceptions(count) }
}

/// "nobody leaves their mentor", "3 people leave their mentor".
pub fn engine_moves(count: u32) -> String {
    match count {
        0 => engine_moves_none().to_owned(),
        1 => engine_moves_one().to_owned(),
        _ => engine_moves_many(count),
    }
}

/// "1 pair would rather have each other", "3 pairs would rather have each other".
pub fn apart_counted(count: u32) -> String {
    if count == 1 { apart_one().to_owned() } else { apart_many(count) }
}

/// "… 1 move waits …", "… 3 moves wait …".
pub fn moves_wait(count: usize) -> String {
    if count == 1 { one_move_waits().to_owned() } else { many_moves_wait(count) }
}

/// "1 mentor has more mentees than places", "3 mentors have more mentees than places".
pub fn overfull(count: usize) -> String {
    if count == 1 { overfull_one().to_owned() } else { overfull_many(count) }
}

/// "1 group too small", "3 groups too small".
pub fn small_groups(count: usize) -> String {
    if count == 1 { group_small_one().to_owned() } else { group_small_many(count) }
}

/// "1 person", "3 people".
pub fn people(count: usize) -> String {
    if count == 1 { one_person().to_owned() } else { many_people(count) }
}

/// "1 proposal", "3 proposals".
pub fn proposals(count: usize) -> String {
    if count == 1 { one_proposal().to_owned() } else { many_proposals(count) }
}

/// "1 pair", "3 pairs".
pub fn pairs(count: usize) -> String {
    if count == 1 { one_pair().to_owned() } else { many_pairs(count) }
}

// Filters, density and what is chosen.
crate::catalogue! {
    filter = "Filter";
    filter_on(count) = "Filter, {count} on";
    filter_lead = "Of one kind any will do, and every kind has to be met. Two figures are mentors and mentees.";
    filter_skill = "Skill offered or wanted";
    filter_team = "Team";
    filter_language = "Language";
    filter_meets = "How to meet";
    filter_has = "Mentors with";
    filter_waits = "In the tray";
    filter_clear = "Clear";
    filters_on = "Filters that are on";
    filter_counts(mentors, mentees) = "{mentors}, {mentees}";
    has_free = "Free places";
    has_full = "All places taken";
    has_broken = "A pair that breaks a rule";
    has_low = "A pair with low fit";
    has_pinned = "A pinned pair";
    has_proposed = "A pair waiting for answers";
    has_at_work = "A mentorship";
    waits_impossible = "No mentor possible";
    waits_possible = "A mentor is possible";
    waits_declined = "Proposal declined";
    waits_unanswered = "Proposal not answered";
    views = "Saved views";
    views_none = "None yet. A view keeps what you look for, the order and the density.";
    view_name = "Save this view as";
    view_hint(most) = "Only you see it. Up to {most}; the same name again replaces it.";
    view_save = "Save view";
    view_delete(name) = "Delete {name}";
    too_many_views(most) = "You keep {most} views already, the most there can be. Delete one first, or save under a name that you have.";
    density = "How densely";
    density_comfortable = "Cards";
    density_compact = "Rows";
    density_whole = "Whole programme";
    choose = "Select";
    choose_hint = "Several at once: with boxes, by Ctrl or Shift and a click, or by x on a handle.";
    choose_one(who) = "Select {who}";
    is_chosen = "selected";
    chosen = "Selected people";
    chosen_count(people) = "{people} selected.";
    chosen_move = "Move to…";
    chosen_move_title = "Move them to";
    chosen_move_lead = "Who can take most of them stands on top. They get the free places in the order in which you selected them; whoever finds none stays.";
    chosen_no_room = "No mentor with a free place may take any of them.";
    chosen_allowed(people) = "{people} possible";
    chosen_to_tray = "To the tray";
    chosen_clear = "Select nobody";
}

/// "Nothing was done to it yet.", "3 changes."
pub fn changes_counted(count: u64) -> String {
    match count {
        0 => changes_none().to_owned(),
        1 => changes_one().to_owned(),
        _ => changes_many(count),
    }
}

/// "1 row", "3 rows".
pub fn rows(count: u32) -> String {
    if count == 1 { one_row().to_owned() } else { many_rows(count) }
}

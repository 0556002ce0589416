//! What the matching command line says about files, plans and proofs.

crate::catalogue! {
    /// Where a fault is, and what it is.
    fault(file, line, reason) = "{file}, line {line}: {reason}";
    not_utf8 = "the file is not UTF-8 text.";
    no_header = "the file is empty; its first line names the columns.";
    unknown_column(name) = "there is no column \"{name}\" in this kind of file.";
    doubled_column(name) = "the column \"{name}\" is there twice.";
    missing_column(name) = "the column \"{name}\" is missing.";
    too_many_fields = "there are more fields than columns. Put a field that holds a comma in quotation marks.";
    open_quote = "a quotation mark is opened and not closed.";
    after_quote = "there is text after a closing quotation mark.";
    empty(column) = "\"{column}\" is empty.";
    bad_side(given) = "\"{given}\" is not a side. Write mentor or mentee.";
    bad_score(given) = "\"{given}\" is not a score. Write an integer, or a decimal of at most six places.";
    bad_count(given) = "\"{given}\" is not a number of places. Write 0 or a whole number above it.";
    negative_count(given) = "a number of places cannot be below 0, and this is {given}.";
    bad_rank(given) = "\"{given}\" is not a rank. Write a whole number.";
    bad_yes_no(given) = "\"{given}\" is neither yes nor no.";
    overflow(given) = "{given} is too large to compute with exactly.";
    minimum_above_capacity(minimum, capacity) = "the minimum {minimum} is above the capacity {capacity}.";
    doubled_pair(mentee, mentor) = "the pair {mentee}, {mentor} is there twice.";
    doubled_person(id) = "{id} has a capacity already.";
    doubled_choice(who, choice) = "{who} lists {choice} twice.";
    unknown_mentee(id) = "there is no mentee {id}.";
    unknown_mentor(id) = "there is no mentor {id}.";
    pin_blocked(mentee, mentor) = "{mentee} and {mentor} are pinned and blocked.";
    pin_not_allowed(mentee, mentor) = "{mentee} and {mentor} are pinned, but they are not an allowed pair: they have no score, or one of them does not list the other.";
    mentee_overpinned(mentee, capacity) = "this pin is one more than the {capacity} that {mentee} has places for.";
    mentor_overpinned(mentor, capacity) = "this pin is one more than the {capacity} that {mentor} has places for.";
    fair_may_close(id) = "{id} may close, which the fairest plan cannot weigh. Leave may_close out, or ask for another objective.";
    too_large = "there is more here than can be numbered.";

    /// Names, and how many are left out.
    and_more(names, more) = "{names} and {more} more";
    no_plan(reason) = "No plan exists: {reason}";
    too_few_mentees(mentors, needed, available) = "the minimums of {mentors} need {needed} pairs, and only {available} are possible for them.";
    too_few_mentors(mentees, needed, available) = "the minimums of {mentees} need {needed} pairs, and only {available} are possible for them.";
    mentor_minimum_above_capacity(mentor) = "the minimum of the mentor {mentor} is above the capacity.";
    mentee_minimum_above_capacity(mentee) = "the minimum of the mentee {mentee} is above the capacity.";
    mentor_has_more_pins(mentor) = "the mentor {mentor} has more pins than places.";
    mentee_has_more_pins(mentee) = "the mentee {mentee} has more pins than places.";
    score_too_large(mentee, mentor) = "the score of {mentee} and {mentor} is too large to compute with exactly.";
    stable_below_minimum(id, has, minimum) = "{id} has to have {minimum} and gets {has}; in every plan that is stable among the same people it is as many.";
    engine_refuses(cause) = "the engine refuses the problem ({cause}).";

    accepted = "The plan is right: the certificate proves it.";
    accepted_within = "The plan is right: the certificate proves that no other is better by more than its gap.";
    accepted_stable = "The plan is right: it is the stable one that is best for the side asked for.";
    in_certificate(file, reason) = "{file}: {reason}";
    doubled_row = "this pair is there already.";
    wrong_score(known) = "the score of this pair is {known}.";
    no_score = "this pair has no score.";
    other_format(format) = "this is a certificate of format {format}, which is not known here.";
    other_input = "the certificate was made for other files than these.";
    other_decimals = "the certificate counts in other decimals than the scores.";
    other_question = "the certificate was made for another objective, or with other options.";
    unknown_id(id) = "the certificate speaks of {id}, who is not in the input.";
    no_price(id) = "the certificate has no price for {id}.";
    other_blocking = "the pairs who would rather have each other are not those that the certificate names.";
    may_not_close(id) = "the certificate closes {id}, who has to be open.";
    not_allowed(mentee, mentor) = "The plan has {mentee} with {mentor}, which is not an allowed pair.";
    pin_missing(mentee, mentor) = "The plan lacks {mentee} with {mentor}, which is pinned.";
    over_capacity(id) = "The plan gives {id} more partners than places.";
    below_minimum(id) = "The plan gives {id} fewer partners than the minimum.";
    wrong_total = "The total of the certificate is not the sum of the plan's scores.";
    price_but_free(id) = "The certificate has a price above zero for {id}, who has a place left.";
    price_below_zero(id) = "The certificate has a price below zero for {id}, who has more than the minimum.";
    worth_more(mentee, mentor) = "{mentee} with {mentor} is worth more than their prices: a plan with them may be better.";
    worth_less(mentee, mentor) = "{mentee} with {mentor} is worth less than their prices: a plan without them may be better.";
    case_missing = "The certificate leaves out a combination of who closes and who opens.";
    wrong_gap = "By the prices of the certificate a plan may be better by something else than the gap it names.";
    wrong_shape = "The certificate does not have the prices that prove a plan of this kind.";
    blocking(mentee, mentor) = "{mentee} and {mentor} would both rather have each other, and no pin keeps them apart.";
    not_best(mentee, mentor) = "Another stable plan is better for the side asked for: there {mentee} has {mentor}.";

    standard_input = "standard input";
    cannot_read(file, cause) = "{file} cannot be read: {cause}";
    cannot_write(file, cause) = "{file} cannot be written: {cause}";
    bad_certificate(file, line, cause) = "{file}, line {line}: this is not a certificate ({cause}).";
    one_standard_input = "Only one file can be read from standard input.";
    needs_scores = "This objective needs --scores.";
    needs_lists = "A stable plan needs --scores or --preferences.";
    total_only(option) = "{option} goes with --objective total only.";
    bad_unmatched = "Write an integer, or a decimal of at most six places.";
}

//! Importing people from a list: what a column holds, what is the matter with a row, and what an import did.

crate::catalogue! {
    title = "Import people";

    field_name = "Name";
    field_first_name = "First name";
    field_last_name = "Last name";
    field_email = "E-mail address";
    field_external_id = "Employee number";
    field_role = "Role in the programme";
    field_mentor = "Is a mentor (yes or no)";
    field_mentee = "Is a mentee (yes or no)";
    field_team = "Team";
    field_manager = "Manager";
    field_location = "Location";
    field_job = "Job";
    field_seniority = "Seniority";
    field_experience = "Years of experience";
    field_skills_offered = "Skills offered";
    field_skills_wanted = "Skills wanted";
    field_skills = "Skills (offered by mentors, wanted by mentees)";
    field_goals = "Goals";
    field_interests = "Interests";
    field_languages = "Languages";
    field_time_zone = "Time zone";
    field_availability = "Availability";
    field_meeting = "How they like to meet";
    field_style = "Working style";
    field_pronouns = "Pronouns";
    field_capacity = "Places for mentees";
    field_biography = "Biography";
    field_ignore = "Leave out";
}

crate::catalogue! {
    reason_no_email = "This person is new here, and the row has no e-mail address under which they could be told. Fill it in.";
    reason_no_name = "This person is new here, and the row has no name. Fill it in.";
    reason_nobody = "The row has neither an e-mail address nor an employee number, so it is not clear who this is. Fill in one of them.";
    reason_not_an_email = "This is not an e-mail address. Write it like name@example.org.";
    reason_not_a_role = "This is no role that Trellis knows. Write mentor, mentee or both.";
    reason_no_role = "Nothing says whether this is a mentor or a mentee. Write mentor, mentee or both in a column of its own, or choose a role for the whole list.";
    reason_not_yes_or_no = "This is neither yes nor no.";
    reason_not_a_number = "This is not a whole number.";
    reason_out_of_range(least, most) = "Write a number from {least} to {most}.";
    reason_too_long(limit) = "This is longer than {limit} characters.";
    reason_formula = "This is a formula. Trellis takes only values; put its result into the cell.";
    reason_spreadsheet_error = "This is the error of a formula instead of its value.";
    reason_ragged(cells, headings) = "The row has {cells} cells, but there are {headings} headings. Look for a missing or an extra separator.";
    reason_twice(row) = "This person stands in the same role in row {row} already, with other values. Keep one of the two rows.";
    reason_repeated(row) = "The same as row {row}; it counts once.";
    reason_address_of_row(row) = "This address stands in row {row} already, for another person. Two people cannot share one.";
    reason_number_of_row(row) = "This employee number stands in row {row} already, for another person.";
    reason_address_taken = "This address belongs to another person here than the employee number does.";
    reason_other_address = "This person signs in with another address. The address stays as it is; the person can change it.";
    reason_own_manager = "This is the person's own address. The manager is left empty.";
    reason_unknown_manager = "No person with this name, number or address could be found. The manager is left as it is.";
    reason_not_a_zone = "This is no time zone that Trellis knows. Write it like Europe/Berlin; it is left out.";
    reason_not_a_level = "This is no level that Trellis knows; it is left out.";
    reason_not_a_meeting = "This says neither by video, in person nor either; it is left out.";
    reason_not_a_style = "This is no working style that Trellis knows; it is left out.";
    reason_not_active = "This person has paused, left or completed the programme. The list does not bring them back; you can, on the list of people.";

    refused_empty = "The file is empty. Choose a file with a row of headings and a row for each person.";
    refused_only_headings = "The file has headings but no people. Add a row for each person.";
    refused_binary = "This file is not a list in text form. Save it as CSV and choose it again.";
    refused_workbook = "This is a workbook. In your spreadsheet, use “Save as” or “Download”, choose CSV (UTF-8), and import that file.";
    refused_damaged(row) = "The file is damaged near row {row}: most of it is UTF-8, but some bytes are not. Export it again.";
    refused_too_large(limit) = "The file is larger than {limit} MB, which is the most that one import takes. Split it into several files.";
    refused_too_many_rows(limit) = "The list has more than {limit} rows, which is the most that one import takes. Split it into several files.";
    refused_too_many_columns(limit) = "The list has more than {limit} columns. Leave out those that are not about people.";
    refused_heading_twice(heading, first, second) = "Columns {first} and {second} have the same heading, “{heading}”. Give each column its own heading.";
    refused_no_headings = "The first row holds a person, not headings. Add a row with a heading for each column.";
    refused_unclosed_quote(row) = "A quotation mark that opens in row {row} is never closed. Close it, or export the list again.";
    refused_unknown_heading(heading) = "The list has no column “{heading}”. Look at the headings of the list.";
    refused_unknown_field(word, all) = "“{word}” is nothing that a column can hold. Use one of: {all}.";
    refused_not_a_mapping(text) = "“{text}” does not say what a column holds. Write it as Heading=field.";
    refused_field_twice(field, first, second) = "Both “{first}” and “{second}” are set to {field}. Choose one of them.";
    refused_nobody_column = "No column holds e-mail addresses or employee numbers, so people cannot be recognised. Say which column does.";
    refused_role_unknown = "Nothing in the list says who is a mentor and who is a mentee. Choose a role for the whole list.";
    refused_rows_refused(rows) = "Rows that cannot be taken: {rows}. Mend them, or choose to leave them out.";
    refused_gone = "This upload is no longer kept. Choose the file again.";
    refused_done = "This list is imported already.";
    refused_unknown_encoding(word) = "“{word}” is no encoding that Trellis knows. Use utf-8, utf-16le, utf-16be or windows-1252.";

    refused_column_row = "Row in the file";
    refused_column_why = "Why it was refused";
    refused_file(name) = "{name} - refused rows.csv";
    refused_cell(column, sentence) = "{column}: {sentence}";

    no_programme(slug) = "There is no programme “{slug}”. `trellis programme list` shows those that there are.";
    is_folder(file) = "{file} is a folder. Name a file.";
    cannot_read(file, cause) = "{file} cannot be read: {cause}.";
}

crate::catalogue! {
    lead = "Bring the list of people that your organisation already has. You see what would happen before anything is stored.";
    step_file = "Choose a file";
    step_check = "Check the list";
    step_done = "Done";
    steps = "Steps of the import";
    file = "List of people";
    file_hint(rows, megabytes) = "CSV with commas, semicolons, tabs or bars, and a row of headings; at most {rows} people and {megabytes} MB. Any column names will do.";
    upload = "Look at the list";
    upload_busy = "Reading the list";
    who_sees = "Only coordinators of this programme see the list. It is kept for a day if you do not confirm it.";
    earlier = "Earlier imports";
    earlier_file = "File";
    earlier_when = "When";
    earlier_by = "By";
    earlier_what = "What it did";
    by_command_line = "Command line";
    waiting = "Waits for you to confirm it";
    what_it_did(new, changed, unchanged, refused) = "{new} new, {changed} changed, {unchanged} unchanged, {refused} refused";
    or_command_line = "Every night from another system? The command line does the same: ";

    check_title = "Check the list";
    check_lead(file, rows, encoding, separator) = "{file}: {rows}, read as {encoding} with {separator} between the cells.";
    comma = "commas";
    semicolon = "semicolons";
    tab = "tabs";
    bar = "bars";
    result = "What it would do";
    count_new = "New";
    count_changed = "Changed";
    count_unchanged = "Unchanged";
    count_refused = "Refused rows";
    count_notes = "Cells left out";
    count_missing = "Missing from the list";
    list_new = "People who are new here";
    list_changed = "People who will be different";
    list_unchanged = "People who stay as they are";
    list_refused = "Rows that cannot be taken";
    list_notes = "Cells that are left out, of rows that are taken";
    list_missing = "People of this programme who are not in the list";
    showing(from, to, all) = "{from} to {to} of {all}";
    column_row = "Row";
    column_name = "Name";
    column_email = "E-mail address";
    column_role = "Role";
    column_what = "What changes";
    column_column = "Column";
    column_value = "Value";
    column_reason = "Reason";
    whole_row = "the whole row";
    empty_cell = "empty";
    download = "Download the refused rows";
    download_hint = "Mend them in your spreadsheet and import that file: the people who are stored by then stay as they are.";
    columns = "What the columns hold";
    columns_lead = "Guessed from the headings and the first rows. Correct what is wrong, then look again.";
    columns_left_out(headings) = "Left out: {headings}. What people say about themselves alone, such as their gender, is never taken from a list.";
    columns_remembered = "As in the last import of a list with these headings. Correct what is wrong, then look again.";
    no_heading(number) = "Column {number}, without a heading";
    no_samples = "empty in every row";
    samples(all) = "For example: {all}";
    how = "How the list is taken";
    role = "Everybody in this list is a";
    role_hint = "The list has no column for it.";
    role_choose = "Choose";
    overwrite = "Also replace what people wrote about themselves";
    overwrite_hint = "The list always decides on name, team, manager and location. Everything else is filled in only where it is empty, unless you tick this.";
    full = "People of this programme who are not in the list";
    full_part = "Leave them alone";
    full_part_hint = "The list is only a part.";
    full_report = "Show them to me";
    full_withdraw = "Withdraw them from the programme";
    full_withdraw_hint = "Mentorships that are at work go on. Whoever is in the list next time comes back.";
    look_again = "Look again";
    confirm(people) = "Import {people}";
    confirm_waits = "The list is being looked at again.";
    confirm_nothing = "Nothing would change, so there is nothing to import.";
    confirm_refused = "Mend the refused rows, or tick that they are left out.";
    confirm_withdraws(people) = "Withdraws {people}.";
    skip_refused(rows) = "Leave {rows} out";
    cancel = "Forget this list";
    storing = "Storing people";
    storing_figure(done, total) = "{done} of {total} people";

    done_title = "The list is imported";
    done_lead(file) = "{file} is stored. Nobody has been told anything yet.";
    done_people = "See the people";
    done_matching = "Go to matching";
    done_another = "Import another list";
    done_withdrawn = "Withdrawn";
}

/// "1 person", "12 people".
pub fn people(count: usize) -> String {
    format!("{count} {}", if count == 1 { "person" } else { "people" })
}

/// "1 row", "12 rows".
pub fn rows(count: usize) -> String {
    format!("{count} {}", if count == 1 { "row" } else { "rows" })
}

/// "1 refused row", "12 refused rows".
pub fn refused_rows(count: usize) -> String {
    format!("{count} refused {}", if count == 1 { "row" } else { "rows" })
}

/// "50,000".
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

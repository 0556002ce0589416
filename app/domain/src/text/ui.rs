//! Texts of the parts themselves; what they say about their subject comes from the page.

crate::catalogue! {
    as_table = "As a table";
    busy = "Working";
    close = "Close";
    copied = "Copied";
    copy = "Copy";
    dismiss = "Dismiss";
    done = "done";
    done_of(done, of) = "{done} of {of}";
    drop_file = "Drop a file here";
    loading = "Loading";
    messages = "Messages";
    next_page = "Next page";
    open_list(what) = "Open the list: {what}";
    or_choose_file = "or press to choose one";
    page(number) = "Page {number}";
    pages = "Pages";
    previous_page = "Previous page";
    put_right(count) = "To put right: {count}";
    required = "required";
    take_off(what) = "Take off the filter {what}";
    undo = "Undo";
    you_are_in = "You are in";
}

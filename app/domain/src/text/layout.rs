//! Texts of the frame around every page.

crate::catalogue! {
    skip = "Skip to the content";
    brand_home = "Trellis, to the start";
    saying = "Structure to lean on, and room to grow.";
    demo = "Demonstration with invented people. No mail leaves this machine.";
    demo_name = "Demonstration";
    demo_mail = "Read what was sent";

    nav = "Main";
    nav_short = "Main places";
    menu = "Menu";
    close_menu = "Close the menu";
    programmes = "Programmes";
    all_programmes = "All programmes";
    new_programme = "New programme";

    today = "Today";
    programme = "Programme";
    participants = "People";
    matching = "Matching";
    progress = "Progress";
    directory = "Directory";
    find_mentor = "Find a mentor";
    mentorships = "My mentorships";
    organisation = "Organisation";
    organisation_people = "Everybody";
    mail = "Sent mail";
    waiting(count) = "{count} waiting";

    profile = "My profile";
    account = "My account";
    privacy = "Privacy";
    sign_in = "Sign in";
    sign_out = "Sign out";
    admin = "Organisation admin";
    member = "Member";
    description = "Mentorship programmes in one place: designed, matched with reasons, and followed as they grow.";
    you = "You";
    your_menu(name) = "{name}: profile, account, sign out";

    theme = "Colours";
    theme_light = "Light";
    theme_dark = "Dark";
    theme_system = "Automatic";

    palette = "Go to a page or do something";
    palette_short = "Go to…";
    palette_results = "Places and actions";
    palette_none(typed) = "Nothing is called “{typed}”. Try another word.";
    palette_choose = "to choose";
    palette_go = "to go";
    palette_close = "to close";
    palette_found(count) = "{count} found";

    shortcuts = "Keyboard shortcuts";
    shortcuts_lead = "These work anywhere outside a text field.";
    shortcuts_single = "Single keys do something";
    shortcuts_single_hint = "Switch this off if you speak to your computer or press keys by accident. Kept in this browser.";
    shortcut_palette = "Go to a page or do something";
    shortcut_search = "Search on this page";
    shortcut_list = "This list";
    shortcut_escape = "Close what is open";
    key_control = "Ctrl";
}

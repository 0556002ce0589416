//! Buttons, menus, dialogs, toasts.

use crate::path;
use crate::ui::*;
use domain::text::design as words;
use leptos::prelude::*;

#[component]
pub(super) fn Actions() -> impl IntoView {
    let (dialog, sheet, pinned) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(true));
    let toasts = use_toasts();
    view! {
        <Section title=words::actions() id="actions">
            <Cluster>
                <Button look=Look::Primary icon=Glyph::Send>
                    {words::primary()}
                </Button>
                <Button icon=Glyph::Columns>{words::secondary()}</Button>
                <Button look=Look::Quiet icon=Glyph::Undo>
                    {words::quiet()}
                </Button>
                <Button look=Look::Danger icon=Glyph::Trash>
                    {words::danger()}
                </Button>
                <ButtonLink href=path::today() icon=Glyph::Home>
                    {words::as_link()}
                </ButtonLink>
            </Cluster>
            <Cluster>
                <Button size=Size::Small>{words::small()}</Button>
                <Button size=Size::Large look=Look::Primary>
                    {words::large()}
                </Button>
                <Button busy=true look=Look::Primary>
                    {words::busy()}
                </Button>
                <Button disabled_reason=words::off_reason() look=Look::Primary>
                    {words::off()}
                </Button>
            </Cluster>
            <Cluster>
                <IconButton
                    glyph=Glyph::Pin
                    label=words::pin()
                    pressed=pinned
                    on_press=move |_| pinned.update(|pinned| *pinned = !*pinned)
                />
                <Menu id="design-more" label=words::more() icon=Glyph::More icon_only=true>
                    <MenuItem icon=Glyph::Person href=path::profile()>
                        {words::menu_open()}
                    </MenuItem>
                </Menu>
                <Menu id="design-menu" label=words::sort() icon=Glyph::Sort>
                    <MenuItem icon=Glyph::Person href=path::profile()>
                        {words::menu_open()}
                    </MenuItem>
                    <MenuItem icon=Glyph::Mail on_press=move |_| toasts.say(words::toast_said())>
                        {words::menu_message()}
                    </MenuItem>
                    <MenuItem icon=Glyph::Swap disabled_reason=words::menu_off_reason()>
                        {words::menu_off()}
                    </MenuItem>
                    <MenuRule />
                    <MenuItem icon=Glyph::Trash danger=true>
                        {words::menu_remove()}
                    </MenuItem>
                </Menu>
                <Button on_press=move |_| dialog.set(true)>{words::open_dialog()}</Button>
                <Button on_press=move |_| sheet.set(true)>{words::open_sheet()}</Button>
                <Button on_press=move |_| toasts.good(words::toast_said())>{words::toast()}</Button>
                <Button on_press=move |_| {
                    toasts.undo(words::toast_moved(), move || toasts.say(words::quiet()));
                }>{words::toast_undo()}</Button>
                <Button on_press=move |_| toasts.fail(words::toast_failed())>{words::toast_fail()}</Button>
            </Cluster>
            <CopyField label=words::link() hint=words::link_hint() value="https://trellis.example/feeds/4f0c1d" />
            <Dialog
                id="design-dialog"
                title=words::dialog_title()
                lead=words::dialog_lead()
                open=dialog
                footer=move || {
                    view! {
                        <Button on_press=move |_| dialog.set(false)>{words::dialog_no()}</Button>
                        <Button look=Look::Primary on_press=move |_| dialog.set(false)>
                            {words::dialog_yes()}
                        </Button>
                    }
                }
            >
                <PersonLine name="Priya Sharma" what=words::mentee() />
            </Dialog>
            <Dialog id="design-sheet" title=words::fit() open=sheet sheet=true>
                <Meter label=words::fit_reason() value=96 />
                <Meter label=words::fit() value=62 />
            </Dialog>
        </Section>
    }
}

//! Shows what a resource brings, or why it brings nothing.

use crate::error::AppError;
use crate::path;
use crate::wire::Loaded;
use domain::text::error as words;
use leptos::prelude::*;
use leptos_meta::Title;

/// Renders `view` with what `resource` loaded, or the error page.
///
/// Old content stays while new content loads.
#[component]
pub fn Load<T, V>(
    /// A blocking resource.
    resource: Loaded<T>,
    /// What to show.
    view: V,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: Fn(T) -> AnyView + Clone + Send + Sync + 'static,
{
    view! {
        <Transition>
            {move || {
                let view = view.clone();
                Suspend::new(async move {
                    match resource.await {
                        Ok(loaded) => view(loaded),
                        Err(error) => view! { <ErrorPage error /> }.into_any(),
                    }
                })
            }}
        </Transition>
    }
}

/// What happened, what was kept, and a way back.
#[component]
pub fn ErrorPage(error: AppError) -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::request::set_status(error.status());
    let next = leptos_router::hooks::use_location().pathname;
    let sign_in = matches!(error, AppError::SignInRequired);
    // Nothing was to be changed: the page itself is for others.
    let (title, sentence) = match &error {
        AppError::Denied(who) => (words::denied_page_title(), words::denied_page(who.sentence())),
        _ => (error.title(), error.sentence()),
    };
    view! {
        <Title text=title />
        <section class="error-page">
            <h1>{title}</h1>
            <p>{sentence}</p>
            <p>
                {if sign_in {
                    let href = next.with_untracked(|next| path::sign_in_then(next));
                    view! { <a class="button" data-look="primary" href=href rel="external">{domain::text::error::sign_in_title()}</a> }.into_any()
                } else {
                    view! { <a class="button" data-look="primary" href=path::today()>{words::home()}</a> }.into_any()
                }}
            </p>
        </section>
    }
}

/// The page for an address that leads nowhere.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! { <ErrorPage error=AppError::NotFound /> }
}

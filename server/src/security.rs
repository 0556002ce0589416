//! Headers that keep browsers on our side, and the rule against requests from other sites.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use leptos::prelude::expect_context;
use leptos_axum::ResponseOptions;

/// The content security policy of a page with this nonce: own scripts and wasm, own styles, nothing inline but what
/// carries the nonce.
pub fn content_security_policy(nonce: &str) -> String {
    format!(
        "default-src 'self'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self' 'nonce-{nonce}'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; \
         form-action 'self'; frame-ancestors 'none'"
    )
}

/// Gives the page that is being rendered its policy.
pub fn give_policy() {
    let nonce = leptos::nonce::use_nonce().map(|nonce| nonce.to_string()).unwrap_or_default();
    if let Ok(value) = HeaderValue::from_str(&content_security_policy(&nonce)) {
        expect_context::<ResponseOptions>().insert_header(header::CONTENT_SECURITY_POLICY, value);
    }
}

/// Headers of every answer. What is not a page gets the strictest policy.
pub async fn headers(request: Request, next: Next) -> Response {
    let immutable = request.uri().path().starts_with("/pkg/");
    let font = request.uri().path().starts_with("/fonts/");
    let icons = request.uri().path() == "/icons.svg";
    let mut response = next.run(request).await;
    let success = response.status().is_success();
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    );
    set(header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
    set(
        header::CACHE_CONTROL,
        match () {
            // The names of these files carry a hash of what is in them.
            () if immutable && success => "public, max-age=31536000, immutable",
            () if font && success => "public, max-age=604800",
            // The message that the server does not answer needs its pictures at that moment.
            () if icons && success => "public, max-age=60, stale-while-revalidate=604800",
            () => "no-cache, private",
        },
    );
    response
}

/// Tells browsers to come back by https only; for installations that are reached so.
pub async fn strict_transport(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(
        header::STRICT_TRANSPORT_SECURITY,
        HeaderValue::from_static("max-age=31536000; includeSubDomains"),
    );
    response
}

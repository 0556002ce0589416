//! Starts the server, and ends it without losing a request.

use crate::config::Config;
use crate::router::{AppState, router};
use app::site::Site;
use axum::serve::{ListenerExt, TapIo};
use leptos::config::{Env, LeptosOptions};
use service::Service;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;

/// How long a stopping server waits for requests that are being answered.
const GRACE: Duration = Duration::from_secs(10);

/// A listener whose connections send at once.
pub type NodelayListener = TapIo<TcpListener, fn(&mut TcpStream)>;

/// Listens at `config.listen`, with TCP_NODELAY: without it an answer waits 40 ms for the reader's acknowledgement.
///
/// # Errors
/// A sentence that says why the address cannot be used.
pub async fn listen(config: &Config) -> Result<NodelayListener, String> {
    let listener = TcpListener::bind(config.listen).await.map_err(|cause| match cause.kind() {
        std::io::ErrorKind::AddrInUse => format!(
            "listen: {} is taken by another program. Stop that one, or choose another port with --listen.",
            config.listen
        ),
        _ => format!("listen: {} cannot be used: {cause}", config.listen),
    })?;
    Ok(listener.tap_io(set_nodelay as fn(&mut TcpStream)))
}

fn set_nodelay(stream: &mut TcpStream) {
    if let Err(cause) = stream.set_nodelay(true) {
        tracing::warn!(%cause, "TCP_NODELAY could not be set");
    }
}

/// The state of a server on `service`, with the files of `config.site`.
///
/// # Errors
/// A sentence that says which file of the site cannot be read.
pub fn state(service: Arc<Service>, config: &Config) -> Result<AppState, String> {
    let leptos = LeptosOptions::builder()
        .output_name("trellis")
        .site_root(config.site.to_string_lossy().into_owned())
        .site_pkg_dir("pkg")
        .site_addr(config.listen)
        .env(Env::PROD)
        .build();
    let site = Site::read(&config.site)?;
    Ok(AppState { service, leptos, site, proxies: config.proxies, stop: CancellationToken::new() })
}

/// Serves until it is told to stop.
///
/// # Errors
/// A sentence that says why it cannot.
pub async fn serve(service: Arc<Service>, config: &Config, listener: NodelayListener) -> Result<(), String> {
    let state = state(service.clone(), config)?;
    let stop = state.stop.clone();
    let mail = tokio::spawn(service::mail::deliver(service.clone(), stop.clone()));
    tokio::spawn(service::schedule::run(service, stop.clone()));
    let app = router(state).into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn({
        let stop = stop.clone();
        async move {
            asked_to_stop().await;
            stop.cancel();
        }
    });
    let ended = stop.clone();
    let serving = axum::serve(listener, app).with_graceful_shutdown(async move { ended.cancelled().await });
    let grace = async {
        stop.cancelled().await;
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        result = async { serving.await } => result.map_err(|cause| cause.to_string())?,
        () = grace => tracing::warn!("stopped with requests unanswered after {} s", GRACE.as_secs()),
    }
    stop.cancel();
    let _ = mail.await;
    Ok(())
}

async fn asked_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        if let Ok(mut terminated) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())
        {
            tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
            return;
        }
    }
    let _ = interrupted.await;
}

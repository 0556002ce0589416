//! What the operator chose: flags before environment before `trellis.toml`.

use clap::Args;
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Flags that every sub-command takes.
#[derive(Args, Clone, Debug)]
pub struct Common {
    /// Where the data is: sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME [default: sqlite://data/trellis.db]
    #[arg(long, env = "DATABASE_URL", global = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// A TOML file with the same settings (database_url = "…") [default: trellis.toml, where there is one]
    #[arg(long, env = "TRELLIS_CONFIG", global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Demo mode: made-up people, one-click sign-in as any of them, readable mails. Never on real data
    #[arg(long, env = "TRELLIS_DEMO", global = true, num_args = 0..=1, default_missing_value = "true", value_name = "BOOL")]
    pub demo: Option<bool>,
    /// The address under which people reach this installation; links in mails start with it [default: http://LISTEN]
    #[arg(long, env = "TRELLIS_PUBLIC_URL", global = true, value_name = "URL")]
    pub public_url: Option<String>,
    /// The mail server: smtp://USER:PASSWORD@HOST:PORT or smtps://… Without one, mails stay in the outbox
    #[arg(long, env = "TRELLIS_SMTP_URL", global = true, value_name = "URL")]
    pub smtp_url: Option<String>,
    /// The sender of mails, "Trellis <trellis@example.org>"
    #[arg(long, env = "TRELLIS_MAIL_FROM", global = true, value_name = "ADDRESS")]
    pub mail_from: Option<String>,
    /// Where to listen [default: 127.0.0.1:3000]
    #[arg(long, env = "TRELLIS_LISTEN", global = true, value_name = "IP:PORT")]
    pub listen: Option<String>,
    /// How many proxies stand before this server; their X-Forwarded-For is believed [default: 0]
    #[arg(long, env = "TRELLIS_PROXIES", global = true, value_name = "N")]
    pub proxies: Option<String>,
    /// The folder with scripts, styles and pictures [default: target/site]
    #[arg(long, env = "TRELLIS_SITE", global = true, value_name = "FOLDER")]
    pub site: Option<PathBuf>,
    /// What to log, "info" or "debug,sqlx=warn" [default: info]
    #[arg(long, env = "TRELLIS_LOG", global = true, value_name = "FILTER")]
    pub log: Option<String>,
    /// How to log: text or json [default: text]
    #[arg(long, env = "TRELLIS_LOG_FORMAT", global = true, value_name = "FORMAT")]
    pub log_format: Option<String>,
}

/// The same settings in a file. An unknown name is refused, so that a typing mistake does not go unnoticed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    database_url: Option<String>,
    demo: Option<bool>,
    public_url: Option<String>,
    smtp_url: Option<String>,
    mail_from: Option<String>,
    listen: Option<String>,
    proxies: Option<usize>,
    site: Option<PathBuf>,
    log: Option<String>,
    log_format: Option<String>,
}

/// Settings that hold together.
#[derive(Clone, Debug)]
pub struct Config {
    pub database_url: String,
    pub demo: bool,
    pub public_url: String,
    pub smtp_url: Option<String>,
    pub mail_from: String,
    pub listen: SocketAddr,
    pub proxies: usize,
    pub site: PathBuf,
    pub log: String,
    pub log_json: bool,
}

impl Common {
    /// Reads the file, puts flags and environment over it, and checks everything.
    ///
    /// # Errors
    /// A sentence that names the setting.
    pub fn resolve(&self) -> Result<Config, String> {
        let file = self.file()?;
        let listen = self.listen.clone().or(file.listen).unwrap_or_else(|| "127.0.0.1:3000".into());
        let listen: SocketAddr = listen
            .parse()
            .map_err(|_| format!("listen: \"{listen}\" is not an address and port, like 127.0.0.1:3000"))?;
        let database_url = self.database_url.clone().or(file.database_url);
        let database_url = database_url.unwrap_or_else(|| "sqlite://data/trellis.db".into());
        if !["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| database_url.starts_with(scheme)) {
            return Err("database_url: must begin with sqlite:// or postgres://".into());
        }
        let public_url =
            self.public_url.clone().or(file.public_url).unwrap_or_else(|| format!("http://{listen}"));
        let public_url = public_url.trim_end_matches('/').to_owned();
        let is_url =
            public_url.parse::<http::Uri>().is_ok_and(|url| url.authority().is_some() && url.path() == "/");
        if !is_url || !(public_url.starts_with("http://") || public_url.starts_with("https://")) {
            return Err(format!(
                "public_url: \"{public_url}\" is not an address like https://mentoring.example.org (without a path)"
            ));
        }
        let smtp_url = self.smtp_url.clone().or(file.smtp_url).filter(|url| !url.is_empty());
        if let Some(url) = &smtp_url
            && !(url.starts_with("smtp://") || url.starts_with("smtps://"))
        {
            return Err("smtp_url: must begin with smtp:// or smtps://".into());
        }
        let proxies = match &self.proxies {
            Some(text) => text.parse().map_err(|_| format!("proxies: \"{text}\" is not a number"))?,
            None => file.proxies.unwrap_or(0),
        };
        let log_format = self.log_format.clone().or(file.log_format).unwrap_or_else(|| "text".into());
        if !["text", "json"].contains(&log_format.as_str()) {
            return Err(format!("log_format: \"{log_format}\" is neither text nor json"));
        }
        let log = self.log.clone().or(file.log).unwrap_or_else(|| "info".into());
        if let Err(cause) = log.parse::<tracing_subscriber::EnvFilter>() {
            return Err(format!("log: \"{log}\" is not a filter like info or debug,sqlx=warn ({cause})"));
        }
        Ok(Config {
            database_url,
            demo: self.demo.or(file.demo).unwrap_or(false),
            public_url,
            smtp_url,
            mail_from: self
                .mail_from
                .clone()
                .or(file.mail_from)
                .unwrap_or_else(|| "Trellis <trellis@localhost.localdomain>".into()),
            listen,
            proxies,
            site: self.site.clone().or(file.site).unwrap_or_else(|| "target/site".into()),
            log,
            log_json: log_format == "json",
        })
    }

    fn file(&self) -> Result<File, String> {
        let (path, asked) = match &self.config {
            Some(path) => (path.clone(), true),
            None => (PathBuf::from("trellis.toml"), false),
        };
        match std::fs::read_to_string(&path) {
            Ok(text) => {
                toml::from_str(&text).map_err(|cause| format!("{}: {}", path.display(), cause.message()))
            }
            Err(_) if !asked => Ok(File::default()),
            Err(cause) => Err(format!("config: cannot read {}: {cause}", path.display())),
        }
    }
}

impl Config {
    /// What the service needs to know.
    pub fn settings(&self) -> service::Settings {
        service::Settings {
            demo: self.demo,
            public_url: self.public_url.clone(),
            smtp_url: self.smtp_url.clone(),
            mail_from: self.mail_from.clone(),
            clock: service::source::Clock::System,
        }
    }
}

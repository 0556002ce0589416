//! A server on a database and a port of its own, in demo mode, and browsers without a screen.

use reqwest::header::{ACCEPT, ORIGIN, REFERER};
use reqwest::{Client, Response, redirect::Policy};
use server::config::Config;
use server::{host, router};
use service::{Context, Service, Settings, database};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;
use tokio_util::sync::CancellationToken;

/// One running server. It stops when it is dropped.
pub struct House {
    pub service: Arc<Service>,
    pub handles: database::Handles,
    pub url: String,
    stop: CancellationToken,
    _folder: TempDir,
}

impl Drop for House {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

/// The settings of a server in tests.
pub fn config(listen: SocketAddr) -> Config {
    Config {
        database_url: String::new(),
        demo: true,
        public_url: format!("http://{listen}"),
        smtp_url: Some("smtp://127.0.0.1:9".into()),
        mail_from: "Trellis <trellis@example.org>".into(),
        listen,
        proxies: 0,
        site: "does-not-exist".into(),
        log: "warn".into(),
        log_json: false,
    }
}

impl House {
    /// A server with the demo's cast.
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let house = Self::on(folder, None).await;
        service::demo::load(&Context::system(house.service.clone())).await.unwrap();
        house.person("Samira Stranger").await;
        house
    }

    /// Somebody without any role, who can sign in as the cast can.
    pub async fn person(&self, name: &str) -> uuid::Uuid {
        let id = service::source::new_uuid();
        let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
        self.run(
            "insert into person (id, name, email, team, manager_email, location, demo, created_at) \
             values ($1, $2, $3, '', '', '', true, 0)",
            [id.into(), name.into(), email.into()],
        )
        .await;
        id
    }

    /// Makes somebody coordinator or sponsor of a programme.
    pub async fn looks_after(&self, person: uuid::Uuid, programme: uuid::Uuid, role: &str) {
        let sql =
            "insert into programme_role (programme_id, person_id, role, created_at) values ($1, $2, $3, 0)";
        self.run(sql, [programme.into(), person.into(), role.into()]).await;
    }

    /// Makes somebody mentor or mentee of a programme.
    pub async fn takes_part(&self, person: uuid::Uuid, programme: uuid::Uuid, role: &str, state: &str) {
        let sql = "insert into participation (id, programme_id, person_id, role, state, created_at) \
                   values ($1, $2, $3, $4, $5, 0)";
        let id = service::source::new_uuid();
        self.run(sql, [id.into(), programme.into(), person.into(), role.into(), state.into()]).await;
    }

    /// Changes rows by hand.
    pub async fn run<const N: usize>(&self, sql: &str, values: [sea_orm::Value; N]) {
        use sea_orm::{ConnectionTrait, Statement};
        let db = &self.handles.write;
        db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await.unwrap();
    }

    /// An id, from the first column of the first row.
    pub async fn id(&self, sql: &str, value: &str) -> uuid::Uuid {
        self.text(sql, value).await.parse().unwrap()
    }

    /// Everything that is stored, table by table, but for when somebody was last seen.
    pub async fn everything(&self) -> Vec<String> {
        let tables = "select name from sqlite_master where type = 'table' and name not in ('session', 'sign_in_attempt')";
        let mut all = vec![];
        for table in self.texts(tables).await {
            let columns = self
                .texts(&format!("select 'quote(\"' || name || '\")' from pragma_table_info('{table}')"))
                .await;
            let rows = self
                .texts(&format!("select {} from \"{table}\" order by 1", columns.join(" || ',' || ")))
                .await;
            all.extend(rows.into_iter().map(|row| format!("{table}: {row}")));
        }
        all
    }

    async fn texts(&self, sql: &str) -> Vec<String> {
        use sea_orm::{ConnectionTrait, Statement};
        let db = &self.handles.write;
        let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect()
    }

    /// A server on a copy of a database.
    pub async fn copy_of(file: &Path) -> Self {
        Self::on(tempfile::tempdir().unwrap(), Some(file)).await
    }

    async fn on(folder: TempDir, copy: Option<&Path>) -> Self {
        let file = folder.path().join("trellis.db");
        if let Some(original) = copy {
            std::fs::copy(original, &file).unwrap();
        }
        let handles = database::open(&format!("sqlite://{}", file.display())).await.unwrap();
        let any = SocketAddr::from(([127, 0, 0, 1], 0));
        let listener = host::listen(&config(any)).await.unwrap();
        let listen = axum::serve::Listener::local_addr(&listener).unwrap();
        let config = config(listen);
        let settings = Settings { ..config.settings() };
        let service = Service::start(handles.clone(), settings).await.unwrap();
        let state = host::state(service.clone(), &config).expect("the site");
        let stop = state.stop.clone();
        let app = router::router(state).into_make_service_with_connect_info::<SocketAddr>();
        let ended = stop.clone();
        tokio::spawn(async move {
            axum::serve(listener, app).with_graceful_shutdown(async move { ended.cancelled().await }).await
        });
        Self { service, handles, url: config.public_url, stop, _folder: folder }
    }

    /// The database's file, with everything in it.
    pub async fn checkpoint(&self) -> std::path::PathBuf {
        use sea_orm::ConnectionTrait;
        let copy = self._folder.path().join("copy.db");
        self.handles.write.execute_unprepared(&format!("vacuum into '{}'", copy.display())).await.unwrap();
        copy
    }

    /// A browser of nobody.
    pub fn visitor(&self) -> Browser {
        let client =
            Client::builder().cookie_store(true).redirect(Policy::none()).tcp_nodelay(true).build().unwrap();
        Browser { client, url: self.url.clone() }
    }

    /// A browser in which somebody of the cast is signed in.
    pub async fn enter(&self, name: &str) -> Browser {
        let token = self.session(name).await;
        self.visitor().with_cookie(&token)
    }

    /// The context of somebody of the cast.
    pub async fn context(&self, name: &str) -> Context {
        let token = self.session(name).await;
        let (session, actor) = service::account::resume(&self.service, &token).await.unwrap().unwrap();
        Context::of(self.service.clone(), actor).with_session(session)
    }

    async fn session(&self, name: &str) -> String {
        let person = self.id("select lower(hex(id)) from person where name = $1", name).await;
        self.session_of(person).await
    }

    async fn session_of(&self, person: uuid::Uuid) -> String {
        let cx = Context::visitor(self.service.clone());
        service::account::sign_in_as(&cx, domain::PersonId(person)).await.unwrap().token
    }

    /// The session that somebody opened last.
    pub async fn newest_session(&self, person: uuid::Uuid) -> uuid::Uuid {
        let sql =
            "select lower(hex(id)) from session where lower(hex(person_id)) = $1 order by id desc limit 1";
        self.id(sql, &person.simple().to_string()).await
    }

    /// A browser in which this person is signed in.
    pub async fn enter_as(&self, person: uuid::Uuid) -> Browser {
        let token = self.session_of(person).await;
        self.visitor().with_cookie(&token)
    }

    /// The first column of the first row, as text.
    pub async fn text(&self, sql: &str, value: &str) -> String {
        use sea_orm::{ConnectionTrait, Statement};
        let db = &self.handles.write;
        let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, [value.into()]);
        let row =
            db.query_one_raw(statement).await.unwrap().unwrap_or_else(|| panic!("no row for {value}: {sql}"));
        row.try_get_by_index::<String>(0).unwrap()
    }

    /// The first column of the first row, as a number.
    pub async fn number(&self, sql: &str) -> i64 {
        use sea_orm::{ConnectionTrait, Statement};
        let db = &self.handles.write;
        let row =
            db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await.unwrap().unwrap();
        row.try_get_by_index::<i64>(0).unwrap()
    }
}

/// Somebody's browser, without wasm.
#[derive(Clone)]
pub struct Browser {
    client: Client,
    url: String,
}

impl Browser {
    /// The same browser at another server.
    pub fn at(self, url: &str) -> Self {
        Self { url: url.to_owned(), ..self }
    }

    fn with_cookie(self, token: &str) -> Self {
        let mut headers = reqwest::header::HeaderMap::new();
        headers.insert("cookie", format!("trellis={token}").parse().unwrap());
        let client = Client::builder()
            .default_headers(headers)
            .redirect(Policy::none())
            .tcp_nodelay(true)
            .build()
            .unwrap();
        Self { client, ..self }
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Response {
        self.client.get(format!("{}{path}", self.url)).header(ACCEPT, "text/html").send().await.unwrap()
    }

    /// Calls a server function as wasm does.
    pub async fn call(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        let request = self.client.post(format!("{}{path}", self.url)).header(ACCEPT, "application/json");
        request.header(ORIGIN, &self.url).form(fields).send().await.unwrap()
    }

    /// Posts a form from `page` as a browser without wasm does.
    pub async fn submit(&self, page: &str, path: &str, fields: &[(&str, &str)]) -> Response {
        let request = self.client.post(format!("{}{path}", self.url)).header(ACCEPT, "text/html,*/*");
        let request = request.header(ORIGIN, &self.url).header(REFERER, format!("{}{page}", self.url));
        request.form(fields).send().await.unwrap()
    }

    /// Sends a list of people as the form of an upload does.
    pub async fn send_file(&self, path: &str, list: &str) -> Response {
        let command = service::source::new_uuid();
        let body = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"command_id\"\r\n\r\n{command}\r\n\
             --edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n\r\n{list}\r\n--edge--\r\n"
        );
        let request = self.client.post(format!("{}{path}", self.url)).header(ACCEPT, "text/html");
        let request =
            request.header(ORIGIN, &self.url).header("content-type", "multipart/form-data; boundary=edge");
        request.body(body).send().await.unwrap()
    }

    /// Any other request.
    pub fn request(&self, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url))
    }
}

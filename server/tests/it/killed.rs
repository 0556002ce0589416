//! A server that is killed in the middle of a stream of writes loses nothing that it acknowledged, and starts again.

use reqwest::Client;
use std::io::{BufRead, BufReader, Lines};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

const ROUNDS: usize = 20;
const WRITERS: usize = 4;

struct Server {
    child: Child,
    /// Read from no more, but open: a server that cannot say anything should still be one that can.
    _output: Lines<BufReader<ChildStdout>>,
    url: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn start(database: &Path) -> Server {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut child = Command::new(env!("CARGO_BIN_EXE_trellis"))
        .args(["serve", "--demo", "--log", "error", "--listen", &format!("127.0.0.1:{port}")])
        .args(["--database-url", &format!("sqlite://{}", database.display())])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let ready = lines.next().unwrap().unwrap();
    assert!(ready.contains("http://"), "{ready}");
    Server { child, _output: lines, url: format!("http://127.0.0.1:{port}") }
}

/// Somebody's session, made beside the running server.
async fn token(database: &Path, name: &str) -> String {
    let handles = service::database::open(&format!("sqlite://{}", database.display())).await.unwrap();
    let settings = service::Settings { demo: true, ..Default::default() };
    let service = service::Service::start(handles, settings).await.unwrap();
    let visitor = service::Context::visitor(service);
    let page = service::account::sign_in_page(&visitor, name).await.unwrap();
    let person = page.cast.unwrap().into_iter().find(|one| one.person.name == name).unwrap().person.id;
    service::account::sign_in_as(&visitor, person).await.unwrap().token
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("trellis.db");
    let mut server = start(&database);
    let token = token(&database, "Tomás Herrera").await;
    let client = Client::builder().tcp_nodelay(true).build().unwrap();
    let mut acknowledged: Vec<String> = vec![];
    for round in 0..ROUNDS {
        let stop = Arc::new(AtomicBool::new(false));
        let (written, mut heard) = tokio::sync::mpsc::unbounded_channel::<String>();
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (client, stop, written) = (client.clone(), stop.clone(), written.clone());
                let (url, token) = (server.url.clone(), token.clone());
                tokio::spawn(async move {
                    for count in 0.. {
                        if stop.load(Ordering::SeqCst) {
                            return;
                        }
                        let text = format!("round {round} writer {writer} count {count}");
                        let form = [("command_id", uuid(round, writer, count)), ("name", text.clone())];
                        let answer = client
                            .post(format!("{url}/api/app/account/api/rename"))
                            .header("cookie", format!("trellis={token}"))
                            .header("origin", &url)
                            .header("accept", "application/json")
                            .form(&form)
                            .send()
                            .await;
                        match answer {
                            Ok(answer) if answer.status().is_success() => {
                                if answer.bytes().await.is_ok() && written.send(form[0].1.clone()).is_err() {
                                    return;
                                }
                            }
                            Ok(answer) => panic!("refused with {}", answer.status()),
                            Err(_) => return,
                        }
                    }
                })
            })
            .collect();
        drop(written);
        // The kill comes when so many writes are acknowledged, with others in flight: a different moment each round.
        for _ in 0..(5 + round * 3) {
            acknowledged.push(heard.recv().await.expect("every writer has stopped"));
        }
        server.child.kill().unwrap();
        stop.store(true, Ordering::SeqCst);
        server.child.wait().unwrap();
        for writer in writers {
            tokio::time::timeout(Duration::from_secs(20), writer).await.unwrap().unwrap();
        }
        while let Some(id) = heard.recv().await {
            acknowledged.push(id);
        }
        server = start(&database);
        check(&database, &acknowledged).await;
    }
    server.child.kill().unwrap();
    server.child.wait().unwrap();
    assert!(acknowledged.len() >= ROUNDS * 5);
}

fn uuid(round: usize, writer: usize, count: u32) -> String {
    uuid::Uuid::from_u64_pair((round * WRITERS + writer) as u64 + 1, u64::from(count) + 1).to_string()
}

/// Every acknowledged command is there with its answer and its event, and the database is whole.
async fn check(database: &Path, acknowledged: &[String]) {
    use sea_orm::{ConnectionTrait, Database, DbBackend, Statement};
    let db = Database::connect(format!("sqlite://{}?mode=ro", database.display())).await.unwrap();
    let rows = async |sql: &str| -> Vec<String> {
        let rows = db.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await.unwrap();
        rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect()
    };
    assert_eq!(rows("pragma integrity_check").await, ["ok"]);
    let simple = |id: &String| id.replace('-', "");
    for table in ["select lower(hex(id)) from command", "select lower(hex(command_id)) from event"] {
        let stored: std::collections::HashSet<String> = rows(table).await.into_iter().collect();
        let lost: Vec<_> = acknowledged.iter().filter(|id| !stored.contains(&simple(id))).collect();
        assert!(lost.is_empty(), "acknowledged, but not in {table}: {lost:?}");
    }
    let gaps = rows(
        "select cast(aggregate_id as text) from event group by aggregate_id having max(version) <> count(*)",
    )
    .await;
    assert!(gaps.is_empty(), "versions with gaps");
    db.close().await.unwrap();
}

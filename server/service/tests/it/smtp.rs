//! A small mail server that really speaks SMTP, on a loopback port, and misbehaves on request.

use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What a server does with mails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    Takes,
    /// "451 try later" to every mail.
    Later,
    /// "550" to recipients whose address starts with `nobody`.
    RefusesNobody,
    /// "535" to every user name and password.
    KnowsNoUser,
}

/// A mail as it arrived.
#[derive(Clone, Debug)]
pub struct Arrived {
    pub from: String,
    pub to: Vec<String>,
    /// Header fields and body, as sent.
    pub data: String,
}

impl Arrived {
    /// The value of a header field.
    pub fn header(&self, name: &str) -> String {
        let head = self.data.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ");
        let prefix = format!("{name}: ");
        head.lines().find_map(|line| line.strip_prefix(&prefix)).unwrap_or_default().to_owned()
    }

    /// The body, with quoted-printable undone.
    pub fn text(&self) -> String {
        let body = self.data.split_once("\r\n\r\n").unwrap().1.replace("=\r\n", "");
        if !self.header("Content-Transfer-Encoding").contains("quoted") {
            return body;
        }
        let mut bytes = Vec::new();
        let mut rest = body.as_bytes();
        while let [first, tail @ ..] = rest {
            if *first == b'=' && tail.len() >= 2 {
                bytes.push(u8::from_str_radix(std::str::from_utf8(&tail[..2]).unwrap(), 16).unwrap());
                rest = &tail[2..];
            } else {
                bytes.push(*first);
                rest = tail;
            }
        }
        String::from_utf8(bytes).unwrap()
    }
}

/// A running server.
pub struct Smtp {
    pub port: u16,
    mood: Arc<Mutex<Mood>>,
    arrived: Arc<Mutex<Vec<Arrived>>>,
}

impl Smtp {
    /// A server on a free port.
    pub async fn start() -> Self {
        Self::on(TcpListener::bind("127.0.0.1:0").await.unwrap())
    }

    /// A server on this port.
    pub async fn start_at(port: u16) -> Self {
        Self::on(TcpListener::bind(("127.0.0.1", port)).await.unwrap())
    }

    fn on(listener: TcpListener) -> Self {
        let port = listener.local_addr().unwrap().port();
        let mood = Arc::new(Mutex::new(Mood::Takes));
        let arrived = Arc::new(Mutex::new(vec![]));
        let (its_mood, its_arrived) = (mood.clone(), arrived.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, its_mood.clone(), its_arrived.clone()));
            }
        });
        Self { port, mood, arrived }
    }

    pub fn be(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    pub fn arrived(&self) -> Vec<Arrived> {
        self.arrived.lock().unwrap().clone()
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }
}

/// A port on which nobody listens.
pub async fn closed_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port()
}

async fn converse(
    stream: TcpStream,
    mood: Arc<Mutex<Mood>>,
    arrived: Arc<Mutex<Vec<Arrived>>>,
) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read);
    let mut mail = Arrived { from: String::new(), to: vec![], data: String::new() };
    write.write_all(b"220 loopback ESMTP\r\n").await?;
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let now = *mood.lock().unwrap();
        let line = line.trim_end();
        let verb = line.split([' ', ':']).next().unwrap().to_uppercase();
        let address = || line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
        let answer = match verb.as_str() {
            "EHLO" if now == Mood::KnowsNoUser => "250-loopback\r\n250 AUTH PLAIN LOGIN",
            "EHLO" => "250-loopback\r\n250 8BITMIME",
            "AUTH" => "535 5.7.8 who are you",
            "MAIL" => {
                mail = Arrived { from: address(), to: vec![], data: String::new() };
                if now == Mood::Later { "451 4.3.0 later" } else { "250 ok" }
            }
            "RCPT" if now == Mood::RefusesNobody && address().starts_with("nobody") => {
                "550 5.1.1 no such mailbox"
            }
            "RCPT" => {
                mail.to.push(address());
                "250 ok"
            }
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                loop {
                    let mut line = String::new();
                    if lines.read_line(&mut line).await? == 0 {
                        return Ok(());
                    }
                    if line == ".\r\n" {
                        break;
                    }
                    mail.data.push_str(line.strip_prefix('.').unwrap_or(&line));
                }
                arrived.lock().unwrap().push(mail.clone());
                "250 taken"
            }
            "QUIT" => {
                write.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "250 ok",
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
}

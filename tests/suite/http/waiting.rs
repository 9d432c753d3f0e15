//! Waiting has an end: slow bodies, clients that vanished, addresses that try wrong tokens, and proxies.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, SaltString};
use serde_json::json;
use taiyaku::app::clock::now;
use taiyaku::config::Overrides;
use taiyaku::model::Role;

use super::Server;
use super::client::Request;

const TOKEN: &str = "correct horse battery";

/// Sends a head and then a byte every now and then; gives the answer and how long the connection stayed open.
fn trickle(mut stream: TcpStream, byte: &[u8]) -> (String, Duration) {
    let began = Instant::now();
    stream.set_read_timeout(Some(Duration::from_millis(250))).unwrap();
    let (mut answer, mut some) = (Vec::new(), [0; 4096]);
    while began.elapsed() < Duration::from_secs(40) {
        // The server may have closed by now; what it said is read below.
        let is_open = stream.write_all(byte).is_ok();
        match stream.read(&mut some) {
            Ok(0) => break,
            Ok(count) => answer.extend_from_slice(&some[..count]),
            Err(_) if is_open => {}
            Err(_) => break,
        }
    }
    (String::from_utf8(answer).unwrap(), began.elapsed())
}

#[test]
fn a_body_that_trickles_is_given_up() {
    let server = Server::start(Some(TOKEN));
    let right = format!("Bearer {TOKEN}");
    let sized = ("content-length", "100000", &b"a"[..]);
    let chunked = ("transfer-encoding", "chunked", &b"1\r\na\r\n"[..]);
    let mut clients = Vec::new();
    for (method, path, token, (name, value, byte), status) in [
        ("POST", "/v1/releases?name=a.txt", Some(&right), sized, "408"),
        ("POST", "/v1/releases?name=a.txt", Some(&right), chunked, "408"),
        ("POST", "/v1/suggestions", Some(&right), sized, "408"),
        ("POST", "/v2/translate", Some(&right), sized, "408"),
        ("POST", "/v1/suggestions", None, sized, "401"),
        ("GET", "/v1/projects", Some(&right), sized, "200"),
        ("GET", "/health", None, chunked, "200"),
        ("POST", "/nowhere", None, chunked, "401"),
        // The address is the secret, so who does not know it is not listened to.
        ("PUT", "/v3/translation_memories/transfers/guessed", None, sized, "404"),
    ] {
        let mut request = Request::new(method, path).header(name, value).header("content-type", "application/json");
        if let Some(token) = token {
            request = request.header("authorization", token);
        }
        // Programs keep connections open, so the server is asked to.
        let stream = request.header("connection", "keep-alive").open(server.address);
        let byte = byte.to_vec();
        clients.push((std::thread::spawn(move || trickle(stream, &byte)), method, path, status));
    }
    for (client, method, path, status) in clients {
        let (answer, took) = client.join().unwrap();
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{method} {path}: {answer}");
        assert!(took < Duration::from_secs(25), "{method} {path} was open for {took:?}");
    }
}

#[test]
fn streams_of_clients_that_vanished_make_room_at_once() {
    let server = Server::open();
    for _ in 0..3 {
        let streams: Vec<TcpStream> =
            (0..20).map(|_| Request::new("GET", "/v1/changes/stream").open(server.address)).collect();
        for mut stream in &streams {
            let mut beginning = [0; 12];
            stream.read_exact(&mut beginning).unwrap();
            assert_eq!(&beginning, b"HTTP/1.1 200");
        }
        server.get("/v1/changes/stream?seconds=0").assert_problem(429, "too_many_requests");
        drop(streams);
        let vanished = Instant::now();
        while server.get("/v1/changes/stream?seconds=0").status != 200 {
            assert!(vanished.elapsed() < Duration::from_secs(5), "the places are still taken");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

#[test]
fn wrong_tokens_never_lock_out_right_ones() {
    let overrides = Overrides { require_token: true, rate_limit: Some(6_000), ..Overrides::default() };
    let server = Server::told(None, overrides);
    let (first, fresh) = server.token("never shown before", Role::Read, None);
    let (old, of_old) = server.token("of an earlier version", Role::Read, None);
    let secret = of_old.rsplit('_').next().unwrap();
    let salt = SaltString::encode_b64(b"sixteen bytes ok").unwrap();
    let hash = Argon2::default().hash_password(secret.as_bytes(), &salt).unwrap().to_string();
    server.beside(async |service| {
        let mut write = service.store().write("test", &now()).await.unwrap();
        write.set_token_hash(old, &hash).await.unwrap();
        write.commit().await.unwrap();
    });
    let ask = |token: &str| {
        Request::new("GET", "/v1/projects").header("authorization", &format!("Bearer {token}")).send(server.address)
    };
    let statuses: Vec<u16> = (0..40).map(|number| ask(&format!("tyk_{first}_{number:048x}")).status).collect();
    assert_eq!((statuses[0], statuses[39]), (401, 429), "{statuses:?}");
    assert_eq!(ask(&fresh).status, 200);
    assert_eq!(ask(&of_old).status, 200);
    // The hash of an earlier version is replaced in the background.
    let replaced = || server.beside(async |service| service.store().token(old).await.unwrap().unwrap().hash);
    let began = Instant::now();
    while !replaced().starts_with("sha256$") {
        assert!(began.elapsed() < Duration::from_secs(10));
    }
    assert_eq!(ask(&of_old).status, 200);
    assert_eq!(ask(&of_old.replace(&secret[..4], "0123")).status, 429);
}

#[test]
fn a_trusted_proxy_says_which_client_tries_wrong_tokens() {
    let told = |proxies: &[&str]| {
        let trusted_proxies = proxies.iter().map(|proxy| (*proxy).to_owned()).collect();
        Server::told(Some(TOKEN), Overrides { trusted_proxies, rate_limit: Some(3), ..Overrides::default() })
    };
    let from = |server: &Server, client: &str| {
        let request = Request::new("GET", "/v1/projects").header("x-forwarded-for", client);
        request.header("authorization", "Bearer wrong").send(server.address).status
    };
    let (behind_proxy, direct) = (told(&["127.0.0.0/8"]), told(&["10.0.0.0/8"]));
    for server in [&behind_proxy, &direct] {
        assert_eq!((0..4).map(|_| from(server, "198.51.100.1")).collect::<Vec<_>>(), [401, 401, 401, 429]);
    }
    assert_eq!(from(&behind_proxy, "198.51.100.2"), 401, "another client");
    assert_eq!(from(&direct, "198.51.100.2"), 429, "nobody believes the client itself");
}

#[test]
fn addresses_in_answers_are_those_clients_can_use() {
    let start = |public_url: Option<&str>, proxy: &str| {
        let (public_url, trusted_proxies) = (public_url.map(str::to_owned), vec![proxy.to_owned()]);
        Server::told(Some(TOKEN), Overrides { public_url, trusted_proxies, ..Overrides::default() })
    };
    for (public_url, proxy, base) in [
        (None, "10.0.0.1", "http://inside.example"),
        (None, "127.0.0.1", "https://terms.example"),
        (Some("https://public.example/taiyaku/"), "127.0.0.1", "https://public.example/taiyaku"),
    ] {
        let server = start(public_url, proxy);
        let file = json!({"source_file": {"file_name": "m.tmx", "content_length": 9}}).to_string();
        let mut request = Request::new("POST", "/v3/translation_memories/import");
        for (name, value) in [
            ("authorization", format!("Bearer {TOKEN}").as_str()),
            ("host", "inside.example"),
            ("x-forwarded-proto", "https"),
            ("x-forwarded-host", "terms.example"),
        ] {
            request = request.header(name, value);
        }
        let answer = request.body(file.as_bytes()).send(server.address).json();
        let address = answer["upload_url"].as_str().unwrap().to_owned();
        assert!(address.starts_with(&format!("{base}/v3/translation_memories/transfers/")), "{address}");
    }
}

//! `scf live`: what it refuses, and that it answers, follows the plan and ends. What browsers make of it is tested in
//! `tests/browser`.

use super::{examples, scf, scf_in, with_plan};
use insta::assert_snapshot;

#[test]
fn help_of_live() {
    assert_snapshot!("help-live", scf(&["live", "-h"]).seen());
}

#[test]
fn standard_input_is_refused_kindly() {
    assert_snapshot!(scf(&["live", "-"]).seen(), @r"
    --- standard error
    What comes from standard input cannot be saved again. Write the plan into a file first, then: scf live plan.scf.yaml
    --- exit code 2
    ");
}

#[test]
fn without_a_plan_nothing_is_shown() {
    assert_snapshot!(scf(&["live", "nothing-here.scf.yaml"]).seen(), @r"
    --- standard error
    There is no file nothing-here.scf.yaml
    --- exit code 2
    ");
    let several = scf_in(&examples(), &["live"]);
    assert_eq!((several.code, several.out.as_str()), (2, ""));
    assert!(several.err.contains("first-plan.scf.yaml"), "{}", several.err);
}

#[test]
fn what_no_port_can_be_is_refused() {
    for port in ["70000", "-1", "http"] {
        let run = with_plan("ambition: Peace.\n", &["live", "--port", port]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{port}: {}", run.err);
    }
    let yaml = with_plan("ambition: Peace.\n", &["live", "--format", "yaml"]);
    assert_eq!(yaml.code, 2);
    assert!(yaml.err.contains("text, json"), "{}", yaml.err);
}

/// Signals are sent as people send them on these systems.
#[cfg(unix)]
mod running {
    use std::fs;
    use std::io::{BufRead as _, BufReader, Read as _, Write as _};
    use std::net::TcpStream;
    use std::path::Path;
    use std::process::{Child, Command, Stdio};
    use std::time::{Duration, Instant};

    /// Long, so that a busy computer fails no test.
    const LONG: Duration = Duration::from_secs(60);

    /// A running `scf live`.
    struct Running {
        child: Child,
        address: String,
        port: u16,
        /// The path of the address.
        path: String,
    }

    impl Running {
        fn of(plan: &Path) -> Self {
            let mut command = Command::new(env!("CARGO_BIN_EXE_scf"));
            command.arg("live").arg(plan).args([
                "--port=0",
                "--format=json",
                "--lang=en",
                "--today=2026-11-23",
            ]);
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut child = command.spawn().unwrap();
            let mut line = String::new();
            BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
            let told: serde_json::Value = serde_json::from_str(&line).unwrap();
            assert_eq!((&told["format"], &told["command"]), (&1.into(), &"live".into()));
            let address = told["address"].as_str().unwrap().to_owned();
            assert_eq!(told["present"], format!("{address}present"));
            let (port, path) = address.strip_prefix("http://127.0.0.1:").unwrap().split_once('/').unwrap();
            let (port, path) = (port.parse().unwrap(), format!("/{path}"));
            Self { child, address, port, path }
        }

        /// The whole answer to a request for this name, addressed to this host.
        fn asked(&self, host: &str, name: &str) -> String {
            let mut connection = self.connection(host, name);
            let mut answer = String::new();
            connection.read_to_string(&mut answer).unwrap();
            answer
        }

        fn connection(&self, host: &str, name: &str) -> TcpStream {
            let mut connection = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
            connection.set_read_timeout(Some(LONG)).unwrap();
            let request =
                format!("GET {}{name} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", self.path);
            connection.write_all(request.as_bytes()).unwrap();
            connection
        }

        fn get(&self, name: &str) -> String {
            self.asked(&format!("127.0.0.1:{}", self.port), name)
        }

        /// The answer for this name once it holds this text.
        fn get_with(&self, name: &str, text: &str) -> String {
            let began = Instant::now();
            loop {
                let answer = self.get(name);
                if answer.contains(text) {
                    return answer;
                }
                assert!(began.elapsed() < LONG, "{text} never comes: {answer}");
                std::thread::sleep(Duration::from_millis(20));
            }
        }
    }

    impl Drop for Running {
        fn drop(&mut self) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }

    #[test]
    fn what_is_nested_in_something_secret_is_as_secret() {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("p.scf.yaml");
        let text = "ambition: Peace.\nactivities:\n  visits:\n    title: Night visits\n    sensitivity: core\n    \
                    tasks: {way: {title: Find the way past the ford}}\n  tea: Tea at noon\n";
        fs::write(&plan, text).unwrap();
        let running = Running::of(&plan);
        let presented = running.get("present.json");
        assert!(
            presented.contains("Tea at noon") && presented.contains("2 things are left out"),
            "{presented}"
        );
        assert!(!presented.contains("past the ford"), "{presented}");
        fs::write(&plan, text.replace("past the ford", "by the old mill").replace("noon", "four")).unwrap();
        let news = running.get_with("news.json", "Tea at four");
        assert!(!news.contains("past the ford") && !news.contains("old mill"), "{news}");
    }

    #[test]
    fn it_answers_follows_the_plan_and_ends() {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("p.scf.yaml");
        fs::write(&plan, "ambition: Peace.\ngoals: {road: The road is safe.}\n").unwrap();
        let mut running = Running::of(&plan);
        assert!(running.get("").starts_with("HTTP/1.1 200"), "{}", running.address);
        assert!(running.get("").contains("The road is safe."));
        assert!(running.asked("evil.example", "").starts_with("HTTP/1.1 403"));
        assert!(!running.asked("evil.example", "").contains("road"));

        let beside = folder.path().join("p.new");
        fs::write(&beside, "ambition: Peace.\ngoals: {road: The bridge is safe.}\n").unwrap();
        fs::rename(&beside, &plan).unwrap();
        running.get_with("", "The bridge is safe.");
        assert!(running.get("news.json").contains("In other words now."));

        fs::write(&plan, "ambition: Peace.\ngoals: {road: [}\n").unwrap();
        assert!(running.get_with("news.json", "\"faults\":[{").contains("Line 2"));
        assert!(running.get("").contains("The bridge is safe."), "the last good one stays");
        fs::remove_file(&plan).unwrap();
        running.get_with("news.json", "is not there at the moment");
        fs::write(&plan, "ambition: Peace.\ngoals: {road: All roads are safe.}\n").unwrap();
        running.get_with("", "All roads are safe.");
        assert!(running.get("news.json").contains("\"trouble\":null"));

        // What the team sets for all of its plans changes what is weak about this one.
        fs::write(folder.path().join("scf.toml"), "[severity]\nunsupported = \"off\"\n").unwrap();
        running.get_with("news.json", "No longer so");

        // A browser that looks on does not hold it up.
        let mut onlooker = running.connection(&format!("127.0.0.1:{}", running.port), "events");
        let mut begun = [0; 64];
        assert!(onlooker.read(&mut begun).unwrap() > 0);
        let number = running.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &number]).status().unwrap().success());
        assert_eq!(running.child.wait().unwrap().code(), Some(0));
        let mut rest = String::new();
        onlooker.read_to_string(&mut rest).unwrap();
        assert!(rest.contains("event: end"), "{rest}");
        let mut said = String::new();
        running.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(said, format!("Open {} in your browser. Stop with Ctrl-C.\n", running.address));
    }
}

//! What the page on editors says to copy.

use std::fs;

/// The blocks of the page in one language.
fn blocks(language: &str) -> Vec<String> {
    let page = fs::read_to_string("docs/editor.md").unwrap();
    let begin = format!("```{language}\n");
    page.split(&begin).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

#[test]
fn settings_to_copy_are_well_formed_and_start_the_server() {
    let settings = blocks("json");
    assert_eq!(settings.len(), 1);
    let settings: serde_json::Value = serde_json::from_str(&settings[0]).unwrap();
    assert_eq!(settings["glspc.server.command"], "scf");
    assert_eq!(settings["glspc.server.commandArguments"], serde_json::json!(["lsp"]));
    let languages = blocks("toml editor");
    assert_eq!(languages.len(), 1);
    let languages: toml::Table = languages[0].parse().unwrap();
    let server = &languages["language-server"]["scf"];
    assert_eq!((server["command"].as_str(), server["args"][0].as_str()), (Some("scf"), Some("lsp")));
    let named = languages["language"][0]["language-servers"].as_array().unwrap();
    assert!(named.iter().any(|name| name.as_str() == Some("scf")));
    let scripts = blocks("lua");
    assert_eq!(scripts.len(), 2);
    assert!(scripts.iter().all(|script| script.contains(r#"cmd = { "scf", "lsp" }"#)));
}

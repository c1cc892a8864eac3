//! The content security policy: nothing is loaded, and only the style and the script that stand in the page are taken.

use data_encoding::BASE64;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// What a page may do.
pub(super) struct Policy<'a> {
    /// Every style in the page.
    pub styles: &'a [&'a str],
    /// Every script in the page.
    pub scripts: &'a [&'a str],
    /// It may ask the server that it comes from.
    pub may_connect: bool,
}

impl Policy<'_> {
    /// The policy as a `<meta>` has it. It is the same for the same page, so nothing in it is drawn by lot.
    pub(super) fn content(&self) -> String {
        let mut content = "default-src 'none'; base-uri 'none'; form-action 'none'".to_owned();
        for (directive, texts) in [("style-src", self.styles), ("script-src", self.scripts)] {
            if !texts.is_empty() {
                // Writing to a string cannot fail.
                let _ = write!(content, "; {directive}");
                for text in texts {
                    let _ = write!(content, " '{}'", hash(text));
                }
            }
        }
        if self.may_connect {
            content += "; connect-src 'self'";
        }
        content
    }
}

/// The hash of a text by which a policy knows it.
pub(super) fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64.encode(&Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::{Policy, hash};

    #[test]
    fn a_policy_names_the_hash_of_what_stands_in_the_page() {
        // Computed with: printf %s 'alert(1)' | openssl dgst -sha256 -binary | base64
        assert_eq!(hash("alert(1)"), "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=");
        let policy = Policy { styles: &["a{}"], scripts: &[], may_connect: true };
        let content = policy.content();
        assert!(content.starts_with("default-src 'none'; ") && content.ends_with("; connect-src 'self'"));
        assert!(content.contains("style-src 'sha256-") && !content.contains("script-src"));
    }
}

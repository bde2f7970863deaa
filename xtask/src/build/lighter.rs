//! The shipped text files without what only their readers in the source need: comments and indentation.

/// A script without comment lines and indentation.
///
/// Only whole lines go, so no text inside a script can change. Ours have no text over several lines.
pub fn script(source: &str) -> String {
    let mut in_comment = false;
    let mut kept = String::with_capacity(source.len());
    for line in source.lines().map(str::trim) {
        in_comment |= line.starts_with("/**");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    kept
}

/// A style sheet without comments and indentation.
///
/// # Errors
/// When a comment has no end.
pub fn styles(source: &str) -> Result<String, String> {
    let mut pieces = source.split("/*");
    let mut bare = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (_, rest) = piece.split_once("*/").ok_or("a comment in the style sheet has no end")?;
        bare.push_str(rest);
    }
    let lines = bare.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(lines.map(|line| line.replace(": ", ":").replace(" {", "{")).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_keeps_its_lines_of_code() {
        let source = "/**\n * About.\n */\nconst a = 1; // why\n\n    // a comment\n    call(\"// no comment\");\n";
        assert_eq!(script(source), "const a = 1; // why\ncall(\"// no comment\");\n");
    }

    #[test]
    fn a_style_sheet_keeps_its_rules() {
        let source = "/* one */\n.a {\n  color: red; /* two\n lines */\n}\n.b:not(.c) > .d {}\n";
        assert_eq!(styles(source), Ok(".a{\ncolor:red;\n}\n.b:not(.c) > .d{}".to_owned()));
        assert!(styles("/* open").is_err());
    }
}

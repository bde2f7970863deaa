//! Where things are: the workspace and cargo's target folder.

use crate::commands;
use std::path::{Path, PathBuf};

/// The folders that the commands read and write.
#[derive(Debug, Clone)]
pub struct Places {
    /// The workspace: `src/`, `www/` and `dist/` are in here.
    pub root: PathBuf,
    /// What cargo calls the target directory, wherever the environment puts it.
    pub target: PathBuf,
    /// The version of the shipped package.
    pub version: String,
}

impl Places {
    /// Asks cargo.
    ///
    /// # Errors
    /// When cargo cannot read the workspace.
    pub fn find() -> Result<Places, String> {
        let root = root()?;
        let text = commands::output(commands::cargo().current_dir(&root).args([
            "metadata",
            "--format-version=1",
            "--no-deps",
        ]))?;
        let metadata: serde_json::Value =
            serde_json::from_str(&text).map_err(|fault| format!("cargo's description of the workspace: {fault}"))?;
        let package = metadata["packages"].as_array().into_iter().flatten().find(|it| it["name"] == "care-tools");
        match (metadata["target_directory"].as_str(), package.and_then(|it| it["version"].as_str())) {
            (Some(target), Some(version)) => {
                Ok(Places { root, target: PathBuf::from(target), version: version.to_owned() })
            }
            _ => Err("cargo's description of the workspace names no target folder or no package `care-tools`".into()),
        }
    }

    /// What a web editor uploads.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Builds, pictures and logs of the browser journeys.
    pub fn journeys(&self) -> PathBuf {
        self.target.join("journeys")
    }
}

/// The workspace, without asking cargo.
///
/// # Errors
/// When it is not above the folder of the commands.
pub fn root() -> Result<PathBuf, String> {
    // Cargo says where the crate is when it starts us: a checkout that was moved is still found.
    let here =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.parent().map(Path::to_owned).ok_or_else(|| "the workspace folder was not found".into())
}

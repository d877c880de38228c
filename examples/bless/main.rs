//! Writes the files that are generated from the Rust types: `pkg/schema/*.json` and `pkg/index.d.ts`. `make bless` runs it.

mod schemas;
mod typescript;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let pkg = Path::new(env!("CARGO_MANIFEST_DIR")).join("pkg");
    std::fs::create_dir_all(pkg.join("schema"))?;
    for (name, text) in schemas::files() {
        std::fs::write(pkg.join(name), text)?;
    }
    std::fs::write(pkg.join("index.d.ts"), typescript::declarations())
}

//! Writes what is generated and committed: `pkg/schema/*.json` and `pkg/index.d.ts` from the Rust types, and the compiled-in form of `mau`. `make bless` runs it.

mod guidelines;
mod schemas;
mod typescript;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pkg = root.join("pkg");
    std::fs::write(root.join(guidelines::PATH), guidelines::bare())?;
    std::fs::create_dir_all(pkg.join("schema"))?;
    for (name, text) in schemas::files() {
        std::fs::write(pkg.join(name), text)?;
    }
    std::fs::write(pkg.join("index.d.ts"), typescript::declarations())
}

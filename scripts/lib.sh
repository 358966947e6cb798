# What the scripts beside it share. Source it; it does nothing by itself.

# the checkout, whatever folder the caller is in
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "$(basename "$0"): $*"
  exit 1
}

# Ends with a message where there is no Swift, or one that is too old.
need_swift() {
  command -v swift >/dev/null || fail "Swift is not installed.
tj needs Swift 6.1 or newer: install it from https://www.swift.org/install and put its
usr/bin on the PATH."
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  [ -n "$version" ] || fail "'swift --version' gives no version; is the installation complete?"
  if [ "${version%.*}" -lt 6 ] || { [ "${version%.*}" -eq 6 ] && [ "${version#*.}" -lt 1 ]; }; then
    fail "Swift $version is too old: tj needs 6.1 or newer, from https://www.swift.org/install"
  fi
}

# Installs the Debian packages that are missing; names them where that may not be done.
need_packages() {
  if ! command -v dpkg >/dev/null || ! command -v apt-get >/dev/null; then
    say "this is no Debian or Ubuntu; what corresponds to these packages must be there: $*"
    return
  fi
  local package missing=()
  for package in "$@"; do
    dpkg -s "$package" 2>/dev/null | grep -q '^Status: .* installed$' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "these packages are missing, and only root may install them:
  apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  say "installing ${missing[*]}"
  local log
  log=$(mktemp)
  # the package lists are fetched only where the first attempt shows that they are needed
  if ! apt_install >"$log" 2>&1 &&
    ! { "${as_root[@]}" apt-get update -q >>"$log" 2>&1 && apt_install >>"$log" 2>&1; }; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    fail "could not install ${missing[*]}; install them with:
  apt-get install ${missing[*]}"
  fi
  rm -f "$log"
}

# in need_packages alone: uses its as_root and missing
apt_install() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# What a room makes of a class of another room has its size compiled in, and Swift does not compile it
# again for a stored property that is internal there: objects would be written beyond their end. So where
# a source has changed since the program was built, all are taken for changed.
# freshen PROGRAM
freshen() {
  if [ -f "$1" ] && [ -n "$(find "$root/Sources" -name '*.swift' -newer "$1" -print -quit)" ]; then
    find "$root/Sources" -name '*.swift' -exec touch {} +
  fi
}

# Builds the program, silently unless it fails: build_tj [SWIFT BUILD OPTION…]
build_tj() {
  local log
  log=$(mktemp)
  if ! (cd "$root" && swift build -c release --product tj "$@") >"$log" 2>&1; then
    # the errors; all of it where none is marked
    grep -A 4 'error:' "$log" >&2 || cat "$log" >&2
    rm -f "$log"
    fail "tj could not be built"
  fi
  rm -f "$log"
}

# Builds the program that needs no Swift where it runs: build_static_tj FOLDER
# lld without position independence and a static libstdc++ save a millisecond at each start
# (docs/benchmarks.md); where the archive is missing the shared one is taken. Exclusivity is checked
# in every other build, the tests' among them.
build_static_tj() {
  local libraries=$1/libraries archive options=()
  archive=$(cc -print-file-name=libstdc++.a 2>/dev/null || true)
  if [ -f "$archive" ]; then
    mkdir -p "$libraries"
    ln -sfn "$archive" "$libraries/libstdc++.a"
    options=(-Xlinker "-L$libraries")
  fi
  freshen "$1/release/tj"
  build_tj --static-swift-stdlib --scratch-path "$1" "${options[@]}" \
    -Xswiftc -use-ld=lld -Xswiftc -Xclang-linker -Xswiftc -no-pie \
    -Xswiftc -enforce-exclusivity=unchecked
}

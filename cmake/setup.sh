# Sourced by ./run and ./test: installs what is missing from Debian's packages.
# POSIX sh; expects `set -eu` and the working directory to be the project's.

build_packages="g++ cmake ninja-build pkg-config libsdl2-dev libsdl2-image-dev libimgui-dev libyaml-cpp-dev
libsqlitecpp-dev libsqlite3-dev libfmt-dev libcli11-dev nlohmann-json3-dev libfreetype-dev libgl-dev
libopengl-dev libxxhash-dev libgl1-mesa-dri fonts-lato fonts-sil-andika fonts-opendyslexic"
test_packages="libgtest-dev xvfb xauth xdotool python3-jsonschema python3-ruamel.yaml"
bench_packages="libxtst-dev libbenchmark-dev"

say() { printf '%s\n' "steadfast: $*" >&2; }

# missing_packages NAME…: prints the names that are not installed.
missing_packages() {
  for package in "$@"; do
    case "$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)" in
      *" installed") ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

# install_packages NAME…: installs the missing ones, or says what is needed and stops.
install_packages() {
  if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then
    say "this system has no apt, so the packages cannot be installed for you. Steadfast needs a C++20" \
      "compiler, CMake 3.25, Ninja, pkg-config and what Debian calls:" $*
    exit 1
  fi
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  say "installing with apt: $missing"
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      say "installing needs root, and sudo is not here. As root, run: apt-get install $missing"
      exit 1
    fi
    as_root=sudo
  fi
  # shellcheck disable=SC2086  # the names are meant to be split
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
}

# build PRESET [TARGET…]: configures when needed, then builds what changed, all of it or the targets; shows the
# compiler's words only on trouble.
build() {
  log=build/$1.log
  mkdir -p build
  if [ ! -f "build/$1/build.ninja" ]; then
    say "building ($1); the first time takes a few minutes"
    cmake --preset "$1" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
  fi
  preset=$1
  shift
  cmake --build --preset "$preset" ${1:+--target "$@"} >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
}

# install_validator PRESET: lets npm, where it is here, put a second validator of JSON schemas beside the build.
# Without npm or a network the tests do with the one of Debian.
install_validator() {
  folder=build/$1/schema-validator
  command -v npm >/dev/null 2>&1 || return 0
  # npm writes that file last, so that half an installation does not count.
  if [ -f "$folder/node_modules/.package-lock.json" ] &&
    cmp -s tests/schema/package-lock.json "$folder/package-lock.json"; then
    return 0
  fi
  rm -rf "$folder"
  mkdir -p "$folder"
  cp tests/schema/package.json tests/schema/package-lock.json "$folder/"
  if ! (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 --fetch-timeout=30000 \
    >npm.log 2>&1 </dev/null); then
    say "npm could not install the schema validator ($folder/npm.log); the tests use Debian's alone"
    rm -rf "$folder/node_modules"
  fi
}

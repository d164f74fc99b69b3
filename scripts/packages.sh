#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs packages of Debian 12. usage: scripts/packages.sh [build | lint | test | browser | bench | fuzz] …
#   build   what is needed to build Esep and to run the demo (without a word: this)
#   lint    build, and what formats and reads the sources
#   test    lint, and what the tests compare with
#   browser build, and a browser with what drives it
#   bench   build, and what the benchmarks compare with
#   fuzz    build, and clang with its fuzzer
# Without root and without sudo it names the command that somebody else must run, and ends with code 2.
set -euo pipefail

build=(g++ cmake ninja-build pkg-config ccache file dpkg-dev libxlsxwriter-dev libpodofo-dev libsqlite3-dev
  libboost-program-options-dev catch2 libtomlplusplus-dev nlohmann-json3-dev libfmt-dev libhowardhinnant-date-dev
  libkainjow-mustache-dev libminizip-dev zlib1g-dev libexpat1-dev libssl-dev libicu-dev libqrencode-dev libfreetype-dev libboost-dev libsodium-dev
  fonts-noto-core fonts-dejavu-core icc-profiles-free tzdata python3 python3-openpyxl)
lint=(git clang-format clang-tidy)
test=(qpdf poppler-utils libreoffice-calc-nogui libreoffice-writer-nogui libpdfbox2-java libcommons-io-java libactivation-java libjaxb-api-java
  default-jdk-headless zbar-tools)
browser=(chromium nodejs npm faketime poppler-utils)
bench=(python3-reportlab)
fuzz=(clang libclang-rt-14-dev)

wanted=("${build[@]}")
for level in "$@"; do
  case $level in
    build) ;;
    lint) wanted+=("${lint[@]}") ;;
    test) wanted+=("${lint[@]}" "${test[@]}") ;;
    browser) wanted+=("${browser[@]}") ;;
    bench) wanted+=("${bench[@]}") ;;
    fuzz) wanted+=("${fuzz[@]}") ;;
    *) sed -n '3,10s/^# //p' "$0" >&2; exit 64 ;;
  esac
done
missing=()
for package in "${wanted[@]}"; do
  # Where Node.js comes from elsewhere, npm is part of it.
  [[ $package == npm ]] && command -v npm >/dev/null && continue
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0
root=()
if [[ $(id -u) -ne 0 ]]; then
  command -v sudo >/dev/null || { printf 'Packages are missing. Run as root:\n  apt-get install --no-install-recommends %s\n' "${missing[*]}" >&2; exit 2; }
  root=(sudo)
fi
echo "Installing: ${missing[*]}" >&2
"${root[@]}" apt-get update -qq >&2
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null

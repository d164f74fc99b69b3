#!/usr/bin/env bash
# Installs what Esep needs on Debian 12. `build`: to build and run it; `test`: also what the tests compare with.
set -euo pipefail

build=(g++ cmake ninja-build pkg-config ccache file dpkg-dev libxlsxwriter-dev libpodofo-dev libsqlite3-dev
  libboost-program-options-dev catch2 libtomlplusplus-dev nlohmann-json3-dev libfmt-dev libhowardhinnant-date-dev
  libkainjow-mustache-dev libminizip-dev zlib1g-dev libexpat1-dev libssl-dev libicu-dev libqrencode-dev libfreetype-dev
  fonts-noto-core fonts-dejavu-core icc-profiles-free tzdata python3 python3-openpyxl)
test=(clang clang-tidy clang-format qpdf poppler-utils libreoffice-calc-nogui libpdfbox2-java libcommons-io-java
  libactivation-java libjaxb-api-java default-jdk-headless sqlite3 zbar-tools python3-reportlab python3-lxml unzip zip time)

wanted=("${build[@]}")
[[ ${1:-build} == test ]] && wanted+=("${test[@]}")
missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0
root=()
if [[ $(id -u) -ne 0 ]]; then
  command -v sudo >/dev/null || { echo "Install as root: ${missing[*]}" >&2; exit 2; }
  root=(sudo)
fi
echo "Installing: ${missing[*]}"
"${root[@]}" apt-get update -qq
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null

#!/usr/bin/env bash
# Builds the solution and runs all its tests. What the tests need and the machine lacks is installed by apt where that is
# allowed; otherwise it is named. Anything after the script's name goes to `dotnet test`.
set -euo pipefail
cd "$(dirname "$0")/.."

# need COMMAND PACKAGE PURPOSE
need() {
  command -v "$1" > /dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    echo "Installing $2 for $3."
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" > /dev/null
  else
    echo "Install $2 (Debian: apt-get install $2): $3 need it." >&2
    exit 1
  fi
}

command -v dotnet > /dev/null || { echo "Install the .NET 10 SDK: https://dotnet.microsoft.com/download" >&2; exit 1; }
need chromium chromium "the tests of the pages"
need node nodejs "the checks of the browser's code"
need npm npm "the checks of the browser's code"
need soffice libreoffice-writer "the tests of what is written into Word files"
need localc libreoffice-calc "the tests of an audit's workbook"
need pdftoppm poppler-utils "the tests of what is written into Word files"
# Standard notes are in Arial, and whether one is drawn on one page is told with letters of its widths.
fc-list : family | grep -iE 'liberation sans|arial' > /dev/null || need liberation-sans fonts-liberation "the pages that LibreOffice draws"
# Debian keeps the servers' programs out of the path.
ls /usr/lib/postgresql/*/bin/initdb > /dev/null 2>&1 || need initdb postgresql "the tests of the store"
[ -x /usr/sbin/nginx ] || need nginx nginx "the tests of several servers"

(cd tests/types && npm ci --ignore-scripts --no-audit --no-fund --silent)

configuration=${CONFIGURATION:-Release}
dotnet build AddIn.sln -c "$configuration"
dotnet test --solution AddIn.sln -c "$configuration" --no-build "$@"

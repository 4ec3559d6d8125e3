#!/usr/bin/env bash
# tests/fuzz.sh INPUTS [FOLDER] [TARGET…]: feeds each target its share of so many inputs, guided by what of the product's code each
# reaches (AFL++, SharpFuzz), and prints what came of it. What failed stays in FOLDER; `laminar-fuzz replay TARGET FILE` says how.
# As many targets at once as FUZZ_JOBS says (all cores when left out). Answers 1 where any input failed or took more than 5 s.
set -euo pipefail
cd "$(dirname "$0")/.."

inputs=${1:?Say how many inputs.}
folder=${2:-artifacts/fuzz}
shift $(( $# < 2 ? $# : 2 ))
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(zip document flat text write pack archive json)
jobs=${FUZZ_JOBS:-$(nproc)}

if ! command -v afl-fuzz > /dev/null; then
  [ "$(id -u)" = 0 ] || { echo "Install AFL++ (Debian: apt-get install afl++)." >&2; exit 1; }
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends afl++ > /dev/null
fi

mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
program=$folder/program
dotnet tool restore --verbosity quiet
rm -rf "$program"
dotnet build tests/Laminar.Fuzz -c Release -v quiet -p:ReadyToRunHosts=false
cp -r tests/Laminar.Fuzz/bin/Release/net10.0 "$program"
rm -rf "$folder/seeds"
"$program/laminar-fuzz" seeds "$folder/seeds"
for assembly in Laminar.Engine Laminar.Word; do
  dotnet sharpfuzz "$program/$assembly.dll"
done
# What the hosts share is compiled in.
dotnet sharpfuzz "$program/laminar-fuzz.dll" Laminar.Hosts Laminar.Web

export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_FORKSRV_INIT_TMOUT=60000
# The same code takes the same branches each time: no recompilation as it warms up, no second core for the collector.
export DOTNET_TieredPGO=0 DOTNET_gcServer=0 DOTNET_gcConcurrent=0

# share TARGET: of a hundred. A pack is compiled in the time that a thousand files are refused in.
share() { case $1 in zip) echo 25 ;; document | flat) echo 20 ;; json) echo 12 ;; write) echo 10 ;; text) echo 6 ;; archive) echo 6 ;; pack) echo 1 ;; *) echo "There is no target $1." >&2; return 1 ;; esac; }
whole=0
for target in "${targets[@]}"; do whole=$((whole + $(share "$target"))); done

# fuzz TARGET
fuzz() {
  rm -rf "$folder/$1"
  local words=()
  case $1 in zip | archive) ;; *) words=(-x "$folder/seeds/words") ;; esac
  afl-fuzz -i "$folder/seeds/$1" -o "$folder/$1" -m none -t 5000 -E $((inputs * $(share "$1") / whole + 1)) -s 6 "${words[@]}" \
    -- "$program/laminar-fuzz" fuzz "$1" > "$folder/$1.log" 2>&1 || { echo "$1: afl-fuzz stopped, see $folder/$1.log" >&2; return 1; }
}

for target in "${targets[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n || true; done
  fuzz "$target" &
done
while [ "$(jobs -rp | wc -l)" -gt 0 ]; do wait -n || true; done

# number TARGET NAME
number() { sed -n "s/^$2 *: *\([0-9.]*\).*/\1/p" "$folder/$1/default/fuzzer_stats"; }

all=0 faults=0
printf '\n%-10s%12s%12s%10s%10s%10s\n' target inputs inputs/s crashes hangs corpus
for target in "${targets[@]}"; do
  [ -f "$folder/$target/default/fuzzer_stats" ] || { faults=$((faults + 1)); printf '%-10s did not run\n' "$target"; continue; }
  crashes=$(number "$target" saved_crashes) hangs=$(number "$target" saved_hangs)
  printf '%-10s%12s%12s%10s%10s%10s\n' "$target" "$(number "$target" execs_done)" "$(number "$target" execs_per_sec)" "$crashes" "$hangs" "$(number "$target" corpus_count)"
  all=$((all + $(number "$target" execs_done))) faults=$((faults + crashes + hangs))
done
printf '%-10s%12s%12s%10s\n' all "$all" '' "$faults"
[ "$faults" = 0 ]

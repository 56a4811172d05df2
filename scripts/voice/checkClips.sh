#!/usr/bin/env bash
# Measures the voice clips: keys, length, loudness, clipping, MP3 decoding, pack size,
# and two assembled calls (one per language) for total length and gaps at the joins.
# Developer-only, like makeClips.sh. Needs node and, from Debian: sox libsox-fmt-mp3 lame.
# Usage: scripts/voice/checkClips.sh [clip-folder]; exits 1 on any fault.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
dir=${1:-$here/../../apps/display/public/voice}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
faults=0
fault() { echo "FAULT $*"; faults=$((faults + 1)); }
holds() { awk "BEGIN {exit !($1)}"; } # an awk condition

# One line per clip: language key file ms. Missing or unknown keys are faults.
node - "$dir" >"$tmp/list" <<'JS'
const fs = require("fs"), path = require("path"), dir = process.argv[2];
const index = JSON.parse(fs.readFileSync(path.join(dir, "index.json"), "utf8"));
const common = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ", ..."0123456789"];
for (let n = 1; n < 100; n++) common.push("n" + n);
const wanted = {
  zh: ["qing", "hao-dao", "haochuangkou", ...common],
  en: ["ticket", "please-go-to-counter", ...common],
};
if (index.version !== 1) console.log("! version is not 1");
for (const lang of Object.keys(wanted)) {
  const clips = index.languages[lang].clips;
  for (const key of wanted[lang]) if (!clips[key]) console.log(`! ${lang} lacks ${key}`);
  for (const [key, clip] of Object.entries(clips)) {
    if (!wanted[lang].includes(key)) console.log(`! ${lang} has unknown key ${key}`);
    console.log(lang, key, clip.file, clip.ms);
  }
}
const used = new Set([index.chime, ...Object.values(index.languages).flatMap((l) => Object.values(l.clips).map((c) => c.file))]);
for (const file of fs.readdirSync(dir, { recursive: true })) {
  const name = String(file).split(path.sep).join("/");
  if (name.endsWith(".mp3") && !used.has(name)) console.log(`! ${name} is not in index.json`);
}
console.log("chime", "chime", index.chime, 0);
JS

rate=$(node -p 'require(require("path").resolve(process.argv[1], "index.json")).sampleRate' "$dir")
mkdir -p "$tmp/wav/zh" "$tmp/wav/en"

while read -r lang key file ms; do
  if [[ $lang == '!' ]]; then fault "$key $file $ms"; continue; fi
  wav=$tmp/wav/${file%.mp3}.wav
  # lame leaves out the encoder's own padding, as browsers do; sox (libmad) keeps it.
  if ! lame --quiet --decode "$dir/$file" "$wav" 2>/dev/null; then fault "$file: lame cannot decode it"; continue; fi
  if ! sox "$dir/$file" "$tmp/mad.wav" 2>/dev/null; then fault "$file: sox cannot decode it"; continue; fi
  long=$(awk -v n="$(soxi -s "$wav")" -v r="$rate" 'BEGIN {print n * 1000 / r}')
  mad=$(awk -v n="$(soxi -s "$tmp/mad.wav")" -v r="$rate" 'BEGIN {print n * 1000 / r}')
  [[ $(soxi -r "$wav") == "$rate" && $(soxi -c "$dir/$file") == 1 ]] || fault "$file: not mono $rate Hz"
  read -r peak rms < <(sox "$wav" -n stats 2>&1 | awk '/^Pk lev/ {p=$4} /^RMS lev/ {r=$4} END {print p, r}')
  # Quiet before and after the sound (below -50 dBFS), in ms.
  n=$(soxi -s "$wav")
  sox "$wav" "$tmp/t.wav" silence 1 0.002 0.3%
  lead=$(((n - $(soxi -s "$tmp/t.wav")) * 1000 / rate))
  sox "$wav" "$tmp/t.wav" reverse silence 1 0.002 0.3%
  tail=$(((n - $(soxi -s "$tmp/t.wav")) * 1000 / rate))
  echo "$lang $key $long $mad $rms $peak $lead $tail" >>"$tmp/measured"
  holds "$peak < -0.5" || fault "$file: peak $peak dBFS"
  holds "$mad - $long > -3 && $mad - $long < 130" || fault "$file: sox decodes $mad ms, lame $long ms"
  if [[ $lang == chime ]]; then
    holds "$long > 800 && $long < 1600 && $rms > -30" || fault "chime: $long ms, $rms dBFS"
    continue
  fi
  holds "$long - $ms < 2 && $ms - $long < 2" || fault "$file: index says $ms ms, decodes to $long ms"
  holds "$long >= 150 && $long <= 2500" || fault "$file: $long ms"
  holds "$rms > -20.75 && $rms < -19.25" || fault "$file: RMS $rms dBFS"
  ((lead <= 60 && tail <= 90)) || fault "$file: quiet ends $lead ms and $tail ms"
done <"$tmp/list"

awk '{l=$1; n[l]++
  if (n[l]==1) {a[l]=b[l]=$3; c[l]=d[l]=$5; p[l]=$6; e[l]=$7; f[l]=$8; m[l]=$4-$3}
  if ($3<a[l]) a[l]=$3; if ($3>b[l]) b[l]=$3; if ($5<c[l]) c[l]=$5; if ($5>d[l]) d[l]=$5
  if ($6>p[l]) p[l]=$6; if ($7>e[l]) e[l]=$7; if ($8>f[l]) f[l]=$8; if ($4-$3>m[l]) m[l]=$4-$3}
  END {for (l in n) printf "%s: %d clips, %.0f–%.0f ms, RMS %.2f to %.2f dBFS, highest peak %.2f dBFS, quiet ends at most %d/%d ms, padding kept by sox at most %.0f ms\n", l, n[l], a[l], b[l], c[l], d[l], p[l], e[l], f[l], m[l]}' "$tmp/measured"

# Joins the clips of one call and finds its longest quiet stretch (10 ms blocks whose
# loudest sample is below -50 dBFS). Decoded twice: padding left out, and padding kept.
assemble() { # name decoder file-stems…
  local name=$1 decoder=$2 files=() stem
  shift 2
  for stem in "$@"; do
    if [[ $decoder == lame ]]; then files+=("$tmp/wav/$stem.wav"); else files+=("$dir/$stem.mp3"); fi
  done
  sox "${files[@]}" "$tmp/call.wav"
  local seconds gap
  seconds=$(soxi -D "$tmp/call.wav")
  gap=$(sox "$tmp/call.wav" -t dat - | awk -v r="$rate" '
    /^;/ {next}
    {v = $2 < 0 ? -$2 : $2; if (v > top) top = v
     if (++i >= r / 100) {if (top < 0.00316) {run += 10; if (run > most) most = run} else run = 0; i = 0; top = 0}}
    END {print most + 0}')
  echo "$name ($decoder): $seconds s, longest quiet stretch $gap ms"
  holds "$seconds >= 3 && $seconds <= 6" || fault "$name lasts $seconds s"
  if [[ $decoder == lame ]]; then
    holds "$gap <= 250" || fault "$name has a gap of $gap ms"
  fi
}
zhCall=(zh/qing zh/letter-a zh/digit-0 zh/digit-0 zh/digit-1 zh/hao-dao zh/n3 zh/haochuangkou)
enCall=(en/ticket en/letter-a en/digit-0 en/digit-0 en/digit-1 en/please-go-to-counter en/n3)
for decoder in lame sox; do
  assemble "请A零零一号到三号窗口办理" "$decoder" "${zhCall[@]}"
  assemble "Ticket A zero zero one, please go to counter three" "$decoder" "${enCall[@]}"
done

bytes=$(cat "$dir"/*.mp3 "$dir"/*/*.mp3 "$dir/index.json" | wc -c)
echo "pack: $bytes bytes"
((bytes < 1500000)) || fault "the pack is $bytes bytes"
if ((faults)); then echo "checkClips: $faults faults"; exit 1; fi
echo "checkClips: all well"

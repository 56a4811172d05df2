#!/usr/bin/env bash
# Makes the default voice clips in apps/display/public/voice/ (chime, zh, en, index.json).
# Developer-only: the made clips are committed, so nothing here is needed to run or test.
# Needs Debian packages: espeak-ng sox libsox-fmt-mp3 lame. REPLACES every clip in the
# output folder. Usage: scripts/voice/makeClips.sh [output-folder], then checkClips.sh.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/../../apps/display/public/voice}

# "cmn" in espeak-ng 1.51 reads its own pinyin as English ("king three" for 请);
# cmn-latn-pinyin does not. Letters, which it says with Chinese tones and sounds,
# come from an English voice of the same timbre, pitch and speed.
zhVoice=cmn-latn-pinyin
zhLetterVoice=en-us
enVoice=en-gb
speed=150     # words per minute
level=50      # espeak amplitude: at its default of 100 some syllables clip
rate=22050    # Hz, espeak's own: no resampling
bitrate=36    # kbit/s, mono, average
targetRms=-20 # dBFS, over the whole clip (the encoder takes off another 0.4 dB)
keep=220      # samples (10 ms) of the voice's own quiet kept at each end
pad=0.02      # seconds of silence then added at each end: 30 ms in all

for tool in espeak-ng sox soxi lame awk; do
  command -v "$tool" >/dev/null || { echo "makeClips: $tool is not installed" >&2; exit 1; }
done

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir -p "$tmp/pack/zh" "$tmp/pack/en"

rmsOf() { sox "$1" -n stats 2>&1 | awk '/^RMS lev dB/ {print $4}'; }

encode() { # wav mp3
  # Average, not constant, bit rate: at a constant 36 kbit/s a frame is too small for the
  # tag that tells browsers how much encoder padding to leave out at the ends.
  lame --quiet --noreplaygain -m m --abr "$bitrate" -q 0 "$1" "$2"
}

# Speak one clip, trim it, fade its ends, bring it to the target RMS, encode it
# and add it to the language's list.
clip() { # language key file-stem voice text
  local lang=$1 key=$2 stem=$3 voice=$4 text=$5
  local raw=$tmp/raw.wav cut=$tmp/cut.wav body=$tmp/body.wav done=$tmp/done.wav
  espeak-ng -v "$voice" -s "$speed" -a "$level" -w "$raw" -- "$text"
  local quiet=(silence 1 0.002 0.15%)
  local total lead tail
  total=$(soxi -s "$raw")
  sox "$raw" "$cut" "${quiet[@]}"
  lead=$((total - $(soxi -s "$cut") - keep))
  sox "$raw" "$cut" reverse "${quiet[@]}"
  tail=$((total - $(soxi -s "$cut") - keep))
  if ((lead < 0)); then lead=0; fi
  if ((tail < 0)); then tail=0; fi
  sox -D "$raw" "$body" trim "${lead}s" "$((total - lead - tail))s" \
    fade l 0.005 0 0.005 pad "$pad" "$pad"
  sox -D "$body" "$done" gain "$(awk -v t="$targetRms" -v r="$(rmsOf "$body")" 'BEGIN {print t - r}')"
  encode "$done" "$tmp/pack/$lang/$stem.mp3"
  printf '        "%s": { "file": "%s", "ms": %d },\n' "$key" "$lang/$stem.mp3" \
    "$(($(soxi -s "$done") * 1000 / rate))" >>"$tmp/$lang.list"
}

# Mandarin syllables for 0–9 as espeak-ng phonemes. 五 and 九 carry the half third tone
# (21), which is what they have in running speech: another syllable always follows them.
zhDigit=("l'i35N_|" "j'i55_|" "'@r51_|" "s'a55n_|" "s'i[51_|"
  "w'u21_|" "l'iou51_|" "tS;h'i55_|" "p'A55_|" "tS;'iou21_|")
zhTen="s.'i.35_|"

zhCounter() { # 1..99 -> phonemes of 一 … 九十九
  local tens=$(($1 / 10)) units=$(($1 % 10)) said=
  if ((tens > 1)); then said+="${zhDigit[tens]} "; fi
  if ((tens > 0)); then said+="$zhTen "; fi
  if ((units > 0)); then said+="${zhDigit[units]}"; fi
  printf '[[%s]]' "$said"
}

# --- Mandarin -------------------------------------------------------------------------
clip zh qing qing "$zhVoice" "[[tS;h'i21N_|]]"            # 请, half third tone
clip zh hao-dao hao-dao "$zhVoice" "号到"
clip zh haochuangkou haochuangkou "$zhVoice" "号窗口办理"
for letter in {A..Z}; do
  said=$letter
  if [[ $letter == Z ]]; then said=zed; fi                # "zee" is too near to C
  clip zh "$letter" "letter-${letter,}" "$zhLetterVoice" "$said"
done
for digit in {0..9}; do clip zh "$digit" "digit-$digit" "$zhVoice" "[[${zhDigit[digit]}]]"; done
for n in {1..99}; do clip zh "n$n" "n$n" "$zhVoice" "$(zhCounter "$n")"; done

# --- English: a comma gives the tone of a list that goes on, a full stop ends it -------
clip en ticket ticket "$enVoice" "Ticket,"
clip en please-go-to-counter please-go-to-counter "$enVoice" "please go to counter,"
for letter in {A..Z}; do clip en "$letter" "letter-${letter,}" "$enVoice" "$letter,"; done
enDigit=(zero one two three four five six seven eight nine)
for digit in {0..9}; do clip en "$digit" "digit-$digit" "$enVoice" "${enDigit[digit]},"; done
enTeen=(ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen)
enTens=("" "" twenty thirty forty fifty sixty seventy eighty ninety)
for n in {1..99}; do
  if ((n < 10)); then said=${enDigit[n]}
  elif ((n < 20)); then said=${enTeen[n - 10]}
  else
    said=${enTens[n / 10]}
    if ((n % 10)); then said+="-${enDigit[n % 10]}"; fi
  fi
  clip en "n$n" "n$n" "$enVoice" "$said."
done

# --- Chime: E5 then C5, each with two soft overtones, dying away -------------------------
strike() { # frequency seconds wav
  local ring=2.4 partial=("$1 -8" "$(($1 * 2)) -20" "$(($1 * 3)) -28") i frequency gain
  for i in 0 1 2; do # a logarithmic fade over 2.4 s, cut at the length wanted
    read -r frequency gain <<<"${partial[i]}"
    sox -D -r "$rate" -c 1 -b 16 -n "$tmp/partial$i.wav" synth "$ring" sine "$frequency" \
      gain "$gain" fade l 0.006 "$ring" 2.39 trim 0 "$2" fade t 0 "$2" 0.1
  done
  sox -D -m -v 1 "$tmp/partial0.wav" -v 1 "$tmp/partial1.wav" -v 1 "$tmp/partial2.wav" "$3"
}
strike 659 0.75 "$tmp/ding.wav"
strike 523 0.75 "$tmp/dong.wav"
sox -D "$tmp/dong.wav" "$tmp/dongLate.wav" pad 0.4 0
sox -D -m -v 1 "$tmp/ding.wav" -v 1 "$tmp/dongLate.wav" "$tmp/both.wav"
sox -D "$tmp/both.wav" "$tmp/chime.wav" gain -n -6 pad 0.02 0.02
encode "$tmp/chime.wav" "$tmp/pack/chime.mp3"

# --- index.json ------------------------------------------------------------------------
{
  printf '{\n  "version": 1,\n  "sampleRate": %d,\n  "chime": "chime.mp3",\n  "languages": {\n' "$rate"
  printf '    "zh": {\n      "clips": {\n'
  sed '$ s/,$//' "$tmp/zh.list"
  printf '      }\n    },\n    "en": {\n      "clips": {\n'
  sed '$ s/,$//' "$tmp/en.list"
  printf '      }\n    }\n  }\n}\n'
} >"$tmp/pack/index.json"

mkdir -p "$out"
rm -rf "$out/zh" "$out/en"
cp -r "$tmp/pack/." "$out/"
echo "makeClips: $(find "$out" -name '*.mp3' | wc -l) clips, $(cat "$out"/*.mp3 "$out"/*/*.mp3 | wc -c) bytes in $out"

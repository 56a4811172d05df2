#!/usr/bin/env python3
"""Makes shared/printing/glyphs/glyphs24.bin: every sign a slip may need as dots, 12x24 or 24x24, from Noto Sans Mono CJK SC.

Developer-only: the file is committed, so nothing here is needed to run or test. Needs python3 with Pillow, the Debian package
fonts-noto-cjk and Node for the compression. Usage: makeGlyphs.py <NotoSansCJK-Regular.ttc> <output.raw>, then
  node -e 'const z=require("zlib"),f=require("fs");f.writeFileSync(process.argv[2],z.brotliCompressSync(f.readFileSync(process.argv[1]),{params:{[z.constants.BROTLI_PARAM_LGWIN]:24,[z.constants.BROTLI_PARAM_SIZE_HINT]:3e6}}))' output.raw shared/printing/glyphs/glyphs24.bin

Format, big endian: u32 number of runs; for each run u32 first code point, u32 count, u32 bytes per row (2: 12 dots wide, 3: 24);
then the dots of all runs, 24 rows a sign, the highest bit leftmost. Runs are in the order of their code points.
"""
import struct
import sys
from PIL import Image, ImageDraw, ImageFont

FACE = 7  # Noto Sans Mono CJK SC: its Latin is exactly half as wide as its Chinese
HALF = [(0x20, 0x7E), (0xA0, 0x17F)]
# As shared/core/src/slip/columns.ts counts two columns.
WIDE = [
    0xA7, 0xB0, 0xB1, 0xB7, 0xD7, 0xF7, (0x391, 0x3C9), (0x401, 0x451), (0x2010, 0x27BF), (0x2E80, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x20000, 0x323AF),
]
points = lambda parts: [p for part in parts for p in (range(part[0], part[1] + 1) if isinstance(part, tuple) else [part])]
wide = set(points(WIDE))

font = ImageFont.truetype(sys.argv[1], 24, index=FACE)
assert font.getname()[0] == 'Noto Sans Mono CJK SC', font.getname()


def dots(point, width):
    cell = Image.new('1', (width, 24), 0)
    draw = ImageDraw.Draw(cell)
    draw.fontmode = '1'
    left = max(0, (width - round(font.getlength(chr(point)))) // 2)
    draw.text((left, 21), chr(point), fill=1, font=font, anchor='ls')
    return cell.tobytes()


missing = {dots(0x10FFFE, 12), dots(0x10FFFE, 24)}
runs = []
for point in sorted(set(points(HALF)) | wide):
    width = 24 if point in wide else 12
    bits = dots(point, width)
    if bits in missing or (not any(bits) and point not in (0x20, 0xA0, 0x3000)):
        continue
    if runs and runs[-1][0] + len(runs[-1][2]) == point and runs[-1][1] == width:
        runs[-1][2].append(bits)
    else:
        runs.append((point, width, [bits]))
with open(sys.argv[2], 'wb') as out:
    out.write(struct.pack('>I', len(runs)))
    for first, width, signs in runs:
        out.write(struct.pack('>III', first, len(signs), width // 12 + 1))
    for _, _, signs in runs:
        out.write(b''.join(signs))
print(len(runs), 'runs,', sum(len(signs) for _, _, signs in runs), 'signs')

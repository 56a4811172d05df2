// A QR code as dots, for printers that cannot draw one themselves and for the picture of those that can.
import qrcode from 'qrcode-generator';
import { Bitmap } from './bitmap.ts';

/** Modules at error correction M, each `dots` dots; no quiet zone: the paper around it is white. */
export function qrPicture(text: string, dots: number): Bitmap {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const modules = new Bitmap(count, count);
  for (let y = 0; y < count; y += 1) {
    for (let x = 0; x < count; x += 1) if (code.isDark(y, x)) modules.set(x, y);
  }
  const picture = new Bitmap(count * dots, count * dots);
  picture.draw(modules, 0, 0, dots);
  return picture;
}

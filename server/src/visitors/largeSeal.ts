// Sealing of files, piece by piece: between two pieces everybody else has a turn, so that five megabytes hold nobody up.
import { createCipheriv, createDecipheriv, createHash, randomBytes, type KeyObject } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';

const nonceBytes = 12;
const tagBytes = 16;
/** About a millisecond of work. */
const pieceBytes = 256 * 1_024;

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
}

/** Nonce, ciphertext and tag, in pieces to be written one after the other, and the SHA-256 of them all. */
export async function sealLarge(key: KeyObject, label: string, bytes: Uint8Array): Promise<{ readonly pieces: readonly Buffer[]; readonly sha256: string }> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(label));
  const hash = createHash('sha256').update(nonce);
  const pieces: Buffer[] = [nonce];
  for (const piece of piecesOf(bytes)) {
    const sealed = cipher.update(piece);
    hash.update(sealed);
    pieces.push(sealed);
    await nextTurn();
  }
  const end = Buffer.concat([cipher.final(), cipher.getAuthTag()]);
  return { pieces: [...pieces, end], sha256: hash.update(end).digest('hex') };
}

/** Null when the key is another one or the data was changed; nothing of it is given before that is known. */
export async function unsealLarge(key: KeyObject, label: string, sealed: Buffer): Promise<Buffer | null> {
  if (sealed.length < nonceBytes + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(label)).setAuthTag(sealed.subarray(-tagBytes));
  const pieces: Buffer[] = [];
  for (const piece of piecesOf(sealed.subarray(nonceBytes, -tagBytes))) {
    pieces.push(decipher.update(piece));
    await nextTurn();
  }
  try {
    pieces.push(decipher.final());
  } catch {
    // The only thing final() says: the tag does not fit.
    return null;
  }
  return Buffer.concat(pieces);
}

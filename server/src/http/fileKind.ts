// What a file is, by its own bytes: three kinds are taken and no other, so their signatures stand here. What it is called and
// what its sender says of it counts for nothing by itself.
import type { FileKind } from '@hall/core/domain/attachment';

interface Form { readonly type: string; readonly begins: Buffer; readonly ends: Buffer | null; readonly extension: string }

export const fileForms: Readonly<Record<FileKind, Form>> = {
  png: { type: 'image/png', begins: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), ends: Buffer.from('49454e44ae426082', 'hex'), extension: 'png' },
  // Cameras write behind the end of the picture.
  jpeg: { type: 'image/jpeg', begins: Buffer.from('ffd8ff', 'hex'), ends: null, extension: 'jpg' },
  pdf: { type: 'application/pdf', begins: Buffer.from('%PDF-'), ends: null, extension: 'pdf' },
};
const kinds = Object.keys(fileForms) as FileKind[];
export const fileTypes = kinds.map((kind) => fileForms[kind].type);

/** Null when the bytes are of none of the kinds. */
export function kindOf(bytes: Buffer): FileKind | null {
  return kinds.find((kind) => {
    const { begins, ends } = fileForms[kind];
    return bytes.subarray(0, begins.length).equals(begins) && (ends === null || bytes.subarray(-ends.length).equals(ends));
  }) ?? null;
}

/** Null when it says nothing of ours. */
export const kindSaid = (contentType: string): FileKind | null => kinds.find((kind) => fileForms[kind].type === contentType.split(';')[0]?.trim().toLowerCase()) ?? null;

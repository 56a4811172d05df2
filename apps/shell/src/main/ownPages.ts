// The shell's own pages, served under hall://app from its own files: the screens as they were built, and the few pages of the
// shell itself. They start without the server. Nothing outside the folders can be reached, and every page forbids itself
// everything but its own files and the hall's server.
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** Pages in `<pages>/<room>/`. The manager's page is for a browser: no machine in public hands carries it. */
export const rooms = ['kiosk', 'counter', 'display', 'pad', 'setup', 'manager'] as const;
export type Room = (typeof rooms)[number];

/** The room of an address of ours; null for any other address. */
export function roomAt(url: string): Room | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, pathname } = new URL(url);
  return protocol === 'hall:' && host === 'app' ? (rooms.find((room) => pathname.startsWith(`/${room}/`)) ?? null) : null;
}

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp',
  '.wav': 'audio/wav', '.mp3': 'audio/mpeg', '.ogg': 'audio/ogg', '.opus': 'audio/ogg', '.mp4': 'video/mp4', '.webm': 'video/webm',
};

/** What a page may do. `server`: the hall's origin, for its websocket; requests go through hall://app/api. Null: none is known. */
export function pageHeaders(server: string | null): Record<string, string> {
  const socket = server === null ? '' : ` ${server.replace(/^http/u, 'ws')}`;
  return {
    'content-security-policy': [
      "default-src 'none'", "script-src 'self'", "style-src 'self'", "font-src 'self'", "img-src 'self' data:", "media-src 'self'",
      `connect-src 'self'${socket}`, "manifest-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'",
    ].join(';'),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid', 'midi', 'display-capture', 'clipboard-read'].map((name) => `${name}=()`).join(', '),
  };
}

const notHere = (server: string | null): Response => new Response('', { status: 404, headers: pageHeaders(server) });

/** Answers for one address under hall://app other than /api. `folder` holds a folder for each room. */
export async function ownPage(folder: string, url: string, method: string, server: string | null): Promise<Response> {
  const room = roomAt(url);
  if (room === null) return notHere(server);
  if (method !== 'GET' && method !== 'HEAD') return new Response('', { status: 405, headers: pageHeaders(server) });
  const parts = partsOf(new URL(url).pathname);
  const kind = parts === null ? undefined : kinds[extname(parts.at(-1) ?? '')];
  if (parts === null || kind === undefined) return notHere(server);
  try {
    const bytes = await readFile(join(folder, ...parts));
    return new Response(method === 'HEAD' ? null : new Uint8Array(bytes), { status: 200, headers: { ...pageHeaders(server), 'content-type': kind, 'content-length': String(bytes.length) } });
  } catch {
    return notHere(server);
  }
}

/** The names below the folder; null for whatever is not a plain name. */
function partsOf(pathname: string): string[] | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const parts = (path.endsWith('/') ? `${path}index.html` : path).slice(1).split('/');
  return parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/u.test(part)) ? parts : null;
}

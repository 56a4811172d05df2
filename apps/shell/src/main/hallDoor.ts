// Requests of a page to the hall: hall://app/api/… becomes the same path of the hall's server. For the page it is its own origin,
// so the hall need not open itself to other origins. Nothing passes before the authority is pinned.
export interface HallDoorParts {
  readonly server: string;
  /** The session's own `fetch`, which judges certificates. */
  readonly send: (url: string, init: RequestInit & { readonly bypassCustomProtocolHandlers?: boolean }) => Promise<Response>;
  /** True when the hall's server may be spoken to: it is plain and on this machine, or its authority is pinned. */
  readonly isReady: () => Promise<boolean>;
  /** Hears each moment that the hall tells, ms. */
  readonly told: (at: number) => void;
}

/** Headers that belong to one connection or to the page's own address, not to what is asked. */
const notPassedOn = /^(host|origin|referer|cookie|connection|content-length|keep-alive|transfer-encoding|upgrade|proxy-.*|sec-.*)$/iu;
/** Of an answer: its body arrives unpacked, and where a page's policy is concerned, ours counts. */
const notPassedBack = /^(content-encoding|content-length|connection|keep-alive|transfer-encoding|set-cookie|strict-transport-security|content-security-policy|alt-svc)$/iu;

/** A plan is the largest that is ever sent. */
const mostBytes = 5 * 1024 * 1024;
const patienceMs = 30_000;

export function isHallRequest(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, pathname } = new URL(url);
  return protocol === 'hall:' && host === 'app' && pathname.startsWith('/api/');
}

export async function throughHallDoor(request: Request, { server, send, isReady, told }: HallDoorParts): Promise<Response> {
  if (!(await isReady())) return away();
  const { pathname, search } = new URL(request.url);
  const body = request.method === 'GET' || request.method === 'HEAD' ? null : await request.arrayBuffer();
  if (body !== null && body.byteLength > mostBytes) return new Response('', { status: 413 });
  const headers = Object.fromEntries([...request.headers].filter(([name]) => !notPassedOn.test(name)));
  try {
    const answer = await send(`${server}${pathname}${search}`, {
      method: request.method, headers, credentials: 'omit', cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(patienceMs), bypassCustomProtocolHandlers: true,
      ...(body === null || body.byteLength === 0 ? {} : { body }),
    });
    const at = Date.parse(answer.headers.get('date') ?? '');
    if (Number.isFinite(at)) told(at);
    const hasBody = ![204, 205, 304].includes(answer.status);
    return new Response(hasBody ? answer.body : null, { status: answer.status, headers: [...answer.headers].filter(([name]) => !notPassedBack.test(name)) });
  } catch {
    return away();
  }
}

/** As a page sees a server that is not there: it tries again by itself. */
const away = (): Response => new Response('', { status: 502, headers: { 'cache-control': 'no-store' } });

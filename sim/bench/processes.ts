// Processes of the bench: each measured thing and each load generator runs in one of its own and is asked over IPC.
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

type Handlers = Record<string, (...given: never[]) => unknown>;
interface Question { readonly id: number; readonly name: string; readonly given: readonly unknown[] }
interface Reply { readonly id: number; readonly value?: unknown; readonly error?: string }

export interface Helper<H extends Handlers> {
  ask<K extends keyof H & string>(name: K, ...given: Parameters<H[K]>): Promise<Awaited<ReturnType<H[K]>>>;
  readonly pid: number;
  end(): Promise<void>;
}

/** What Node has compiled is kept, as the `hall` command does (server/src/cli/boot.mjs). */
const compiled = join(import.meta.dirname, '../../node_modules/.cache/hall/compiled');

/** Starts `children/<name>.ts`; `flags` go to Node. */
export function startHelper<H extends Handlers>(name: string, flags: readonly string[] = []): Helper<H> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'children', `${name}.ts`), {
    execArgv: [...flags], serialization: 'advanced', env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  const open = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let asked = 0;
  let ending = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      for (const { reject } of open.values()) reject(new Error(`${name} ended with ${signal ?? code}`));
      if (!ending && open.size === 0) throw new Error(`${name} ended with ${signal ?? code}`);
      resolve();
    });
  });
  child.on('message', ({ id, value, error }: Reply) => {
    const one = open.get(id);
    open.delete(id);
    if (error === undefined) one?.resolve(value as never);
    else one?.reject(new Error(`${name}: ${error}`));
  });
  return {
    pid: child.pid ?? 0,
    ask(what, ...given) {
      asked += 1;
      const id = asked;
      const { promise, resolve, reject } = Promise.withResolvers<never>();
      open.set(id, { resolve, reject });
      child.send({ id, name: what, given } satisfies Question);
      return promise;
    },
    end() {
      ending = true;
      if (child.connected) child.disconnect();
      return ended;
    },
  };
}

/** In a child: answers what is asked until the parent ends it, then leaves in order. */
export function answerWith<H extends Handlers>(handlers: H, leave: () => Promise<void> | void = () => undefined): void {
  process.on('message', ({ id, name, given }: Question) => {
    void Promise.resolve()
      .then(() => handlers[name]?.(...(given as never[])))
      .then((value) => ({ id, value }), (error: unknown) => ({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
      .then((reply: Reply) => process.send?.(reply));
  });
  process.once('disconnect', () => { void Promise.resolve(leave()).then(() => process.exit(0)); });
  // The parent decides when to stop; Ctrl+C reaches the whole group.
  process.on('SIGINT', () => undefined);
}

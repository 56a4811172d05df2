// A plain browser: the page comes from the server itself, keeps its own key, and prints nothing.
import { deviceKey } from '../link/deviceKey.ts';
import type { Machine } from './machine.ts';

export const browserMachine = ({ location }: Pick<Window, 'location'>): Machine => ({
  server: location.origin,
  key: deviceKey,
  authorityPin: () => Promise.resolve(null),
  placed: () => undefined,
  beAlive: () => () => undefined,
  printer: null,
  cardRead: null,
  restart: () => { location.reload(); },
});

// Staff screens of a running hall as devices with people who sign in at them: what a page does, without the page.
import type { Duty } from '@hall/core/domain/person';
import { trialCredential } from '../people/trialCredentials.ts';
import { comeAs, type DeviceScreen } from './deviceScreen.ts';
import { askFrom, freshProof, letIn, newDevice, type Asked, type AskedReply, type TestDevice } from './testDevice.ts';

/** A running hall and its own secret. */
export interface OwnHall extends Asked { readonly secret: string }

export interface StaffScreen {
  readonly device: TestDevice;
  readonly place: string;
  /** One request with a fresh proof of the device's key. */
  ask(method: string, path: string, body?: object, session?: string): Promise<AskedReply>;
  signIn(personId: string, password: string): Promise<AskedReply>;
  /** A connection; without a session as a screen where nobody is signed in. */
  come(session?: string): Promise<DeviceScreen>;
}

/** With the hall's own secret, as the commands on its machine. */
export const askOwner = (hall: OwnHall, method: string, path: string, body?: object): Promise<AskedReply> =>
  askFrom(hall, method, path, { ...(body === undefined ? {} : { body }), credential: trialCredential(hall.secret, { role: 'manager', place: 'cli' }) });

export async function staffScreen(hall: OwnHall, role: 'counter' | 'desk' | 'manager', place: string): Promise<StaffScreen> {
  const device = await newDevice();
  const { status, body } = await letIn(hall, device, role, place, trialCredential(hall.secret, { role: 'manager', place: 'cli' }));
  if (status !== 201) throw new Error(`the device was not let in: ${JSON.stringify(body)}`);
  const ask: StaffScreen['ask'] = async (method, path, sent, session) =>
    askFrom(hall, method, path, { ...(sent === undefined ? {} : { body: sent }), ...(session === undefined ? {} : { session }), credential: await freshProof(hall, device) });
  return {
    device, place, ask,
    signIn: (personId, password) => ask('POST', '/api/session', { personId, password }),
    come: (session) => comeAs(hall, device, undefined, session ?? null),
  };
}

export const tokenIn = ({ status, body }: AskedReply): string => {
  if (status !== 201) throw new Error(`no token: ${status} ${JSON.stringify(body)}`);
  return (body as { token: string }).token;
};

/** A good password of a test's people; different for everybody. */
export const passwordOf = (personId: string): string => `Blau Kiesel ${[...personId].reverse().join('-')} 7!`;

/** A person who has come once already: the one-time password is changed. */
export async function personWith(hall: OwnHall, at: StaffScreen, personId: string, duties: readonly Duty[], more: object = {}): Promise<string> {
  const person = { id: personId, name: `person ${personId}`, duties, extras: [], queueIds: [], counterIds: [], isActive: true, ...more };
  const set = await askOwner(hall, 'POST', '/api/people', { people: [person], then: null });
  if (set.status !== 200) throw new Error(`the person was not set: ${JSON.stringify(set.body)}`);
  const given = await askOwner(hall, 'POST', `/api/people/${personId}/password`);
  const { password } = given.body as { password: string };
  return tokenIn(await at.ask('POST', '/api/session/password', { personId, password, wanted: passwordOf(personId) }));
}

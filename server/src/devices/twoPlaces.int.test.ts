// One key at two addresses of this machine, on a real hall: the second is not told anything private, both are held back, and a
// person ends it. And a device whose old connection is dead comes in without any of that.
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { trialCredential } from '../people/trialCredentials.ts';
import { comeAs, type DeviceScreen } from '../testing/deviceScreen.ts';
import { startHttpHall, type HttpHall } from '../testing/httpHall.ts';
import { askFrom, freshProof, letIn, newDevice, type AskedReply, type TestDevice } from '../testing/testDevice.ts';
import { serviceOf } from '../testing/testPlan.ts';

let hall: HttpHall;
beforeAll(async () => { hall = await startHttpHall(); });
afterAll(() => hall.stop());

const first = '127.0.0.1';
const second = '127.0.0.2';
// In a trial the hall's own credential stands for a manager; the rights of persons have tests of their own.
const asManager = (method: string, path: string): Promise<AskedReply> => askFrom({ url: hall.url }, method, path, { credential: trialCredential(hall.secret, { role: 'manager', place: 'M1' }) });
const codeIn = ({ status, body }: AskedReply): unknown[] => [status, (body as { error?: { code: string } }).error?.code];

async function come(device: TestDevice, from: string): Promise<DeviceScreen> {
  const screen = await comeAs({ url: hall.url, from }, device);
  onTestFinished(() => screen.close());
  return screen;
}
const issue = (screen: DeviceScreen): Promise<string> => screen.order('issueTicket', { serviceId: serviceOf('R'), alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null });
async function enrolled(role: string, place: string): Promise<TestDevice> {
  const device = await newDevice();
  expect((await letIn({ url: hall.url }, device, role, place, trialCredential(hall.secret, { role: 'manager', place: 'M1' }))).status).toBe(201);
  return device;
}
const factsOf = (type: string, { deviceId }: TestDevice): number => hall.events().filter((event) => event.type === type && (event.staff?.facts as { deviceId?: string }).deviceId === deviceId).length;

test('given a kiosk and a copy of it, then both show what the public sees and neither gets a ticket, until the manager trusts it and only one is left', async () => {
  const device = await enrolled('kiosk', 'K21');
  const own = await come(device, first);
  expect([own.outcome, await issue(own)]).toEqual(['welcome', 'accepted']);
  const copy = await come(device, second);
  expect([copy.outcome, await issue(copy), await issue(own)]).toEqual(['welcome', 'deviceDoubted', 'deviceDoubted']);
  expect(factsOf('deviceDoubted', device)).toBe(1);
  const { body } = await asManager('GET', '/api/devices');
  expect((body as { devices: { deviceId: string; doubtedAt: number | null }[] }).devices.find(({ deviceId }) => deviceId === device.deviceId)?.doubtedAt).toBeTypeOf('number');

  expect((await asManager('POST', `/api/devices/${device.deviceId}/trust`)).status).toBe(200);
  await Promise.all([own.ended, copy.ended]);
  const again = await come(device, first);
  expect([again.outcome, await issue(again)]).toEqual(['welcome', 'accepted']);
  // The copy is still about: the same once more.
  expect([(await come(device, second)).outcome, await issue(again), factsOf('deviceDoubted', device)]).toEqual(['welcome', 'deviceDoubted', 2]);
  expect((await asManager('DELETE', `/api/devices/${device.deviceId}`)).status).toBe(200);
  expect((await come(device, first)).outcome).toBe('badCredential');
  expect(codeIn(await asManager('POST', `/api/devices/${device.deviceId}/trust`))).toEqual([409, 'noSuchDevice']);
});

test('given a desk and a copy of it, then the copy hears nothing, the desk is cut, and neither is let in or answered at the programs\' door', async () => {
  const device = await enrolled('desk', 'D21');
  const own = await come(device, first);
  expect(own.outcome).toBe('welcome');
  const copy = await come(device, second);
  await own.ended;
  expect([copy.outcome, copy.heard, (await come(device, first)).outcome]).toEqual(['deviceDoubted', [], 'deviceDoubted']);
  expect(codeIn(await askFrom({ url: hall.url }, 'GET', '/api/appointments', { credential: await freshProof({ url: hall.url }, device) }))).toEqual([403, 'deviceDoubted']);
});

test('given a copy that only uses the programs\' door while the manager\'s console is connected, then it is told nothing and both are held back', async () => {
  const device = await enrolled('manager', 'M21');
  const own = await come(device, first);
  const elsewhere = { url: hall.url, from: second };
  expect(codeIn(await askFrom(elsewhere, 'GET', '/api/devices', { credential: await freshProof(elsewhere, device) }))).toEqual([403, 'deviceDoubted']);
  await own.ended;
  expect((await come(device, first)).outcome).toBe('deviceDoubted');
});

test('given a kiosk that was given another address and left a dead connection, then it is let in after two seconds, and nothing is doubted', async () => {
  const device = await enrolled('kiosk', 'K22');
  (await come(device, first)).freeze();
  const after = await come(device, second);
  expect([after.outcome, await issue(after)]).toEqual(['welcome', 'accepted']);
  expect(after.ms).toBeGreaterThan(1_900);
  expect(after.ms).toBeLessThan(4_000);
  expect(factsOf('deviceDoubted', device)).toBe(0);
});

test('given a kiosk with two pages at one address, then both work at once', async () => {
  const device = await enrolled('kiosk', 'K23');
  const [one, two] = [await come(device, second), await come(device, second)];
  expect([await issue(one), await issue(two)]).toEqual(['accepted', 'accepted']);
  expect(two.ms).toBeLessThan(1_000);
});

test('given a device that is revoked while it waits at the door, then it is not let in', async () => {
  const device = await enrolled('kiosk', 'K24');
  (await come(device, first)).freeze();
  const screens = async (): Promise<number> => ((await askFrom({ url: hall.url }, 'GET', '/api/health')).body as { screens: number }).screens;
  const connected = await screens();
  const waiting = come(device, second);
  await expect.poll(screens).toBeGreaterThan(connected);
  expect((await asManager('DELETE', `/api/devices/${device.deviceId}`)).status).toBe(200);
  expect((await waiting).outcome).toBe('badCredential');
});

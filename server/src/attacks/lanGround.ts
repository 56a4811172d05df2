// A hall on its LAN to attack: TLS alone, devices let in by their keys, the limits of a building. Attackers come from addresses of
// their own; an honest kiosk stands beside them.
import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trialCredential } from '../people/trialCredentials.ts';
import { comeAs, type DeviceScreen } from '../testing/deviceScreen.ts';
import { serveLan, type Ended } from '../testing/hallProcess.ts';
import { bookablePlan } from '../testing/httpHall.ts';
import { tempFolder } from '../testing/tempFolder.ts';
import type { OwnHall } from '../testing/staffScreens.ts';
import { askFrom, letIn, newDevice, type Asked, type AskedReply, type TestDevice } from '../testing/testDevice.ts';
import { serviceOf } from '../testing/testPlan.ts';

export interface LanGround {
  readonly host: string;
  readonly port: number;
  readonly ca: string;
  /** The hall as it is asked from a fresh address of this machine. */
  attacker(): Required<Asked>;
  /** The hall as it is asked from its own machine. */
  readonly own: Required<Asked>;
  /** The same, with the hall's own secret. */
  readonly owner: OwnHall;
  /** May let devices in: as `hall devices` does it from the hall's own machine; each name is a console of its own. */
  manager(console?: string): string;
  enrolled(role: string, place: string): Promise<TestDevice>;
  /** Every device as the manager's page tells it. */
  devices(): Promise<{ deviceId: string; doubtedAt: number | null }[]>;
  /** Throws unless the honest kiosk gets its ticket within a second. */
  stillWell(): Promise<void>;
  stop(): Promise<Ended>;
}

const ticketData = { serviceId: serviceOf('R'), alsoServiceIds: [], priority: null, slotAt: null, override: null, visitorId: null };
const host = '127.0.0.2';
export const lanName = 'hall.example';

export async function takeLan(): Promise<LanGround> {
  const data = join(tempFolder(), 'lan');
  const plan = join(tempFolder(), 'plan.json');
  writeFileSync(plan, JSON.stringify(bookablePlan()));
  const hall = await serveLan({ data, plan, host, names: [lanName] });
  const ca = readFileSync(join(data, 'authority.pem'), 'utf8');
  const own = { url: hall.url, from: '127.0.0.3', ca };
  const manager = (console = 'cli'): string => trialCredential(hall.secret, { role: 'manager', place: console });
  const enrolled = async (role: string, place: string): Promise<TestDevice> => {
    const device = await newDevice();
    const { status, body } = await letIn(own, device, role, place, manager());
    assert.equal(status, 201, JSON.stringify(body));
    return device;
  };
  const honest: DeviceScreen = await comeAs({ ...own, from: '127.0.0.4' }, await enrolled('kiosk', 'K1'));
  let addresses = 0;
  return {
    host, port: hall.port, ca, own, owner: { ...own, secret: hall.secret }, manager, enrolled,
    attacker() {
      addresses += 1;
      return { url: hall.url, from: `127.0.1.${addresses}`, ca };
    },
    async devices() {
      const { body } = await askFrom(own, 'GET', '/api/devices', { credential: manager() });
      return (body as { devices: { deviceId: string; doubtedAt: number | null }[] }).devices;
    },
    async stillWell() {
      const begun = performance.now();
      assert.equal(await honest.order('issueTicket', ticketData), 'accepted', 'an honest kiosk gets no ticket');
      assert.ok(performance.now() - begun < 1_000, 'an honest kiosk waits for its ticket');
    },
    async stop() {
      honest.close();
      return hall.stop();
    },
  };
}

export const codeIn = ({ body }: AskedReply): string | undefined => (body as { error?: { code: string } } | null)?.error?.code;

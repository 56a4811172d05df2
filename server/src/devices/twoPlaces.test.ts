// One key in two places: only when both are alive, and a device whose address changed is none of it.
import { expect, test } from 'vitest';
import { createTwoPlaces, type Sighting, type TwoPlaces } from './twoPlaces.ts';

interface Told { readonly doubted: string[]; readonly cut: string[]; readonly asked: string[] }

/** `silent`: addresses that answer nothing. */
function hall(silent: readonly string[] = [], doubtedBefore: readonly string[] = []): { places: TwoPlaces; told: Told; seen: (address: string) => Sighting } {
  const told: Told = { doubted: [], cut: [], asked: [] };
  const inDoubt = new Set(doubtedBefore);
  const places = createTwoPlaces({
    isDoubted: (deviceId) => inDoubt.has(deviceId),
    doubt: (deviceId) => { inDoubt.add(deviceId); told.doubted.push(deviceId); return Promise.resolve(); },
  });
  const seen = (address: string): Sighting => ({
    address,
    answers: () => { told.asked.push(address); return Promise.resolve(!silent.includes(address)); },
    cut: () => { told.cut.push(address); },
  });
  return { places, told, seen };
}

test('given one device at one address, with as many connections as it likes, then nothing is asked and nobody waits', () => {
  const { places, told, seen } = hall();
  expect([places.comes('d', seen('10.0.0.1')), places.comes('d', seen('::ffff:10.0.0.1')), places.asks('d', '10.0.0.1'), places.comes('e', seen('10.0.0.2'))]).toEqual([null, null, null, null]);
  expect(told).toEqual({ doubted: [], cut: [], asked: [] });
});

test('given a second address while the first answers, then the device is doubted before the second is let in, once', async () => {
  const { places, told, seen } = hall();
  void places.comes('d', seen('10.0.0.1'));
  await places.comes('d', seen('10.0.0.66'));
  expect(told).toEqual({ doubted: ['d'], cut: [], asked: ['10.0.0.1'] });
  // In doubt already: nobody is asked again.
  expect([places.comes('d', seen('10.0.0.67')), places.asks('d', '10.0.0.67')]).toEqual([null, null]);
  expect(told.asked).toEqual(['10.0.0.1']);
});

test('given a device whose address changed while its old connection is dead, then the old one is cut and nothing is doubted', async () => {
  const { places, told, seen } = hall(['10.0.0.1']);
  void places.comes('d', seen('10.0.0.1'));
  await places.comes('d', seen('10.0.0.2'));
  expect(told).toEqual({ doubted: [], cut: ['10.0.0.1'], asked: ['10.0.0.1'] });
  expect(places.comes('d', seen('10.0.0.2'))).toBeNull();
});

test('given two that come in the same moment, then each is asked, and the device is doubted once', async () => {
  const { places, told, seen } = hall();
  await Promise.all([places.comes('d', seen('10.0.0.1')), places.comes('d', seen('10.0.0.2'))]);
  expect(told.doubted).toEqual(['d']);
});

test('given a request with the key from another address than its living connection, then the device is doubted; after that connection left it is not', async () => {
  const one = hall();
  const connection = one.seen('10.0.0.1');
  void one.places.comes('d', connection);
  await one.places.asks('d', '10.0.0.66');
  expect(one.told.doubted).toEqual(['d']);
  const two = hall();
  const gone = two.seen('10.0.0.1');
  void two.places.comes('d', gone);
  two.places.leaves('d', gone);
  expect(two.places.asks('d', '10.0.0.66')).toBeNull();
});

test('given connections that come and go, then nothing is kept of them', () => {
  const { places, seen } = hall();
  for (let nth = 0; nth < 1_000; nth += 1) {
    const one = seen(`10.0.${nth % 250}.1`);
    void places.comes(`d${nth}`, one);
    places.leaves(`d${nth}`, one);
  }
  expect(places.size()).toBe(0);
});

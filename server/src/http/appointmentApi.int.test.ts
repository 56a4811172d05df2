// Appointments from outside over real HTTP (rules H3, H4, V1, V2): good rows are booked, bad rows come back with their reasons,
// nothing is half applied, and nobody's data stands in journal or log.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, inDays, startHttpHall, type HttpHall } from '../testing/httpHall.ts';

let hall: HttpHall;
beforeAll(async () => { hall = await startHttpHall(); });
afterAll(() => hall.stop());

interface Row { row: number; externalId: string | null; status: number; appointment: { appointmentId: string; code: string; state: string; from: string } | null; faults: { field: string | null; code: string; zh: string; en: string }[] }
interface Imported { booked: number; same: number; refused: number; ignoredColumns: string[]; results: Row[] }

const date = inDays(2);
let nth = 0;
/** A row nobody has sent before. */
const fresh = (more: object = {}) => {
  nth += 1;
  return { externalId: `x-${nth}`, serviceId: 'S001', date, time: '09:00', name: `测试${nth}`, phone: `1380000${String(1_000 + nth)}`, ...more };
};
const post = (body: unknown) => hall.ask('POST', '/api/appointments', { body });
const importCsv = async (text: string | Uint8Array): Promise<{ status: number; body: Imported }> => {
  const { status, body } = await hall.ask('POST', '/api/appointments/import', { body: text, type: 'text/csv' });
  return { status, body: body as Imported };
};
const booked = (): number => hall.events().filter(({ type }) => type === 'appointmentBooked').length;
const faultsOf = ({ faults }: Row): string[] => faults.map(({ field, code }) => `${field ?? '-'} ${code}`);

describe('who may', () => {
  test.each([['POST', '/api/appointments'], ['POST', '/api/appointments/import'], ['GET', '/api/appointments'], ['DELETE', '/api/appointments/x']])('H3 given %s %s without a credential, then 401; of a kiosk or counter, then 403', async (method, path) => {
    const body = method === 'POST' ? { body: '[]' } : {};
    expect(await hall.ask(method, path, { who: null, ...body })).toMatchObject({ status: 401 });
    for (const who of [{ role: 'kiosk', place: 'K1' }, { role: 'counter', place: '1' }] as const) expect(await hall.ask(method, path, { who, ...body })).toMatchObject({ status: 403 });
  });
});

describe('one appointment', () => {
  test('H3 given a right row, when it is sent again and again, then it is one appointment with one code', async () => {
    const row = fresh();
    const first = await post(row);
    expect(first.status).toBe(201);
    const { appointment } = first.body as Row;
    expect(appointment).toMatchObject({ externalId: row.externalId, serviceId: 'S001', date, from: '09:00', state: 'booked' });
    expect(appointment?.code).toMatch(/^\d{6}$/u);
    const again = await Promise.all([post(row), post(row), hall.ask('POST', '/api/appointments', { body: row, who: desk })]);
    for (const answer of again) expect(answer).toMatchObject({ status: 200, body: { appointment } });
  });

  test('H3 given one row sent many times at once, then it is booked once', async () => {
    const row = fresh();
    const before = booked();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(row)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
    expect(new Set(answers.map(({ body }) => (body as Row).appointment?.appointmentId)).size).toBe(1);
    expect(booked()).toBe(before + 1);
  });

  test.each([
    ['another slot', { time: '10:00' }, 'time'], ['another date', { date: inDays(3) }, 'date'], ['another service', { serviceId: 'S002' }, 'service'],
    ['another code', { code: '99887766' }, 'code'], ['another phone', { phone: '13800009999' }, null], ['another name', { name: '别人' }, null], ['nobody', { name: '', phone: '' }, null],
  ])('H3 given a row sent before that now says %s, then 409 tells it and the appointment stays', async (_name, change, field) => {
    const row = fresh();
    const { appointment } = (await post(row)).body as Row;
    const { status, body } = await post({ ...row, ...change });
    expect(status).toBe(409);
    expect(body).toMatchObject({ appointment, faults: [{ field, code: 'changed' }] });
    expect((await post(row)).status).toBe(200);
  });

  test('H3 T6 given a person with an appointment for that service and day, then a second one under another name is refused', async () => {
    const row = fresh();
    await post(row);
    expect(await post({ ...row, externalId: `${row.externalId}-b` })).toMatchObject({ status: 409, body: { faults: [{ code: 'appointmentExists' }] } });
  });

  test('H3 given a code that is taken, then the row is refused; without a code the server finds a free one', async () => {
    await post(fresh({ code: 'ABCD1234' }));
    expect(await post(fresh({ code: 'abcd1234' }))).toMatchObject({ status: 409, body: { faults: [{ field: 'code', code: 'codeTaken' }] } });
  });

  test.each([
    ['no fields', {}, ['externalId missing', 'service missing', 'date missing', 'time missing']],
    ['empty fields', { externalId: ' ', serviceId: '', date: '', time: '' }, ['externalId missing', 'service missing', 'date missing', 'time missing']],
    ['a day that does not exist', { ...fresh(), date: '2027-02-29' }, ['date wrongDate']],
    ['a time that does not exist', { ...fresh(), time: '24:00' }, ['time wrongTime']],
    ['a time without a slot', { ...fresh(), time: '09:30' }, ['time noSuchSlot']],
    ['a slot that is over', { ...fresh(), date: '2026-01-05' }, ['time slotPassed']],
    ['a day too far ahead', { ...fresh(), date: inDays(30) }, ['time noSuchSlot']],
    ['an unknown service', { ...fresh(), serviceId: 'S999' }, ['serviceId noSuchService']],
    ['a service without appointments', { ...fresh(), serviceId: 'S060' }, ['serviceId noAppointments']],
    ['a service name nobody knows', { ...fresh(), serviceId: '', service: '没有的事项' }, ['service noSuchServiceName']],
    ['a phone shortened by a spreadsheet', { ...fresh(), phone: '1.38E+10' }, ['phone shortenedNumber']],
    ['a phone that is none', { ...fresh(), phone: 'call me' }, ['phone wrongPhone']],
    ['a document shortened by a spreadsheet', { ...fresh(), idNumber: '1.10000199001E+17' }, ['idNumber shortenedNumber']],
    ['formulas', { ...fresh(), name: '=HYPERLINK("http://x","y")', externalId: '@SUM(1)' }, ['externalId formula', 'name formula']],
    ['control signs', { ...fresh(), name: 'a\u0000b' }, ['name controlSigns']],
    ['too long a name', { ...fresh(), name: '长'.repeat(41) }, ['name tooLong']],
    ['lists and objects for texts', { ...fresh(), name: ['a'], phone: { x: 1 } }, ['name noForm', 'phone noForm']],
    ['a field nobody knows', { ...fresh(), phoneNumber: '1' }, ['phoneNumber unknownField']],
  ])('H3 given %s, then the row is refused with its faults and nothing is booked', async (_name, row, faults) => {
    const before = booked();
    const { status, body } = await post(row);
    expect(status).toBe(422);
    expect(faultsOf(body as Row)).toEqual(expect.arrayContaining(faults));
    for (const { zh, en } of (body as Row).faults) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/u);
      expect(en).toMatch(/^[^\u4e00-\u9fff]{8,}$/u);
    }
    expect(booked()).toBe(before);
  });

  test.each([['no JSON', '{"a":', 400], ['a prototype', '{"__proto__":{"externalId":"x"}}', 400], ['a number', '7', 422], ['null', 'null', 422], ['an empty list', '[]', 400], ['too long a list', JSON.stringify(Array.from({ length: 1_001 }, () => ({}))), 413], ['more than 2 MB', `"${'x'.repeat(2_200_000)}"`, 413], ['depth without end', '['.repeat(200_000) + ']'.repeat(200_000), 200]])('H3 given %s, then it does no harm', async (_name, text, status) => {
    const before = booked();
    expect((await post(text)).status).toBe(status);
    expect(booked()).toBe(before);
    expect((await hall.ask('GET', '/api/health', { who: null })).status).toBe(200);
  });
});

test('H3 given a list with good and bad rows, then the good ones are booked and every row has its result', async () => {
  const [good, alsoGood] = [fresh(), fresh({ idNumber: '110000199001010000' })];
  const { status, body } = await post([good, { ...fresh(), date: 'soon' }, 7, alsoGood, good]);
  expect(status).toBe(200);
  const { results, ...sums } = body as Imported;
  expect(sums).toEqual({ booked: 2, same: 1, refused: 2, ignoredColumns: [] });
  expect(results.map((row) => [row.row, row.status])).toEqual([[1, 201], [2, 422], [3, 422], [4, 201], [5, 200]]);
});

describe('a file', () => {
  const row = (id: string, more = '') => `${id},企业设立登记,${date},9:00-9:30,李测试,138 0000 ${String(2_000 + (nth += 1))},${more}`;
  const header = '外部编号,事项名称,预约日期,时段,姓名,手机号,证件号码';

  test.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 as spreadsheets call Unicode', (text: string) => Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le')],
    ['semicolons', (text: string) => Buffer.from(text.replaceAll(',', ';'))],
    ['Windows line ends and empty lines', (text: string) => Buffer.from(`${text.replaceAll('\n', '\r\n')}\r\n,,,,,,\r\n\r\n`)],
  ])('H3 given %s, then good rows are booked and bad rows come back with the number the spreadsheet shows', async (name, bytes) => {
    const before = booked();
    const { status, body } = await importCsv(bytes([header, row(`${name}-1`), row(`${name}-2`, '110000199001010000X?'), row(`${name}-3`, `"11000019900101${String(nth).padStart(4, '0')}"`)].join('\n')));
    expect([status, body.booked, body.refused]).toEqual([200, 2, 1]);
    expect(body.results.map((one) => [one.row, one.status])).toEqual([[2, 201], [3, 422], [4, 201]]);
    expect(body.results[1]?.faults).toMatchObject([{ field: 'idNumber', code: 'wrongIdNumber' }]);
    expect(booked()).toBe(before + 2);
  });

  test('H3 given GB18030 as spreadsheets in China write it, then it is read', async () => {
    // "外部编号,事项,日期,时间,姓名" and "企业设立登记", "张测试" in GB18030.
    const gb = Buffer.from('cde2b2bfb1e0bac52ccac2cfee2cc8d5c6da2ccab1bce42cd0d5c3fb0a67622d312cc6f3d2b5c9e8c1a2b5c7bcc72c444154452c31303a30302cd5c5b2e2cad40a'.replace('44415445', Buffer.from(date).toString('hex')), 'hex');
    expect((await importCsv(gb)).body).toMatchObject({ booked: 1, refused: 0, results: [{ row: 2, externalId: 'gb-1', status: 201 }] });
    const listed = (await hall.ask('GET', `/api/appointments?date=${date}`)).body as { appointments: { externalId: string; visitor: unknown }[] };
    expect(listed.appointments.find(({ externalId }) => externalId === 'gb-1')).toMatchObject({ from: '10:00', visitor: { name: '张*试', phone: null, idNumber: null } });
  });

  test('H3 given English names, quoted cells, texts as spreadsheets keep them and unknown columns, then they are read', async () => {
    const { body } = await importCsv(`ID,Service Name,Date,Slot,"Remark, private",Mobile,Name\n"q""1",company establishment,${date.replaceAll('-', '/')},11:00,"a\nb","=""13800003456""","Sample, Ann"\n`);
    expect(body).toMatchObject({ booked: 1, refused: 0, ignoredColumns: ['Remark, private'], results: [{ externalId: 'q"1', status: 201 }] });
  });

  test.each([
    ['nothing', '', 'noRows'],
    ['a header alone', header, 'noRows'],
    ['no header', '1,2,3\n4,5,6', 'columnMissing'],
    ['a column twice', `${header},电话\nx`, 'columnTwice'],
    ['a quote that is not closed', `${header}\n"a,b,c\nd,e,f`, 'notCsv'],
    ['a quote in the middle', `${header}\na"b"c,"d"e,f`, 'notCsv'],
    ['zero bytes', `${header}\n\u0000\u0000`, 'notText'],
    ['a line without end', `${header}\n${'x'.repeat(1_900_000)}`, 'lineTooLong'],
    ['a workbook', 'PK\u0003\u0004 more', 'isWorkbook'],
    ['bytes of no encoding', Uint8Array.from([0x61, 0xff, 0xff, 0xff, 0x0a]), 'unknownEncoding'],
    ['more than 5,000 rows', `${header}\n${'a,b,c,d,e,f,g\n'.repeat(5_001)}`, 'tooManyRows'],
    ['nothing but line ends', `${header}${'\n'.repeat(1_900_000)}`, 'tooManyRows'],
  ])('H3 given %s, then the file is refused whole in plain words', async (_name, text, code) => {
    const before = booked();
    const { status, body } = await hall.ask('POST', '/api/appointments/import', { body: text, type: 'text/csv; charset=utf-8' });
    expect([status, (body as { error: { code: string } }).error.code]).toEqual([400, code]);
    expect(booked()).toBe(before);
  });

  test('H3 given more than 2 MB or JSON, then it is not read', async () => {
    expect((await importCsv('x'.repeat(2_200_000))).status).toBe(413);
    expect((await hall.ask('POST', '/api/appointments/import', { body: {} })).status).toBe(415);
  });

  test('H3 given cells that are formulas, too many cells and a slot that fills up on the way, then each row has its own end', async () => {
    const rows = ['=1+1,S001', '+13800000000,S001', '-2,S001', '@x,S001'].map((begin) => `${begin},${date},12:00`);
    const { body } = await importCsv(['externalId,serviceId,date,time', ...rows, `many,S001,${date},12:00,more,cells`].join('\n'));
    expect(body.results.map((one) => [one.status, ...faultsOf(one)])).toEqual([
      [422, 'externalId formula'], [201], [422, 'externalId formula'], [422, 'externalId formula'], [422, '- tooManyCells'],
    ]);
  });
});

describe('cancelling and listing', () => {
  test('H3 given an appointment, when it is cancelled again and again, then it is cancelled once', async () => {
    const { externalId } = fresh({ externalId: '带/斜线 与空格' });
    await post(fresh({ externalId }));
    const path = `/api/appointments/${encodeURIComponent(externalId)}`;
    const before = hall.events().length;
    for (let time = 0; time < 2; time += 1) expect(await hall.ask('DELETE', path)).toMatchObject({ status: 200, body: { externalId, state: 'cancelled' } });
    expect(hall.events()).toHaveLength(before + 1);
    expect(await hall.ask('DELETE', '/api/appointments/nobody')).toMatchObject({ status: 404, body: { error: { code: 'noSuchAppointment' } } });
  });

  test('V2 given the list of a day, then visitors are masked, and the slots are in order', async () => {
    const { body } = await hall.ask('GET', `/api/appointments?date=${date}`, { who: desk });
    const { appointments } = body as { appointments: { from: string; visitor: { phone: string | null } | null }[] };
    expect(appointments.map(({ from }) => from)).toEqual(appointments.map(({ from }) => from).sort());
    const phones = appointments.flatMap(({ visitor }) => visitor?.phone ?? []);
    expect(phones.length).toBeGreaterThan(5);
    expect(phones.filter((phone) => !/^\d{3}\*{4}\d{4}$/u.test(phone))).toEqual([]);
    expect((await hall.ask('GET', '/api/appointments')).body).toMatchObject({ date: inDays(0), appointments: [] });
  });
});

test('V1 given everything that was sent, then no name, phone or document stands in journal or log', () => {
  const text = hall.written();
  expect(text).toContain('appointmentBooked');
  const personal = [/测试/u, /\D1380000[1-9]\d{3}\D/u, /11000019900101/u, /Sample, Ann/u, /别人/u, /HYPERLINK/u];
  // Only what was found is shown: the text itself is long.
  expect(personal.map((one) => one.exec(text)?.[0] ?? null)).toEqual(personal.map(() => null));
});

test('H3 given 1,500 rows, then all are booked while others are answered meanwhile', async () => {
  const rows = Array.from({ length: 1_500 }, (_, index) => `bulk-${index},S00${(index % 4) + 1},${inDays(4)},${String(8 + (Math.floor(index / 4) % 12)).padStart(2, '0')}:00,批量${index},139${String(index).padStart(8, '0')}`);
  const importing = importCsv(['externalId,serviceId,date,time,name,phone', ...rows].join('\n'));
  let slowestMs = 0;
  const asking = (async () => {
    for (let time = 0; time < 20; time += 1) {
      const asked = performance.now();
      expect((await hall.ask('GET', '/api/health', { who: null })).status).toBe(200);
      slowestMs = Math.max(slowestMs, performance.now() - asked);
    }
  })();
  const { body } = await importing;
  await asking;
  expect([body.booked, body.refused]).toEqual([1_500, 0]);
  expect(new Set(body.results.map(({ appointment }) => appointment?.code)).size).toBe(1_500);
  expect(slowestMs).toBeLessThan(2_000);
}, 120_000);

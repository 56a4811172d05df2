// Planted faults: each puts one mistake into the sources while the named tests run, and those tests must notice.
// `find` must stand exactly once in `file`; when a source changes so that it does not, the runner says so.

export interface Mutant {
  readonly name: string;
  /** What goes wrong, in a few words for the table. */
  readonly what: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** Test files, as vitest takes them. */
  readonly tests: readonly string[];
}

const smallDays = ['sim/src/smallDays.sim.test.ts'];
const erasure = ['server/src/visitors/erasure.int.test.ts'];
const visitorPart = ['server/src/sockets/visitorPart.int.test.ts'];
const randomLaws = ['shared/core/src/domain/laws.test.ts'];
const core = (name: string): string[] => [`shared/core/src/domain/${name}.test.ts`];
const fuzz = ['sim/src/decideFuzz.sim.test.ts'];
const keeper = 'server/src/hall/hallKeeper.ts';
const follower = 'shared/client/src/link/follower.ts';
const link = 'shared/client/src/link/link.ts';
const rules = 'shared/core/src/domain/rules';
const printing = 'shared/printing/src';
const printerFaults = [`${printing}/printer/faults.int.test.ts`];

export const mutants: readonly Mutant[] = [
  {
    name: 'answerBeforeCommit', what: 'answers go out before the events are durable (J3)', file: keeper, tests: smallDays,
    find: 'if (events.length > 0) journal.commit();',
    replace: 'orders.forEach(({ reply }, index) => { const outcome = outcomes[index]; if (outcome !== undefined) reply(outcome); }); if (events.length > 0) journal.commit();',
  },
  {
    name: 'idNotRemembered', what: 'a retry of an accepted order is carried out again (J6)', file: keeper, tests: smallDays,
    find: 'const known = journal.remembered(command.id);', replace: 'const known = null;',
  },
  {
    name: 'refusalForgotten', what: 'a second copy of a refused order takes effect', file: keeper, tests: smallDays,
    find: 'refusedOrders.of(command.id)', replace: 'null',
  },
  {
    name: 'numberOutsideTransaction', what: 'the next number lives in the process and not in the fold (N2)', file: 'shared/core/src/domain/numbering.ts', tests: smallDays,
    find: 'const serial = Math.max(of.main.from, hall.numbers.get(of.prefix) ?? 0);',
    replace: 'const next = ((nextOf.next ??= new WeakMap()).get(hall) ?? nextOf.next.set(hall, {}).get(hall)); const serial = next[of.prefix] ?? of.main.from; next[of.prefix] = serial + 1;',
  },
  {
    name: 'numberFromCounting', what: 'the next number is found by counting tickets (N2)', file: 'shared/core/src/domain/numbering.ts', tests: smallDays,
    find: 'const serial = Math.max(of.main.from, hall.numbers.get(of.prefix) ?? 0);',
    replace: 'const serial = of.main.from + [...hall.tickets.values()].filter((ticket) => ticket.prefix === of.prefix).length;',
  },
  {
    name: 'newestCallOnly', what: 'a board shows only the newest of several calls (D1)', file: 'apps/display/src/callQueue.ts', tests: ['apps/display/src/callQueue.test.ts'],
    find: '.sort((a, b) => a.seq - b.seq);', replace: '.sort((a, b) => a.seq - b.seq).slice(-1);',
  },
  {
    name: 'onlyLastEventTold', what: 'a screen is told only the last event of a batch (law 7)', file: follower, tests: smallDays,
    find: 'return fresh;', replace: 'return fresh.slice(-1);',
  },
  {
    name: 'followerSkipsGap', what: 'a screen folds on over missing events (law 2)', file: follower, tests: smallDays,
    find: "return batch.from > hall.seq + 1 ? 'gap' : fold(batch.events);", replace: 'return fold(batch.events);',
  },
  {
    name: 'eventsFoldedTwice', what: 'a doubled batch is folded twice (law 2)', file: follower, tests: smallDays,
    find: 'events.filter(({ seq }) => seq > hall.seq)', replace: 'events.filter(() => true)',
  },
  {
    name: 'lostWelcomeForgiven', what: 'a screen whose welcome was lost stays away for ever (law 10)', file: link, tests: smallDays,
    find: "status.kind !== 'live' || follower.isApart(pulse)", replace: 'follower.isApart(pulse)',
  },
  {
    name: 'secondWelcomeTaken', what: 'a late copy of a welcome turns a screen back (law 7)', file: link, tests: ['shared/client/src/link/'],
    find: "if (status.kind === 'live') return;", replace: '',
  },
  {
    name: 'silenceUnnoticed', what: 'a screen behind for many pulses does nothing about it (law 10)', file: link, tests: smallDays,
    find: 'if (pulsesBehind < 2) return;', replace: 'return;',
  },
  {
    name: 'staffLeaks', what: 'public batches carry the staff part (law 9)', file: 'server/src/sockets/fanOut.ts', tests: smallDays,
    find: 'batchOf(events.map(redactEvent))', replace: 'batchOf(events)',
  },
  {
    name: 'staffLeaksInAnswer', what: 'kiosks and pads get the staff part in answers (law 9)', file: 'server/src/sockets/session.ts', tests: smallDays,
    find: 'outcome.events.map(redactEvent)', replace: '[...outcome.events]',
  },
  {
    name: 'staffLeaksAtResume', what: 'a public screen that comes back gets the staff part (law 9)', file: 'server/src/sockets/recentEvents.ts', tests: smallDays,
    find: 'missed.map(redactEvent)', replace: 'missed',
  },
  {
    name: 'staffLeaksInSnapshot', what: 'the public snapshot names the clerks (law 9)', file: 'shared/core/src/domain/redact.ts', tests: smallDays,
    find: "key === 'staff' ? undefined : value", replace: 'value',
  },
  {
    name: 'resumeMissesTurns', what: 'turns are not kept for screens that come back (law 10)', file: 'server/src/sockets/fanOut.ts', tests: smallDays,
    find: 'recent.add(events);', replace: '',
  },
  {
    name: 'oneTurnTooFew', what: 'a returning screen misses the first event it lacks', file: 'server/src/sockets/recentEvents.ts', tests: smallDays,
    find: 'full.slice(full.length - count)', replace: 'full.slice(full.length - count + 1)',
  },
  {
    name: 'secondRatingAccepted', what: 'a service is rated twice (R2)', file: `${rules}/rate.ts`, tests: smallDays,
    find: 'if (record.rated)', replace: 'if (false)',
  },
  {
    name: 'dayLeavesMissedOpen', what: 'missed tickets stay open at day close (law 11)', file: `${rules}/day.ts`, tests: smallDays,
    find: "if (state === 'waiting' || state === 'called' || state === 'missed' || state === 'parked')", replace: "if (state === 'waiting' || state === 'called' || state === 'parked')",
  },
  {
    name: 'calledStaysInLine', what: 'a called ticket can be called at another counter too (T2)', file: 'shared/core/src/domain/lines.ts', tests: smallDays,
    find: 'if (line !== undefined) stepOut(line, ticket);', replace: 'if (line !== undefined && ticket.rank === "green") stepOut(line, ticket);',
  },
  {
    name: 'snapshotForgetsCalls', what: 'a snapshot carries no recent calls (law 2)', file: 'shared/core/src/domain/snapshot.ts', tests: smallDays,
    find: "    queueTallies: new Map(stored.queueTallies),", replace: "    queueTallies: new Map(stored.queueTallies), recentCalls: [],",
  },
  {
    name: 'restoreRepeatsNumbers', what: 'after a restore numbers go on where the backup ended (J9)', file: 'shared/core/src/domain/numbering.ts', tests: smallDays,
    find: 'Math.max(of.restored.from, known.get(of.prefix) ?? 0)', replace: '(known.get(of.prefix) ?? of.main.from)',
  },
  {
    name: 'epochIgnoredAtResume', what: 'a screen of the old life resumes by sequence after a restore (J9)', file: 'server/src/sockets/session.ts', tests: ['server/src/sockets/session.int.test.ts'],
    find: 'journalId === hall.journalId && epoch === hall.epoch', replace: 'journalId === hall.journalId',
  },
  {
    name: 'versionIgnored', what: 'an order on an old version of a ticket is carried out (J6)', file: 'shared/core/src/domain/decision.ts', tests: fuzz,
    find: 'if (ticket.version !== version)', replace: 'if (false)',
  },
  {
    name: 'refusalLeavesTrace', what: 'a refused recall counts as a call (law 5)', file: `${rules}/call.ts`, tests: fuzz,
    find: 'const waitMs = (ticket.calledAt ?? 0) + recallGapMs - now;', replace: 'const waitMs = (ticket.calledAt ?? 0) + recallGapMs - now; if (waitMs > 0) ticket.calls += 1;',
  },
  {
    name: 'keyOutlivesItsDay', what: 'the key of an erased day stays (V1)', file: 'server/src/visitors/erasing.ts', tests: erasure,
    find: 'keys.erase(day);', replace: '',
  },
  {
    name: 'erasedStaysInLog', what: 'erased rows stay in the write-ahead log (V1)', file: 'server/src/visitors/visitorRows.ts', tests: erasure,
    find: "db.pragma('wal_checkpoint(TRUNCATE)')", replace: '[]',
  },
  {
    name: 'rowOpensElsewhere', what: 'a sealed person opens in the place of another (V1)', file: 'server/src/visitors/sealed.ts', tests: erasure,
    find: 'Buffer.from(`${what} ${id} ${day}`)', replace: 'Buffer.from(`${what} ${id.length} ${day}`)',
  },
  {
    name: 'kioskNamesVisitor', what: 'a kiosk may take a ticket as anybody whose id it knows (V1)', file: 'shared/core/src/protocol/rights.ts', tests: visitorPart,
    find: "if (names && ", replace: 'if (false && names && ',
  },
  {
    name: 'everybodyAsks', what: 'a query is answered to any role (V3)', file: 'server/src/sockets/session.ts', tests: visitorPart,
    find: 'const refusal = forbiddenQuery(who, query.data);', replace: 'const refusal = null as ReturnType<typeof forbiddenQuery>;',
  },
  {
    name: 'refusedStaysKnown', what: 'a refused order leaves its visitor behind (law 5)', file: 'server/src/sockets/session.ts', tests: visitorPart,
    find: 'named.settled(outcome.ok);', replace: '',
  },
  {
    name: 'appointmentStaysBooked', what: 'an appointment that became a ticket can become another one (H3)', file: 'shared/core/src/domain/folds/appointmentFolds.ts', tests: randomLaws,
    find: "const appointment = become(hall, staff?.facts.appointmentId ?? undefined, 'checkedIn');", replace: "const appointment = become(hall, staff?.facts.appointmentId ?? undefined, 'booked');",
  },
  {
    name: 'slotOverfull', what: 'a slot takes one more than the plan says (H3)', file: `${rules}/book.ts`, tests: randomLaws,
    find: '>= slot.found.most)', replace: '> slot.found.most)',
  },
  {
    name: 'importBooksTwice', what: 'the booking system\'s name a second time books again (H3)', file: `${rules}/book.ts`, tests: core('rules/book'),
    find: 'if (!isNamedSo && !isSameVisit) continue;', replace: 'if (!isSameVisit) continue;',
  },
  {
    name: 'kioskNamesAppointment', what: 'a kiosk checks in to an appointment without any proof (H3)', file: `${rules}/checkIn.ts`, tests: core('rules/checkIn'),
    find: 'if (code === null && visitorId === null && !isStaff)', replace: 'if (false)',
  },
  {
    name: 'blamedForClosing', what: 'a visitor is blamed for a slot after the hall closed (H4)', file: `${rules}/noShows.ts`, tests: core('rules/noShows'),
    find: ' && one.toAt <= now)', replace: ')',
  },
  {
    name: 'forecastForgotten', what: 'tickets are given that would be called after closing (H5)', file: `${rules}/issuing.ts`, tests: core('rules/tooLate'),
    find: 'now + wait.p50Ms <= closesAt)', replace: 'now <= closesAt)',
  },
  {
    name: 'laterQuotaForgotten', what: 'hours and quota of the first service alone are asked (T4)', file: `${rules}/issuing.ts`, tests: core('rules/finish'),
    find: 'return obstacleOfServices(hall, plan, services, context.now)', replace: 'return obstacleOfServices(hall, plan, services.slice(0, 1), context.now)',
  },
  {
    name: 'serviceStaysLater', what: 'a ticket that goes on still needs what it goes on to (T4)', file: 'shared/core/src/domain/folds/ticketFolds.ts', tests: randomLaws,
    find: 'open.filter((id) => id !== serviceId && !finished.includes(id))', replace: 'open.filter((id) => !finished.includes(id))',
  },
  {
    name: 'planBreaksTickets', what: 'a plan takes away what people wait for', file: 'shared/core/src/domain/planConflicts.ts', tests: randomLaws,
    find: 'faults.push(...ticketConflicts(', replace: 'void (ticketConflicts(',
  },
  {
    name: 'nextPlanTooSoon', what: 'the plan of tomorrow comes when today opens again (N3)', file: `${rules}/day.ts`, tests: core('rules/planChange'),
    find: 'return nextPlan === null || again ?', replace: 'return nextPlan === null ?',
  },
  {
    name: 'appointmentsLeak', what: 'the public snapshot carries appointments and the next plan (V3)', file: 'shared/core/src/domain/snapshot.ts', tests: core('redact'),
    find: '    staff: {\n      appointments: [', replace: '    hidden: {\n      appointments: [',
  },
  {
    name: 'erasedFoundAgain', what: 'an erased person is found again after a restore (V1)', file: 'server/src/visitors/sqliteVisitors.ts', tests: ['server/src/visitors/keepErased.int.test.ts'],
    find: 'const back = erasing.holdTo({ visitors: names.all(), days: [] });', replace: 'const back = 0;',
  },
  {
    name: 'brokenOffStays', what: 'an erasing that a crash broke off is never finished (V1)', file: 'server/src/visitors/keepErased.ts', tests: ['server/src/visitors/keepErased.int.test.ts'],
    find: 'visitors.holdTo({ visitors: erased.keys(), days: erasedDays.keys() })', replace: '(erased.size + erasedDays.size) * 0',
  },
  {
    name: 'lookUnnoted', what: 'a visitor is shown in full before the journal knows (V2)', file: 'server/src/http/visitorApi.ts', tests: ['server/src/http/visitorApi.int.test.ts'],
    find: "await order('seeVisitor', { visitorId, reasonId: request.body.reasonId }, access.who(request));", replace: 'void order;',
  },
  {
    name: 'wordsGuessable', what: 'the hash in the journal can be tried out without the key (V1)', file: 'server/src/visitors/textStore.ts', tests: ['server/src/visitors/attachments.int.test.ts'],
    find: ".update(markOf(key, 'salt', ref))", replace: '',
  },
  {
    name: 'filesOutliveThem', what: 'files about somebody outlive his erasing (V1)', file: 'server/src/visitors/erasing.ts', tests: ['server/src/visitors/attachments.int.test.ts'],
    find: 'attached.dropOf(id);', replace: '',
  },
  {
    name: 'silenceIsOk', what: 'a printer that answers nothing has printed (S4)', file: `${printing}/printer/carryOut.ts`, tests: printerFaults,
    find: "return unknown('noAnswer', nearEnd);", replace: 'return confirmed(nearEnd);',
  },
  {
    name: 'printsWithoutPaper', what: 'a slip is sent to a printer that said it cannot (S4)', file: `${printing}/printer/carryOut.ts`, tests: printerFaults,
    find: 'if (status !== null && status.fault !== null) {', replace: 'if (status === null && !profile.answersStatus && left() < 0) {',
  },
  {
    name: 'restPrintedLater', what: 'the rest of a broken-off slip comes out with the next paper (S3)', file: `${printing}/printer/carryOut.ts`, tests: printerFaults,
    find: "end.why !== 'noAnswer' && (await throwAway(line, errand))", replace: 'true',
  },
  {
    name: 'slipWithoutEnd', what: 'a slip may come out any time later (S3)', file: `${printing}/printer/hallPrinter.ts`, tests: printerFaults,
    find: 'const expiresAt = performance.now() + limits.expiryMs;', replace: 'const expiresAt = performance.now() + 10_000;',
  },
  {
    name: 'slipSentTwice', what: 'two slips for one order (S3)', file: `${printing}/printer/carryOut.ts`, tests: printerFaults,
    find: 'await line.send(bytes, left());', replace: 'await line.send(bytes, left()); await line.send(bytes, left());',
  },
  {
    name: 'cutOffIsOk', what: 'a line that broke in the middle counts as printed (S3)', file: `${printing}/printer/carryOut.ts`, tests: printerFaults,
    find: "end = unknown(error.kind === 'slow' ? 'slow' : 'cutOff');", replace: 'end = confirmed(false);',
  },
  {
    name: 'doubleAnswersTrusted', what: 'more answers than questions are believed (S4)', file: `${printing}/transports/byteLine.ts`, tests: printerFaults,
    find: 'surplus += 1;', replace: 'surplus += 0;',
  },
  {
    name: 'namesGiveOrders', what: 'control signs of a name reach the printer (S5)', file: `${printing}/bytes/letters.ts`, tests: [`${printing}/bytes/slipBytes.test.ts`],
    find: "safe += isPlainText(sign) ? sign : '?';", replace: 'safe += sign;',
  },
];

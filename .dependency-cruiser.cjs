// Who may import whom, held by a tool (`pnpm imports`). The rooms are described in ARCHITECTURE.md.
// Paths are real paths: a package import such as `@hall/core/domain/decide` is seen as shared/core/src/domain/decide.ts.
const OURS = '^(shared|server|apps|sim|scripts)/';
const TEST = '[.](test|spec)[.]ts$';
const npm = (...names) => `node_modules/(${names.join('|')})/`;

/** A room may see the listed paths of the workspace and nothing else of it. */
const sees = (name, comment, from, ...paths) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: OURS, pathNot: ['/node_modules/', from, ...paths] },
});
/** An npm package that only the listed paths may import. */
const only = (name, comment, packages, ...paths) => ({
  name,
  comment,
  severity: 'error',
  from: { path: OURS, pathNot: paths },
  to: { path: packages },
});

const CORE = '^shared/core/src/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle means two rooms are one.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'Everything imported must exist.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-tools-in-what-ships',
      severity: 'error',
      comment: 'Test tools stay in tests and in the simulator.',
      from: { path: '^(shared|server|apps)/', pathNot: [TEST, '^apps/shell/src/testing/'] },
      to: { path: npm('vitest', 'fast-check', 'playwright-core', '@sparticuz/chromium', 'axe-core') },
    },

    {
      name: 'no-test-tools-reached-by-what-ships',
      severity: 'error',
      comment: 'From a page or a program no folder of test tools can be reached, however far the way.',
      from: { path: ['^apps/[^/]+/src/main[.]ts$', '^apps/shell/src/(main/main|preload)[.]ts$', '^server/src/main[.]ts$', '^server/src/cli/'], pathNot: TEST },
      to: { path: '/testing/', pathNot: 'node_modules', reachable: true },
    },

    // Core: base <- domain <- protocol; text and slip see base and the domain's types (slip also words).
    sees('core-base-sees-nothing', 'base is the ground', `${CORE}base/`),
    sees('core-domain-sees-base', 'the rules stand on base alone', `${CORE}domain/`, `${CORE}base/`),
    sees('core-protocol-sees-domain', 'the wire speaks of the domain', `${CORE}protocol/`, `${CORE}(base|domain)/`),
    sees('core-text-sees-domain', 'words are put to domain types', `${CORE}text/`, `${CORE}(base|domain)/`),
    sees('core-slip-sees-text', 'a slip is domain facts in words', `${CORE}slip/`, `${CORE}(base|domain|text)/`),
    sees('core-shell-sees-slip', 'a page asks its shell for slips and places', `${CORE}shell/`, `${CORE}(base|domain|text|slip)/`),
    {
      name: 'core-text-and-slip-only-domain-types',
      severity: 'error',
      comment: 'Words and slips describe what was decided; they decide nothing. Use `import type`.',
      from: { path: `${CORE}(text|slip)/`, pathNot: TEST },
      to: { path: `${CORE}domain/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'The core uses zod and nothing else: no Node, no DOM, no I/O.',
      from: { path: CORE, pathNot: TEST },
      to: { path: '.', pathNot: [CORE, 'node_modules/zod/'] },
    },

    sees('core-sees-core', 'the core knows nobody', '^shared/core/'),
    sees('client-sees-core', 'what every screen needs, and the server must never see', '^shared/client/', CORE),
    sees('printing-sees-core', 'bytes for printers', '^shared/printing/', CORE),
    sees('server-sees-core-and-printing', 'the server knows no screen', '^server/', CORE, '^shared/printing/src/'),
    sees(
      'sim-sees',
      'the pretend hall speaks the real protocol',
      '^sim/',
      CORE,
      '^shared/client/src/(link|alone)/',
      '^shared/printing/src/',
      '^server/src/',
      // End-to-end tests stand a page in the shell's own rooms, without Electron.
      '^apps/shell/src/',
    ),
    sees('scripts-see-scripts', 'scripts start programs, they do not import them', '^scripts/'),
    {
      name: 'apps-see-client-and-core',
      severity: 'error',
      comment: 'A screen never sees the server or another screen.',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/shell/' },
      to: { path: OURS, pathNot: ['/node_modules/', '^apps/$1/', CORE, '^shared/client/src/'] },
    },
    sees(
      'shell-sees-core-and-printing',
      'the window program knows no page',
      '^apps/shell/',
      CORE,
      '^shared/printing/src/',
    ),

    {
      name: 'link-knows-no-vue',
      severity: 'error',
      comment: 'The link is plain TypeScript: the simulator uses it without a page.',
      from: { path: '^shared/client/src/(link|alone)/', pathNot: TEST },
      to: { path: ['node_modules/(vue|pinia|@vue)/', '^shared/client/src/(store|ui|boot)/'] },
    },
    {
      name: 'screens-know-no-node',
      severity: 'error',
      comment: 'Pages run in a browser.',
      from: {
        path: ['^apps/', '^shared/client/src/'],
        pathNot: [TEST, '^apps/shell/', 'vite[.]config[.]ts$', 'boot/viteConfig[.]ts$'],
      },
      to: { dependencyTypes: ['core'] },
    },

    only(
      'only-the-journal-sees-sqlite',
      'One room opens files; visitors, reports and people come through its connection.',
      npm('better-sqlite3', '@types/better-sqlite3'),
      '^server/src/(journal|visitors|reports|people)/',
      '^sim/bench/',
    ),
    only(
      'only-sockets-sees-socket-io',
      'The server speaks on sockets in one room.',
      npm('socket[.]io'),
      '^server/src/sockets/',
      '^sim/bench/',
    ),
    only(
      'only-the-link-sees-socket-io-client',
      'A screen speaks to the server in one place.',
      npm('socket[.]io-client'),
      '^shared/client/src/link/',
      '^sim/',
      `^server/.*${TEST}`,
      '^server/src/testing/',
    ),
    {
      name: 'server-testing-stays-in-tests',
      severity: 'error',
      comment: 'What only tests need is not part of what ships.',
      from: { path: '^(server|sim)/src/', pathNot: [TEST, '^server/src/(testing|attacks)/'] },
      to: { path: '^server/src/testing/' },
    },

    {
      name: 'nobody-sees-attacks',
      severity: 'error',
      comment: 'Attacks are tests and ship with nothing.',
      from: { path: OURS, pathNot: '^server/src/attacks/' },
      to: { path: '^server/src/attacks/' },
    },

    only(
      'only-printing-sees-printers',
      'Bytes and cables of printers are in one room; what is optional is asked for when it is needed.',
      npm('escpos', 'iconv-lite', 'serialport', 'koffi'),
      '^shared/printing/src/',
    ),
    {
      name: 'printing-testing-stays-in-tests',
      severity: 'error',
      comment: 'The fake printer ships with nothing.',
      from: { path: '^(shared|server|apps)/', pathNot: [TEST, '^shared/printing/src/testing/'] },
      to: { path: '^shared/printing/src/testing/' },
    },

    only(
      'only-vite-configs-see-the-build',
      'How a screen is built is not part of a screen.',
      '^shared/client/src/boot/viteConfig',
      'vite[.]config[.]ts$',
      '^shared/client/src/boot/viteConfig',
    ),

    ...[
      ['from', { from: { path: '/(utils|common|helpers|types)/', pathNot: 'node_modules' }, to: {} }],
      ['to', { from: { path: OURS }, to: { path: '^(?!.*node_modules).*/(utils|common|helpers|types)/' } }],
      ['orphan', { from: { path: '/(utils|common|helpers|types)/', pathNot: 'node_modules', orphan: true }, to: {} }],
    ].map(([way, rule]) => ({
      name: `no-folder-without-a-subject-${way}`,
      severity: 'error',
      comment: 'A folder is named after what it is about, not utils, common, helpers or types.',
      ...rule,
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Only our own dist: packages keep their code in folders of the same name.
    exclude: { path: '^(apps/[^/]+/dist|coverage|test-results)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.vue', '.d.ts', '.json', '.css'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

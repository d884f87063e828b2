// Who may import whom. One table, one rule per row, no exceptions list. `test/walls.test.ts` breaks every rule once.
// Type imports count; a `#` import crosses a wall, inside a room imports are relative.

const ROOMS = {
  domain: { at: 'src/domain/', may: [] },
  i18n: { at: 'src/i18n/', may: ['domain'] },
  templates: { at: 'templates/', may: ['domain', 'i18n'] },
  channels: { at: 'src/channels/', may: ['domain'] },
  store: { at: 'src/store/', may: ['domain'] },
  runtime: { at: 'src/runtime/', may: ['domain', 'channels'] },
  collections: { at: 'collections/', may: ['domain', 'i18n', 'store', 'clock', 'secrets'] },
  jobs: { at: 'jobs/', may: ['domain', 'i18n', 'store', 'templates', 'runtime'] },
  admin: { at: 'src/admin/', may: ['app', 'domain', 'i18n', 'store', 'templates', 'runtime', 'config'] },
  app: { at: 'src/app/', may: ['admin', 'domain', 'i18n', 'store', 'templates', 'runtime', 'config'] },
  server: { at: 'src/server/', may: ['domain', 'i18n', 'store', 'templates', 'runtime'], not: 'entries' },
  entries: {
    at: 'src/server/(?:web|worker|demo)\\.ts$',
    may: ['server', 'domain', 'i18n', 'store', 'templates', 'runtime', 'jobs', 'config'],
  },
  config: { at: 'payload\\.config\\.ts$', may: ['collections', 'i18n', 'runtime', 'templates', 'migrations'] },
};

/** Single files and folders that a row above names instead of a whole room. */
const DOORS = {
  clock: 'src/runtime/clock\\.ts$',
  secrets: 'src/runtime/secrets\\.ts$',
  migrations: 'src/store/migrations/',
};

const PRODUCT = '^(?:collections|jobs|templates|src)/|^payload\\.config\\.ts$';
const TESTS = '\\.test\\.tsx?$';
const CLIENT = '^src/(?:admin|app)/.*\\.client\\.tsx?$';

const place = (name) => `^${ROOMS[name]?.at ?? DOORS[name]}`;
const places = (names) => names.map(place);

const roomRules = Object.entries(ROOMS).map(([room, { at, may, not }]) => ({
  name: `room-${room}`,
  comment: `${room} may import: ${may.join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: `^${at}`, pathNot: [TESTS, ...(not ? [place(not)] : [])] },
  // An entry is nobody's to import, so `server` opens the room without its entry files.
  to: { path: `${PRODUCT}|^test/`, pathNot: places([room, ...may]) },
}));

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    ...roomRules,
    rule('no-circular', 'Two files that need each other are one file or three.', {}, { circular: true }),
    rule(
      'no-unresolvable',
      'An import that leads nowhere (a broken # import would pass silently).',
      {},
      { couldNotResolve: true },
    ),
    rule(
      'between-rooms-by-hash',
      'Between rooms by # import, so that one sees a wall being crossed.',
      // Payload writes its import map itself, with relative paths.
      { path: '^(collections|jobs|templates|src/[^/]+)/', pathNot: [TESTS, '/importMap\\.js$'] },
      {
        path: '^(?:collections|jobs|templates|src/[^/]+)/',
        pathNot: ['^$1/'],
        dependencyTypesNot: ['aliased'],
      },
    ),
    rule(
      'inside-a-room-relative',
      'Inside a room imports are relative; a # means you cross a wall.',
      { path: '^(collections|jobs|templates|src/[^/]+)/', pathNot: TESTS },
      { path: '^$1/', dependencyTypes: ['aliased'] },
    ),
    rule(
      'domain-alone',
      'The domain imports no package and no Node module; time.ts alone knows the Temporal polyfill.',
      { path: '^src/domain/', pathNot: [TESTS, '^src/domain/time\\.ts$'] },
      { pathNot: '^src/' },
    ),
    rule(
      'domain-time',
      'time.ts imports the Temporal polyfill and nothing else.',
      { path: '^src/domain/time\\.ts$' },
      {
        pathNot: '^node_modules/temporal-polyfill/',
      },
    ),
    rule(
      'words-and-looks-are-pure',
      'i18n and templates know neither Node, nor Payload, nor a web server.',
      { path: '^(?:src/i18n|templates)/', pathNot: TESTS },
      {
        path: '^node_modules/(?:payload|express|next|@payloadcms/(?!translations))|^(?:node:)?(?:fs|http|https|net|child_process|os)',
      },
    ),
    rule(
      'config-without-next',
      'Whatever payload.config.ts reaches must not import Next: the process dies before Next is prepared.',
      { path: '^payload\\.config\\.ts$' },
      { path: '^node_modules/(?:next|@payloadcms/next)/', reachable: true },
    ),
    rule(
      'client-files',
      "Files with 'use client' (named *.client.tsx) know only domain, i18n and each other.",
      { path: CLIENT },
      { path: PRODUCT, pathNot: [...places(['domain', 'i18n']), CLIENT] },
    ),
    rule(
      'no-test-in-product',
      'Product code does not import tests.',
      { path: PRODUCT, pathNot: TESTS },
      { path: `^test/|${TESTS}` },
    ),
    rule(
      'no-dev-dependency-in-product',
      'What runs in production is a dependency, not a dev dependency.',
      { path: PRODUCT, pathNot: TESTS },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:\\.next|dist|data)/' },
    // Paths as they are written, also where node_modules is a link (the walls test).
    preserveSymlinks: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

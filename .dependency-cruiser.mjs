/**
 * Which way imports point; `npm run lint` checks it. Types count as imports: what a file knows by
 * its types, it knows. Each rule names what a folder may see of our own code, and nothing else is
 * allowed, so a new folder needs a line here before it can import anything.
 */

/** Our own code. Packages and Node's modules are another matter; the domain alone sees none. */
const OWN = '^(shared|functions|infra|web|test)/';

/** What each folder may see of our own code, besides itself. */
const MAY_SEE = {
  'shared/domain': [],
  'shared/metrics': ['shared/domain'],
  'shared/contract': ['shared/domain'],
  'shared/store': ['shared/domain'],
  'shared/http': ['shared/domain', 'shared/contract', 'shared/store'],
  functions: ['shared'],
  web: ['shared/domain', 'shared/contract'],
  'infra/sign-in': [],
  'infra/aws': ['shared', 'functions', 'infra/sign-in'],
  'infra/local': ['shared', 'functions', 'infra/sign-in'],
  'infra/docs': ['shared', 'functions'],
  'infra/cli': ['shared', 'functions', 'infra'],
  test: ['shared', 'functions', 'infra', 'web'],
};

/** The domain's rooms: each sees those before it. */
const ROOMS = ['kernel', 'organization', 'round', 'idea', 'numbers', 'search'];

/**
 * The rooms of the pages: each sees those before it. A feature sees another only through its
 * `index.ts`; routes alone open its pages.
 */
const WEB_ROOMS = [
  'worker',
  'browsers',
  'storage',
  'session',
  'i18n',
  'api',
  'outbox',
  'ui',
  'features',
  'app',
];

/** What functions have in common lies above their folders. */
const COMMON = '^functions/[^/]+\\.ts$';

const anyOf = folders => `^(${folders.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'No files import each other in a circle.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment:
        'An import that is not found cannot be checked. The package aws-lambda has types alone.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^aws-lambda$' },
    },
    {
      name: 'known-folder',
      comment: 'A new folder needs a line in MAY_SEE.',
      severity: 'error',
      from: { path: OWN, pathNot: anyOf(Object.keys(MAY_SEE)) },
      to: {},
    },
    ...Object.entries(MAY_SEE).map(([folder, seen]) => ({
      name: `${folder.replace('/', '-')}-sees`,
      comment: `${folder} sees itself${seen.map(one => `, ${one}`).join('')} and no more of our code.`,
      severity: 'error',
      from: { path: `^${folder}/` },
      to: { path: OWN, pathNot: anyOf([folder, ...seen]) },
    })),
    {
      name: 'domain-imports-nothing',
      comment: 'The domain imports no package and no module of Node.',
      severity: 'error',
      from: { path: '^shared/domain/' },
      to: { pathNot: '^shared/domain/' },
    },
    ...ROOMS.map((room, at) => ({
      name: `domain-${room}-sees`,
      comment: `The room ${room} sees ${at === 0 ? 'itself alone' : 'the rooms before it'}.`,
      severity: 'error',
      from: { path: `^shared/domain/${room}/` },
      to: {
        path: '^shared/domain/',
        pathNot: `^shared/domain/(${ROOMS.slice(0, at + 1).join('|')})/`,
      },
    })),
    ...WEB_ROOMS.map((room, at) => ({
      name: `web-${room}-sees`,
      comment: `The room ${room} of the pages sees ${at === 0 ? 'itself alone' : 'the rooms before it'}.`,
      severity: 'error',
      from: { path: `^web/${room}/` },
      to: {
        path: '^web/',
        pathNot: [`^web/(${WEB_ROOMS.slice(0, at + 1).join('|')})/`, '^web/paths.ts$'],
      },
    })),
    {
      name: 'pages-load-no-schemas',
      comment:
        'Pages know the types of the schemas alone: their library would weigh on a first load.',
      severity: 'error',
      from: { path: '^web/', pathNot: '^web/build/' },
      to: { path: '^shared/contract/(schemas/|fields)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'features-apart',
      comment: 'A feature sees another only through its index.ts.',
      severity: 'error',
      from: { path: '^web/features/([^/]+)/' },
      to: {
        path: '^web/features/',
        pathNot: ['^web/features/$1/', '^web/features/[^/]+/index.ts$'],
      },
    },
    {
      name: 'features-from-app',
      comment: 'The application sees of a feature its pages, its index.ts and its words.',
      severity: 'error',
      from: { path: '^web/app/' },
      to: {
        path: '^web/features/',
        pathNot: '^web/features/[^/]+/(pages/[^/]+|index|words\\.(zh|en)).tsx?$',
      },
    },
    {
      name: 'functions-apart',
      comment: 'One function knows nothing of another.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/', pathNot: ['^functions/$1/', COMMON] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};

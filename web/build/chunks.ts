/**
 * How the pages are cut into files: one for the frame, one for each page whose first load is held to
 * a budget, and one for each further group of pages. What belongs into a file follows from what its
 * pages import.
 */
import { dirname, join } from 'node:path';
import type { Rolldown } from 'vite';

type GetModuleInfo = (id: string) => Rolldown.ModuleInfo | null;

/** What every page begins with. */
const FRAME = 'app';

/** The files, by the pages that they are for. The first five are held to a budget. */
const FILES = {
  home: /\/pages\/home-page\.tsx$/,
  submit: /\/pages\/submit-page\.tsx$/,
  agenda: pagesOf('agenda'),
  numbers: /\/pages\/numbers-page\.tsx$/,
  list: /\/pages\/round-page\.tsx$/,
  submission: /\/(submission\/components\/(submitted|waits|key-reused)|form\/other-drafts)\.tsx$/,
  idea: /\/pages\/idea-page\.tsx$/,
  employee: pagesOf('home|profile|ideas|submission|bulletin|outbox', 'work-page|tracking-page'),
  search: /\/features\/search\/components\/(found-ideas|search-panel|similar-line)\.tsx$/,
  comments: /\/features\/agenda\/components\/discussion\.tsx$/,
  chair:
    /\/features\/agenda\/components\/(agenda-pager|arrange-agenda|publish-now|deciding-list|decide-part|deferred-here|after-decision)\.tsx$/,
  photos: /\/features\/photos\/(waiting-photos|components\/photo-(rows|strip))\.tsx?$/,
  desk: pagesOf('screening|slips|replies', 'follow-up-page'),
  manager: pagesOf('numbers|rewards', 'acceptance-page|overdue-page'),
  administrator: pagesOf('members|settings|calendar|audit'),
  sheets: pagesOf('sheets'),
  zone: /\/web\/(features\/zone\/pages\/[\w-]+|app\/zone-area)\.tsx$/,
} as const;

/** The pages of some features, and those of `implementation`, which has some for everybody. */
function pagesOf(features: string, ofImplementation = '-'): RegExp {
  return new RegExp(
    `/web/features/((${features})/pages/[\\w-]+|implementation/pages/(${ofImplementation}))\\.tsx$`,
  );
}

/**
 * The file of a module that several of `FILES` need. An employee's first page is never two files:
 * what these share with another first page comes with the frame.
 */
function fileOfShared(users: ReadonlySet<string>): string {
  const has = (...files: string[]): boolean => files.some(file => users.has(file));
  const [only] = users;
  if (users.size === 1 && only !== undefined) return only;
  if (has('home')) return has('submit', 'agenda', 'numbers') ? FRAME : 'home';
  if (has('submit')) return has('agenda', 'numbers', 'list') ? FRAME : 'submit';
  if (has('agenda')) return has('numbers') ? FRAME : 'ideas';
  if (has('list')) return 'list';
  if (has('numbers')) return 'figures';
  // Loaded later than a first page, for some readers of it.
  if (has('photos')) return 'photos';
  if (has('submission') && !has('chair', 'idea', 'employee')) return 'submission';
  if (has('comments')) return 'comments';
  if (has('search') && !has('chair', 'idea', 'employee')) return 'search';
  return has('chair', 'idea', 'employee') ? 'follow-up' : 'staff';
}

/** The words of a language, which go with the modules that speak them. */
const WORDS = /\/(?:words\.)?(zh|en)\.ts$/;

/** What all words begin with. */
const NAMES = /\/shared\/contract\/names\.ts$/;

/** Few pages need it, and so does the sign-in. */
const ZOD = /\/node_modules\/zod\//;

/** @param entry the id of the module that everything is loaded from */
export function chunkGroups(entry: string): Rolldown.CodeSplittingGroup[] {
  let files: ReadonlyMap<string, string> | undefined;
  return [
    {
      debugName: 'pages',
      name: (id, context) => {
        files ??= filesOf(entry, other => context.getModuleInfo(other));
        if (NAMES.test(id)) return FRAME;
        return files.get(id) ?? null;
      },
      // The files are closed already, and finer: of an `index.ts` a page needs what it names alone.
      includeDependenciesRecursively: false,
    },
  ];
}

/** The public bulletin: the page in one file, and the words of each language in one. */
export const publicGroups = (): Rolldown.CodeSplittingGroup[] => [
  {
    debugName: 'page',
    // What both languages need comes with the page, so that neither needs the other.
    name: id => (/\/start-public\.tsx$/.test(id) || NAMES.test(id) ? 'page' : null),
    priority: 1,
  },
  {
    debugName: 'words',
    name: id => WORDS.exec(id)?.[1] ?? null,
    includeDependenciesRecursively: false,
  },
];

/** The file of each module. Those without one are left to the bundler. */
function filesOf(entry: string, getModuleInfo: GetModuleInfo): Map<string, string> {
  const loaded = [...closureOf([entry], getModuleInfo, { dynamic: true })];
  const begin = (begins: RegExp) => loaded.filter(id => begins.test(id));
  const files = new Map<string, string>();
  for (const id of closureOf([entry, ...begin(/\/web\/app\/start\.tsx$/)], getModuleInfo))
    files.set(id, FRAME);
  const users = new Map<string, Set<string>>();
  for (const [file, begins] of Object.entries(FILES)) {
    // A page belongs to the first of the files that may have it.
    const pages = begin(begins).filter(id => !users.has(id));
    for (const id of closureOf(pages, getModuleInfo))
      users.set(id, (users.get(id) ?? new Set()).add(file));
  }
  for (const [id, by] of users) if (!files.has(id)) files.set(id, fileOfShared(by));
  for (const id of loaded) {
    if (ZOD.test(id)) files.set(id, 'zod');
    if (id.endsWith('/web/app/style.css')) files.set(id, 'style');
    const [, language] = WORDS.exec(id) ?? [];
    if (language === undefined) continue;
    const file = files.get(id.replace(/words\.\w+\.ts$/, 'words.ts')) ?? FRAME;
    files.set(id, file === FRAME ? language : `${language}-${file}`);
  }
  return files;
}

/** Everything that is loaded together with these modules. */
function closureOf(
  roots: readonly string[],
  getModuleInfo: GetModuleInfo,
  { dynamic = false } = {},
): Set<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    const module = getModuleInfo(id);
    if (module === null) return;
    for (const imported of module.importedIds)
      if (isIndex(imported)) {
        const names = namesFrom(module, imported);
        sourcesOf(imported, names, getModuleInfo).forEach(visit);
      } else visit(imported);
    if (dynamic) module.dynamicallyImportedIds.forEach(visit);
  };
  roots.forEach(visit);
  return found;
}

/**
 * A feature's public face, the set of icons, and the indexes of libraries: they only name what
 * others contain.
 */
function isIndex(id: string): boolean {
  return /\/web\/(features\/\w+\/index|ui\/icon)\.ts$|\/(lucide-preact\.mjs|(preact-query|query-core)\/build\/modern\/index\.js)$/.test(
    id,
  );
}

/** The modules behind an index that contain what is named. */
function sourcesOf(
  index: string,
  names: ReadonlySet<string>,
  getModuleInfo: GetModuleInfo,
): string[] {
  const module = getModuleInfo(index);
  if (module === null) return [];
  return listsIn(module).flatMap(({ from, taken }) => {
    const theirs = taken.filter(({ ours }) => names.has(ours)).map(name => name.theirs);
    if (taken.length > 0 && theirs.length === 0) return [];
    return module.importedIds
      .filter(id => isSource(id, from, index))
      .flatMap(id =>
        isIndex(id)
          ? sourcesOf(id, taken.length > 0 ? new Set(theirs) : names, getModuleInfo)
          : taken.length > 0
            ? [id]
            : [],
      );
  });
}

/** The names that a module takes from another, as the other calls them. */
function namesFrom(module: Rolldown.ModuleInfo, source: string): Set<string> {
  return new Set(
    listsIn(module)
      .filter(({ from }) => isSource(source, from, module.id))
      .flatMap(({ taken }) => taken.map(({ theirs }) => theirs)),
  );
}

interface List {
  readonly from: string;
  /** None for `export *`. */
  readonly taken: readonly { readonly theirs: string; readonly ours: string }[];
}

/** Read once: the index of the icons is long. */
const LISTS = new Map<string, readonly List[]>();

/** What a module imports and passes on by name. */
function listsIn({ id, code }: Rolldown.ModuleInfo): readonly List[] {
  const read = LISTS.get(id);
  if (read !== undefined) return read;
  const found = (code ?? '').matchAll(
    /^(?:import|export) (?:\{([^}]*)\}|\*) from ["']([^"']+)["']/gm,
  );
  const lists = [...found].map(([, names = '', from = '']) => ({
    from,
    taken: names
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== '')
      .map(name => {
        const [theirs = name, ours = theirs] = name.split(' as ');
        return { theirs, ours };
      }),
  }));
  LISTS.set(id, lists);
  return lists;
}

/** Whether an import in a module names that source. */
function isSource(source: string, from: string, importer: string): boolean {
  return from.startsWith('.')
    ? join(dirname(importer), from) === source
    : source.includes(`/node_modules/${from}/`);
}

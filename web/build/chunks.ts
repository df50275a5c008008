/**
 * How the pages are cut into files: one for each audience, so that a first load is few files, and
 * none with pages of other roles. What belongs into a file follows from what its pages import.
 */
import { dirname, join } from 'node:path';
import type { Rolldown } from 'vite';

type GetModuleInfo = (id: string) => Rolldown.ModuleInfo | null;

/**
 * The files, by the modules that they begin with. A module that several of them need belongs to the
 * first; what several of the later ones share is in `staff`. Before them come `base`, which both kinds of
 * pages begin with, and `public`, which the public bulletin needs besides.
 */
const FILES = {
  /** The signed-in frame, and its first page. */
  app: /\/web\/app\/start\.tsx$|\/pages\/home-page\.tsx$/,
  submission: /\/pages\/submit-page\.tsx$/,
  employee: pagesOf('home|profile|ideas|submission|bulletin', 'work-page|tracking-page'),
  committee: pagesOf('agenda|screening|slips|replies', 'follow-up-page'),
  manager: pagesOf('numbers|rewards', 'acceptance-page|overdue-page'),
  administrator: pagesOf('members|settings|calendar|audit'),
  zone: pagesOf('zone'),
} as const;

const PUBLIC = /\/web\/app\/start-public\.tsx$/;
/** Files of which nobody loads another's pages for the sake of what both use. */
const OF_ROLES: ReadonlySet<string> = new Set([
  'employee',
  'committee',
  'manager',
  'administrator',
  'zone',
]);

/** The pages of some features, and those of `implementation`, which has some for everybody. */
function pagesOf(features: string, ofImplementation = '-'): RegExp {
  return new RegExp(
    `/web/features/((${features})/pages/[\\w-]+|implementation/pages/(${ofImplementation}))\\.tsx$`,
  );
}

/** The words of a language: those of the first load together, and those of each further file. */
const WORDS = /\/(?:words\.)?(zh|en)\.ts$/;

/** The style of the application, and that of the public bulletin alone. */
const STYLE = /\/web\/app\/(style|public)\.css$/;

/** Few pages need it, and so does the sign-in. */
const ZOD = /\/node_modules\/zod\//;

/** @param entries the ids of the modules that everything is loaded from */
export function chunkGroups(entries: readonly string[]): Rolldown.CodeSplittingGroup[] {
  let files: ReadonlyMap<string, string> | undefined;
  return [
    {
      debugName: 'audiences',
      name: (id, context) => {
        files ??= filesOf(entries, other => context.getModuleInfo(other));
        return files.get(id) ?? null;
      },
      // The files are closed already, and finer: of an `index.ts` a page needs what it names alone.
      includeDependenciesRecursively: false,
    },
  ];
}

/** The file of each module. Those without one are left to the bundler. */
function filesOf(entries: readonly string[], getModuleInfo: GetModuleInfo): Map<string, string> {
  const loaded = [...closureOf(entries, getModuleInfo, { dynamic: true })];
  const closureFrom = (begins: RegExp) =>
    closureOf(
      loaded.filter(id => begins.test(id)),
      getModuleInfo,
    );
  const files = new Map<string, string>();
  const put = (ids: Iterable<string>, file: string): void => {
    for (const id of ids) {
      const former = files.get(id);
      if (former === undefined) files.set(id, file);
      else if (OF_ROLES.has(former)) files.set(id, 'staff');
    }
  };
  const isInApp = closureFrom(FILES.app);
  const isPublic = closureFrom(PUBLIC);
  put(closureOf(entries, getModuleInfo), 'base');
  put(
    [...isPublic].filter(id => isInApp.has(id)),
    'base',
  );
  put(isPublic, 'public');
  for (const [file, begins] of Object.entries(FILES)) put(closureFrom(begins), file);
  for (const id of loaded) if (ZOD.test(id)) files.set(id, 'zod');
  for (const id of loaded) {
    const [, sheet] = STYLE.exec(id) ?? [];
    if (sheet !== undefined) files.set(id, `style-${sheet}`);
  }
  for (const id of loaded) {
    const [, language] = WORDS.exec(id) ?? [];
    if (language === undefined) continue;
    const file = files.get(id.replace(/words\.\w+\.ts$/, 'words.ts'));
    files.set(id, file === undefined || file === 'app' ? language : `${language}-${file}`);
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
      if (isIndex(imported)) namedIn(module, imported, getModuleInfo).forEach(visit);
      else visit(imported);
    if (dynamic) module.dynamicallyImportedIds.forEach(visit);
  };
  roots.forEach(visit);
  return found;
}

/** A feature's public face, and the set of icons: they only name what others contain. */
function isIndex(id: string): boolean {
  return /\/web\/features\/\w+\/index\.ts$/.test(id);
}

/** The modules of an `index.ts` whose exports a module names. */
function namedIn(
  { id, code }: Rolldown.ModuleInfo,
  index: string,
  getModuleInfo: GetModuleInfo,
): string[] {
  const named = new Set(
    lists(code, 'import')
      .filter(({ from }) => join(dirname(id), from) === index)
      .flatMap(({ names }) => names),
  );
  return lists(getModuleInfo(index)?.code ?? '', 'export')
    .filter(({ names }) => names.some(name => named.has(name)))
    .map(({ from }) => join(dirname(index), from));
}

/** The lists of names in a module: `import { a, b } from "./c.ts"`. */
function lists(code: string | null, word: 'import' | 'export') {
  return [...(code ?? '').matchAll(new RegExp(`^${word} \\{([^}]*)\\} from "([^"]+)"`, 'gm'))].map(
    ([, names = '', from = '']) => ({
      names: names.split(',').map(name => name.trim().replace(/ as .*/, '')),
      from,
    }),
  );
}

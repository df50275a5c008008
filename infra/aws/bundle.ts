/**
 * A function's code as it is deployed: minified, with the SDK in it, so that what was tested is what runs. Whatever stands behind
 * an `import()` goes into a file of its own, which is loaded when it is first needed and costs a start nothing.
 */
import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync, type Metafile } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  // Of a package that has both, the ESM part, from which esbuild can leave out what is not used.
  mainFields: ['module', 'main'],
  alias: {
    '@aws-sdk/credential-provider-node': './infra/aws/lambda-credentials.ts',
    'node:http': './infra/aws/lambda-http.ts',
  },
  minify: true,
  // Read only when an error is logged, see `shared/http/source-lines.ts`.
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

/** How much code there is, in bytes. */
export interface BundleSize {
  /** What is loaded before the first request. */
  readonly start: number;
  /** With all that is loaded later, if at all. */
  readonly whole: number;
}

/** Bundles a module into `index.mjs` and the files that belong to it. The entry is a path from the project's root. */
export function bundle(entry: string, folder: string): BundleSize {
  const { metafile } = buildSync({ ...OPTIONS, entryPoints: { index: entry }, outdir: folder });
  const files = Object.entries(metafile.outputs).filter(([path]) => path.endsWith('.mjs'));
  const loaded = loadedWith(files.find(([, { entryPoint }]) => entryPoint === entry)?.[0], metafile);
  const bytes = (of: typeof files) => of.reduce((sum, [, file]) => sum + file.bytes, 0);
  return { start: bytes(files.filter(([path]) => loaded.has(path))), whole: bytes(files) };
}

/** A file and all that it imports outright. */
function loadedWith(path: string | undefined, { outputs }: Metafile, seen = new Set<string>()): Set<string> {
  if (path === undefined || seen.has(path)) return seen;
  seen.add(path);
  for (const { kind, external, path: imported } of outputs[path]?.imports ?? [])
    if (kind === 'import-statement' && !external) loadedWith(imported, { inputs: {}, outputs }, seen);
  return seen;
}

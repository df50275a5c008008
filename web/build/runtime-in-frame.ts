/**
 * Puts the bundler's own few lines (how a module's exports become an object) into the file that the
 * pages begin with. The bundler always makes a file of them, which a phone would fetch before all.
 */
import type { Plugin, Rolldown } from 'vite';

const RUNTIME = '\0rolldown/runtime.js';

/** No other name in a minified file is as long. */
const HELPERS = 'bundlerHelpers';

export const runtimeInFrame: Plugin = {
  name: 'runtime-in-frame',
  apply: 'build',
  generateBundle: {
    // Before the page of HTML and the lists of what to preload are made of the files.
    order: 'pre',
    handler(_options, bundle) {
      const chunks = Object.values(bundle).filter(output => output.type === 'chunk');
      const runtime = chunks.find(({ moduleIds }) => moduleIds.join() === RUNTIME);
      if (runtime === undefined) return;
      const users = chunks.filter(({ imports }) => imports.includes(runtime.fileName));
      // A file that does not use the lines has a hash that does not change with them: it cannot
      // provide them, and every user has a copy.
      const frame = users.find(({ isEntry }) => isEntry);
      // What the frame imports is evaluated before it, and would find no helpers.
      const early = users.find(({ fileName }) => frame?.imports.includes(fileName));
      if (early !== undefined) this.error(`the frame imports ${early.fileName}`);
      for (const chunk of users) withoutRuntime(chunk, runtime, frame);
      delete bundle[runtime.fileName];
    },
  },
};

function withoutRuntime(
  chunk: Rolldown.OutputChunk,
  runtime: Rolldown.OutputChunk,
  frame: Rolldown.OutputChunk | undefined,
): void {
  const copy = `var ${HELPERS}=(()=>{${asFunctionBody(runtime.code)}})();`;
  const begin =
    frame === undefined
      ? copy
      : chunk === frame
        ? `${copy}export{${HELPERS}};`
        : `import{${HELPERS}}from"./${nameOf(frame)}";`;
  const code = chunk.code.replace(
    new RegExp(`import\\{([\\w$ ,]+)\\}from"\\./${nameOf(runtime).replace(/\./g, '\\.')}";`),
    (_, names: string) => `${begin}var{${names.replace(/\sas\s/g, ':')}}=${HELPERS};`,
  );
  if (code === chunk.code) throw new Error(`${chunk.fileName} does not import as expected`);
  chunk.code = code;
  // A file that needs the frame is never loaded before it.
  chunk.imports = chunk.imports.filter(file => file !== runtime.fileName);
}

function nameOf({ fileName }: Rolldown.OutputChunk): string {
  return fileName.replace(/^.*\//, '');
}

/** The exports as an object: `export{a as b}` becomes `return{b:a}`. */
function asFunctionBody(code: string): string {
  return code.replace(
    /export\s*\{([\w$ ,]+)\};?\s*$/,
    (_, names: string) => `return{${names.replace(/([\w$]+)\sas\s([\w$]+)/g, '$2:$1')}}`,
  );
}

/**
 * The route table in the pages, without its schemas: they and their library would be a fifth of a
 * first load. Requests are typed by the schemas and refused by the API, and replies are checked by
 * it, so the pages only need the check in `reply-check.ts`.
 */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Route, Schema } from '../../shared/contract/route.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';

/** Replaces the modules of the routes. Fails for a module that exports anything but routes. */
export const lightRoutes: Plugin = {
  name: 'light-routes',
  transform: {
    order: 'pre',
    filter: { id: /\/shared\/contract\/routes\/[\w-]+\.ts$/ },
    handler(code) {
      const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(
        ([, name = '']) => name,
      );
      return {
        code: [
          `import { hasMembers } from ${JSON.stringify(REPLY_CHECK)};`,
          ...names.map(name => `export const ${name} = ${light(name)};`),
        ].join('\n'),
        map: null,
      };
    },
  },
};

const BY_ID: ReadonlyMap<string, Route> = new Map(ROUTES.map(route => [route.id, route]));
const REPLY_CHECK = fileURLToPath(new URL('reply-check.ts', import.meta.url));

/** A route of the table as the client needs it, as source text. */
export function light(name: string): string {
  const route = BY_ID.get(name);
  if (route === undefined) throw new Error(`there is no route ${name}`);
  const { id, method, path, body, success } = route;
  const { reply, ...answer } = success;
  const facts = { id, method, path, body: { type: body.type } };
  const members = requiredMembers(reply).map(name => JSON.stringify(name));
  return `{
    ...${JSON.stringify(facts)},
    success: { ...${JSON.stringify(answer)}, reply: /* @__PURE__ */ hasMembers(${members.join()}) },
  }`;
}

/** The names of the members that every reply has; none if it is not simply an object. */
function requiredMembers(reply: Schema): string[] {
  const shape: Readonly<Record<string, Schema>> = 'shape' in reply ? Object(reply.shape) : {};
  return Object.entries(shape)
    .filter(([, member]) => member._zod.optin === undefined)
    .map(([name]) => name);
}

/**
 * Puts a digest of each kept reply's schema into `web/api/kept-routes.ts`: a reply that an earlier
 * release has kept on a device is read again only if its shape is still the same.
 */
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import * as z from 'zod/mini';
import { ROUTES } from '../../shared/contract/routes/table.ts';

export const replyShapes: Plugin = {
  name: 'reply-shapes',
  transform: {
    filter: { id: /\/web\/api\/kept-routes\.ts$/ },
    handler: code => ({
      code: code.replace(/(\w+): (''|"")/g, (_, id) => `${id}: '${shapeOf(id)}'`),
      map: null,
    }),
  },
};

/** A few letters that change with the shape of a route's reply. Throws if there is no such route. */
export function shapeOf(id: string): string {
  const route = ROUTES.find(route => route.id === id);
  if (route === undefined) throw new Error(`there is no route ${id} to keep`);
  const schema = z.toJSONSchema(route.success.reply, { unrepresentable: 'any' });
  return createHash('sha256').update(JSON.stringify(schema)).digest('base64url').slice(0, 6);
}

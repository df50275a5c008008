/** The routes as the pages get them: without schemas, and with a check of each reply. */
import { expect, it } from 'vitest';
import { getMe } from '../../../shared/contract/routes/organization.ts';
import { ROUTES } from '../../../shared/contract/routes/table.ts';
import { light } from '../../../web/build/light-routes.ts';
import { hasMembers } from '../../../web/build/reply-check.ts';

it('is every route, with all that the client reads and nothing of a schema', () => {
  for (const { id, method, path, body, success } of ROUTES) {
    const { reply: _, ...answer } = success;
    const read = Function('hasMembers', `return ${light(id)}`)(hasMembers);
    expect(read).toMatchObject({ id, method, path, body: { type: body.type }, success: answer });
    expect(Object.keys(read).sort()).toEqual(['body', 'id', 'method', 'path', 'success']);
  }
});

it('refuses an answer that is not the API’s', async () => {
  const { success } = Function('hasMembers', `return ${light(getMe.id)}`)(hasMembers);
  const accepts = async (reply: unknown) =>
    (await success.reply['~standard'].validate(reply)).issues === undefined;
  expect(await accepts({ subject: 'anna', memberships: [], zones: [] })).toBe(true);
  expect(await accepts({ subject: 'anna', memberships: [], zones: [], more: 1 })).toBe(true);
  expect(await accepts({ message: 'Hello' })).toBe(false);
  expect(await accepts(undefined)).toBe(false);
  expect(await accepts('<!doctype html>')).toBe(false);
});

/** The routes whose replies stay on a device: they exist, read, and have a shape. */
import { expect, it } from 'vitest';
import { ROUTES } from '../../../shared/contract/routes/table.ts';
import { KEPT_ROUTES } from '../../../web/api/kept-routes.ts';
import { shapeOf } from '../../../web/build/reply-shapes.ts';

it.each(Object.keys(KEPT_ROUTES))('%s reads, and has a shape', id => {
  const route = ROUTES.find(route => route.id === id);
  expect(route).toMatchObject({ method: 'GET', success: { status: 200 } });
  expect(route?.success).not.toHaveProperty('type');
  expect(shapeOf(id)).toMatch(/^[\w-]{6}$/);
});

it('tells different shapes apart, and refuses what is no route', () => {
  expect(shapeOf('getIdea')).not.toBe(shapeOf('listIdeas'));
  expect(() => shapeOf('getIdeas')).toThrow('getIdeas');
});

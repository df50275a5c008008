/**
 * The route table and its OpenAPI description: every served route is described, and every described
 * one is served.
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ADDRESSES } from '../../shared/contract/addresses.ts';
import { openApiDocument } from '../../shared/contract/openapi.ts';
import { API_PREFIX, routeKey } from '../../shared/contract/route.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';

/** The files of the routes, one for each subject. */
const ROOMS = join(import.meta.dirname, '..', '..', 'shared', 'contract', 'routes');

const schemaObject = z.looseObject({
  required: z.optional(z.array(z.string())),
  properties: z.optional(
    z.record(z.string(), z.looseObject({ examples: z.optional(z.array(z.unknown())) })),
  ),
});
const operation = z.looseObject({
  operationId: z.string(),
  tags: z.array(z.string()),
  parameters: z.optional(
    z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.optional(z.boolean()) })),
  ),
  responses: z.record(
    z.string(),
    z.looseObject({ content: z.optional(z.record(z.string(), z.unknown())) }),
  ),
  security: z.optional(z.array(z.unknown())),
});
const document = z
  .looseObject({
    paths: z.record(z.string(), z.record(z.string(), operation)),
    components: z.looseObject({ schemas: z.record(z.string(), schemaObject) }),
  })
  .parse(openApiDocument());
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    key: `${method.toUpperCase()} ${path}`,
    ...operation,
  })),
);
const described = (id: string) => operations.find(({ operationId }) => operationId === id)!;
const bracesIn = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

describe('the route table', () => {
  it('names every route once, and every method and path once', () => {
    expect(new Set(ROUTES.map(({ id }) => id)).size).toBe(ROUTES.length);
    expect(new Set(ROUTES.map(routeKey)).size).toBe(ROUTES.length);
  });

  it('holds every defined route', async () => {
    const modules = await Promise.all(
      globSync('*.ts', { cwd: ROOMS }).map(file => import(join(ROOMS, file))),
    );
    const written = modules
      .flatMap(module => Object.values(module))
      .flatMap(
        one => z.safeParse(z.looseObject({ id: z.string(), path: z.string() }), one).data?.id ?? [],
      );
    expect(ROUTES.map(({ id }) => id).toSorted()).toEqual(written.toSorted());
  });

  it('yields the addresses by which functions find their endpoints', () => {
    expect(ADDRESSES).toEqual(Object.fromEntries(ROUTES.map(route => [route.id, routeKey(route)])));
  });

  it.each(ROUTES)('$id has an audience and its allowed callers', route => {
    const audiences = [
      'employee',
      'committee',
      'manager',
      'administrator',
      'search',
      'photos',
      'zone',
    ];
    expect(audiences).toContain(route.audience);
    expect(['anybody', 'signed-in', 'members', 'zone-members']).toContain(route.access.who);
    if (route.access.who === 'members') expect(route.access.roles.length).toBeGreaterThan(0);
    expect(route.summary).not.toBe('');
  });

  it.each(ROUTES)('$id has exactly the path parameters in its braces', route => {
    expect(Object.keys(route.parameters.shape).toSorted()).toEqual(bracesIn(route.path).toSorted());
  });

  it.each(ROUTES)('$id admits others than members only if it concerns no organization', route => {
    expect(route.access.who === 'members').toBe(
      route.path.startsWith('/organizations/{organization}'),
    );
  });

  it.each(ROUTES)('$id has a body only if it changes something', route => {
    if (route.method === 'GET' || route.method === 'DELETE') expect(route.body.type).toBe('none');
  });

  it('has no two paths of one method for the same request', () => {
    const shapes = ROUTES.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
    expect(new Set(shapes).size).toBe(ROUTES.length);
  });
});

describe('the OpenAPI document', () => {
  it('is valid', async () => {
    const { valid, errors } = await new Validator().validate(openApiDocument());
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('describes every route and no other', () => {
    expect(operations.map(({ key, operationId }) => `${operationId}: ${key}`).toSorted()).toEqual(
      ROUTES.map(route => `${route.id}: ${routeKey(route)}`).toSorted(),
    );
    expect(Object.keys(document.paths).every(path => path.startsWith(`${API_PREFIX}/`))).toBe(true);
  });

  it('names the codes with which a route can refuse, and no others', () => {
    const schema = JSON.stringify(described('acceptIdea').responses.default);
    for (const code of ['own-work', 'wrong-state', 'role-required', 'malformed-json', 'busy'])
      expect(schema).toContain(`"${code}"`);
    for (const code of ['not-the-owner', 'no-quorum', 'malformed-csv'])
      expect(schema).not.toContain(`"${code}"`);
  });

  it.each(ROUTES)('describes $id: its parameters, reply and problems', route => {
    const { parameters = [], responses, tags } = described(route.id);
    expect(tags).toEqual([route.audience]);
    const inPath = parameters.filter(parameter => parameter.in === 'path');
    expect(inPath.map(({ name }) => name).toSorted()).toEqual(bracesIn(route.path).toSorted());
    expect(inPath.every(({ required }) => required)).toBe(true);
    expect(
      parameters
        .filter(parameter => parameter.in === 'query')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(Object.keys(route.query.shape).toSorted());
    expect(parameters.some(({ name }) => name === 'Idempotency-Key')).toBe(
      route.idempotent === true,
    );
    expect(parameters.find(({ name }) => name === 'If-Match')?.required).toBe(
      route.precondition && (route.precondition === 'required' || undefined),
    );
    expect(Object.keys(responses)).toEqual([
      String(route.success.status),
      ...(route.revalidation ? ['304'] : []),
      ...(route.precondition ? ['412'] : []),
      ...(route.precondition === 'required' ? ['428'] : []),
      'default',
    ]);
    expect(Object.keys(responses[route.success.status]!.content!)).toEqual([
      route.success.type ?? 'application/json',
    ]);
    expect(Object.keys(responses.default!.content!)).toEqual(['application/problem+json']);
  });

  it('requires a token except on public routes', () => {
    for (const { id, access } of ROUTES)
      expect(described(id).security).toEqual(access.who === 'anybody' ? [] : undefined);
  });

  it.each([
    ['NewIdea', ['category', 'problem', 'proposal', 'title']],
    ['NewVote', ['choice']],
    ['NewDecision', ['outcome']],
    ['Rate', ['denominator', 'numerator', 'value']],
  ])('says which fields of %s are required', (name, required) => {
    expect(document.components.schemas[name]?.required?.toSorted()).toEqual(required);
  });

  it('shows an example of every id', () => {
    const properties = document.components.schemas.Idea!.properties!;
    for (const name of ['id', 'organization', 'round', 'category', 'submittedAt'])
      expect(properties[name]?.examples ?? [], name).not.toEqual([]);
  });
});

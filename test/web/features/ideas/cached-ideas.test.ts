/** An idea that changes in one cached reply changes in all of them. */
import { QueryClient } from '@tanstack/preact-query';
import { expect, it } from 'vitest';
import { getAgenda } from '../../../../shared/contract/routes/deliberation.ts';
import { listUnanswered } from '../../../../shared/contract/routes/follow-up.ts';
import { getIdea, listIdeas, listMyIdeas } from '../../../../shared/contract/routes/ideas.ts';
import { findSimilarIdeas, searchIdeas } from '../../../../shared/contract/routes/search.ts';
import { changeCachedIdea, showAnswer } from '../../../../web/features/ideas/cached-ideas.ts';
import { agendaItem, detailedIdea, huatai, listedIdea, october } from '../../sample.ts';

const READ_AT = Date.parse('2026-10-10T00:00:00Z');
const idea = listedIdea();
const other = { ...idea, id: idea.id.replace(/.$/, 'Z') };

/** The replies that a page after page has read, each with the idea and with another one. */
function cache() {
  const client = new QueryClient();
  const read = (key: readonly unknown[], data: object) =>
    client.setQueryData(key, data, { updatedAt: READ_AT });
  read([listIdeas.id, huatai], { pages: [{ items: [other] }, { items: [idea] }], pageParams: [] });
  read([listIdeas.id, { path: {} }], { items: [idea, other] });
  read([listMyIdeas.id, huatai], { pages: [{ items: [idea] }], pageParams: [] });
  read([getAgenda.id, huatai, october], { items: [agendaItem()], total: 1 });
  read([getIdea.id, {}], detailedIdea());
  read([listUnanswered.id], { pages: [{ items: [{ idea, waitsFor: 'reply' }] }], pageParams: [] });
  read([searchIdeas.id, huatai], { pages: [{ hits: [{ idea }] }], pageParams: [] });
  read([findSimilarIdeas.id, huatai], { ideas: [{ idea }] });
  read(['others'], { pages: [{ items: [other] }], pageParams: [] });
  return client;
}

/** Every idea of the cache, wherever it is. */
function ideasIn(client: QueryClient): { id: string; version: number; supports: number }[] {
  const found: { id: string; version: number; supports: number }[] = [];
  for (const { state } of client.getQueryCache().getAll())
    JSON.stringify(state.data, (_, value) => {
      if (value?.version !== undefined) found.push(value);
      return value;
    });
  return found;
}

it('changes in lists, in their pages, on the agenda and on its own page', () => {
  const client = cache();
  changeCachedIdea(client, idea.id, one => ({ ...one, supports: 70 }));
  const ideas = ideasIn(client);
  expect(ideas.filter(({ id }) => id === idea.id).map(({ supports }) => supports)).toEqual(
    Array(8).fill(70),
  );
  expect(ideas.filter(({ id }) => id === other.id).map(({ supports }) => supports)).toEqual(
    Array(3).fill(idea.supports),
  );
});

it('makes nothing look newer than it was read', () => {
  const client = cache();
  changeCachedIdea(client, idea.id, one => ({ ...one, supports: 70 }));
  for (const { state } of client.getQueryCache().getAll())
    expect(state.dataUpdatedAt).toBe(READ_AT);
});

it('has the version that an act left, for the next act, but no older one', () => {
  const client = cache();
  const versions = () =>
    new Set(
      ideasIn(client)
        .filter(({ id }) => id === idea.id)
        .map(({ version }) => version),
    );
  showAnswer(client, { ...idea, version: idea.version + 2, status: 'returned' });
  expect(versions()).toEqual(new Set([idea.version + 2]));
  showAnswer(client, { ...idea, version: idea.version + 1 });
  expect(versions()).toEqual(new Set([idea.version + 2]));
  showAnswer(client, { ideas: [{ idea: idea.id, outcome: 'done', version: idea.version + 3 }] });
  expect(versions()).toEqual(new Set([idea.version + 3]));
  showAnswer(client, { ideas: [{ idea: idea.id, outcome: 'refused' }] });
  expect(versions()).toEqual(new Set([idea.version + 3]));
  for (const answer of [undefined, null, 'text', { ideas: [] }]) showAnswer(client, answer);
});

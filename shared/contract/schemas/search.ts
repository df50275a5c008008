/** Finding ideas: by words, and those that are alike. */
import * as z from 'zod/mini';
import { BODY, TITLE } from '../../domain/kernel/text.ts';
import { count, ideaId, line, lines, searchCursor } from '../fields.ts';
import { listedIdea } from './idea.ts';

const marks = z.array(z.tuple([z.int(), z.int()])).register(z.globalRegistry, {
  description:
    'What was found, each from a position to one after its end, in UTF-16 units, in order',
});

const inTitle = z.object({ title: marks });

const hit = z
  .object({
    idea: listedIdea,
    marks: inTitle,
    snippet: z.optional(
      z
        .object({ of: z.enum(['problem', 'proposal']), text: z.string(), marks })
        .register(z.globalRegistry, {
          description:
            'A part of the text around what was found there; not there if it is in the title alone',
        }),
    ),
  })
  .register(z.globalRegistry, { id: 'Hit' });

export const hits = z
  .object({
    hits: z.array(hit),
    total: count,
    nextCursor: z.exactOptional(searchCursor),
  })
  .register(z.globalRegistry, {
    id: 'Hits',
    description:
      'total counts what the index finds: an idea that has changed a moment ago may still be counted',
  });

export const draftedIdea = z
  .strictObject({
    title: line({ ...TITLE, min: 1 }, 'Title 建议名称'),
    problem: z.exactOptional(lines({ ...BODY, min: 1 }, 'What is wrong today 现状分析')),
    except: z.exactOptional(ideaId),
  })
  .register(z.globalRegistry, {
    id: 'DraftedIdea',
    description: 'What is typed so far; except is an idea that is not looked for, such as itself',
  });

export const similarIdeas = z
  .object({
    ideas: z.array(
      z
        .object({ idea: listedIdea, marks: inTitle })
        .register(z.globalRegistry, { id: 'SimilarIdea' }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'SimilarIdeas',
    description: 'Up to five, the nearest first; only those that may well be the same idea',
  });

/** The order of an agenda: a secretary arranges it idea by idea or by a rule. */
import * as z from 'zod/mini';
import { AGENDA_ORDERS } from '../../domain/idea/agenda.ts';
import { ideaId, pageCursor } from '../fields.ts';
import { agendaItem } from './idea.ts';

/** More would fit neither a meeting nor a request. */
const MOST_ITEMS = 5_000;

const newOrderOf = z.array(ideaId).check(z.maxLength(MOST_ITEMS));

/**
 * A page of an agenda, and its total: the highest number of a long one, including ideas that have
 * left; the exact number of a short one.
 */
export const agendaPage = z.object({
  items: z.array(agendaItem),
  total: z.int().register(z.globalRegistry, {
    description:
      'How many ideas are on the agenda; of a long one, the highest number, also where some have left',
  }),
  nextCursor: z.exactOptional(pageCursor),
});

const seen = z.exactOptional(newOrderOf);

export const newOrder = z
  .union([
    z.strictObject({ order: newOrderOf, seen }),
    z.strictObject({ by: z.enum(AGENDA_ORDERS), seen }),
  ])
  .register(z.globalRegistry, {
    id: 'NewAgendaOrder',
    description:
      'Ideas that are left out keep their order, after those that are named. seen is the order that the sender began with: with it, the new one is refused if a secretary has arranged the agenda otherwise since',
  });

export const agendaOrder = z
  .object({ order: z.array(ideaId) })
  .register(z.globalRegistry, { id: 'AgendaOrder' });

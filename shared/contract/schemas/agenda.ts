/**
 * The order of an agenda: as a secretary arranges it, idea by idea or by a rule.
 */
import * as z from 'zod/mini';
import { AGENDA_ORDERS } from '../../domain/agenda.ts';
import { ideaId } from '../fields.ts';

/** More would not fit the item that keeps the order, nor any meeting. */
const MOST_ITEMS = 5_000;

const order = z.array(ideaId).check(z.maxLength(MOST_ITEMS));

export const newOrder = z
  .union([z.strictObject({ order }), z.strictObject({ by: z.enum(AGENDA_ORDERS) })])
  .register(z.globalRegistry, {
    id: 'NewAgendaOrder',
    description: 'Ideas that are left out keep their order, after those that are named',
  });

export const agendaOrder = z.object({ order }).register(z.globalRegistry, { id: 'AgendaOrder' });

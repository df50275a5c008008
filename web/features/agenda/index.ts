/** What other features see of `agenda`. */
export { useAgenda } from './use-agenda.ts';
export { ofEach, useIdeasOf } from './use-ideas-of.ts';

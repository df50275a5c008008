/** An agenda of some ideas as a committee member opens it, with the API's answers. */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { castVote, getAgenda } from '../../../../shared/contract/routes/deliberation.ts';
import { getIdea, listIdeas } from '../../../../shared/contract/routes/ideas.ts';
import { getRound, listRounds } from '../../../../shared/contract/routes/organization.ts';
import type { IdeaId, MemberId } from '../../../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../../../shared/domain/kernel/instant.ts';
import type { Role } from '../../../../shared/domain/organization/organization.ts';
import { Agenda } from '../../../../web/features/agenda/components/agenda.tsx';
import type { Language } from '../../../../web/i18n/language.ts';
import { type FakeApi, fakeApi } from '../../fake-api.ts';
import { renderPage } from '../../render-page.tsx';
import { agendaItem, at, chair, detailedIdea, october } from '../../sample.ts';
import { serverTimeIs } from '../../server-time.ts';

export type AgendaItem = ReplyOf<typeof getAgenda>['items'][number];
type Round = ReplyOf<typeof getRound>;

const round: Round = {
  id: october,
  state: 'deliberating',
  day: '2026-10-15',
  opensAt: at('2026-10-15 09:00'),
  intakeEndsAt: at('2026-10-16 00:00'),
  closesAt: at('2026-10-18 18:00'),
  publishesAt: at('2026-10-19 18:00'),
};

export const idOf = (number: number): IdeaId =>
  `2026-10-${String(number).padStart(26, '0')}` as IdeaId;

/** The nth idea of the agenda. */
export const nth = (
  number: number,
  ballot: Partial<AgendaItem['ballot']> = {},
  changes: Partial<AgendaItem> = {},
): AgendaItem =>
  agendaItem(ballot, { id: idOf(number), number, title: `第 ${number} 条`, ...changes });

interface Scene {
  readonly api?: FakeApi;
  readonly roles?: readonly Role[];
  readonly member?: MemberId;
  readonly state?: Round['state'];
  readonly address?: string;
  readonly language?: Language;
  /** By the server; while the ballots are open, by default. */
  readonly now?: Instant;
}

export async function openAgenda(items: readonly AgendaItem[], scene: Scene = {}) {
  const { api = fakeApi(), roles = ['committee'], member = chair, state = 'deliberating' } = scene;
  serverTimeIs(scene.now ?? at('2026-10-16 10:00'));
  api.answer(getAgenda, { items: [...items], total: items.length });
  api.answer(getRound, { ...round, state });
  api.answer(listRounds, { items: [{ ...round, state }] });
  api.answer(listIdeas, { items: [] });
  api.answer(getIdea, detailedIdea());
  api.answer(castVote, ({ body: { choice, comment } }) => ({ choice, comment, tally: null }));
  return renderPage(<Agenda round={october} listed={{ ...round, state }} />, {
    api,
    member,
    roles,
    ...(scene.address !== undefined && { address: scene.address }),
    ...(scene.language !== undefined && { language: scene.language }),
  });
}

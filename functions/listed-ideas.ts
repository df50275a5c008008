/** Ideas as the rows of a list for a reader: for every function that answers with some. */
import { blindIdea } from '../shared/contract/blind-view.ts';
import { type Present, presentOf, rowView } from '../shared/contract/idea-view.ts';
import { hiddenAuthors } from '../shared/domain/idea/blind-screening.ts';
import { decisionOf, type Idea } from '../shared/domain/idea/idea.ts';
import { needsDecidingRound } from '../shared/domain/idea/next-step.ts';
import type { RoundId } from '../shared/domain/kernel/ids.ts';
import type { Clock } from '../shared/domain/kernel/instant.ts';
import type { Member } from '../shared/domain/organization/organization.ts';
import type { Round } from '../shared/domain/round/round.ts';
import type { PhotoViews } from '../shared/http/photo-views.ts';
import type { organizationRepository } from '../shared/store/organizations.ts';
import type { readerSummaryRepository } from '../shared/store/reader-summaries.ts';
import type { RoundRepository } from '../shared/store/rounds.ts';

/** What the rows are made from. */
export interface RowSources {
  readonly clock: Clock;
  readonly organizations: Pick<ReturnType<typeof organizationRepository>, 'ofMember'>;
  readonly rounds: Pick<RoundRepository, 'get'>;
  readonly photoViews: PhotoViews;
  readonly summaries: Pick<ReturnType<typeof readerSummaryRepository>, 'backing'>;
}

/** Ideas as the rows of a list for a reader, in the same order. */
export async function listed(ideas: readonly Idea[], reader: Member, deps: RowSources) {
  const [organization, backing, photos] = await Promise.all([
    deps.organizations.ofMember(reader, false),
    deps.summaries.backing(ideas, reader.id),
    deps.photoViews(ideas),
  ]);
  const present = presentOf(organization, deps.clock.now());
  const deciding = await decidingRounds(ideas, present, deps);
  return ideas.map(idea => {
    const row = rowView(idea, present, photos(idea), deciding.get(decisionOf(idea)?.round));
    const hides = hiddenAuthors(idea, reader, organization).length > 0;
    return { ...(hides ? blindIdea(row, idea) : row), ...backing(idea.id) };
  });
}

/** The rounds whose bulletin may have come before its day: one at most, for some days a month. */
async function decidingRounds(
  ideas: readonly Idea[],
  { now, calendar }: Present,
  { rounds }: RowSources,
): Promise<ReadonlyMap<RoundId | undefined, Round>> {
  const unsure = ideas.filter(idea => needsDecidingRound(idea, now, calendar));
  const keys = new Map(
    unsure.flatMap(idea => {
      const round = decisionOf(idea)?.round;
      return round === undefined ? [] : [[round, idea.organization] as const];
    }),
  );
  const found = await Promise.all(
    [...keys].map(([round, organization]) => rounds.get(organization, round)),
  );
  return new Map(found.flatMap(round => (round ? [[round.id, round] as const] : [])));
}

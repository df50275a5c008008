/**
 * Imports a file of paper slips. Every row is read, judged and stored on its own, and its idea's id
 * is derived from the slip's content. So a bad row affects no other, and the same file twice adds
 * nothing. A long file is answered in parts, each with the row where the next part starts.
 */
import * as contract from '../../shared/contract/routes/ideas.ts';
import { SLIP_COLUMNS } from '../../shared/contract/schemas/import.ts';
import { prepareSubmission, submitIdea } from '../../shared/domain/idea/submission.ts';
import type { IdeaId, MemberId, RoundId } from '../../shared/domain/kernel/ids.ts';
import { type Instant, millisBetween } from '../../shared/domain/kernel/instant.ts';
import { theOneMeant } from '../../shared/domain/organization/employee-number.ts';
import type { Member, Organization } from '../../shared/domain/organization/organization.ts';
import { earlierPlaces } from '../../shared/domain/round/placement.ts';
import { inColumns } from '../../shared/http/csv-reading.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { Language } from '../../shared/http/language.ts';
import { type Problem, problemOf } from '../../shared/http/problem.ts';
import type { AnyRefusal } from '../../shared/http/refusal.ts';
import { type IdeaRepository, ideaIdFor } from '../../shared/store/ideas.ts';
import type { CommitteeDeps } from './dependencies.ts';
import { formerSamenessOf, samenessOf } from './slip-sameness.ts';
import { readSlips, type SlipRow } from './slips.ts';

type Outcome =
  | { readonly outcome: 'created' | 'duplicate'; readonly ideaId: IdeaId }
  | { readonly outcome: 'rejected'; readonly problem: Problem };
type RowAnswer = { readonly row: number; readonly title?: string } & Outcome;

/**
 * The number of rows stored concurrently. It hides the table's latency and leaves capacity to
 * others.
 */
const AT_ONCE = 16;
/** The most rows answered by one request: few enough to show progress. */
const MOST_ROWS = 240;
/**
 * The time for storing rows. Remaining rows are left to the next request, because the gateway gives
 * up after 30 seconds.
 */
const PATIENCE_MS = 15_000;

export function importIdeas({ members, organizations, ideas, clock }: CommitteeDeps): Endpoint {
  return endpoint(
    contract.importIdeas,
    memberOf(members),
    async ({ path, query, body, member, language }) => {
      const organization = await organizations.ofMember(member);
      const now = clock.now();
      const slips = readSlips(body, organization.calendar, now);
      if (!slips.ok) return slips;
      const left = slips.value.filter(({ row }) => row >= (query.from ?? 1));
      const authors = await members.known(
        path.organization,
        left.slice(0, MOST_ROWS).flatMap(authorOf),
      );
      const context = { organization, secretary: member, authors, ideas, language, now };
      const judge = withoutRepeats(row => store(row, context));
      const rows: RowAnswer[] = [];
      while (rows.length < Math.min(left.length, MOST_ROWS) && isTimeLeft(now, clock.now())) {
        const group = left.slice(rows.length, Math.min(rows.length + AT_ONCE, MOST_ROWS));
        rows.push(...(await Promise.all(group.map(judge))));
      }
      const having = (outcome: RowAnswer['outcome']): number =>
        rows.filter(row => row.outcome === outcome).length;
      const next = left[rows.length]?.row;
      return answer({
        created: having('created'),
        duplicates: having('duplicate'),
        rejected: having('rejected'),
        rows,
        ...(next !== undefined && { next }),
      });
    },
  );
}

function isTimeLeft(begun: Instant, now: Instant): boolean {
  return millisBetween(begun, now) <= PATIENCE_MS;
}

interface Context {
  readonly organization: Organization;
  readonly secretary: Member;
  readonly authors: ReadonlyMap<MemberId, readonly Member[]>;
  readonly ideas: IdeaRepository;
  readonly language: Language;
  readonly now: Instant;
}

async function store({ slip, written }: SlipRow, context: Context): Promise<Outcome> {
  const { organization, secretary, authors, ideas, now } = context;
  const { id, calendar } = organization;
  const reject = (refusal: AnyRefusal): Outcome => ({
    outcome: 'rejected',
    problem: inColumns(problemOf(refusal, context.language), SLIP_COLUMNS),
  });
  if (!slip.ok) return reject(slip.refusal);
  const candidates = (slip.value.authorId && authors.get(slip.value.authorId)) ?? [];
  const author = theOneMeant(candidates, 'authorId');
  if (!author.ok) return reject(author.refusal);
  const intake = prepareSubmission(slip.value, organization, secretary, author.value, now);
  if (!intake.ok) return reject(intake.refusal);
  const { round } = intake.value;
  const same = ['slip-says', id, ...samenessOf(slip.value)];
  const former = formerSamenessOf(slip.value, written, calendar, now).map(parts => [
    'slip',
    id,
    ...parts,
  ]);
  const earlier = earlierPlaces(intake.value, now, calendar);
  const idsOf = (places: readonly RoundId[], what: readonly string[]): IdeaId[] =>
    places.map(place => ideaIdFor(place, what));
  const idea = submitIdea({ ...intake.value, id: ideaIdFor(round, same) });
  const others = [
    ...idsOf(earlier, same),
    ...former.flatMap(what => idsOf([round, ...earlier], what)),
  ];
  const created = await ideas.create(idea, others, 'slip');
  return created.created
    ? { outcome: 'created', ideaId: idea.id }
    : { outcome: 'duplicate', ideaId: created.existing.id };
}

function authorOf({ slip }: SlipRow): MemberId[] {
  return slip.ok && slip.value.authorId !== undefined ? [slip.value.authorId] : [];
}

/**
 * Judges rows one by one. A row that equals an earlier one gets that one's result: it is a
 * duplicate, or equally bad.
 */
function withoutRepeats(
  judge: (row: SlipRow) => Promise<Outcome>,
): (row: SlipRow) => Promise<RowAnswer> {
  const firsts = new Map<string, Promise<Outcome>>();
  return async row => {
    const about = { row: row.row, ...(row.title !== undefined && { title: row.title }) };
    if (!row.slip.ok) return { ...about, ...(await judge(row)) };
    const says = JSON.stringify(samenessOf(row.slip.value));
    const first = firsts.get(says);
    if (!first) {
      const own = judge(row);
      firsts.set(says, own);
      return { ...about, ...(await own) };
    }
    const outcome = await first;
    return outcome.outcome === 'rejected'
      ? { ...about, ...outcome }
      : { ...about, outcome: 'duplicate', ideaId: outcome.ideaId };
  };
}

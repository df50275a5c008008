/**
 * Imports a file of paper slips, or shows in a preview what importing it would do. Every row is
 * read, judged and stored on its own, and its idea's id is derived from the slip's content. So a
 * bad row affects no other, the same file twice adds nothing, and a slip that was taken back does
 * not return. A preview judges in the same way, and looks for an idea where the import stores one.
 * A long file is answered in parts, each with the row where the next part starts.
 */

import { SLIP_COLUMNS } from '../../shared/contract/file-columns.ts';
import * as contract from '../../shared/contract/routes/ideas.ts';
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
import { doubtsAbout } from './slip-warnings.ts';
import { readSlips, type SlipRow } from './slips.ts';

/** What is known of a row's author and place, as far as it was judged. */
interface Judged {
  readonly authorId?: MemberId;
  readonly round?: RoundId;
  readonly warnings?: ReturnType<typeof doubtsAbout>;
}
type Outcome = Judged &
  (
    | { readonly outcome: 'created' | 'duplicate'; readonly ideaId?: IdeaId }
    | { readonly outcome: 'withdrawn' }
    | { readonly outcome: 'rejected'; readonly problem: Problem }
  );
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
      const preview = query.preview === 'true';
      const from = query.from ?? 1;
      const left = slips.value.filter(({ row }) => row >= from);
      const authors = await members.known(
        path.organization,
        left.slice(0, MOST_ROWS).flatMap(authorOf),
      );
      const context = { organization, secretary: member, authors, ideas, language, now, preview };
      const before = slips.value.filter(({ row }) => row < from);
      const judge = withoutRepeats(row => store(row, context), before);
      const rows: RowAnswer[] = [];
      while (rows.length < Math.min(left.length, MOST_ROWS) && isTimeLeft(now, clock.now())) {
        const group = left.slice(rows.length, Math.min(rows.length + AT_ONCE, MOST_ROWS));
        rows.push(...(await Promise.all(group.map(judge))));
      }
      const having = (outcome: RowAnswer['outcome']): number =>
        rows.filter(row => row.outcome === outcome).length;
      const next = left[rows.length]?.row;
      return answer({
        preview,
        created: having('created'),
        duplicates: having('duplicate'),
        withdrawn: having('withdrawn'),
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
  /** Whether nothing is stored. */
  readonly preview: boolean;
}

/** Judges a row, and stores its idea unless this is a preview. */
async function store(row: SlipRow, context: Context): Promise<Outcome> {
  const { slip, written } = row;
  const { organization, secretary, authors, ideas, now } = context;
  const { id, calendar } = organization;
  const reject = (refusal: AnyRefusal, judged: Judged = {}): Outcome => ({
    ...judged,
    outcome: 'rejected',
    problem: inColumns(problemOf(refusal, context.language), SLIP_COLUMNS),
  });
  if (!slip.ok) return reject(slip.refusal);
  const candidates = (slip.value.authorId && authors.get(slip.value.authorId)) ?? [];
  const author = theOneMeant(candidates, 'authorId');
  if (!author.ok) return reject(author.refusal);
  const intake = prepareSubmission(slip.value, organization, secretary, author.value, now);
  const whose = author.value && { authorId: author.value.id };
  const warnings = doubtsAbout(author.value, row);
  const judged = { ...whose, ...(warnings.length > 0 && { warnings }) };
  if (!intake.ok) return reject(intake.refusal, judged);
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
  const stored = context.preview
    ? await ideas.madeBy(idea, others, 'slip')
    : await ideas.create(idea, others, 'slip');
  if (!stored) return { ...judged, outcome: 'created', round };
  if (stored.created) return { ...judged, outcome: 'created', round, ideaId: idea.id };
  const { existing } = stored;
  // A withdrawn idea is its author's alone, so its id leads nowhere.
  return existing.status === 'withdrawn'
    ? { ...judged, outcome: 'withdrawn', round: existing.round }
    : { ...judged, outcome: 'duplicate', round: existing.round, ideaId: existing.id };
}

function authorOf({ slip }: SlipRow): MemberId[] {
  return slip.ok && slip.value.authorId !== undefined ? [slip.value.authorId] : [];
}

/**
 * Judges rows one by one. A row that equals an earlier one gets that one's result: it is a
 * duplicate, or equally bad. The rows `before` were judged by earlier requests.
 */
function withoutRepeats(
  judge: (row: SlipRow) => Promise<Outcome>,
  before: readonly SlipRow[],
): (row: SlipRow) => Promise<RowAnswer> {
  const firsts = new Map<string, Promise<Outcome>>();
  const earlier = new Set(before.map(keyOf));
  return async row => {
    const about = { row: row.row, ...(row.title !== undefined && { title: row.title }) };
    const key = keyOf(row);
    if (key === undefined) return { ...about, ...(await judge(row)) };
    const first = firsts.get(key);
    const own = first ?? judge(row);
    firsts.set(key, own);
    const outcome = await own;
    const repeated = first !== undefined || earlier.has(key);
    return repeated && outcome.outcome === 'created'
      ? { ...about, ...outcome, outcome: 'duplicate' }
      : { ...about, ...outcome };
  };
}

function keyOf({ slip }: SlipRow): string | undefined {
  return slip.ok ? JSON.stringify(samenessOf(slip.value)) : undefined;
}

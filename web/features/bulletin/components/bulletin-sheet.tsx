/**
 * A round's published result on one sheet: the numbers, the list with decisions and official
 * replies, and the numbers by department and category. Members and the public see the same, and it
 * can be printed for the notice board.
 */
import type { ComponentChildren } from 'preact';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getBulletin } from '../../../../shared/contract/routes/numbers.ts';
import type { Pages } from '../../../api/reading.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { MoreButton } from '../../../ui/more-button.tsx';
import { PageTitle } from '../../../ui/page-title.tsx';
import { StatusBadge, TallyLine } from '../../ideas/index.ts';
import { Breakdown, Figure, FollowUpFigures, rateText } from '../../numbers/index.ts';
import { useSheetWords } from '../sheet-words.ts';
import { PrintButton } from './print-button.tsx';

type BulletinPart = ReplyOf<typeof getBulletin>;
type Item = BulletinPart['items'][number];

interface Props {
  /** Its first page. */
  readonly first: BulletinPart;
  readonly pages: Pages<BulletinPart>;
  readonly organizationName: string;
  readonly publishedAt: string;
  /** Renders an idea's title: as a link, for readers who may follow it. */
  readonly titleOf: (item: Item) => ComponentChildren;
  /** The content beside the print button. */
  readonly children?: ComponentChildren;
}

export function BulletinSheet({
  first,
  pages,
  organizationName,
  publishedAt,
  titleOf,
  children,
}: Props) {
  const common = useWords();
  const words = useSheetWords();
  const { round, statistics } = first;
  const { total, departments, categories } = statistics;
  const items = pages.data?.pages.flatMap(page => page.items) ?? [];
  const title = common.bulletinTitle(round);
  return (
    <section class="bulletin">
      <PageTitle text={title} />
      <p>
        {organizationName} · {common.publishedOn(publishedAt)}
      </p>
      <p class="actions no-print">
        <PrintButton pages={pages} />
        {children}
      </p>
      <dl class="figures">
        <Figure name={common.submitted} value={String(total.submitted)} />
        <Figure name={common.adopted} value={String(total.adopted)} />
        <Figure name={common.adoptionRate} value={rateText(total.adoptionRate)}>
          {common.adoptionRateBasis}
        </Figure>
        <FollowUpFigures total={total} />
      </dl>
      {items.length === 0 && <Empty text={common.bulletinEmpty} />}
      <ul class="cards" aria-label={title}>
        {items.map(item => (
          <Entry key={item.id} item={item} title={titleOf(item)} />
        ))}
      </ul>
      <MoreButton of={pages} />
      {pages.hasNextPage && <p class="print-only">{words.unfinished}</p>}
      <Breakdown
        caption={common.byDepartment}
        heading={common.department}
        rows={departments}
        withParticipation
      />
      {first.departmentsWithheld === true && (
        <p>
          <small>{words.departmentsWithheld}</small>
        </p>
      )}
      <Breakdown caption={common.byCategory} heading={common.category} rows={categories} />
      <p>
        <small>{words.frozen}</small>
      </p>
    </section>
  );
}

function Entry({ item, title }: { readonly item: Item; readonly title: ComponentChildren }) {
  const common = useWords();
  const words = useSheetWords();
  const { category, department, status, reasonCode, reply, tally } = item;
  const reason = reasonCode ? common.reasonCodes[reasonCode] : item.reason;
  return (
    <li class="card">
      <div class="card-head">
        <h2>{title}</h2>
        <StatusBadge status={status} />
      </div>
      <small class="facts">
        {[category, department].filter(fact => fact !== undefined).join(' · ')}
      </small>
      {reason !== undefined && <p class="written">{common.labelled(common.reason, reason)}</p>}
      {reply !== undefined && <p class="written">{common.labelled(words.officialReply, reply)}</p>}
      {tally !== undefined && <TallyLine tally={tally} />}
    </li>
  );
}

/**
 * Drafts in several tabs of one device: stored separately, none lost, and unnamed ones in their tab
 * alone.
 */
import { describe, expect, it } from 'vitest';
import { type Draft, NEW_IDEA } from '../../../../web/features/submission/draft.ts';
import { keptTexts } from '../../../../web/storage/browser-storage.ts';
import { DRAFT, draftsAt, type StoredDraft } from '../../../../web/ui/form/drafts.ts';
import { keptDraft } from '../../../../web/ui/form/kept-draft.ts';
import { FakeStorage } from '../../storage/fake-storage.ts';

const typed = (open: StoredDraft<Draft>, changes: Partial<Draft>): StoredDraft<Draft> => ({
  ...open,
  draft: { ...open.draft, ...changes },
});

/** A device, and its tabs as a page finds them when it is opened. */
function shared() {
  const device = new FakeStorage();
  const tab = (session = new FakeStorage()) => {
    const stores = { device: keptTexts(() => device), tab: keptTexts(() => session) };
    const drafts = draftsAt('ideas', NEW_IDEA, stores);
    const at = (id: string) => keptDraft(`ideas:${DRAFT}:${id}`, NEW_IDEA, stores);
    /** The draft that the page has open, as its form holds it. */
    const held = new Map<string, ReturnType<typeof at>>();
    const hold = (id: string): StoredDraft<Draft> => {
      const kept = at(id);
      held.set(id, kept);
      return { id, draft: kept.first! };
    };
    return {
      session,
      drafts: {
        open: () => hold(drafts.open()),
        begin: (draft: Draft) => hold(drafts.begin(draft)),
        write: ({ id, draft }: StoredDraft<Draft>) => held.get(id)?.write(draft),
        drop: (id: string) => held.get(id)?.drop(),
        discard: drafts.discard,
        left: drafts.left,
        take: (id: string) => (drafts.take(id) ? hold(id) : undefined),
      },
    };
  };
  return { device, tab };
}

describe('two tabs', () => {
  it('have a draft each with a key of its own, found again after a reload; submitting one leaves the other', () => {
    const { tab } = shared();
    const [one, other] = [tab(), tab()];
    const first = typed(one.drafts.open(), { title: '行车限位' });
    one.drafts.write(first);
    const second = typed(other.drafts.open(), { title: '照明改造' });
    other.drafts.write(second);
    expect(second.draft.key).not.toBe(first.draft.key);
    one.drafts.drop(first.id);
    expect(tab(other.session).drafts.open()).toEqual(second);
    const next = tab(one.session).drafts.open();
    expect(next.draft.title).toBe('');
    expect(one.drafts.left(next.id)).toEqual([second]);
  });

  it('that have taken up the same draft lose neither text', () => {
    const { tab } = shared();
    const [one, other] = [tab(), tab()];
    const first = typed(one.drafts.open(), { title: '行车限位' });
    one.drafts.write(first);
    expect(other.drafts.take(first.id)).toEqual(first);
    const developed = typed(first, { title: '行车限位与雷达' });
    other.drafts.write(developed);
    one.drafts.drop(first.id);
    expect(tab(other.session).drafts.open()).toEqual(developed);
  });
});

it('a left draft is offered later, until it is taken up and submitted, or deleted', () => {
  const { tab } = shared();
  const before = tab();
  const left = typed(before.drafts.open(), { problem: '太暗' });
  before.drafts.write(left);
  const later = tab();
  const own = later.drafts.open();
  expect(own.draft).toMatchObject({ problem: '' });
  expect(later.drafts.left(own.id)).toEqual([left]);
  const taken = later.drafts.take(left.id);
  expect(taken).toEqual(left);
  later.drafts.drop(left.id);
  expect(later.drafts.take(left.id)).toBeUndefined();
  const again = typed(before.drafts.begin(left.draft), {});
  before.drafts.write(again);
  later.drafts.discard(again.id);
  expect(later.drafts.left(own.id)).toEqual([]);
});

describe('an unnamed draft', () => {
  it('leaves the device, with its key, when it becomes unnamed, and is in its tab alone', () => {
    const { device, tab } = shared();
    const one = tab();
    const named = typed(one.drafts.open(), { title: '食堂留热饭', problem: '晚班吃冷饭' });
    one.drafts.write(named);
    expect(device.text).toContain(named.draft.key);
    const unnamed = typed(named, { unnamed: 'yes' });
    one.drafts.write(unnamed);
    expect(device.text).toBe('[]');
    expect(tab(one.session).drafts.open()).toEqual(unnamed);
    const other = tab();
    expect(other.drafts.left(other.drafts.open().id)).toEqual([]);
    one.drafts.drop(unnamed.id);
    expect(one.session.text).not.toContain(unnamed.draft.key);
  });

  it('that becomes named is stored on the device again, and no more in the tab', () => {
    const { device, tab } = shared();
    const one = tab();
    const unnamed = typed(one.drafts.open(), { title: '食堂留热饭', unnamed: 'yes' });
    one.drafts.write(unnamed);
    one.drafts.write(typed(unnamed, { unnamed: '' }));
    expect(device.text).toContain(unnamed.draft.key);
    expect(one.session.text).not.toContain(unnamed.draft.key);
  });
});

it('a browser that refuses storage loses only what a reload would have found', () => {
  const { device, tab } = shared();
  const one = tab();
  const open = one.drafts.open();
  device.refuses = true;
  one.session.refuses = true;
  const written = typed(open, { title: '行车限位' });
  one.drafts.write(written);
  expect(one.drafts.open()).toEqual(written);
  one.drafts.drop(written.id);
  expect(one.drafts.open().draft.title).toBe('');
});

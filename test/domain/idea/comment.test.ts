/**
 * Comments: who writes, hides and shows them, who can still read them, and the trace of every act.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asWritten,
  type Comment,
  hideComment,
  hidingOf,
  MOST_SHOWINGS,
  mayHideComment,
  mayReadComment,
  mayShowComment,
  showComment,
  writeComment,
} from '../../../shared/domain/idea/comment.ts';
import type { Idea } from '../../../shared/domain/idea/idea.ts';
import { commentIdOf, isCommentId } from '../../../shared/domain/kernel/ids.ts';
import { type Instant, instantOf } from '../../../shared/domain/kernel/instant.ts';
import { AUTHOR, codeOf, ideaId, person, shanghai, submittedIdea, value } from '../sample.ts';

const AT = shanghai('2026-10-09 10:00');
const LATER = shanghai('2026-10-09 11:00');
const ID = commentIdOf(AT, '0'.repeat(16));

const writer = person('HT0200');
const author = person(AUTHOR);
const coAuthor = person('HT0300');
const secretary = person('HT0274', ['secretary']);
const chair = person('HT0001', ['committee', 'chair', 'manager', 'administrator']);
const neighbour = person('HT0400');
const EVERYBODY = [writer, author, coAuthor, secretary, chair, neighbour];

const idea: Idea = { ...submittedIdea(), coAuthors: [{ id: coAuthor.id, via: ideaId(2) }] };
const { authorId: _author, ...unsigned } = submittedIdea();
const unnamed: Idea = { ...unsigned, coAuthors: [] };

const by = (one = writer): Comment =>
  value(writeComment(idea, ID, { writer: one.id, text: '我们车间试过，可行', at: AT }));
const hiddenBy = (one = secretary, comment = by()): Comment =>
  value(hideComment(comment, idea, one, '离题', LATER));
const codes = (act: (one: typeof writer) => Parameters<typeof codeOf>[0]) =>
  Object.fromEntries(EVERYBODY.map(one => [one.id, codeOf(act(one)) ?? 'done']));

describe('a comment', () => {
  it('has its writer and time, and is visible to everybody', () => {
    expect(by()).toEqual({
      id: ID,
      organization: idea.organization,
      ideaId: idea.id,
      writer: 'HT0200',
      text: '我们车间试过，可行',
      writtenAt: AT,
      trace: [],
    });
    expect(EVERYBODY.every(one => mayReadComment(by(), one))).toBe(true);
  });

  it('is refused on a withdrawn idea, and on no other', () => {
    const on = (status: Idea['status']) =>
      codeOf(
        writeComment({ ...idea, status } as Idea, ID, { writer: writer.id, text: '好', at: AT }),
      );
    expect(on('withdrawn')).toBe('not-open-for-comments');
    for (const status of ['submitted', 'on-agenda', 'declined', 'accepted', 'merged'] as const)
      expect(on(status), status).toBeUndefined();
  });

  it('that is repeated is answered as it was written, whatever became of it', () => {
    expect(asWritten(hiddenBy())).toEqual(by());
  });
});

describe('hiding a comment', () => {
  it('is for its writer, secretaries and chairs, and not for whose idea is commented on', () => {
    expect(codes(one => hideComment(by(), idea, one, '离题', LATER))).toEqual({
      HT0200: 'done',
      [AUTHOR]: 'not-yours-to-hide',
      HT0300: 'not-yours-to-hide',
      HT0274: 'done',
      HT0001: 'done',
      HT0400: 'not-yours-to-hide',
    });
  });

  it('on an idea of their own is not for secretaries and chairs either, but for the others', () => {
    const own: Idea = { ...idea, authorId: secretary.id, coAuthors: [] };
    expect(codeOf(hideComment(by(), own, secretary, '离题', LATER))).toBe('not-yours-to-hide');
    expect(mayHideComment(by(), own, secretary)).toBe(false);
    const hidden = value(hideComment(by(), own, chair, '离题', LATER));
    expect(codeOf(showComment(hidden, own, secretary, LATER))).toBe('not-yours-to-show');
    // What they have written themselves they take back like everybody.
    expect(codeOf(hideComment(by(secretary), own, secretary, '离题', LATER))).toBeUndefined();
  });

  it('on an unnamed idea is for all secretaries and chairs, as no author is known', () => {
    expect(codeOf(hideComment(by(), unnamed, author, '离题', LATER))).toBe('not-yours-to-hide');
    expect(codeOf(hideComment(by(), unnamed, secretary, '离题', LATER))).toBeUndefined();
    expect(mayHideComment(by(), unnamed, author)).toBe(false);
  });

  it('leaves a trace of who, when and why, and the text to its writer, secretaries and chairs', () => {
    const hidden = hiddenBy(secretary);
    expect(hidden.trace).toEqual([{ act: 'hide', at: LATER, by: secretary.id, reason: '离题' }]);
    expect(hidingOf(hidden)).toEqual(hidden.trace[0]);
    expect(hidden.text).toBe(by().text);
    expect(EVERYBODY.filter(one => mayReadComment(hidden, one))).toEqual([
      writer,
      secretary,
      chair,
    ]);
  });

  it('again for the same reason changes nothing; for another reason, or by another member, it comes too late', () => {
    const hidden = hiddenBy(chair);
    expect(value(hideComment(hidden, idea, chair, '离题', shanghai('2026-10-10 09:00')))).toBe(
      hidden,
    );
    expect(codeOf(hideComment(hidden, idea, chair, '不实', LATER))).toBe('changed-meanwhile');
    expect(codeOf(hideComment(hidden, idea, secretary, '离题', LATER))).toBe('changed-meanwhile');
  });
});

describe('showing a comment again', () => {
  it('that its writer withdrew is for the writer alone', () => {
    expect(codes(one => showComment(hiddenBy(writer), idea, one, LATER))).toEqual({
      HT0200: 'done',
      [AUTHOR]: 'not-yours-to-show',
      HT0300: 'not-yours-to-show',
      HT0274: 'not-yours-to-show',
      HT0001: 'not-yours-to-show',
      HT0400: 'not-yours-to-show',
    });
  });

  it('that another member hid is for secretaries and chairs, and never for its writer', () => {
    expect(codes(one => showComment(hiddenBy(secretary), idea, one, LATER))).toEqual({
      HT0200: 'not-yours-to-show',
      [AUTHOR]: 'not-yours-to-show',
      HT0300: 'not-yours-to-show',
      HT0274: 'done',
      HT0001: 'done',
      HT0400: 'not-yours-to-show',
    });
    for (const one of [chair, secretary]) {
      const other = one === chair ? secretary : chair;
      expect(codeOf(showComment(hiddenBy(other, by(one)), idea, one, LATER)), one.id).toBe(
        'not-yours-to-show',
      );
    }
  });

  it('that is not hidden changes nothing', () => {
    const comment = by();
    expect(value(showComment(comment, idea, neighbour, LATER))).toBe(comment);
  });

  it('has a limit, after which it stays hidden', () => {
    let comment = by();
    for (let times = 0; times < MOST_SHOWINGS; times += 1)
      comment = value(showComment(hiddenBy(writer, comment), idea, writer, LATER));
    const last = hiddenBy(secretary, comment);
    expect(codeOf(showComment(last, idea, secretary, LATER))).toBe('shown-too-often');
    expect(mayShowComment(last, idea, secretary)).toBe(false);
  });
});

describe('after any acts on a comment', () => {
  const acts = fc.array(
    fc.record({
      what: fc.constantFrom('hide', 'show'),
      who: fc.constantFrom(...EVERYBODY),
      why: fc.constantFrom('离题', '不实'),
    }),
    { maxLength: 60 },
  );

  it('its text stays, its trace only grows, by hiding and showing in turn, and is limited', () => {
    fc.assert(
      fc.property(acts, fc.constantFrom(...EVERYBODY), (acts, one) => {
        let comment = by(one);
        for (const { what, who, why } of acts) {
          const outcome =
            what === 'hide'
              ? hideComment(comment, idea, who, why, LATER)
              : showComment(comment, idea, who, LATER);
          if (!outcome.ok) continue;
          expect(outcome.value.trace.slice(0, comment.trace.length)).toEqual(comment.trace);
          expect(outcome.value.trace.length - comment.trace.length).toBeLessThanOrEqual(1);
          comment = outcome.value;
        }
        expect(asWritten(comment)).toEqual(by(one));
        expect(comment.trace.map(({ act }) => act)).toEqual(
          comment.trace.map((_, at) => (at % 2 === 0 ? 'hide' : 'show')),
        );
        expect(comment.trace.length).toBeLessThanOrEqual(2 * MOST_SHOWINGS + 1);
      }),
    );
  });

  it('a reader is offered exactly their possible acts', () => {
    fc.assert(
      fc.property(acts, fc.constantFrom(...EVERYBODY), (acts, one) => {
        let comment = by(one);
        for (const { what, who, why } of acts) {
          const outcome =
            what === 'hide'
              ? hideComment(comment, idea, who, why, LATER)
              : showComment(comment, idea, who, LATER);
          const offered =
            what === 'hide'
              ? mayHideComment(comment, idea, who)
              : mayShowComment(comment, idea, who);
          expect(outcome.ok && outcome.value !== comment).toBe(offered);
          if (outcome.ok) comment = outcome.value;
        }
      }),
    );
  });
});

describe('a comment’s id', () => {
  const anyInstant = fc
    .integer({ min: 0, max: Date.parse('2099-12-31T23:59:59.999Z') })
    .map(instantOf);

  it('sorts as text in the order of writing', () => {
    const id = (at: Instant, key: string) => commentIdOf(at, key.repeat(16));
    fc.assert(
      fc.property(anyInstant, anyInstant, (one, other) => {
        expect(isCommentId(id(one, 'z'))).toBe(true);
        if (one < other) expect(id(one, 'z') < id(other, '0')).toBe(true);
      }),
    );
  });

  it('is made of 16 legible characters only', () => {
    expect(() => commentIdOf(AT, 'too-short')).toThrow(RangeError);
    expect(() => commentIdOf(AT, 'l'.repeat(16))).toThrow(RangeError);
    expect(isCommentId(`8${ID.slice(1)}`)).toBe(false);
    expect(isCommentId(`${ID}\n`)).toBe(false);
  });
});

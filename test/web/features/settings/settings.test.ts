/** The simple settings, validated before they are sent. */
import { describe, expect, it } from 'vitest';
import {
  changedLimits,
  newFollowUp,
  newRules,
  newTargets,
} from '../../../../shared/contract/schemas/administration.ts';
import { DEFAULT_LIMITS, MOST_LIMITS } from '../../../../shared/domain/organization/limits.ts';
import {
  DEFAULT_RULES,
  DEFAULT_TARGETS,
  MOST_APPEAL_DAYS,
  MOST_DUE_DAYS,
} from '../../../../shared/domain/organization/organization.ts';
import {
  checkFollowUp,
  checkLimits,
  checkProfile,
  checkRules,
  checkTargets,
  followUpFields,
  limitsFields,
  profileFields,
  rulesFields,
  targetsFields,
} from '../../../../web/features/settings/settings.ts';
import { words } from '../words.ts';

describe('rules', () => {
  it('are sent as they were shown', () => {
    expect(checkRules(rulesFields(DEFAULT_RULES), words)).toEqual({
      ok: true,
      body: DEFAULT_RULES,
    });
  });

  it('may require everybody’s vote, but not more approvals than there are', () => {
    const all = { ballot: 'secret', quorumShare: '1/1', threshold: '1/1' };
    expect(checkRules(all, words)).toEqual({ ok: false, errors: { threshold: words.allOrMore } });
    expect(checkRules({ ...all, threshold: '99%' }, words).ok).toBe(true);
    expect(checkRules({ ...all, quorumShare: '3/2', threshold: 'half' }, words)).toEqual({
      ok: false,
      errors: { quorumShare: words.moreThanAll, threshold: words.notAShare },
    });
  });

  it('that pass here pass the API', () => {
    const checked = checkRules(
      { ballot: 'secret', quorumShare: '100%', threshold: '66.7%' },
      words,
    );
    expect(checked.ok && newRules.safeParse(checked.body).success).toBe(true);
  });
});

describe('limits', () => {
  it('are whole numbers that the API accepts', () => {
    expect(checkLimits(limitsFields({ ...DEFAULT_LIMITS, appealDays: 15 }), words)).toEqual({
      ok: true,
      body: { ...DEFAULT_LIMITS, appealDays: 15 },
    });
    const most = checkLimits(limitsFields({ ...MOST_LIMITS, appealDays: MOST_APPEAL_DAYS }), words);
    expect(most.ok && changedLimits.safeParse(most.body).success).toBe(true);
    const wrong = {
      ...limitsFields({ ...DEFAULT_LIMITS, appealDays: 15 }),
      ideasAnHour: '0',
      commentsARound: '很多',
    };
    const checked = checkLimits(wrong, words);
    expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual([
      'ideasAnHour',
      'commentsARound',
    ]);
  });
});

describe('the usual days of work', () => {
  it('are a whole number that the API accepts', () => {
    for (const dueDays of [1, MOST_DUE_DAYS]) {
      const checked = checkFollowUp(followUpFields({ dueDays }), words);
      expect(checked).toEqual({ ok: true, body: { dueDays } });
      expect(checked.ok && newFollowUp.safeParse(checked.body).success).toBe(true);
    }
    for (const dueDays of ['0', String(MOST_DUE_DAYS + 1), '3.5', ''])
      expect(checkFollowUp({ dueDays }, words)).toEqual({
        ok: false,
        errors: { dueDays: words.between(1, MOST_DUE_DAYS) },
      });
  });
});

describe('targets', () => {
  it('are a whole number of ideas and a rate of at most 1', () => {
    expect(checkTargets(targetsFields(DEFAULT_TARGETS), words)).toEqual({
      ok: true,
      body: DEFAULT_TARGETS,
    });
    expect(checkTargets({ ideas: '6.5', adoptionRate: '11/10' }, words)).toEqual({
      ok: false,
      errors: { ideas: words.between(0, 100_000), adoptionRate: words.moreThanAll },
    });
    const most = checkTargets({ ideas: '100000', adoptionRate: '1/1' }, words);
    expect(most.ok && newTargets.safeParse(most.body).success).toBe(true);
  });
});

describe('the profile', () => {
  it('has a name of a sensible length', () => {
    expect(checkProfile({ name: '华', publicBulletin: 'yes', blindScreening: '' }, words)).toEqual({
      ok: false,
      errors: { name: words.tooShort(2) },
    });
    const profile = { name: '华泰矿冶', publicBulletin: true, blindScreening: true };
    expect(checkProfile(profileFields(profile), words)).toEqual({ ok: true, body: profile });
  });
});

/** An idea's five steps, and its next one in a sentence. */
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { NEXT_STEPS, TRACKER_STEPS } from '../../../shared/domain/idea/next-step.ts';
import { en } from '../../../web/i18n/en.ts';
import { zh } from '../../../web/i18n/zh.ts';
import { NextStep } from '../../../web/ui/next-step.tsx';
import { Tracker } from '../../../web/ui/tracker.tsx';
import { date } from '../../sample/names.ts';
import { renderPage } from '../render-page.tsx';
import { at } from '../sample.ts';

const steps = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

describe('the tracker', () => {
  it('has the steps of the domain in their order', async () => {
    await renderPage(<Tracker position={{ at: 'submission', state: 'under-way' }} />);
    const names = TRACKER_STEPS.map(step => zh.trackerSteps[step]);
    expect(steps().map(text => text?.slice(0, 2))).toEqual(names);
  });

  it('says in words what is done and what is under way', async () => {
    await renderPage(<Tracker position={{ at: 'voting', state: 'under-way' }} />, {
      language: 'en',
    });
    const { trackerSteps: step, trackerStates: state } = en;
    expect(steps()).toEqual([
      step.submission + state.done,
      step.screening + state.done,
      step.voting + state.current,
      step.implementation,
      step.acceptance,
    ]);
    const [current, ...others] = document.querySelectorAll('[aria-current="step"]');
    expect(current?.textContent).toContain(step.voting);
    expect(others).toEqual([]);
  });

  it.each([
    ['ended', { at: 'implementation', state: 'ended' }, zh.trackerStates.ended],
    ['was accepted', { at: 'acceptance', state: 'done' }, zh.trackerStates.done],
  ] as const)('says where an idea %s', async (_, position, state) => {
    await renderPage(<Tracker position={position} />);
    const current = document.querySelector('[aria-current="step"]');
    expect(current?.textContent).toBe(zh.trackerSteps[position.at] + state);
  });
});

describe('the next step', () => {
  const next = (content: Parameters<typeof NextStep>[0]['next']) =>
    renderPage(<NextStep next={content} />).then(({ container }) => container.textContent);

  it('says until when, in the time of the organization', async () => {
    const text = await next({ step: 'voting', by: at('2026-10-18 18:00') });
    expect(text).toContain(zh.nextSteps.voting.text);
    expect(text).toContain('10月18日 18:00');
  });

  it('of work is its last day', async () => {
    expect(await next({ step: 'work', due: date('2026-12-31') })).toContain('2026年12月31日');
  });

  it.each(NEXT_STEPS)('is said without a moment too: %s', async step => {
    const text = await next({ step });
    expect(text).toBe(step === 'nothing' ? '' : `${zh.nextStep}：${zh.nextSteps[step].text}`);
  });
});

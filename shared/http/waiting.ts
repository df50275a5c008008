/** A waiting time in words, in the largest suitable unit. */
import type { Words } from './language.ts';

const UNITS = [
  { seconds: 86_400, zh: '天', en: 'days' },
  { seconds: 3_600, zh: '小时', en: 'hours' },
  { seconds: 60, zh: '分钟', en: 'minutes' },
] as const;

/** Rounded up, so that nobody comes too early: 90 seconds are 2 minutes. */
export function waitingFor(seconds: number): Words {
  const unit = UNITS.find(unit => seconds > unit.seconds) ?? UNITS[2];
  const many = Math.ceil(seconds / unit.seconds);
  return { zh: `${many} ${unit.zh}`, en: `${many} ${many === 1 ? unit.en.slice(0, -1) : unit.en}` };
}

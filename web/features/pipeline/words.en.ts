/** The English texts of the strip of stages. */
import type { zh } from './words.zh.ts';

export const en: typeof zh = {
  pipeline: round => `Progress of ${round}`,
  stages: {
    waiting: 'To screen',
    returned: 'Needs changes',
    listed: 'On the agenda',
    decided: 'Decided',
    unassigned: 'Unassigned',
    implementing: 'In progress',
    completed: 'Awaiting acceptance',
  },
};

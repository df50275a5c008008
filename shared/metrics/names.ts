/**
 * The names of the metrics, in one place for the functions that emit them, the alarms and graphs
 * that read them, and the local system that shows them.
 */

/** The CloudWatch namespace of all metrics. */
export const NAMESPACE = 'GoldenIdeas';

/** The dimension of the whole system's metrics, which alarms watch. */
export const WHOLE_SYSTEM = { service: 'golden-ideas' } as const;

/** Counted from the log lines about an item of a newer version than the function knows. */
export const NEWER_ITEMS = 'NewerItems';

/** Counted from the log lines about failures, by function and its version (ADR 50). */
export const RELEASE_FAILURES = 'ReleaseFailures';

/** The kinds of metric lines, and the subject of each. */
export const TOLD_OF = {
  /** A round's running numbers. */
  round: ['organization', 'round'],
  /** A round's published numbers, beside its targets. */
  publication: ['organization', 'round'],
  /** An organization's number of overdue ideas, counted once a day … */
  overdue: ['organization'],
  /** … and that of all organizations together. */
  'overdue-in-all': [],
  /** Whether an organization's running numbers agree with the facts. */
  audit: ['organization'],
  /** A run of the calendar that took steps. */
  steps: [],
  /** A step of the calendar that skipped ideas. */
  skipped: [],
} as const satisfies Record<string, readonly ('organization' | 'round')[]>;

export type Kind = keyof typeof TOLD_OF;

interface MetricDefinition {
  readonly name: string;
  readonly kind: Kind;
  readonly unit: 'Count' | 'Percent' | 'None';
  /** Whether values are added up; otherwise the latest one holds. */
  readonly addsUp?: true;
  readonly zh: string;
  readonly en: string;
}

export const METRIC = {
  submitted: {
    name: 'IdeasSubmitted',
    kind: 'round',
    unit: 'Count',
    zh: '已提交',
    en: 'Submitted',
  },
  adopted: { name: 'IdeasAdopted', kind: 'round', unit: 'Count', zh: '已采纳', en: 'Adopted' },
  decided: { name: 'IdeasDecided', kind: 'round', unit: 'Count', zh: '已决定', en: 'Decided' },
  adoptionRate: {
    name: 'AdoptionRate',
    kind: 'round',
    unit: 'Percent',
    zh: '采纳率',
    en: 'Adoption rate',
  },
  participation: {
    name: 'Participation',
    kind: 'round',
    unit: 'Percent',
    zh: '参与率',
    en: 'Participation',
  },
  decisionDays: {
    name: 'DecisionDays',
    kind: 'round',
    unit: 'None',
    zh: '平均决定天数',
    en: 'Mean days to decision',
  },
  accepted: { name: 'IdeasAccepted', kind: 'round', unit: 'Count', zh: '已验收', en: 'Accepted' },
  verifiedBenefit: {
    name: 'VerifiedBenefit',
    kind: 'round',
    unit: 'None',
    zh: '验收效益（元/年）',
    en: 'Verified benefit, CNY a year',
  },
  publishedAdoptionRate: {
    name: 'PublishedAdoptionRate',
    kind: 'publication',
    unit: 'Percent',
    zh: '公示采纳率',
    en: 'Adoption rate as published',
  },
  adoptionRateTarget: {
    name: 'AdoptionRateTarget',
    kind: 'publication',
    unit: 'Percent',
    zh: '采纳率目标',
    en: 'Target of the adoption rate',
  },
  adoptionRateBelowTarget: {
    name: 'AdoptionRateBelowTarget',
    kind: 'publication',
    unit: 'Count',
    zh: '采纳率未达标',
    en: 'Adoption rate below target',
  },
  publishedSubmissions: {
    name: 'PublishedSubmissions',
    kind: 'publication',
    unit: 'Count',
    zh: '公示提交数',
    en: 'Submissions as published',
  },
  submissionsTarget: {
    name: 'SubmissionsTarget',
    kind: 'publication',
    unit: 'Count',
    zh: '提交数目标',
    en: 'Target of submissions',
  },
  submissionsBelowTarget: {
    name: 'SubmissionsBelowTarget',
    kind: 'publication',
    unit: 'Count',
    zh: '提交数未达标',
    en: 'Submissions below target',
  },
  overdue: {
    name: 'OverdueImplementations',
    kind: 'overdue',
    unit: 'Count',
    zh: '逾期未完成',
    en: 'Overdue implementations',
  },
  overdueInAll: {
    name: 'OverdueImplementationsInAll',
    kind: 'overdue-in-all',
    unit: 'Count',
    zh: '各单位逾期合计',
    en: 'Overdue implementations, all organizations together',
  },
  drift: {
    name: 'AuditDrift',
    kind: 'audit',
    unit: 'Count',
    zh: '与事实不符的数',
    en: 'Running numbers that differ from the facts',
  },
  cycleSteps: {
    name: 'CycleSteps',
    kind: 'steps',
    unit: 'Count',
    addsUp: true,
    zh: '日程步骤',
    en: 'Steps the calendar has taken',
  },
  skippedIdeas: {
    name: 'IdeasSkipped',
    kind: 'skipped',
    unit: 'Count',
    zh: '日程跳过的金点子',
    en: 'Ideas that a step of the calendar had to skip',
  },
} as const satisfies Record<string, MetricDefinition>;

export type Metric = (typeof METRIC)[keyof typeof METRIC];

/** All metrics, in the order on the page. */
export const METRICS: readonly MetricDefinition[] = Object.values(METRIC);

/** What costs money by a setting alone: a budget that tells, and tracing. */
import { describe, expect, it } from 'vitest';
import { get, lambdas, stack, synthesize } from './template.ts';

describe('the budget', () => {
  it('is not there unless asked for', () => {
    expect(stack.ofType('AWS::Budgets::Budget').size).toBe(0);
  });

  it('tells the recipient of alarms, before and after a month exceeds it', () => {
    const limited = synthesize({ budget: '50', alarmEmail: 'it@example.com' });
    const told = (NotificationType: string) => ({
      Notification: {
        NotificationType,
        ComparisonOperator: 'GREATER_THAN',
        Threshold: 100,
        ThresholdType: 'PERCENTAGE',
      },
      Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'it@example.com' }],
    });
    expect(get(limited.ofType('AWS::Budgets::Budget'), 'BudgetMonthly')).toMatchObject({
      Budget: {
        BudgetType: 'COST',
        TimeUnit: 'MONTHLY',
        BudgetLimit: { Amount: 50, Unit: 'USD' },
      },
      NotificationsWithSubscribers: [told('FORECASTED'), told('ACTUAL')],
    });
  });

  it.for([
    [{ budget: '50' }, /budget needs a recipient/],
    [{ budget: '0', alarmEmail: 'it@example.com' }, /budget: whole US dollars/],
    [{ budget: '12.50', alarmEmail: 'it@example.com' }, /budget: whole US dollars/],
    [{ budget: '$50', alarmEmail: 'it@example.com' }, /budget: whole US dollars/],
  ] as const)('refuses %o', ([context, why]) => {
    expect(() => synthesize(context)).toThrow(why);
  });
});

describe('tracing', () => {
  it('off leaves no function traced, and none with the right to send traces', () => {
    const untraced = synthesize({ tracing: 'off', canary: 'on' });
    for (const name of [...lambdas.keys(), 'CanaryFunction'])
      expect(get(untraced.ofType('AWS::Lambda::Function'), name)).not.toHaveProperty(
        'TracingConfig',
      );
    expect(JSON.stringify([...untraced.ofType('AWS::IAM::Policy').values()])).not.toContain('xray');
  });

  it('is on or off', () => {
    expect(() => synthesize({ tracing: '5%' })).toThrow(/tracing: on or off/);
  });
});

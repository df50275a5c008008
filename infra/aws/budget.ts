/**
 * A limit of what the account costs, if the settings have one. AWS tells by e-mail when a month is
 * going to exceed it, and again when it has. It stops nothing.
 */
import * as budgets from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';

interface BudgetProps {
  /** US dollars a month. */
  readonly dollars: number;
  readonly email: string;
}

export class Budget extends Construct {
  constructor(scope: Construct, id: string, { dollars, email }: BudgetProps) {
    super(scope, id);
    const told = (notificationType: 'ACTUAL' | 'FORECASTED') => ({
      notification: {
        notificationType,
        comparisonOperator: 'GREATER_THAN',
        threshold: 100,
        thresholdType: 'PERCENTAGE',
      },
      subscribers: [{ subscriptionType: 'EMAIL', address: email }],
    });
    // Of the whole account: a limit by tag would need the tag to be activated by hand, for bills.
    new budgets.CfnBudget(this, 'Monthly', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: dollars, unit: 'USD' },
      },
      // AWS needs some weeks of costs for a forecast.
      notificationsWithSubscribers: [told('FORECASTED'), told('ACTUAL')],
    });
  }
}

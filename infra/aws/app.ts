/**
 * The AWS deployment. `npm run synth` makes the templates from here, without an account or a
 * network; settings come as context (`-c domain=… -c certificateArn=…`), see `settings.ts`.
 */
import { App } from 'aws-cdk-lib/core';
import { BadSetting } from './bad-setting.ts';
import { settingsOf } from './settings.ts';
import { installation } from './stacks.ts';

const app = new App();
try {
  // The command of the CDK tells the account, if it has credentials.
  installation(app, settingsOf(app.node, process.env.CDK_DEFAULT_ACCOUNT));
} catch (error) {
  if (!(error instanceof BadSetting)) throw error;
  console.error(error.message);
  process.exit(1);
}

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
  installation(app, settingsOf(app.node));
} catch (error) {
  if (!(error instanceof BadSetting)) throw error;
  console.error(error.message);
  process.exit(1);
}

/**
 * The AWS deployment: one stack with everything in it. `npm run synth` makes the templates from
 * here, without an account or a network; settings come as context (`-c webOrigin=…`,
 * `-c issuer=… -c audience=…`), see `settings.ts`.
 */
import { App } from 'aws-cdk-lib/core';
import { settingsOf } from './settings.ts';
import { GoldenIdeasStack } from './stack.ts';

const app = new App();
new GoldenIdeasStack(app, 'GoldenIdeas', settingsOf(app.node));

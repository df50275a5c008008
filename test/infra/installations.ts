/**
 * Installations that differ in their settings as much as they can: what holds for all resources is
 * tested on each. Each is synthesized once, when it is first asked for.
 */
import { installed } from './template.ts';

const OWN_ISSUER = {
  issuer: 'https://login.example/realm',
  audience: 'golden-ideas',
  clientId: 'pages',
};

const INSTALLATIONS = {
  'a pool and CloudFront’s own address, with a canary': { canary: 'on' },
  'an own issuer, a domain, a firewall and a second secret': {
    ...OWN_ISSUER,
    domain: 'ideas.example.com',
    certificateArn:
      'arn:aws:acm:us-east-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef',
    waf: '2000',
    originSecret: '2',
    alarmEmail: 'it@example.com',
    budget: '50',
    copyTo: 'arn:aws:backup:eu-west-1:210987654321:backup-vault:golden-ideas',
    watched: 'huatai,zhongcheng',
  },
  'a pool with its own domain, pages on a host elsewhere, nothing reserved': {
    site: 'none',
    webOrigin: 'https://ideas.example.com',
    signInDomain: 'ideas-huatai',
    signInPlan: 'lite',
    mailFrom: 'ideas@example.com',
    concurrency: 'none',
  },
  'an own issuer, pages on a host elsewhere and a restored table, as in aws-cn': {
    ...OWN_ISSUER,
    site: 'none',
    rollout: 'all-at-once',
    tableName: 'restored',
    tableStreamArn:
      'arn:aws-cn:dynamodb:cn-north-1:123456789012:table/restored/stream/2026-10-15T09:00:00.000',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

export type InstallationName = keyof typeof INSTALLATIONS;

// The names are the keys of the object above.
export const INSTALLATION_NAMES = Object.keys(INSTALLATIONS) as InstallationName[];

const made = new Map<InstallationName, ReturnType<typeof synthesized>>();

/** The constructs of an installation and the templates made of them, by stack. */
export function installationOf(name: InstallationName): ReturnType<typeof synthesized> {
  const found = made.get(name) ?? synthesized(name);
  made.set(name, found);
  return found;
}

function synthesized(name: InstallationName) {
  const { app } = installed(INSTALLATIONS[name]);
  const templates = app.synth().stacks.map(({ stackName, environment, templateFullPath }) => ({
    stackName,
    /** Set if the stack belongs into one region alone. */
    region: environment.region === 'unknown-region' ? undefined : environment.region,
    path: templateFullPath,
  }));
  return { app, templates };
}

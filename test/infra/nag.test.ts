/**
 * AWS's recommendations, as cdk-nag checks them, on every resource of several installations. What
 * we do otherwise is accepted beside the resource, with the reason (`acceptFindings`).
 */
import { Validations } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { expect, it } from 'vitest';
import { INSTALLATION_NAMES, installationOf } from './installations.ts';

interface Finding {
  readonly id: string;
  /** The path of the construct. */
  readonly at: string;
}
type Accepted = Finding & { readonly reason: string };

/** All findings of a pack, accepted or not. */
function findingsOf(pack: NagPack, app: IConstruct): Finding[] {
  const found: Finding[] = [];
  // A pack leaves out what is accepted, and asks this for it.
  Object.defineProperty(pack, 'isAcknowledged', {
    value: ({ node }: IConstruct, id: string) => found.push({ id, at: node.path }) > 0,
  });
  expect(pack.validateScope(app).violations).toEqual([]);
  return found;
}

function acceptedIn(app: IConstruct): Accepted[] {
  return app.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) => Object.entries(data as Record<string, string>))
        .map(([id, reason]) => ({ id: id.replace(/^Annotation::/, ''), at: node.path, reason })),
    )
    .filter(({ id }) => /^(AwsSolutions|Serverless)-/.test(id));
}

const covers = (one: Accepted, finding: Finding): boolean =>
  one.id === finding.id && (finding.at === one.at || finding.at.startsWith(`${one.at}/`));

it.for(INSTALLATION_NAMES)(
  'with %s, every finding is accepted beside its resource, and nothing else is',
  name => {
    const { app } = installationOf(name);
    const found = [new AwsSolutionsChecks(), new ServerlessChecks()].flatMap(pack =>
      findingsOf(pack, app),
    );
    const accepted = acceptedIn(app);
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(finding => !accepted.some(one => covers(one, finding)))).toEqual([]);
    // One acceptance is for one resource; an outdated one is for none.
    expect(
      accepted.filter(one => found.filter(finding => covers(one, finding)).length !== 1),
    ).toEqual([]);
    for (const { id, at, reason } of accepted) expect(reason, `${id} ${at}`).toMatch(/^.{30,}\.$/);
  },
);

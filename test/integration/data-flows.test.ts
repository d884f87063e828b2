import { describe, expect, it } from 'vitest';
import { dataFlows } from '#i18n/data-flows';
import { FLOW_PARTS } from '#i18n/data-flows-page';
import { bootHouse } from './boot';

/** Collections in which nothing is about a person. */
const IMPERSONAL = ['agreements', 'topics', 'tick-claims'];

/** The list as people read it beside docs/datenschutz.md; `npx vitest run --project integration data-flows -u` writes it anew. */
const listed = (): string =>
  dataFlows({ database: 'sqlite', sendgrid: [], networks: [] })
    .map((flow) =>
      [`## ${flow.purpose.de}`, '', ...FLOW_PARTS.map(({ part, label }) => `- **${label.de}:** ${flow[part].de}`), ''].join('\n'),
    )
    .join('\n');

describe('the list of data flows', () => {
  it('is the one in the documentation', async () => {
    await expect(`${HEAD}\n\n${listed()}`).toMatchFileSnapshot('../../docs/datenfluesse.md');
  });

  it('knows of every collection whether it holds anything about people', async () => {
    const house = await bootHouse('sqlite', 'data-flows');
    const known = [
      ...dataFlows({ database: 'sqlite', sendgrid: [], networks: [] }).flatMap(({ collections }) => collections),
      ...IMPERSONAL,
    ];
    const ours = house.payload.config.collections.map(({ slug }) => slug).filter((slug) => !slug.startsWith('payload-'));
    await house.stop();
    expect([...known].sort()).toEqual([...ours].sort());
  });

  it('names whoever gets mails in a running installation', () => {
    const flows = dataFlows({
      ...{ database: 'mongodb', mailServer: 'mail.example.org' },
      sendgrid: [
        { newsletter: 'Rundbrief', region: 'eu' },
        { newsletter: 'Brief', region: 'global' },
      ],
      networks: ['LinkedIn', 'Mastodon', 'X'],
    });
    const told = flows.map(({ recipients }) => recipients.de).join('\n');
    expect(told).toContain('Mailserver mail.example.org');
    expect(told).toContain('„Rundbrief“: Twilio SendGrid, Verarbeitung in der EU, Statusmeldungen über die USA');
    expect(told).toContain('„Brief“: Twilio SendGrid, USA');
    expect(told).toContain('Beiträge auf LinkedIn, Mastodon, X (Art. 26, 44 ff. DSGVO)');
    expect(flows[0]?.where.de).toBe('MongoDB des Betreibers');
  });
});

const HEAD = `# Datenflüsse

So, wie Nordsüd nach der Installation eingerichtet ist: Datenbankdatei auf dem Server, kein Mailserver, kein SendGrid. Was für eine
laufende Installation gilt, zeigt der Verwaltungsbereich der Koordination unter *Datenflüsse*.`;

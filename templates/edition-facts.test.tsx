import { render } from '@react-email/render';
import { describe, expect, it } from 'vitest';
import { linksIn } from './edition-facts';

describe('the links of a mail', () => {
  it('are its web addresses as people entered them, each once', async () => {
    const entered = ["https://example.org/l'appel?a=1&b=2", 'https://example.org/%C3%BC#x', 'http://example.org'];
    const hrefs = [...entered, 'mailto:a@example.org', '{{unsubscribe}}'];
    const links = hrefs.map((href) => (
      <a key={href} href={href}>
        x
      </a>
    ));
    const html = await render(<div>{links}</div>);
    expect(linksIn(html + html)).toEqual(entered);
  });
});

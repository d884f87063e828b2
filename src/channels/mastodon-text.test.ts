import { describe, expect, it } from 'vitest';
import { isSameText, textOfStatus } from './mastodon-text';

describe('the text of a status', () => {
  it('is read as people see it, with whole addresses, hashtags and signs', () => {
    const html =
      '<p>Gründungstag &amp; &quot;mehr&quot; &lt;neu&gt; &#39;27<br />Kassel&nbsp;Mitte</p><p><a href="https://nordsued.example.org/veranstaltungen/gruendungstag" rel="nofollow noopener" translate="no"><span class="invisible">https://</span><span class="ellipsis">nordsued.example.org/veranstal</span><span class="invisible">tungen/gruendungstag</span></a> <a href="https://social.example.org/tags/KI" class="mention hashtag" rel="tag">#<span>KI</span></a></p>';
    expect(textOfStatus(html)).toBe(
      'Gründungstag & "mehr" <neu> \'27\nKassel Mitte\n\nhttps://nordsued.example.org/veranstaltungen/gruendungstag #KI',
    );
  });

  it('does not take what was typed for a sign of HTML', () => {
    expect(textOfStatus('<p>&amp;lt;br&amp;gt; &bogus; &#1114112;</p>')).toBe('&lt;br&gt; &bogus; &#1114112;');
  });

  it('is the same whatever became of white space, accents and the servers of people', () => {
    expect(isSameText('<p>Café in Kassel</p><p>mit @anna</p>', 'Cafe\u0301 in Kassel\n\n\n\nmit @anna@social.example.org ')).toBe(
      true,
    );
    expect(isSameText('<p>Anderes</p>', 'Anderes!')).toBe(false);
  });
});

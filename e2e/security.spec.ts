import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from './fixtures/test.ts';
import { AppPages } from './pages/app-pages.ts';

const injections = {
  'an inline script': '<script>globalThis.attacked = true</script>',
  'an inline handler': '<img src="favicon.svg" onload="globalThis.attacked = true" alt="">',
  'a script from elsewhere': '<script src="http://evil.localhost/x.js"></script>',
  'inline style': '<style>body { display: none }</style>',
};

for (const [title, markup] of Object.entries(injections)) {
  test(`S26: ${title} that got into index.html does nothing`, async ({ page, watch, baseURL }) => {
    watch.expectProblem(title === 'inline style' ? 'policy: style-src' : 'policy: script-src');
    watch.expectProblem('Content Security Policy');
    await page.route(`${baseURL ?? ''}/`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('</body>', `${markup}</body>`);
      await route.fulfill({ response, body });
    });
    await page.goto('/');

    await expect(new AppPages(page).signInLink()).toBeVisible();
    expect(await page.evaluate(() => 'attacked' in globalThis)).toBe(false);
  });
}

test('S27: markup from text and a new Trusted Types policy are refused', async ({
  page,
  watch,
}) => {
  watch.expectProblem('policy: require-trusted-types-for');
  watch.expectProblem('policy: trusted-types');
  watch.expectProblem("requires 'TrustedHTML'");
  watch.expectProblem('TrustedTypePolicy');
  await page.goto('/');
  await new AppPages(page).signInLink().waitFor();
  const names = await page.evaluate(() => {
    const nameOf = (attempt: () => unknown) => {
      try {
        attempt();
      } catch (error) {
        return (error as Error).name;
      }
      return 'allowed';
    };
    const { trustedTypes } = globalThis as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): unknown };
    };
    return [
      nameOf(() => {
        document.body.insertAdjacentHTML('beforeend', '<b>x</b>');
      }),
      nameOf(() => trustedTypes.createPolicy('evil', {})),
    ];
  });

  expect(names).toEqual(['TypeError', 'TypeError']);
});

test('S34, S35: no source map, and nothing of the local cloud or the tests, is in the build', async () => {
  const root = new URL('../dist/app/browser/', import.meta.url);
  const files = await readdir(root, { recursive: true });
  const scripts = files.filter((file) => file.endsWith('.js'));
  const text = (
    await Promise.all(scripts.map((file) => readFile(new URL(file, root), 'utf8')))
  ).join('\n');

  expect(scripts).not.toEqual([]);
  expect(files.filter((file) => /\.map$|\.ts$|spec|emulator/.test(file))).toEqual([]);
  expect(text).not.toMatch(/startLocalCloud|contoso\.example|Pick an account/);
  expect(text, 'what makes MSAL’s log readable').not.toContain('loginRedirect called');
});

test('S9: no secret, and no tenant or app but Microsoft’s own, is compiled into the build', async () => {
  const root = new URL('../dist/app/browser/', import.meta.url);
  const files = (await readdir(root)).filter((file) => /\.(js|html)$/.test(file));
  const text = (await Promise.all(files.map((file) => readFile(new URL(file, root), 'utf8')))).join(
    '\n',
  );
  const guids = text.match(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g) ?? [];

  expect(files).toContain('index.html');
  const known = [
    // Microsoft's examples, in the remedies of settings errors.
    '00001111-aaaa-2222-bbbb-3333cccc4444',
    'aaaabbbb-0000-cccc-1111-dddd2222eeee',
    // MSAL's: its channel to a browser extension, and the tenant of personal accounts.
    '53ee284d-920a-4b59-9d30-a60315b26836',
    '9188040d-6c67-4c5b-b112-36a304b66dad',
  ];
  expect(guids).not.toEqual([]);
  expect(guids.filter((guid) => !known.includes(guid))).toEqual([]);
  expect(text).not.toMatch(/client_?secret["']?\s*[:=]\s*["'][^"']+|BEGIN [A-Z ]*PRIVATE KEY/i);
});

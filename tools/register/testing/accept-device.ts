/** For tests: a person who types the code, signs in and accepts, as far as HTTP can tell. */
export async function acceptDevice(url: string, message: string, username: string): Promise<void> {
  const code = /code ([\w-]+) to/.exec(message)?.[1] ?? '';
  const cookies = new Map<string, string>();
  const send = async (address: string, fields?: Record<string, string>): Promise<string> => {
    const response = await fetch(new URL(address, url), {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    return next === null ? response.text() : send(next);
  };
  const submit = (page: string, fields: Record<string, string>) => {
    const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1] ?? '';
    const hidden = [...page.matchAll(/type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g)];
    const values = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    return send(action, { ...values, ...fields });
  };
  const picker = await send('/common/oauth2/deviceauth', { user_code: code });
  const page = await submit(picker, { username });
  if (page.includes('Permissions requested')) await submit(page, { decision: 'accept' });
}

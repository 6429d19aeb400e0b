import * as v from 'valibot';

const text = (remedy: string, holds: (value: string) => boolean) =>
  v.pipe(v.string(remedy), v.check(holds, remedy));

const list = (remedy: string, holds: (value: string) => boolean) =>
  v.pipe(v.array(text(remedy, holds), remedy), v.minLength(1, remedy));

const isApiOrigin = (value: string) => {
  if (!URL.canParse(value)) return false;
  const { origin, protocol, hostname } = new URL(value);
  return origin === value && (protocol === 'https:' || hostname === 'localhost');
};

/** One entry of `apis` in `config.json`; each message is the remedy that the error page shows. */
export const ApiField = v.strictObject(
  {
    name: text('Give a name for people to read, such as "Orders".', (value) => value.trim() !== ''),
    origin: text(
      'Give the https origin of the API without a path or trailing slash: "https://orders.example.com"; http is for localhost only.',
      isApiOrigin,
    ),
    paths: v.optional(
      list(
        'Give whole paths, where * stands for anything, such as ["/orders", "/orders/*"].',
        (value) => /^\/[^?#\\\s]*$/.test(value),
      ),
      ['/*'],
    ),
    scopes: list(
      'Give the permissions of this API without spaces, such as ["api://00001111-aaaa-2222-bbbb-3333cccc4444/Orders.Read"].',
      (value) => /^\S+$/.test(value),
    ),
    methods: v.optional(
      list(
        'Give HTTP methods in capitals, such as ["POST", "PUT"], or leave the field out for all.',
        (value) => /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(value),
      ),
    ),
  },
  'Give an object with "name", "origin" and "scopes", and if need be "paths" and "methods".',
);

import { loggedError, loggedText } from '@anju/kit';

test.each([
  ['an 18-digit number', 'no household of 520425199001011234 here', 'no household of … here'],
  ['one that ends in X', '52042519900101123X', '…'],
  ['a 15-digit number', '(520425900101123)', '(…)'],
  ['a phone', 'phone=13812345678', 'phone=…'],
  ['a bank card', '6222021234567890123', '…'],
])('%s is taken out', (_name, text, logged) => expect(loggedText(text)).toBe(logged));

test.each(['2ec1f0aa-3a52-4c1e-9d1b-123456789012', 'household 20451', 'listening on 5432', '2026-11-23T20:40:48.570Z'])(
  '%s stays',
  (text) => expect(loggedText(text)).toBe(text),
);

test('the value that PostgreSQL could not read is taken out, also where it is a name', () => {
  const error = new Error('select $1::int - invalid input syntax for type integer: "张三"');
  expect(loggedError(error)).not.toContain('张三');
  expect(loggedError(error)).toContain('invalid input syntax for type integer: "…"');
});

test('an error keeps its stack', () => expect(loggedError(new Error('broken'))).toMatch(/broken\n\s+at /));

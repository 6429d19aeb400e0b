import type { Person } from '../graph/person';
import { profileFacts } from './profile-facts';

const person: Person = {
  id: '1',
  mail: 'adele@contoso.example',
  businessPhones: ['+1 425 555 0109', '+1 425 555 0110'],
  mobilePhone: null,
  officeLocation: '18/2111',
  preferredLanguage: 'en-US',
  userPrincipalName: 'adele@contoso.example',
};

const rows = (changes: Partial<Person>) => profileFacts({ ...person, ...changes }, 'en');
const row = (label: string, changes: Partial<Person> = {}) =>
  rows(changes).filter((fact) => fact.label === label);

describe('profileFacts', () => {
  it('has a row for every business phone', () => {
    expect(row('Business phone').map(({ text }) => text)).toEqual(person.businessPhones);
  });

  it('has no row for what is missing, empty or blank', () => {
    expect(row('Business phone', { businessPhones: ['', ' \u200b'] })).toEqual([]);
    expect(row('Mobile phone')).toEqual([]);
    expect(row('Office', { officeLocation: ' ' })).toEqual([]);
  });

  it('joins city and country, whichever is there', () => {
    expect(row('Location', { city: 'Berlin', country: 'Germany' })[0]?.text).toBe(
      'Berlin, Germany',
    );
    expect(row('Location', { city: ' ', country: 'Germany' })[0]?.text).toBe('Germany');
    expect(row('Location')).toEqual([]);
  });

  it('takes out what would reorder the text around it', () => {
    expect(row('Office', { officeLocation: '18\u202e/2111' })[0]?.text).toBe('18 /2111');
  });

  it('links a phone by its digits', () => {
    expect(row('Business phone')[0]?.link).toBe('tel:+14255550109');
  });

  it('links no phone that has no digit', () => {
    expect(row('Mobile phone', { mobilePhone: 'ask' })[0]).toEqual({
      label: 'Mobile phone',
      text: 'ask',
    });
    expect(row('Office')[0]?.isCopied).toBeUndefined();
  });

  it('F47: keeps a hostile address inside the mailto link', () => {
    expect(row('Email', { mail: 'a@b?bcc=evil' })[0]?.link).toBe('mailto:a@b%3Fbcc%3Devil');
  });

  it('names the language in words', () => {
    expect(row('Language')[0]?.text).toBe('American English');
  });

  it('shows a language tag it does not know as it is', () => {
    expect(row('Language', { preferredLanguage: '<b>' })[0]?.text).toBe('<b>');
  });
});

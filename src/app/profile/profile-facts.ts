import type { Person } from '../graph/person';

/** One row of the profile. */
export interface ProfileFact {
  readonly label: string;
  /** What Graph has, in words; empty when it has nothing. */
  readonly text: string;
  /** Where the text leads: `mailto:` or `tel:`; undefined for plain text. */
  readonly link?: string;
}

/** The rows of the profile, in the order they are shown; a person with several phones has several rows. */
export function profileFacts(person: Person, locale = navigator.language): ProfileFact[] {
  return [
    linked('Email', 'mailto:', person.mail),
    ...(person.businessPhones.length > 0 ? person.businessPhones : [undefined]).map((phone) =>
      linked('Business phone', 'tel:', phone),
    ),
    linked('Mobile phone', 'tel:', person.mobilePhone),
    { label: 'Office', text: person.officeLocation ?? '' },
    { label: 'Language', text: languageName(person.preferredLanguage, locale) },
    { label: 'Sign-in name', text: person.userPrincipalName ?? '' },
  ];
}

function linked(label: string, scheme: string, text: string | null | undefined): ProfileFact {
  if (!text) return { label, text: '' };
  const address =
    scheme === 'tel:'
      ? text.replace(/[^+\d]/g, '')
      : text.split('@').map(encodeURIComponent).join('@');
  return address ? { label, text, link: scheme + address } : { label, text };
}

/** `en-US` in words of the reader's language; the tag itself when it is not a language tag. */
function languageName(tag: string | null | undefined, locale: string): string {
  if (!tag) return '';
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

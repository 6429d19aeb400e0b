import type { Person } from '../graph/person';

/** One row of the profile. */
export interface ProfileFact {
  readonly label: string;
  /** Empty when Graph has nothing. */
  readonly text: string;
  /** `mailto:` or `tel:`; undefined for plain text. */
  readonly link?: string;
}

/** Returns the rows of the profile, in order; one for each phone. */
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

/** Returns the name of `en-US` in the reader's language, or the text itself when it is no language tag. */
function languageName(tag: string | null | undefined, locale: string): string {
  if (!tag) return '';
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
